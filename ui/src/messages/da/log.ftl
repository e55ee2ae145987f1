### Programmets log, og det, der står på hver linje.

log-title = Log
log-show = Vis log
log-lede = Hvad Tilslut har gjort, det nyeste først. Der står ingen navne, CVR-numre, adresser eller filnavne i loggen, og den bliver på denne computer.
log-column-at = Hvornår
log-column-what = Hvad
log-column-code = Kode
log-none = Loggen er tom.
log-reading = Loggen læses …
log-newer = Nyere
log-older = Ældre
log-shown = { $first } til { $last } af { $total }
log-unread = { $n ->
    [one] 1 linje kan ikke læses og vises ikke.
   *[other] { $n } linjer kan ikke læses og vises ikke.
  }
log-about = Om loggen
log-about-kept = En linje gemmes i { $days } dage. Fylder loggen mere end 5 MB, går de ældste først
log-about-words = Hver linje er sat sammen af faste ord og tal. Det, du skriver, kan ikke komme med
log-about-sent = Tilslut sender den ikke til nogen. Du vælger selv, om du vil gemme en rapport og give den videre
log-about-place = Filen ligger her
log-report = Gem rapport …
log-report-title = Rapporten
log-report-text = Det her er hele filen, bogstav for bogstav. Intet andet gemmes, og intet sendes.
log-report-save = Gem filen …
log-report-away = Gem ikke
log-delete = Slet log …
log-delete-title = Slet loggen?
log-delete-text = Det, der står i den, kan ikke hentes tilbage. Dine sager røres ikke.
log-delete-yes = Slet log
log-delete-no = Behold den
log-help = Log
log-help-text = Loggen fortæller, hvad programmet har gjort, uden noget om dig eller dine sager.
log-solo = Hvad er der sket?

logged-began = Tilslut { $version ->
    [unknown] begyndte
   *[other] { $version } begyndte
  }{ $before ->
    [broke-off] . Sidste gang blev det ikke lukket, som det skal
   *[other] {""}
  }
logged-salvaged = { $outcome ->
    [done] Det, der kan læses af en beskadiget fil, blev læst
   *[other] En beskadiget fil kunne ikke læses ({ $outcome })
  }
logged-ended = Tilslut blev lukket
logged-dropped = { $lines ->
    [one] Her mangler 1 linje, som ikke kunne skrives
   *[other] Her mangler { $lines } linjer, som ikke kunne skrives
  }
logged-emptied = Loggen blev slettet
logged-environment = { $environment ->
    [practice] Prøve blev valgt
   *[other] Rigtig blev valgt
  }
logged-cases-opened = Sagerne blev åbnet { $way ->
    [key-store] med nøglen fra computerens nøglelager
    [passphrase] med adgangssætningen
   *[recovery-code] med gendannelseskoden
  }. Det tog { $ms } ms. Antal sager: { $cases }
logged-cases-not-opened = Sagerne blev ikke åbnet: { $problem }
logged-passphrase-asked = Intet nøglelager svarede, så der blev spurgt om en adgangssætning
logged-cases-odd = { $kind ->
    [damaged] Filen med sagerne er beskadiget
    [older] Sagerne er ældre, end de var sidst
    [parted] Sagerne er arbejdet videre på et andet sted
    [other] Det er andre sager end sidst
   *[gone] Sagerne, der var her sidst, er væk
  }
logged-folder = Sagerne ligger { $disk ->
    [local] på computerens egen disk
   *[network] på en anden computers disk
  }{ $synced ->
    [unknown] {""}
    [onedrive] , og OneDrive synkroniserer mappen
    [icloud] , og iCloud synkroniserer mappen
    [dropbox] , og Dropbox synkroniserer mappen
    [google-drive] , og Google Drev synkroniserer mappen
    [nextcloud] , og Nextcloud synkroniserer mappen
    [syncthing] , og Syncthing synkroniserer mappen
   *[other] , og et andet program synkroniserer mappen
  }
logged-locked = { $by ->
    [person] Sagerne blev låst
   *[itself] Sagerne låste sig selv
  }
logged-key-changed = { $what ->
    [passphrase] Adgangssætningen
   *[recovery-code] Gendannelseskoden
  } { $outcome ->
    [done] blev ændret
   *[other] blev ikke ændret: { $outcome }
  }
logged-problem-shown = { $place ->
    [page] Vist
   *[field] Vist ved et felt
  }: { $problem }
logged-not-saved = En sag blev ikke gemt: { $problem }
logged-backup-made = { $by ->
    [itself] Tilslut lavede en sikkerhedskopi
   *[hand] Der blev lavet en sikkerhedskopi i hånden
  }{ $size ->
    [unknown] {""}
   *[other] . Størrelse: { $size } byte. Antal sager: { $cases }
  }
logged-backup-failed = Sikkerhedskopien blev ikke lavet: { $problem }
logged-backup-taken-in = { $outcome ->
    [done] En sikkerhedskopi blev taget ind
   *[other] Sikkerhedskopien blev ikke taget ind: { $outcome }
  }
logged-login-began = { $purpose ->
    [approval] Et login begyndte: godkendelse
    [hand-over] Et login begyndte: overdragelse
   *[organisations] Et login begyndte: hvilke organisationer personen må repræsentere
  }
logged-login-odd = { $what ->
    [no-browser] Browseren kunne ikke åbnes til login
    [other-answer] Der kom et svar, som hører til et andet login
    [encrypted] Browseren kom krypteret tilbage, og det kan den ikke her
    [clock] Computerens ur går forkert
   *[unknown-code] MitID-tjenesten afsluttede login med en ukendt kode
  }
logged-login-ended = { $outcome ->
    [done] Login lykkedes
   *[other] Login lykkedes ikke: { $outcome }
  }
logged-register-asked = { $source ->
    [virk] CVR
    [datafordeler] Datafordeler
    [cvrapi] cvrapi.dk
    [practice] Prøveregistret
   *[typed] Intet register
  } { $by ->
    [number] blev spurgt om et nummer
   *[name] blev spurgt om et navn
  }{ $outcome ->
    [done] {" "}og svarede
   *[other] : { $outcome }
  }
logged-delivered = { $outcome ->
    [accepted] Modtageren tog imod en sag
    [refused] Modtageren afviste en sag
    [not-sent] En sag blev ikke sendt
    [no-receiver] Der er ingen modtager at sende til
   *[unknown] Det vides ikke, om modtageren har fået en sag
  }
logged-update = { $outcome ->
    [newer] Der er en nyere udgave
    [newest] Der er ingen nyere udgave
   *[failed] Det lykkedes ikke at finde eller hente en nyere udgave
  }
logged-file-written = { $outcome ->
    [done] En fil blev gemt
   *[other] En fil blev ikke gemt: { $outcome }
  }
logged-page-crashed = { $after ->
    [loaded-anew] Visningen brød sammen og blev hentet igen
   *[left-alone] Visningen brød sammen for mange gange
  }
logged-panicked = { $place ->
    [elsewhere] Der skete en fejl i programmet
   *[other] Der skete en fejl i programmet ved { $place }
  }
