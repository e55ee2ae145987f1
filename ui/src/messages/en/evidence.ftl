### Words about evidence that receipt and command line share, beside those in receipt.ftl.

receipt-time-trusted = { $time }, as the broker says. Seen by a time-stamping authority { $seen }.
receipt-check-userinfo-token = The broker's statement belongs to the login
receipt-check-userinfo-token-holds = Signed by the broker about the same person
receipt-check-userinfo-token-unknown = The evidence does not show it
receipt-check-transaction-token = The broker's long-lived statement
receipt-check-transaction-token-holds = Issued for this approval with a certificate that Tilslut knows
receipt-check-transaction-token-unknown = The certificate is not known
receipt-check-certificate-status = The certificate was valid
receipt-check-certificate-status-holds = Its issuer has confirmed that it was not revoked
receipt-check-certificate-status-unknown = Not examined
receipt-check-time-stamp = Time-stamp
receipt-check-time-stamp-holds = A time-stamping authority has seen the evidence
receipt-check-time-stamp-unknown = The time-stamp does not prove the time
receipt-check-authority = The broker says that the person may represent the organisation
receipt-check-authority-holds = Confirmed by the broker
receipt-check-authority-unknown = Not confirmed by the broker

## Verification by the command line

evidence-failed = Does not fit
evidence-not-judged = Not examined
evidence-not-examined = Not examined, because something else does not fit
evidence-invalid = The evidence is not valid
evidence-cannot-be-judged = The evidence cannot be judged: it is of a live case, and nobody said whom to trust
evidence-proven = This is proven. Compare it with the page:
evidence-stated = The evidence says this. It is not proven:
evidence-administrator = { $name }, { $email }, born { $born }
evidence-line = { $file }, line { $line }
evidence-practice = PRØVE (practice): the evidence is from the practice environment and has no effect
evidence-uuid = MitID number (UUID)
evidence-trust-missing = Name a trust file with --trust. Whoever made the receipt has it; docs/trust.md says what is in it.
evidence-line-too-long = The line is longer than 2 MB
evidence-handover-closed = A hand-over file. It is encrypted and cannot be checked without its words: name them with --words-file
evidence-handover-words = The words do not open the hand-over file
evidence-handover-unreadable = The hand-over file is damaged, or was made by a newer version
evidence-handover = A hand-over file: prepared, but not approved.
evidence-handover-nothing = It proves nothing.
evidence-handover-login = The reporter has logged in to hand it over. That is not an approval.
evidence-handover-code = Hand-over code (not the code of the approval)
evidence-handed-over-by = Handed over by
evidence-handover-practice = PRØVE (practice): the hand-over file is from the practice environment
evidence-handed-over = Handed over
evidence-paper = The code from the paper
evidence-paper-fits = Belongs to this file
evidence-paper-other = Belongs to another file, or was copied from elsewhere
evidence-paper-number = receipt no. { $number }
evidence-paper-no-number = a receipt without a number
evidence-nothing-read = There was nothing to read
evidence-read = { $n ->
    [one] { $n } file was read.
   *[other] { $n } files were read.
  }
evidence-folder-empty-verify = { $folder }: there are no receipts (.pdf) or evidence files (.json) in the folder
evidence-folder-empty-chain = { $folder }: there are no PDF files in the folder
evidence-other-files = { $n ->
    [one] { $n } file of another kind was not read
   *[other] { $n } files of another kind were not read
  }
evidence-deeper = { $n ->
    [one] { $n } folder in it was not read; --recursive reads it
   *[other] { $n } folders in it were not read; --recursive reads them
  }
receipt-after-without-number = the receipt has no number, so none can follow it; --first gives the first one a number

## The chain of receipts

chain-deleted = No. { $number } is not in the folder. The table says that it was deleted in Tilslut on { $day }, and its link is among those of the chain.
chain-in-bin = No. { $number } is not in the folder. The table says that it lies in the bin of Tilslut, and its link is among those of the chain.
chain-holds = The chain holds together. Whether the newest are missing is seen only in Tilslut itself
chain-none = There are no receipts in the folder
chain-read = { $n ->
    [one] { $n } PDF file was read.
   *[other] { $n } PDF files were read.
  }
