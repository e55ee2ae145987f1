### Kladder til e-mails, som man selv sender: emner og tekst. Tilslut sender dem ikke.

draft-reminder-subject = Påmindelse: { $subject }
draft-practice = PRØVE. Kladden er lavet i prøvemiljøet. Intet er sket hos MitID Erhverv, og der er intet at gøre.
draft-greeting = Hej { $name }
draft-signed = Venlig hilsen
draft-signed-by =
    Venlig hilsen
    { $reporter }

## Til en administrator
draft-set-up-subject = Opsætning af { $organisation } i MitID Erhverv, senest { $until }
draft-set-up = Du er udpeget som organisationsadministrator i MitID Erhverv for { $organisation }, CVR { $cvr }.
draft-set-up-reminder = Jeg skriver for at minde dig om opsætningen af { $organisation }, CVR { $cvr }, i MitID Erhverv. Du er udpeget som organisationsadministrator. Er du allerede færdig, så svar bare »færdig«.
draft-concluded = Aftalen er indgået { $day }. MitID Erhverv sender dig et personligt link til opsætningen.
draft-approved = Tilslutningen er godkendt { $day }. Når MitID Erhverv har bekræftet den, sender de dig et personligt link til opsætningen. Datoen her er regnet fra godkendelsen.
draft-set-up-do =
    Det skal du gøre:
    1. Find e-mailen fra MitID Erhverv. Den kommer til { $email }. Se også i uønsket post.
    2. Åbn linket, og log ind med dit eget private MitID.
    3. Gør opsætningen færdig senest { $until }. Derefter virker linket ikke.
    4. Svar på denne e-mail, når det er gjort.

    Din tjekliste er vedhæftet.

    Du skal have dansk CPR-nummer og privat MitID på niveau Betydelig. Har du ikke det, så svar med det samme: ellers skal tilslutningen begynde forfra.

## Til ledelsesrepræsentanten
draft-approve-subject = Godkend tilslutningen af { $organisation } til MitID Erhverv
draft-approve = Jeg har forberedt tilslutningen af { $organisation }, CVR { $cvr }, til MitID Erhverv og sendt den videre til dig { $day }. Kun du kan godkende den.
draft-approve-reminder = Jeg skriver for at minde dig om tilslutningen af { $organisation }, CVR { $cvr }, til MitID Erhverv. Jeg sendte den videre til dig { $day }, og kun du kan godkende den. Har du allerede gjort det, så svar bare »færdig«.
draft-approve-site = mitid-erhverv.dk/tilslutning
draft-approve-site-practice = prøvens side
draft-approve-do =
    Det skal du gøre:
    1. Gå til { $site }, og log ind med dit eget private MitID.
    2. Læs vilkårene, før du accepterer dem. Jeg har forberedt tilslutningen med udgaven fra { $terms }.
    3. Se igennem, hvad jeg har valgt, og at administratorerne er de rigtige: { $administrators }.
    4. Godkend og bekræft med MitID. Før det er aftalen ikke indgået.

    MitID Erhverv sender dig en kvittering på e-mail. Send den videre til mig, når den kommer.
