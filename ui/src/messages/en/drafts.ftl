### Drafts of mails that people send themselves: subjects and text. Tilslut does not send them.

draft-reminder-subject = Reminder: { $subject }
draft-practice = PRØVE. This draft was made in practice. Nothing has happened at MitID Erhverv, and there is nothing to do.
draft-greeting = Dear { $name }
draft-signed = Kind regards
draft-signed-by =
    Kind regards
    { $reporter }

## To an administrator
draft-set-up-subject = Set-up of { $organisation } in MitID Erhverv, by { $until }
draft-set-up = You are appointed organisation administrator in MitID Erhverv for { $organisation }, CVR { $cvr }.
draft-set-up-reminder = This is to remind you of the set-up of { $organisation }, CVR { $cvr }, in MitID Erhverv. You are appointed organisation administrator. If you are done already, just answer “done”.
draft-concluded = The agreement was concluded on { $day }. MitID Erhverv sends you a personal set-up link.
draft-approved = The connection was approved on { $day }. Once MitID Erhverv has confirmed it, they send you a personal set-up link. The date here is counted from the approval.
draft-set-up-do =
    What you have to do:
    1. Find the e-mail from MitID Erhverv. It comes to { $email }. Look in your junk mail too.
    2. Open the link, and log in with your own private MitID.
    3. Finish the set-up by { $until }. After that the link does not work.
    4. Answer this e-mail when it is done.

    Your checklist is attached.

    You need a Danish CPR number and private MitID at level Substantial. If you do not have them, answer at once: otherwise the connection has to be started over.

## To the management representative
draft-approve-subject = Approve the connection of { $organisation } to MitID Erhverv
draft-approve = I have prepared the connection of { $organisation }, CVR { $cvr }, to MitID Erhverv and sent it on to you on { $day }. Only you can approve it.
draft-approve-reminder = This is to remind you of the connection of { $organisation }, CVR { $cvr }, to MitID Erhverv. I sent it on to you on { $day }, and only you can approve it. If you have done so already, just answer “done”.
draft-approve-site = mitid-erhverv.dk/tilslutning
draft-approve-site-practice = the site of practice
draft-approve-do =
    What you have to do:
    1. Go to { $site }, and log in with your own private MitID.
    2. Read the terms before you accept them. I have prepared the connection with the edition of { $terms }.
    3. Look through what I have chosen, and see that the administrators are the right ones: { $administrators }.
    4. Approve and confirm with MitID. Before that the agreement is not concluded.

    MitID Erhverv sends you a receipt by e-mail. Please send it on to me when it comes.
