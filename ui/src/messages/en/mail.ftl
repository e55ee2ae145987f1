### The two e-mails that the practice receiver writes. The window shows them, and the practice mailbox holds them.

mail-receipt-subject = PRØVE (practice): Receipt for the connection of { $organisation }
mail-receipt-body =
    PRØVE (practice). This e-mail has not been sent. It is only in the practice mailbox on your computer.

    Dear { $name }

    The practice receiver has your approval of { $date }.

    Organisation: { $organisation }, CVR { $cvr }
    Case number: { $case }
    Organisation administrators: { $administrators }

    Each administrator has an e-mail with a link to the set-up. The link works up to and including { $until }.

    { $organisation } is not connected to MitID Erhverv: this was practice.

mail-concluded-subject = PRØVE: Receipt for the connection of { $organisation }
mail-concluded-body =
    PRØVE. Practice has written this e-mail. It is not from MitID Erhverv.

    Dear { $name }

    The connection agreement of { $organisation }, CVR { $cvr }, was concluded on { $date } in practice.

    Organisation administrators: { $administrators }

    Each administrator would get an e-mail with a link to the set-up. The link would work until { $until }, that day included.

    { $organisation } is not connected to MitID Erhverv: it was practice.

mail-rejected-subject = PRØVE: The application to connect { $organisation } was rejected
mail-rejected-body =
    PRØVE. Practice has written this e-mail. It is not from MitID Erhverv.

    Dear { $name }

    The application to connect { $organisation }, CVR { $cvr }, was rejected on { $date } in practice.

    Reason: { $reason }

    A new application begins from nothing.

mail-setup-subject = PRØVE (practice): Link to set up { $organisation } in MitID Erhverv
mail-setup-body =
    PRØVE (practice). This e-mail has not been sent. It is only in the practice mailbox on your computer.

    Dear { $name }

    { $representative } has appointed you organisation administrator of { $organisation }, CVR { $cvr }.

    This is how you would begin:
    1. Open the link: { $link }
    2. Log in with your private MitID.
    3. Set the organisation up by { $until } at the latest. After that the link does not work.

    Case number: { $case }

    The link leads nowhere: this was practice. Tilslut has sent nothing to MitID Erhverv.
