### The words of the window.
### A key is the name of the page or the part it stands on, and what it is there.

# Words used everywhere
error = Fejl
warning = Advarsel
error-code = Fejlkode { $code }
details = Detaljer
dismiss = Jeg har læst det
close = Luk
cancel = Annuller
back = Tilbage
continue = Fortsæt
save-and-close = Gem og luk
edit = Ret
remove = Fjern
read = Læs
try-again = Prøv igen
saving = Gemmer …
opening-file = Åbner …
unlocking = Låser op …
making = Laver koden …
copy = Kopiér
copied = Kopieret
done = Gjort
yes = Ja
no = Nej
unknown = Det ved jeg ikke endnu
unknown-note = Du kan fortsætte. Svaret skal være på plads, før I godkender.
not-answered = Ikke besvaret endnu
unnamed = Uden navn endnu
name = Navn
full-name = Fulde navn
full-name-hint = Som det står i MitID
email = E-mail
you = Dig
you-lower = dig
the-reporter = anmelderen
lost = Vinduet har mistet forbindelsen til Tilslut. Luk Tilslut, og åbn det igen: det, der er gemt, er der stadig. Det sidste, du skrev, er måske ikke gemt.
errors-title = { $n ->
    [one] Ret { $n } felt, før du fortsætter
   *[other] Ret { $n } felter, før du fortsætter
}

# The questions, as what is wrong with an answer names them. { $n } is the administrator
asked-needPeople = { need-people }
asked-needKind = { need-kind }
asked-needSignsAlone = { need-alone }
asked-needAssociation = { need-alone-association }
asked-needConnected = { need-connected }
asked-cvr = { cvr }
asked-typedCounts = { by-hand }
asked-typedName = { organisation-name }
asked-typedForm = { form }
asked-typedStatus = { status-typed }
asked-role = { role }
asked-reporterName = { reporter-name }
asked-reporterOrganisation = Dit firma
asked-reporterEmail = { reporter-email }
asked-representativeName = Ledelsesrepræsentantens navn
asked-representativeTitle = Ledelsesrepræsentantens titel
asked-representativeEmail = Ledelsesrepræsentantens e-mail
asked-representativeInCvr = { representative-in-cvr-reporter }
asked-representativeHasMitid = { representative-mitid-reporter }
asked-representativeBorn = Ledelsesrepræsentantens fødselsdato
asked-representativeHasCpr = Har ledelsesrepræsentanten et dansk CPR-nummer?
asked-termsOpened = Vilkår
asked-termsAccepted = Vilkår
asked-administrators = { administrators-section }
asked-representativeIsAdministrator = { representative-too }
asked-boardMember = { board-member }
asked-boardName = { board-name }
asked-boardFunction = Medlem { $n }: funktion
asked-administrator = Administrator { $n }
asked-administratorName = Administrator { $n }, navn
asked-administratorEmail = Administrator { $n }, e-mail
asked-administratorBorn = Administrator { $n }, fødselsdato
asked-administratorHasCpr = Administrator { $n }: har personen et dansk CPR-nummer?
asked-administratorHasMitid = Administrator { $n }: har personen privat MitID på niveau Betydelig?
asked-approverExplanation = { confirm-how }
asked-from = { receipts-from }
asked-to = { receipts-to }
asked-years = { retention-years }
asked-code = { verify-paper-label }
asked-brokerKey = { broker-title }
asked-outcome = { outcome-title }
asked-outcomeOn = Datoen
asked-outcomeReason = { outcome-reason }
asked-outcomeWords = Hvad der stod
asked-event = { agreement-what }
asked-eventWho = { agreement-who }
asked-eventName = { agreement-name }
asked-eventOn = Datoen
asked-note = { companion-note }
file-written = Filen er gemt

# The kinds of files, in the dialogs of the operating system: asked for by the core, never by the window
file-hand-over = Overdragelsesfil fra Tilslut
file-receipt = Kvittering (PDF)
file-evidence = Bevisfil (JSON)

# Dates and times
moment = { $day } kl.{"\u00A0"}{ $time }
moment-danish = { $moment } (dansk tid)
at = Kl.{"\u00A0"}{ $time }
at-lower = kl.{"\u00A0"}{ $time }
lately-today = i dag kl.{"\u00A0"}{ $time }
lately-earlier = { $day } kl.{"\u00A0"}{ $time }
short-today = I dag { $time }
today = I dag
now = Nu
then = Derefter
afterwards = Til sidst
date-day = Dag
date-month = Måned
date-year = År

# Practice
practice = Prøvemiljø
practice-long = : alt sker på denne computer. Intet når MitID Erhverv eller CVR.
practice-about = Om prøvemiljøet

# The side
begin = Ny tilslutning
side-label = Sagen og menuen
beside-label = Mere om siden
nav-main = Hovedmenu
nav-case = Sagen
nav-foot = Hjælp og indstillinger
nav-cases = Sager
nav-follow-up = Opfølgning
nav-open = Åbn overdragelsesfil
nav-mailbox = Prøvepostkasse
nav-help = Hjælp
nav-settings = Indstillinger
nav-lock = Lås
back-to-cases = Alle sager
back-to-tasks = Sagens opgaver
to-all-cases = Til alle sager
case-number = Sagsnummer
prepared-by = Forberedt af
handed-over = Overdraget
handed-over-to = Til
saved-at = Gemt kl.{"\u00A0"}{ $time }
danish-time = Klokkeslæt er dansk tid. Din computers ur viser en anden.

# The four official steps
step-title-logIn = Log ind med privat MitID
step-title-terms = Accepter vilkår
step-title-administrators = Vælg organisations{"\u00AD"}administrator
step-title-approve = Godkend og bekræft
step-of = Trin { $n } af 4: { $title }
step-button = Trin { $n } af 4
steps-title = De fire trin hos MitID Erhverv
step-icon-done = Trin { $n } er klar
step-icon-error = Fejl i trin { $n }
step-icon-unsettled = Trin { $n } er ikke afgjort
step-wrong = { $n ->
    [one] { $n } felt skal rettes
   *[other] { $n } felter skal rettes
}
step-state-later = Kan ikke begyndes endnu
step-state-forRepresentative = Gør ledelsesrepræsentanten
step-state-open = Kan begyndes
step-state-active = I gang
step-state-ready = Klar
step-state-wrong = Skal rettes
step-state-done = Gennemført
step-state-stated = Oplyst gennemført
step-state-there = Sker på mitid-erhverv.dk
step-state-there-practice = Sker på prøvens side
step-state-sending = Godkendt. Sendes nu
step-state-notSent = Godkendt, ikke sendt
step-state-unknown = Godkendt. Levering uvis
step-state-refused = Godkendt, men afvist
step-done-here = I Tilslut { $at }
step-login-later = Sker, når du godkender
step-login-active = I gang i din browser
step-login-not-opened = Browseren er ikke åbnet endnu
step-terms-ready = Klar: åbnet { $at }
step-terms-done = Åbnet { $at }
step-administrators-ready = { $n ->
    [one] Klar: { $n } valgt
   *[other] Klar: { $n } valgt
}
step-approve-current = Kontrollér svarene
step-approve-active = Venter på dit login

