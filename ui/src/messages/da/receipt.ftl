### The words of the receipt and of the other sheets (PDF). { "\u00A0" } keeps words together.

receipt-ribbon = Uden virkning. Lavet i prøvemiljøet, intet er sendt til MitID Erhverv.
receipt-running = CVR { $cvr } · kontrolkode { $code }
receipt-page = Side { $page } af { $pages }
receipt-footer-practice = Tilsluts egen optegnelse af en prøve. En officiel kvittering findes kun i en rigtig sag og kommer på e-mail fra MitID Erhverv. Ikke en kvalificeret underskrift, men en prøvegodkendelse med teknisk bevis.
receipt-footer-live = Tilsluts egen optegnelse. Ikke den officielle kvittering: den kommer på e-mail fra MitID Erhverv. Ikke en kvalificeret underskrift, men en MitID-godkendelse med teknisk bevis.
receipt-subject-practice = PRØVE: kvittering uden virkning
receipt-subject-live = Tilsluts egen optegnelse af en godkendelse
receipt-file-word = kvittering

## Page for people

receipt-title = Kvittering for godkendelse af tilslutning
receipt-sentence-practice = { $person } godkendte { $time } med prøve-MitID, at { $organisation } tilsluttes MitID Erhverv med { $administrators }.
receipt-sentence-live = { $person } godkendte { $time } med MitID, at { $organisation } tilsluttes MitID Erhverv med { $administrators }.
receipt-administrators = { $n ->
    [one] { $n }{ "\u00A0" }organisationsadministrator
   *[other] { $n }{ "\u00A0" }organisationsadministratorer
  }

receipt-approved = Det er godkendt
receipt-organisation = Organisation
receipt-cvr = CVR-nummer
receipt-address = Adresse
receipt-representative = Ledelsesrepræsentant
receipt-representative-listed = { $name }, { $title } (står i { $register } { $day })
receipt-representative-unlisted = { $name }, { $title } (ikke fundet i { $register } { $day })
receipt-register-practice = prøveregistret
receipt-register-live = CVR
receipt-approver = Godkendt af
receipt-nameless = Den, der loggede ind,
receipt-approver-differs = { $name }. Navnet i MitID er et andet end ledelsesrepræsentantens.
receipt-approver-spelled = { $name }. Sådan står navnet i MitID.
receipt-approver-same-person = Oplyst før afsendelsen: Det er ledelsesrepræsentanten.
receipt-approver-may-represent = Oplyst før afsendelsen: Personen må repræsentere organisationen. Tilslut har ikke kontrolleret det.
receipt-set-aside = Ikke brugt
receipt-set-aside-one = En godkendelse, som { $name } gav { $time }.
receipt-reporter = Forberedt af
receipt-terms = Vilkår
receipt-terms-edition = { $title }, udgave af { $published }.
receipt-terms-edition-unknown = { $title }, udgave af { $published }: en udgave, som denne Tilslut ikke kender.
receipt-terms-opened-practice = Prøvens tekst blev åbnet i browseren { $time }.
receipt-terms-opened-live = Den officielle tekst blev åbnet i browseren { $time }.
receipt-terms-not-opened = Det er ikke noteret, at den officielle tekst blev åbnet.
receipt-terms-included-practice = Godkendelsen i prøven omfatter dem; hos MitID Erhverv er intet accepteret.
receipt-terms-included-live = Godkendelsen omfatter dem; hos MitID Erhverv accepteres de først, når aftalen indgås dér.
receipt-enclosed = Dokumenter
receipt-code = Kontrolkode
receipt-evidence = Bevis
receipt-evidence-level = Niveau { $level }. Se »Bevis og kontrol«.
receipt-delivered = Leveret
receipt-delivered-practice = Til prøvemodtageren { $time }, sag { $number }
receipt-delivered-live = Til modtageren { $time }, sag { $number }
receipt-delivered-not-yet = Endnu ikke bekræftet, da kvitteringen blev lavet { $time }. Åbn sagen i Tilslut, og se, om den er nået frem.

receipt-administrators-heading = Organisationsadministratorer
receipt-administrator = Navn og e-mail
receipt-administrator-representative = Også ledelsesrepræsentant
receipt-born = Født
receipt-attested = Dansk CPR-nr. og MitID Betydelig
receipt-attested-both = Ja, begge oplyst
receipt-link-practice = Prøvelink lavet
receipt-link-live = Link sendt
receipt-link-none = Ikke oplyst

