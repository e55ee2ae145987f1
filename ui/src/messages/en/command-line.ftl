### The words of the command line that no window has. Its output is read by scripts: a text that is changed here is a
### change for them.


## A number, and days

cli-cvr-valid = is a valid CVR number
cli-cvr-not-valid = is not a valid CVR number
cli-workdays-early = Early date
cli-workdays-conservative = Conservative date
cli-workdays-skipped = Days that do not count:
cli-workdays-only-conservative = in the conservative date only
cli-workdays-beyond-calendar = The calendar knows the years 1990 to 2099 only

## An organisation

cli-organisation-form = Form
cli-organisation-representative = Management representative
cli-organisation-normally = normally { $who }
cli-organisation-automatic = Verified automatically
cli-automatic-yes = normally yes, when the person is in CVR with a CPR number
cli-automatic-usually = usually, when the person is in CVR with a CPR number
cli-automatic-if-registered = only when that very person is registered in CVR
cli-automatic-doubtful = doubtful: expect that documents are needed
cli-automatic-no = no, documents are needed
cli-automatic-not-yet = the organisation can as a rule not be connected yet
cli-organisation-private-mitid = MitID private for business
cli-private-mitid-yes = is enough when only the owner acts digitally
cli-private-mitid-if-signs-alone = is enough when only one person acts digitally and may sign alone
cli-private-mitid-if-registered = is enough when only a registered association representative acts digitally
cli-private-mitid-no = is not mentioned for this form of organisation
cli-organisation-documents = Documents otherwise
cli-organisation-state = State
cli-consequence-connect = The organisation can be connected
cli-consequence-warn = Whether the organisation can be connected is uncertain
cli-consequence-blocked = The organisation is blocked in MitID Erhverv
cli-consequence-stop = The organisation can as a rule not be connected
cli-organisation-re-entry = The agreement may be concluded again by
cli-organisation-signing-rule = Signing rule
cli-candidates = Candidates for management representative:
cli-candidates-none = Candidates for management representative: the register names nobody
cli-candidates-unknown = Candidates for management representative: the answer does not tell who is in the management
cli-candidate-since = since { $day }
cli-candidate-not-named = The register does not tell who
cli-candidate-person-without-cpr = Registered without a CPR number: expect that documents are needed
cli-candidate-organisation = An organisation, not a person: expect that documents are needed
cli-candidate-unknown = The register does not tell whether this is a person or an organisation: expect that documents are needed
cli-worth-automatic = is normally verified automatically
cli-worth-by-documents = may represent, with documents
cli-worth-re-entry = may conclude the agreement again, with proof of the appointment
cli-worth-blocked = cannot conclude the agreement as long as the organisation is in this state
cli-worth-nothing = the role is not enough in this form of organisation
cli-left-out-unreadable = Some of the answer could not be read and is left out: { $part }
cli-left-out-personal-number = A number that may be a CPR number is left out of { $part }
cli-part-name = the name
cli-part-address = the address
cli-part-form = the form of organisation
cli-part-status = the status
cli-part-participants = the participants
cli-part-signing-rule = the signing rule

## Preflight

cli-preflight-practice = PRØVE (practice): the case is from the practice environment
cli-verdict-open = Answers are missing before the outlook can be told
cli-verdict-automatic = Can be connected automatically
cli-verdict-documents = Needs documents
cli-verdict-impossible = Cannot be connected
cli-verdict-not-needed = No connection is needed: MitID private for business is enough
cli-in-favour-organisation-active = the organisation is active
cli-in-favour-organisation-said-active = the organisation is active, as was answered
cli-in-favour-form-automatic = the form of organisation is normally verified automatically
cli-in-favour-representative-listed = the management representative is in CVR
cli-in-favour-representative-said-listed = the management representative is in CVR, as was answered
cli-in-favour-representative-has-mitid = the management representative has private MitID
cli-in-favour-administrators-ready = the administrators are ready
cli-in-favour-several-administrators = there are several administrators
cli-severity-stops = Stops the connection
cli-severity-documents = Needs documents
cli-severity-warning = May go wrong or take longer
cli-severity-advice = Good to know
cli-preflight-documents = Documents
cli-document-ready = ready
cli-document-missing = missing
cli-document-useful = can help
cli-preflight-expected = Sent on { $sent } with its documents in order, the case is expected to be answered by { $late } (early date: { $early })
cli-preflight-before-approval = Before the case can be approved
cli-preflight-as-of = As of { $today }. The rules were compared with their sources on { $rules }.

## A case that cannot be read

