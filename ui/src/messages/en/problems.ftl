### What can go wrong, for every code of `domain::problem`.
### `err-<code>` is what happened, in one sentence without a full stop, as it can stand at a field.
### `rec-<code>` is what the person does now.

# Answers
err-answer-missing = Choose an answer
rec-answer-missing = Choose the answer that fits. Your other answers are kept.

# Organisation
err-cvr-missing = Type the organisation’s CVR number
rec-cvr-missing = A CVR number is eight digits. You find it on the organisation’s invoices and at datacvr.virk.dk.
err-cvr-characters = Type digits only, for example 13 74 81 36
rec-cvr-characters = Delete letters and other characters. Spaces, full stops, dashes and a leading DK do no harm.
err-cvr-length = A CVR number has eight digits and does not begin with 0
rec-cvr-length = Count the digits and type the number again. A P number has ten digits and cannot be used here.
err-cvr-check-digit = One of the digits is wrong, or two are swapped
rec-cvr-check-digit = Compare the number digit by digit with what you copy it from, and correct it.
err-cvr-unknown = The CVR register does not know the number
rec-cvr-unknown = Compare the number with an invoice or a letter. If the organisation has only just been registered, look it up again later. Your answers are kept.
err-cvr-not-looked-up = The organisation has not been looked up in the CVR register yet
rec-cvr-not-looked-up = Look it up when you are online. The number is kept, and you can fill in the rest meanwhile.
err-organisation-dissolving = The organisation is being dissolved and is blocked in MitID Erhverv
rec-organisation-dissolving = The trustee, liquidator or administrator may enter into the agreement again with documents. If that is your management representative, go to »Give the management representative« and type the title.
err-organisation-ceased = The organisation has ceased and can as a rule not be connected
rec-organisation-ceased = Check that you typed the right CVR number. If the business goes on under another number, type that one.
err-register-down = Tilslut cannot reach the CVR register
rec-register-down = Check that you are online and look up again. The number is kept, and you can fill in the rest meanwhile.
err-register-slow = The CVR register did not answer in time
rec-register-slow = Wait a moment and look up again. The number is kept, and you can fill in the rest meanwhile.
err-register-nonsense = The CVR register answered something that Tilslut cannot read
rec-register-nonsense = Look up again in a while. If it goes on, check whether there is a newer Tilslut. The number is kept.
err-register-refused = The CVR register refuses your access
rec-register-refused = Check that the user name and password, key or contact for the register are right, and look up again. The number is kept, and you can fill in the rest meanwhile.
err-register-quota = The CVR register allows no more look-ups right now
rec-register-quota = Look up again tomorrow, or type what you know about the organisation yourself. The number is kept, and you can fill in the rest meanwhile.

