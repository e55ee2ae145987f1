### The words of the receipt and of the other sheets (PDF). { "\u00A0" } keeps words together.

receipt-ribbon = Practice, no effect. Made in the practice environment, nothing was sent to MitID Erhverv.
receipt-running = CVR { $cvr } · control code { $code }
receipt-page = Page { $page } of { $pages }
receipt-footer-practice = Tilslut’s own record of a practice run. An official receipt exists only in a real case and comes by e-mail from MitID Erhverv. Not a qualified signature, but a practice approval with technical evidence.
receipt-footer-live = Tilslut’s own record. Not the official receipt: that comes by e-mail from MitID Erhverv. Not a qualified signature, but a MitID approval with technical evidence.
receipt-subject-practice = PRØVE: practice receipt without effect
receipt-subject-live = Tilslut’s own record of an approval
receipt-file-word = receipt

## Page for people

receipt-title = Receipt for the approval of a connection
receipt-sentence-practice = On { $time }, { $person } approved with practice MitID that { $organisation } be connected to MitID Erhverv with { $administrators }.
receipt-sentence-live = On { $time }, { $person } approved with MitID that { $organisation } be connected to MitID Erhverv with { $administrators }.
receipt-administrators = { $n ->
    [one] { $n }{ "\u00A0" }organisation administrator
   *[other] { $n }{ "\u00A0" }organisation administrators
  }

receipt-approved = What was approved
receipt-organisation = Organisation
receipt-cvr = CVR number
receipt-address = Address
receipt-representative = Representative
receipt-representative-listed = { $name }, { $title } (listed in { $register } on { $day })
receipt-representative-unlisted = { $name }, { $title } (not found in { $register } on { $day })
receipt-register-practice = the practice register
receipt-register-live = CVR
receipt-approver = Approved by
receipt-nameless = the person who logged in
receipt-approver-differs = { $name }. The name in MitID differs from that of the management representative.
receipt-approver-spelled = { $name }. This is the name in MitID.
receipt-approver-same-person = Stated before sending: this is the management representative.
receipt-approver-may-represent = Stated before sending: the person may represent the organisation. Tilslut has not checked it.
receipt-set-aside = Not used
receipt-set-aside-one = An approval that { $name } gave on { $time }.
receipt-reporter = Prepared by
receipt-terms = Terms
receipt-terms-edition = { $title }, edition of { $published }.
receipt-terms-edition-unknown = { $title }, edition of { $published }: an edition that this Tilslut does not know.
receipt-terms-opened-practice = The practice text was opened in the browser { $time }.
receipt-terms-opened-live = The official text was opened in the browser { $time }.
receipt-terms-not-opened = It is not noted that the official text was opened.
receipt-terms-included-practice = The approval in practice includes them; nothing is accepted at MitID Erhverv.
receipt-terms-included-live = The approval includes them; at MitID Erhverv they are accepted only when the agreement is concluded there.
receipt-enclosed = Documents
receipt-code = Control code
receipt-evidence = Evidence
receipt-evidence-level = Level { $level }. See “Evidence and checking”.
receipt-delivered = Delivered
receipt-delivered-practice = To the practice receiver on { $time }, case { $number }
receipt-delivered-live = To the receiver on { $time }, case { $number }
receipt-delivered-not-yet = Not confirmed yet when this receipt was made on { $time }. Open the case in Tilslut to see whether it has arrived.

receipt-administrators-heading = Organisation administrators
receipt-administrator = Name and e-mail
receipt-administrator-representative = Also management representative
receipt-born = Born
receipt-attested = Danish CPR no. and MitID Substantial
receipt-attested-both = Yes, both stated
receipt-link-practice = Practice link made
receipt-link-live = Link sent
receipt-link-none = Not stated

receipt-next = What happens next
receipt-now = Now
receipt-next-practice = This was practice: { $organisation } is not connected to MitID Erhverv. The dates below show what would apply in a real case.
receipt-next-live = { $organisation } is connected only when MitID Erhverv has confirmed it.
receipt-then = Then
receipt-links-awaited = Once the connection is confirmed, each administrator receives an e-mail with a link.
receipt-links-practice = { $n ->
    [one] The practice receiver made { $n }{ "\u00A0" }e-mail with a link. Nothing was sent out.
   *[other] The practice receiver made { $n }{ "\u00A0" }e-mails with a link. Nothing was sent out.
  }
receipt-links-live = { $n ->
    [one] The receiver states that { $n }{ "\u00A0" }e-mail with a set-up link has been sent.
   *[other] The receiver states that { $n }{ "\u00A0" }e-mails with a set-up link have been sent.
  }
receipt-by = By { $day }
receipt-set-up = Set-up must be finished. The link is valid for 60{ "\u00A0" }days from the agreement, counted here from the approval. If it has expired, ask MitID Erhverv.
receipt-until = At least through { $year }
receipt-keep = Keep the receipt and the evidence file for at least 5{ "\u00A0" }years from the end of the financial year. It can be longer if the financial year is not the calendar year.

## Page for auditors

receipt-proof = Evidence and checking
receipt-proof-say = A print proves nothing by itself. The evidence lies inside the PDF file, and a specialist can check it without the internet and without asking us.
receipt-proof-with = In Tilslut: use “{ $page }” or “tilslut-cli{ "\u00A0" }verify”. Without Tilslut:
receipt-proof-file = Take “{ $file }” out of the PDF file (an attachment).
receipt-proof-fingerprint = Its SHA-256 must be the one under “Technical details”.
receipt-proof-code = The control code computed from its answers must be { $code }.
receipt-proof-picture = Short proof
receipt-proof-alternative = QR code with the short proof { $text }
receipt-proof-practice = The keys of the practice environment are public. Practice evidence is built like real evidence but proves nothing.

