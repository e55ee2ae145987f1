### What can go wrong, for every code of `domain::problem`.
### `err-<code>` is what happened, in one sentence without a full stop, as it can stand at a field.
### `rec-<code>` is what the person does now.

# Answers
err-answer-missing = Vælg et svar
rec-answer-missing = Vælg det svar, der passer. Dine andre svar er bevaret.

# Organisation
err-cvr-missing = Skriv organisationens CVR-nummer
rec-cvr-missing = Et CVR-nummer er otte cifre. Du finder det på organisationens fakturaer og på datacvr.virk.dk.
err-cvr-characters = Skriv kun cifre, fx 13 74 81 36
rec-cvr-characters = Slet bogstaver og andre tegn. Mellemrum, punktummer, bindestreger og DK foran gør ikke noget.
err-cvr-length = Et CVR-nummer har otte cifre og begynder ikke med 0
rec-cvr-length = Tæl cifrene, og skriv nummeret igen. Et P-nummer har ti cifre og kan ikke bruges her.
err-cvr-check-digit = Et af cifrene er forkert, eller to er byttet om
rec-cvr-check-digit = Sammenlign nummeret ciffer for ciffer med det, du skriver af efter, og ret det.
err-cvr-unknown = CVR-registret kender ikke nummeret
rec-cvr-unknown = Sammenlign nummeret med en faktura eller et brev. Er organisationen lige registreret, så slå den op igen senere. Dine svar er bevaret.
err-cvr-not-looked-up = Organisationen er ikke slået op i CVR-registret endnu
rec-cvr-not-looked-up = Slå den op, når du har netforbindelse. Nummeret er bevaret, og du kan udfylde resten imens.
err-organisation-dissolving = Organisationen er under opløsning og er spærret i MitID Erhverv
rec-organisation-dissolving = Kurator, likvidator eller rekonstruktør kan indgå aftalen igen med dokumenter. Er det jeres ledelsesrepræsentant, så gå til »Oplys ledelsesrepræsentanten«, og skriv titlen.
err-organisation-ceased = Organisationen er ophørt og kan som regel ikke tilsluttes
rec-organisation-ceased = Se efter, om du har skrevet det rigtige CVR-nummer. Er virksomheden ført videre under et andet nummer, så skriv det.
err-register-down = Tilslut kan ikke få fat i CVR-registret
rec-register-down = Se efter, om du har netforbindelse, og slå op igen. Nummeret er bevaret, og du kan udfylde resten imens.
err-register-slow = CVR-registret svarede ikke i tide
rec-register-slow = Vent et øjeblik, og slå op igen. Nummeret er bevaret, og du kan udfylde resten imens.
err-register-nonsense = CVR-registret svarede noget, som Tilslut ikke kan læse
rec-register-nonsense = Slå op igen om lidt. Bliver det ved, så se efter, om der findes en nyere Tilslut. Nummeret er bevaret.
err-register-refused = CVR-registret afviser jeres adgang
rec-register-refused = Se efter, om brugernavn og adgangskode, nøgle eller kontaktoplysning til registret er rigtige, og slå op igen. Nummeret er bevaret, og du kan udfylde resten imens.
err-register-quota = CVR-registret tillader ikke flere opslag lige nu
rec-register-quota = Slå op igen i morgen, eller skriv selv oplysningerne om organisationen. Nummeret er bevaret, og du kan udfylde resten imens.

