### The words of the documents beside the receipt (PDF). { "\u00A0" } keeps words together.

documents-number = Nr.
documents-email = E-mail
documents-replaced = Nogle tegn kan ikke trykkes og er vist med deres Unicode-nummer: { $characters }.
documents-first = Først
documents-else = Efter fristen
documents-approval = Hvilken godkendelse det bygger på
documents-case-number = Sagsnummer
documents-case-number-of-practice = { $number } hos prøvemodtageren
documents-case-number-of-live = { $number } hos modtageren
documents-case-number-none = Intet endnu: leveringen var ikke bekræftet, da dokumentet blev lavet
documents-cvr = CVR { $cvr }
documents-role-heading = Rolle
documents-role = Organisationsadministrator
documents-role-both = Organisationsadministrator og ledelsesrepræsentant

## Summary of the appointed administrators

documents-administrators-title = Oversigt over udpegede administratorer
documents-administrators-sentence-practice = { $person } godkendte { $time } med prøve-MitID, at { $administrators } udpeges for { $organisation }.
documents-administrators-sentence-live = { $person } godkendte { $time } med MitID, at { $administrators } udpeges for { $organisation }.
documents-administrators-means-practice = Det var en prøve: ingen er udpeget hos MitID Erhverv. Datoerne viser, hvad der ville gælde i en rigtig sag.
documents-administrators-means-live = Udpegningen gælder, når MitID Erhverv har bekræftet tilslutningen. Tilslut kan ikke se, om nogen senere er ændret dér.
documents-administrators-subject-practice = PRØVE: udpegede administratorer, uden virkning
documents-administrators-subject-live = Administratorer, der er udpeget ved en godkendelse i Tilslut
documents-administrators-file-word = administratorer
documents-administrators-footer-practice = Tilsluts egen optegnelse af en prøve, ikke en besked fra MitID Erhverv. Siden med oversigten er til ledelsesrepræsentanten. Giv hver administrator sin egen side.
documents-administrators-footer-live = Tilsluts egen optegnelse, ikke en besked fra MitID Erhverv. Siden med oversigten er til ledelsesrepræsentanten. Giv hver administrator sin egen side.
documents-administrators-to-do = Hvad administratorerne skal gøre
documents-administrators-first = Når tilslutningen er bekræftet, får hver administrator en e-mail med et personligt link til opsætning. Se også i uønsket post.
documents-administrators-by = Opsætningen skal være færdig. Linket gælder 60{ "\u00A0" }dage fra aftalen, her regnet fra godkendelsen.
documents-administrators-else = Linket virker ikke længere. Kontakt MitID Erhverv om, hvordan I kommer videre.
documents-administrators-pages = På de næste sider er der en side til hver. Den kan gives videre: der står intet om de andre på den.

## The page of one administrator

