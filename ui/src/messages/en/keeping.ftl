### What becomes of receipts: the list, the copies, printing, the bookkeeping, and checking a file.
### Keys of the window, like those of window.ftl.

# The side
nav-receipts = Receipts
nav-verify = Check a file

# The kinds of files, and what the core writes itself
file-bookkeeping = Receipts for the bookkeeping (ZIP)
file-record = Record (PDF)
file-unreadable = A case as it is stored
file-to-check = Receipt, record, evidence or hand-over file
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
bookkeeping-kind = Kind
bookkeeping-kind-receipt = Receipt
bookkeeping-kind-deleted = Deleted in Tilslut { $day }
bookkeeping-kind-in-bin = In the bin of Tilslut
bookkeeping-kind-record = Record
bookkeeping-recorded-on = Record made
print-title = Receipts

# The receipts
receipts-title = Receipts
receipts-none = There are no receipts yet
receipts-none-text = When a case is approved, it gets a receipt with a number. A case that was concluded at mitid-erhverv.dk gets a record in the same series when you open or save it. They will be here.
receipts-number = No.
receipts-unnumbered = No number yet
receipts-approved = Day
receipts-keep = Kept until and including
receipts-may-go = The date has passed
receipts-copy = Copy
receipts-copied = Put in the folder
receipts-not-copied = Not put in the folder
receipts-choose = Choose { $name }, receipt { $number }
receipts-choose-record = Choose { $name }, record { $number }
receipts-record = Record
receipts-record-not-copied = Records are not copied
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
receipts-keep-text = Bookkeeping material must be kept for five years from the end of the financial year. A receipt for a connection is bookkeeping material only when a payment belongs to it, so the date here is a suggestion. Tilslut deletes no receipt when that date has passed: only whoever deletes the case does.
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
    [one] Tilslut suggests { $years } year from the end of the financial year, as for bookkeeping material. The date is shown with every receipt. When it has passed, nothing is deleted by itself.
   *[other] Tilslut suggests { $years } years from the end of the financial year, as for bookkeeping material. The date is shown with every receipt. When it has passed, nothing is deleted by itself.
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
verify-drop = Drag a receipt, a record, an evidence file or a hand-over file here
verify-drop-other = Drag another file here. The check happens on this computer, without the internet.
verify-drop-now = Let go of the file to check it
verify-where = The check happens on this computer, without the internet.
verify-checking = Checking the file …
verify-choose = Choose a file
verify-checked = Checked { $at }
verify-copy = Copy the result
verify-genuine = The evidence is genuine and unchanged.
verify-textNotProven = The evidence is unchanged, but what MitID showed is not proven.
verify-notAnchored = The evidence holds together, but nobody known vouches for it.
verify-notAnchored-text = The login was not issued by a MitID service that this computer trusts. Anybody may have made the file. Ask whoever gave it to you which MitID service they use.
verify-changed = The evidence was changed after it was made.
verify-changed-text = It seems to have been made by Tilslut, but no longer agrees with itself. Do not rely on what the file says, and ask for it again.
verify-ownRecord = Own record: it shows what was stated, and is unchanged.
verify-ownRecord-text = Nobody approved in Tilslut, and nobody has signed the record. Anybody may have made it. What can be checked with others is the signature of the e-mail.
verify-notProven = The evidence is unchanged, but it does not prove an approval.
verify-notProven-text = The login was at too low a level, the times in it contradict each other, or the certificate behind it was revoked.
verify-cannotJudge = The evidence cannot be judged here: it is of a real case.
verify-cannotJudge-text = It may be genuine. Open Tilslut with the profile that you use for real cases, and check the file there.
verify-otherEnvironment = The evidence belongs to another environment than the one that is trusted.
verify-otherEnvironment-text = Check the file with the profile that the case belongs to.
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
verify-says = The evidence says that it is about { $organisation } (CVR { $cvr }). That is not proven.
verify-proven = This is proven
verify-stated = The evidence says
verify-compare = Compare it with the page.
verify-organisation = Organisation
verify-administrators-label = Organisation administrators
verify-representative = Management representative
verify-administrator = { $name }, { $email }, born { $born }
verify-terms = Terms
verify-terms-edition = { $title }, edition of { $published }
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
verify-how-text = A receipt or a record (PDF), an evidence file (JSON) or a hand-over file from Tilslut, also when it was made on another computer.
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
timeline-mail = The e-mail { $file }: { $verdict }
timeline-no-mail = There is no official e-mail in the case
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
check-receipt-pages = The pages are those that Tilslut makes of the evidence
check-receipt-case = What the receipt says of itself agrees with the evidence in it
check-receipt-known = Number and place in the chain are those that the receipt got on this computer
check-paper-code = The code on the paper belongs to this file
check-record-data = What the file says of itself fits the record’s data in it
check-record-mail = The e-mail in the file is the one that the record names, and checking it gives the same
verify-paper-title = Only the paper?
verify-paper-text = Write the code beside the square code on the last page of the receipt. It shows whether the paper belongs to the file.
verify-paper-label = The code from the paper
verify-paper-act = Compare

