### The words of the command line that no window has. Its output is read by scripts: a text that is changed here is a
### change for them.


## A number, and days

cli-cvr-valid = er et gyldigt CVR-nummer
cli-cvr-not-valid = er ikke et gyldigt CVR-nummer
cli-workdays-early = Tidlig dato
cli-workdays-conservative = Sen dato
cli-workdays-skipped = Dage, der ikke tæller med:
cli-workdays-only-conservative = kun i den sene dato
cli-workdays-beyond-calendar = Kalenderen kender kun årene 1990 til 2099

## An organisation

cli-organisation-form = Virksomhedsform
cli-organisation-representative = Ledelsesrepræsentant
cli-organisation-normally = som regel { $who }
cli-organisation-automatic = Automatisk bekræftelse
cli-automatic-yes = normalt ja, når personen står i CVR med CPR-nummer
cli-automatic-usually = som regel, når personen står i CVR med CPR-nummer
cli-automatic-if-registered = kun når netop den person er registreret i CVR
cli-automatic-doubtful = tvivlsomt: forvent, at der skal dokumentation til
cli-automatic-no = nej, der skal dokumentation til
cli-automatic-not-yet = organisationen kan som regel ikke tilsluttes endnu
cli-organisation-private-mitid = MitID privat til erhverv
cli-private-mitid-yes = er nok, når kun ejeren handler digitalt
cli-private-mitid-if-signs-alone = er nok, når kun én person handler digitalt og må tegne alene
cli-private-mitid-if-registered = er nok, når kun en registreret foreningsrepræsentant handler digitalt
cli-private-mitid-no = nævnes ikke for denne virksomhedsform
cli-organisation-documents = Dokumentation ellers
cli-organisation-state = Status
cli-consequence-connect = Organisationen kan tilsluttes
cli-consequence-warn = Det er usikkert, om organisationen kan tilsluttes
cli-consequence-blocked = Organisationen er spærret i MitID Erhverv
cli-consequence-stop = Organisationen kan som regel ikke tilsluttes
cli-organisation-re-entry = Aftalen kan indgås igen af
cli-organisation-signing-rule = Tegningsregel
cli-candidates = Kandidater til ledelsesrepræsentant:
cli-candidates-none = Kandidater til ledelsesrepræsentant: registret nævner ingen
cli-candidates-unknown = Kandidater til ledelsesrepræsentant: svaret fortæller ikke, hvem der er i ledelsen
cli-candidate-since = siden { $day }
cli-candidate-not-named = Registret siger ikke hvem
cli-candidate-person-without-cpr = Registreret uden CPR-nummer: forvent, at der skal dokumentation til
cli-candidate-organisation = En organisation, ikke en person: forvent, at der skal dokumentation til
cli-candidate-unknown = Registret siger ikke, om det er en person eller en virksomhed: forvent, at der skal dokumentation til
cli-worth-automatic = bekræftes normalt automatisk
cli-worth-by-documents = kan repræsentere med dokumentation
cli-worth-re-entry = kan indgå aftalen igen med dokumentation for udpegningen
cli-worth-blocked = kan ikke indgå aftalen, så længe organisationen har denne status
cli-worth-nothing = rollen er ikke nok i denne virksomhedsform
cli-left-out-unreadable = Noget i registrets svar kunne ikke læses og er udeladt: { $part }
cli-left-out-personal-number = Et tal, der kan være et CPR-nummer, er udeladt af { $part }
cli-part-name = navnet
cli-part-address = adressen
cli-part-form = virksomhedsformen
cli-part-status = statussen
cli-part-participants = deltagerne
cli-part-signing-rule = tegningsreglen

## Preflight

cli-preflight-practice = PRØVE: sagen er fra prøvemiljøet
cli-verdict-open = Der mangler svar, før udsigten kan vurderes
cli-verdict-automatic = Kan tilsluttes automatisk
cli-verdict-documents = Kræver dokumentation
cli-verdict-impossible = Kan ikke tilsluttes
cli-verdict-not-needed = Tilslutning er ikke nødvendig: MitID privat til erhverv er nok
cli-in-favour-organisation-active = organisationen er aktiv
cli-in-favour-organisation-said-active = organisationen er aktiv, som der er svaret
cli-in-favour-form-automatic = virksomhedsformen bekræftes normalt automatisk
cli-in-favour-representative-listed = ledelsesrepræsentanten står i CVR
cli-in-favour-representative-said-listed = ledelsesrepræsentanten står i CVR, som der er svaret
cli-in-favour-representative-has-mitid = ledelsesrepræsentanten har privat MitID
cli-in-favour-administrators-ready = administratorerne er klar
cli-in-favour-several-administrators = der er flere administratorer
cli-severity-stops = Stopper tilslutningen
cli-severity-documents = Kræver dokumentation
cli-severity-warning = Kan gå galt eller tage længere tid
cli-severity-advice = Godt at vide
cli-preflight-documents = Dokumenter
cli-document-ready = klar
cli-document-missing = mangler
cli-document-useful = kan hjælpe
cli-preflight-expected = Sendes sagen { $sent } med dokumentationen i orden, er svaret forventet senest { $late } (tidlig dato: { $early })
cli-preflight-before-approval = Før sagen kan godkendes
cli-preflight-as-of = Opgjort pr. { $today }. Reglerne er sammenlignet med kilderne { $rules }.

