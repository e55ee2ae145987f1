### The words of the window.
### A key is the name of the page or the part it stands on, and what it is there.

# Words used everywhere
error = Error
warning = Warning
error-code = Error code { $code }
details = Details
dismiss = I have read this
close = Close
cancel = Cancel
back = Back
continue = Continue
save-and-close = Save and close
edit = Change
remove = Remove
read = Read
try-again = Try again
saving = Saving …
opening-file = Opening …
unlocking = Unlocking …
making = Making the code …
copy = Copy
copied = Copied
done = Done
yes = Yes
no = No
unknown = I don’t know yet
unknown-note = You can continue. The answer must be in place before you approve.
not-answered = Not answered yet
unnamed = No name yet
name = Name
full-name = Full name
full-name-hint = As it appears in MitID
email = E-mail
you = You
you-lower = you
the-reporter = the reporter
lost = The window has lost its connection to Tilslut. Close Tilslut and open it again: what was saved is still there. What you typed last may not be saved.
errors-title = { $n ->
    [one] Correct { $n } field before you continue
   *[other] Correct { $n } fields before you continue
}

# The questions, as what is wrong with an answer names them. { $n } is the administrator
asked-needPeople = { need-people }
asked-needKind = { need-kind }
asked-needSignsAlone = { need-alone }
asked-needAssociation = { need-alone-association }
asked-needConnected = { need-connected }
asked-cvr = { cvr }
asked-typedCounts = { by-hand }
asked-typedName = { organisation-name }
asked-typedForm = { form }
asked-typedStatus = { status-typed }
asked-role = { role }
asked-reporterName = { reporter-name }
asked-reporterOrganisation = Your firm
asked-reporterEmail = { reporter-email }
asked-representativeName = The management representative’s name
asked-representativeTitle = The management representative’s title
asked-representativeEmail = The management representative’s e-mail
asked-representativeInCvr = { representative-in-cvr-reporter }
asked-representativeHasMitid = { representative-mitid-reporter }
asked-representativeBorn = The management representative’s date of birth
asked-representativeHasCpr = Does the management representative have a Danish CPR number?
asked-termsOpened = Terms
asked-termsAccepted = Terms
asked-administrators = { administrators-section }
asked-representativeIsAdministrator = { representative-too }
asked-boardMember = { board-member }
asked-boardName = { board-name }
asked-boardFunction = Member { $n }: function
asked-administrator = Administrator { $n }
asked-administratorName = Administrator { $n }, name
asked-administratorEmail = Administrator { $n }, e-mail
asked-administratorBorn = Administrator { $n }, date of birth
asked-administratorHasCpr = Administrator { $n }: does the person have a Danish CPR number?
asked-administratorHasMitid = Administrator { $n }: does the person have private MitID at level Substantial?
asked-approverExplanation = { confirm-how }
asked-from = { receipts-from }
asked-to = { receipts-to }
asked-years = { retention-years }
asked-code = { verify-paper-label }
asked-brokerKey = { broker-title }
asked-outcome = { outcome-title }
asked-outcomeOn = The date
asked-outcomeReason = { outcome-reason }
asked-outcomeWords = What it said
asked-event = { agreement-what }
asked-eventWho = { agreement-who }
asked-eventName = { agreement-name }
asked-eventOn = The date
asked-note = { companion-note }
file-written = The file is saved

# The kinds of files, in the dialogs of the operating system: asked for by the core, never by the window
file-hand-over = Tilslut hand-over file
file-receipt = Receipt (PDF)
file-evidence = Evidence file (JSON)

# Dates and times
moment = { $day } at{"\u00A0"}{ $time }
moment-danish = { $moment } (Danish time)
at = At{"\u00A0"}{ $time }
at-lower = at{"\u00A0"}{ $time }
lately-today = today at{"\u00A0"}{ $time }
lately-earlier = { $day } at{"\u00A0"}{ $time }
short-today = Today { $time }
today = Today
now = Now
then = Next
afterwards = Finally
date-day = Day
date-month = Month
date-year = Year

# Practice
practice = Practice environment
practice-long = : everything happens on this computer. Nothing reaches MitID Erhverv or CVR.
practice-about = About practice

# The side
begin = New connection
side-label = The case and the menu
beside-label = More about this page
nav-main = Main menu
nav-case = The case
nav-foot = Help and settings
nav-cases = Cases
nav-follow-up = Follow-up
nav-open = Open hand-over file
nav-mailbox = Practice mailbox
nav-help = Help
nav-settings = Settings
nav-lock = Lock
back-to-cases = All cases
back-to-tasks = The case’s tasks
to-all-cases = All cases
case-number = Case number
prepared-by = Prepared by
handed-over = Handed over
handed-over-to = To
saved-at = Saved at{"\u00A0"}{ $time }
danish-time = Times are Danish time. Your computer’s clock shows another.

# The four official steps
step-title-logIn = Log in with private MitID
step-title-terms = Accept terms
step-title-administrators = Select organisation administrator
step-title-approve = Approve and confirm
step-of = Step { $n } of 4: { $title }
step-button = Step { $n } of 4
steps-title = The four steps at MitID Erhverv
step-icon-done = Step { $n } is ready
step-icon-error = Error in step { $n }
step-icon-unsettled = Step { $n } is not settled
step-wrong = { $n ->
    [one] { $n } field to correct
   *[other] { $n } fields to correct
}
step-state-later = Cannot be started yet
step-state-forRepresentative = Done by the management representative
step-state-open = Can be started
step-state-active = In progress
step-state-ready = Ready
step-state-wrong = Needs correcting
step-state-done = Completed
step-state-stated = Completed, as stated
step-state-there = Happens at mitid-erhverv.dk
step-state-there-practice = Happens on the practice site
step-state-sending = Approved. Being sent
step-state-notSent = Approved, not sent
step-state-unknown = Approved. Delivery uncertain
step-state-refused = Approved, but rejected
step-done-here = In Tilslut { $at }
step-login-later = Happens when you approve
step-login-active = In progress in your browser
step-login-not-opened = The browser has not been opened yet
step-terms-ready = Ready: opened { $at }
step-terms-done = Opened { $at }
step-administrators-ready = { $n ->
    [one] Ready: { $n } chosen
   *[other] Ready: { $n } chosen
}
step-approve-current = Check the answers
step-approve-active = Waiting for your login

