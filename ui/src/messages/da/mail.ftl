### De to e-mails, som prøvens modtager skriver. Vinduet viser dem, og prøvens postkasse har dem.

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

# Måneden kommer som m01 til m12.
mail-date = { $day }. { $month ->
        [m01] januar
        [m02] februar
        [m03] marts
        [m04] april
        [m05] maj
        [m06] juni
        [m07] juli
        [m08] august
        [m09] september
        [m10] oktober
        [m11] november
       *[m12] december
    } { $year }