## A case that cannot be read

cli-case-too-large = sagen er større end { $limit } byte
cli-case-not-json = det er ikke JSON ({ $place })
cli-case-not-a-case = det er ikke en sag, som docs/case.schema.json beskriver den: { $what } ({ $place })
cli-looks-like-cpr = teksten ligner et CPR-nummer, og et sådant skal aldrig stå i en sag
cli-left-out-of-case = er udeladt, for teksten ligner et CPR-nummer. Resten af sagen er læst
cli-line = linje { $line }
cli-column = tegn { $column }
cli-line-and-column = linje { $line }, tegn { $column }
cli-member-missing = »{ $member }« mangler
cli-member-unknown-unnamed = der er et felt, som ikke hører til her
cli-member-unknown = »{ $member }« hører ikke til her
cli-member-unknown-expected = »{ $member }« hører ikke til her; der kan stå { $expected }
cli-member-twice = »{ $member }« står der mere end én gang
cli-member-expected = her skal stå { $expected }
cli-said = »{ $said }«

# What stands where, as the readers of JSON name it.
cli-expected-object = et objekt
cli-expected-list = en liste
cli-expected-text = en tekst
cli-expected-string = en tekst
cli-expected-text-or-number = en tekst eller et helt tal
cli-expected-boolean = `true` eller `false`
cli-expected-sha256 = 64 hexadecimale cifre
cli-expected-day = en dag, der findes, skrevet ÅÅÅÅ-MM-DD
cli-expected-moment = et tidspunkt med tidszone, skrevet som 2026-11-24T09:30:00Z
cli-expected-born = en fødselsdato, skrevet ÅÅÅÅ-MM-DD, eller et objekt med `day`, `month` og `year`
cli-expected-one-of = en af { $names }
cli-expected-or = eller
cli-expected-other = { $kind ->
    [object] et objekt
    [number] et helt tal, der ikke er for stort
   *[other] »{ $said }«
  }

## Files

# What the system says of a file: it says it in English.
cli-system = { $kind ->
    [not-found] filen eller mappen findes ikke
    [no-access] der er ikke adgang til den
    [is-a-folder] det er en mappe
    [not-a-folder] det er ikke en mappe, eller stien går gennem en fil
    [already-there] den findes allerede
    [disk-full] der er ikke plads på disken
    [read-only] der kan ikke skrives på den disk
    [file-name] filnavnet kan ikke bruges
   *[other] systemet siger »{ $said }«
  }
cli-not-text-utf16 = filen er tekst i UTF-16 og beskadiget. Gem den igen som UTF-8
cli-not-text-utf32 = filen er tekst i UTF-32. Gem den som UTF-8
cli-not-text-mixed = filen er tekst, der er blandet af UTF-8 og en anden kodning. Gem den igen som UTF-8
cli-not-text-unknown = filen er ikke tekst i en kodning, som Tilslut læser. Gem den som UTF-8
cli-not-written = Resultatet kunne ikke skrives
cli-already-there = filen findes allerede; --force skriver over den

## Evidence, and the documents that are made

