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