# Opening, closed, stopped
opening-title = Tilslut is opening your cases
opening-text = One moment: the cases are being unlocked.
stopped-title = Tilslut cannot continue
stopped-text = Tilslut has not deleted or changed anything in your cases.
stopped-copy = Copy the error code
older-title-older = Your cases are older than what Tilslut saved last
older-title-parted = Your cases are not those that Tilslut saved last
older-title-other = Other cases than last time are kept here
older-title-gone = Your cases are gone
older-lede-older = This happens when an older copy of the folder has been put back, or when the end of the file has been lost. Nothing is changed, and nothing opens before you say so.
older-lede-parted = The file is an older copy in which work has gone on elsewhere. What was saved here since is not in it. Nothing is changed, and nothing opens before you say so.
older-lede-other = This happens when the folder has been copied from another computer. Nothing is changed, and nothing opens before you say so.
older-lede-gone = Tilslut has saved cases on this computer, and now there are none. The folder may have been moved, deleted or replaced. Tilslut makes no new one before you say so.
older-known = What we know
older-was = Last saved here
older-is = What is here is from
older-when = { $day } at { $time }
older-missing = What is missing
older-missing-all = Everything that was here
older-missing-unknown = How much cannot be seen
older-missing-changes = { $n ->
    [one] At least { $n } change that was saved
   *[other] At least { $n } changes that were saved
}
older-missing-receipts = { $n ->
    [one] Receipt no. { $first }
   *[other] Receipts no. { $first } to { $last }
}
older-ways = Choose what is to happen
older-restore = Restore from a backup
older-restore-text = What is here opens, and you choose a backup from Tilslut. It is merged with what is here.
older-restore-gone = Tilslut begins with no cases, and you choose a backup that is taken in.
older-restore-act = Open, and choose a backup
older-again = Put the right files back
older-again-text = If the folder is somewhere else, in the bin or in a copy of the computer, put the whole folder back and try again. You can also close Tilslut: then nothing has happened.
older-go-on = Go on without what is missing
older-go-on-text = Tilslut opens what is here. What is missing is not in it.
older-go-on-gone = Tilslut starts over with no cases.
older-go-on-next = The next receipt gets no. { $n }: no number is given twice.
older-go-on-act = Go on
older-opening = Opening …
older-safe = Before you choose
older-untouched = Tilslut has not changed or deleted anything
older-unseen = That something is missing is seen only by the mark that Tilslut makes outside the file. Which cases they are is not in it.
damaged-title = The file with your cases is damaged
damaged-lede = This happens when a disk is failing, or when a file was written halfway. Nothing is changed, and nothing happens before you say so.
damaged-title-read = This can be read
damaged-lede-read = Tilslut has read the file page by page. What is whole is ready in a new file. The old one is not changed.
damaged-backup = Newest whole backup
damaged-backup-at = { $day } at { $time }, { $n ->
    [one] { $n } case
   *[other] { $n } cases
}
damaged-no-backup = There is none in Tilslut's own folder. If you have chosen another folder, Tilslut finds it once the file is read.
damaged-looking = Looking for backups …
damaged-reading = Reading the file …
damaged-read = Save what can be read
damaged-read-text = Tilslut shows what is whole and what is missing. Then you choose what is to happen.
damaged-read-text-backup = Tilslut shows what is whole and what is missing. Then you can add the backup: what is newer here is kept.
damaged-read-act = Read the file
damaged-whole = What is whole
damaged-cases = Cases
damaged-receipts = Receipts and records
damaged-documents = Documents and e-mails
damaged-lacking = What is missing
damaged-case = The case of { $name } cannot be read
damaged-case-unnamed = A case without a name cannot be read
damaged-further = { $n ->
    [one] { $n } further case cannot be read
   *[other] { $n } further cases cannot be read
}
damaged-receipt = { $n ->
    [one] Receipt no. { $numbers } is not here
   *[other] Receipts no. { $numbers } are not here ({ $n } in all)
}
damaged-document = { $n ->
    [one] { $n } document in the case of { $name }
   *[other] { $n } documents in the case of { $name }
}
damaged-document-unnamed = { $n ->
    [one] { $n } document in a case without a name
   *[other] { $n } documents in a case without a name
}
damaged-pages = { $n } of { $of } pages in the file cannot be read. More may be missing than Tilslut knows the name of.
damaged-pages-unnamed = { $n } of { $of } pages in the file cannot be read. Tilslut does not know of anything that is missing, but cannot rule it out.
damaged-pages-whole = Every page in the file can be read, and Tilslut does not know of anything that is missing.
damaged-pages-whole-lacking = Every page in the file can be read. What is missing is not in it.
damaged-pages-none = The file with your cases is not here, or nothing in it can be read.
damaged-restore = Open, and add the backup
damaged-restore-text = The backup is from { $day } at { $time }, with { $n ->
    [one] { $n } case
   *[other] { $n } cases
}. Before it is added you see what happens to each case. What is newer here is kept.
damaged-restore-act = Open and restore
damaged-go-on = Open what can be read
damaged-go-on-text = Cases that cannot be read are listed separately under My cases, and you can still fetch them from a backup. No number of a receipt is given twice.
damaged-go-on-act = Open
damaged-again-text = If you have the whole folder in a copy of the computer, put it back and try again. You can also close Tilslut: then nothing has happened.
damaged-kept = The damaged file stays in the folder under another name. It is encrypted.
damaged-disk = Have the disk checked: if it goes on, the new file can break, too.
older-salvage = Save what can be read
older-salvage-text = If the file is damaged, there may be more in it than opens. Tilslut reads it page by page and shows what there is before anything happens.
passphrase = Passphrase
choose-title = Choose a passphrase for your cases
choose-lede = No key store is answering on this computer. You will therefore unlock your cases yourself with a passphrase each time you open Tilslut.
choose-hint = At least 12 characters. Five or six random words are easy to remember and hard to guess.
choose-store = Did the computer ask you something?
choose-store-text = If it asks you to unlock the key store, do so and try again. You then need no passphrase.
choose-again = Type it again
choose-different = The two passphrases are not the same. Type the same one in both places.
choose-act = Save the passphrase
choose-why-title = Why
choose-why = Your cases are encrypted on the computer. Without the passphrase nobody can read them, not even someone who gets hold of the disk.
choose-lost-title = If it is forgotten
choose-lost = Make a recovery code under Settings once you are in. It is the other way in to your cases.
closed-title = Unlock your cases
closed-lede = Your cases are kept encrypted on this computer. Nothing has been deleted, and Tilslut does not make a new key over the old cases.
closed-lede-passphrase = Your cases are kept encrypted on this computer. They open when you type your passphrase.
closed-ways = Choose a way in
closed-open = Unlock
closed-store = With the computer’s key store
closed-store-text = The key is kept for your user on this computer. The computer may ask for your password.
closed-passphrase = Type the passphrase
closed-passphrase-text = The one that you have chosen in Tilslut.
closed-again = Try the key store again
closed-again-text = The key belongs to the computer user who created the cases. Unlock the key store, or log in as that user, and try again.
closed-again-unlocked = If the computer has a key store that has only now been unlocked, Tilslut can try it again.
closed-recovery = Type the recovery code
closed-recovery-text = The code you wrote down or printed.
recovery-hint = Upper and lower case are the same, and spaces do not matter.
closed-backup = With a backup and the recovery code
closed-backup-text = The two files that unlock the cases are missing or damaged. What was in them is also in each backup of the same cases. It is on another disk or in Tilslut’s own folder.
closed-backup-choose = Choose the backup …
closed-none = I have none of these
closed-none-text = Then the cases cannot be opened for now. Keep them: the code may turn up, and the user account may be restored. Do not delete anything.
closed-know = What we know
closed-know-kept = The cases are on this computer
closed-know-untouched = Tilslut has not deleted or changed anything
closed-know-no-recovery = No recovery code was made
closed-know-often = Often happens with a new computer, a new user or a reset password.

# The cases
cases-title = Cases
search-label = Search cases
search-label-more = by organisation, CVR number or person
search-none = No case matches your search.
cases-matching = { $n ->
    [one] { $n } case matches
   *[other] { $n } cases match
}
sort-label = Sort
sort-changed-descending = Changed last, first
sort-changed-ascending = Unchanged for longest, first
sort-name-ascending = Name from A to Å
sort-name-descending = Name from Å to A
sort-deadline-ascending = Nearest deadline first
deadline-past = Overdue: { $what } { $day }

# What a date of a case is about: in few words, and once it has passed.
date-representativeReminder = Remind { $name } to approve
date-representativeReminder-past = Remind { $name } to approve now.
date-answerExpected = Answer expected by
date-answerExpected-past = The answer was expected by this day. Look in your e-mail, junk mail too.
date-setUpReminder = Remind the administrators of the set-up
date-setUpReminder-past = Remind the administrators of the set-up now.
date-setUpLastReminder = Remind the administrators of the set-up again
date-setUpLastReminder-past = Remind the administrators of the set-up now. The link expires in less than a week.
date-setUpLink = The set-up link expires
date-setUpLink-past = The set-up link has expired.
date-administratorLeaves = An administrator leaves
date-administratorLeaves-past = An administrator has left.
date-fewAdministrators = One of the last administrators leaves
date-fewAdministrators-past = There is at most one administrator left. Have one more appointed.
date-termination = The agreement ends
date-termination-past = The agreement has ended.
date-termsInForce = New terms apply
date-termsInForce-past = New terms apply now.
date-registrationLapses = The CVR registration may lapse
date-registrationLapses-past = The CVR registration may have lapsed. Check at virk.dk.
date-registerSnapshot = What the register said is fresh until then
date-registerSnapshot-past = What the register said has become old.
date-retention = The retention ends
date-retention-past = The retention has ended.

# The dates of all cases
follow-up-title = Follow-up
follow-up-receipt = Receipt no. { $n }.
follow-up-record = Record no. { $n }.
follow-up-none = There are no dates to keep an eye on. They come when a case has been sent or approved.
follow-up-none-of-these = No dates of that kind.
follow-up-filter = Show
follow-up-filter-all = All
follow-up-filter-past = Overdue
follow-up-filter-answers = Answers
follow-up-filter-setUp = Set-up
follow-up-filter-administrators = Administrators
follow-up-filter-others = Other
follow-up-shown = { $n ->
    [one] { $n } date is shown
   *[other] { $n } dates are shown
}
follow-up-more = The first { $n } dates are shown. The others are with their cases.
follow-up-past = Overdue
follow-up-soon = Within 14 days
follow-up-later = Later
follow-up-ago = { $n ->
    [one] yesterday
   *[other] { $n } days ago
}
follow-up-in = { $n ->
    [0] today
    [one] tomorrow
   *[other] in { $n } days
}
follow-up-save-all = Save all to the calendar
follow-up-save = Save { $day } to the calendar: { $name }
follow-up-open = Open the case
follow-up-own = Our own reminder
follow-up-third-party = According to other sources