# People
err-role-missing = Choose whether you are management representative or reporter
rec-role-missing = Choose management representative if you may represent the organisation yourself and approve with your MitID. Choose reporter if you prepare the case and hand it over.
err-name-missing = Type the person’s full name
rec-name-missing = Type the first name and surname that the person is registered with.
err-name-too-long = Type the name in at most 120 characters
rec-name-too-long = Shorten the middle names. Type only one person in the field.
err-too-long = Type a shorter text
rec-too-long = Shorten it to at most 120 characters. Type only what the field asks for.
err-cpr-typed = Delete the CPR number here
rec-cpr-typed = Tilslut never needs a CPR number. Type only what the field asks for.
err-title-missing = Type the management representative’s title
rec-title-missing = Type the title that shows the role in the management, for example director, owner or chair.
err-email-missing = Type an e-mail address
rec-email-missing = Type an address that the person reads, for example name@company.dk.
err-email-at = Type the e-mail address with one @, for example name@company.dk
rec-email-at = Type something both before and after the @, and type only one address.
err-email-ending = Type the rest of the e-mail address, for example .dk
rec-email-ending = The address lacks a whole ending after the @. Type it, for example .dk, .com or .org.
err-email-characters = Delete spaces and characters that cannot be in an e-mail address
rec-email-characters = Type only one address, without spaces, commas, semicolons, brackets and quotation marks.
err-born-missing = Type day, month and year
rec-born-missing = Type the date of birth as numbers in the three fields, for example 24, 11 and 1987.
err-born-no-such-day = Type a date that exists
rec-born-no-such-day = Check whether day and month are swapped, and whether the month has that many days. Type day, month and year as numbers.
err-born-out-of-range = Type a date of birth after 1899 and before today
rec-born-out-of-range = Type the year with four digits, for example 1987.
err-representative-without-mitid = The management representative has no private MitID and cannot approve in Tilslut
rec-representative-without-mitid = Find someone else in the management who has private MitID. Otherwise a reporter with MitID goes to mitid-erhverv.dk with identification, proof of affiliation and terms that the management representative has signed by hand. Your answers are kept.
err-administrator-missing = Appoint at least one organisation administrator
rec-administrator-missing = The management representative can take the role, appoint others, or both. Appoint several, so that you do not lock yourselves out.
err-administrator-without-cpr = The administrator has no Danish CPR number and cannot be appointed
rec-administrator-without-cpr = Appoint someone else. Without a Danish CPR number the administrator cannot finish the set-up, and you start the connection again.
err-administrator-without-mitid = The administrator has no private MitID at level Substantial and cannot be appointed
rec-administrator-without-mitid = Appoint someone else, or wait until the person has it. Without it the administrator cannot finish the set-up, and you start the connection again.
err-administrator-twice = The administrator is already appointed
rec-administrator-twice = Appoint each person once, and type an e-mail address that only that person reads: the set-up link is personal.
err-too-many = Appoint at most 100 administrators
rec-too-many = Remove some of them. More can be added in MitID Erhverv once you are connected.
err-administrator-unknown = Find out whether the administrator has a Danish CPR number and MitID at level Substantial
rec-administrator-unknown = Ask the administrator, and answer yes or no. You need the answer only when the case is finished. Your other answers are kept.

# Terms
err-terms-not-opened = Open the official text of the terms
rec-terms-not-opened = Open the official text from the page about terms. Only when your browser has opened it can the management representative accept. Tilslut’s summary is not enough.
err-terms-not-accepted = Tick the box if you accept the terms
rec-terms-not-accepted = Read the official text before you tick the box. Without the tick you cannot approve the case.