# People
err-role-missing = Vælg, om du er ledelsesrepræsentant eller anmelder
rec-role-missing = Vælg ledelsesrepræsentant, hvis du selv må repræsentere organisationen og godkender med dit MitID. Vælg anmelder, hvis du gør sagen klar og giver den videre.
err-name-missing = Skriv personens fulde navn
rec-name-missing = Skriv fornavn og efternavn, som personen er registreret med.
err-name-too-long = Skriv navnet med højst 120 tegn
rec-name-too-long = Forkort mellemnavnene. Skriv kun én person i feltet.
err-too-long = Skriv teksten kortere
rec-too-long = Forkort den til højst 120 tegn. Skriv kun det, feltet spørger om.
err-cpr-typed = Slet CPR-nummeret her
rec-cpr-typed = Tilslut skal aldrig bruge et CPR-nummer. Skriv kun det, feltet spørger om.
err-title-missing = Skriv ledelsesrepræsentantens titel
rec-title-missing = Skriv den titel, der viser rollen i ledelsen, fx direktør, ejer eller formand.
err-email-missing = Skriv en e-mailadresse
rec-email-missing = Skriv en adresse, som personen selv læser, fx navn@firma.dk.
err-email-at = Skriv e-mailadressen med ét @, fx navn@firma.dk
rec-email-at = Skriv noget både før og efter @, og skriv kun én adresse.
err-email-ending = Skriv resten af e-mailadressen, fx .dk
rec-email-ending = Adressen mangler en hel endelse efter @. Skriv den, fx .dk, .com eller .org.
err-email-characters = Slet mellemrum og tegn, der ikke kan stå i en e-mailadresse
rec-email-characters = Skriv kun én adresse, uden mellemrum, komma, semikolon, parenteser og anførselstegn.
err-born-missing = Skriv dag, måned og år
rec-born-missing = Skriv fødselsdatoen som tal i de tre felter, fx 24, 11 og 1987.
err-born-no-such-day = Skriv en dato, der findes
rec-born-no-such-day = Se efter, om dag og måned er byttet om, og om måneden har så mange dage. Skriv dag, måned og år som tal.
err-born-out-of-range = Skriv en fødselsdato efter 1899 og før i dag
rec-born-out-of-range = Skriv året med fire cifre, fx 1987.
err-representative-without-mitid = Ledelsesrepræsentanten har ikke privat MitID og kan ikke godkende i Tilslut
rec-representative-without-mitid = Find en anden i ledelsen, der har privat MitID. Ellers går en anmelder med MitID ind på mitid-erhverv.dk med legitimation, bevis for tilknytning og vilkår, som ledelsesrepræsentanten har underskrevet i hånden. Dine svar er bevaret.
err-administrator-missing = Udpeg mindst én organisationsadministrator
rec-administrator-missing = Ledelsesrepræsentanten kan selv tage rollen, udpege andre eller begge dele. Udpeg gerne flere, så I ikke lukker jer ude.
err-administrator-without-cpr = Administratoren har ikke et dansk CPR-nummer og kan ikke udpeges
rec-administrator-without-cpr = Udpeg en anden. Uden dansk CPR-nummer kan administratoren ikke gøre opsætningen færdig, og så begynder I tilslutningen forfra.
err-administrator-without-mitid = Administratoren har ikke privat MitID på niveau Betydelig og kan ikke udpeges
rec-administrator-without-mitid = Udpeg en anden, eller vent, til personen har det. Uden det kan administratoren ikke gøre opsætningen færdig, og så begynder I tilslutningen forfra.
err-administrator-twice = Administratoren er allerede udpeget
rec-administrator-twice = Udpeg hver person én gang, og skriv en e-mailadresse, som kun den person læser: linket til opsætning er personligt.
err-too-many = Udpeg højst 100 administratorer
rec-too-many = Fjern nogle af dem. Flere kan oprettes i MitID Erhverv, når I er tilsluttet.
err-administrator-unknown = Find ud af, om administratoren har dansk CPR-nummer og MitID på niveau Betydelig
rec-administrator-unknown = Spørg administratoren, og svar ja eller nej. Svaret skal du først bruge, når sagen er færdig. Dine andre svar er bevaret.

# Terms
err-terms-not-opened = Åbn vilkårenes officielle tekst
rec-terms-not-opened = Åbn den officielle tekst fra siden om vilkår. Først når din browser har åbnet den, kan ledelsesrepræsentanten acceptere. Tilsluts resumé er ikke nok.
err-terms-not-accepted = Sæt flueben, hvis du accepterer vilkårene
rec-terms-not-accepted = Læs den officielle tekst, før du sætter flueben. Uden flueben kan du ikke godkende sagen.

