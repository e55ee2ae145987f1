### The words of the documents beside the receipt (PDF). { "\u00A0" } keeps words together.

documents-number = No.
documents-email = E-mail
documents-replaced = Some characters cannot be printed and are shown by their Unicode numbers: { $characters }.
documents-first = First
documents-else = After that day
documents-approval = The approval behind it
documents-case-number = Case number
documents-case-number-of-practice = { $number } at the practice receiver
documents-case-number-of-live = { $number } at the receiver
documents-case-number-none = None yet: delivery was not confirmed when this document was made
documents-cvr = CVR { $cvr }
documents-role-heading = Role
documents-role = Organisation administrator
documents-role-both = Organisation administrator and management representative

## Summary of the appointed administrators

documents-administrators-title = Summary of the appointed administrators
documents-administrators-sentence-practice = { $person } approved on { $time } with practice MitID that { $organisation } appoints { $administrators }.
documents-administrators-sentence-live = { $person } approved on { $time } with MitID that { $organisation } appoints { $administrators }.
documents-administrators-means-practice = This was practice: nobody is appointed at MitID Erhverv. The dates show what would hold in a real case.
documents-administrators-means-live = The appointment takes effect when MitID Erhverv has confirmed the connection. Tilslut cannot see whether anybody is changed there later.
documents-administrators-subject-practice = PRØVE: administrators appointed in practice, without effect
documents-administrators-subject-live = Administrators who were appointed by an approval in Tilslut
documents-administrators-file-word = administrators
documents-administrators-footer-practice = Tilslut’s own record of practice, not a message from MitID Erhverv. The page with the summary is for the management representative. Give each administrator their own page.
documents-administrators-footer-live = Tilslut’s own record, not a message from MitID Erhverv. The page with the summary is for the management representative. Give each administrator their own page.
documents-administrators-to-do = What the administrators must do
documents-administrators-first = When the connection is confirmed, each administrator receives an e-mail with a personal set-up link. Look in junk mail too.
documents-administrators-by = The set-up must be finished. The link is valid for 60{ "\u00A0" }days from the agreement, here counted from the approval.
documents-administrators-else = The link no longer works. Contact MitID Erhverv about how to go on.
documents-administrators-pages = On the next pages there is a page for each of them. It can be handed on: it says nothing about the others.

## The page of one administrator

documents-sheet-title = You are appointed organisation administrator
documents-sheet-sentence-practice = { $name } is appointed for { $organisation }. { $person } approved it on { $time } with practice MitID.
documents-sheet-sentence-live = { $name } is appointed for { $organisation }. { $person } approved it on { $time } with MitID.
documents-sheet-means-practice = This was practice: you are not appointed at MitID Erhverv and receive no e-mail. This is what would hold in a real case.
documents-sheet-means-live = The appointment takes effect when MitID Erhverv has confirmed the connection.
documents-sheet-file-word = administrator
documents-sheet-footer-practice = Tilslut’s own record of practice, not a message from MitID Erhverv. This page is for the person named on it.
documents-sheet-footer-live = Tilslut’s own record, not a message from MitID Erhverv: the set-up link comes by e-mail. This page is for the person named on it.
documents-sheet-to-do = What to do by { $day }
documents-sheet-link-awaited = Find the e-mail with your personal set-up link. It is sent to { $email } when the connection is confirmed. Look in junk mail too.
documents-sheet-link-practice = Find the e-mail with your personal set-up link. The practice receiver made it for { $email } on { $time }. Nothing was sent out.
documents-sheet-link-live = Find the e-mail with your personal set-up link. The receiver says that it was sent to { $email } on { $time }. Look in junk mail too.
documents-sheet-log-in = Open the link, and log in with your own private MitID.
documents-sheet-decide = Agree with the organisation, and answer: May the users use their private MitID at work? Which separate authenticators do you want: MitID app, code display, audio code reader or chip? The answers can be changed later.
documents-sheet-finish = Choose what you yourself will log in with. Check the summary, and confirm.
documents-sheet-roles = Give roles to those who are to be user administrators and rights administrators. They create the users and give them rights.
documents-sheet-else = The link is valid for 60{ "\u00A0" }days from the agreement, here counted from the approval. If it no longer works, contact MitID Erhverv about how to go on.
documents-sheet-know = Good to know
documents-sheet-unable-heading = Unable to?
documents-sheet-unable = You must have a Danish CPR number and private MitID at level Substantial. Otherwise the set-up cannot be finished, and the connection must be started over. Say so at once.
documents-sheet-wrong-heading = Is anything wrong?
documents-sheet-wrong = If your name, e-mail address or date of birth below is wrong, tell { $name } before you begin.
documents-sheet-wrong-own = If your name, e-mail address or date of birth below is wrong, do not begin before you have settled it with MitID Erhverv.
documents-sheet-may-heading = The role
documents-sheet-may = You can change the organisation’s settings, give administrator roles, grant others business power of attorney and terminate the agreement.
documents-sheet-appointment = Your appointment