receipt-next = Det sker nu
receipt-now = Nu
receipt-next-practice = Det var en prøve: { $organisation } er ikke tilsluttet MitID Erhverv. Datoerne herunder viser, hvad der ville gælde i en rigtig sag.
receipt-next-live = { $organisation } er først tilsluttet, når MitID Erhverv har bekræftet det.
receipt-then = Derefter
receipt-links-awaited = Når tilslutningen er bekræftet, får hver administrator en e-mail med et link.
receipt-links-practice = { $n ->
    [one] Prøvemodtageren har lavet { $n }{ "\u00A0" }e-mail med link. Intet er sendt ud.
   *[other] Prøvemodtageren har lavet { $n }{ "\u00A0" }e-mails med link. Intet er sendt ud.
  }
receipt-links-live = { $n ->
    [one] Modtageren oplyser, at { $n }{ "\u00A0" }e-mail med link til opsætning er sendt.
   *[other] Modtageren oplyser, at { $n }{ "\u00A0" }e-mails med link til opsætning er sendt.
  }
receipt-by = Senest { $day }
receipt-set-up = Opsætningen skal være færdig. Linket gælder 60{ "\u00A0" }dage fra aftalen, her regnet fra godkendelsen. Er det udløbet, så spørg MitID Erhverv.
receipt-until = Mindst til og med { $year }
receipt-keep = Gem kvitteringen og bevisfilen i mindst 5{ "\u00A0" }år fra slutningen af regnskabsåret. Det kan blive længere, hvis regnskabsåret ikke følger kalenderåret.

## Page for auditors

receipt-proof = Bevis og kontrol
receipt-proof-say = En udskrift beviser intet i sig selv. Beviset ligger inde i PDF-filen, og en fagperson kan kontrollere det uden internet og uden at spørge os.
receipt-proof-with = I Tilslut: Brug »{ $page }« eller »tilslut-cli{ "\u00A0" }verify«. Uden Tilslut:
receipt-proof-file = Tag »{ $file }« ud af PDF-filen (en vedhæftet fil).
receipt-proof-fingerprint = Filens SHA-256 skal være den, der står under »Tekniske oplysninger«.
receipt-proof-code = Kontrolkoden beregnes ud fra svarene i filen og skal være { $code }.
receipt-proof-picture = Kortbevis
receipt-proof-alternative = QR-kode med kortbeviset { $text }
receipt-proof-practice = Prøvemiljøets nøgler er offentlige. Et prøvebevis er bygget som et rigtigt, men beviser intet.

receipt-level = Bevisniveau { $level }
receipt-level-a = A: brokerens langtidsbevis med samme tekst
receipt-level-b = B: login og tekst hænger sammen
receipt-level-c = C: login er bevist, den viste tekst er ikke
receipt-level-d = D: uændret, men brokerens nøgle er ikke kendt
receipt-level-a-means = Brokeren har underskrevet login og tekst med en nøgle, der er lavet til at holde i mange år.
receipt-level-b-means = Brokeren har underskrevet login og tekst med en nøgle, som Tilslut kender på forhånd.
receipt-level-c-means = Brokeren har underskrevet login, men ikke gentaget teksten. Hvad der blev vist i MitID, er ikke bevist.
receipt-level-d-means = Beviset hænger sammen og er uændret, men Tilslut kender ikke den nøgle, som login er underskrevet med. Hvem der loggede ind, er ikke bevist.

receipt-check-passed = I orden
receipt-check-told = Oplyst
receipt-check-unknown = Uvist
receipt-check-request-unchanged = Svarene er dem, der blev godkendt
receipt-check-request-unchanged-holds = Login er bundet til svarenes aftryk
receipt-check-request-unchanged-unknown = Det kan ikke ses af beviset
receipt-check-issuer-known = Login kommer fra en kendt broker
receipt-check-issuer-known-holds = Underskrevet med en nøgle, som Tilslut kender
receipt-check-issuer-known-unknown = Tilslut kender ikke nøglen
receipt-check-text-shown = Teksten i MitID er den samme
receipt-check-text-shown-holds = Brokeren har gentaget teksten
receipt-check-text-shown-unknown = Brokeren har ikke gentaget teksten
receipt-check-level-substantial = Sikringsniveau
receipt-check-level-substantial-holds = Betydelig eller højere
receipt-check-level-substantial-unknown = Det kan ikke ses af beviset
receipt-check-one-time-key = Engangsnøglen har underskrevet login
receipt-check-one-time-key-holds = Nøglen er lavet til denne ene godkendelse
receipt-check-one-time-key-unknown = Det kan ikke ses af beviset
receipt-check-seal = Bevisfilen er uændret
receipt-check-seal-holds = Engangsnøglen har forseglet hele filen
receipt-check-seal-unknown = Det kan ikke ses af beviset
receipt-check-time = Tidspunkt
receipt-time-claimed = { $time }, oplyst af brokeren, ikke tidsstemplet af andre