cli-evidence-level = Bevisniveau
cli-control-code = kontrolkode
cli-evidence-unproven = filen beviser intet [{ $reason }]
cli-evidence-needs-trust = det er ikke fra prøvemiljøet, så --trust skal sige, hvem der stoles på
cli-evidence-other-environment = det er fra det andet miljø
cli-not-trust = det er ikke en tillidsfil, som docs/trust.md beskriver den
cli-not-trust-missing = mangler: { $fields }
cli-not-trust-unusable = kan ikke bruges: { $fields }
cli-unproven = beviset beviser ikke godkendelsen af denne tilslutning
cli-not-made = dokumentet kunne ikke laves
cli-not-a-receipt-too-large = filen er større end nogen kvittering
cli-not-a-receipt-unreadable = filen kan ikke læses som PDF
cli-not-a-receipt-foreign = filen er ikke en kvittering fra Tilslut
cli-not-a-receipt-changed = kvitteringen er ændret, efter at den blev lavet
cli-made-checklist = Tjekliste
cli-made-board-overview = Bestyrelsesoversigt
cli-made-hand-over-sheet = Overdragelsesblad
cli-made-administrators = Oversigt over udpegede administratorer
cli-made-administrator-sheet = Side til hver administrator
cli-made-timeline = Tidslinje over administratorer
cli-without-not-needed = ikke nødvendig i denne sag
cli-without-no-organisation = organisationen er ikke kendt endnu
cli-without-no-reporter = ledelsesrepræsentanten forbereder selv, så intet overdrages
cli-without-incomplete = der mangler svar; preflight siger hvilke
cli-without-no-evidence = kræver beviset for godkendelsen: --evidence
cli-without-other-case = beviset handler om en anden sag
cli-without-not-made = kunne ikke laves
cli-without-not-written = kunne ikke skrives

## Approving

cli-approve-https = browseren ville tilbage med https; ret https til http i adresselinjen, og tryk Enter
cli-approve-other-answer = der kom et svar, som hører til et andet login
cli-approve-set-clock = stil uret, eller gå videre med --despite-clock
cli-approve-open-address = Åbn denne adresse i en browser på denne computer:
cli-approve-browser-opened = Browseren er åbnet hos { $host }
cli-approve-not-a-key = det er ikke en privat nøgle i PEM (RSA eller P-256)
cli-approve-code = Kontrolkode: { $code }
cli-approve-text = Teksten i MitID: { $text }
cli-approve-refuse = Afvis i MitID, hvis koden eller teksten er en anden.
cli-approve-approved-by = Godkendt af { $name }, bevisniveau { $level }
cli-approve-approved = Godkendt ({ $why }), bevisniveau { $level }
cli-approve-written = Beviset er skrevet til: { $file }
cli-approve-not-approved = Ikke godkendt.

## The profile of a broker

cli-profile-too-large = filen er for stor til at være en profil
cli-profile-unreadable = det er ikke en profil, som docs/live-profile.md beskriver den (linje { $line })
cli-profile-incomplete = profilen er ikke fuldstændig, se `profile check`: { $fields }
cli-profile-whole = Profilen er fuldstændig.
cli-profile-not-whole = Profilen er ikke fuldstændig.
cli-profile-missing = Mangler:
cli-profile-unusable = Kan ikke bruges:
cli-profile-unconfirmed = Ikke bekræftet, spørg brokeren:
cli-profile-empty = Profilen nævner ingen tjeneste.
cli-profile-unknown = Det kender Tilslut ikke, og det bruges ikke:
cli-profile-register = Adresser, der skal registreres hos brokeren:
cli-profile-online = Hos tjenesterne:
cli-service-answers = Svarer
cli-service-silent = Svarer ikke. Kontrollér adressen og netværket

# What the broker was found to do; where it does not say, what that means.
cli-broker-metadata-holds = Brokerens metadata kan læses
cli-broker-metadata-fails = Brokerens metadata kan ikke læses. Kontrollér issuer og netværk
cli-broker-issuer-holds = Brokeren kalder sig det samme som profilen
cli-broker-issuer-fails = Brokeren kalder sig noget andet. Skriv issuer præcis sådan
cli-broker-endpoints-holds = Alle adresser, som profilen bruger, er der
cli-broker-endpoints-fails = Adresser mangler eller er uden kryptering
cli-broker-pkce-holds = Brokeren beskytter koden med PKCE S256
cli-broker-pkce-fails = Brokeren kender ikke PKCE S256, så der kan ikke logges ind
cli-broker-pkce-unsaid = Brokeren siger ikke, om den kender PKCE S256
cli-broker-algorithms-holds = ID-tokens er underskrevet med RS256 eller ES256
cli-broker-algorithms-fails = ID-tokens er underskrevet på en måde, som Tilslut ikke tager
cli-broker-algorithms-unsaid = Brokeren siger ikke, hvordan ID-tokens er underskrevet
cli-broker-issuer-named-holds = Svarene siger, hvem de kommer fra (iss)
cli-broker-issuer-named-fails = Profilen kræver iss, men brokeren lover det ikke
cli-broker-issuer-named-unsaid = Brokeren lover ikke iss, og profilen kræver det ikke
cli-broker-keys-holds = Brokerens nøgler kan læses
cli-broker-keys-fails = Brokerens nøgler kan ikke læses
cli-broker-anchored-holds = Alle brokerens nøgler står i profilen
cli-broker-anchored-fails = Nøgler står ikke i profilen. Bevis med dem når kun niveau D. Få bekræftet aftrykkene af brokeren selv
cli-broker-clock-holds = Urene går ens
cli-broker-clock-fails = Urene er mere end et minut fra hinanden. Stil denne computers ur
cli-broker-clock-unsaid = Brokeren siger ikke, hvad klokken er