unreadable-title = Cannot be read
unreadable-text = Tilslut has neither changed nor deleted anything. Save what is in the case, so that others can look at it. Your other cases are here as before.
unreadable-changed = Last changed { $at }
unreadable-save = Save the data of the case
need-you-title = Needs something from you
need-you-unknown = Tilslut does not know whether the case has arrived
need-you-refused = the receiver has rejected the case
need-you-received = is waiting for you to review and approve it
need-you-all = Show every case that needs you
folder-synced-title = Your cases are in a folder that { $who } synchronises:
folder-synced-other-title = Your cases are in a folder that another program synchronises:
folder-synced-text = if they are opened on two computers, the latest can be lost. Take the folder out of the synchronisation, and put only the backups into such a folder
folder-network-title = Your cases are on another computer’s disk:
folder-network-text = without the network you cannot save. They are best on the computer’s own disk, and the backups can well be where the cases are now
folder-advice-act = See backups
folder-advice-settle = I have read this
backup-place-title = The backups are on the same disk as the cases:
backup-place-text = if it breaks, both are gone. They are encrypted, so they can be on another drive or in a synchronised folder
backup-place-act = Choose another folder
backup-place-settle = Leave them there
recovery-missing-title = Recovery code missing:
recovery-missing-text = without it your cases may be lost if the computer is replaced
recovery-missing-act = Make a code
filter-label = Show cases
filter-all = All
filter-drafts = Drafts
filter-yours = Needs you
filter-others = With others
filter-ended = Closed
column-organisation = Organisation
column-status = Status
column-next = Next step
column-changed = Changed
state-draft = Draft
state-notNeeded = No connection needed
state-handedOver = Handed over
state-received = For approval
state-approving = Login in progress
state-approved = Approved
state-unknown = Outcome unknown
state-refused = Refused by the receiver
state-guided = At MitID Erhverv
state-stopped = Stopped
state-awaitingRepresentative = Waiting for the representative
state-underReview = Being handled
state-statedConcluded = Concluded, as stated
state-concluded = Concluded
state-rejected = Rejected
state-withdrawn = Withdrawn
state-delivered = Delivered
tasks-done = { $n ->
    [0] No tasks are done yet
    [one] { $n } task is done
   *[other] { $n } tasks are done
}
unknown-sub = Asking does not create two connections
next-wait-for = { $name } has to approve
next-need = Find out whether you need a connection
next-organisation = Enter organisation and role
next-representative = Enter the management representative
next-terms = Open the terms
next-administrators = Appoint administrators
next-approve = Check the answers and approve
next-handOver = Check the answers and hand over
next-nothing = MitID private for business is enough
next-waitForRepresentative = The management representative has to approve
next-review = Review and approve
next-finishLogin = Finish the login in your browser
next-waitForReceiver = The receiver has not answered yet
next-sendAgain = Send again
next-askReceiver = Ask the receiver for an answer
next-readRefusal = Read why the case was rejected
next-conclude = Conclude the agreement at MitID Erhverv
next-stateOutcome = Go on there, or say how it went
next-correct = Correct the answers and try again
next-waitForAnswer = Wait for the answer by e-mail
next-useAgain = Use again
next-over = Nothing
next-setUp = The administrators do the set-up
next-act-need = Continue
next-act-organisation = Continue
next-act-representative = Continue
next-act-documents = Attach documents
next-act-terms = Continue
next-act-administrators = Continue
next-act-approve = Continue
next-act-handOver = Continue
next-act-nothing = View the case
next-act-waitForRepresentative = View the case
next-act-review = Review the case
next-act-finishLogin = View the login
next-act-waitForReceiver = View the case
next-act-sendAgain = Send again
next-act-askReceiver = Ask the receiver
next-act-readRefusal = Read why
next-act-conclude = View the guide
next-act-stateOutcome = Go on
next-act-correct = Correct the answers
next-act-waitForAnswer = See the case
next-act-useAgain = Use again
next-act-over = See the case
next-act-setUp = View the case

# The first start
welcome-title = Welcome to Tilslut
welcome-lede = Tilslut helps your organisation get connected to MitID Erhverv: prepared at your own pace, approved once and documented afterwards.
welcome-prepare = Prepare
welcome-prepare-text = Answer the questions when you have time. Everything is saved, even offline, and Tilslut points out what would otherwise lead to a rejection.
welcome-approve = Approve
welcome-approve-text = The management representative sees what is being approved and logs in once with private MitID in the browser.
welcome-approve-official = Conclude the agreement at mitid-erhverv.dk. The management representative logs in there with a private MitID, and Tilslut has everything ready that has to be written.
welcome-keep-official = MitID Erhverv sends a receipt by e-mail. Keep it. The case with all its answers stays here.
welcome-keep = Keep the evidence
welcome-keep-text = Save the receipt as a PDF, and the evidence file, which can be checked afterwards, even offline.
welcome-file = I have been given a hand-over file
welcome-practice = You are in the practice environment
welcome-practice-text = Try it from start to finish without risk. MitID, CVR and the receiver are simulated on this computer, and nothing is sent to anyone.
welcome-need = Have this ready
welcome-need-cvr = The organisation’s CVR number
welcome-need-people = Name, e-mail and date of birth of everyone who will be an administrator
welcome-need-mitid = The management representative’s private MitID, but only when it is time to approve
welcome-honest = Tilslut is not MitID Erhverv and is not a public authority.

# The tasks of a draft
tasks-title = Connecting { $name }
tasks-title-unnamed = New connection
tasks-progress = You have completed { $done } of { $all } tasks.
tasks-before = Get ready
tasks-steps = The four steps at MitID Erhverv
task-need = Find out whether you need a connection
task-need-note = For some, MitID private for business is enough
task-organisation = Enter organisation and role
task-organisation-note = Fetched from CVR when you are online
task-organisation-note-typed = Typed by yourself, as CVR has it
task-representative = Enter the management representative
task-representative-note = The person who may represent the organisation towards MitID Erhverv
task-logIn = Log in with private MitID
task-logIn-note = Happens once, together with step 4
task-logIn-reporter = Done by the management representative, together with step 4
task-logIn-later = Happens in step 4
task-terms = Accept terms
task-terms-note-reporter = Only the management representative can accept them
task-terms-note = At MitID Erhverv they are accepted only when the agreement is concluded there
task-administrators = Select organisation administrator
task-administrators-note = At least one, preferably two
task-administrators-count = { $n ->
    [one] { $n } is chosen
   *[other] { $n } are chosen
}
task-approve = Approve and confirm
task-approve-note = Check the answers and approve
task-handOver-note = Check the answers and hand over to the management representative
task-done = Done
task-begun = In progress
task-notBegun = Not started
task-later = Cannot be started yet
task-missing = Something is missing
tasks-next-need = Continue: settle the need
tasks-next-organisation = Continue: organisation
tasks-next-representative = Continue: representative
tasks-next-terms = Continue: open the terms
tasks-next-administrators = Continue: appoint administrators
tasks-next-check = Continue: check the answers

# Whether the connection will go through
outlook-unanswered = Still missing
outlook-consider = Also consider
outlook-corrected-by = Only { $name } can correct this.
verdict-label = How it looks:
verdict-open = Not certain yet
verdict-open-text = When you have answered a little more, Tilslut shows how it looks.
verdict-open-text-answered = It depends on something that Tilslut cannot see. It stands under “Also consider”.
verdict-automatic = Can be connected automatically
verdict-automatic-text = From what you have answered so far, no documents are needed. MitID Erhverv decides.
verdict-automatic-text-said = From what you have answered, also about what CVR says, no documents are needed. MitID Erhverv decides.
verdict-documents = Requires documentation
verdict-documents-text = From what you have answered, expect to send documents too. MitID Erhverv decides.
verdict-impossible = Cannot be connected
verdict-impossible-text = From what you have answered, the connection does not go through until this is solved.
verdict-notNeeded = Needs no connection
verdict-notNeeded-text = From what you have answered, MitID private for business is enough.
favour-organisationActive = The organisation is active in CVR
favour-organisationSaidActive = The organisation is active in CVR, as you answered yourselves
favour-formAutomatic = Its form is normally connected automatically
favour-representativeListed = The management representative is in CVR as { $role }
favour-representativeSaidListed = The management representative is named in CVR, as you answered yourselves
favour-representativeHasMitid = The management representative has private MitID
favour-administratorsReady = All administrators have a CPR number and MitID at level Substantial
favour-severalAdministrators = More than one administrator
severity-stops = Stops the connection
severity-documents = Requires documentation
severity-warning = Warning
severity-advice = Advice
certainty-thirdParty = From other sources than the authorities.
certainty-general = This is how it usually is. We have not found it written at MitID Erhverv.
certainty-own = Our own choice, where nothing is written.
rules-tried = { $n ->
    [one] See the one rule
   *[other] See the { $n } rules
}
rules-as-of = {" "}that were tried (as of { $date }).
rules-title = The rules that were tried
rules-lede = { $hits ->
    [0] Tilslut has tried { $n } rules on the case. None of them applies here.
    [one] Tilslut has tried { $n } rules on the case. One of them applies here.
   *[other] Tilslut has tried { $n } rules on the case. { $hits } of them apply here.
}
rules-sources = Where nothing else is said, the rule was read on the authorities' own pages. Compared with the sources { $date }.
rules-holding = { $n ->
    [one] { $n } rule applies in this case
   *[other] { $n } rules apply in this case
}
rules-passed = { $n ->
    [one] { $n } rule does not apply here
   *[other] { $n } rules do not apply here
}
rules-would-stops = { $n ->
    [one] { $n } rule that would stop the connection
   *[other] { $n } rules that would stop the connection
}
rules-would-documents = { $n ->
    [one] { $n } rule that would require documentation
   *[other] { $n } rules that would require documentation
}
rules-would-warning = { $n ->
    [one] { $n } rule that would give a warning
   *[other] { $n } rules that would give a warning
}
rules-would-advice = { $n ->
    [one] { $n } rule that would give advice
   *[other] { $n } rules that would give advice
}
rule-id = Rule { $id }.
rule-as-of = Compared { $date }.

