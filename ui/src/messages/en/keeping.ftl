### What becomes of receipts: the list, the copies, printing, the bookkeeping, and checking a file.
### Keys of the window, like those of window.ftl.

# The side
nav-receipts = Receipts
nav-verify = Check a file

# The kinds of files, and what the core writes itself
file-bookkeeping = Receipts for the bookkeeping (ZIP)
file-unreadable = A case as it is stored
file-to-check = Receipt, evidence or hand-over file
bookkeeping-file = Receipts { $from } to { $to }
bookkeeping-number = Receipt number
bookkeeping-approved-on = Approved
bookkeeping-organisation = Organisation
bookkeeping-cvr = CVR number
bookkeeping-approved-by = Approved by
bookkeeping-control-code = Control code
bookkeeping-level = Evidence level
bookkeeping-case = Case
bookkeeping-receiver = The receiver’s case number
bookkeeping-keep-until = Kept until and including
bookkeeping-file-name = File
bookkeeping-sha256 = SHA-256
print-title = Receipts

# The receipts
receipts-title = Receipts
receipts-none = There are no receipts yet
receipts-none-text = When a case is approved, it gets a receipt with a number. It will be here.
receipts-number = No.
receipts-unnumbered = No number yet
receipts-approved = Approved
receipts-keep = Kept until and including
receipts-may-go = The date has passed
receipts-copy = Copy
receipts-copied = Put in the folder
receipts-not-copied = Not put in the folder
receipts-choose = Choose { $name }, receipt { $number }
receipts-choose-all = Choose every receipt shown
receipts-chosen = { $n ->
    [0] None chosen
    [one] { $n } receipt chosen
   *[other] { $n } receipts chosen
}
receipts-print-chosen = Print the chosen ones
receipts-choose-first = Choose the receipts to print
receipts-chain-title = The numbers hold together
receipts-chain-text = Every receipt has a number and the fingerprint of the one before. If one is missing or was changed, it shows: “tilslut-cli chain” checks a whole folder.
receipts-export-title = For the bookkeeping
receipts-export-text = The receipts of a period in one ZIP file, with one index for spreadsheets and one for bookkeeping programs.
receipts-from = From and including
receipts-to = To and including
receipts-export = Save the period
receipts-exporting = Making the ZIP file …
receipts-export-begun = Finding the receipts of the period …
receipts-export-done = { $done } of { $of } receipts are ready
receipts-export-cancel = Stop, and save no file
receipts-shown = Receipts { $first } to { $last } of { $total }, newest first
receipts-newer = Newer
receipts-older = Older
receipts-keep-title = How long?
receipts-keep-text = Bookkeeping material must be kept for five years from the end of the financial year. A receipt for a connection is bookkeeping material only when a payment belongs to it, so the date here is a suggestion. Tilslut deletes nothing by itself.
receipts-keep-set = Choose another time
paper-keep = It is in the case, too. Keep it until and including { $day }.
paper-number = Receipt no. { $number }
print-receipt = Print

# The copies
copies-title = A copy of every receipt
copies-text = Choose a folder, and Tilslut puts a copy of every receipt there, also of those from before. A file that is there already is never replaced.
copies-choose = Choose a folder
copies-choose-other = Choose another folder
copies-stop = Make no more copies
copies-all-there = All receipts have been put in the folder.
copies-missing = { $n ->
    [one] { $n } receipt has not been put in the folder.
   *[other] { $n } receipts have not been put in the folder.
}
copies-again = Try again
copies-at = The copy was put here:
copies-failed = The copy was not made: { $why }
retention-title = How long receipts are kept
retention-text = { $years ->
    [one] Tilslut suggests { $years } year from the end of the financial year, as for bookkeeping material. The date is shown with every receipt. Nothing is deleted by itself.
   *[other] Tilslut suggests { $years } years from the end of the financial year, as for bookkeeping material. The date is shown with every receipt. Nothing is deleted by itself.
}
retention-years = Number of years
retention-ends = The financial year ends with the last day of
retention-save = Save the time
retention-saved = { $years ->
    [one] In force now: { $years } year, the financial year ends in { $month }.
   *[other] In force now: { $years } years, the financial year ends in { $month }.
}