chain-changed = Changed after it was made
chain-without-number = Without a number, made of the evidence file
chain-other = Not a receipt of Tilslut’s
chain-missing = Number { $from } is missing
chain-missing-many = Numbers { $from }–{ $to } are missing
chain-double = Number { $from } is on two different receipts
chain-broken = Number { $from } does not fit the receipt before it
chain-pages-not-judged = { $n ->
    [one] The pages of { $n } receipt were not compared with the evidence; verify says why.
   *[other] The pages of { $n } receipts were not compared with the evidence; verify says why.
  }
evidence-trust-line = The trust file cannot be read: there is a mistake in line { $line }
evidence-trust-fields = Fields of the trust file that are missing or cannot be used: { $fields }

## Why evidence is not valid

evidence-reason-bundle-unreadable = The file is not evidence that this version can read
evidence-reason-request-unreadable = The answers in the file cannot be read by this version
evidence-reason-other-purpose = The login was made for something else: a hand-over is not an approval
evidence-reason-other-environment = The answers belong to another environment than the one that is verified against
evidence-reason-claim-unreadable = The claim of the one-time key is not as it should be
evidence-reason-request-changed = The answers are others than those that were approved
evidence-reason-reference-text-changed = The reference text does not follow from the answers
evidence-reason-token-unreadable = The broker’s signed answer cannot be read
evidence-reason-algorithm-refused = The broker’s answer is signed in a way that is not accepted
evidence-reason-key-missing = The broker’s key is missing in the file, or does not fit
evidence-reason-token-forged = The broker’s signature does not fit the answer
evidence-reason-issuer-unknown = The broker that the evidence names is not trusted
evidence-reason-audience-other = The broker’s answer was made for another program
evidence-reason-nonce-other = The login is not bound to these answers
evidence-reason-times-wrong = The times in the broker’s answer contradict each other or lie in the future
evidence-reason-level-too-low = The login was below level Substantial, or the level is not told
evidence-reason-text-other = The broker repeated another text than the one that follows from the answers
evidence-reason-userinfo-other = The broker’s statement about the person does not belong to this login
evidence-reason-transaction-other = The broker’s long-lived statement does not belong to this login
evidence-reason-certificate-revoked = The certificate behind the broker’s long-lived statement was revoked
evidence-reason-login-not-signed = The one-time key did not sign this login
evidence-reason-seal-broken = The evidence was changed after it was made

## Why something that could have proven more does not

evidence-doubt-certificate-missing = There is no certificate with it
evidence-doubt-certificate-unreadable = A certificate cannot be read
evidence-doubt-certificate-of-other-key = The certificate is of another key than the one that signed
evidence-doubt-certificate-not-anchored = The certificate does not come from a trusted issuer
evidence-doubt-certificate-for-other = The certificate is not for signing
evidence-doubt-subject-other = The certificate was issued to another than the one that the trust file names
evidence-doubt-certificate-not-valid-then = The certificate was not valid at the time of the login
evidence-doubt-status-absent = Not examined: the issuer’s answer about revocation is not with it
evidence-doubt-status-unreadable = The issuer’s answer about revocation cannot be read
evidence-doubt-status-other = The answer about revocation is about another certificate
evidence-doubt-status-forged = The answer about revocation is not signed by the issuer
evidence-doubt-status-old = The answer about revocation was too old
evidence-doubt-status-unknown = The issuer does not know the certificate
evidence-doubt-time-stamp-unreadable = The time-stamp cannot be read
evidence-doubt-time-stamp-other = The time-stamp is about something else
evidence-doubt-time-stamp-forged = The signature of the time-stamp does not fit
evidence-doubt-time-stamp-not-anchored = The time-stamp does not come from a trusted authority
evidence-doubt-time-stamp-outside = The time-stamp is not from the time in which the broker’s answer was valid
