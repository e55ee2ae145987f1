### E-mails, som prøven skriver: to af modtageren, som vinduet og prøvens postkasse viser, og to af prøvens side, som man henter som fil.

mail-receipt-subject = PRØVE: Kvittering for tilslutning af { $organisation }
mail-receipt-body =
    PRØVE. Denne e-mail er ikke sendt. Den ligger kun i prøvens postkasse på din computer.

    Hej { $name }

    Prøvemodtageren har fået din godkendelse af { $date }.

    Organisation: { $organisation }, CVR { $cvr }
    Sagsnummer: { $case }
    Organisationsadministratorer: { $administrators }

    Hver administrator har fået en e-mail med et link til opsætningen. Linket virker til og med { $until }.

    { $organisation } er ikke tilsluttet MitID Erhverv: det var en prøve.

mail-concluded-subject = PRØVE: Kvittering for tilslutning af { $organisation }
mail-concluded-body =
    PRØVE. Prøven har skrevet denne e-mail. Den er ikke fra MitID Erhverv.

    Hej { $name }

    Tilslutningsaftalen for { $organisation }, CVR { $cvr }, er indgået { $date } i prøven.

    Organisationsadministratorer: { $administrators }

    Hver administrator ville få en e-mail med et link til opsætningen. Linket ville virke til og med { $until }.

    { $organisation } er ikke tilsluttet MitID Erhverv: det var en prøve.

mail-rejected-subject = PRØVE: Ansøgningen om tilslutning af { $organisation } er afvist
mail-rejected-body =
    PRØVE. Prøven har skrevet denne e-mail. Den er ikke fra MitID Erhverv.

    Hej { $name }

    Ansøgningen om tilslutning af { $organisation }, CVR { $cvr }, blev afvist { $date } i prøven.

    Årsag: { $reason }

    En ny ansøgning begynder forfra.

mail-setup-subject = PRØVE: Link til opsætning af { $organisation } i MitID Erhverv
mail-setup-body =
    PRØVE. Denne e-mail er ikke sendt. Den ligger kun i prøvens postkasse på din computer.

    Hej { $name }

    { $representative } har udpeget dig til organisationsadministrator for { $organisation }, CVR { $cvr }.

    Sådan ville du komme i gang:
    1. Åbn linket: { $link }
    2. Log ind med dit private MitID.
    3. Sæt organisationen op senest { $until }. Derefter virker linket ikke.

    Sagsnummer: { $case }

    Linket fører ingen steder hen: det var en prøve. Tilslut har ikke sendt noget til MitID Erhverv.
