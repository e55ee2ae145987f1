### Papirkurven: at slette en sag, at lægge den tilbage, og hvad der bliver tilbage.

bin-title = Papirkurv
bin-link = Papirkurv ({ $n })
bin-lede = Slettede sager ligger her i { $days } dage. Derefter sletter Tilslut dem for altid, næste gang programmet er åbent.
bin-none = Papirkurven er tom
bin-column-state = Hvor den var
bin-column-deleted = Slettet
bin-column-gone = Væk for altid
bin-column-acts = Handlinger
bin-gone = Tidligst { $day }
bin-held = I sikkerhedskopier højst til { $day }
bin-keep = Skal gemmes til { $day }
bin-state-unknown = Kendes ikke her
bin-put-back = Læg tilbage
bin-empty = Slet nu
bin-empty-title = Slet for altid?
bin-empty-text = »{ $name }« slettes nu fra denne computer med alt, hvad der hører til. Det kan ikke fortrydes.
bin-empty-held = Ældre sikkerhedskopier, som Tilslut selv har taget, har den højst til { $day }. Kopier, du selv har gemt, har den, så længe du beholder dem.
bin-empty-yes = Slet for altid
bin-empty-no = Behold den i papirkurven
bin-newer = Senest slettede
bin-older = Tidligere slettede
bin-shown = { $first } til { $last } af { $total }
bin-stays-title = Det, der bliver tilbage
bin-stays-chain = Nummeret i rækken af kvitteringer og optegnelser og dets led, uden navne og svar. Så kan rækken stadig efterprøves, og ingen tror, at nogen har fjernet noget i smug.
bin-stays-backups = Ældre sikkerhedskopier. Dem, Tilslut selv tager, bliver fjernet efterhånden, som der tages nye. Dem, du selv har gemt, har sagen, så længe du beholder dem.
bin-stays-files = Kopier af kvitteringer i en mappe og filer, du har gemt eller sendt.
bin-stays-restore = Gendanner du en ældre kopi, kommer en slettet sag ikke med. Er der arbejdet videre på den på en anden computer, kommer den, og det står der, før du gendanner.
bin-stays-clock = Intet slettes for altid, før Tilslut har set den sidste uge begynde og gå. Så tømmer et ur, der går forkert i nogle dage, ikke papirkurven.

bin-did-bin = »{ $name }« ligger nu i papirkurven
bin-did-back = »{ $name }« er lagt tilbage
bin-did-nowhere = »{ $name }« er slettet for altid
bin-undo = Fortryd
bin-open-case = Åbn sagen

delete-draft = Slet kladde
delete-received = Slet sagen her
delete-case = Slet sagen
delete-title = Slet sagen?
delete-text = »{ $name }« lægges i papirkurven med alt, hvad der hører til. Du kan lægge den tilbage til { $day }. Derefter slettes den for altid fra denne computer.
delete-nothing-there = Det ændrer intet hos MitID Erhverv.
delete-keep-set = Sagens kvittering eller optegnelse skal gemmes til og med { $day }, som du har valgt under Indstillinger.
delete-keep-suggested = Tilslut foreslår, at sagens kvittering eller optegnelse gemmes til og med { $day }. Den kan være bogføringsmateriale.
delete-despite = Slet den alligevel
delete-despite-missing = Sæt kryds ved, at den skal slettes alligevel, eller behold den
delete-chain = Dens nummer og led i rækken bliver stående uden navne og svar.
delete-yes = Læg i papirkurven
delete-no = Behold den
delete-blocked = Sagen kan ikke slettes nu

away-title = Numre, der mangler på listen
away-text = Disse er slettet her. Deres led i rækken er bevaret uden navne og svar, så rækken stadig kan efterprøves:
away-deleted = Nr. { $number }: slettet { $day }
away-in-bin = Nr. { $number }: i papirkurven
away-more = { $n ->
    [one] … og { $n } til
   *[other] … og { $n } til
}

verify-away-in-bin = Sagen ligger i papirkurven. Filens nummer og plads i rækken er dem, den fik på denne computer.
verify-away-deleted = Sagen er slettet her { $day }. Dens led i rækken er bevaret, og filen passer til det.
timeline-deleted = Godkendelser, hvis sag er slettet her, er ikke med i oversigten.