# What to do about a field of a profile.
cli-remedy-id = Giv profilen et navn. Det står i beviset.
cli-remedy-version = Skriv et helt tal. Sæt det op, når profilen ændres.
cli-remedy-issuer = Skriv brokerens issuer, som brokeren oplyser den: https og uden spørgsmålstegn. Prøve har http://127.0.0.1:PORT.
cli-remedy-client-id = Skriv id'et på den klient, som brokeren har registreret.
cli-remedy-redirect-path = Skriv stien i den registrerede adresse: tom, eller med / først. /done er optaget.
cli-remedy-ports = Skriv de registrerede porte, ingen under 1024, eller "any", hvis brokeren tager alle.
cli-remedy-scopes = Skriv mindst ["openid"].
cli-remedy-keys = Få aftrykkene (RFC 7638) af underskriftsnøglerne af brokeren selv: 43 tegn hver.
cli-remedy-certificates = Skriv hvert certifikat som PEM, og mindst én del af subject, der skal stå i certifikater under det.
cli-remedy-authorize-text = Skriv i [broker.authorize], hvordan brokeren får teksten ({"{"}text{"}"} eller {"{"}text-base64{"}"}), eller sæt shows-text = false.
cli-remedy-claims-text = Skriv, hvor svaret gentager teksten.
cli-remedy-claims-level = Skriv, hvor svaret siger sikringsniveauet.
cli-remedy-claims-levels = Skriv de værdier, der betyder Betydelig eller Høj.
cli-remedy-claims-name = Skriv, hvor svaret siger personens navn.
cli-remedy-claims-authority = Skriv både yes og cvr, eller ingen af dem.
cli-remedy-request = En underskrevet forespørgsel kræver en nøgle: brug client = "private-key" eller "public".
cli-remedy-pushed = "authenticated" kræver client = "secret" eller "private-key".
cli-remedy-register-url = Skriv registrets adresse: http eller https, uden brugernavn, adgangskode og spørgsmålstegn.
cli-remedy-register-contact = Skriv, hvem der spørger, og hvordan de kan nås, med almindelige bogstaver: Eksempel ApS - it@eksempel.dk.
cli-remedy-register-plain-http = Skriv "accepted", hvis jeres adgang må sendes uden kryptering, eller brug en adresse med https.
cli-remedy-delivery-url = Skriv modtagerens adresse med https.
cli-remedy-update-url = Skriv adressen på beskrivelsen af nyere udgaver, med https.
cli-remedy-update-key = Skriv den offentlige nøgle (minisign), som udgaverne er underskrevet med.
cli-remedy-taken = Tag feltet ud: Tilslut sætter det selv for at beskytte login.
cli-remedy-other = Se feltet i docs/live-profile.md.

## A receipt mail

