# Sikkerhedskopier: dem, Tilslut laver selv, dem, man laver i hånden, og gendannelse.

backups-title = Sikkerhedskopier
backups-lede = Tilslut lægger selv en krypteret kopi af alle sager til side, højst hver time og når du lukker. En kopi tæller først, når Tilslut har læst den igen.
backups-settings = Hvor de ligger, en kopi i hånden, flytning til en anden computer og gendannelse.
backups-open = Åbn sikkerhedskopier
backups-last = Seneste sikkerhedskopi
backups-none = Der er ingen endnu. Den første bliver lavet, når der er en sag at gemme.
backups-made = Lavet
backups-holds = Indhold
backups-holds-cases = { $cases ->
    [one] { $cases } sag
   *[other] { $cases } sager
}, { $receipts ->
    [0] ingen kvitteringer
    [one] { $receipts } kvittering
   *[other] { $receipts } kvitteringer
}
backups-size = Størrelse
backups-megabytes = { $n } MB
backups-where = Ligger her
backups-all = I mappen
backups-all-count = { $n ->
    [0] Ingen sikkerhedskopier
    [one] { $n } sikkerhedskopi
   *[other] { $n } sikkerhedskopier
}, { $megabytes } MB
backups-checked = Læst igen og kontrolleret
backups-failed = Den seneste sikkerhedskopi blev ikke til noget
backups-own-only = Uden en genoprettelseskode kan sikkerhedskopierne kun åbnes på denne computer. Går den i stykker, er de ingen hjælp.
backups-own-only-act = Lav en genoprettelseskode
backups-folder = Mappen til sikkerhedskopier
backups-folder-beside = De ligger på samme disk som sagerne. Vælg hellere et andet drev eller en mappe, der bliver synkroniseret: så overlever de, at disken går i stykker. De er krypteret.
backups-folder-kept = Tilslut beholder 24 kopier fra de seneste timer, 7 fra de seneste dage, 8 fra de seneste uger og derefter én for hver måned, så længe kvitteringer opbevares. Dokumenter ligger i hver kopi.
backups-budget = Højst så meget plads
backups-budget-hint = Er der ikke plads til dem alle, ryger de mindst vigtige først. Den nyeste bliver altid liggende. Gælder fra den næste sikkerhedskopi.
backups-budget-half = 500 MB
backups-budget-one = 1 GB
backups-budget-two = 2 GB
backups-budget-five = 5 GB
backups-budget-twenty = 20 GB
backups-folder-choose = Vælg mappe …
backups-folder-other = Vælg en anden mappe …
backups-folder-forget = Læg dem ved sagerne igen
backups-now = Lav en nu
backups-making = Laver sikkerhedskopi: { $n } %
backups-cancel = Afbryd
backups-hand = I hånden
backups-save = Gem sikkerhedskopi …
backups-move = Flyt til en anden computer …
backups-move-text = En flytning er en sikkerhedskopi med seks ord, der åbner netop den. Tag filen med, og vælg »Gendan« på den anden computer.
backups-rescue = Gem alt et andet sted …
backups-saved = Gemt og læst igen
backups-words = De seks ord
backups-words-text = Skriv dem ned, eller fortæl dem i telefonen. De vises kun her og ligger ikke i filen.
backups-restore = Gendan
backups-restore-text = Vælg en sikkerhedskopi. Du ser, hvad der er i den, og hvad der vil ske, før noget bliver ændret. Først bliver det, der er her, sikkerhedskopieret.
backups-choose = Vælg sikkerhedskopi …
backups-choose-other = Vælg en anden …
backups-restore-title = Gendan fra { $file }
backups-said = Lavet den { $day } kl. { $time }
backups-typed = Genoprettelseskode eller seks ord
backups-typed-code = Genoprettelseskode
backups-typed-words = De seks ord
backups-typed-hint = Koden er den, der gjaldt, da kopien blev lavet. Mellemrum og store bogstaver er ligegyldige.
backups-own = Kopien er lavet af sagerne her, så der skal ikke skrives noget.
backups-neither = Den kan kun åbnes af de sager, den er lavet af: der var ingen genoprettelseskode.
backups-read = Se, hvad der er i den
backups-reading = Læser og kontrollerer …
backups-found = Det er der i den
backups-found-cases = Sager
backups-found-newest = Seneste ændring
backups-found-receipts = Kvitteringer
backups-found-numbers = { $n } (nr. { $first } til { $last })
backups-found-documents = Dokumenter og e-mails
backups-will = Det vil ske
backups-did = Det skete
backups-plan-add = { $n ->
    [one] { $n } sag kommer ind
   *[other] { $n } sager kommer ind
}
backups-plan-replace = { $n ->
    [one] { $n } sag her er ældre og bliver erstattet
   *[other] { $n } sager her er ældre og bliver erstattet
}
backups-plan-same = { $n ->
    [one] { $n } sag er her allerede, som den er eller nyere
   *[other] { $n } sager er her allerede, som de er eller nyere
}
backups-plan-both = { $n ->
    [one] { $n } sag er ændret begge steder: begge udgaver bliver sager
   *[other] { $n } sager er ændret begge steder: begge udgaver bliver sager
}
backups-plan-aside = { $n ->
    [one] { $n } sag er ændret begge steder: den ene udgave bliver gemt til side
   *[other] { $n } sager er ændret begge steder: den ene udgave bliver gemt til side
}
backups-plan-returned = { $n ->
    [one] { $n } sag, der er slettet her, kommer tilbage: der er arbejdet videre på den et andet sted
   *[other] { $n } sager, der er slettet her, kommer tilbage: der er arbejdet videre på dem et andet sted
}
backups-plan-completed = { $n ->
    [one] { $n } sag får dokumenter eller journaler igen, som er gået tabt her
   *[other] { $n } sager får dokumenter eller journaler igen, som er gået tabt her
}
backups-plan-binned = { $n ->
    [one] { $n } sag kommer i papirkurven, hvor den ligger i kopien
   *[other] { $n } sager kommer i papirkurven, hvor de ligger i kopien
}
backups-plan-deleted = { $n ->
    [one] { $n } sag er slettet her og forbliver slettet
   *[other] { $n } sager er slettet her og forbliver slettet
}
backups-plan-unreadable = { $n ->
    [one] { $n } sag i kopien kan ikke læses og bliver der
   *[other] { $n } sager i kopien kan ikke læses og bliver der
}
backups-plan-receipts = { $n ->
    [one] { $n } kvittering kommer med i rækken
   *[other] { $n } kvitteringer kommer med i rækken
}
backups-plan-parts = Rækken af kvitteringer deler sig ved nr. { $n }: begge grene bliver beholdt
backups-plan-nothing = Alt i den er her allerede. Der er intet at gendanne.
backups-did-add = { $n ->
    [one] { $n } sag kom ind
   *[other] { $n } sager kom ind
}
backups-did-replace = { $n ->
    [one] { $n } sag, der var ældre her, blev erstattet
   *[other] { $n } sager, der var ældre her, blev erstattet
}
backups-did-same = { $n ->
    [one] { $n } sag var her i forvejen og er, som den var
   *[other] { $n } sager var her i forvejen og er, som de var
}
backups-did-both = { $n ->
    [one] { $n } sag var ændret begge steder: begge udgaver er nu sager
   *[other] { $n } sager var ændret begge steder: begge udgaver er nu sager
}
backups-did-aside = { $n ->
    [one] { $n } sag var ændret begge steder: den ene udgave er gemt til side
   *[other] { $n } sager var ændret begge steder: den ene udgave er gemt til side
}
backups-did-returned = { $n ->
    [one] { $n } sag, der var slettet her, kom tilbage: der var arbejdet videre på den et andet sted
   *[other] { $n } sager, der var slettet her, kom tilbage: der var arbejdet videre på dem et andet sted
}
backups-did-completed = { $n ->
    [one] { $n } sag fik dokumenter eller journaler igen, som var gået tabt her
   *[other] { $n } sager fik dokumenter eller journaler igen, som var gået tabt her
}
backups-did-binned = { $n ->
    [one] { $n } sag kom i papirkurven, hvor den ligger i kopien
   *[other] { $n } sager kom i papirkurven, hvor de ligger i kopien
}
backups-did-deleted = { $n ->
    [one] { $n } sag var slettet her og er stadig slettet
   *[other] { $n } sager var slettet her og er stadig slettet
}
backups-did-unreadable = { $n ->
    [one] { $n } sag i kopien kunne ikke læses og er stadig kun der
   *[other] { $n } sager i kopien kunne ikke læses og er stadig kun der
}
backups-did-receipts = { $n ->
    [one] { $n } kvittering kom med i rækken
   *[other] { $n } kvitteringer kom med i rækken
}
backups-did-parts = Rækken af kvitteringer deler sig ved nr. { $n }: begge grene er beholdt
backups-take-in = Gendan
backups-leave = Læg den væk
backups-taken = Gendannet
backups-taken-text = Lå der noget her i forvejen, er det i den sikkerhedskopi, der blev lavet først.
backups-safe = Hvem kan åbne dem
backups-safe-text = Sikkerhedskopierne er krypteret som sagerne. De åbnes med genoprettelseskoden, når der er lavet en, eller, ved en flytning, med de seks ord. Din adgangssætning ligger aldrig i dem.
backups-welcome = Har du en sikkerhedskopi? Gendan den
file-backup = Sikkerhedskopi fra Tilslut
backups-damaged = Noget i filen med dine sager er beskadiget på disken
backups-damaged-text = Tilslut kan lukke sagerne, læse filen side for side og vise, hvad der er helt, og hvad der mangler. Intet bliver ændret, før du siger til.
backups-damaged-act = Red det, der kan læses
backups-kept-damaged = Beskadiget fil
backups-kept-damaged-text = En tidligere fil med dine sager, som var beskadiget, ligger stadig i mappen og fylder { $megabytes } MB. Den er krypteret. Slettede sager kan være i den.
backups-kept-damaged-act = Slet den beskadigede fil …
backups-kept-damaged-title = Slet den beskadigede fil?
backups-kept-damaged-ask = Det, som Tilslut ikke kunne læse i den, kan ingen læse bagefter. Dine sager og sikkerhedskopier røres ikke.
backups-kept-damaged-yes = Slet filen
backups-kept-damaged-no = Behold den