# Checking a file
verify-title = Check a file
verify-drop = Drag a receipt, an evidence file or a hand-over file here
verify-drop-other = Drag another file here. The check happens on this computer, without the internet.
verify-drop-now = Let go of the file to check it
verify-where = The check happens on this computer, without the internet.
verify-checking = Checking the file …
verify-choose = Choose a file
verify-checked = Checked { $at }
verify-copy = Copy the result
verify-genuine-receipt = The receipt is genuine and unchanged.
verify-genuine-evidence = The evidence is genuine and unchanged.
verify-textNotProven = The evidence is unchanged, but what MitID showed is not proven.
verify-notAnchored = The file holds together, but nobody known vouches for it.
verify-notAnchored-text = The login was not issued by a MitID service that this computer trusts. Anybody may have made the file. Ask whoever gave it to you which MitID service they use.
verify-changed = The file was changed after it was made.
verify-changed-text = It seems to have been made by Tilslut, but no longer agrees with itself. Do not rely on what it says, and ask for the file again.
verify-notProven = The file is unchanged, but it does not prove an approval.
verify-notProven-text = The login was at too low a level, the times in it contradict each other, or the certificate behind it was revoked.
verify-otherEnvironment = The file belongs to real cases and cannot be checked in the practice environment.
verify-otherEnvironment-text = Open Tilslut with your profile for real cases, and check the file there.
verify-notOurs = Tilslut does not recognise the file.
verify-notOurs-text = It cannot be read as a receipt, an evidence file or a hand-over file from Tilslut. It may be a scan or a picture of a receipt, or a file that was damaged: ask for the file itself.
verify-sealed = It is a hand-over file, and it is sealed.
verify-sealed-text = What is in it can be seen and checked only with the words that the reporter tells you.
verify-sealed-open = Open a hand-over file
verify-sentence-practice = { $person } approved with practice MitID on { $at } that { $organisation } (CVR { $cvr }) is connected with { $administrators }.
verify-sentence-live = { $person } approved with MitID on { $at } that { $organisation } (CVR { $cvr }) is connected with { $administrators }.
verify-someone = The person who logged in
verify-administrators = { $n ->
    [one] { $n } administrator
   *[other] { $n } administrators
}
verify-says = The file says that it is about { $organisation } (CVR { $cvr }). That is not proven.
verify-practice = Practice: it has no effect.
verify-number = Receipt no. { $number }
verify-checks = This was checked
verify-passed = In order
verify-failed = Does not hold
verify-unknown = Cannot be told
verify-detail = Show the values that were looked at
verify-levels = Evidence level { $level }
verify-levels-label = Level { $level } of A to D, where A is the strongest
verify-not-title = What is it not?
verify-not-text = A qualified signature, or the official receipt from MitID Erhverv. That one comes by e-mail.
verify-how-title = What can be checked?
verify-how-text = A receipt (PDF), an evidence file (JSON) or a hand-over file from Tilslut, also when it was made on another computer.
check-request-unchanged = The answers in the file are those that were approved
check-issuer-known = The login was issued by a MitID service that this computer trusts
check-text-shown = MitID showed the text with CVR number and control code
check-level-substantial = The login was at level Substantial or higher
check-one-time-key = The key was made for this one approval and signed the login
check-seal = The whole evidence file is sealed with the same key and is unchanged
check-time = The times in the login agree. The time is the MitID service’s word
check-userinfo-token = What the MitID service says about the person belongs to this login
check-transaction-token = The MitID service’s long-lived evidence belongs to this login, and the certificate behind it is known
check-certificate-status = The certificate behind the long-lived evidence was not revoked
check-time-stamp = A time-stamping service saw the evidence when it was made
check-authority = The MitID service says that the person may represent the organisation

# The administrators of an organisation over time
file-timeline = Administrators over time (PDF)
timeline-title = Administrators over time
timeline-sub = { $organisation }, CVR { $cvr }
timeline-note-practice = These are practice cases: nobody is appointed at MitID Erhverv. The newest approval comes first.
timeline-note-live = The newest approval comes first. Only approvals in Tilslut on this computer are here: Tilslut cannot see whether anybody was removed or added in MitID Erhverv.
timeline-approved = Approved by { $person }
timeline-someone = the person who logged in
timeline-accepted = Delivered
timeline-refused = Refused by the receiver, so nobody was appointed
timeline-unconfirmed = The delivery is not confirmed
timeline-number = Case { $number }
timeline-appointed = Appointed
timeline-wanted = Was to be appointed
timeline-to-be = To be appointed
timeline-before = Appointed before
timeline-representative = Management representative, too
timeline-first = The first time in Tilslut
timeline-again = Yes, last on { $day }
timeline-case = Open the case
timeline-open = Open as PDF
timeline-save = Save as PDF
timeline-back = All receipts
timeline-of = Administrators over time of { $organisation }
timeline-link = Over time

# What is checked of a receipt beside its evidence
check-receipt-whole = The PDF file is as it was made: not one character was changed
check-receipt-case = What the receipt says of itself agrees with the evidence in it
check-receipt-known = Number and place in the chain are those that the receipt got on this computer
check-paper-code = The code on the paper belongs to this file
verify-paper-title = Only the paper?
verify-paper-text = Write the code beside the square code on the last page of the receipt. It shows whether the paper belongs to the file.
verify-paper-label = The code from the paper
verify-paper-act = Compare
