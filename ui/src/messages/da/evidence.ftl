### Words about evidence that receipt and command line share, beside those in receipt.ftl.

receipt-time-trusted = { $time }, oplyst af brokeren. Set af en tidsstempeltjeneste { $seen }.
receipt-check-userinfo-token = Brokerens oplysninger hører til dette login
receipt-check-userinfo-token-holds = Underskrevet af brokeren om samme person
receipt-check-userinfo-token-unknown = Det kan ikke ses af beviset
receipt-check-transaction-token = Brokerens langtidsbevis
receipt-check-transaction-token-holds = Udstedt til denne godkendelse med et certifikat, som Tilslut kender
receipt-check-transaction-token-unknown = Certifikatet er ikke kendt
receipt-check-certificate-status = Certifikatet var gyldigt
receipt-check-certificate-status-holds = Udstederen har bekræftet, at det ikke var spærret
receipt-check-certificate-status-unknown = Ikke undersøgt
receipt-check-time-stamp = Tidsstempel
receipt-check-time-stamp-holds = En tidsstempeltjeneste har set beviset
receipt-check-time-stamp-unknown = Tidsstemplet beviser ikke tidspunktet
receipt-check-authority = Brokeren siger, at personen må repræsentere organisationen
receipt-check-authority-holds = Bekræftet af brokeren
receipt-check-authority-unknown = Ikke bekræftet af brokeren

## Verification by the command line

evidence-failed = Passer ikke
evidence-not-judged = Ikke undersøgt
evidence-not-examined = Ikke undersøgt, fordi noget andet ikke passer
evidence-invalid = Beviset er ikke gyldigt
evidence-cannot-be-judged = Beviset kan ikke bedømmes: det er fra en rigtig sag, og det er ikke sagt, hvem der er tillid til
evidence-proven = Det er bevist. Sammenlign det med siden:
evidence-stated = Beviset siger dette. Det er ikke bevist:
evidence-administrator = { $name }, { $email }, født { $born }
evidence-line = { $file }, linje { $line }
evidence-practice = PRØVE: beviset er fra prøvemiljøet og har ingen virkning
evidence-uuid = MitID-nummer (UUID)
evidence-trust-missing = Angiv en tillidsfil med --trust. Den, der har lavet kvitteringen, har den; docs/trust.md siger, hvad der står i den.
evidence-line-too-long = Linjen er længere end 2 MB
evidence-handover-closed = En overdragelsesfil. Den er krypteret og kan ikke kontrolleres uden sine ord: angiv dem med --words-file
evidence-handover-words = Ordene åbner ikke overdragelsesfilen
evidence-handover-unreadable = Overdragelsesfilen er beskadiget eller lavet af en nyere version
evidence-handover = En overdragelsesfil: forberedt, men ikke godkendt.
evidence-handover-nothing = Den beviser intet.
evidence-handover-login = Anmelderen har logget ind for at overdrage den. Det er ikke en godkendelse.
evidence-handover-code = Overdragelseskode (ikke den kode, der godkendes med)
evidence-handed-over-by = Overdraget af
evidence-handover-practice = PRØVE: overdragelsesfilen er fra prøvemiljøet
evidence-handed-over = Overdraget
evidence-paper = Koden fra papiret
evidence-paper-fits = Hører til denne fil
evidence-paper-other = Hører til en anden fil, eller er skrevet af et andet sted
evidence-paper-number = kvittering nr. { $number }
evidence-paper-no-number = en kvittering uden nummer
evidence-nothing-read = Der var intet at læse
evidence-read = { $n ->
    [one] { $n } fil er læst.
   *[other] { $n } filer er læst.
  }
evidence-folder-empty-verify = { $folder }: der er ingen kvitteringer (.pdf) eller bevisfiler (.json) i mappen
evidence-folder-empty-chain = { $folder }: der er ingen PDF-filer i mappen
evidence-other-files = { $n ->
    [one] { $n } fil af en anden slags er ikke læst
   *[other] { $n } filer af en anden slags er ikke læst
  }
evidence-deeper = { $n ->
    [one] { $n } undermappe er ikke læst; --recursive læser den
   *[other] { $n } undermapper er ikke læst; --recursive læser dem
  }
receipt-after-without-number = kvitteringen har intet nummer, så ingen kan følge efter den; --first giver den første et nummer

## The chain of receipts

chain-deleted = Nr. { $number } er ikke i mappen. Oversigten siger, at den er slettet i Tilslut { $day }, og dens led er med i rækken.
chain-in-bin = Nr. { $number } er ikke i mappen. Oversigten siger, at den ligger i papirkurven i Tilslut, og dens led er med i rækken.
chain-holds = Rækken hænger sammen. Om de nyeste mangler, ses kun i Tilslut selv
chain-none = Der er ingen kvitteringer i mappen
chain-read = { $n ->
    [one] { $n } PDF-fil er læst.
   *[other] { $n } PDF-filer er læst.
  }