documents-sheet-title = Du er udpeget som organisationsadministrator
documents-sheet-sentence-practice = { $name } er udpeget for { $organisation }. { $person } godkendte det { $time } med prøve-MitID.
documents-sheet-sentence-live = { $name } er udpeget for { $organisation }. { $person } godkendte det { $time } med MitID.
documents-sheet-means-practice = Det var en prøve: du er ikke udpeget hos MitID Erhverv og får ingen e-mail. Her står, hvad der ville gælde i en rigtig sag.
documents-sheet-means-live = Udpegningen gælder, når MitID Erhverv har bekræftet tilslutningen.
documents-sheet-file-word = administrator
documents-sheet-footer-practice = Tilsluts egen optegnelse af en prøve, ikke en besked fra MitID Erhverv. Siden er til den, der er nævnt på den.
documents-sheet-footer-live = Tilsluts egen optegnelse, ikke en besked fra MitID Erhverv: linket til opsætning kommer på e-mail. Siden er til den, der er nævnt på den.
documents-sheet-to-do = Det skal du gøre senest { $day }
documents-sheet-link-awaited = Find e-mailen med dit personlige link til opsætning. Den kommer til { $email }, når tilslutningen er bekræftet. Se også i uønsket post.
documents-sheet-link-practice = Find e-mailen med dit personlige link til opsætning. Prøvemodtageren lavede den til { $email } { $time }. Intet er sendt ud.
documents-sheet-link-live = Find e-mailen med dit personlige link til opsætning. Modtageren oplyser, at den er sendt til { $email } { $time }. Se også i uønsket post.
documents-sheet-log-in = Åbn linket, og log ind med dit eget private MitID.
documents-sheet-decide = Aftal med organisationen, og svar: Må brugerne bruge deres private MitID på arbejdet? Hvilke særskilte identifikationsmidler skal I have: MitID-app, kodeviser, kodeoplæser eller chip? Svarene kan ændres senere.
documents-sheet-finish = Vælg, hvad du selv vil logge ind med. Kontrollér opsummeringen, og bekræft.
documents-sheet-roles = Tildel roller til dem, der skal være brugeradministratorer og rettighedsadministratorer. De opretter brugerne og giver dem rettigheder.
documents-sheet-else = Linket gælder 60{ "\u00A0" }dage fra aftalen, her regnet fra godkendelsen. Virker det ikke længere, så kontakt MitID Erhverv om, hvordan I kommer videre.
documents-sheet-know = Godt at vide
documents-sheet-unable-heading = Kan du ikke?
documents-sheet-unable = Du skal have dansk CPR-nummer og privat MitID på niveau Betydelig. Ellers kan opsætningen ikke gøres færdig, og tilslutningen skal begynde forfra. Sig til med det samme.
documents-sheet-wrong-heading = Er noget forkert?
documents-sheet-wrong = Er dit navn, din e-mail eller din fødselsdato forkert herunder, så sig det til { $name }, før du går i gang.
documents-sheet-wrong-own = Er dit navn, din e-mail eller din fødselsdato forkert herunder, så vent med at gå i gang, til det er afklaret med MitID Erhverv.
documents-sheet-may-heading = Rollen
documents-sheet-may = Du kan ændre organisationens indstillinger, tildele administratorroller, give andre erhvervsfuldmagt og opsige aftalen.
documents-sheet-appointment = Din udpegning

## Hand-over sheet

documents-administrators = { $n ->
    [one] { $n }{ "\u00A0" }administrator
   *[other] { $n }{ "\u00A0" }administratorer
  }