receipt-level = Evidence level { $level }
receipt-level-a = A: the broker’s long-term evidence with the same text
receipt-level-b = B: login and text belong together
receipt-level-c = C: the login is proven, the text shown is not
receipt-level-d = D: unchanged, but the broker’s key is not known
receipt-level-a-means = The broker signed login and text with a key made to last for many years.
receipt-level-b-means = The broker signed login and text with a key that Tilslut knows in advance.
receipt-level-c-means = The broker signed the login but did not repeat the text. What was shown in MitID is not proven.
receipt-level-d-means = The evidence holds together and is unchanged, but Tilslut does not know the key that signed the login. Who logged in is not proven.

receipt-check-passed = In order
receipt-check-told = Stated
receipt-check-unknown = Unknown
receipt-check-request-unchanged = These answers were approved
receipt-check-request-unchanged-holds = The login is bound to their fingerprint
receipt-check-request-unchanged-unknown = The evidence does not show it
receipt-check-issuer-known = The login comes from a known broker
receipt-check-issuer-known-holds = Signed with a key that Tilslut knows
receipt-check-issuer-known-unknown = Tilslut does not know the key
receipt-check-text-shown = The text in MitID is the same
receipt-check-text-shown-holds = The broker repeated the text
receipt-check-text-shown-unknown = The broker did not repeat the text
receipt-check-level-substantial = Level of assurance
receipt-check-level-substantial-holds = Substantial or higher
receipt-check-level-substantial-unknown = The evidence does not show it
receipt-check-one-time-key = The one-time key signed the login
receipt-check-one-time-key-holds = The key was made for this one approval
receipt-check-one-time-key-unknown = The evidence does not show it
receipt-check-seal = The evidence file is unchanged
receipt-check-seal-holds = The one-time key sealed the whole file
receipt-check-seal-unknown = The evidence does not show it
receipt-check-time = Time
receipt-time-claimed = { $time }, stated by the broker, not time-stamped by anyone else

receipt-technical = Technical details
receipt-file-fingerprint = Evidence file, SHA-256
receipt-answers-fingerprint = Answers, SHA-256
receipt-quoted = “{ $text }”
receipt-opened-practice = Practice text opened { $time }: { $address }
receipt-opened-live = Official text opened { $time }: { $address }
receipt-summary-shown = Tilslut’s summary shown { $time }
receipt-login-time = Time of login (UTC)
receipt-lookup-practice = Practice register look-up
receipt-lookup-live = CVR look-up
receipt-looked-up = { $time }, status: { $status }
receipt-signing-rule = Signing rule
receipt-case = Case id
receipt-number = Receipt
receipt-number-made = No. { $number } on the computer that made it, { $time }
receipt-made-without-number = Made of the evidence file, { $time }. It has no number.
receipt-previous = Previous fingerprint
receipt-previous-none = None. It is the first one on the computer.
receipt-short = Short proof (QR code)
receipt-inside = Files in this PDF
receipt-inside-evidence-practice = PRØVE: login and signature, for checking
receipt-inside-evidence-live = login and signature, for checking
receipt-inside-case-practice = PRØVE: the answers of the case, for other programs
receipt-inside-case-live = the answers of the case, for other programs
receipt-inside-others-practice = PRØVE: answers and other statements
receipt-inside-others-live = answers and other statements
receipt-inside-statement-practice = PRØVE: what else the pages say, for checking
receipt-inside-statement-live = what else the pages say, for checking
receipt-replaced = Characters that the typeface lacks
receipt-replaced-say = { $characters } are shown by their Unicode numbers. The evidence file holds them as they were written.

## Board overview

receipt-board-title = Board overview
receipt-board-say-practice = This is practice. In a real case the organisation fills in the overview itself and encloses it when the organisation is connected to MitID Erhverv.
receipt-board-say-live = The organisation itself filled in this overview. It is to be enclosed when the organisation is connected to MitID Erhverv.
receipt-board-template = MitID Erhverv has a template of its own. If they ask for it, use that one.
receipt-board-running = CVR { $cvr } · board overview
receipt-board-footer-practice = Made with Tilslut as practice. Not MitID Erhverv’s own template and not a print from CVR. Tilslut has not checked who is on the board.
receipt-board-footer-live = Made with Tilslut. Not MitID Erhverv’s own template and not a print from CVR. Tilslut has not checked who is on the board.
receipt-board-subject-practice = PRØVE: practice board overview without effect
receipt-board-subject-live = Board overview filled in by the organisation itself
receipt-board-file-word = board overview
receipt-board-organisation-name = Name
receipt-board-form = Form of organisation
receipt-board-on = Date of the overview
receipt-board-members = Members of the board
receipt-board-by-hand = Fill in the empty fields clearly by hand.
receipt-board-number = No.
receipt-board-name = Full name
receipt-board-function = Function
receipt-board-signature = Signature
receipt-board-statement = The board consists of the members listed in this overview.
receipt-board-place = Place and date
receipt-board-chair = Signature of the chair
receipt-board-replaced = Some characters cannot be printed and are shown by their Unicode numbers: { $characters }. If needed, write the name by hand beside them.

## Days and times

receipt-moment = { $day } at{ "\u00A0" }{ $hour }:{ $minute }
receipt-moment-weekday = { $weekday } { $day } at{ "\u00A0" }{ $hour }:{ $minute }
receipt-moment-second = { $day } at{ "\u00A0" }{ $hour }:{ $minute }:{ $second }
receipt-weekday-1 = Monday
receipt-weekday-2 = Tuesday
receipt-weekday-3 = Wednesday
receipt-weekday-4 = Thursday
receipt-weekday-5 = Friday
receipt-weekday-6 = Saturday
receipt-weekday-7 = Sunday