## Hand-over sheet

documents-administrators = { $n ->
    [one] { $n }{ "\u00A0" }administrator
   *[other] { $n }{ "\u00A0" }administrators
  }
documents-hand-over-title = Hand-over sheet
documents-hand-over-sentence = { $reporter } has prepared the connection of { $organisation }, { $cvr }, to MitID Erhverv and hands the case over to { $representative }, who is to review and approve it.
documents-hand-over-means-practice = This is practice: nothing has been sent to MitID Erhverv, and nothing will be.
documents-hand-over-means-live = Nothing has been approved or sent yet. A reporter can prepare but not conclude.
documents-hand-over-running = CVR { $cvr } · hand-over sheet
documents-hand-over-subject-practice = PRØVE: practice hand-over without effect
documents-hand-over-subject-live = Hand-over of a case in Tilslut to the management representative
documents-hand-over-file-word = hand-over sheet
documents-hand-over-footer-practice = Made with Tilslut as practice. This sheet opens nothing: the words for the file are not on it and must not be written on it.
documents-hand-over-footer-live = Made with Tilslut. This sheet opens nothing: the words for the file are not on it and must not be written on it.
documents-hand-over-what = What is handed over
documents-hand-over-from = From
documents-hand-over-to = To
documents-hand-over-administrators = Administrators
documents-hand-over-file = The file
documents-hand-over-written = made on { $time }
documents-hand-over-opening = How to open and approve the case
documents-hand-over-words-say = { $reporter } tells you by phone the six words that open the file. Place the call yourself, to a number that you know. Do not write the words down together with the file: whoever has both can read everything.
documents-hand-over-save = Save the file on your computer. Its name ends in .tilslut, and it is encrypted.
documents-hand-over-open = Open Tilslut, choose “Open hand-over file”, choose the file, and type the six words.
documents-hand-over-review = Review the answers. You can read but not change them. If anything is wrong, do not approve: call { $reporter }.
documents-hand-over-terms-practice = Read the terms: open the practice text in your browser, and tick the box. Nothing is accepted at MitID Erhverv.
documents-hand-over-terms-live = Read the terms: open the official text in your browser, and tick the box. At MitID Erhverv they are accepted only when the agreement is concluded there.
documents-hand-over-approve = Choose “Approve all choices”. Your browser opens, and you log in. Then you are done, and Tilslut makes your receipt.
documents-hand-over-mitid-practice = What practice MitID will ask you
documents-hand-over-mitid-live = What MitID will ask you
documents-hand-over-log-in = Login
documents-hand-over-log-in-with-practice = Practice MitID is on your own computer. Do not use your real MitID.
documents-hand-over-log-in-with-live = Your private MitID at level Substantial, in your own browser. Tilslut never sees your user ID.
documents-hand-over-text = The text
documents-hand-over-text-names = In Danish. It names CVR { $cvr }, { $count } and the control code.
documents-hand-over-code = Three times four characters. Tilslut shows the code when you have opened the terms and ticked the box. The one in MitID must be exactly the same. The reporter does not see it: the hand-over code is another one.
documents-hand-over-differs = It does not match?
documents-hand-over-differs-do = Reject in MitID, cancel in Tilslut, and call whoever handed the case over.
documents-hand-over-by-hand = For your own records. Never write the words here.
documents-hand-over-given = File handed over, date and how
documents-hand-over-told = Words told, date and time