documents-hand-over-title = Overdragelsesblad
documents-hand-over-sentence = { $reporter } har forberedt, at { $organisation }, { $cvr }, tilsluttes MitID Erhverv, og overdrager sagen til { $representative }, som skal gennemgå og godkende den.
documents-hand-over-means-practice = Det er en prøve: intet er sendt til MitID Erhverv, og intet bliver sendt.
documents-hand-over-means-live = Intet er godkendt eller sendt endnu. En anmelder kan forberede, men ikke afslutte.
documents-hand-over-running = CVR { $cvr } · overdragelsesblad
documents-hand-over-subject-practice = PRØVE: overdragelse uden virkning
documents-hand-over-subject-live = Overdragelse af en sag i Tilslut til ledelsesrepræsentanten
documents-hand-over-file-word = overdragelsesblad
documents-hand-over-footer-practice = Lavet med Tilslut som en prøve. Bladet åbner intet: ordene til filen står ikke på det, og de skal ikke skrives på det.
documents-hand-over-footer-live = Lavet med Tilslut. Bladet åbner intet: ordene til filen står ikke på det, og de skal ikke skrives på det.
documents-hand-over-what = Hvad der overdrages
documents-hand-over-from = Fra
documents-hand-over-to = Til
documents-hand-over-administrators = Administratorer
documents-hand-over-file = Filen
documents-hand-over-written = lavet { $time }
documents-hand-over-opening = Sådan åbner og godkender du sagen
documents-hand-over-words-say = De seks ord, der åbner filen, får du i telefonen af { $reporter }. Ring selv op på et nummer, du kender. Skriv ikke ordene ned sammen med filen: den, der har begge dele, kan læse det hele.
documents-hand-over-save = Gem filen på din computer. Den slutter på .tilslut og er krypteret.
documents-hand-over-open = Åbn Tilslut, vælg »Åbn overdragelsesfil«, vælg filen, og skriv de seks ord.
documents-hand-over-review = Gennemgå svarene. Du kan læse, men ikke ændre. Er noget forkert, så godkend ikke: ring til { $reporter }.
documents-hand-over-terms-practice = Læs vilkårene: åbn prøvens tekst i din browser, og sæt flueben. Hos MitID Erhverv accepteres intet.
documents-hand-over-terms-live = Læs vilkårene: åbn den officielle tekst i din browser, og sæt flueben. Hos MitID Erhverv accepteres de først, når aftalen indgås dér.
documents-hand-over-approve = Vælg »Godkend alle valg«. Din browser åbner, og du logger ind. Så er du færdig, og Tilslut laver din kvittering.
documents-hand-over-mitid-practice = Det bliver du bedt om i prøvens MitID
documents-hand-over-mitid-live = Det bliver du bedt om i MitID
documents-hand-over-log-in = Login
documents-hand-over-log-in-with-practice = Prøvens MitID ligger på din egen computer. Brug ikke dit rigtige MitID.
documents-hand-over-log-in-with-live = Dit private MitID på niveau Betydelig, i din egen browser. Tilslut ser aldrig dit bruger-ID.
documents-hand-over-text = Teksten
documents-hand-over-text-names = Den nævner CVR { $cvr }, { $count } og kontrolkoden.
documents-hand-over-code = Tre gange fire tegn. Tilslut viser koden, når du har åbnet vilkårene og sat flueben. Den i MitID skal være præcis magen til. Anmelderen ser den ikke: overdragelseskoden er en anden.
documents-hand-over-differs = Passer det ikke?
documents-hand-over-differs-do = Afvis i MitID, annuller i Tilslut, og ring til den, der har overdraget sagen.
documents-hand-over-by-hand = Til jeres egne optegnelser. Skriv aldrig ordene her.
documents-hand-over-given = Filen afleveret, dato og hvordan
documents-hand-over-told = Ordene fortalt, dato og klokkeslæt

## Set-up checklist