# Opening, closed, stopped
opening-title = Tilslut åbner dine sager
opening-text = Et øjeblik: sagerne låses op.
stopped-title = Tilslut kan ikke fortsætte
stopped-text = Tilslut har ikke slettet eller ændret noget i dine sager.
stopped-copy = Kopiér fejlkoden
older-title-older = Dine sager er ældre end det, Tilslut gemte sidst
older-title-parted = Dine sager er ikke dem, Tilslut gemte sidst
older-title-other = Her ligger andre sager end sidst
older-title-gone = Dine sager er væk
older-lede-older = Det sker, når en ældre kopi af mappen er lagt tilbage, eller når slutningen af filen er gået tabt. Intet er ændret, og intet åbner, før du siger til.
older-lede-parted = Filen er en ældre kopi, der er arbejdet videre i et andet sted. Det, der er gemt her siden, er ikke med. Intet er ændret, og intet åbner, før du siger til.
older-lede-other = Det sker, når mappen er kopieret fra en anden computer. Intet er ændret, og intet åbner, før du siger til.
older-lede-gone = Tilslut har gemt sager på denne computer, og nu ligger der ingen. Mappen kan være flyttet, slettet eller skiftet ud. Tilslut laver ikke en ny, før du siger til.
older-known = Det ved vi
older-was = Sidst gemt her
older-is = Det, der ligger her, er fra
older-when = { $day } kl. { $time }
older-missing = Det mangler
older-missing-all = Alt, der var her
older-missing-unknown = Det kan ikke ses, hvor meget
older-missing-changes = { $n ->
    [one] Mindst { $n } ændring, der var gemt
   *[other] Mindst { $n } ændringer, der var gemt
}
older-missing-receipts = { $n ->
    [one] Kvittering nr. { $first }
   *[other] Kvittering nr. { $first } til { $last }
}
older-ways = Vælg, hvad der skal ske
older-restore = Gendan fra en sikkerhedskopi
older-restore-text = Det, der ligger her, åbner, og du vælger en sikkerhedskopi fra Tilslut. Den bliver lagt sammen med det, der er her.
older-restore-gone = Tilslut begynder med ingen sager, og du vælger en sikkerhedskopi, der bliver lagt ind.
older-restore-act = Åbn, og vælg sikkerhedskopi
older-again = Læg de rigtige filer tilbage
older-again-text = Ligger mappen et andet sted, i papirkurven eller i en kopi af computeren, så læg hele mappen tilbage, og prøv igen. Du kan også lukke Tilslut: så er intet sket.
older-go-on = Gå videre uden det, der mangler
older-go-on-text = Tilslut åbner det, der ligger her. Det, der mangler, er ikke med.
older-go-on-gone = Tilslut begynder forfra med ingen sager.
older-go-on-next = Næste kvittering får nr. { $n }: intet nummer bliver givet to gange.
older-go-on-act = Gå videre
older-opening = Åbner …
older-safe = Før du vælger
older-untouched = Tilslut har ikke ændret eller slettet noget
older-unseen = At noget mangler, ses kun af det mærke, Tilslut sætter uden for filen. Hvilke sager det er, står der ikke.
damaged-title = Filen med dine sager er beskadiget
damaged-lede = Det sker, når en disk er ved at gå i stykker, eller når en fil er skrevet halvt. Intet er ændret, og intet sker, før du siger til.
damaged-title-read = Det her kan læses
damaged-lede-read = Tilslut har læst filen side for side. Det, der er helt, ligger klar i en ny fil. Den gamle er ikke ændret.
damaged-backup = Nyeste hele sikkerhedskopi
damaged-backup-at = { $day } kl. { $time }, { $n ->
    [one] { $n } sag
   *[other] { $n } sager
}
damaged-no-backup = Der er ingen i Tilsluts egen mappe. Har du valgt en anden mappe, finder Tilslut den, når filen er læst.
damaged-looking = Leder efter sikkerhedskopier …
damaged-reading = Læser filen …
damaged-read = Red det, der kan læses
damaged-read-text = Tilslut viser, hvad der er helt, og hvad der mangler. Så vælger du, hvad der skal ske.
damaged-read-text-backup = Tilslut viser, hvad der er helt, og hvad der mangler. Så kan du lægge sikkerhedskopien oveni: det, der er nyere her, bliver beholdt.
damaged-read-act = Læs filen
damaged-whole = Det, der er helt
damaged-cases = Sager
damaged-receipts = Kvitteringer og journaler
damaged-documents = Dokumenter og e-mails
damaged-lacking = Det, der mangler
damaged-case = Sagen om { $name } kan ikke læses
damaged-case-unnamed = En sag uden navn kan ikke læses
damaged-further = { $n ->
    [one] { $n } sag mere kan ikke læses
   *[other] { $n } sager mere kan ikke læses
}
damaged-receipt = { $n ->
    [one] Kvittering nr. { $numbers } er her ikke
   *[other] Kvittering nr. { $numbers } er her ikke ({ $n } i alt)
}
damaged-document = { $n ->
    [one] { $n } dokument i sagen om { $name }
   *[other] { $n } dokumenter i sagen om { $name }
}
damaged-document-unnamed = { $n ->
    [one] { $n } dokument i en sag uden navn
   *[other] { $n } dokumenter i en sag uden navn
}
damaged-pages = { $n } af { $of } sider i filen kan ikke læses. Der kan mangle mere end det, Tilslut kender navnet på.
damaged-pages-unnamed = { $n } af { $of } sider i filen kan ikke læses. Tilslut ved ikke af noget, der mangler, men kan ikke udelukke det.
damaged-pages-whole = Hver side i filen kan læses, og Tilslut ved ikke af noget, der mangler.
damaged-pages-whole-lacking = Hver side i filen kan læses. Det, der mangler, er der ikke.
damaged-pages-none = Filen med dine sager er her ikke, eller intet i den kan læses.
damaged-restore = Åbn, og læg sikkerhedskopien oveni
damaged-restore-text = Sikkerhedskopien er fra { $day } kl. { $time } med { $n ->
    [one] { $n } sag
   *[other] { $n } sager
}. Før den bliver lagt oveni, ser du, hvad der sker med hver sag. Det, der er nyere her, bliver beholdt.
damaged-restore-act = Åbn og gendan
damaged-go-on = Åbn det, der kan læses
damaged-go-on-text = Sager, der ikke kan læses, står for sig selv under Mine sager, og du kan stadig hente dem fra en sikkerhedskopi. Intet nummer på en kvittering bliver givet to gange.
damaged-go-on-act = Åbn
damaged-again-text = Har du hele mappen i en kopi af computeren, så læg den tilbage, og prøv igen. Du kan også lukke Tilslut: så er intet sket.
damaged-kept = Den beskadigede fil bliver liggende i mappen under et andet navn. Den er krypteret.
damaged-disk = Lad disken undersøge: bliver den ved, kan også det nye gå i stykker.
older-salvage = Red det, der kan læses
older-salvage-text = Er filen beskadiget, kan der ligge mere i den, end der åbner. Tilslut læser den side for side og viser, hvad der er, før noget sker.
passphrase = Adgangssætning
choose-title = Vælg en adgangssætning til dine sager
choose-lede = Denne computer har ikke noget nøglelager, der svarer. Derfor låser du selv dine sager op med en adgangssætning, hver gang du åbner Tilslut.
choose-hint = Mindst 12 tegn. Fem eller seks tilfældige ord er nemme at huske og svære at gætte.
choose-store = Spurgte computeren om noget?
choose-store-text = Beder den dig om at låse nøglelageret op, så gør det, og prøv igen. Så behøver du ingen adgangssætning.
choose-again = Skriv den en gang til
choose-different = De to adgangssætninger er ikke ens. Skriv den samme begge steder.
choose-act = Gem adgangssætningen
choose-why-title = Hvorfor
choose-why = Dine sager krypteres på computeren. Uden adgangssætningen kan ingen læse dem, heller ikke den, der får fat i disken.
choose-lost-title = Hvis den glemmes
choose-lost = Lav en genoprettelseskode under Indstillinger, når du er inde. Den er den anden vej til dine sager.
closed-title = Lås dine sager op
closed-lede = Dine sager ligger krypteret på denne computer. Intet er slettet, og Tilslut laver ikke en ny nøgle oven i de gamle sager.
closed-lede-passphrase = Dine sager ligger krypteret på denne computer. De åbner, når du skriver din adgangssætning.
closed-ways = Vælg en vej ind
closed-open = Lås op
closed-store = Med computerens nøglelager
closed-store-text = Nøglen ligger hos din bruger på computeren. Computeren kan bede om din adgangskode.
closed-passphrase = Skriv adgangssætningen
closed-passphrase-text = Den, du har valgt i Tilslut.
closed-again = Prøv nøglelageret igen
closed-again-text = Nøglen ligger hos den bruger på computeren, der oprettede sagerne. Lås nøglelageret op, eller log ind som den bruger, og prøv igen.
closed-again-unlocked = Har computeren et nøglelager, som først er låst op nu, kan Tilslut prøve det igen.
closed-recovery = Skriv genoprettelseskoden
closed-recovery-text = Den kode, du skrev ned eller udskrev.
recovery-hint = Store og små bogstaver er lige gode, og mellemrum gør ikke noget.
closed-backup = Med en sikkerhedskopi og genoprettelseskoden
closed-backup-text = De to filer, der låser sagerne op, mangler eller er beskadiget. Det, der stod i dem, ligger også i hver sikkerhedskopi af de samme sager. Den er på en anden disk eller i Tilsluts egen mappe.
closed-backup-choose = Vælg sikkerhedskopien …
closed-none = Jeg har ingen af delene
closed-none-text = Så kan sagerne ikke åbnes nu. Behold dem: koden kan dukke op, og brugeren kan genskabes. Slet ikke noget.
closed-know = Det ved vi
closed-know-kept = Sagerne ligger på denne computer
closed-know-untouched = Tilslut har ikke slettet eller ændret noget
closed-know-no-recovery = Der er ikke lavet nogen genoprettelseskode
closed-know-often = Sker ofte efter ny computer, ny bruger eller nulstillet adgangskode.

# The cases
cases-title = Sager
search-label = Søg i sager
search-label-more = efter organisation, CVR-nummer eller person
search-none = Ingen sager passer til det, du søger efter.
cases-matching = { $n ->
    [one] { $n } sag passer
   *[other] { $n } sager passer
}
sort-label = Sortér
sort-changed-descending = Senest ændret først
sort-changed-ascending = Længst uændret først
sort-name-ascending = Navn fra A til Å
sort-name-descending = Navn fra Å til A
sort-deadline-ascending = Nærmeste frist først
deadline-past = Overskredet: { $what } { $day }

# What a date of a case is about: in few words, and once it has passed.
date-representativeReminder = Mind { $name } om at godkende
date-representativeReminder-past = Mind { $name } om at godkende nu.
date-answerExpected = Svar forventet senest
date-answerExpected-past = Svar var forventet senest. Se efter i jeres e-mail, også i uønsket post.
date-setUpReminder = Mind administratorerne om opsætningen
date-setUpReminder-past = Mind administratorerne om opsætningen nu.
date-setUpLastReminder = Mind administratorerne om opsætningen igen
date-setUpLastReminder-past = Mind administratorerne om opsætningen nu. Der er under en uge til, at linket udløber.
date-setUpLink = Linket til opsætning udløber
date-setUpLink-past = Linket til opsætning er udløbet.
date-administratorLeaves = En administrator stopper
date-administratorLeaves-past = En administrator er stoppet.
date-fewAdministrators = En af de sidste administratorer stopper
date-fewAdministrators-past = Der er højst én administrator tilbage. Få udpeget en til.
date-termination = Aftalen ophører
date-termination-past = Aftalen er ophørt.
date-termsInForce = Nye vilkår gælder
date-termsInForce-past = Nye vilkår gælder nu.
date-registrationLapses = CVR-registreringen kan udløbe
date-registrationLapses-past = CVR-registreringen kan være udløbet. Se efter på virk.dk.
date-registerSnapshot = Registerets oplysninger er friske til da
date-registerSnapshot-past = Registerets oplysninger er blevet gamle.
date-retention = Opbevaringen slutter
date-retention-past = Opbevaringen er slut.

# The dates of all cases
follow-up-title = Opfølgning
follow-up-receipt = Kvittering nr. { $n }.
follow-up-record = Optegnelse nr. { $n }.
follow-up-none = Der er ingen datoer at holde øje med. De kommer, når en sag er sendt eller godkendt.
follow-up-none-of-these = Ingen datoer af den slags.
follow-up-filter = Vis
follow-up-filter-all = Alle
follow-up-filter-past = Overskredet
follow-up-filter-answers = Svar
follow-up-filter-setUp = Opsætning
follow-up-filter-administrators = Administratorer
follow-up-filter-others = Andet
follow-up-shown = { $n ->
    [one] { $n } dato vises
   *[other] { $n } datoer vises
}
follow-up-more = De første { $n } datoer vises. De øvrige står på sagerne.
follow-up-past = Overskredet
follow-up-soon = Inden for 14 dage
follow-up-later = Senere
follow-up-ago = { $n ->
    [one] i går
   *[other] for { $n } dage siden
}
follow-up-in = { $n ->
    [0] i dag
    [one] i morgen
   *[other] om { $n } dage
}
follow-up-save-all = Gem alle til kalenderen
follow-up-save = Gem { $day } til kalenderen: { $name }
follow-up-open = Åbn sagen
follow-up-own = Vores egen påmindelse
follow-up-third-party = Ifølge andre kilder