receipt-technical = Tekniske oplysninger
receipt-file-fingerprint = Bevisfilen, SHA-256
receipt-answers-fingerprint = Svarene, SHA-256
receipt-quoted = »{ $text }«
receipt-opened-practice = Prøvens tekst åbnet { $time }: { $address }
receipt-opened-live = Officiel tekst åbnet { $time }: { $address }
receipt-summary-shown = Tilsluts resumé vist { $time }
receipt-login-time = Tidspunkt for login (UTC)
receipt-lookup-practice = Opslag i prøveregistret
receipt-lookup-live = Opslag i CVR
receipt-looked-up = { $time }, status: { $status }
receipt-signing-rule = Tegningsregel
receipt-case = Sags-id
receipt-number = Kvittering
receipt-number-made = Nr. { $number } på den computer, hvor den blev lavet, { $time }
receipt-made-without-number = Lavet af bevisfilen { $time }. Den har intet nummer.
receipt-previous = Aftryk af den forrige
receipt-previous-none = Ingen. Det er den første på computeren.
receipt-short = Kortbevis (QR-kode)
receipt-inside = Filer i denne PDF
receipt-inside-evidence-practice = PRØVE: login og underskrift, til kontrol
receipt-inside-evidence-live = login og underskrift, til kontrol
receipt-inside-case-practice = PRØVE: sagens svar, til andre programmer
receipt-inside-case-live = sagens svar, til andre programmer
receipt-inside-others-practice = PRØVE: svar og øvrige oplysninger
receipt-inside-others-live = svar og øvrige oplysninger
receipt-inside-statement-practice = PRØVE: hvad siderne ellers siger, til kontrol
receipt-inside-statement-live = hvad siderne ellers siger, til kontrol
receipt-replaced = Tegn, som skrifttypen mangler
receipt-replaced-say = { $characters } er vist med deres Unicode-nummer. I bevisfilen står de, som de blev skrevet.

## Board overview

receipt-board-title = Bestyrelsesoversigt
receipt-board-say-practice = Det er en prøve. I en rigtig sag udfylder organisationen selv oversigten og vedlægger den, når organisationen tilsluttes MitID Erhverv.
receipt-board-say-live = Oversigten er udfyldt af organisationen selv og vedlægges, når organisationen tilsluttes MitID Erhverv.
receipt-board-template = MitID Erhverv har sin egen skabelon. Beder de om den, så brug den.
receipt-board-running = CVR { $cvr } · bestyrelsesoversigt
receipt-board-footer-practice = Lavet med Tilslut som en prøve. Ikke MitID Erhvervs egen skabelon og ikke en udskrift fra CVR. Tilslut har ikke kontrolleret, hvem der sidder i bestyrelsen.
receipt-board-footer-live = Lavet med Tilslut. Ikke MitID Erhvervs egen skabelon og ikke en udskrift fra CVR. Tilslut har ikke kontrolleret, hvem der sidder i bestyrelsen.
receipt-board-subject-practice = PRØVE: bestyrelsesoversigt uden virkning
receipt-board-subject-live = Bestyrelsesoversigt udfyldt af organisationen selv
receipt-board-file-word = bestyrelsesoversigt
receipt-board-organisation-name = Navn
receipt-board-form = Virksomhedsform
receipt-board-on = Oversigtens dato
receipt-board-members = Bestyrelsens medlemmer
receipt-board-by-hand = Udfyld de tomme felter tydeligt i hånden.
receipt-board-number = Nr.
receipt-board-name = Fulde navn
receipt-board-function = Funktion
receipt-board-signature = Underskrift
receipt-board-statement = Bestyrelsen består af de medlemmer, der står i oversigten.
receipt-board-place = Sted og dato
receipt-board-chair = Formandens underskrift
receipt-board-replaced = Nogle tegn kan ikke trykkes og er vist med deres Unicode-nummer: { $characters }. Skriv om nødvendigt navnet i hånden ved siden af.

## Days and times

receipt-moment = { $day } kl.{ "\u00A0" }{ $hour }.{ $minute }
receipt-moment-weekday = { $weekday } { $day } kl.{ "\u00A0" }{ $hour }.{ $minute }
receipt-moment-second = { $day } kl.{ "\u00A0" }{ $hour }.{ $minute }.{ $second }
receipt-weekday-1 = mandag
receipt-weekday-2 = tirsdag
receipt-weekday-3 = onsdag
receipt-weekday-4 = torsdag
receipt-weekday-5 = fredag
receipt-weekday-6 = lørdag
receipt-weekday-7 = søndag