# Documents
part-documents = documents
task-documents = Attach documents
task-documents-note = What you should expect to send
tasks-next-documents = Continue: attach documents
next-documents = Attach documents
documents-title = Documents
documents-lede = This is what you should expect to send for your own organisation and management representative. If something is missing, the application is rejected, and you start over.
documents-none = From what you have answered, no documents are needed.
documents-done = { $n ->
    [one] { $done } of { $n } document is ready.
   *[other] { $done } of { $n } documents are ready.
}
documents-expected = When does the answer come?
documents-expected-by = Expected at the latest { $date }
documents-expected-text = If the case is sent today. MitID Erhverv says that it takes up to { $days } working days when the documents are in order, but not which days count.
documents-expected-early = If only weekends and public holidays are left out, it is { $early }.
documents-files = Files
documents-files-text = PDF, JPEG or PNG, at most { $each } MB each and { $all } MB altogether. The limits are Tilslut's own: we have not found what MitID Erhverv accepts.
documents-stay = Where are they?
documents-stay-text = The documents are kept encrypted with the case on this computer. Tilslut sends them nowhere unless you ask it to.
document-ready = Ready
document-missing = Missing
document-unconfirmed = To be confirmed
document-useful = May help
document-accepts = For example:
document-attach = Attach a file
document-attach-another = Attach another file
document-attached = { $size }, attached { $at }
document-open = See the file
document-remove = Remove
document-confirm = Look, and confirm:
document-unshown = The picture cannot be shown here: it is too large, or it cannot be read. Open it and see whether it is the right one.
document-picture = Picture of { $name }
file-document = Document (PDF, JPEG, PNG)
file-board = Board overview (PDF)
board-title = The members of the board
board-hint = Fill in the overview here, and print it. MitID Erhverv has a template of its own, too.
board-member = Member { $n }
board-name = Member { $n }: full name
board-function = Function
board-add = Add a member
board-remove = Remove member { $n }
board-open = Show for printing
board-save = Save as PDF

# By hand, and by name
by-hand = Type the organisation's name yourself
by-hand-hint = For when you cannot look it up. It is marked as typed by you, and a later look-up takes its place.
by-hand-form-hint = As CVR has it
organisation-name = The organisation's name
choose = Choose
typed-by = Typed by { $name } { $at }. Not looked up in the CVR register.
typed-at = Typed by you { $at }. Not looked up in CVR.
management-not-told = This does not say who may be management representative. See datacvr.virk.dk under “Tegningsregel, personkreds og revisor”.
changed-since = Changed since the last time
changed-name = Name
changed-address = Address
changed-form = Form
changed-status = Status
changed-signingRule = Signing rule
changed-joined = Joined
changed-left = Left
changed-candidate = Changed
changed-before = Before:
changed-now = Now:
source-virk = CVR
source-datafordeler = Datafordeleren
source-cvrapi = cvrapi.dk
source-practice = the practice register
source-typed = you
list-open = Find the organisations you may sign for, with MitID
list-text = You log in in your browser, and the MitID service tells which organisations you can act for. You do not approve anything by it, and Tilslut does not keep the login.
list-cpr = The MitID service may ask for your CPR number. Tilslut does not get it.
list-act = Log in with MitID
list-again = Log in again
list-found = The MitID service says that you can act for:
list-chosen = chosen here
list-none = The MitID service names no organisation
list-none-text = That does not mean that you cannot be the management representative. The service mainly knows those who can sign alone. Type the CVR number.
find-open = Don't know the number? Search by name
find-name = The organisation's name, or a part of it
find = Search
finding = Searching …
find-none = No organisation has all of the words “{ $words }” in its name.
find-found = { $more ->
    [yes] Here are the first { $n }. There are more.
   *[no] { $n ->
        [one] One organisation found
       *[other] { $n } organisations found
    }
}
find-more = Show more

# The register
register-key-kept = Your credential is in the computer's key store.
register-key-missing = The register requires that you have a credential of your own.
register-open-title = The credential is sent unencrypted
register-open-text = The service can only be reached without encryption (plain HTTP). User name and password can be read on the way, for instance on somebody else's network. Use a credential that opens nothing else.
register-accept = I understand this and want to send the credential anyway
register-not-yet = Can be kept when the fields are filled in.
register-not-yet-open = Can be kept when the fields are filled in and the box is ticked.
register-user = User name
register-password = Password
register-key = Key
register-keep = Keep the credential
register-forget = Forget the credential