unreadable-title = Kan ikke læses
unreadable-text = Tilslut har hverken ændret eller slettet noget. Gem det, der ligger i sagen, så andre kan se på det. Dine øvrige sager er her som før.
unreadable-changed = Senest ændret { $at }
unreadable-save = Gem sagens data
need-you-title = Kræver noget af dig
need-you-unknown = Tilslut ved ikke, om sagen er nået frem
need-you-refused = modtageren har afvist sagen
need-you-received = venter på, at du gennemgår og godkender
need-you-all = Vis alle, der kræver noget af dig
folder-synced-title = Dine sager ligger i en mappe, som { $who } synkroniserer:
folder-synced-other-title = Dine sager ligger i en mappe, som et andet program synkroniserer:
folder-synced-text = åbnes de på to computere, kan det nyeste gå tabt. Tag mappen ud af synkroniseringen, og læg kun sikkerhedskopierne i sådan en mappe
folder-network-title = Dine sager ligger på en anden computers disk:
folder-network-text = uden netværk kan du ikke gemme. De ligger bedst på computerens egen disk, og sikkerhedskopierne må gerne ligge der, hvor sagerne ligger nu
folder-advice-act = Se sikkerhedskopier
folder-advice-settle = Jeg har læst det
backup-place-title = Sikkerhedskopierne ligger på samme disk som sagerne:
backup-place-text = går den i stykker, er begge dele væk. De er krypteret, så de kan ligge på et andet drev eller i en synkroniseret mappe
backup-place-act = Vælg en anden mappe
backup-place-settle = Lad dem ligge
recovery-missing-title = Genoprettelseskode mangler:
recovery-missing-text = uden den kan dine sager gå tabt, hvis computeren skiftes
recovery-missing-act = Lav en kode
filter-label = Vis sager
filter-all = Alle
filter-drafts = Kladder
filter-yours = Kræver noget af dig
filter-others = Hos andre
filter-ended = Afsluttet
column-organisation = Organisation
column-status = Status
column-next = Næste skridt
column-changed = Ændret
state-draft = Kladde
state-notNeeded = Behøver ikke tilslutning
state-handedOver = Overdraget
state-received = Til godkendelse
state-approving = Login i gang
state-approved = Godkendt
state-unknown = Udfald ukendt
state-refused = Afvist af modtageren
state-delivered = Leveret
state-guided = Hos MitID Erhverv
state-stopped = Stoppet
state-awaitingRepresentative = Venter på repræsentant
state-underReview = Under sagsbehandling
state-statedConcluded = Oplyst indgået
state-concluded = Indgået
state-rejected = Afvist
state-withdrawn = Trukket tilbage
tasks-done = { $n ->
    [0] Ingen opgaver er færdige endnu
    [one] { $n } opgave er færdig
   *[other] { $n } opgaver er færdige
}
unknown-sub = At spørge giver ikke to tilslutninger
next-wait-for = { $name } skal godkende
next-need = Afklar, om I har brug for tilslutning
next-organisation = Oplys organisation og rolle
next-representative = Oplys ledelsesrepræsentanten
next-terms = Åbn vilkårene
next-administrators = Udpeg administratorer
next-approve = Kontrollér svarene, og godkend
next-handOver = Kontrollér svarene, og overdrag
next-nothing = MitID privat til erhverv er nok
next-waitForRepresentative = Ledelsesrepræsentanten skal godkende
next-review = Gennemgå og godkend
next-finishLogin = Afslut loginet i din browser
next-waitForReceiver = Modtageren har ikke svaret endnu
next-sendAgain = Send igen
next-askReceiver = Spørg modtageren om svar
next-readRefusal = Læs, hvorfor sagen blev afvist
next-conclude = Indgå aftalen hos MitID Erhverv
next-setUp = Administratorerne sætter op
next-stateOutcome = Fortsæt dér, eller sig, hvordan det gik
next-correct = Ret svarene, og prøv igen
next-waitForAnswer = Afvent svaret på e-mail
next-useAgain = Brug igen
next-over = Intet
next-act-need = Fortsæt
next-act-organisation = Fortsæt
next-act-representative = Fortsæt
next-act-documents = Vedhæft dokumenter
next-act-terms = Fortsæt
next-act-administrators = Fortsæt
next-act-approve = Fortsæt
next-act-handOver = Fortsæt
next-act-nothing = Se sagen
next-act-waitForRepresentative = Se sagen
next-act-review = Gennemgå sagen
next-act-finishLogin = Se loginet
next-act-waitForReceiver = Se sagen
next-act-sendAgain = Send igen
next-act-askReceiver = Spørg modtageren
next-act-readRefusal = Læs hvorfor
next-act-conclude = Se vejledningen
next-act-setUp = Se sagen
next-act-stateOutcome = Fortsæt
next-act-correct = Ret svarene
next-act-waitForAnswer = Se sagen
next-act-useAgain = Brug igen
next-act-over = Se sagen

# The first start
welcome-title = Velkommen til Tilslut
welcome-lede = Tilslut hjælper din organisation med at blive tilsluttet MitID Erhverv: forberedt i ro, godkendt én gang og dokumenteret bagefter.
welcome-prepare = Forbered
welcome-prepare-text = Svar på spørgsmålene, når du har tid. Alt gemmes, også uden net, og Tilslut siger til om det, der ellers giver afslag.
welcome-approve = Godkend
welcome-approve-text = Ledelsesrepræsentanten ser, hvad der godkendes, og logger ind én gang med privat MitID i browseren.
welcome-approve-official = Indgå aftalen på mitid-erhverv.dk. Ledelsesrepræsentanten logger ind dér med sit private MitID, og Tilslut har alt det klar, der skal skrives.
welcome-keep-official = MitID Erhverv sender en kvittering på e-mail. Gem den. Sagen med alle svar ligger her.
welcome-keep = Behold beviset
welcome-keep-text = Gem kvitteringen som PDF, og bevisfilen, som kan kontrolleres bagefter, også uden net.
welcome-file = Jeg har fået en overdragelsesfil
welcome-practice = Du er i prøvemiljøet
welcome-practice-text = Prøv hele vejen igennem uden risiko. MitID, CVR og modtageren er efterlignet på denne computer, og intet sendes til nogen.
welcome-need = Hav dette klar
welcome-need-cvr = Organisationens CVR-nummer
welcome-need-people = Navn, e-mail og fødselsdato på dem, der skal være administratorer
welcome-need-mitid = Ledelsesrepræsentantens private MitID, først når der skal godkendes
welcome-honest = Tilslut er ikke MitID Erhverv og ikke en offentlig myndighed.

# The tasks of a draft
tasks-title = Tilslutning af { $name }
tasks-title-unnamed = Ny tilslutning
tasks-progress = Du har gennemført { $done } af { $all } opgaver.
tasks-before = Gør klar
tasks-steps = De fire trin hos MitID Erhverv
task-need = Afklar, om I har brug for tilslutning
task-need-note = Nogle kan nøjes med MitID privat til erhverv
task-organisation = Oplys organisation og rolle
task-organisation-note = Hentes fra CVR, når du er på nettet
task-organisation-note-typed = Skrives af dig selv, som det står i CVR
task-representative = Oplys ledelsesrepræsentanten
task-representative-note = Den, der må repræsentere organisationen over for MitID Erhverv
task-logIn = Log ind med privat MitID
task-logIn-note = Sker én gang, sammen med trin 4
task-logIn-reporter = Det gør ledelsesrepræsentanten, sammen med trin 4
task-logIn-later = Sker i trin 4
task-terms = Accepter vilkår
task-terms-note-reporter = Kun ledelsesrepræsentanten kan acceptere dem
task-terms-note = Hos MitID Erhverv accepteres de først, når aftalen indgås dér
task-administrators = Vælg organisationsadministrator
task-administrators-note = Mindst én, helst to
task-administrators-count = { $n ->
    [one] { $n } er valgt
   *[other] { $n } er valgt
}
task-approve = Godkend og bekræft
task-approve-note = Kontrollér svarene, og godkend
task-handOver-note = Kontrollér svarene, og overdrag til ledelsesrepræsentanten
task-done = Færdig
task-begun = I gang
task-notBegun = Ikke begyndt
task-later = Kan ikke begyndes endnu
task-missing = Noget mangler endnu
tasks-next-need = Fortsæt: afklar behovet
tasks-next-organisation = Fortsæt: oplys organisation
tasks-next-representative = Fortsæt: oplys repræsentant
tasks-next-terms = Fortsæt: åbn vilkårene
tasks-next-administrators = Fortsæt: udpeg administratorer
tasks-next-check = Fortsæt: kontrollér svarene

# Whether the connection will go through
outlook-unanswered = Mangler endnu
outlook-consider = Overvej også
outlook-corrected-by = Kun { $name } kan rette det her.
verdict-label = Sådan ser det ud:
verdict-open = Endnu ikke sikkert
verdict-open-text = Når I har svaret på lidt mere, viser Tilslut, hvordan det ser ud.
verdict-open-text-answered = Det afhænger af noget, som Tilslut ikke kan se. Det står under »Overvej også«.
verdict-automatic = Kan tilsluttes automatisk
verdict-automatic-text = Ud fra det, I har svaret indtil nu, er ingen dokumenter nødvendige. MitID Erhverv afgør det.
verdict-automatic-text-said = Ud fra det, I har svaret, også om hvad der står i CVR, er ingen dokumenter nødvendige. MitID Erhverv afgør det.
verdict-documents = Kræver dokumentation
verdict-documents-text = Ud fra det, I har svaret, skal I regne med at sende dokumenter med. MitID Erhverv afgør det.
verdict-impossible = Kan ikke tilsluttes
verdict-impossible-text = Ud fra det, I har svaret, går tilslutningen ikke igennem, før det her er løst.
verdict-notNeeded = Behøver ikke tilslutning
verdict-notNeeded-text = Ud fra det, I har svaret, kan I nøjes med MitID privat til erhverv.
favour-organisationActive = Organisationen er aktiv i CVR
favour-organisationSaidActive = Organisationen er aktiv i CVR, har I selv svaret
favour-formAutomatic = Virksomhedsformen tilsluttes normalt automatisk
favour-representativeListed = Ledelsesrepræsentanten står i CVR som { $role }
favour-representativeSaidListed = Ledelsesrepræsentanten står i CVR, har I selv svaret
favour-representativeHasMitid = Ledelsesrepræsentanten har privat MitID
favour-administratorsReady = Alle administratorer har CPR-nummer og MitID på niveau Betydelig
favour-severalAdministrators = Mere end én administrator
severity-stops = Stopper tilslutningen
severity-documents = Kræver dokumentation
severity-warning = Advarsel
severity-advice = Råd
certainty-thirdParty = Efter andre kilder end myndighederne.
certainty-general = Sådan plejer det at være. Vi har ikke fundet det skrevet hos MitID Erhverv.
certainty-own = Vores eget valg, hvor intet er skrevet.
rules-tried = { $n ->
    [one] Se den ene regel
   *[other] Se de { $n } regler
}
rules-as-of = , der er prøvet (pr. { $date }).
rules-title = Reglerne, der er prøvet
rules-lede = { $hits ->
    [0] Tilslut har prøvet { $n } regler på sagen. Ingen af dem gælder her.
    [one] Tilslut har prøvet { $n } regler på sagen. Én af dem gælder her.
   *[other] Tilslut har prøvet { $n } regler på sagen. { $hits } af dem gælder her.
}
rules-sources = Hvor intet andet står, er reglen læst på myndighedernes egne sider. Sammenlignet med kilderne { $date }.
rules-holding = { $n ->
    [one] { $n } regel gælder i denne sag
   *[other] { $n } regler gælder i denne sag
}
rules-passed = { $n ->
    [one] { $n } regel gælder ikke her
   *[other] { $n } regler gælder ikke her
}
rules-would-stops = { $n ->
    [one] { $n } regel, der ville stoppe tilslutningen
   *[other] { $n } regler, der ville stoppe tilslutningen
}
rules-would-documents = { $n ->
    [one] { $n } regel, der ville kræve dokumentation
   *[other] { $n } regler, der ville kræve dokumentation
}
rules-would-warning = { $n ->
    [one] { $n } regel, der ville give en advarsel
   *[other] { $n } regler, der ville give en advarsel
}
rules-would-advice = { $n ->
    [one] { $n } regel, der ville give et råd
   *[other] { $n } regler, der ville give et råd
}
rule-id = Regel { $id }.
rule-as-of = Sammenlignet { $date }.