cli-case-too-large = the case is larger than { $limit } bytes
cli-case-not-json = it is not JSON ({ $place })
cli-case-not-a-case = it is not a case as docs/case.schema.json describes it: { $what } ({ $place })
cli-looks-like-cpr = the text looks like a CPR number, and a case never holds one
cli-left-out-of-case = is left out, because the text looks like a CPR number. The rest of the case was read
cli-line = line { $line }
cli-column = column { $column }
cli-line-and-column = line { $line }, column { $column }
cli-member-missing = missing field `{ $member }`
cli-member-unknown-unnamed = unknown field
cli-member-unknown = unknown field `{ $member }`
cli-member-unknown-expected = unknown field `{ $member }`, expected { $expected }
cli-member-twice = duplicate field `{ $member }`
cli-member-expected = expected { $expected }
cli-said = { $said }

# What stands where, as the readers of JSON name it.
cli-expected-object = an object
cli-expected-list = a sequence
cli-expected-text = a text
cli-expected-string = a string
cli-expected-text-or-number = a text or a whole number
cli-expected-boolean = a boolean
cli-expected-sha256 = 64 hexadecimal digits
cli-expected-day = a day that exists, as YYYY-MM-DD
cli-expected-moment = a moment with its offset, as 2026-11-24T09:30:00Z
cli-expected-born = a date of birth as YYYY-MM-DD, or an object with day, month and year
cli-expected-one-of = one of { $names }
cli-expected-or = or
cli-expected-other = { $kind ->
   *[other] { $said }
  }

## Files

# What the system says of a file: it says it in English.
cli-system = { $kind ->
   *[other] { $said }
  }
cli-not-text-utf16 = the file is text in UTF-16 and damaged. Save it again as UTF-8
cli-not-text-utf32 = the file is text in UTF-32. Save it as UTF-8
cli-not-text-mixed = the file is text that is mixed of UTF-8 and another encoding. Save it again as UTF-8
cli-not-text-unknown = the file is not text in an encoding that Tilslut reads. Save it as UTF-8
cli-not-written = The result could not be written
cli-already-there = the file is there already; --force writes over it

## Evidence, and the documents that are made

cli-evidence-level = Evidence level
cli-control-code = control code
cli-evidence-unproven = the file proves nothing [{ $reason }]
cli-evidence-needs-trust = it is not from practice, so --trust must say who is trusted
cli-evidence-other-environment = it is of the other environment
cli-not-trust = it is not a trust file as docs/trust.md describes it
cli-not-trust-missing = lacks: { $fields }
cli-not-trust-unusable = cannot be used: { $fields }
cli-unproven = the evidence does not prove the approval of this connection
cli-not-made = the document could not be made
cli-not-a-receipt-too-large = the file is larger than any receipt
cli-not-a-receipt-unreadable = the file cannot be read as a PDF
cli-not-a-receipt-foreign = the file is no receipt of Tilslut’s
cli-not-a-receipt-changed = the receipt was changed after it was made
cli-made-checklist = Checklist
cli-made-board-overview = Board overview
cli-made-hand-over-sheet = Hand-over sheet
cli-made-administrators = Summary of the appointed administrators
cli-made-administrator-sheet = Page for each administrator
cli-made-timeline = Timeline of administrators
cli-without-not-needed = not needed in this case
cli-without-no-organisation = the organisation is not known yet
cli-without-no-reporter = the representative prepares the case, so nothing is handed over
cli-without-incomplete = answers are missing; preflight says which
cli-without-no-evidence = needs the evidence of the approval: --evidence
cli-without-other-case = the evidence is about another case
cli-without-not-made = could not be made
cli-without-not-written = could not be written

## Approving

cli-approve-https = the browser tried to come back with https; change https to http in the address bar and press Enter
cli-approve-other-answer = an answer came that belongs to another login
cli-approve-set-clock = set the clock, or go on with --despite-clock
cli-approve-open-address = Open this address in a browser on this computer:
cli-approve-browser-opened = The browser was opened at { $host }
cli-approve-not-a-key = it is not a private key in PEM (RSA or P-256)
cli-approve-code = Control code: { $code }
cli-approve-text = The text in MitID: { $text }
cli-approve-refuse = Refuse in MitID if the code or the text differs.
cli-approve-approved-by = Approved by { $name }, evidence level { $level }
cli-approve-approved = Approved ({ $why }), evidence level { $level }
cli-approve-written = The evidence was written to: { $file }
cli-approve-not-approved = Not approved.

## The profile of a broker