## Set-up checklist

documents-checklist-title = Checklist for the connection
documents-checklist-organisation = the organisation
documents-checklist-open = Answers are missing before it can be said whether { $organisation } can be connected to MitID Erhverv.
documents-checklist-automatic = With these answers { $organisation } can normally be connected to MitID Erhverv automatically.
documents-checklist-by-documents = With these answers { $organisation } must enclose documents to be connected to MitID Erhverv.
documents-checklist-impossible = With these answers { $organisation } cannot be connected to MitID Erhverv.
documents-checklist-not-needed = With these answers { $organisation } probably needs no connection: MitID private for business is enough.
documents-checklist-say-practice = This is practice. Tick the boxes as you go. The rules were compared with MitID Erhverv’s pages on { $day }.
documents-checklist-say-live = Tick the boxes as you go. The rules were compared with MitID Erhverv’s pages on { $day }.
documents-checklist-running = CVR { $cvr } · checklist
documents-checklist-subject-practice = PRØVE: practice checklist without effect
documents-checklist-subject-live = Checklist for a connection, made from the answers of the case
documents-checklist-file-word = checklist
documents-checklist-footer-practice = Made with Tilslut as practice, from the answers of the case. Not from MitID Erhverv, who alone decide whether an organisation can be connected.
documents-checklist-footer-live = Made with Tilslut from the answers of the case. Not from MitID Erhverv, who alone decide whether an organisation can be connected.
documents-checklist-stops = Before: to be put right first
documents-checklist-missing = Before: answers that are missing
documents-checklist-unanswered = Some questions are not answered yet
documents-checklist-unanswered-do = Open the case in Tilslut: it shows which they are.
documents-checklist-needed = Before: this needs documents
documents-checklist-documents = Before: the documents
documents-checklist-warnings = Before: this may go wrong or take longer
documents-checklist-advice = Before: good to know
documents-checklist-ready = Before: everybody is ready
documents-checklist-enclosed = Ready: attached and confirmed
documents-checklist-enclose = Must be enclosed
documents-checklist-helps = Can help but need not be enclosed
documents-checklist-ready-representative = The management representative has read the terms and has the private MitID at hand.
documents-checklist-ready-administrators = Each administrator knows that the set-up link comes by e-mail, and has private MitID at level Substantial.
documents-checklist-ready-files = The documents are files that are easy to find.
documents-checklist-day = On the day
documents-checklist-day-check = Read the answers in Tilslut one last time: names, e-mail addresses and dates of birth.
documents-checklist-day-hand-over = Hand the case over: send the file to the management representative, and tell the six words by phone.
documents-checklist-day-approve = The management representative approves with private MitID. The control code in MitID is the one that Tilslut shows at the approval.
documents-checklist-day-receipt = Save the receipt and the evidence file.
documents-checklist-day-conclude = Follow Tilslut’s guide to MitID Erhverv. The agreement is concluded only when MitID Erhverv has confirmed it by e-mail.
documents-checklist-after = After: within 60{ "\u00A0" }days
documents-checklist-counted = The dates are counted as if the agreement is concluded on { $day }. If that becomes another day, they move with it.
documents-checklist-concluded = The agreement was concluded on { $day }.
documents-checklist-expected = Expected by { $day }
documents-checklist-answer = Answer from MitID Erhverv, if the case is sent on { $day } and the documents are in order. If it is rejected, the reason is in the e-mail, and you start a new application.
documents-checklist-soon = Soon after
documents-checklist-link = Each administrator has found the e-mail with the personal link. Look in junk mail too.
documents-checklist-set-up = The set-up is finished. The link is valid for 60{ "\u00A0" }days from the agreement.
documents-checklist-then = Then
documents-checklist-users = User administrators and rights administrators have been given their roles, and the users are created.