# Documents
part-documents = dokumenter
task-documents = Vedhæft dokumenter
task-documents-note = Det, I skal regne med at sende
tasks-next-documents = Fortsæt: vedhæft dokumenter
next-documents = Vedhæft dokumenter
documents-title = Dokumenter
documents-lede = Det her skal I regne med at sende for netop jeres organisation og ledelsesrepræsentant. Mangler noget, bliver ansøgningen afvist, og så begynder I forfra.
documents-none = Ud fra det, I har svaret, er ingen dokumenter nødvendige.
documents-done = { $n ->
    [one] { $done } af { $n } dokument er klar.
   *[other] { $done } af { $n } dokumenter er klar.
}
documents-expected = Hvornår kommer svaret?
documents-expected-by = Forventet senest { $date }
documents-expected-text = Hvis sagen sendes i dag. MitID Erhverv skriver, at det tager op til { $days } arbejdsdage, når dokumentationen er i orden, men ikke, hvilke dage der tæller med.
documents-expected-early = Trækker man kun weekender og helligdage fra, bliver det { $early }.
documents-files = Filer
documents-files-text = PDF, JPEG eller PNG, højst { $each } MB hver og { $all } MB i alt. Grænserne er Tilsluts egne: vi har ikke fundet, hvad MitID Erhverv tager imod.
documents-stay = Hvor ligger de?
documents-stay-text = Dokumenterne ligger krypteret sammen med sagen på denne computer. Tilslut sender dem ingen steder, uden at du beder om det.
document-ready = Klar
document-missing = Mangler
document-unconfirmed = Skal bekræftes
document-useful = Kan hjælpe
document-accepts = Fx:
document-attach = Vedhæft fil
document-attach-another = Vedhæft en fil mere
document-attached = { $size }, vedhæftet { $at }
document-open = Se filen
document-remove = Fjern
document-confirm = Se efter, og bekræft:
document-unshown = Billedet kan ikke vises her: det er for stort, eller det kan ikke læses. Åbn det, og se, om det er det rigtige.
document-picture = Billede af { $name }
file-document = Dokument (PDF, JPEG, PNG)
file-board = Bestyrelsesoversigt (PDF)
board-title = Bestyrelsens medlemmer
board-hint = Udfyld oversigten her, og udskriv den. MitID Erhverv har også sin egen skabelon.
board-member = Medlem { $n }
board-name = Medlem { $n }: fulde navn
board-function = Funktion
board-add = Tilføj et medlem
board-remove = Fjern medlem { $n }
board-open = Vis til udskrift
board-save = Gem som PDF

# By hand, and by name
by-hand = Skriv selv, hvad organisationen hedder
by-hand-hint = Når I ikke kan slå op. Det mærkes som skrevet af jer, og et senere opslag træder i stedet for det.
by-hand-form-hint = Som den står i CVR
organisation-name = Organisationens navn
choose = Vælg
typed-by = Skrevet af { $name } { $at }. Ikke slået op i CVR.
typed-at = Skrevet af jer { $at }. Ikke slået op i CVR.
management-not-told = Her står ikke, hvem der kan være ledelsesrepræsentant. Se efter på datacvr.virk.dk under »Tegningsregel, personkreds og revisor«.
changed-since = Ændret siden sidst
changed-name = Navn
changed-address = Adresse
changed-form = Form
changed-status = Status
changed-signingRule = Tegningsregel
changed-joined = Indtrådt
changed-left = Udtrådt
changed-candidate = Ændret
changed-before = Før:
changed-now = Nu:
source-virk = CVR
source-datafordeler = Datafordeleren
source-cvrapi = cvrapi.dk
source-practice = prøveregistret
source-typed = jer
list-open = Find de organisationer, du må tegne, med MitID
list-text = Du logger ind i din browser, og MitID-tjenesten fortæller, hvilke organisationer du kan handle for. Du godkender ikke noget med det, og Tilslut gemmer ikke loginet.
list-cpr = MitID-tjenesten kan spørge om dit CPR-nummer. Tilslut får det ikke.
list-act = Log ind med MitID
list-again = Log ind igen
list-found = MitID-tjenesten siger, at du kan handle for:
list-chosen = valgt her
list-none = MitID-tjenesten nævner ingen organisation
list-none-text = Det betyder ikke, at du ikke kan være ledelsesrepræsentant. Tjenesten kender især dem, der kan tegne alene. Skriv CVR-nummeret.
find-open = Kender du ikke nummeret? Søg efter navnet
find-name = Organisationens navn, eller en del af det
find = Søg
finding = Søger …
find-none = Ingen organisation har alle ordene »{ $words }« i navnet.
find-found = { $more ->
    [yes] Her er de første { $n }. Der er flere.
   *[no] { $n ->
        [one] Én organisation fundet
       *[other] { $n } organisationer fundet
    }
}
find-more = Vis flere

# The register
register-key-kept = Jeres adgang ligger i computerens nøglelager.
register-key-missing = Registret kræver, at I har jeres egen adgang.
register-open-title = Adgangen sendes ukrypteret
register-open-text = Tjenesten kan kun nås uden kryptering (almindelig HTTP). Brugernavn og adgangskode kan læses undervejs, fx på et fremmed netværk. Brug en adgang, der ikke åbner andet.
register-accept = Jeg har forstået det og vil sende adgangen alligevel
register-not-yet = Kan gemmes, når felterne er udfyldt.
register-not-yet-open = Kan gemmes, når felterne er udfyldt og fluebenet er sat.
register-user = Brugernavn
register-password = Adgangskode
register-key = Nøgle
register-keep = Gem adgangen
register-forget = Glem adgangen

