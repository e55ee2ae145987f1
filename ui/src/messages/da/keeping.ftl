### What becomes of receipts: the list, the copies, printing, the bookkeeping, and checking a file.
### Keys of the window, like those of window.ftl.

# The side
nav-receipts = Kvitteringer
nav-verify = Kontrollér en fil

# The kinds of files, and what the core writes itself
file-bookkeeping = Kvitteringer til bogføring (ZIP)
file-record = Optegnelse (PDF)
file-unreadable = En sag, som den er gemt
file-to-check = Kvittering, optegnelse, bevis eller overdragelsesfil
bookkeeping-file = Kvitteringer { $from } til { $to }
bookkeeping-number = Kvitteringsnummer
bookkeeping-approved-on = Godkendt
bookkeeping-organisation = Organisation
bookkeeping-cvr = CVR-nummer
bookkeeping-approved-by = Godkendt af
bookkeeping-control-code = Kontrolkode
bookkeeping-level = Bevisniveau
bookkeeping-case = Sag
bookkeeping-receiver = Modtagerens sagsnummer
bookkeeping-keep-until = Gemmes til og med
bookkeeping-file-name = Fil
bookkeeping-sha256 = SHA-256
bookkeeping-kind = Slags
bookkeeping-kind-receipt = Kvittering
bookkeeping-kind-deleted = Slettet i Tilslut { $day }
bookkeeping-kind-in-bin = I papirkurven i Tilslut
bookkeeping-kind-record = Optegnelse
bookkeeping-recorded-on = Optegnelsen lavet
print-title = Kvitteringer

# The receipts
receipts-title = Kvitteringer
receipts-none = Der er ingen kvitteringer endnu
receipts-none-text = Når en sag er godkendt, får den en kvittering med et nummer. En sag, der er indgået på mitid-erhverv.dk, får en optegnelse i samme række, når du åbner eller gemmer den. De kommer til at ligge her.
receipts-number = Nr.
receipts-unnumbered = Intet nummer endnu
receipts-approved = Dato
receipts-keep = Gemmes til og med
receipts-may-go = Fristen er gået
receipts-copy = Kopi
receipts-copied = Lagt i mappen
receipts-not-copied = Ikke lagt i mappen
receipts-choose = Vælg { $name }, kvittering { $number }
receipts-choose-record = Vælg { $name }, optegnelse { $number }
receipts-record = Optegnelse
receipts-record-not-copied = Optegnelser kopieres ikke
receipts-choose-all = Vælg alle viste kvitteringer
receipts-chosen = { $n ->
    [0] Ingen valgt
    [one] { $n } kvittering valgt
   *[other] { $n } kvitteringer valgt
}
receipts-print-chosen = Udskriv de valgte
receipts-choose-first = Vælg de kvitteringer, der skal udskrives
receipts-chain-title = Numrene hænger sammen
receipts-chain-text = Hver kvittering har et nummer og aftrykket af den før. Mangler der en, eller er en ændret, kan det ses: »tilslut-cli chain« kontrollerer en hel mappe.
receipts-export-title = Til bogføringen
receipts-export-text = Kvitteringerne for en periode i én ZIP-fil, med en oversigt til regneark og en til bogføringsprogrammer.
receipts-from = Fra og med
receipts-to = Til og med
receipts-export = Gem perioden
receipts-exporting = Laver ZIP-filen …
receipts-export-begun = Finder periodens kvitteringer …
receipts-export-done = { $done } af { $of } kvitteringer er klar
receipts-export-cancel = Stop, og gem ingen fil
receipts-shown = Kvittering { $first } til { $last } af { $total }, de nyeste først
receipts-newer = Nyere
receipts-older = Ældre
receipts-keep-title = Hvor længe?
receipts-keep-text = Bogføringsmateriale skal gemmes i fem år fra regnskabsårets slutning. En kvittering for en tilslutning er kun bogføringsmateriale, når der hører en betaling til, så fristen her er et forslag. Tilslut sletter ingen kvittering, når fristen er gået: det gør kun den, der sletter sagen.
receipts-keep-set = Vælg en anden frist
paper-keep = Ligger også i sagen. Gem den til og med { $day }.
paper-number = Kvittering nr. { $number }
print-receipt = Udskriv