documents-checklist-title = Tjekliste for tilslutningen
documents-checklist-organisation = organisationen
documents-checklist-open = Der mangler svar, før det kan siges, om { $organisation } kan tilsluttes MitID Erhverv.
documents-checklist-automatic = Med disse svar kan { $organisation } normalt tilsluttes MitID Erhverv automatisk.
documents-checklist-by-documents = Med disse svar skal { $organisation } vedlægge dokumentation for at blive tilsluttet MitID Erhverv.
documents-checklist-impossible = Med disse svar kan { $organisation } ikke tilsluttes MitID Erhverv.
documents-checklist-not-needed = Med disse svar behøver { $organisation } sandsynligvis ingen tilslutning: MitID privat til erhverv er nok.
documents-checklist-say-practice = Det er en prøve. Sæt selv kryds undervejs. Reglerne er sammenlignet med MitID Erhvervs sider { $day }.
documents-checklist-say-live = Sæt selv kryds undervejs. Reglerne er sammenlignet med MitID Erhvervs sider { $day }.
documents-checklist-running = CVR { $cvr } · tjekliste
documents-checklist-subject-practice = PRØVE: tjekliste uden virkning
documents-checklist-subject-live = Tjekliste for en tilslutning, lavet ud fra svarene i sagen
documents-checklist-file-word = tjekliste
documents-checklist-footer-practice = Lavet med Tilslut som en prøve, ud fra svarene i sagen. Ikke fra MitID Erhverv, som alene afgør, om en organisation kan tilsluttes.
documents-checklist-footer-live = Lavet med Tilslut ud fra svarene i sagen. Ikke fra MitID Erhverv, som alene afgør, om en organisation kan tilsluttes.
documents-checklist-stops = Før: det skal rettes først
documents-checklist-missing = Før: svar, der mangler
documents-checklist-unanswered = Nogle spørgsmål er ikke besvaret endnu
documents-checklist-unanswered-do = Åbn sagen i Tilslut: den viser, hvilke det er.
documents-checklist-needed = Før: det kræver dokumentation
documents-checklist-documents = Før: dokumenterne
documents-checklist-warnings = Før: det kan gå galt eller tage længere tid
documents-checklist-advice = Før: godt at vide
documents-checklist-ready = Før: alle er klar
documents-checklist-enclosed = Klar: vedhæftet og bekræftet
documents-checklist-enclose = Skal vedlægges
documents-checklist-helps = Kan hjælpe, men skal ikke vedlægges
documents-checklist-ready-representative = Ledelsesrepræsentanten har læst vilkårene og har sit private MitID ved hånden.
documents-checklist-ready-administrators = Hver administrator ved, at linket til opsætning kommer på e-mail, og har privat MitID på niveau Betydelig.
documents-checklist-ready-files = Dokumenterne ligger som filer, der er lette at finde.
documents-checklist-day = På dagen
documents-checklist-day-check = Læs svarene igennem i Tilslut en sidste gang: navne, e-mailadresser og fødselsdatoer.
documents-checklist-day-hand-over = Overdrag sagen: send filen til ledelsesrepræsentanten, og fortæl de seks ord i telefonen.
documents-checklist-day-approve = Ledelsesrepræsentanten godkender med privat MitID. Kontrolkoden i MitID er den, Tilslut viser ved godkendelsen.
documents-checklist-day-receipt = Gem kvitteringen og bevisfilen.
documents-checklist-day-conclude = Følg Tilsluts vejledning til MitID Erhverv. Aftalen er først indgået, når MitID Erhverv har bekræftet den på e-mail.
documents-checklist-after = Efter: inden for 60{ "\u00A0" }dage
documents-checklist-counted = Datoerne er regnet, som om aftalen indgås { $day }. Bliver det en anden dag, flytter de med.
documents-checklist-concluded = Aftalen er indgået { $day }.
documents-checklist-expected = Forventet senest { $day }
documents-checklist-answer = Svar fra MitID Erhverv, hvis sagen sendes { $day } og dokumentationen er i orden. Bliver den afvist, står grunden i e-mailen, og I begynder en ny ansøgning.
documents-checklist-soon = Straks efter
documents-checklist-link = Hver administrator har fundet e-mailen med sit personlige link. Se også i uønsket post.
documents-checklist-set-up = Opsætningen er færdig. Linket gælder 60{ "\u00A0" }dage fra aftalen.
documents-checklist-then = Derefter
documents-checklist-users = Brugeradministratorer og rettighedsadministratorer har fået deres roller, og brugerne er oprettet.

## List of cases

documents-list-title = Sagsliste
documents-list-cases = { $n ->
    [0] Ingen sager
    [one] { $n }{ "\u00A0" }sag
   *[other] { $n }{ "\u00A0" }sager
  }
documents-list-say = { $cases } i Tilslut på denne computer { $day }.
documents-list-file-word = sagsliste
documents-list-subject-practice = PRØVE: liste over prøvesager
documents-list-subject-live = Liste over sagerne i Tilslut på denne computer
documents-list-footer-practice = Lavet med Tilslut. Listen viser prøvesager, som intet har at gøre med MitID Erhverv.
documents-list-footer-live = Lavet med Tilslut. Listen viser, hvad denne computer ved: hvad der siden er sket hos MitID Erhverv, står der ikke.
documents-list-totals = I alt
documents-list-all = Sagerne
documents-list-organisation = Organisation
documents-list-state = Status
documents-list-changed = Ændret
documents-list-approved = Godkendt
documents-list-receipt = Kvittering
documents-list-number = Nr. { $number }
documents-list-kept = Gem til { $day }
documents-list-day = { $day }.{ $month }.{ $year }
documents-list-unnamed = Organisation ikke oplyst

## Timeline of administrators

documents-timeline-title = Administratorer over tid
documents-timeline-approvals = { $n ->
    [0] ingen godkendelser
    [one] { $n }{ "\u00A0" }godkendelse
   *[other] { $n }{ "\u00A0" }godkendelser
  }