## What is said of the pages of a receipt

pages-as-made = The pages are as they were made.
pages-re-saved = Another program has saved the file, but the pages say the same as the evidence.
pages-changed = The pages were changed.
pages-changed-text = What is on them is not what Tilslut makes of the evidence. Rely only on what is proven, and ask for the receipt again.
pages-no-evidence = Whether the pages were changed cannot be judged.
pages-no-evidence-text = There is no evidence to compare them with.
pages-other-edition = Whether the pages were changed cannot be judged.
pages-other-edition-text = They were made by another version of Tilslut. Compare them with what is proven, or check the file with the version that made it.
pages-other-trust = Whether the pages were changed cannot be judged.
pages-other-trust-text = Whoever made the receipt trusted others, so the pages tell of another verification. Compare them with what is proven.
pages-drawn-anew = Whether the pages were changed cannot be judged.
pages-drawn-anew-text = Another program has drawn them anew. The words are the same, but how they look is not known. Ask for the original file.

## Why nothing in a file can be verified

refused-unreadable = The file is neither evidence nor a receipt nor a hand-over file.
refused-unreadable-text = It may be a file of another program, or one that was damaged. Ask for the file itself.
refused-too-large = The file is larger than any receipt.
refused-too-large-text = Choose the receipt or the evidence file itself.
refused-damaged = The PDF file is damaged and cannot be read.
refused-damaged-text = Ask for the file again.
refused-cut-off = The PDF file is not whole: its end is missing.
refused-cut-off-text = It was interrupted while it was downloaded or copied. Get it again.
refused-line-ends = The PDF file was damaged on its way, because it was sent as text.
refused-line-ends-text = Its line ends were rewritten. Send it again, in a ZIP file or as a binary transfer.
refused-password = The PDF file can be opened with a password only.
refused-password-text = The evidence in it cannot be read. Ask for the original file, without a password.
refused-receipt-empty = There is no evidence in the PDF file.
refused-receipt-empty-text = It is not a receipt of Tilslut’s.
refused-ambiguous = There are two different pieces of evidence in the PDF file.
refused-ambiguous-text = Nobody can say which of them the pages are about. Ask for the receipts one by one.
refused-attachments-lost = The receipt was saved without its attachments, and the evidence is gone.
refused-attachments-lost-text = Some programs remove them when a PDF file is saved. Ask for the original file.
refused-printed = It is a print of a receipt, not the receipt itself.
refused-printed-text = A print does not have the evidence in it. Ask for the original file, or check the code on the page together with the evidence file.
refused-picture = It is a picture.
refused-picture-text = If it is a receipt, the evidence is not in the picture. Ask for the original file, or check the code on the page together with the evidence file.