# The copies
copies-title = En kopi af hver kvittering
copies-text = Vælg en mappe, så lægger Tilslut en kopi af hver kvittering der, også af dem fra før. En fil, der ligger der i forvejen, bliver aldrig erstattet.
copies-choose = Vælg en mappe
copies-choose-other = Vælg en anden mappe
copies-stop = Lav ikke flere kopier
copies-all-there = Alle kvitteringer er lagt i mappen.
copies-missing = { $n ->
    [one] { $n } kvittering er ikke lagt i mappen.
   *[other] { $n } kvitteringer er ikke lagt i mappen.
}
copies-again = Prøv igen
copies-at = Kopien blev lagt her:
copies-failed = Kopien blev ikke lavet: { $why }
retention-title = Hvor længe kvitteringer gemmes
retention-text = Tilslut foreslår { $years } år fra regnskabsårets slutning, som for bogføringsmateriale. Fristen står ved hver kvittering. Når den er gået, slettes intet af sig selv.
retention-years = Antal år
retention-ends = Regnskabsåret slutter med udgangen af
retention-save = Gem fristen
retention-saved = Gælder nu: { $years } år, regnskabsåret slutter i { $month }.

# Checking a file
verify-title = Kontrollér en fil
verify-drop = Træk en kvittering, en optegnelse, en bevisfil eller en overdragelsesfil hertil
verify-drop-other = Træk en anden fil hertil. Kontrollen sker på denne computer, uden internet.
verify-drop-now = Slip filen, så kontrolleres den
verify-where = Kontrollen sker på denne computer, uden internet.
verify-checking = Kontrollerer filen …
verify-choose = Vælg fil
verify-checked = Kontrolleret { $at }
verify-copy = Kopiér resultatet
verify-genuine = Beviset er ægte og uændret.
verify-textNotProven = Beviset er uændret, men hvad MitID viste, er ikke bevist.
verify-notAnchored = Beviset hænger sammen, men ingen kendt står inde for det.
verify-notAnchored-text = Login er ikke udstedt af en MitID-tjeneste, som denne computer har tillid til. Hvem som helst kan have lavet filen. Spørg den, du har den fra, hvilken MitID-tjeneste de bruger.
verify-changed = Beviset er ændret, efter at det blev lavet.
verify-changed-text = Det ser ud til at være lavet af Tilslut, men passer ikke længere med sig selv. Stol ikke på det, der står i filen, og bed om den igen.
verify-ownRecord = Egen optegnelse: det viser, hvad der blev oplyst, og er uændret.
verify-ownRecord-text = Ingen godkendte i Tilslut, og ingen har underskrevet optegnelsen. Hvem som helst kan have lavet den. Det, der kan kontrolleres hos andre, er e-mailens underskrift.
verify-notProven = Beviset er uændret, men det beviser ikke en godkendelse.
verify-notProven-text = Login var på et for lavt niveau, tiderne i det modsiger hinanden, eller certifikatet bag var spærret.
verify-cannotJudge = Beviset kan ikke bedømmes her: det er fra en rigtig sag.
verify-cannotJudge-text = Det kan være ægte. Åbn Tilslut med den profil, som I bruger til rigtige sager, og kontrollér filen der.
verify-otherEnvironment = Beviset hører til et andet miljø end det, der er tillid til.
verify-otherEnvironment-text = Kontrollér filen med den profil, som sagen hører til.
verify-sealed = Det er en overdragelsesfil, og den er forseglet.
verify-sealed-text = Indholdet kan kun ses og kontrolleres med de ord, som anmelderen fortæller dig.
verify-sealed-open = Åbn en overdragelsesfil
verify-sentence-practice = { $person } godkendte med prøve-MitID { $at }, at { $organisation } (CVR { $cvr }) tilsluttes med { $administrators }.
verify-sentence-live = { $person } godkendte med MitID { $at }, at { $organisation } (CVR { $cvr }) tilsluttes med { $administrators }.
verify-someone = Den, der loggede ind,
verify-administrators = { $n ->
    [one] { $n } administrator
   *[other] { $n } administratorer
}
verify-says = Beviset siger, at det handler om { $organisation } (CVR { $cvr }). Det er ikke bevist.
verify-proven = Det er bevist
verify-stated = Det siger beviset
verify-compare = Sammenlign det med siden.
verify-organisation = Organisation
verify-administrators-label = Organisationsadministratorer
verify-representative = Ledelsesrepræsentant
verify-administrator = { $name }, { $email }, født { $born }
verify-terms = Vilkår
verify-terms-edition = { $title }, udgave af { $published }
verify-practice = Prøve: har ingen virkning.
verify-number = Kvittering nr. { $number }
verify-checks = Det er kontrolleret
verify-passed = I orden
verify-failed = Passer ikke
verify-unknown = Kan ikke afgøres
verify-detail = Vis de værdier, der blev set på
verify-levels = Bevisniveau { $level }
verify-levels-label = Niveau { $level } af A til D, hvor A er stærkest
verify-not-title = Hvad er det ikke?
verify-not-text = En kvalificeret underskrift, eller den officielle kvittering fra MitID Erhverv. Den kommer på e-mail.
verify-how-title = Hvad kan kontrolleres?
verify-how-text = En kvittering eller en optegnelse (PDF), en bevisfil (JSON) eller en overdragelsesfil fra Tilslut, også når den er lavet på en anden computer.
check-request-unchanged = Svarene i filen er dem, der blev godkendt
check-issuer-known = Login er udstedt af en MitID-tjeneste, som denne computer har tillid til
check-text-shown = MitID viste teksten med CVR-nummer og kontrolkode
check-level-substantial = Login skete på niveau Betydelig eller højere
check-one-time-key = Nøglen blev lavet til denne ene godkendelse og har underskrevet login
check-seal = Hele bevisfilen er forseglet med samme nøgle og er uændret
check-time = Tiderne i login passer sammen. Tidspunktet er oplyst af MitID-tjenesten
check-userinfo-token = MitID-tjenestens oplysninger om personen hører til dette login
check-transaction-token = MitID-tjenestens langtidsbevis hører til dette login, og certifikatet bag er kendt
check-certificate-status = Certifikatet bag langtidsbeviset var ikke spærret
check-time-stamp = En tidsstempeltjeneste har set beviset, da det blev lavet
check-authority = MitID-tjenesten siger, at personen må repræsentere organisationen