documents-timeline-sentence = Hvem der er udpeget for { $organisation }, hvornår, og ved hvilken godkendelse. { $day } er der { $approvals }.
documents-timeline-means-practice = Det er prøver: ingen er udpeget hos MitID Erhverv. Nyeste godkendelse står først.
documents-timeline-means-live = Nyeste godkendelse står først. Kun godkendelser i Tilslut på denne computer er med: om nogen er fjernet eller tilføjet i MitID Erhverv, kan Tilslut ikke se.
documents-timeline-running = CVR { $cvr } · tidslinje
documents-timeline-file-word = tidslinje
documents-timeline-subject-practice = PRØVE: administratorer over tid, uden virkning
documents-timeline-subject-live = Hvem der er udpeget hvornår og ved hvilken godkendelse
documents-timeline-footer-practice = Tilsluts egen optegnelse af prøver, ikke en udskrift fra MitID Erhverv. Hvert bevis ligger i sin sag og kan kontrolleres for sig.
documents-timeline-footer-live = Tilsluts egen optegnelse, ikke en udskrift fra MitID Erhverv. Hvert bevis ligger i sin sag og kan kontrolleres for sig.
documents-timeline-approved = Godkendt af { $person }. Kontrolkode { $code }. { $outcome }
documents-timeline-nameless = den, der loggede ind
documents-timeline-accepted-practice = Sagsnummer { $number } hos prøvemodtageren.
documents-timeline-accepted-live = Sagsnummer { $number } hos modtageren.
documents-timeline-refused = Modtageren afviste sagen, så ingen blev udpeget.
documents-timeline-unconfirmed = Leveringen er ikke bekræftet.
documents-timeline-stated = Oplyst { $time }: { $outcome }.
documents-timeline-mail-practice = Prøvens e-mail: { $verdict }.
documents-timeline-mail-live = Den officielle e-mail: { $verdict }.
documents-timeline-mail-another = Den handler om en anden organisation
documents-timeline-no-mail-practice = Der er ingen e-mail i sagen.
documents-timeline-no-mail-live = Der er ingen officiel e-mail i sagen.
documents-timeline-day-stated = { $day }, kontrolkode { $code }. Oplyst: { $outcome }
documents-timeline-name = Navn
documents-timeline-before = Udpeget før
documents-timeline-first = Første gang i Tilslut
documents-timeline-again = Ja, senest { $day }
documents-timeline-people = Person for person
documents-timeline-appointed = Udpeget
documents-timeline-day = { $day }, kontrolkode { $code }
documents-timeline-day-refused = { $day }, kontrolkode { $code }: afvist

# Calendar
calendar-file = Tilslut datoer.ics
calendar-file-practice = PRØVE Tilslut datoer.ics
calendar-kept = Gemt fra Tilslut. Gem datoerne igen, når noget har ændret sig: så bliver de erstattet.
draft-file = Tilslut kladde.eml
draft-file-practice = PRØVE Tilslut kladde.eml
history-file = Tilslut historik.json
history-file-practice = PRØVE Tilslut historik.json
file-mail = E-mail
file-set-up = Tjekliste til opsætningen (PDF)
file-calendar = Kalenderfil
log-report-file = Tilslut rapport.txt
file-log-report = Rapport (tekst)
file-history = Historik (JSON)