# Approval
err-browser-not-opened = Tilslut kunne ikke åbne din browser
rec-browser-not-opened = Kopiér linket, og sæt det ind i en browser på denne computer. Sagen er gemt, og intet er godkendt endnu.
err-loopback-not-opened = Tilslut kan ikke gøre klar til at modtage svaret fra MitID
rec-loopback-not-opened = Genstart computeren, og begynd godkendelsen igen. Bliver det ved, så spørg den, der passer jeres computere, om et sikkerhedsprogram spærrer for 127.0.0.1. Sagen er gemt, og intet er godkendt.
err-credential-missing = MitID-tjenesten kræver jeres egen adgang, og den er ikke givet
rec-credential-missing = Giv jeres klienthemmelighed eller private nøgle under Indstillinger, og prøv igen. Sagen er gemt, og intet er godkendt.
err-credential-unusable = Tilslut kan ikke bruge det, du gav
rec-credential-unusable = Giv en privat nøgle i PEM-format (PKCS #8), RSA eller P-256 og uden adgangskode. Skal det være en klienthemmelighed, så giv den på én linje. Intet er gemt.
err-credential-refused = MitID-tjenesten afviser jeres adgang
rec-credential-refused = Glem den under Indstillinger, og giv den rigtige. Bliver det ved, så spørg tjenesten, om hemmeligheden eller nøglen gælder endnu. Sagen er gemt, og intet er godkendt.
err-broker-down = Tilslut kan ikke få fat i MitID-tjenesten
rec-broker-down = Se efter, om du har netforbindelse, og begynd godkendelsen igen. Sagen er gemt, og intet er godkendt.
err-broker-nonsense = MitID-tjenesten svarede noget, som Tilslut ikke kan læse
rec-broker-nonsense = Begynd godkendelsen igen om lidt. Bliver det ved, så se efter, om der findes en nyere Tilslut. Sagen er gemt, og intet er godkendt.
err-login-refused = Godkendelsen blev afvist eller afbrudt hos MitID
rec-login-refused = Afviste du, fordi kontrolkoden var en anden end i Tilslut, så gjorde du det rigtige: gennemgå svarene, før du begynder igen. Sagen er gemt, og intet er godkendt.
err-login-cancelled = Du annullerede godkendelsen
rec-login-cancelled = Luk fanen i browseren; den kan ikke bruges mere. Begynd igen, når du er klar. Nåede du at godkende i MitID, så gælder det ikke. Sagen er gemt, og intet er sendt.
err-login-timed-out = Svaret fra MitID kom ikke i tide
rec-login-timed-out = Begynd godkendelsen igen, og gør den færdig i browseren. Nåede du at godkende i MitID, så gælder det ikke: Tilslut fik ikke beviset. Sagen er gemt, og intet er sendt.
err-login-under-way = Et login til en anden sag er i gang
rec-login-under-way = Gør det færdigt, eller annuller det her. Begynd så godkendelsen igen fra den sag, du kom fra. Begge sagers svar er gemt.
err-login-not-finished = Tilslut blev lukket, før godkendelsen var færdig
rec-login-not-finished = Begynd godkendelsen igen. Nåede du at godkende i MitID, så gælder det ikke: Tilslut fik ikke beviset. Sagen er gemt.
err-login-other-answer = Der kom et svar, som ikke hører til dette login
rec-login-other-answer = Tilslut har ikke brugt svaret og venter stadig på dit. Gør loginet færdigt i den browserfane, som Tilslut åbnede sidst. Kan du ikke finde den, så åbn browseren igen herfra.
err-login-not-trusted = Svaret fra MitID bestod ikke Tilsluts kontrol
rec-login-not-trusted = Begynd godkendelsen igen, og sammenlign kontrolkoden. Sker det igen, så stop, og spørg den, der har sat Tilslut op hos jer. Sagen er gemt, og intet er godkendt.
err-approver-unexplained = Vælg, hvordan det hænger sammen
rec-approver-unexplained = Svaret følger godkendelsen og står på kvitteringen. Var det ikke meningen, så vælg »Brug ikke godkendelsen«.
err-approval-set-aside = Godkendelsen fra MitID bliver ikke brugt
rec-approval-set-aside = Intet er sendt, og svarene er gemt. Skal en anden godkende, så få ledelsesrepræsentanten rettet i sagen først. Ellers begynd godkendelsen igen. Tilslut har noteret, at der var en godkendelse, som ikke blev brugt.
err-evidence-invalid = Beviset for godkendelsen er ikke gyldigt
rec-evidence-invalid = Regn ikke sagen for godkendt. Er det en fil, du har fået, så bed om den igen. Er det din egen sag, så begynd godkendelsen igen.
err-evidence-not-verified = Beviset i den godkendte sag består ikke længere kontrollen
rec-evidence-not-verified = Behold sagen, og slet intet. Gem bevisfilen, og spørg den, der har sat Tilslut op hos jer. Har du en ældre kopi af bevisfilen eller kvitteringen, så gem den også.
err-receipt-not-made = Tilslut kunne ikke lave kvitteringen
rec-receipt-not-made = Prøv igen. Bliver det ved, så gem bevisfilen: den kan kontrolleres uden kvitteringen. Sagen er ikke ændret.

# Delivery
err-receiver-down = Tilslut kan ikke få fat i modtageren, og sagen er ikke sendt
rec-receiver-down = Se efter, om du har netforbindelse, og send igen. Godkendelsen er gemt: du skal ikke bruge MitID igen.
err-receiver-unknown = Vi ved ikke, om sagen er nået frem
rec-receiver-unknown = Send igen, når du har netforbindelse. Modtageren kan se, at det er den samme sag, og opretter den kun én gang. Godkendelsen er gemt.
err-receiver-refused = Modtageren afviste sagen
rec-receiver-refused = Læs modtagerens begrundelse, og kontakt modtageren, hvis du ikke forstår den. Godkendelsen og dine svar er gemt.

# Hand-over and files
err-handover-wrong-words = Ordene passer ikke til filen
rec-handover-wrong-words = Ring til anmelderen, og skriv de seks ord igen i samme rækkefølge. Store bogstaver, kommaer og mellemrum gør ikke noget. Se også efter, om det er den rigtige fil.
err-handover-unreadable = Tilslut kan ikke læse filen
rec-handover-unreadable = Bed anmelderen om at sende filen igen. Den slutter på .tilslut. Har anmelderen en nyere Tilslut end dig, så hent den samme.
err-handover-other-environment = Filen hører til det andet miljø: den ene af jer bruger PRØVE, den anden ikke
rec-handover-other-environment = Åbn filen i det miljø, den hører til, eller bed anmelderen om en fil fra det, du bruger. Prøvesager og rigtige sager bliver aldrig blandet.
err-handover-changed = En nyere fil fra anmelderen har afløst den, du åbnede før
rec-handover-changed = Gennemgå hele sagen igen: svarene kan være ændret. Slet den gamle fil.
err-handover-older = Filen er ældre end sagen her
rec-handover-older = Sagen her er ikke ændret. Bed anmelderen om den nyeste fil, hvis sagen ikke allerede er godkendt, og slet den gamle fil.
err-document-too-large = Filen fylder mere end 10 MB
rec-document-too-large = Scan den igen med lavere opløsning, eller del den i to filer, og vedhæft dem hver for sig.
err-documents-too-large = Sagens dokumenter fylder tilsammen mere end 50 MB
rec-documents-too-large = Fjern et dokument, eller erstat det med en mindre udgave.
err-document-kind = Filen er hverken PDF, JPEG eller PNG
rec-document-kind = Gem eller scan dokumentet som PDF, og vedhæft det igen. Tilslut ser på indholdet, ikke på navnet.
err-document-unreadable = Filen kunne ikke læses
rec-document-unreadable = Se efter, om den stadig ligger der, og om du må åbne den. Vedhæft den så igen.
err-file-not-written = Tilslut kunne ikke skrive filen der
rec-file-not-written = Vælg en anden mappe, fx Dokumenter, og prøv igen. Sagen er gemt i Tilslut.
err-file-not-opened = Tilslut kunne ikke åbne filen i et andet program
rec-file-not-opened = Find filen i den mappe, hvor den er gemt, og åbn den derfra.

# Receipts: copies, printing, checking, periods
err-copy-not-made = Kopien kunne ikke lægges i mappen
rec-copy-not-made = Se efter, om mappen findes, og om du må skrive i den. Den kan ligge på et drev, der ikke er forbundet. Prøv så igen, eller vælg en anden mappe. Kvitteringen ligger stadig i sagen.
err-check-too-large = Filen er for stor til at være fra Tilslut
rec-check-too-large = Vælg kvitteringen, bevisfilen eller overdragelsesfilen selv. Intet er læst.
err-check-unreadable = Filen kunne ikke læses
rec-check-unreadable = Se efter, om den stadig ligger der, om det er en fil og ikke en mappe, og om du må åbne den. Prøv så igen.
err-proof-code = Koden er ikke hele koden fra en kvittering
rec-proof-code = Skriv alle tegnene, som de står ved den firkantede kode på kvitteringens sidste side. Mellemrum og små bogstaver gør ikke noget.
err-proof-without-file = Der er ingen fil at sammenligne med
rec-proof-without-file = Træk kvitteringen eller bevisfilen hertil først, eller vælg den, og skriv så koden.
err-print-opened = Computeren har ikke et udskriftsvindue, som Tilslut kan åbne
rec-print-opened = Filen er åbnet i det program, der viser PDF. Udskriv den derfra.
err-not-printed = Tilslut kunne ikke udskrive
rec-not-printed = Gem kvitteringen som PDF, og udskriv den fra et andet program eller en anden computer.
err-period-day = Vælg en dag, der findes
rec-period-day = Skriv dag, måned og år, fx 1 1 2026.
err-period-backwards = Perioden slutter, før den begynder
rec-period-backwards = Byt om på dagene, eller vælg en senere slutdag.
err-period-empty = Der er ingen kvitteringer i den periode
rec-period-empty = Vælg en anden periode. Dagen er den, hvor sagen blev godkendt.
err-retention-years = Skriv et antal år fra 1 til 50
rec-retention-years = Brug kun tal, fx 5.

# What is kept
err-disk-full = Disken er fuld, og det seneste er ikke gemt
rec-disk-full = Lad vinduet stå åbent, så mister du ikke det, du har skrevet. Skaf plads på disken, og prøv igen. Det, der var gemt før, ligger der stadig.
err-not-saved = Tilslut kunne ikke gemme det seneste
rec-not-saved = Lad vinduet stå åbent, så mister du ikke det, du har skrevet, og prøv igen. Bliver det ved, så spørg den, der passer jeres computere, om Tilslut må skrive i sin mappe. Det, der var gemt før, ligger der stadig.
err-vault-in-use = Tilslut kører allerede
rec-vault-in-use = Skift til det vindue, der er åbent. Kan du ikke finde det, så genstart computeren. Dine sager er ikke rørt.
err-key-missing = Nøglen til dine sager blev ikke fundet
rec-key-missing = Skriv genoprettelseskoden, eller log ind på computeren som den bruger, der oprettede sagerne. Sagerne ligger stadig krypteret her: intet er slettet, og Tilslut laver ikke en ny nøgle oven i dem.
err-locked = Du har låst Tilslut
rec-locked = Lås op for at se dine sager igen. De ligger krypteret på denne computer, og intet er slettet.
err-key-store-locked = Computerens nøglelager er låst
rec-key-store-locked = Lås nøglelageret op, som når du logger ind på computeren, og prøv igen. Dine sager er ikke rørt.
err-key-store-unreachable = Computerens nøglelager svarer ikke
rec-key-store-unreachable = Log ud af computeren og ind igen, og prøv igen. Du kan også bruge din genoprettelseskode eller adgangssætning, hvis du har en. Dine sager er ikke rørt.
err-key-wrong = Nøglen i nøglelageret passer ikke til dine sager
rec-key-wrong = Skriv genoprettelseskoden, eller log ind på computeren som den bruger, der oprettede sagerne. Intet er slettet, hverken sager eller nøgle.
err-passphrase-wrong = Adgangssætningen passer ikke til dine sager
rec-passphrase-wrong = Skriv den igen. Store og små bogstaver er forskellige. Du kan prøve, så tit du vil: intet bliver slettet.
err-passphrase-short = Skriv en længere adgangssætning
rec-passphrase-short = Brug fx fire ord eller flere, som du kan huske, og som ikke hører sammen.
err-recovery-code-wrong = Genoprettelseskoden passer ikke til dine sager
rec-recovery-code-wrong = Sammenlign koden tegn for tegn med den, du skrev ned eller udskrev, og skriv den igen. Du kan prøve, så tit du vil: intet bliver slettet.
err-vault-damaged = Tilslut kan ikke læse filen med dine sager
rec-vault-damaged = Luk Tilslut, og hent mappen fra en sikkerhedskopi af computeren. Behold den nuværende: Tilslut har hverken ændret eller slettet noget i den.
err-vault-newer = Dine sager er gemt af en nyere Tilslut
rec-vault-newer = Hent den nyeste Tilslut, og åbn sagerne med den. Dine sager er ikke rørt.
err-not-allowed-here = Det kan du ikke gøre, hvor sagen er nu
rec-not-allowed-here = Gå til sagens opgaver, og vælg det, der står som det næste. Intet er ændret.
err-profile-incomplete = Der mangler noget i opsætningen til rigtige sager
rec-profile-incomplete = Bed den, der har sat Tilslut op hos jer, om at udfylde resten af profilen. Imens kan du bruge PRØVE.