# The administrators of an organisation over time
file-timeline = Administratorer over tid (PDF)
timeline-title = Administratorer over tid
timeline-sub = { $organisation }, CVR { $cvr }
timeline-note-practice = Det er prøver: ingen er udpeget hos MitID Erhverv. Nyeste godkendelse står først.
timeline-note-live = Nyeste godkendelse står først. Kun godkendelser i Tilslut på denne computer er med: om nogen er fjernet eller tilføjet i MitID Erhverv, kan Tilslut ikke se.
timeline-approved = Godkendt af { $person }
timeline-someone = den, der loggede ind
timeline-accepted = Leveret
timeline-refused = Afvist af modtageren, så ingen blev udpeget
timeline-unconfirmed = Leveringen er ikke bekræftet
timeline-mail = E-mailen { $file }: { $verdict }
timeline-no-mail = Der er ingen officiel e-mail i sagen
timeline-number = Sag { $number }
timeline-appointed = Udpeget
timeline-wanted = Skulle udpeges
timeline-to-be = Skal udpeges
timeline-before = Udpeget før
timeline-representative = Også ledelsesrepræsentant
timeline-first = Første gang i Tilslut
timeline-again = Ja, senest { $day }
timeline-case = Åbn sagen
timeline-open = Åbn som PDF
timeline-save = Gem som PDF
timeline-back = Alle kvitteringer
timeline-of = Administratorer over tid for { $organisation }
timeline-link = Over tid

