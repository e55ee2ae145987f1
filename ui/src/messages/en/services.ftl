### The services that live cases use: who decides about them, and a profile that is looked at before it is taken into use.
### Keys of the window, like those of window.ftl.

services-title = Services
services-lede = Everything works without your setting anything up. Each service can be changed by itself.
services-lede-decided = Some of it is decided beforehand, in a profile that you cannot change here.
services-lede-practice = In practice all services are practice’s own, on this computer. Live cases have their own.
services-open = See the services
services-settings = Register, MitID, delivery and updates: what is used, and what is sent to whom.
services-now = Used now
services-sent = Sent
services-other = Other choice
services-practice = Practice’s own
services-nothing = Nothing from Tilslut
asked-contactWho = { contact-who }
asked-contactEmail = { contact-email }
file-profile = Profile for Tilslut (TOML)

# Who decides
service-unconfigured = Not set up
service-by-managed = Managed for you
service-by-named = Profile of the start
service-by-kept = Taken into use
service-allowed = Allowed by you
service-broken = Lacks something
service-managed = Whoever looks after the computer decided it in { $file }. You cannot change it here.
service-named = Tilslut was started with { $file }, which decides it. Start without the file to choose yourself.
service-kept = From { $file }, which you took into use.
service-overruled-managed = { $file } names it too, but is not used here.
service-overruled-named = { $file }, with which Tilslut was started, names it too, but is not used here.
service-overruled-kept = { $file }, which you took into use, names it too, but is not used while this holds.
service-lacks = The profile cannot be used here, so the service is done without.
service-missing = Missing: { $fields }
service-unusable = Cannot be used: { $fields }
service-unreadable = The profile cannot be read from line { $line } on.
service-other-managed = Chosen by whoever looks after the computer
service-other-named = Start Tilslut without the file to choose yourself
service-put-away = Put away again
service-put-away-name = Put { $service } from { $file } away again

services-back-to-case = Back to the case
by-hand-services = It can be looked up instead

# The register
service-register = Register
service-register-now-typed = You copy from CVR yourself
service-register-now-practice = The practice register
service-register-now-virk = CVR at { $host }
service-register-now-datafordeler = Datafordeleren, { $host }
service-register-now-cvrapi = cvrapi.dk
service-register-sent-typed = Nothing from Tilslut. If you open the register’s page, your browser gives it the CVR number
service-register-sent-practice = The CVR number or the name you look for. It stays on this computer
service-register-sent-virk = The CVR number or the name you look for, and your user name and password, if you have given them
service-register-sent-datafordeler = The CVR number and your key
service-register-sent-cvrapi = The CVR number and the contact “{ $contact }”, at most 50 times a day
service-register-sent-cvrapi-profile = The CVR number and the contact that stands in the profile, at most 50 times a day
service-register-other-typed = cvrapi.dk fetches name, address and form, not the management. Your own access to CVR fetches the management too
service-register-other-cvrapi = Your own access to CVR fetches management and status too
service-register-other-virk = cvrapi.dk needs no access, but does not know the management
service-register-other-datafordeler = Your own access to CVR fetches the management too

cvrapi-allow = Allow cvrapi.dk
cvrapi-title = Look up at cvrapi.dk
cvrapi-text = cvrapi.dk is free and not official. With every look-up it is told the CVR number, the contact given here and your address on the internet. It demands a contact and gives at most 50 look-ups a day. It does not tell who is in the management.
cvrapi-when = From then on Tilslut looks up when you have typed a whole CVR number. You can take the permission back.
contact-who = Who asks?
contact-who-hint = Firm or name. Only the letters a to z, figures and plain signs: write Soeren for Søren
contact-email = Contact address (e-mail)
contact-email-hint = It is sent to cvrapi.dk with every look-up, and kept encrypted here
cvrapi-do = Allow look-ups at cvrapi.dk
cvrapi-keep-off = Do not
cvrapi-withdraw = Take the permission back

access-title = Get your own access to CVR
access-text = With your own access Tilslut looks up in CVR and is told management, signing rule and status too.
access-write = Write to cvrselvbetjening@erst.dk and ask for system-to-system access to CVR. It is free. Erhvervsstyrelsen asks you to sign a declaration on protection from advertising, and it takes time.
access-source = So it stood at datahub.virk.dk, in a copy without a date. It may have changed.
access-plain = Erhvervsstyrelsen’s own address has no encryption (as far as others have described it): user name and password can be read on the way. Tilslut sends them only once you have agreed to that.
access-profile = When you have the access: save these lines as a file that ends in .toml, and drag it here. You type user name and password afterwards on this page; they do not belong in the file.
access-copy = Copy the lines
access-datafordeler = If you have an API key for Datafordeleren, write kind = "datafordeler" under [register] instead. It does not tell who is in the management.

# MitID
service-broker = MitID
service-broker-now-none = You log in at mitid-erhverv.dk
service-broker-now-practice = Practice’s MitID
service-broker-now = { $host }
service-broker-sent-none = Nothing from Tilslut. The login happens in your browser
service-broker-sent-practice = The text with CVR number and control code. It stays on this computer
service-broker-sent = With a login your client id, and when you approve, also the text about the agreement with CVR number and control code. The login happens in your browser
service-broker-other-none = A MitID broker: you approve in Tilslut first and get evidence of level A to C. Takes an agreement with a broker, and a receiver
service-broker-other = Without a broker you log in at mitid-erhverv.dk
broker-get = How to get a broker
broker-get-text = A MitID broker is a company that passes logins with MitID on. You make the agreement with it yourselves and are given a client id. Tilslut has no agreement with any.
broker-get-profile = Tilslut knows three brokers beforehand: Idura, Nets eID Broker and Signicat. Their profiles lie in Tilslut’s source and lack only what is your own. The fields are described in docs/live-profile.md. None of them has been tried from here.