cli-mail-is-pdf = det er en PDF og ikke en e-mail. En udskrift har ingen underskrift; Tilsluts egne filer læses af `verify`
cli-mail-from = Fra
cli-mail-to = Til
cli-mail-subject = Emne
cli-mail-date = Sendt, ifølge afsenderen
cli-mail-attachment = Vedhæftet, ikke åbnet
cli-mail-no-name = uden navn
cli-mail-text = Teksten, uden billeder og links:
cli-mail-text-of-page = Teksten, taget ud af en HTML-side uden billeder og links:
cli-mail-signed = Underskrevet af { $domain } og ikke ændret siden (nøglen { $key }).
cli-mail-text-changed = Teksten er ændret, efter at e-mailen blev underskrevet. Afsender og de andre underskrevne felter er uændrede.
cli-mail-changed = E-mailen er ændret, efter at den blev underskrevet, eller underskrevet med en anden nøgle.
cli-mail-no-signature = E-mailen har ingen underskrift.
cli-mail-key-gone = Nøglen til underskriften findes ikke mere ({ $key } hos { $domain }). Underskriften kan ikke kontrolleres.
cli-mail-expired = Underskrevet af { $domain } og ikke ændret siden, men underskriften var udløbet, da nøglen blev set.
cli-mail-not-checked = Underskriften er endnu ikke kontrolleret: nøglen { $key } hos { $domain } er ikke slået op. Brug --ask.
cli-mail-unsupported-outlook-message = Underskriften kan ikke kontrolleres: en Outlook-fil indeholder ikke det, der blev underskrevet. Gem e-mailen som .eml.
cli-mail-unsupported-mixed-line-ends = Underskriften kan ikke kontrolleres: filens linjer er ændret af et program.
cli-mail-unsupported-malformed = Underskriften kan ikke kontrolleres: den er ikke skrevet, som standarden siger.
cli-mail-unsupported-algorithm = Underskriften kan ikke kontrolleres: den er lavet på en måde, der ikke viser noget mere, eller som Tilslut ikke kender.
cli-mail-unsupported-sender-not-signed = Underskriften dækker ikke afsenderen og viser derfor ikke, hvem e-mailen er fra.
cli-mail-unsupported-several-senders = Underskriften kan ikke kontrolleres: e-mailen har ikke netop én afsender.
cli-mail-unsupported-part-of-the-body = Kun en del af teksten er underskrevet. Enhver kan have skrevet resten.
cli-mail-unsupported-key-unreadable = Underskriften kan ikke kontrolleres: nøglen kan ikke læses.
cli-mail-unsupported-key-not-for-mail = Underskriften kan ikke kontrolleres: nøglen er ikke til e-mails.
cli-mail-unsupported-key-of-another-kind = Underskriften kan ikke kontrolleres: nøglen er af en anden slags end underskriften.
cli-mail-unsupported-key-too-short = Underskriften viser intet: nøglen er så kort, at enhver kan have lavet underskriften.
cli-mail-forwarding-list = Den er sendt gennem en mailliste.
cli-mail-forwarding-resent = Den er sendt videre, som den var.
cli-mail-forwarding-rule = En regel i en postkasse har sendt den videre.
cli-mail-forwarding-subject = Emnet begynder som på en videresendt e-mail.
cli-mail-listed = MitID Erhverv sender fra det domæne.
cli-mail-listed-unconfirmed = Domænet hører til dem, MitID Erhverv kan tænkes at sende fra. Det er ikke bekræftet.
cli-mail-not-listed = Domænet er ikke et af dem, vi kender fra MitID Erhverv.
cli-mail-alignment-same = Afsenderens adresse er på samme domæne.
cli-mail-alignment-related = Afsenderens adresse er på et domæne over eller under det.
cli-mail-alignment-other = Afsenderens adresse er på et andet domæne, som ikke selv har underskrevet.
cli-mail-weak = Nøglen er kort ({ $bits } bit) og viser derfor mindre.
cli-mail-unsigned = Ikke dækket af underskriften: { $fields }.
cli-mail-proves-not = Underskriften viser ikke, hvem der skrev e-mailen.
cli-mail-belongs-number-and-name = Den nævner organisationens navn og CVR-nummer { $cvr }.
cli-mail-belongs-number = Den nævner organisationens CVR-nummer { $cvr }.
cli-mail-belongs-name = Den nævner organisationens navn, men ikke CVR-nummer { $cvr }.
cli-mail-another = Den nævner ikke CVR-nummer { $cvr }, men { $others }.
cli-mail-silent = Intet i den siger, hvilken organisation den handler om.
cli-mail-odd-no-sender = E-mailen siger ikke, hvem den er fra.
cli-mail-odd-several-senders = E-mailen nævner flere afsendere.
cli-mail-odd-name-holds-another-address = Afsenderens navn er skrevet som en anden adresse end afsenderens egen.
cli-mail-odd-header-twice = Et felt, der kun må stå én gang, står der flere gange.
cli-mail-odd-broken-structure = E-mailens opbygning er i stykker. Noget af teksten kan mangle.
cli-mail-odd-text-cut = Teksten er så lang, at kun begyndelsen er vist.
cli-mail-odd-text-not-read = Teksten er gemt på en måde, som Tilslut ikke læser (krypteret eller kun formateret).
cli-mail-odd-mail-inside = E-mailen har en anden e-mail vedhæftet.
cli-backup-whole = Sikkerhedskopien kan åbnes, og alt i den er kontrolleret.
cli-backup-made = Lavet: { $made }
cli-backup-cases = Sager: { $cases }
cli-backup-documents = Dokumenter og e-mails: { $documents }
cli-backup-receipts = Kvitteringer og optegnelser: { $receipts }
cli-backup-newest = Seneste ændring: { $newest }
cli-backup-unreadable = Sager, der ligger der og ikke kan læses: { $cases }
cli-backup-listed = { $file }: lavet { $made }, { $megabytes } MB
cli-backup-own-only = Åbnes kun af de sager, den er lavet af: der var ingen genoprettelseskode.
cli-backup-none = Der ligger ingen sikkerhedskopier i mappen.