# Tjekliste til opsætningen: den enkelte administrators egen
documents-set-up-title = Tjekliste til opsætningen i MitID Erhverv
documents-set-up-sentence-concluded = { $name } skal gøre opsætningen af { $organisation } færdig senest { $until }. Det er oplyst, at aftalen blev indgået { $day }.
documents-set-up-sentence-approved = { $name } skal gøre opsætningen af { $organisation } færdig senest { $until }, regnet fra godkendelsen { $day }. Linket kommer, når MitID Erhverv har bekræftet tilslutningen.
documents-set-up-say-practice = Det er en prøve: ingen aftale er indgået, og ingen e-mail kommer. Sæt selv kryds undervejs. Listen er sammenlignet med MitID Erhvervs sider { $day }.
documents-set-up-say-live = Sæt selv kryds undervejs. Listen er sammenlignet med MitID Erhvervs sider { $day }.
documents-set-up-subject-practice = PRØVE: tjekliste til opsætningen, uden virkning
documents-set-up-subject-live = Tjekliste til opsætningen i MitID Erhverv
documents-set-up-running = CVR { $cvr } · opsætning
documents-set-up-file-word = opsætning
documents-set-up-footer-practice = Lavet med Tilslut som en prøve. Ikke fra MitID Erhverv: linket til opsætning ville komme på e-mail. Siden er til den, der er nævnt på den.
documents-set-up-footer-live = Lavet med Tilslut. Ikke fra MitID Erhverv: linket til opsætning kommer på e-mail. Siden er til den, der er nævnt på den.
documents-set-up-before = Hav dette klar
documents-set-up-step-3 = Trin 3: Opsætningen
documents-set-up-step-4 = Trin 4: Brugerne
documents-set-up-sources = Kilder
documents-set-up-official = Beskrevet af MitID Erhverv. Kilde { $numbers }
documents-set-up-third-party = Beskrevet af andre. Kilde { $numbers }
documents-set-up-general = Sådan plejer det at være. Udledt af kilde { $numbers }
documents-set-up-own = Vores eget råd. Udledt af kilde { $numbers }

# Ark til ledelsesrepræsentanten, når en anmelder har sendt tilslutningen videre på den officielle side
file-approval = Ark til ledelsesrepræsentanten (PDF)
documents-approval-title = Godkend tilslutningen til MitID Erhverv
documents-approval-sentence-practice = { $reporter } har oplyst, at tilslutningen af { $organisation } blev sendt til { $name } { $day } på prøvens side.
documents-approval-sentence-live = { $reporter } har oplyst, at tilslutningen af { $organisation } blev sendt til { $name } { $day }.
documents-approval-say-practice = Det er en prøve: intet er sendt til MitID Erhverv, og ingen skal godkende noget.
documents-approval-say-live = Kun ledelsesrepræsentanten kan godkende den. Før det er sket, er organisationen ikke tilsluttet. Sæt selv kryds undervejs.
documents-approval-subject-practice = PRØVE: ark til ledelsesrepræsentanten, uden virkning
documents-approval-subject-live = Ark til ledelsesrepræsentanten: godkendelse på mitid-erhverv.dk
documents-approval-running = CVR { $cvr } · til godkendelse
documents-approval-file-word = til godkendelse
documents-approval-footer-practice = Lavet med Tilslut som en prøve. Ikke fra MitID Erhverv.
documents-approval-footer-live = Lavet med Tilslut. Ikke fra MitID Erhverv. Tilslut kan ikke se, hvad der sker på mitid-erhverv.dk.
documents-approval-do = Det skal du gøre
documents-approval-site-practice = prøvens side
documents-approval-site-live = mitid-erhverv.dk/tilslutning
documents-approval-log-in-step = Gå til { $site }, og log ind med dit eget private MitID.
documents-approval-find-step = Find tilslutningen af { $organisation }. Hvordan siden viser den, er ikke bekræftet. Spørg { $reporter }, hvis du ikke kan finde den.
documents-approval-terms-step = Læs vilkårene, før du accepterer dem. Tilslutningen er forberedt med udgaven fra { $terms }.
documents-approval-compare-step = Se, om det er det samme, der står på siden, som under »Det, der er forberedt«. Er det ikke det, så godkend ikke, og spørg { $reporter }.
documents-approval-approve-step = Godkend og bekræft.
documents-approval-keep-step = Gem kvitteringen, som MitID Erhverv sender dig på e-mail, og sig det til { $reporter }.
documents-approval-prepared = Det, der er forberedt
documents-approval-compare = Sammenlign det med siden, før du godkender.
documents-approval-nth = Administrator { $n }
documents-approval-born = født { $day }