# Delivery
service-delivery = Delivery
service-delivery-now-none = You do it yourself at mitid-erhverv.dk
service-delivery-now-practice = Practice’s receiver
service-delivery-now = Your receiver, { $host }
service-delivery-sent-practice = What was approved, with the evidence. It stays on this computer
service-delivery-sent = What was approved, with the evidence: the whole case, once it is approved in Tilslut
service-delivery-sent-incomplete = Nothing before there is a MitID broker too
service-delivery-other-none = A receiver of your own: the case is sent there and the answer comes back. We know of none at MitID Erhverv
service-delivery-other = Without a receiver you do it yourself at mitid-erhverv.dk
receiver-how = How a receiver works
receiver-how-text = A receiver is an HTTPS address that your organisation has set up itself. Tilslut sends what was approved there as one request and reads the answer. If the answer is lost, Tilslut asks again under the same number, so nothing is received twice.
receiver-how-profile = The address stands in the profile under [delivery], and the format is described in Tilslut’s source (crates/delivery).

# Updates
service-update = Updates
service-update-now-none = No address: Tilslut asks nobody
service-update-now = Looks only when you press
service-update-sent = The version and the kind of computer, to { $host }
service-update-other-none = A profile can name where newer versions come from, and the key they are signed with
service-update-other = Without the address Tilslut asks nobody
service-update-ask = Asks nobody

# A profile file
profile-drop = Do you have a profile file?
profile-drop-text = Drag it here. It is checked and shown before you take it into use, and kept encrypted.
profile-drop-now = Let go of the file, and it is checked
profile-choose = Choose profile file
profile-reading = Checking the file
profile-changing = Changing services
profile-line = It goes wrong in line { $line }.
offered-title = The profile is checked, not taken into use
offered-text = { $file }. Each part works by itself: one that lacks something does not hold the others back.
offered-table = What the profile says of each service
offered-register-virk = CVR at { $host }. Is told the CVR number or the name, and your access
offered-register-datafordeler = Datafordeleren, { $host }. Is told the CVR number and your key
offered-register-cvrapi = cvrapi.dk, { $host }. Is told the CVR number and the contact in the profile
offered-broker = Broker at { $host }. Is told the text about the agreement when you approve
offered-delivery = Receiver at { $host }. Is told what was approved, with the evidence
offered-update = Newer versions from { $host }. Is told the version and the kind of computer
offered-unnamed = Not named: stays as it is
offered-lacks = Cannot be used as it is
offered-decided-managed = Decided by whoever looks after the computer
offered-decided-named = Decided by the profile that Tilslut was started with
offered-sound = In order
offered-broken = Lacks something
offered-unchanged = Unchanged
offered-answers = Answers
offered-silent = No answer
offered-contradicts = Does not fit
offered-point-issuer = The broker calls itself something else than the profile does
offered-point-endpoints = Addresses that the profile uses are missing at the broker
offered-point-pkce = The broker does not know PKCE S256
offered-point-algorithms = The broker signs in a way that Tilslut does not take
offered-point-issuer-named = The profile requires iss, but the broker does not promise it
offered-point-keys = The broker’s keys cannot be read
offered-point-anchored = Not all of the broker’s keys are in the profile
offered-point-clock = The clocks of computer and broker are more than a minute apart
offered-unknown = The profile also has { $tables }. Tilslut does not know it, and it is not used.
offered-ask = Ask whether they answer
offered-ask-again = Ask again
offered-ask-text = Tilslut can ask { $hosts } whether anybody is there. They are told that a computer asks, and your address on the internet: no CVR numbers, no keys, no case.
offered-ask-broker = The broker also tells its metadata and keys, which are compared with the profile.
offered-asking = Asking the services
offered-asked = That a service answers does not say that your access to it fits. That shows only when it is used.
offered-secret = User names, keys and secrets do not belong in the file. You give them afterwards, where they are missing.
offered-take = Take { $services } into use
offered-taking = Taking into use
offered-keep = Keep what there is
offered-none = No part of the profile can be taken into use as it is.
offered-name-register = register
offered-name-broker = MitID
offered-name-delivery = delivery
offered-name-update = updates

# A profile that cannot be read at the start
profile-unread-title = The profile for live cases cannot be used
profile-unread-lede = Nothing of it is used, and your cases have not been touched. You can choose another file, go on without, or use practice.
profile-unread-managed = The file that whoever looks after the computer has put there:
profile-unread-named = The file that Tilslut was started with:
profile-unread-kept = The profile that you took into use
profile-unread-choose = Choose another file
profile-unread-choose-text = It is used this time. Under Services it can be taken into use for good.
profile-unread-without = Go on without
profile-unread-without-text = Live cases work without a profile: you copy from CVR and conclude at mitid-erhverv.dk.
profile-unread-practice = Use practice
profile-unread-practice-text = Nothing reaches MitID Erhverv, and your live cases stay where they are.
profile-unread-again = Try the file again

# The services that a case goes through
used-label = Services in this case
used-register = CVR:
used-register-typed = typed by you
used-register-virk = looked up in CVR
used-register-datafordeler = looked up at Datafordeler
used-register-cvrapi = looked up at cvrapi.dk
used-register-practice = the register of practice
used-approval = Approval:
used-approval-here = with MitID in Tilslut
used-approval-there = at mitid-erhverv.dk
used-delivery = Delivery:
used-delivery-self = you do it yourself
used-delivery-receiver = to your receiver
used-delivery-to = passed on to { $name }
used-delivery-representative = passed on to the management representative
used-change = Change services