cli-profile-too-large = the file is too large to be a profile
cli-profile-unreadable = it is not a profile as docs/live-profile.md describes it (line { $line })
cli-profile-incomplete = the profile is not whole, see `profile check`: { $fields }
cli-profile-whole = The profile is whole.
cli-profile-not-whole = The profile is not whole.
cli-profile-missing = Missing:
cli-profile-unusable = Cannot be used:
cli-profile-unconfirmed = Not confirmed, ask the broker:
cli-profile-empty = The profile names no service.
cli-profile-unknown = Tilslut does not know this, and it is not used:
cli-profile-register = Addresses to register at the broker:
cli-profile-online = At the services:
cli-service-answers = Answers
cli-service-silent = No answer. Check the address and the network

# What the broker was found to do; where it does not say, what that means.
cli-broker-metadata-holds = The broker's metadata can be read
cli-broker-metadata-fails = The broker's metadata cannot be read. Check issuer and network
cli-broker-issuer-holds = The broker calls itself what the profile does
cli-broker-issuer-fails = The broker calls itself something else. Write issuer exactly so
cli-broker-endpoints-holds = Every address that the profile uses is there
cli-broker-endpoints-fails = Addresses are missing or have no encryption
cli-broker-pkce-holds = The broker protects the code with PKCE S256
cli-broker-pkce-fails = The broker does not know PKCE S256, so nobody can log in
cli-broker-pkce-unsaid = The broker does not say whether it knows PKCE S256
cli-broker-algorithms-holds = ID tokens are signed with RS256 or ES256
cli-broker-algorithms-fails = ID tokens are signed in a way that Tilslut does not take
cli-broker-algorithms-unsaid = The broker does not say how ID tokens are signed
cli-broker-issuer-named-holds = Answers say whom they come from (iss)
cli-broker-issuer-named-fails = The profile requires iss, but the broker does not promise it
cli-broker-issuer-named-unsaid = The broker does not promise iss, and the profile does not require it
cli-broker-keys-holds = The broker's keys can be read
cli-broker-keys-fails = The broker's keys cannot be read
cli-broker-anchored-holds = All of the broker's keys are in the profile
cli-broker-anchored-fails = Keys are not in the profile. Evidence with them reaches level D only. Have the thumbprints confirmed by the broker itself
cli-broker-clock-holds = The clocks agree
cli-broker-clock-fails = The clocks are more than a minute apart. Set this computer's clock
cli-broker-clock-unsaid = The broker does not say what time it is

# What to do about a field of a profile.
cli-remedy-id = Give the profile a name. It stands in the evidence.
cli-remedy-version = Write a whole number. Raise it when the profile changes.
cli-remedy-issuer = Write the broker's issuer as the broker states it: https and without a question mark. Practice has http://127.0.0.1:PORT.
cli-remedy-client-id = Write the id of the client that the broker has registered.
cli-remedy-redirect-path = Write the path of the registered address: empty, or with / first. /done is taken.
cli-remedy-ports = Write the registered ports, none below 1024, or "any" where the broker takes all.
cli-remedy-scopes = Write at least ["openid"].
cli-remedy-keys = Get the thumbprints (RFC 7638) of the signing keys from the broker itself: 43 characters each.
cli-remedy-certificates = Write each certificate as PEM, and at least one part of the subject that certificates under it must have.
cli-remedy-authorize-text = Write in [broker.authorize] how the broker is told the text ({"{"}text{"}"} or {"{"}text-base64{"}"}), or set shows-text = false.
cli-remedy-claims-text = Write where the answer repeats the text.
cli-remedy-claims-level = Write where the answer tells the level of assurance.
cli-remedy-claims-levels = Write the values that mean Substantial or High.
cli-remedy-claims-name = Write where the answer tells the person's name.
cli-remedy-claims-authority = Write both yes and cvr, or neither.
cli-remedy-request = A signed request needs a key: use client = "private-key" or "public".
cli-remedy-pushed = "authenticated" needs client = "secret" or "private-key".
cli-remedy-register-url = Write the address of the register: http or https, without user name, password or question mark.
cli-remedy-register-contact = Write who asks and how to reach them, in plain letters: Eksempel ApS - it@eksempel.dk.
cli-remedy-register-plain-http = Write "accepted" if your access may be sent without encryption, or use an address with https.
cli-remedy-delivery-url = Write the address of the receiver, with https.
cli-remedy-update-url = Write the address of the description of newer versions, with https.
cli-remedy-update-key = Write the public key (minisign) that the versions are signed with.
cli-remedy-taken = Take the field out: Tilslut sets it itself, to protect the login.
cli-remedy-other = See the field in docs/live-profile.md.

## A receipt mail