chain-changed = Ændret, efter at den blev lavet
chain-without-number = Uden nummer, lavet af bevisfilen
chain-other = Ikke en kvittering fra Tilslut
chain-missing = Nummer { $from } mangler
chain-missing-many = Numrene { $from }–{ $to } mangler
chain-double = Nummer { $from } findes i to forskellige kvitteringer
chain-broken = Nummer { $from } passer ikke med kvitteringen før
chain-pages-not-judged = { $n ->
    [one] Siderne i { $n } kvittering er ikke sammenlignet med beviset; verify siger hvorfor.
   *[other] Siderne i { $n } kvitteringer er ikke sammenlignet med beviset; verify siger hvorfor.
  }
evidence-trust-line = Tillidsfilen kan ikke læses: der er en fejl i linje { $line }
evidence-trust-fields = Felter i tillidsfilen, der mangler eller ikke kan bruges: { $fields }

## Why evidence is not valid

evidence-reason-bundle-unreadable = Filen er ikke en bevisfil, som denne version kan læse
evidence-reason-request-unreadable = Svarene i filen kan ikke læses af denne version
evidence-reason-other-purpose = Der blev logget ind med et andet formål: en overdragelse er ikke en godkendelse
evidence-reason-other-environment = Svarene hører til et andet miljø end det, beviset kontrolleres imod
evidence-reason-claim-unreadable = Engangsnøglens erklæring er ikke, som den skal være
evidence-reason-request-changed = Svarene er andre end dem, der blev godkendt
evidence-reason-reference-text-changed = Referenceteksten følger ikke af svarene
evidence-reason-token-unreadable = Brokerens underskrevne svar kan ikke læses
evidence-reason-algorithm-refused = Brokerens svar er underskrevet på en måde, der ikke godtages
evidence-reason-key-missing = Brokerens nøgle mangler i filen eller passer ikke
evidence-reason-token-forged = Brokerens underskrift passer ikke til svaret
evidence-reason-issuer-unknown = Den broker, som beviset nævner, er ikke en, der er tillid til
evidence-reason-audience-other = Brokerens svar er lavet til et andet program
evidence-reason-nonce-other = Login er ikke bundet til disse svar
evidence-reason-times-wrong = Tidspunkterne i brokerens svar modsiger hinanden eller ligger i fremtiden
evidence-reason-level-too-low = Login var under niveau Betydelig, eller niveauet er ikke oplyst
evidence-reason-text-other = Brokeren har gentaget en anden tekst end den, der følger af svarene
evidence-reason-userinfo-other = Brokerens oplysninger om personen hører ikke til dette login
evidence-reason-transaction-other = Brokerens langtidsbevis hører ikke til dette login
evidence-reason-certificate-revoked = Certifikatet bag brokerens langtidsbevis var spærret
evidence-reason-login-not-signed = Engangsnøglen har ikke underskrevet dette login
evidence-reason-seal-broken = Bevisfilen er ændret, efter at den blev lavet

## Why something that could have proven more does not

evidence-doubt-certificate-missing = Der følger intet certifikat med
evidence-doubt-certificate-unreadable = Et certifikat kan ikke læses
evidence-doubt-certificate-of-other-key = Certifikatet hører til en anden nøgle end den, der har underskrevet
evidence-doubt-certificate-not-anchored = Certifikatet kommer ikke fra en udsteder, som der er tillid til
evidence-doubt-certificate-for-other = Certifikatet er ikke beregnet til underskrift
evidence-doubt-subject-other = Certifikatet er udstedt til en anden end den, tillidsfilen nævner
evidence-doubt-certificate-not-valid-then = Certifikatet var ikke gyldigt, da login fandt sted
evidence-doubt-status-absent = Ikke undersøgt: udstederens svar om spærring følger ikke med
evidence-doubt-status-unreadable = Udstederens svar om spærring kan ikke læses
evidence-doubt-status-other = Svaret om spærring gælder et andet certifikat
evidence-doubt-status-forged = Svaret om spærring er ikke underskrevet af udstederen
evidence-doubt-status-old = Svaret om spærring var for gammelt
evidence-doubt-status-unknown = Udstederen kender ikke certifikatet
evidence-doubt-time-stamp-unreadable = Tidsstemplet kan ikke læses
evidence-doubt-time-stamp-other = Tidsstemplet gælder noget andet
evidence-doubt-time-stamp-forged = Tidsstemplets underskrift passer ikke
evidence-doubt-time-stamp-not-anchored = Tidsstemplet kommer ikke fra en tjeneste, som der er tillid til
evidence-doubt-time-stamp-outside = Tidsstemplet er ikke fra den tid, hvor brokerens svar gjaldt