# What is checked of a receipt beside its evidence
check-receipt-whole = PDF-filen er, som den blev lavet: intet tegn er ændret
check-receipt-pages = Siderne er dem, Tilslut laver af beviset
check-receipt-case = Det, kvitteringen siger om sig selv, passer med beviset i den
check-receipt-known = Nummer og plads i rækken er dem, kvitteringen fik på denne computer
check-paper-code = Koden på papiret hører til denne fil
check-record-data = Det, filen siger om sig selv, passer med optegnelsens data i den
check-record-mail = E-mailen i filen er den, optegnelsen nævner, og kontrollen af den giver det samme
verify-paper-title = Har du kun papiret?
verify-paper-text = Skriv koden ved siden af den firkantede kode på kvitteringens sidste side. Så kan du se, om papiret hører til filen.
verify-paper-label = Koden fra papiret
verify-paper-act = Sammenlign

## What is said of the pages of a receipt

pages-as-made = Siderne er, som de blev lavet.
pages-re-saved = Et andet program har gemt filen, men siderne siger det samme som beviset.
pages-changed = Siderne er ændret.
pages-changed-text = Det, der står på dem, er ikke det, Tilslut laver af beviset. Stol kun på det, der er bevist, og bed om kvitteringen igen.
pages-no-evidence = Om siderne er ændret, kan ikke bedømmes.
pages-no-evidence-text = Der er intet bevis at sammenligne dem med.
pages-other-edition = Om siderne er ændret, kan ikke bedømmes.
pages-other-edition-text = De er lavet af en anden version af Tilslut. Sammenlign dem med det, der er bevist, eller kontrollér filen med den version, der lavede den.
pages-other-trust = Om siderne er ændret, kan ikke bedømmes.
pages-other-trust-text = Den, der lavede kvitteringen, havde tillid til andre, så siderne fortæller om en anden kontrol. Sammenlign dem med det, der er bevist.
pages-drawn-anew = Om siderne er ændret, kan ikke bedømmes.
pages-drawn-anew-text = Et andet program har tegnet dem om. Ordene er de samme, men hvordan de ser ud, vides ikke. Bed om den oprindelige fil.

## Why nothing in a file can be verified

refused-unreadable = Filen er hverken en bevisfil, en kvittering eller en overdragelsesfil.
refused-unreadable-text = Det kan være en fil fra et andet program, eller en fil, der er beskadiget. Bed om selve filen.
refused-too-large = Filen er større end nogen kvittering.
refused-too-large-text = Vælg kvitteringen eller bevisfilen selv.
refused-damaged = PDF-filen er beskadiget og kan ikke læses.
refused-damaged-text = Bed om filen igen.
refused-cut-off = PDF-filen er ikke hel: slutningen mangler.
refused-cut-off-text = Den er blevet afbrudt, mens den blev hentet eller kopieret. Hent den igen.
refused-line-ends = PDF-filen er blevet beskadiget undervejs, fordi den blev sendt som tekst.
refused-line-ends-text = Linjeskiftene er skrevet om. Send den igen, i en ZIP-fil eller som binær overførsel.
refused-password = PDF-filen kan kun åbnes med en adgangskode.
refused-password-text = Beviset i den kan ikke læses. Bed om den oprindelige fil, uden adgangskode.
refused-receipt-empty = Der ligger ikke noget bevis i PDF-filen.
refused-receipt-empty-text = Den er ikke en kvittering fra Tilslut.
refused-ambiguous = Der ligger to forskellige beviser i PDF-filen.
refused-ambiguous-text = Det kan ikke afgøres, hvilket af dem siderne handler om. Bed om kvitteringerne hver for sig.
refused-attachments-lost = Kvitteringen er gemt uden sine vedhæftede filer, og beviset er væk.
refused-attachments-lost-text = Nogle programmer fjerner dem, når en PDF-fil gemmes. Bed om den oprindelige fil.
refused-printed = Det er en udskrift af en kvittering, ikke kvitteringen selv.
refused-printed-text = En udskrift har ikke beviset i sig. Bed om den oprindelige fil, eller kontrollér koden på siden sammen med bevisfilen.
refused-picture = Det er et billede.
refused-picture-text = Er det en kvittering, så er beviset ikke med i billedet. Bed om den oprindelige fil, eller kontrollér koden på siden sammen med bevisfilen.