# Approval
err-browser-not-opened = Tilslut could not open your browser
rec-browser-not-opened = Copy the link and paste it into a browser on this computer. The case is saved, and nothing is approved yet.
err-loopback-not-opened = Tilslut cannot get ready to receive the answer from MitID
rec-loopback-not-opened = Restart the computer and start the approval again. If it goes on, ask those who look after your computers whether a security program blocks 127.0.0.1. The case is saved, and nothing is approved.
err-credential-missing = The MitID service requires a credential of your own, and it has not been given
rec-credential-missing = Give your client secret or private key under Settings, and try again. The case is saved, and nothing is approved.
err-credential-unusable = Tilslut cannot use what you gave
rec-credential-unusable = Give a private key in PEM format (PKCS #8), RSA or P-256, without a passphrase. If it has to be a client secret, give it on one line. Nothing is kept.
err-credential-refused = The MitID service refuses your credential
rec-credential-refused = Forget it under Settings, and give the right one. If it goes on, ask the service whether the secret or the key still holds. The case is saved, and nothing is approved.
err-broker-down = Tilslut cannot reach the MitID service
rec-broker-down = Check that you are online and start the approval again. The case is saved, and nothing is approved.
err-broker-nonsense = The MitID service answered something that Tilslut cannot read
rec-broker-nonsense = Start the approval again in a while. If it goes on, check whether there is a newer Tilslut. The case is saved, and nothing is approved.
err-login-refused = The approval was rejected or cancelled at MitID
rec-login-refused = If you rejected it because the control code differed from the one in Tilslut, you did right: go through the answers before you start again. The case is saved, and nothing is approved.
err-login-cancelled = You cancelled the approval
rec-login-cancelled = Close the tab in the browser; it can no longer be used. Start again when you are ready. If you did approve in MitID, it does not count. The case is saved, and nothing is sent.
err-login-timed-out = The answer from MitID did not come in time
rec-login-timed-out = Start the approval again and finish it in the browser. If you did approve in MitID, it does not count: Tilslut did not get the evidence. The case is saved, and nothing is sent.
err-login-under-way = A login for another case is under way
rec-login-under-way = Finish it, or cancel it here. Then begin the approval again from the case you came from. The answers of both cases are saved.
err-login-not-finished = Tilslut was closed before the approval was finished
rec-login-not-finished = Start the approval again. If you did approve in MitID, it does not count: Tilslut did not get the evidence. The case is saved.
err-login-other-answer = An answer came that does not belong to this login
rec-login-other-answer = Tilslut has not used the answer and still waits for yours. Finish the login in the browser tab that Tilslut opened last. If you cannot find it, open the browser again from here.
err-login-not-trusted = The answer from MitID did not pass Tilslut’s check
rec-login-not-trusted = Start the approval again and compare the control code. If it happens again, stop, and ask whoever set Tilslut up for you. The case is saved, and nothing is approved.
err-approver-unexplained = Choose how it fits together
rec-approver-unexplained = The answer goes with the approval and stands on the receipt. If it was not meant, choose “Do not use the approval”.
err-approval-set-aside = The approval from MitID is not used
rec-approval-set-aside = Nothing is sent, and the answers are saved. If somebody else is to approve, have the management representative corrected in the case first. Otherwise start the approval again. Tilslut has noted that there was an approval that was not used.
err-evidence-invalid = The evidence of the approval is not valid
rec-evidence-invalid = Do not regard the case as approved. If it is a file that you were sent, ask for it again. If it is your own case, start the approval again.
err-evidence-not-verified = The evidence in the approved case no longer passes the check
rec-evidence-not-verified = Keep the case and delete nothing. Save the evidence file, and ask whoever set Tilslut up for you. If you have an older copy of the evidence file or the receipt, keep that too.
err-receipt-not-made = Tilslut could not make the receipt
rec-receipt-not-made = Try again. If it goes on, save the evidence file: it can be checked without the receipt. The case has not been changed.

# Delivery
err-receiver-down = Tilslut cannot reach the receiver, and the case is not sent
rec-receiver-down = Check that you are online and send again. The approval is saved: you do not need MitID again.
err-receiver-unknown = We do not know whether the case has arrived
rec-receiver-unknown = Send again when you are online. The receiver can tell that it is the same case and creates it only once. The approval is saved.
err-receiver-refused = The receiver rejected the case
rec-receiver-refused = Read the receiver’s reason, and contact the receiver if you do not understand it. The approval and your answers are saved.

# Hand-over and files
err-handover-wrong-words = The words do not fit the file
rec-handover-wrong-words = Call the reporter and type the six words again in the same order. Capitals, commas and spaces do not matter. Check too that it is the right file.
err-handover-unreadable = Tilslut cannot read the file
rec-handover-unreadable = Ask the reporter to send the file again. Its name ends in .tilslut. If the reporter has a newer Tilslut than you, get the same one.
err-handover-other-environment = The file belongs to the other environment: one of you uses PRØVE (practice), the other does not
rec-handover-other-environment = Open the file in the environment it belongs to, or ask the reporter for a file from the one you use. Practice cases and real cases are never mixed.
err-handover-changed = A newer file from the reporter has replaced the one you opened before
rec-handover-changed = Review the whole case again: the answers may have changed. Delete the old file.
err-handover-older = The file is older than the case here
rec-handover-older = The case here has not been changed. Ask the reporter for the newest file if the case is not already approved, and delete the old file.
err-document-too-large = The file is larger than 10 MB
rec-document-too-large = Scan it again at a lower resolution, or split it into two files and attach each of them.
err-documents-too-large = The documents of the case are together larger than 50 MB
rec-documents-too-large = Remove a document, or replace it with a smaller copy.
err-document-kind = The file is neither PDF, JPEG nor PNG
rec-document-kind = Save or scan the document as a PDF and attach it again. Tilslut looks at the content, not at the name.
err-document-unreadable = The file could not be read
rec-document-unreadable = See whether it is still there and whether you may open it. Then attach it again.
err-file-not-written = Tilslut could not write the file there
rec-file-not-written = Choose another folder, for example Documents, and try again. The case is saved in Tilslut.
err-file-not-opened = Tilslut could not open the file in another program
rec-file-not-opened = Find the file in the folder where it is saved, and open it from there.

# Receipts: copies, printing, checking, periods
err-copy-not-made = The copy could not be put into the folder
rec-copy-not-made = Check that the folder is there and that you may write in it. It may be on a drive that is not connected. Then try again, or choose another folder. The receipt is still in the case.
err-check-too-large = The file is too large to be from Tilslut
rec-check-too-large = Choose the receipt, the evidence file or the hand-over file itself. Nothing was read.
err-check-unreadable = The file could not be read
rec-check-unreadable = Check that it is still there, that it is a file and not a folder, and that you may open it. Then try again.
err-proof-code = This is not the whole code of a receipt
rec-proof-code = Write every character as it stands by the square code on the last page of the receipt. Spaces and small letters do not matter.
err-proof-without-file = There is no file to compare with
rec-proof-without-file = Drag the receipt or the evidence file here first, or choose it, and then write the code.
err-print-opened = The computer has no print dialog that Tilslut can open
rec-print-opened = The file was opened in the program that shows PDFs. Print it from there.
err-not-printed = Tilslut could not print
rec-not-printed = Save the receipt as a PDF, and print it from another program or another computer.
err-period-day = Choose a day that exists
rec-period-day = Write day, month and year, e.g. 1 1 2026.
err-period-backwards = The period ends before it begins
rec-period-backwards = Swap the days, or choose a later last day.
err-period-empty = There are no receipts in that period
rec-period-empty = Choose another period. The day is the one on which the case was approved.
err-retention-years = Write a number of years from 1 to 50
rec-retention-years = Use figures only, e.g. 5.

# What is kept
err-disk-full = The disk is full, and the latest is not saved
rec-disk-full = Leave the window open, so that you do not lose what you have typed. Make room on the disk and try again. What was saved before is still there.
err-not-saved = Tilslut could not save the latest
rec-not-saved = Leave the window open, so that you do not lose what you have typed, and try again. If it goes on, ask those who look after your computers whether Tilslut may write in its folder. What was saved before is still there.
err-vault-in-use = Tilslut is already running
rec-vault-in-use = Switch to the window that is open. If you cannot find it, restart the computer. Your cases have not been touched.
err-key-missing = The key to your cases was not found
rec-key-missing = Type the recovery code, or log in to the computer as the user who created the cases. The cases are still here, encrypted: nothing is deleted, and Tilslut makes no new key over them.
err-locked = You have locked Tilslut
rec-locked = Unlock to see your cases again. They are encrypted on this computer, and nothing is deleted.
err-key-store-locked = The computer’s key store is locked
rec-key-store-locked = Unlock the key store, as when you log in to the computer, and try again. Your cases have not been touched.
err-key-store-unreachable = The computer’s key store does not answer
rec-key-store-unreachable = Log out of the computer and in again, and try again. You can also use your recovery code or passphrase, if you have one. Your cases have not been touched.
err-key-wrong = The key in the key store does not fit your cases
rec-key-wrong = Type the recovery code, or log in to the computer as the user who created the cases. Nothing is deleted, neither cases nor key.
err-passphrase-wrong = The passphrase does not fit your cases
rec-passphrase-wrong = Type it again. Capital and small letters differ. You can try as often as you like: nothing is deleted.
err-passphrase-short = Type a longer passphrase
rec-passphrase-short = Use for example four words or more that you can remember and that do not belong together.
err-recovery-code-wrong = The recovery code does not fit your cases
rec-recovery-code-wrong = Compare the code character by character with the one you wrote down or printed, and type it again. You can try as often as you like: nothing is deleted.
err-vault-damaged = Tilslut cannot read the file with your cases
rec-vault-damaged = Close Tilslut and fetch the folder from a backup of the computer. Keep the present one: Tilslut has neither changed nor deleted anything in it.
err-vault-newer = Your cases were saved by a newer Tilslut
rec-vault-newer = Get the newest Tilslut and open the cases with it. Your cases have not been touched.
err-not-allowed-here = You cannot do that where the case is now
rec-not-allowed-here = Go to the case’s tasks and choose what comes next. Nothing is changed.
err-profile-incomplete = Something is missing in the set-up for real cases
rec-profile-incomplete = Ask whoever set Tilslut up for you to fill in the rest of the profile. Meanwhile you can use PRØVE (practice).