## List of cases

documents-list-title = List of cases
documents-list-cases = { $n ->
    [0] No cases
    [one] { $n }{ "\u00A0" }case
   *[other] { $n }{ "\u00A0" }cases
  }
documents-list-say = { $cases } in Tilslut on this computer on { $day }.
documents-list-file-word = list of cases
documents-list-subject-practice = PRØVE: list of practice cases
documents-list-subject-live = List of the cases in Tilslut on this computer
documents-list-footer-practice = Made with Tilslut. The list shows practice cases, which have nothing to do with MitID Erhverv.
documents-list-footer-live = Made with Tilslut. The list shows what this computer knows: not what has happened at MitID Erhverv since.
documents-list-totals = In all
documents-list-all = The cases
documents-list-organisation = Organisation
documents-list-state = Status
documents-list-changed = Changed
documents-list-approved = Approved
documents-list-receipt = Receipt
documents-list-number = No. { $number }
documents-list-kept = Keep to { $day }
documents-list-day = { $year }-{ $month }-{ $day }
documents-list-unnamed = Organisation not given

## Timeline of administrators

documents-timeline-title = Administrators over time
documents-timeline-approvals = { $n ->
    [0] no approvals
    [one] { $n }{ "\u00A0" }approval
   *[other] { $n }{ "\u00A0" }approvals
  }
documents-timeline-sentence = Who was appointed for { $organisation }, when, and by which approval. On { $day } there are { $approvals }.
documents-timeline-means-practice = This is practice: nobody is appointed at MitID Erhverv. The newest approval comes first.
documents-timeline-means-live = The newest approval comes first. Only approvals in Tilslut on this computer are here: Tilslut cannot see whether anybody was removed or added in MitID Erhverv.
documents-timeline-running = CVR { $cvr } · timeline
documents-timeline-file-word = timeline
documents-timeline-subject-practice = PRØVE: administrators over time in practice, without effect
documents-timeline-subject-live = Who was appointed when and by which approval
documents-timeline-footer-practice = Tilslut’s own record of practice, not a print from MitID Erhverv. Each evidence is kept with its case and can be checked by itself.
documents-timeline-footer-live = Tilslut’s own record, not a print from MitID Erhverv. Each evidence is kept with its case and can be checked by itself.
documents-timeline-approved = Approved by { $person }. Control code { $code }. { $outcome }
documents-timeline-nameless = the person who logged in
documents-timeline-accepted-practice = Case number { $number } at the practice receiver.
documents-timeline-accepted-live = Case number { $number } at the receiver.
documents-timeline-refused = The receiver refused the case, so nobody was appointed.
documents-timeline-unconfirmed = Delivery is not confirmed.
documents-timeline-stated = Stated { $time }: { $outcome }.
documents-timeline-mail-practice = Practice's e-mail: { $verdict }.
documents-timeline-mail-live = The official e-mail: { $verdict }.
documents-timeline-mail-another = It is about another organisation
documents-timeline-no-mail-practice = There is no e-mail in the case.
documents-timeline-no-mail-live = There is no official e-mail in the case.
documents-timeline-day-stated = { $day }, control code { $code }. Stated: { $outcome }
documents-timeline-name = Name
documents-timeline-before = Appointed before
documents-timeline-first = First time in Tilslut
documents-timeline-again = Yes, last on { $day }
documents-timeline-people = Person by person
documents-timeline-appointed = Appointed
documents-timeline-day = { $day }, control code { $code }
documents-timeline-day-refused = { $day }, control code { $code }: refused

# Calendar
calendar-file = Tilslut dates.ics
calendar-file-practice = PRØVE Tilslut dates.ics
calendar-kept = Saved from Tilslut. Save the dates again when something has changed: then they are replaced.
draft-file = Tilslut draft.eml
draft-file-practice = PRØVE Tilslut draft.eml
history-file = Tilslut history.json
history-file-practice = PRØVE Tilslut history.json
file-mail = E-mail
file-set-up = Checklist for the set-up (PDF)
file-calendar = Calendar file
log-report-file = Tilslut report.txt
file-log-report = Report (text)
file-history = History (JSON)