# The MitID service
broker-title = MitID-tjeneste
broker-nothing = Tjenesten kræver ikke, at I har jeres egen adgang.
broker-secret-missing = Tjenesten kræver den klienthemmelighed, som I har aftalt med den.
broker-secret-kept = Jeres klienthemmelighed ligger i computerens nøglelager.
broker-secret-keep = Gem hemmeligheden
broker-secret-forget = Glem hemmeligheden
broker-secret = Klienthemmelighed (client secret)
broker-privateKey-missing = Tjenesten kræver, at Tilslut underskriver med jeres private nøgle.
broker-privateKey-kept = Jeres private nøgle ligger i computerens nøglelager.
broker-privateKey-keep = Gem nøglen
broker-privateKey-forget = Glem nøglen
broker-id = Nøglens navn hos tjenesten (key id)
broker-id-hint = Lad feltet være tomt, hvis nøglen ikke har noget navn.
broker-choose = Vælg nøglens fil
broker-paste = Eller indsæt nøglen her
broker-paste-hint = En privat nøgle (RSA eller P-256) i PEM-format (PKCS #8), uden adgangskode.
broker-not-yet = Kan gemmes, når feltet er udfyldt.
file-private-key = Privat nøgle i PEM-format

# Need
part-before = Gør klar
part-need = behov
part-organisation = organisation
part-representative = ledelsesrepræsentant
part-terms = vilkår
part-administrators = administratorer
need-title = Har I brug for en tilslutning?
need-lede = Nogle organisationer kan nøjes med MitID privat til erhverv. Svar på det, du ved.
need-connected = Er I allerede tilsluttet MitID Erhverv?
need-connected-hint = Så har organisationen en administrator i forvejen
need-connected-unknown = Det ved jeg ikke
need-already = I er allerede tilsluttet, siger du
need-already-text = Så er der som regel ikke noget at tilslutte. Skal I begynde igen alligevel, så fortsæt her.
need-connected-yes = Ja, oplyst
need-connected-no = Nej, oplyst
need-people = Hvor mange skal handle digitalt for organisationen?
need-people-hint = Fx indberette, bruge Digital Post eller søge om tilskud
need-people-one = Kun én person
need-people-several = Flere personer
need-kind = Hvad er det for en organisation?
need-kind-soleProprietor = Enkeltmandsvirksomhed eller personligt ejet mindre virksomhed
need-kind-company = ApS, A/S eller et andet selskab med begrænset ansvar
need-kind-association = Forening eller frivillig forening
need-kind-other = Noget andet
need-alone = Må den person tegne virksomheden alene?
need-alone-hint = Det fremgår af tegningsreglen i CVR
need-alone-association = Er den person registreret som foreningsrepræsentant i CVR?
need-alone-association-hint = Foreningen kan selv registrere en foreningsrepræsentant
need-needed = I har brug for en tilslutning
need-enough = I kan sandsynligvis nøjes med MitID privat til erhverv
need-why-open = Svar på spørgsmålene for at se det.
need-why-severalPeople = Når flere handler for organisationen, skal hver have sin egen adgang. Det får I med MitID Erhverv.
need-why-notAlone = Den, der ikke må tegne alene, kan ikke bruge MitID privat til erhverv.
need-why-kindNotCovered = At MitID privat til erhverv er nok, er kun offentliggjort for andre slags organisationer. Så er det sikrest at forberede en tilslutning.
need-why-notRuledOut = Det kan ikke udelukkes ud fra svarene. Så er det sikreste at forberede en tilslutning.
need-why-ownerAlone = Ejeren handler alene og kan bruge sit private MitID for virksomheden.
need-why-signsAlone = Én person handler og må tegne virksomheden alene. Så kan det private MitID bruges.
need-why-associationRepresentative = En registreret foreningsrepræsentant, der handler alene, kan bruge sit private MitID.
need-instead = Log ind med privat MitID dér, hvor du skal handle for organisationen, og vælg organisationen. Der er ikke noget at tilslutte.
need-anyway = Skal flere handle senere, får I brug for tilslutningen. Du kan godt fortsætte her.
need-site = Læs mere på mitid-erhverv.dk
need-about = Derfor spørger vi først
need-about-text = Tilslutning er en aftale med pligter, blandt andet at holde brugerne opdateret. Det er spildt, hvis kun én person skal handle og må gøre det alene.
need-private = MitID privat til erhverv
need-private-text = Så bruger du dit eget MitID til at handle for organisationen. Det kræver ingen aftale.

# Organisation
organisation-title = Organisation og din rolle
cvr = CVR-nummer
cvr-hint = Otte cifre. Mellemrum gør ikke noget
look-up = Slå op
looking-up = Slår op i CVR
found = Fundet i CVR
address = Adresse
form = Virksomhedsform
others-title = { $n ->
    [one] I har allerede en sag om denne organisation
   *[other] I har allerede { $n } sager om denne organisation
}
others-text = Vil du gå videre med den, så åbn den. Ellers bliver dette en sag for sig.
others-changed = ændret { $at }
status-typed = Status i CVR
status-typed-hint = Som den står i CVR. »Normal« er det samme som aktiv.
status = Status
status-active = Aktiv i CVR
status-dissolving = Under opløsning
status-ceased = Ophørt
status-uncertain = Usikker status
candidates = Ledelse i CVR
signing-rule = Tegningsregel
looked-up = Slået op i { $source } { $at }
role = Hvad er din rolle?
role-representative = Ledelsesrepræsentant
role-representative-hint = Du sidder i ledelsen og godkender selv
role-reporter = Anmelder
role-reporter-hint = Du forbereder sagen. Ledelsesrepræsentanten godkender den
reporter-name = Dit fulde navn
reporter-organisation = Dit firma, hvis du arbejder for et andet
reporter-email = Din e-mail
reporter-email-hint = Ledelsesrepræsentanten kan se, hvem der har forberedt sagen
reporter-remember = Tilslut husker det til din næste sag, krypteret på denne computer. Du kan glemme det igen under Indstillinger.
reporter-remembered = Husket fra en tidligere sag. Ret det, hvis det er anderledes her.
organisation-who = Hvem kan hvad
organisation-who-text = Ledelsesrepræsentanten er den, der indgår aftalen. En anmelder, fx revisor eller advokat, kan forberede alt, men ikke afslutte.
organisation-offline = Uden net
organisation-offline-text = Skriv nummeret nu, og slå det op senere. Du kan fortsætte imens.

# Representative
representative-title = Oplysninger om dig som ledelsesrepræsentant
representative-title-reporter = Hvem er ledelsesrepræsentant?
representative-lede = Du er den, der godkender og indgår aftalen.
representative-lede-reporter = Den person skal selv gennemgå og godkende det, du forbereder.
candidates-title = Står i CVR
candidates-hint = Vælg, eller skriv selv nedenfor
candidate-without-cpr = Uden CPR-nummer i CVR
candidate-kind-unknown = CVR siger ikke, om det er en person eller en virksomhed
candidate-not-named = Nogen er { $role }, men CVR siger ikke hvem
candidate-not-named-since = Nogen har været { $role } siden { $since }, men CVR siger ikke hvem
left-out-unreadable = Noget i registrets svar kunne ikke læses og er udeladt: { $part }
left-out-personalNumber = Et tal, der kan være et CPR-nummer, er udeladt: { $part }
left-out-of-name = navnet
left-out-of-address = adressen
left-out-of-form = virksomhedsformen
left-out-of-status = statussen
left-out-of-participants = deltagerne
left-out-of-signingRule = tegningsreglen
representative-job = Titel
representative-job-hint = Titlen skal vise ledelsesrollen, fx direktør, formand eller interessent
representative-email-hint = Her får du kvitteringen
representative-email-hint-reporter = Her får ledelsesrepræsentanten kvitteringen
representative-in-cvr = Står du i CVR som den, der kan repræsentere organisationen?
representative-in-cvr-reporter = Står ledelsesrepræsentanten i CVR som den, der kan repræsentere organisationen?
representative-in-cvr-hint = Slå op under »Tegningsregel, personkreds og revisor«. Svar ja, når navnet står dér, og rollen passer: { $who }.
representative-mitid = Har du privat MitID på niveau Betydelig?
representative-mitid-reporter = Har ledelsesrepræsentanten privat MitID på niveau Betydelig?
representative-mitid-hint = Det har man med et almindeligt dansk MitID og CPR-nummer. Det er det samme MitID, som man bruger til sin egen bank.
representative-who = Hvem kan være det
representative-who-text = I et selskab et medlem af direktionen eller bestyrelsen. I en forening foreningsrepræsentanten i CVR, ellers formanden eller en anden i bestyrelsen. I en personligt ejet virksomhed ejeren eller en fuldt ansvarlig deltager.
representative-only = Kun én skal godkende
representative-only-text = MitID Erhverv kræver én ledelsesrepræsentant. Det er som regel også nok, når organisationen ellers tegnes af flere i forening.

# Terms
terms-title = Åbn vilkårene
terms-title-reporter = Se vilkårene
terms-lede = Din godkendelse omfatter vilkårene, så åbn teksten, og læs den, før du sætter flueben.
terms-lede-official = Åbn teksten, og læs den, før du sætter flueben. Hos MitID Erhverv accepterer du dem, når aftalen indgås dér.
terms-lede-reporter = Åbn den officielle tekst, eller vis Tilsluts resumé. Kun ledelsesrepræsentanten kan acceptere.
terms-published = Offentliggjort { $date }
terms-annexes = { $n ->
    [one] { $n } bilag
   *[other] { $n } bilag
}
terms-opened = Den officielle tekst blev åbnet i browseren { $at }.
terms-summary = Tilsluts resumé
terms-summary-note = Vores egne ord. Det er ikke vilkårene: den officielle tekst gælder.
terms-point-who = Ledelsesrepræsentanten accepterer for organisationen. En anmelder kan kun forberede.
terms-point-administrators = Administratorer med pseudonym vises med fuldt navn i e-mails og systembeskeder (punkt 5.1).
terms-point-close = En organisationsadministrator kan lukke organisationens tilslutning (punkt 5.2).
terms-point-data = Organisationen skal holde sine egne og medarbejdernes oplysninger opdateret (punkt 10.1).
terms-point-incidents = Pligten til at melde sikkerhedshændelser gælder også en tilsluttet Lokal IdP (punkt 10.8).
terms-point-rights = Der gives ikke besked om nye rettigheder (punkt 17).
terms-point-changes = Nye vilkår gælder tre måneder efter, at organisationsadministratorerne har fået besked. Nye funktioner, der ikke ændrer den nuværende brug, kan komme uden varsel.
terms-point-price = Tilslutning og de første tre brugere koster 0 kr. Derefter koster hver bruger 20 kr. uden moms. Se de gældende priser på mitid-erhverv.dk.
terms-official = Åbn den officielle tekst
terms-official-again = Åbn den officielle tekst igen
terms-official-practice = Åbn prøvens tekst
terms-official-practice-again = Åbn prøvens tekst igen
terms-opened-practice = Prøvens tekst i stedet for den officielle blev åbnet i browseren { $at }.
terms-unopened = Den officielle tekst er ikke åbnet herfra endnu.
terms-unopened-practice = Prøvens tekst i stedet for den officielle er ikke åbnet herfra endnu.
terms-practice = I prøven åbnes en prøvetekst på denne computer i stedet for den officielle tekst.
terms-honest-practice = Din godkendelse i prøven omfatter vilkårene. Hos MitID Erhverv accepteres intet. Tilslut noterer, hvilken udgave det er, og hvornår prøvens tekst blev åbnet i browseren. Om du har læst den, ved kun du.
terms-accept-hint-practice = I prøven accepterer du intet hos MitID Erhverv.
terms-summary-show = Vis Tilsluts resumé
terms-summary-shown = Tilsluts resumé vist { $at }.
terms-not-accepted-there = Hos MitID Erhverv accepteres vilkårene først, når aftalen indgås dér.
terms-nothing-accepted-there = I prøven accepteres intet hos MitID Erhverv.
terms-accept = Jeg accepterer, at min godkendelse omfatter disse vilkår
terms-accept-official = Jeg er indforstået med disse vilkår
terms-accept-hint = Hos MitID Erhverv accepterer du dem først, når aftalen indgås dér.
terms-open-first = Åbn teksten i browseren, før du kan sætte flueben. Tilsluts resumé er ikke nok.
terms-preview = Kun ledelsesrepræsentanten kan acceptere, efter selv at have åbnet den officielle tekst. Det, du åbner, tæller ikke som accept.
terms-honest = Hvad gælder hvor?
terms-honest-text = Din godkendelse i Tilslut omfatter vilkårene. Hos MitID Erhverv accepteres de først, når aftalen indgås dér. Tilslut noterer, hvilken udgave det er, og hvornår den officielle tekst blev åbnet i browseren. Om du har læst den, ved kun du.
terms-honest-official = Her noterer du i din sag, at du er indforstået. Hos MitID Erhverv accepteres vilkårene, når aftalen indgås dér. Tilslut noterer, hvilken udgave det er, og hvornår den officielle tekst blev åbnet i browseren. Om du har læst den, ved kun du.
terms-honest-reporter = Kun ledelsesrepræsentanten kan acceptere, og hos MitID Erhverv sker det, når aftalen indgås dér. Tilslut noterer, hvilken udgave du så, og om den officielle tekst blev åbnet i browseren.
terms-newer = Er der en nyere udgave?
terms-newer-text = Det er den nyeste udgave, Tilslut kender. Sammenlign datoen med den officielle side.

# Administrators
administrators-title = Udpeg organisations{"\u00AD"}administratorer
administrator = Administrator { $n }
representative-too = Ledelsesrepræsentanten er selv administrator
representative-too-hint = { $name } skal ikke skrives to gange: navn og e-mail bruges igen
representative-too-hint-unnamed = Navn og e-mail bruges igen, så de ikke skal skrives to gange
representative-unnamed = Ledelsesrepræsentantens navn mangler endnu
representative-name-first = Oplys navnet
representative-correct = Ret det hos ledelsesrepræsentanten
add-first = Tilføj en administrator
add-another = Tilføj en administrator mere
administrators-most = { $n } administratorer er det højeste antal i én sag. Flere kan oprettes i MitID Erhverv bagefter.
administrator-email-hint = Her får { $name } linket til opsætning
administrator-email-hint-unnamed = Hertil sendes linket til opsætning
born-legend = Fødselsdato
born-hint = Vi beder aldrig om CPR-nummer
born = Født { $date }
has-cpr = Har { $name } et dansk CPR-nummer?
has-cpr-unnamed = Har administratoren et dansk CPR-nummer?
has-mitid = Har { $name } privat MitID på niveau Betydelig?
has-mitid-unnamed = Har administratoren privat MitID på niveau Betydelig?
has-mitid-hint = Det har man med et almindeligt dansk MitID og CPR-nummer
filled-in = Udfyldt
remove-title = Fjern { $name }?
remove-text = Svarene om administratoren slettes fra sagen.
administrators-two = Udpeg mindst to
administrators-two-text = Stopper den eneste administrator, kan ingen komme ind. Så må ledelsesrepræsentanten begynde forfra.
administrators-outside = Revisor, advokat eller administrator udefra kan også udpeges.
administrators-then = Når I er tilsluttet
administrators-then-text = Hver administrator får en e-mail med et link. Opsætningen skal være færdig inden 60 dage.

# Check
check-title = Kontrollér svarene
missing-title = { $n ->
    [one] { $n } svar mangler, før sagen er hel
   *[other] { $n } svar mangler, før sagen er hel
}
need-section = Behov
need-section-label = Brug for tilslutning
need-connected-short = Allerede tilsluttet
need-short-open = Ikke afklaret endnu
need-short-severalPeople = Ja: flere personer skal handle digitalt
need-short-notAlone = Ja: den, der handler, må ikke tegne alene
need-short-kindNotCovered = Ja: MitID privat til erhverv nævnes ikke for denne slags
need-short-notRuledOut = Ja: det kan ikke udelukkes
need-short-ownerAlone = MitID privat til erhverv er sandsynligvis nok: ejeren handler alene
need-short-signsAlone = MitID privat til erhverv er sandsynligvis nok: én handler og tegner alene
need-short-associationRepresentative = MitID privat til erhverv er sandsynligvis nok: foreningsrepræsentanten handler alene
organisation-section = Organisation
name-and-cvr = Navn og CVR-nummer
form-and-status = { $form }. { $status }, slået op { $at }
role-label = Din rolle
reporter-label = Anmelder
representative-section = Ledelsesrepræsentant
name-and-job = Navn og titel
in-cvr = Står i CVR, har I svaret
has-private-mitid = Har privat MitID på niveau Betydelig
terms-section = Vilkår
edition = Udgave
administrators-section = Organisationsadministratorer
cpr-answer = Dansk CPR-nummer:
mitid-answer = MitID på niveau Betydelig:
signed-title = Det godkendes
signed-text = { $n ->
    [one] At { $organisation } tilsluttes MitID Erhverv med { $n } administrator, som vist her. Intet andet.
   *[other] At { $organisation } tilsluttes MitID Erhverv med { $n } administratorer, som vist her. Intet andet.
}
signed-organisation = { $name }, CVR { $cvr },
signed-organisation-unnamed = organisationen med CVR { $cvr }
hands-over-title = Det overdrages
hands-over-text = { $n ->
    [one] Sagen om, at { $organisation } tilsluttes MitID Erhverv med { $n } administrator, som vist her. Intet bliver godkendt.
   *[other] Sagen om, at { $organisation } tilsluttes MitID Erhverv med { $n } administratorer, som vist her. Intet bliver godkendt.
}
hand-over-code = Overdragelseskode
hand-over-code-note = Logger du ind med MitID, når du overdrager, skal koden i MitID være præcis denne. Den, der godkender, får en anden kode: kontrolkoden, som kun vises dér, hvor der godkendes.
hand-over-code-later = Koden regnes ud af svarene, når de er hele. Den er overdragelsens egen og ikke den kode, der godkendes med.
hand-over-code-same = Koden hører til det login, der overdrog sagen. Anmelder og ledelsesrepræsentant ser den samme og kan sammenligne den i telefonen. Kontrolkoden, der godkendes med, er en anden.
hand-over-exact-note = Netop disse tegn bliver overdraget.
control-code = Kontrolkode
control-code-note = Koden er regnet ud af svarene. Ændres ét tegn, bliver koden en anden. Den vises igen i MitID, når du godkender.
control-code-later = Koden regnes ud af svarene, når de er hele. Du ser den igen i MitID, når du godkender.
code-spoken = Kode { $code }
exact = Se det præcise indhold
exact-note = Netop disse tegn bliver godkendt og kan kontrolleres bagefter.
approve = Godkend med MitID
approve-next = Næste: login i din browser
approve-later = Kan ikke godkendes endnu: noget mangler
hand-over-to = Overdrag til { $name }
hand-over-next = Næste: en krypteret fil
hand-over-later = Kan ikke overdrages endnu: noget mangler

# Handing over
hand-over-title = Overdrag sagen til { $name }
hand-over-lede = Du kan forberede, men ikke afslutte. { $name } får sagen i en krypteret fil, åbner den med Tilslut på sin egen computer og godkender den.
hand-over-lede-official = Du kan forberede, men ikke afslutte. { $name } får sagen i en krypteret fil, åbner den med Tilslut på sin egen computer og indgår aftalen på mitid-erhverv.dk.
hand-over-file = Gem filen
hand-over-file-text = Du vælger, hvor den skal ligge. Den er krypteret og kan sendes som vedhæftet fil.
hand-over-words = Fortæl seks ord i telefonen
hand-over-words-text = Tilslut viser seks ord. Kun med dem kan { $name } åbne filen.
hand-over-approve = { $name } gennemgår og godkender
hand-over-approve-text = { $name } kan læse alt, men ikke ændre noget, og godkender det hele på én gang med privat MitID.
hand-over-official = { $name } gennemgår og indgår aftalen
hand-over-official-text = { $name } kan læse alt, men ikke ændre noget, og skriver det selv ind på mitid-erhverv.dk. Tilslut viser hvert svar, skærm for skærm.
hand-over-reporter = Skal noget ændres?
hand-over-reporter-text = Du kan tage sagen tilbage, rette den og lave en ny fil. Tilslut kan ikke se, om { $name } allerede har godkendt den gamle: spørg først.
hand-over-act = Gem overdragelsesfil
hand-over-logged-in = Log ind med MitID, før filen gemmes
hand-over-logged-in-hint = Valgfrit. Så kan { $name } se, hvem der har overdraget sagen. Du godkender ikke noget med det, og koden i MitID er overdragelsens egen.
hand-over-kept = Dit login kommer med i filen
hand-over-kept-text = Du loggede ind med MitID { $at } som { $approver }, men ingen fil har dit login med endnu. Tilslut har gemt det, så du skal ikke logge ind igen. Ændrer du svarene, gælder det ikke mere.
handed-title = Sagen er klar til { $name }
handed-lede = Send filen, og fortæl ordene i telefonen. Hver for sig er de ikke noget værd for andre.
handed-file = Filen er gemt
handed-file-text = Send den til { $name }, fx på e-mail.
handed-written = Lavet { $at }.
handed-words = Fortæl { $name } disse seks ord
handed-words-text = Ring op, og læs dem højt. Send dem ikke sammen med filen:
handed-words-why = Når du selv ringer, ved I begge, at filen kommer fra dig.
handed-then = { $name } åbner filen i Tilslut
handed-then-text = Under »Åbn overdragelsesfil«. Kvitteringen får { $name }, når sagen er godkendt: bed om en kopi.
handed-by = Dit login er i filen
handed-by-text = { $name } kan se, at { $approver } loggede ind med MitID og overdrog sagen.
handed-by-other = MitID kender dig som { $approver }. Det er et andet navn end det, du står med som anmelder, og { $name } kan se begge.
handed-wrong = Skal noget rettes?
handed-wrong-text = Tag sagen tilbage som kladde. Den gamle fil kan stadig åbnes og godkendes af den, der har både fil og ord. Send derfor den nye fil, når den er klar, og bed { $name } slette den gamle.
take-back = Tag sagen tilbage
handed-again = Er filen blevet væk?
handed-again-text = Lav en ny. Den får nye ord.
hand-over-again = Gem filen igen
copy-path = Kopiér filens placering

# Opening a hand-over file
open-title = Åbn en overdragelsesfil
open-lede = En anmelder har forberedt en tilslutning, som du skal gennemgå og godkende.
open-administrator = Det gælder administrator { $n } i filen.
open-file = Vælg filen
open-file-text = Den slutter på .tilslut og ligger, hvor du gemte den fra e-mailen.
open-choose = Vælg fil
open-choose-other = Vælg en anden fil
open-choose-first = Vælg filen først
open-words = Skriv de seks ord
open-words-text = Anmelderen fortæller dem i telefonen. Ring selv op på et nummer, du kender.
open-words-label = De seks ord
open-words-hint = Med mellemrum imellem. Store og små bogstaver gør ikke noget
open-read = Læs, og godkend
open-read-text = Du ser alt, før du tager stilling. Intet sendes, fordi du åbner filen.
open-sure = Er du i tvivl?
open-sure-text = Har du ikke aftalt det med nogen, så åbn ikke filen. Ring til den, der har sendt den.
open-act = Åbn filen

# Review
review-title = Gennemgå, hvad { $name } har forberedt
review-window = Gennemgå sag fra { $name }
review-above = Overdraget til din godkendelse
review-lede-official = Læs det hele. Er det rigtigt, indgår du aftalen på mitid-erhverv.dk. Tilslut viser dig, hvad du skal skrive, skærm for skærm.
review-lede = Du kan læse, men ikke ændre. Du godkender det hele, eller du beder om at få det ændret.
review-reporter-too = Har selv forberedt sagen. Det er tilladt: er det også meningen?
review-wrong = Er noget forkert?
review-wrong-text = Godkend ikke. Ring til { $name }, som kan tage sagen tilbage, rette den og sende en ny fil. Åbner du den nye fil, afløser den denne sag.
review-if = Hvis du godkender
review-if-text = Du godkender alle svar på én gang med privat MitID. { $name } kan ikke afslutte uden dig.
review-login = Hvem har overdraget
review-login-proven = { $approver } loggede ind med MitID { $at } for at overdrage netop denne sag.
review-login-same = Det er anmelderens navn.
review-login-other = Sagen er forberedt af { $name }, men MitID kender den, der overdrog den, som { $approver }. Ring til { $name }, før du godkender.
review-login-c = Hvad der stod i MitID, er ikke bevist.
review-login-d = MitID-tjenestens nøgle kan ikke bekræftes på denne computer, så loginet er ikke bevist.
review-login-unproven = Filen har et login med, som ikke kan bekræftes her. Det kan være ændret, handle om noget andet eller komme fra en MitID-tjeneste, som Tilslut ikke har tillid til på denne computer. Ring til { $name }, før du godkender.
review-terms-tick = Sæt flueben ved vilkårene først
review-terms-first = Åbn vilkårene først
review-approve = Godkend alle valg

# The login
approve-title = Godkend i din browser
approve-hand-over-title = Log ind for at overdrage
approve-hand-over-then = Tilslut kontrollerer svaret og gemmer overdragelsesfilen
approve-hand-over-cancel = Annuller loginet
approve-lede = Tilslut venter her og går selv videre, når du er færdig.
approve-preparing = Gør login klar
approve-preparing-text = Om et øjeblik åbner din browser.
approve-opened = Tilslut har bedt din browser om at åbne loginet
approve-open-yourself = Åbn linket i din browser
approve-host-practice = Prøvens MitID ligger på denne computer:
approve-host-live = Se efter
approve-host-end = i adressen. Tilslut ser aldrig dit bruger-ID.
approve-compare = Log ind med privat MitID, og sammenlign koden
approve-code = Koden i MitID skal være præcis denne:
approve-hand-over-code = Overdragelseskoden i MitID skal være præcis denne:
approve-text = Teksten i MitID: »{ $text }«
approve-other = Er koden en anden?
approve-other-text = Afvis i MitID, og annuller her.
approve-then = Tilslut kontrollerer svaret, sender sagen og laver din kvittering
approve-then-text = Luk browserfanen, og kom tilbage til dette vindue.
browser-failed = Din browser kunne ikke åbnes
browser-failed-text = Kopiér linket, og sæt det ind i adresselinjen i den browser, du plejer at bruge. Tilslut venter imens.
copy-link = Kopiér login-link
open-browser = Åbn i browser igen
open-browser-first = Åbn i browser
login-anew = Begynd forfra med et nyt link
late = Er der ikke sket noget endnu?
late-lost = Er browserfanen væk?
late-lost-text = Vælg »Åbn i browser igen«, eller kopiér linket til en anden browser. Det er stadig det samme login.
late-error = Viser browseren en fejl?
late-error-text = Så kommer der intet svar tilbage hertil. Vælg »Begynd forfra med et nyt link«.
late-approved = Har du godkendt i MitID?
late-approved-text = Så skriver browseren »MitID har svaret«. Gør den ikke det, har Tilslut intet fået, og godkendelsen gælder ikke: begynd forfra.
time-left = Tid tilbage
clock = { $minutes }.{ $seconds }
minutes = minutter
minutes-left = { $n ->
    [one] Under { $n } minut tilbage
   *[other] Under { $n } minutter tilbage
}
expires = Udløber kl.{"\u00A0"}{ $time }. Svarene er gemt.
not-back = Kommer du ikke videre?
finished = Jeg er færdig. Hvad nu?
finished-text = Når MitID har svaret, viser browseren det, og dette vindue går selv videre. Sker der ikke noget, så åbn browseren igen, eller begynd forfra med et nyt link. Svarene er gemt.
cancel-login = Annuller godkendelsen
nothing-sent = Intet er sendt endnu
waiting = Venter på MitID

# Another name than the representative's
confirm-title = Hvem har godkendt?
confirm-lede = MitID har svaret, og Tilslut har kontrolleret svaret. Men navnet er et andet end ledelsesrepræsentantens, så intet er sendt endnu.
confirm-lede-authority = MitID har svaret, og Tilslut har kontrolleret svaret. Men MitID-tjenesten nævner ikke organisationen som en, du må repræsentere, så intet er sendt endnu.
confirm-in-mitid = Navn i MitID
confirm-in-case = Ledelsesrepræsentant i sagen
confirm-in-register = I registret
confirm-broker = Hos MitID-tjenesten
found-otherCandidate = Registret nævner { $candidate }.
found-notListed = Navnet er ikke blandt dem, registret nævner som mulige ledelsesrepræsentanter.
found-notTold = Registret fortæller ikke, hvem der kan være ledelsesrepræsentant.
authority-confirmed = Personen må repræsentere organisationen.
authority-other = Organisationen er ikke nævnt som en, personen må repræsentere.
confirm-how = Hvordan hænger det sammen?
explanation-samePerson = Det er { $name }, som hedder noget andet i MitID
explanation-samePerson-hint = Fx et nyt efternavn, eller et kaldenavn i sagen.
explanation-mayRepresent = { $approver } må repræsentere { $organisation }
explanation-mayRepresent-hint = Tilslut kan ikke kontrollere det. Sagen og beviset nævner stadig { $name } som ledelsesrepræsentant.
explanation-unchecked = Tilslut kan ikke kontrollere det.
confirm-wrong = Var det ikke meningen?
confirm-wrong-text = Vælg »Brug ikke godkendelsen«. Alle svar er gemt, så sagen kan rettes eller godkendes igen. Tilslut noterer, at der var en godkendelse, som ikke blev brugt.
confirm-kept = Beviset er gemt. Dit svar følger med det og står på kvitteringen.
confirm-not-kept = Beviset er ikke gemt på denne computer endnu: luk ikke Tilslut. Dit svar følger med det og står på kvitteringen.
confirm-and-send = Bekræft, og send
set-aside = Brug ikke godkendelsen
set-aside-earlier = Ikke brugt
set-aside-one = { $approver }, { $at }
step-approve-explain = Venter på dit svar
state-confirming = Mangler svar
next-explainApprover = Svar på, hvem der har godkendt
next-act-explainApprover = Svar
spelled = Sagen skriver navnet »{ $name }«.
explained-samePerson = Sagen nævner { $name } som ledelsesrepræsentant. Det er oplyst, at det er den samme person. Svaret står på kvitteringen.
explained-mayRepresent = Sagens ledelsesrepræsentant er { $name }. Det er oplyst, at { $approver } må repræsentere { $organisation }. Tilslut har ikke kontrolleret det. Svaret står på kvitteringen.

# Done
done-title-accepted = Tilslutningen er godkendt
done-title-sending = Godkendt, og ved at blive sendt
done-title-notSent = Godkendt, men ikke sendt endnu
done-title-noReceiver = Godkendt i Tilslut
done-title-unknown = Godkendt, men måske ikke nået frem
done-title-refused = Godkendt, men afvist af modtageren
done-title-unsaved = Godkendt, men ikke gemt endnu
done-window-accepted = Godkendt
done-window-sending = Sendes
done-window-notSent = Ikke sendt
done-window-noReceiver = Godkendt
done-window-unknown = Levering uvis
done-window-refused = Afvist
done-window-unsaved = Ikke gemt
done-practice = Det var en prøve: { $organisation } er ikke tilsluttet MitID Erhverv.
done-practice-dates = Datoerne viser, hvad der ville gælde i en rigtig sag.
done-next = Det sker nu
other-name = { $approver } har godkendt
other-name-text = Det er et andet navn end sagens ledelsesrepræsentant, { $name }. Er det den samme person under et andet navn, er alt i orden. Ellers så tal sammen, før I regner med godkendelsen.
delivered = Leveret.
delivered-practice = Prøvemodtageren har taget imod sagen og givet den et nummer.
delivered-live = Modtageren har taget imod sagen og givet den et nummer.
sending = Sendes.
sending-text = Godkendelsen er gemt og er på vej til modtageren.
not-sent = Ikke sendt endnu.
not-sent-text = Modtageren kunne ikke nås, så der er ikke sendt noget. Godkendelsen er gemt: du skal ikke logge ind igen.
no-receiver = Godkendelsen er gemt.
no-receiver-text = Der er ingen modtager sat op, så Tilslut sender den ikke til nogen. Indgå nu aftalen på mitid-erhverv.dk.
no-receiver-text-practice = Der er ingen modtager, så den er ikke sendt til nogen. Det var en prøve.
send-again = Send igen
unknown-title = Tilslut ved ikke, om sagen er nået frem.
unknown-text = Der har ikke været svar siden { $at }. Når du spørger, sender Tilslut den samme sag med det samme id: har modtageren den, svarer den blot, og ellers tager den imod den. Det giver ikke to tilslutninger.
ask-receiver = Spørg modtageren
refused-title = Modtageren har afvist sagen.
refused-text = Begrundelsen er:
refused-next = En afvist sag kan ikke sendes igen. Begynd en ny tilslutning, og ret det, der står i begrundelsen. Ingen er udpeget ved denne godkendelse, men sagen og beviset bliver liggende.
unsaved = Godkendelsen er ikke gemt på denne computer endnu
unsaved-text = Luk ikke Tilslut: så er godkendelsen væk, og du skal logge ind igen. Skaf plads på disken, hvis den er fuld, og gem igen. Først når godkendelsen er gemt, bliver den sendt.
save-again = Gem igen
done-links-practice = Prøvemodtageren laver et link til hver administrator.
done-links-live = Hver administrator får et link, når aftalen er indgået.
link-sent-practice = { $name }: e-mail lavet { $at }, ikke sendt ud
link-sent-live = { $name }: sendt { $at }, oplyser modtageren
link-not-sent = { $name }: modtageren har ikke oplyst noget om e-mailen endnu
done-mailbox = Se e-mailene i prøvepostkassen
deadline-in = { $n ->
    [0] { $day }, i dag
    [one] { $day }, om { $n } dag
   *[other] { $day }, om { $n } dage
}
done-expected = Forventet senest.
done-expected-text = MitID Erhverv behandler dokumenterne. Det kan tage op til ti arbejdsdage, når de er i orden. Bliver de afvist, står grunden i den e-mail, I får.
done-deadline = Opsætningen skal være færdig.
done-deadline-text = Derefter virker linket ikke. Regnet fra godkendelsen: de 60 dage løber fra aftalen.
done-users = Inviter brugerne.
done-users-text = Det gør en brugeradministrator i MitID Erhverv.
environment-lede = Tilslut hjælper din organisation med at blive tilsluttet MitID Erhverv.
environment-practice = Prøv først
environment-practice-text = Gå hele vejen igennem på din egen computer, med efterlignede tjenester. Intet sendes til nogen, og ingen bliver tilsluttet.
environment-practice-begin = Begynd en prøve
environment-live = Rigtig tilslutning
environment-live-text = Forbered og kontrollér jeres sag her, og indgå selv aftalen på mitid-erhverv.dk, mens Tilslut viser vejen. Intet sendes, før du trykker på noget, der siger det.
environment-live-begin = Begynd en rigtig sag
environment-change = Du kan altid skifte i menuen til venstre. Prøver og rigtige sager gemmes hver for sig.
environment-private = Tilslut er et privat program. Det er ikke en del af MitID Erhverv eller det offentlige.
environment-switch = Prøve eller rigtig
environment-short-practice = Prøve
environment-short-live = Rigtig
official-act = Gennemfør hos MitID Erhverv
official-instead = Gennemfør hos MitID Erhverv
official-instead-practice = Øv det på prøvens side i stedet
official-next = Næste: skærm for skærm
official-record-title = Aftalen indgås på mitid-erhverv.dk
official-record = Du logger ind og godkender dér, med dit private MitID. Tilslut sender intet og får ikke at vide, hvordan det gik. Din kvittering er den e-mail, som MitID Erhverv sender. Sig bagefter, hvordan det gik: så holder Tilslut øje med datoerne.
official-why-title = Hvorfor ikke i Tilslut?
official-why = At godkende i Tilslut kræver en MitID-tjeneste, som jeres organisation selv har en aftale med. Den er ikke nødvendig for at blive tilsluttet.
cvr-hint-by-hand = Otte cifre. Find dem på registrets side, hvis du ikke har dem
register-open = Åbn datacvr.virk.dk
by-hand-always = Skriv det, som det står i CVR. Det mærkes som skrevet af jer.
unusable-title = Noget i profilen kan ikke bruges
unusable-text = Resten bruges. Under Tjenester står, hvad der mangler, og hvad du kan gøre.
unusable-members = Det drejer sig om: { $members }
proof-title = Beviset
proof-note = MitID-godkendelse med teknisk bevis. Det er ikke en kvalificeret underskrift.
proof-note-practice = En prøvegodkendelse med teknisk bevis. Den beviser intet: prøvens nøgler er offentlige.
approved-by = Godkendt af
proof-level = Bevisniveau
level-a = langtidsholdbart bevis fra MitID-tjenesten, og teksten passer
level-b = kendt nøgle hos MitID-tjenesten, og teksten passer
level-c = teksten kom ikke med tilbage, så det er ikke bevist, hvad der blev vist
level-d = MitID-tjenestens nøgle er ikke kendt på forhånd
paper-title = Din kvittering
paper-kind = PDF, Tilsluts egen optegnelse
paper-level = Bevisniveau { $level }
save-receipt = Gem kvittering
open-receipt = Åbn
save-evidence = Gem bevisfil

# The practice mailbox
mailbox-title = Prøvepostkasse
mailbox-lede = E-mails, som prøvemodtageren ville have sendt. Ingen af dem har forladt denne computer.
mailbox-empty = Postkassen er tom. Når en sag er godkendt og leveret, ligger kvitteringen og linkene her.
letter-to = Til { $to }
letter-receipt = Kvittering
letter-setUpLink = Link til opsætning
letter-case = Gå til sagen

# About practice
about-title = Om prøvemiljøet
about-lede = PRØVE er en øvebane: hele vejen igennem, uden at noget sker i virkeligheden.
about-real = Det er ægte
about-real-keep = Dine sager krypteres og gemmes på computeren
about-real-login = Loginet går gennem din browser, som det ville hos MitID
about-real-proof = Beviset laves og kontrolleres på samme måde
about-real-receipt = Kvitteringen er en rigtig PDF, mærket PRØVE på hver side
about-pretended = Det er efterlignet
about-pretended-mitid = MitID: du vælger en prøveperson i stedet for at logge ind
about-pretended-register = CVR: et lille register med opdigtede organisationer
about-pretended-receiver = Modtageren: den svarer og skriver e-mails til prøvepostkassen
about-try = Prøv selv
about-try-text = Begynd en ny tilslutning, og skriv CVR-nummeret på en af de opdigtede organisationer. Den første er god at begynde med.
about-find = Find en organisation
about-find-hint = Efter navn, CVR-nummer, virksomhedsform eller hvad den viser, fx konkurs
about-shown = Viser { $n } af { $all } organisationer.
about-all = Vis alle { $n } organisationer
about-few = Vis kun de første
about-persons = Prøvepersoner
about-shows = Det viser
about-try-people = Når browseren åbner, vælger du, hvem du er. Prøv også at afvise, at afbryde og at vælge en anden person: intet kan gå i stykker.
about-mark = Sådan kender du det
about-mark-text = Bånd og skraveret ramme om vinduet, PRØVE i titlen, i sagsnumre og filnavne og på hver side af kvitteringen.
about-proves = Det beviser intet
about-proves-text = Prøvens nøgler er offentlige, så enhver kan lave det samme bevis. Det gælder ikke over for nogen.
about-live = Når det er alvor
about-live-text = Rigtige sager har deres egen opsætning og deres egne filer. En prøvesag kan ikke blive til en rigtig.

# Help
help-title = Hjælp
help-lede = Vejen fra det første spørgsmål til kvitteringen, og hvad der ligger hvor.
help-way = Vejen
help-way-need = Behov.
help-way-need-text = Nogle kan nøjes med MitID privat til erhverv.
help-way-organisation = Organisation og rolle.
help-way-organisation-text = CVR-nummeret, og om du selv godkender eller forbereder for en anden.
help-way-representative = Ledelsesrepræsentant.
help-way-representative-text = Den, der indgår aftalen.
help-way-documents = Dokumenter.
help-way-documents-text = Kun når tilslutningen ikke kan ske automatisk.
help-way-terms = Vilkår.
help-way-terms-text = Den officielle tekst åbnes i din browser. Godkender du i Tilslut, omfatter din godkendelse den. Hos MitID Erhverv accepteres vilkårene først, når aftalen indgås dér.
help-way-administrators = Administratorer.
help-way-administrators-text = De får et link på e-mail og sætter organisationen op.
help-way-approve = Gennemførelse.
help-way-approve-text = På mitid-erhverv.dk i din browser, mens Tilslut ved siden af viser skærm for skærm, hvad du skal vælge og skrive. Har I en MitID-tjeneste, godkender du først i Tilslut. En anmelder kan overdrage sagen i en fil.
help-way-outcome = Hvordan gik det?
help-way-outcome-text = Tilslut kan ikke se, hvad der sker på siden. Du siger, hvordan det gik, og kan rette det senere. Så holder Tilslut øje med datoerne under Opfølgning.
help-way-mail = Kvitteringen fra MitID Erhverv.
help-way-mail-text = Den kommer som e-mail. Træk den ind i vinduet: så passer Tilslut den til sagen og kan kontrollere, hvem der har underskrevet den.
help-way-record = Optegnelsen.
help-way-record-text = En PDF med det, I skrev, hvad der er oplyst, og e-mailen. Den er jeres egen og beviser ikke i sig selv, hvem der godkendte.
help-way-setUp = Opsætning.
help-way-setUp-text = Administratorerne har 60 dage.
help-keys = Tastatur
help-key-tab = Tab
help-key-tab-text = Videre til næste felt eller knap. Med Skift går du tilbage.
help-key-enter = Enter
help-key-enter-text = Trykker på knappen, eller fortsætter fra et felt.
help-key-space = Mellemrum
help-key-space-text = Sætter flueben. Piletasterne skifter mellem svar.
help-key-escape = Escape
help-key-escape-text = Lukker en dialog uden at gøre noget.
help-kept = Hvad ligger hvor
help-kept-cases = Sagerne ligger krypteret på denne computer. Tilslut sender kun noget, når du beder om det: opslag i CVR, login med MitID, en godkendt sag til den modtager, I selv har valgt, spørgsmålet efter nøglen til en e-mails underskrift, og om der er opdateringer, eller om en profils tjenester svarer. Har I valgt et register, slås et helt CVR-nummer op af sig selv. Var noget på vej, da Tilslut lukkede, prøver Tilslut igen ved næste start.
help-kept-key = Nøglen ligger i computerens nøglelager eller låses op med din adgangssætning. Genoprettelseskoden er den anden vej ind.
help-kept-cpr = Tilslut beder ikke om CPR-numre og siger nej til det, der ligner et.
help-ask = Spørg om tilslutning
help-ask-text = Om regler, afslag og dokumenter svarer MitID Erhverv.
help-ask-site = Gå til mitid-erhverv.dk
help-official = Ikke officielt
help-official-text = Tilslut er et privat program. Det er ikke en del af MitID Erhverv eller det offentlige.
help-words = Spørg anmelderen
help-words-text = Har en anden forberedt sagen, står navn og e-mail i siden til venstre.

# Settings
settings-title = Indstillinger
language = Sprog
theme = Udseende
theme-system = Som computeren
theme-light = Lyst
theme-dark = Mørkt
key-title = Sådan er dine sager låst
key-keyStore = Nøglen ligger i computerens nøglelager. Sagerne låses op, når du er logget ind på computeren.
key-passphrase = Du låser selv op med din adgangssætning.
key-recoveryCode = Denne gang låste du op med genoprettelseskoden. Har du glemt adgangssætningen, så vælg en ny herunder: den gamle skal ikke skrives.
passphrase-title = Adgangssætning
passphrase-needed = Kræves
passphrase-not-needed = Kræves ikke
passphrase-none-text = Sagerne åbner af sig selv for den, der er logget ind på computeren som dig. Med en adgangssætning åbner de kun for den, der kender den, også når Tilslut har låst sig.
passphrase-beside-text = En adgangssætning åbner sagerne, men computerens nøglelager gør det også, uden at spørge. Vælg adgangssætningen igen, så åbner sagerne kun med den.
passphrase-set-text = Sagerne åbner kun, når du skriver din adgangssætning, eller med genoprettelseskoden.
passphrase-code-first = Lav genoprettelseskoden først. Glemmer du adgangssætningen, er koden den eneste vej til sagerne.
passphrase-set = Vælg en adgangssætning
passphrase-change = Skift adgangssætningen
passphrase-remove = Fjern adgangssætningen
passphrase-remove-text = Så åbner sagerne igen af sig selv for den, der er logget ind på computeren som dig.
passphrase-current = Den adgangssætning, du bruger nu
passphrase-new = Ny adgangssætning
passphrase-again = Skriv den nye igen
passphrase-keep = Brug adgangssætningen
passphrase-cancel = Fortryd
passphrase-now-set = Sagerne åbner nu kun med adgangssætningen.
passphrase-now-removed = Sagerne åbner nu af sig selv, når du er logget ind på computeren.
lock-after = Tilslut låser sig selv, når ingen har brugt det
lock-after-system = Tilslut låser også, når skærmen låses, computeren går i dvale, eller en anden bruger logger ind.
lock-after-saved = Det, du har skrevet, gemmes først, og et login med MitID får lov at blive færdigt.
lock-after-hides = Når Tilslut er låst, kan sagerne ikke ses. Men den, der er logget ind på computeren som dig, kan åbne dem igen uden at blive spurgt om noget.
lock-after-minute = Efter 1 minut
lock-after-fiveMinutes = Efter 5 minutter
lock-after-quarterHour = Efter 15 minutter
lock-after-halfHour = Efter 30 minutter
lock-after-hour = Efter 1 time
lock-after-never = Aldrig
recovery-code = Genoprettelseskode
recovery-made = Lavet
recovery-not-made = Mangler
recovery-why = Koden er den anden vej til dine sager: efter ny computer, ny bruger eller glemt adgangssætning. Uden den kan sagerne gå tabt.
recovery-make = Lav genoprettelseskode
recovery-new = Lav en ny kode
recovery-new-text = En ny kode afløser den gamle.
recovery-write = Skriv koden ned på papir, eller gem den i din adgangskodehusker. Den vises kun denne ene gang og ligger ikke på computeren.
recovery-back = Skriv to af grupperne, så vi begge ved, at koden er skrevet ned
recovery-group = Gruppe { $n }
recovery-confirm = Koden er skrevet ned
safe-title = To veje ind
safe-text = Genoprettelseskoden åbner sagerne, når computerens nøglelager eller adgangssætningen ikke gør. Mister du alle veje ind, kan ingen åbne dem, heller ikke os.
remembered-title = Dine oplysninger som anmelder
remembered-text = Udfyldes af sig selv i din næste sag. Det, der står i sagerne, bliver stående, hvis du glemmer det her.
remembered-none = Tilslut husker ingen. Har du været anmelder i en sag, skal du ikke skrive navn, firma og e-mail igen.
remembered-forget = Glem oplysningerne
update-look = Søg efter opdatering
update-asking = Spørger, om der er en nyere Tilslut
update-newest = Der blev ikke fundet nogen nyere Tilslut. Du har version { $version }.
update-newer = Der er en nyere Tilslut: version { $version }.
update-newer-text = Det, der er gemt, bliver liggende. Tilslut lukker, og den nye åbner.
update-install = Hent og genstart
update-installing = Henter den nye Tilslut
update-failed = Opdateringen kunne ikke hentes.
update-failed-text = Enten svarede adressen ikke, eller også var det, der kom, ikke underskrevet med den rigtige nøgle. Intet er ændret. Se efter, om du har netforbindelse, og prøv igen.
version = Version { $version }

## A clock that is wrong, a browser that wants https, a login without a name

approve-clock-title = Stil computerens ur, før du logger ind
approve-clock-text = Tilslut har ikke åbnet browseren endnu. Går uret forkert, kan browseren eller MitID afvise dig, og i beviset kommer der til at stå, at det gik forkert.
approve-clock-windows = Windows: Indstillinger → Tid og sprog → Dato og klokkeslæt. Lad Windows indstille tiden automatisk, og synkroniser uret.
approve-clock-macos = macOS: Systemindstillinger → Generelt → Dato og tid. Lad macOS indstille tid og dato automatisk.
approve-clock-linux = Linux: Indstillinger → System → Dato og tid. Slå automatisk dato og tid til.
approve-clock-again = Uret er stillet: prøv igen
approve-clock-anyway = Fortsæt alligevel
approve-clock-anyway-text = Godkendelsen gælder også, hvis uret går forkert. Som tidspunkt bruges MitID-tjenestens eget, og i beviset står, hvor meget uret gik forkert.
approve-https = Din browser prøvede at vende tilbage med https
approve-https-text = Svaret skal til en adresse på denne computer, som begynder med http og ikke https. Ret »https« til »http« i browserens adresselinje, og tryk Enter. Virker det ikke, så kopiér linket, og åbn det i en anden browser.
somebody-unnamed = Den, der loggede ind,
confirm-lede-noName = MitID har svaret, og Tilslut har kontrolleret svaret. Godkendelsen er i orden, men MitID oplyser ikke noget navn, så intet er sendt endnu.
explanation-samePerson-noName = Det er { $name }, hvis navn MitID ikke oplyser
no-name-approved = MitID oplyste ikke, hvem der godkendte
clock-then = Computerens ur
problem-code = Kode fra MitID-tjenesten: { $code }
clock-is-behind = Computerens ur går { $difference } bagefter MitID-tjenestens
clock-is-ahead = Computerens ur går { $difference } foran MitID-tjenestens

## Who logged in, and what time it was

login-name-not-given = Navn ikke oplyst af MitID
login-name-protected = Navn ikke oplyst af MitID: navnet er beskyttet
receipt-clock = Computerens ur
clock-was-behind = gik { $difference } bagefter MitID-tjenestens, da loginet begyndte
clock-was-ahead = gik { $difference } foran MitID-tjenestens, da loginet begyndte
time-and = { $first } og { $last }
time-days = { $n ->
    [one] { $n }{ "\u00A0" }døgn
   *[other] { $n }{ "\u00A0" }døgn
  }
time-hours = { $n ->
    [one] { $n }{ "\u00A0" }time
   *[other] { $n }{ "\u00A0" }timer
  }
time-minutes = { $n ->
    [one] { $n }{ "\u00A0" }minut
   *[other] { $n }{ "\u00A0" }minutter
  }
time-seconds = { $n ->
    [one] { $n }{ "\u00A0" }sekund
   *[other] { $n }{ "\u00A0" }sekunder
  }

# Brug igen: what came along from another case
carried-unchanged = Uændret
carried-lookAgain = Se igen
carried-read-again = Læs igen
carried-ask-again = Slå op igen
carried-correct = Skal rettes
carried-replace = Skal skiftes
carried-text-unchanged = Svarene er fra den anden sag. Se efter, om de stadig passer, og fortsæt.
carried-text-lookAgain = Det er fra den anden sag og skal ses igennem igen.
carried-text-correct = Det var grunden til, at den anden sag stoppede. Ret det, og fortsæt.
carried-text-replace = Et dokument herfra var grunden til, at den anden sag stoppede. Skift det.

# The self-diagnosis
diagnosis-title = Når du beder om hjælp
diagnosis-text = Kopiér teksten, og send den med. Det her er det hele. Navne, adresser og numre fra sagen er udeladt. Læs alligevel noterne igennem først, for dem har du selv skrevet.
diagnosis-copy = Kopiér teksten
diagnosis-practice = prøve
diagnosis-live = rigtig
diagnosis-program = Tilslut { $version }, { $environment }, { $system }
diagnosis-rules = Regler læst { $rules }, skærmene hos MitID Erhverv læst { $guide }
diagnosis-notes = { $n ->
    [one] En skærm så anderledes ud:
   *[other] { $n } skærme så anderledes ud:
 }
diagnosis-no-notes = Ingen skærm er noteret anderledes
diagnosis-screen-unknown = Skærmen »{ $id }«, som denne udgave ikke kender
diagnosis-noted = Noteret { $day }
diagnosis-noted-unknown = Ukendt dag
diagnosis-guide = Holdt op mod vejledningen af { $day }