# The MitID service
broker-title = MitID service
broker-nothing = The service does not require a credential of your own.
broker-secret-missing = The service requires the client secret that you have agreed on with it.
broker-secret-kept = Your client secret is in the computer’s key store.
broker-secret-keep = Keep the secret
broker-secret-forget = Forget the secret
broker-secret = Client secret
broker-privateKey-missing = The service requires that Tilslut signs with your private key.
broker-privateKey-kept = Your private key is in the computer’s key store.
broker-privateKey-keep = Keep the key
broker-privateKey-forget = Forget the key
broker-id = The service’s name for the key (key id)
broker-id-hint = Leave this empty if the key has no name.
broker-choose = Choose the key’s file
broker-paste = Or paste the key here
broker-paste-hint = A private key (RSA or P-256) in PEM format (PKCS #8), without a passphrase.
broker-not-yet = Can be kept when the field is filled in.
file-private-key = Private key in PEM format

# Need
part-before = Get ready
part-need = need
part-organisation = organisation
part-representative = management representative
part-terms = terms
part-administrators = administrators
need-title = Do you need a connection?
need-lede = For some organisations, MitID private for business is enough. Answer what you know.
need-connected = Are you connected to MitID Erhverv already?
need-connected-hint = Then the organisation has an administrator already
need-connected-unknown = I don’t know
need-already = You are connected already, you say
need-already-text = Then there is normally nothing to connect. If you have to start again all the same, continue here.
need-connected-yes = Yes, stated
need-connected-no = No, stated
need-people = How many people will act digitally for the organisation?
need-people-hint = For example filing reports, using Digital Post or applying for grants
need-people-one = Only one person
need-people-several = Several people
need-kind = What kind of organisation is it?
need-kind-soleProprietor = Sole proprietorship or small personally owned business
need-kind-company = ApS, A/S or another limited company
need-kind-association = Association, including voluntary associations
need-kind-other = Something else
need-alone = May that person sign for the company alone?
need-alone-hint = See the signing rule in CVR
need-alone-association = Is that person registered in CVR as the association’s representative?
need-alone-association-hint = The association can register a representative itself
need-needed = You need a connection
need-enough = MitID private for business is probably enough for you
need-why-open = Answer the questions to find out.
need-why-severalPeople = When several people act for the organisation, each needs their own access. MitID Erhverv provides that.
need-why-notAlone = Someone who may not sign alone cannot use MitID private for business.
need-why-kindNotCovered = That MitID private for business is enough is published for other kinds of organisation only. Then it is safest to prepare a connection.
need-why-notRuledOut = The answers do not rule it out. Preparing a connection is the safe way.
need-why-ownerAlone = The owner acts alone and can use their private MitID for the business.
need-why-signsAlone = One person acts and may sign for the company alone. Their private MitID can then be used.
need-why-associationRepresentative = A registered association representative who acts alone can use their private MitID.
need-instead = Log in with private MitID wherever you need to act for the organisation, and choose the organisation. There is nothing to connect.
need-anyway = If several people are to act later, you will need the connection. You can still continue here.
need-site = Read more at mitid-erhverv.dk
need-about = Why we ask first
need-about-text = A connection is an agreement with duties, such as keeping the users up to date. It is wasted effort if only one person acts and may do so alone.
need-private = MitID private for business
need-private-text = You use your own MitID to act for the organisation. No agreement is needed.

# Organisation
organisation-title = Organisation and your role
cvr = CVR number
cvr-hint = Eight digits. Spaces do not matter
look-up = Look up
looking-up = Looking up in CVR
found = Found in CVR
address = Address
form = Company form
others-title = { $n ->
    [one] You already have a case about this organisation
   *[other] You already have { $n } cases about this organisation
}
others-text = To go on with it, open it. Otherwise this becomes a case of its own.
others-changed = changed { $at }
status-typed = Status in CVR
status-typed-hint = As it stands in CVR. “Normal” is the same as active.
status = Status
status-active = Active in CVR
status-dissolving = Being dissolved
status-ceased = Ceased
status-uncertain = Uncertain status
candidates = Management in CVR
signing-rule = Signing rule
looked-up = Looked up in { $source } { $at }
role = What is your role?
role-representative = Management representative
role-representative-hint = You are part of the management and approve the case yourself
role-reporter = Reporter
role-reporter-hint = You prepare the case. The management representative approves it
reporter-name = Your full name
reporter-organisation = Your firm, if you work for someone else
reporter-email = Your e-mail
reporter-email-hint = The management representative can see who prepared the case
reporter-remember = Tilslut remembers this for your next case, encrypted on this computer. You can make it forget under Settings.
reporter-remembered = Remembered from an earlier case. Change it if it is different here.
organisation-who = Who can do what
organisation-who-text = The management representative enters into the agreement. A reporter, such as an accountant or a lawyer, can prepare everything but cannot conclude it.
organisation-offline = Offline
organisation-offline-text = Type the number now and look it up later. You can continue in the meantime.

# Representative
representative-title = About you as management representative
representative-title-reporter = Who is the management representative?
representative-lede = You are the one who approves and enters into the agreement.
representative-lede-reporter = That person must review and approve what you prepare.
candidates-title = Listed in CVR
candidates-hint = Choose one, or type below
candidate-without-cpr = No CPR number in CVR
candidate-kind-unknown = CVR does not say whether this is a person or an organisation
candidate-not-named = Somebody is { $role }, but CVR does not say who
candidate-not-named-since = Somebody has been { $role } since { $since }, but CVR does not say who
left-out-unreadable = Some of the register’s answer could not be read and is left out: { $part }
left-out-personalNumber = A number that may be a CPR number is left out: { $part }
left-out-of-name = the name
left-out-of-address = the address
left-out-of-form = the form of organisation
left-out-of-status = the status
left-out-of-participants = the participants
left-out-of-signingRule = the signing rule
representative-job = Title
representative-job-hint = The title must show a management role, such as director, chair or partner
representative-email-hint = You get the receipt here
representative-email-hint-reporter = The management representative gets the receipt here
representative-in-cvr = Are you named in CVR as somebody who can represent the organisation?
representative-in-cvr-reporter = Is the management representative named in CVR as somebody who can represent the organisation?
representative-in-cvr-hint = Look under “Tegningsregel, personkreds og revisor”. Answer yes when the name stands there and the role fits: { $who }.
representative-mitid = Do you have private MitID at level Substantial?
representative-mitid-reporter = Does the management representative have private MitID at level Substantial?
representative-mitid-hint = One has it with an ordinary Danish MitID and CPR number. It is the same MitID that you use for your own bank.
representative-who = Who it can be
representative-who-text = In a company, a member of the executive board or the board of directors. In an association, the association representative in CVR, otherwise the chair or another board member. In a personally owned business, the owner or a fully liable participant.
representative-only = Only one person has to approve
representative-only-text = MitID Erhverv requires one management representative. As a rule that is enough even where several people normally sign jointly.

# Terms
terms-title = Open the terms
terms-title-reporter = View the terms
terms-lede = Your approval includes the terms, so open the text and read it before you tick the box.
terms-lede-official = Open the text and read it before you tick the box. At MitID Erhverv you accept them when the agreement is concluded there.
terms-lede-reporter = Open the official text, or show Tilslut’s summary. Only the management representative can accept.
terms-published = Published { $date }
terms-annexes = { $n ->
    [one] { $n } annex
   *[other] { $n } annexes
}
terms-opened = The official text was opened in the browser { $at }.
terms-summary = Tilslut’s summary
terms-summary-note = Our own words. These are not the terms: the official text applies.
terms-point-who = The management representative accepts for the organisation. A reporter can only prepare.
terms-point-administrators = Administrators with a pseudonym are shown with their full name in e-mails and system messages (clause 5.1).
terms-point-close = An organisation administrator can close the organisation’s connection (clause 5.2).
terms-point-data = The organisation must keep its own and its employees’ data up to date (clause 10.1).
terms-point-incidents = The duty to report security incidents also covers a connected Local IdP (clause 10.8).
terms-point-rights = No notification is given of new rights (clause 17).
terms-point-changes = New terms apply three months after the organisation administrators have been notified. New functions that do not change existing use may be introduced without notice.
terms-point-price = The connection and the first three users cost DKK 0. Each further user costs DKK 20 excluding VAT. See current prices at mitid-erhverv.dk.
terms-official = Open the official text
terms-official-again = Open the official text again
terms-official-practice = Open the practice text
terms-official-practice-again = Open the practice text again
terms-opened-practice = The practice text in place of the official one was opened in the browser { $at }.
terms-unopened = The official text has not been opened from here yet.
terms-unopened-practice = The practice text in place of the official one has not been opened from here yet.
terms-practice = In practice a practice text on this computer is opened in place of the official text.
terms-honest-practice = Your approval in practice includes the terms. Nothing is accepted at MitID Erhverv. Tilslut notes which edition it is, and when the practice text was opened in the browser. Whether you have read it, only you know.
terms-accept-hint-practice = In practice you accept nothing at MitID Erhverv.
terms-summary-show = Show Tilslut’s summary
terms-summary-shown = Tilslut’s summary shown { $at }.
terms-not-accepted-there = At MitID Erhverv the terms are accepted only when the agreement is concluded there.
terms-nothing-accepted-there = In practice nothing is accepted at MitID Erhverv.
terms-accept = I accept that my approval includes these terms
terms-accept-official = I agree to these terms
terms-accept-hint = At MitID Erhverv you accept them only when the agreement is concluded there.
terms-open-first = Open the text in the browser before you can tick the box. Tilslut’s summary is not enough.
terms-preview = Only the management representative can accept, after opening the official text in person. What you open does not count as acceptance.
terms-honest = What applies where?
terms-honest-text = Your approval in Tilslut includes the terms. At MitID Erhverv they are accepted only when the agreement is concluded there. Tilslut notes which edition it is, and when the official text was opened in the browser. Whether you have read it, only you know.
terms-honest-official = Here you note in your case that you agree. At MitID Erhverv the terms are accepted when the agreement is concluded there. Tilslut notes which edition it is, and when the official text was opened in the browser. Whether you have read it, only you know.
terms-honest-reporter = Only the management representative can accept, and at MitID Erhverv that is done when the agreement is concluded there. Tilslut notes which edition you saw, and whether the official text was opened in the browser.
terms-newer = Is there a newer edition?
terms-newer-text = This is the newest edition Tilslut knows of. Compare the date with the official page.

# Administrators
administrators-title = Appoint organisation administrators
administrator = Administrator { $n }
representative-too = The management representative is an administrator too
representative-too-hint = No need to type { $name } twice: the name and e-mail are reused
representative-too-hint-unnamed = The name and e-mail are reused, so there is no need to type them twice
representative-unnamed = The management representative’s name is still missing
representative-name-first = Enter the name
representative-correct = Correct it for the management representative
add-first = Add an administrator
add-another = Add another administrator
administrators-most = { $n } administrators is the most that one case takes. More can be added in MitID Erhverv afterwards.
administrator-email-hint = { $name } gets the set-up link here
administrator-email-hint-unnamed = The set-up link is sent here
born-legend = Date of birth
born-hint = We never ask for a CPR number
born = Born { $date }
has-cpr = Does { $name } have a Danish CPR number?
has-cpr-unnamed = Does the administrator have a Danish CPR number?
has-mitid = Does { $name } have private MitID at level Substantial?
has-mitid-unnamed = Does the administrator have private MitID at level Substantial?
has-mitid-hint = An ordinary Danish MitID with a CPR number is enough
filled-in = Filled in
remove-title = Remove { $name }?
remove-text = The answers about this administrator will be deleted from the case.
administrators-two = Appoint at least two
administrators-two-text = If the only administrator leaves, nobody can get in. The management representative then has to start again.
administrators-outside = An accountant, a lawyer or another outside administrator can also be appointed.
administrators-then = When you are connected
administrators-then-text = Each administrator gets an e-mail with a link. The set-up must be finished within 60 days.

# Check
check-title = Check the answers
missing-title = { $n ->
    [one] { $n } answer is missing before the case is whole
   *[other] { $n } answers are missing before the case is whole
}
need-section = Need
need-section-label = Need for a connection
need-connected-short = Connected already
need-short-open = Not settled yet
need-short-severalPeople = Yes: several people will act digitally
need-short-notAlone = Yes: the person acting may not sign alone
need-short-kindNotCovered = Yes: MitID private for business is not mentioned for this kind
need-short-notRuledOut = Yes: it cannot be ruled out
need-short-ownerAlone = MitID private for business is probably enough: the owner acts alone
need-short-signsAlone = MitID private for business is probably enough: one person acts and signs alone
need-short-associationRepresentative = MitID private for business is probably enough: the association representative acts alone
organisation-section = Organisation
name-and-cvr = Name and CVR number
form-and-status = { $form }. { $status }, looked up { $at }
role-label = Your role
reporter-label = Reporter
representative-section = Management representative
name-and-job = Name and title
in-cvr = Named in CVR, as you answered
has-private-mitid = Has private MitID at level Substantial
terms-section = Terms
edition = Edition
administrators-section = Organisation administrators
cpr-answer = Danish CPR number:
mitid-answer = MitID at level Substantial:
signed-title = What is approved
signed-text = { $n ->
    [one] That { $organisation } is connected to MitID Erhverv with { $n } administrator, as shown here. Nothing else.
   *[other] That { $organisation } is connected to MitID Erhverv with { $n } administrators, as shown here. Nothing else.
}
signed-organisation = { $name }, CVR { $cvr },
signed-organisation-unnamed = the organisation with CVR { $cvr }
hands-over-title = What is handed over
hands-over-text = { $n ->
    [one] The case that { $organisation } is connected to MitID Erhverv with { $n } administrator, as shown here. Nothing is approved.
   *[other] The case that { $organisation } is connected to MitID Erhverv with { $n } administrators, as shown here. Nothing is approved.
}
hand-over-code = Hand-over code
hand-over-code-note = If you log in with MitID when you hand over, the code in MitID must be exactly this. Whoever approves gets another code: the control code, shown only where the case is approved.
hand-over-code-later = The code is computed once the answers are complete. It is the hand-over’s own and not the code of the approval.
hand-over-code-same = The code belongs to the login that handed the case over. Reporter and management representative see the same and can compare it by phone. The control code of the approval is another one.
hand-over-exact-note = Exactly these characters are handed over.
control-code = Control code
control-code-note = The code is computed from the answers. Change one character and the code changes. It is shown again in MitID when you approve.
control-code-later = The code is computed once the answers are complete. You will see it again in MitID when you approve.
code-spoken = Code { $code }
exact = View the exact content
exact-note = Exactly these characters are approved and can be checked afterwards.
approve = Approve with MitID
approve-next = Next: login in your browser
approve-later = Cannot be approved yet: something is missing
hand-over-to = Hand over to { $name }
hand-over-next = Next: an encrypted file
hand-over-later = Cannot be handed over yet: something is missing

# Handing over
hand-over-title = Hand the case over to { $name }
hand-over-lede = You can prepare but not conclude. { $name } receives the case in an encrypted file, opens it with Tilslut on their own computer and approves it.
hand-over-lede-official = You can prepare but not conclude. { $name } receives the case in an encrypted file, opens it with Tilslut on their own computer and concludes the agreement at mitid-erhverv.dk.
hand-over-file = Save the file
hand-over-file-text = You choose where to put it. It is encrypted and can be sent as an attachment.
hand-over-words = Read out six words by phone
hand-over-words-text = Tilslut shows six words. { $name } can only open the file with them.
hand-over-approve = { $name } reviews and approves
hand-over-approve-text = { $name } can read everything but change nothing, and approves it all at once with private MitID.
hand-over-official = { $name } reviews and concludes the agreement
hand-over-official-text = { $name } can read everything but change nothing, and types it at mitid-erhverv.dk. Tilslut shows each answer, screen by screen.
hand-over-reporter = Something to change?
hand-over-reporter-text = You can take the case back, correct it and make a new file. Tilslut cannot see whether { $name } has approved the old one already: ask first.
hand-over-act = Save hand-over file
hand-over-logged-in = Log in with MitID before the file is saved
hand-over-logged-in-hint = Optional. Then { $name } can see who handed the case over. You approve nothing by it, and the code in MitID is the hand-over’s own.
hand-over-kept = Your login goes into the file
hand-over-kept-text = You logged in with MitID { $at } as { $approver }, but no file has your login in it yet. Tilslut has kept it, so you need not log in again. If you change the answers, it no longer counts.
handed-title = The case is ready for { $name }
handed-lede = Send the file, and read the words out by phone. On their own they are of no use to anyone else.
handed-file = The file is saved
handed-file-text = Send it to { $name }, for example by e-mail.
handed-written = Made { $at }.
handed-words = Read these six words to { $name }
handed-words-text = Call, and read them aloud. Do not send them along with the file:
handed-words-why = When you make the call yourself, you both know that the file comes from you.
handed-then = { $name } opens the file in Tilslut
handed-then-text = Under “Open hand-over file”. { $name } receives the receipt once the case is approved: ask for a copy.
handed-by = Your login is in the file
handed-by-text = { $name } can see that { $approver } logged in with MitID and handed the case over.
handed-by-other = MitID knows you as { $approver }. That is another name than the one you have given as the reporter, and { $name } can see both.
handed-wrong = Something to correct?
handed-wrong-text = Take the case back as a draft. The old file can still be opened and approved by anyone who has both file and words. So send the new file when it is ready, and ask { $name } to delete the old one.
take-back = Take the case back
handed-again = Is the file lost?
handed-again-text = Make a new one. It gets new words.
hand-over-again = Save the file again
copy-path = Copy the file’s location

# Opening a hand-over file
open-title = Open a hand-over file
open-lede = A reporter has prepared a connection for you to review and approve.
open-administrator = It is about administrator { $n } in the file.
open-file = Choose the file
open-file-text = It ends in .tilslut and is wherever you saved it from the e-mail.
open-choose = Choose file
open-choose-other = Choose another file
open-choose-first = Choose the file first
open-words = Type the six words
open-words-text = The reporter reads them to you by phone. Make the call yourself, to a number you know.
open-words-label = The six words
open-words-hint = With spaces in between. Capitals do not matter
open-read = Read and approve
open-read-text = You see everything before you decide. Opening the file sends nothing.
open-sure = In doubt?
open-sure-text = If you have not agreed this with anyone, do not open the file. Call the person who sent it.
open-act = Open the file

# Review
review-title = Review what { $name } has prepared
review-window = Review case from { $name }
review-above = Handed over for your approval
review-lede-official = Read all of it. If it is right, you conclude the agreement at mitid-erhverv.dk. Tilslut shows you what to type, screen by screen.
review-lede = You can read but not change. You approve all of it, or you ask for a change.
review-reporter-too = Also prepared the case. That is allowed: is it intended?
review-wrong = Is something wrong?
review-wrong-text = Do not approve. Call { $name }, who can take the case back, correct it and send a new file. When you open the new file, it replaces this case.
review-if = If you approve
review-if-text = You approve all the answers at once with private MitID. { $name } cannot conclude without you.
review-login = Who handed over
review-login-proven = { $approver } logged in with MitID { $at } to hand over this very case.
review-login-same = That is the reporter’s name.
review-login-other = The case was prepared by { $name }, but MitID knows the person who handed it over as { $approver }. Call { $name } before you approve.
review-login-c = What MitID showed is not proven.
review-login-d = The MitID service’s key cannot be confirmed on this computer, so the login is not proven.
review-login-unproven = The file has a login in it that cannot be confirmed here. It may have been changed, be about something else, or come from a MitID service that Tilslut does not trust on this computer. Call { $name } before you approve.
review-terms-tick = Tick the terms first
review-terms-first = Open the terms first
review-approve = Approve all choices

# The login
approve-title = Approve in your browser
approve-hand-over-title = Log in to hand over
approve-hand-over-then = Tilslut checks the answer and saves the hand-over file
approve-hand-over-cancel = Cancel the login
approve-lede = Tilslut waits here and carries on by itself when you are done.
approve-preparing = Preparing the login
approve-preparing-text = Your browser opens in a moment.
approve-opened = Tilslut has asked your browser to open the login
approve-open-yourself = Open the link in your browser
approve-host-practice = The practice MitID is on this computer:
approve-host-live = Look for
approve-host-end = in the address. Tilslut never sees your user ID.
approve-compare = Log in with private MitID and compare the code
approve-code = The code in MitID must be exactly this:
approve-hand-over-code = The hand-over code in MitID must be exactly this:
approve-text = The text in MitID: “{ $text }”
approve-other = Is the code different?
approve-other-text = Reject in MitID, and cancel here.
approve-then = Tilslut checks the answer, sends the case and makes your receipt
approve-then-text = Close the browser tab and come back to this window.
browser-failed = Your browser could not be opened
browser-failed-text = Copy the link and paste it into the address bar of the browser you normally use. Tilslut waits in the meantime.
copy-link = Copy the login link
open-browser = Open in the browser again
open-browser-first = Open in the browser
login-anew = Start again with a new link
late = Has nothing happened yet?
late-lost = Is the browser tab gone?
late-lost-text = Choose “Open in the browser again”, or copy the link to another browser. It is still the same login.
late-error = Does the browser show an error?
late-error-text = Then no answer comes back here. Choose “Start again with a new link”.
late-approved = Have you approved in MitID?
late-approved-text = Then the browser says “MitID has answered”. If it does not, Tilslut has received nothing, and the approval does not count: start again.
time-left = Time left
clock = { $minutes }:{ $seconds }
minutes = minutes
minutes-left = { $n ->
    [one] Less than { $n } minute left
   *[other] Less than { $n } minutes left
}
expires = Expires at{"\u00A0"}{ $time }. Your answers are saved.
not-back = Stuck?
finished = I am done. What now?
finished-text = When MitID has answered, the browser says so, and this window carries on by itself. If nothing happens, open the browser again, or start again with a new link. Your answers are saved.
cancel-login = Cancel the approval
nothing-sent = Nothing has been sent yet
waiting = Waiting for MitID

# Another name than the representative's
confirm-title = Who has approved?
confirm-lede = MitID has answered, and Tilslut has checked the answer. But the name is another than the management representative’s, so nothing has been sent yet.
confirm-lede-authority = MitID has answered, and Tilslut has checked the answer. But the MitID service does not name the organisation as one that you may represent, so nothing has been sent yet.
confirm-in-mitid = Name in MitID
confirm-in-case = Management representative in the case
confirm-in-register = In the register
confirm-broker = At the MitID service
found-otherCandidate = The register names { $candidate }.
found-notListed = The name is not among those whom the register names as possible management representatives.
found-notTold = The register does not tell who can be management representative.
authority-confirmed = The person may represent the organisation.
authority-other = The organisation is not named as one that the person may represent.
confirm-how = How does this fit together?
explanation-samePerson = It is { $name }, who has another name in MitID
explanation-samePerson-hint = For example a new surname, or a nickname in the case.
explanation-mayRepresent = { $approver } may represent { $organisation }
explanation-mayRepresent-hint = Tilslut cannot check this. The case and the evidence still name { $name } as management representative.
explanation-unchecked = Tilslut cannot check this.
confirm-wrong = Was that not meant?
confirm-wrong-text = Choose “Do not use the approval”. All answers are saved, so the case can be corrected or approved again. Tilslut notes that there was an approval that was not used.
confirm-kept = The evidence is saved. Your answer goes with it and stands on the receipt.
confirm-not-kept = The evidence is not saved on this computer yet: do not close Tilslut. Your answer goes with it and stands on the receipt.
confirm-and-send = Confirm and send
set-aside = Do not use the approval
set-aside-earlier = Not used
set-aside-one = { $approver }, { $at }
step-approve-explain = Waiting for your answer
state-confirming = Answer missing
next-explainApprover = Say who has approved
next-act-explainApprover = Answer
spelled = The case spells the name “{ $name }”.
explained-samePerson = The case names { $name } as management representative. It has been stated that this is the same person. The answer stands on the receipt.
explained-mayRepresent = The case’s management representative is { $name }. It has been stated that { $approver } may represent { $organisation }. Tilslut has not checked this. The answer stands on the receipt.

# Done
done-title-accepted = The connection is approved
done-title-sending = Approved, and being sent
done-title-notSent = Approved, but not sent yet
done-title-noReceiver = Approved in Tilslut
done-title-unknown = Approved, but perhaps not delivered
done-title-refused = Approved, but rejected by the receiver
done-title-unsaved = Approved, but not saved yet
done-window-accepted = Approved
done-window-sending = Being sent
done-window-notSent = Not sent
done-window-noReceiver = Approved
done-window-unknown = Delivery uncertain
done-window-refused = Rejected
done-window-unsaved = Not saved
done-practice = This was practice: { $organisation } is not connected to MitID Erhverv.
done-practice-dates = The dates show what would apply in a real case.
done-next = What happens now
other-name = { $approver } has approved
other-name-text = This is a different name from the case’s management representative, { $name }. If it is the same person under another name, all is well. Otherwise, talk to each other before you rely on the approval.
delivered = Delivered.
delivered-practice = The practice receiver has taken the case and given it a number.
delivered-live = The receiver has taken the case and given it a number.
sending = Being sent.
sending-text = The approval is saved and on its way to the receiver.
not-sent = Not sent yet.
not-sent-text = The receiver could not be reached, so nothing was sent. The approval is saved: you do not need to log in again.
no-receiver = The approval is kept.
no-receiver-text = No receiver is set up, so Tilslut sends it to nobody. Conclude the agreement at mitid-erhverv.dk now.
no-receiver-text-practice = There is no receiver, so it was sent to nobody. It was a practice run.
send-again = Send again
unknown-title = Tilslut does not know whether the case has arrived.
unknown-text = There has been no answer since { $at }. When you ask, Tilslut sends the same case with the same id: if the receiver has it, it only answers, and otherwise it takes it. It does not create two connections.
ask-receiver = Ask the receiver
refused-title = The receiver has rejected the case.
refused-text = The reason is:
refused-next = A rejected case cannot be sent again. Start a new connection and correct what the reason says. Nobody was appointed by this approval, but the case and the evidence stay here.
unsaved = The approval is not saved on this computer yet
unsaved-text = Do not close Tilslut: the approval would be lost, and you would have to log in again. Make room on the disk if it is full, and save again. The approval is sent only once it is saved.
save-again = Save again
done-links-practice = The practice receiver makes a link for each administrator.
done-links-live = Each administrator gets a link when the agreement is concluded.
link-sent-practice = { $name }: e-mail made { $at }, not sent out
link-sent-live = { $name }: sent { $at }, says the receiver
link-not-sent = { $name }: the receiver has said nothing about the e-mail yet
done-mailbox = View the e-mails in the practice mailbox
deadline-in = { $n ->
    [0] { $day }, today
    [one] { $day }, in { $n } day
   *[other] { $day }, in { $n } days
}
done-expected = Expected at the latest.
done-expected-text = MitID Erhverv handles the documents. That may take up to ten working days when they are in order. If they are rejected, the reason is in the e-mail you get.
done-deadline = The set-up must be finished.
done-deadline-text = After that the link stops working. Counted from the approval: the 60 days run from the agreement.
done-users = Invite the users.
done-users-text = A user administrator does this in MitID Erhverv.
environment-lede = Tilslut helps your organisation to be connected to MitID Erhverv.
environment-practice = Try it first
environment-practice-text = Go all the way through on your own computer, with imitated services. Nothing is sent to anybody, and nobody is connected.
environment-practice-begin = Begin in practice
environment-live = A real connection
environment-live-text = Prepare and check your case here, and conclude the agreement yourself at mitid-erhverv.dk while Tilslut shows the way. Nothing is sent before you press something that says so.
environment-live-begin = Begin a real case
environment-change = You can change at any time in the menu on the left. Practice and real cases are kept apart.
environment-private = Tilslut is a private program. It is no part of MitID Erhverv or of any public authority.
environment-switch = Practice or live
environment-short-practice = Practice
environment-short-live = Live
official-act = Conclude at MitID Erhverv
official-instead = Conclude at MitID Erhverv
official-instead-practice = Rehearse it on the practice site instead
official-next = Next: screen by screen
official-record-title = The agreement is concluded at mitid-erhverv.dk
official-record = You log in and approve there, with your private MitID. Tilslut sends nothing and is not told how it went. Your receipt is the e-mail that MitID Erhverv sends. Say afterwards how it went: then Tilslut keeps an eye on the dates.
official-why-title = Why not in Tilslut?
official-why = Approving in Tilslut takes a MitID service that your organisation has an agreement with. It is not needed to be connected.
cvr-hint-by-hand = Eight digits. Find them on the register’s page if you do not have them
register-open = Open datacvr.virk.dk
by-hand-always = Write it as it stands in CVR. It is marked as written by you.
unusable-title = Something in the profile cannot be used
unusable-text = The rest is used. Services says what is missing, and what you can do.
unusable-members = It is about: { $members }
proof-title = The evidence
proof-note = A MitID approval with technical evidence. It is not a qualified signature.
proof-note-practice = A practice approval with technical evidence. It proves nothing: the practice keys are public.
approved-by = Approved by
proof-level = Evidence level
level-a = long-lived evidence from the MitID service, and the text matches
level-b = known key of the MitID service, and the text matches
level-c = the text did not come back, so what was shown is not proven
level-d = the MitID service’s key is not known in advance
paper-title = Your receipt
paper-kind = PDF, Tilslut’s own record
paper-level = Evidence level { $level }
save-receipt = Save receipt
open-receipt = Open
save-evidence = Save evidence file

# The practice mailbox
mailbox-title = Practice mailbox
mailbox-lede = E-mails that the practice receiver would have sent. None of them has left this computer.
mailbox-empty = The mailbox is empty. When a case has been approved and delivered, the receipt and the links appear here.
letter-to = To { $to }
letter-receipt = Receipt
letter-setUpLink = Set-up link
letter-case = Go to the case

# About practice
about-title = About practice
about-lede = PRØVE is a training ground: the whole journey, with nothing happening in reality.
about-real = This is real
about-real-keep = Your cases are encrypted and kept on the computer
about-real-login = The login goes through your browser, as it would with MitID
about-real-proof = The evidence is made and checked in the same way
about-real-receipt = The receipt is a real PDF, marked PRØVE on every page
about-pretended = This is simulated
about-pretended-mitid = MitID: you choose a practice person instead of logging in
about-pretended-register = CVR: a small register of made-up organisations
about-pretended-receiver = The receiver: it answers and writes e-mails to the practice mailbox
about-try = Try it
about-try-text = Start a new connection and type the CVR number of one of the made-up organisations. The first is a good one to begin with.
about-find = Find an organisation
about-find-hint = By name, CVR number, form of organisation or what it shows, for instance bankruptcy
about-shown = Showing { $n } of { $all } organisations.
about-all = Show all { $n } organisations
about-few = Show only the first
about-persons = Practice people
about-shows = What it shows
about-try-people = When the browser opens, you choose who you are. Try rejecting, cancelling and choosing someone else too: nothing can break.
about-mark = How to recognise it
about-mark-text = A band and a hatched frame round the window, PRØVE in the title, in case numbers and file names and on every page of the receipt.
about-proves = It proves nothing
about-proves-text = The practice keys are public, so anyone can make the same evidence. It counts for nothing.
about-live = When it is for real
about-live-text = Live cases have a set-up and files of their own. A practice case cannot become a live one.

# Help
help-title = Help
help-lede = The way from the first question to the receipt, and what is kept where.
help-way = The way
help-way-need = Need.
help-way-need-text = For some, MitID private for business is enough.
help-way-organisation = Organisation and role.
help-way-organisation-text = The CVR number, and whether you approve the case yourself or prepare it for someone else.
help-way-representative = Management representative.
help-way-representative-text = The person who enters into the agreement.
help-way-documents = Documents.
help-way-documents-text = Only when the connection cannot be made automatically.
help-way-terms = Terms.
help-way-terms-text = The official text opens in your browser. If you approve in Tilslut, your approval includes it. At MitID Erhverv the terms are accepted only when the agreement is concluded there.
help-way-administrators = Administrators.
help-way-administrators-text = They set the organisation up and receive a link by e-mail.
help-way-approve = Conclusion.
help-way-approve-text = At mitid-erhverv.dk in your browser, while Tilslut shows beside it, screen by screen, what to choose and type. If you have a MitID service, you approve in Tilslut first. A reporter can hand the case over in a file.
help-way-outcome = How did it go?
help-way-outcome-text = Tilslut cannot see what happens on the site. You say how it went, and can correct it later. Then Tilslut keeps an eye on the dates under Follow-up.
help-way-mail = The receipt from MitID Erhverv.
help-way-mail-text = It comes by e-mail. Drag it into the window: Tilslut matches it to the case and can check who signed it.
help-way-record = The record.
help-way-record-text = A PDF with what you entered, what was stated, and the e-mail. It is your own and does not by itself prove who approved.
help-way-setUp = Set-up.
help-way-setUp-text = The administrators have 60 days.
help-keys = Keyboard
help-key-tab = Tab
help-key-tab-text = Moves to the next field or button. Shift and Tab moves back.
help-key-enter = Enter
help-key-enter-text = Presses the button, or continues from a field.
help-key-space = Space
help-key-space-text = Ticks a box. The arrow keys move between answers.
help-key-escape = Escape
help-key-escape-text = Closes a dialog without doing anything.
help-kept = What is kept where
help-kept-cases = The cases are encrypted on this computer. Tilslut only sends something when you ask for it: look-ups in CVR, the login with MitID, an approved case to the receiver that you chose yourselves, the question for the key of an e-mail’s signature, and whether there are updates or a profile’s services answer. If you have chosen a register, a whole CVR number is looked up by itself. If something was on its way when Tilslut closed, Tilslut tries again at the next start.
help-kept-key = The key is in the computer’s key store, or is unlocked with your passphrase. The recovery code is the other way in.
help-kept-cpr = Tilslut asks for no CPR number and rejects what looks like one.
help-ask = Ask about connecting
help-ask-text = MitID Erhverv answers questions about rules, rejections and documents.
help-ask-site = Go to mitid-erhverv.dk
help-official = Not official
help-official-text = Tilslut is a private program. It is not part of MitID Erhverv or the public sector.
help-words = Ask the reporter
help-words-text = If someone else prepared the case, their name and e-mail are shown in the panel on the left.

# Settings
settings-title = Settings
language = Language
theme = Appearance
theme-system = Same as the computer
theme-light = Light
theme-dark = Dark
key-title = How your cases are locked
key-keyStore = The key is in the computer’s key store. The cases are unlocked while you are logged in to the computer.
key-passphrase = You unlock them yourself with your passphrase.
key-recoveryCode = This time you unlocked with the recovery code. If you have forgotten the passphrase, choose a new one below: the old one is not asked for.
passphrase-title = Passphrase
passphrase-needed = Asked for
passphrase-not-needed = Not asked for
passphrase-none-text = The cases open by themselves for whoever is logged in to the computer as you. With a passphrase they open only for whoever knows it, also when Tilslut has locked itself.
passphrase-beside-text = A passphrase opens the cases, but the computer’s key store does too, without asking. Choose the passphrase again, and the cases open with it only.
passphrase-set-text = The cases open only when you type your passphrase, or with the recovery code.
passphrase-code-first = Make the recovery code first. If you forget the passphrase, the code is the only way to the cases.
passphrase-set = Choose a passphrase
passphrase-change = Change the passphrase
passphrase-remove = Remove the passphrase
passphrase-remove-text = Then the cases open by themselves again for whoever is logged in to the computer as you.
passphrase-current = The passphrase that you use now
passphrase-new = New passphrase
passphrase-again = Type the new one again
passphrase-keep = Use the passphrase
passphrase-cancel = Cancel
passphrase-now-set = The cases now open with the passphrase only.
passphrase-now-removed = The cases now open by themselves when you are logged in to the computer.
lock-after = Tilslut locks itself when nobody has used it
lock-after-system = Tilslut also locks when the screen is locked, the computer goes to sleep, or another user logs in.
lock-after-saved = What you have typed is saved first, and a MitID login may finish.
lock-after-hides = While Tilslut is locked, the cases cannot be seen. But whoever is logged in to the computer as you can open them again without being asked for anything.
lock-after-minute = After 1 minute
lock-after-fiveMinutes = After 5 minutes
lock-after-quarterHour = After 15 minutes
lock-after-halfHour = After 30 minutes
lock-after-hour = After 1 hour
lock-after-never = Never
recovery-code = Recovery code
recovery-made = Made
recovery-not-made = Missing
recovery-why = The code is the other way in to your cases: with a new computer, a new user or a forgotten passphrase. Without it the cases may be lost.
recovery-make = Make recovery code
recovery-new = Make a new code
recovery-new-text = A new code replaces the old one.
recovery-write = Write the code down on paper, or keep it in your password manager. It is shown only this once and is not kept on the computer.
recovery-back = Type two of the groups, so that we both know the code has been written down
recovery-group = Group { $n }
recovery-confirm = The code has been written down
safe-title = Two ways in
safe-text = The recovery code opens the cases when the computer’s key store or the passphrase does not. If you lose every way in, nobody can open them, not even us.
remembered-title = Your details as reporter
remembered-text = Filled in by itself in your next case. What stands in the cases stays there if you forget this.
remembered-none = Tilslut remembers none. Once you have been the reporter of a case, you need not type name, firm and e-mail again.
remembered-forget = Forget the details
update-look = Look for an update
update-asking = Asking whether there is a newer Tilslut
update-newest = No newer Tilslut was found. You have version { $version }.
update-newer = There is a newer Tilslut: version { $version }.
update-newer-text = What is saved stays where it is. Tilslut closes, and the new one opens.
update-install = Fetch and restart
update-installing = Fetching the new Tilslut
update-failed = The update could not be fetched.
update-failed-text = Either the address did not answer, or what came was not signed with the right key. Nothing has been changed. Check that you are online and try again.
version = Version { $version }

## A clock that is wrong, a browser that wants https, a login without a name

approve-clock-title = Set the computer’s clock before you log in
approve-clock-text = Tilslut has not opened the browser yet. If the clock is wrong, the browser or MitID may turn you away, and the evidence will say that it was wrong.
approve-clock-windows = Windows: Settings → Time & language → Date & time. Let Windows set the time automatically, and synchronise the clock.
approve-clock-macos = macOS: System Settings → General → Date & Time. Let macOS set the time and date automatically.
approve-clock-linux = Linux: Settings → System → Date & Time. Turn on automatic date and time.
approve-clock-again = The clock is set: try again
approve-clock-anyway = Continue anyway
approve-clock-anyway-text = The approval counts even if the clock is wrong. Its time is the MitID service’s own, and the evidence says how wrong the clock was.
approve-https = Your browser tried to come back with https
approve-https-text = The answer goes to an address on this computer that begins with http, not https. Change “https” to “http” in the browser’s address bar and press Enter. If that does not work, copy the link and open it in another browser.
somebody-unnamed = The person who logged in
confirm-lede-noName = MitID has answered, and Tilslut has checked the answer. The approval holds, but MitID gives no name, so nothing has been sent yet.
explanation-samePerson-noName = It is { $name }, whose name MitID does not give
no-name-approved = MitID did not say who approved
clock-then = The computer’s clock
problem-code = Code from the MitID service: { $code }
clock-is-behind = The computer’s clock is { $difference } behind the MitID service’s
clock-is-ahead = The computer’s clock is { $difference } ahead of the MitID service’s

## Who logged in, and what time it was

login-name-not-given = Name not given by MitID
login-name-protected = Name not given by MitID: the name is protected
receipt-clock = The computer’s clock
clock-was-behind = was { $difference } behind the MitID service’s when the login began
clock-was-ahead = was { $difference } ahead of the MitID service’s when the login began
time-and = { $first } and { $last }
time-days = { $n ->
    [one] { $n }{ "\u00A0" }day
   *[other] { $n }{ "\u00A0" }days
  }
time-hours = { $n ->
    [one] { $n }{ "\u00A0" }hour
   *[other] { $n }{ "\u00A0" }hours
  }
time-minutes = { $n ->
    [one] { $n }{ "\u00A0" }minute
   *[other] { $n }{ "\u00A0" }minutes
  }
time-seconds = { $n ->
    [one] { $n }{ "\u00A0" }second
   *[other] { $n }{ "\u00A0" }seconds
  }

# Use again: what came along from another case
carried-unchanged = Unchanged
carried-lookAgain = Look again
carried-read-again = Read again
carried-ask-again = Look up again
carried-correct = To be corrected
carried-replace = To be replaced
carried-text-unchanged = The answers are those of the other case. Check that they still fit, and continue.
carried-text-lookAgain = This is from the other case and has to be gone through again.
carried-text-correct = This was the reason why the other case stopped. Correct it, and continue.
carried-text-replace = A document here was the reason why the other case stopped. Replace it.

# The self-diagnosis
diagnosis-title = When you ask for help
diagnosis-text = Copy the text and send it along. This is all of it. Names, addresses and numbers of the case are left out. Read the notes through first all the same, for you wrote them yourself.
diagnosis-copy = Copy the text
diagnosis-practice = practice
diagnosis-live = live
diagnosis-program = Tilslut { $version }, { $environment }, { $system }
diagnosis-rules = Rules read { $rules }, the screens at MitID Erhverv read { $guide }
diagnosis-notes = { $n ->
    [one] One screen looked different:
   *[other] { $n } screens looked different:
 }
diagnosis-no-notes = No screen was noted to be different
diagnosis-screen-unknown = The screen “{ $id }”, which this edition does not know
diagnosis-noted = Noted { $day }
diagnosis-noted-unknown = Day unknown
diagnosis-guide = Compared with the guide of { $day }