# Checklist of the set-up: one administrator's own
documents-set-up-title = Checklist for the set-up in MitID Erhverv
documents-set-up-sentence-concluded = { $name } has to finish the set-up of { $organisation } by { $until }. It was stated that the agreement was concluded on { $day }.
documents-set-up-sentence-approved = { $name } has to finish the set-up of { $organisation } by { $until }, counted from the approval on { $day }. The link comes once MitID Erhverv has confirmed the connection.
documents-set-up-say-practice = This is practice: no agreement was concluded, and no e-mail comes. Tick as you go. The list was compared with the pages of MitID Erhverv on { $day }.
documents-set-up-say-live = Tick as you go. The list was compared with the pages of MitID Erhverv on { $day }.
documents-set-up-subject-practice = PRØVE: checklist for the set-up, without effect
documents-set-up-subject-live = Checklist for the set-up in MitID Erhverv
documents-set-up-running = CVR { $cvr } · set-up
documents-set-up-file-word = set-up
documents-set-up-footer-practice = Made with Tilslut as practice. Not from MitID Erhverv: the set-up link would come by e-mail. The page is for the person named on it.
documents-set-up-footer-live = Made with Tilslut. Not from MitID Erhverv: the set-up link comes by e-mail. The page is for the person named on it.
documents-set-up-before = Have this ready
documents-set-up-step-3 = Step 3: The set-up
documents-set-up-step-4 = Step 4: The users
documents-set-up-sources = Sources
documents-set-up-official = Described by MitID Erhverv. Source { $numbers }
documents-set-up-third-party = Described by others. Source { $numbers }
documents-set-up-general = This is how it usually is. Concluded from source { $numbers }
documents-set-up-own = Our own advice. Concluded from source { $numbers }

# The sheet for the representative, when a reporter has sent the connection on at the official site
file-approval = Sheet for the representative (PDF)
documents-approval-title = Approve the connection to MitID Erhverv
documents-approval-sentence-practice = { $reporter } stated that the connection of { $organisation } was sent to { $name } on { $day } on the practice site.
documents-approval-sentence-live = { $reporter } stated that the connection of { $organisation } was sent to { $name } on { $day }.
documents-approval-say-practice = This is practice: nothing was sent to MitID Erhverv, and nobody has to approve anything.
documents-approval-say-live = Only the management representative can approve it. Until that is done, the organisation is not connected. Tick as you go along.
documents-approval-subject-practice = PRØVE: sheet for the representative, no effect
documents-approval-subject-live = Sheet for the representative: approval at mitid-erhverv.dk
documents-approval-running = CVR { $cvr } · for approval
documents-approval-file-word = for approval
documents-approval-footer-practice = Made with Tilslut as practice. Not from MitID Erhverv.
documents-approval-footer-live = Made with Tilslut. Not from MitID Erhverv. Tilslut cannot see what happens at mitid-erhverv.dk.
documents-approval-do = What you have to do
documents-approval-site-practice = the practice site
documents-approval-site-live = mitid-erhverv.dk/tilslutning
documents-approval-log-in-step = Go to { $site }, and log in with your own private MitID.
documents-approval-find-step = Find the connection of { $organisation }. How the site shows it is not confirmed. Ask { $reporter } if you cannot find it.
documents-approval-terms-step = Read the terms before you accept them. The connection was prepared with the edition of { $terms }.
documents-approval-compare-step = See whether the site says the same as "What was prepared". If it does not, do not approve, and ask { $reporter }.
documents-approval-approve-step = Approve and confirm.
documents-approval-keep-step = Keep the receipt that MitID Erhverv sends you by e-mail, and tell { $reporter }.
documents-approval-prepared = What was prepared
documents-approval-compare = Compare it with the site before you approve.
documents-approval-nth = Administrator { $n }
documents-approval-born = born { $day }