cli-mail-is-pdf = this is a PDF and not an e-mail. A printout has no signature; Tilslut's own files are read by `verify`
cli-mail-from = From
cli-mail-to = To
cli-mail-subject = Subject
cli-mail-date = Sent, according to the sender
cli-mail-attachment = Attached, not opened
cli-mail-no-name = without a name
cli-mail-text = The text, without pictures and links:
cli-mail-text-of-page = The text, taken out of an HTML page without pictures and links:
cli-mail-signed = Signed by { $domain } and unchanged since (the key { $key }).
cli-mail-text-changed = The text was changed after the e-mail was signed. The sender and the other signed fields are unchanged.
cli-mail-changed = The e-mail was changed after it was signed, or signed with another key.
cli-mail-no-signature = The e-mail has no signature.
cli-mail-key-gone = The key of the signature is not there any more ({ $key } at { $domain }). The signature cannot be checked.
cli-mail-expired = Signed by { $domain } and unchanged since, but the signature had expired when the key was seen.
cli-mail-not-checked = The signature is not checked yet: the key { $key } at { $domain } was not looked up. Use --ask.
cli-mail-unsupported-outlook-message = The signature cannot be checked: an Outlook file does not hold what was signed. Save the e-mail as .eml.
cli-mail-unsupported-mixed-line-ends = The signature cannot be checked: a program has changed the lines of the file.
cli-mail-unsupported-malformed = The signature cannot be checked: it is not written as the standard says.
cli-mail-unsupported-algorithm = The signature cannot be checked: it is made in a way that proves nothing any more, or that Tilslut does not know.
cli-mail-unsupported-sender-not-signed = The signature does not cover the sender, and so does not show whom the e-mail is from.
cli-mail-unsupported-several-senders = The signature cannot be checked: the e-mail does not have exactly one sender.
cli-mail-unsupported-part-of-the-body = Only a part of the text is signed. Anybody may have written the rest.
cli-mail-unsupported-key-unreadable = The signature cannot be checked: the key cannot be read.
cli-mail-unsupported-key-not-for-mail = The signature cannot be checked: the key is not for e-mails.
cli-mail-unsupported-key-of-another-kind = The signature cannot be checked: the key is of another kind than the signature.
cli-mail-unsupported-key-too-short = The signature shows nothing: the key is so short that anybody may have made the signature.
cli-mail-forwarding-list = It was sent through a mailing list.
cli-mail-forwarding-resent = It was sent on as it was.
cli-mail-forwarding-rule = A rule of a mailbox sent it on.
cli-mail-forwarding-subject = Its subject begins as that of a forwarded e-mail.
cli-mail-listed = MitID Erhverv sends from that domain.
cli-mail-listed-unconfirmed = The domain is one of those that MitID Erhverv may send from. That is not confirmed.
cli-mail-not-listed = The domain is not one of those that we know of MitID Erhverv.
cli-mail-alignment-same = The sender's address is at the same domain.
cli-mail-alignment-related = The sender's address is at a domain above or below it.
cli-mail-alignment-other = The sender's address is at another domain, which has not signed itself.
cli-mail-weak = The key is short ({ $bits } bits) and shows less for it.
cli-mail-unsigned = Not covered by the signature: { $fields }.
cli-mail-proves-not = The signature does not show who wrote the e-mail.
cli-mail-belongs-number-and-name = It names the organisation and its CVR number { $cvr }.
cli-mail-belongs-number = It names the organisation's CVR number { $cvr }.
cli-mail-belongs-name = It names the organisation, but not CVR number { $cvr }.
cli-mail-another = It does not name CVR number { $cvr }, but { $others }.
cli-mail-silent = Nothing in it says which organisation it is about.
cli-mail-odd-no-sender = The e-mail does not say whom it is from.
cli-mail-odd-several-senders = The e-mail names several senders.
cli-mail-odd-name-holds-another-address = The sender's name is written as another address than the sender's own.
cli-mail-odd-header-twice = A field that may stand there once stands there several times.
cli-mail-odd-broken-structure = The structure of the e-mail is broken. Some of the text may be missing.
cli-mail-odd-text-cut = The text is so long that only its beginning is shown.
cli-mail-odd-text-not-read = The text is kept in a way that Tilslut does not read (encrypted, or only formatted).
cli-mail-odd-mail-inside = The e-mail has another e-mail attached.
cli-backup-whole = The backup opens, and everything in it was checked.
cli-backup-made = Made: { $made }
cli-backup-cases = Cases: { $cases }
cli-backup-documents = Documents and e-mails: { $documents }
cli-backup-receipts = Receipts and records: { $receipts }
cli-backup-newest = Latest change: { $newest }
cli-backup-unreadable = Cases that lie there and cannot be read: { $cases }
cli-backup-listed = { $file }: made { $made }, { $megabytes } MB
cli-backup-own-only = Opens only with the cases that it was made of: there was no recovery code.
cli-backup-none = There are no backups in the folder.
