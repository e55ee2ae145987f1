### Tjenesterne, som rigtige sager bruger: hvem der bestemmer dem, og en profil, der ses, før den tages i brug.
### Keys of the window, like those of window.ftl.

services-title = Tjenester
services-lede = Alt virker, uden at du sætter noget op. Hver tjeneste kan skiftes for sig.
services-lede-decided = Noget af det er bestemt på forhånd, i en profil, som du ikke kan ændre her.
services-lede-practice = I prøven er alle tjenester prøvens egne, på denne computer. Rigtige sager har deres egne.
services-open = Se tjenesterne
services-settings = Register, MitID, levering og opdatering: hvad der bruges, og hvad der sendes til hvem.
services-now = Bruges nu
services-sent = Sendes
services-other = Andet valg
services-practice = Prøvens egen
services-nothing = Intet fra Tilslut
asked-contactWho = { contact-who }
asked-contactEmail = { contact-email }
file-profile = Profil til Tilslut (TOML)

# Who decides
service-unconfigured = Uden opsætning
service-by-managed = Styres for jer
service-by-named = Profil fra starten
service-by-kept = Taget i brug
service-allowed = Tilladt af dig
service-broken = Mangler noget
service-managed = Den, der passer computeren, har bestemt det i { $file }. Du kan ikke ændre det her.
service-named = Tilslut blev startet med { $file }, som bestemmer det. Start uden filen for at vælge selv.
service-kept = Fra { $file }, som du har taget i brug.
service-overruled-managed = { $file } nævner den også, men bruges ikke her.
service-overruled-named = { $file }, som Tilslut blev startet med, nævner den også, men bruges ikke her.
service-overruled-kept = { $file }, som du har taget i brug, nævner den også, men bruges ikke, så længe det her gælder.
service-lacks = Profilen kan ikke bruges her, så tjenesten undværes.
service-missing = Mangler: { $fields }
service-unusable = Kan ikke bruges: { $fields }
service-unreadable = Profilen kan ikke læses fra linje { $line }.
service-other-managed = Vælges af den, der passer computeren
service-other-named = Start Tilslut uden filen for at vælge selv
service-put-away = Læg væk igen
service-put-away-name = Læg { $service } fra { $file } væk igen

services-back-to-case = Tilbage til sagen
by-hand-services = Det kan slås op i stedet

# The register
service-register = Register
service-register-now-typed = Du skriver selv af fra CVR
service-register-now-practice = Prøveregistret
service-register-now-virk = CVR hos { $host }
service-register-now-datafordeler = Datafordeleren, { $host }
service-register-now-cvrapi = cvrapi.dk
service-register-sent-typed = Intet fra Tilslut. Åbner du registrets side, får den CVR-nummeret af din browser
service-register-sent-practice = CVR-nummeret eller navnet, du søger. Det bliver på denne computer
service-register-sent-virk = CVR-nummeret eller navnet, du søger, og jeres brugernavn og adgangskode, hvis I har givet dem
service-register-sent-datafordeler = CVR-nummeret og jeres nøgle
service-register-sent-cvrapi = CVR-nummeret og kontakten »{ $contact }«, højst 50 gange om dagen
service-register-sent-cvrapi-profile = CVR-nummeret og den kontakt, der står i profilen, højst 50 gange om dagen
service-register-other-typed = cvrapi.dk henter navn, adresse og form, ikke ledelsen. Egen adgang til CVR henter også ledelsen
service-register-other-cvrapi = Egen adgang til CVR henter også ledelse og status
service-register-other-virk = cvrapi.dk kræver ingen adgang, men kender ikke ledelsen
service-register-other-datafordeler = Egen adgang til CVR henter også ledelsen

cvrapi-allow = Tillad cvrapi.dk
cvrapi-title = Slå op hos cvrapi.dk
cvrapi-text = cvrapi.dk er gratis og ikke officiel. Ved hvert opslag får den CVR-nummeret, kontakten her og jeres adresse på internettet. Den kræver en kontakt og giver højst 50 opslag om dagen. Den fortæller ikke, hvem der er i ledelsen.
cvrapi-when = Herefter slår Tilslut op, når du har skrevet et helt CVR-nummer. Du kan tage tilladelsen tilbage.
contact-who = Hvem spørger?
contact-who-hint = Firma eller navn. Kun bogstaverne a til z, tal og almindelige tegn: skriv fx Soeren for Søren
contact-email = Kontaktadresse (e-mail)
contact-email-hint = Den sendes til cvrapi.dk ved hvert opslag og gemmes krypteret her
cvrapi-do = Tillad opslag hos cvrapi.dk
cvrapi-keep-off = Fortryd
cvrapi-withdraw = Tag tilladelsen tilbage

access-title = Få egen adgang til CVR
access-text = Med jeres egen adgang slår Tilslut op i CVR og får også ledelse, tegningsregel og status.
access-write = Skriv til cvrselvbetjening@erst.dk, og bed om system til system-adgang til CVR. Den er gratis. Erhvervsstyrelsen beder jer underskrive en erklæring om reklamebeskyttelse, og det tager tid.
access-source = Sådan stod det på datahub.virk.dk, i en kopi uden dato. Det kan være ændret.
access-plain = Erhvervsstyrelsens egen adresse er uden kryptering (så vidt andre har beskrevet): brugernavn og adgangskode kan læses undervejs. Tilslut sender dem kun, når I har sagt ja til det.
access-profile = Når I har adgangen: gem de her linjer som en fil, der ender på .toml, og træk den hertil. Brugernavn og adgangskode skriver du bagefter her på siden; de skal ikke stå i filen.
access-copy = Kopiér linjerne
access-datafordeler = Har I en API-nøgle til Datafordeleren, så skriv i stedet kind = "datafordeler" under [register]. Den fortæller ikke, hvem der er i ledelsen.

# MitID
service-broker = MitID
service-broker-now-none = Du logger ind på mitid-erhverv.dk
service-broker-now-practice = Prøvens MitID
service-broker-now = { $host }
service-broker-sent-none = Intet fra Tilslut. Loginet sker i din browser
service-broker-sent-practice = Teksten med CVR-nummer og kontrolkode. Den bliver på denne computer
service-broker-sent = Ved et login jeres klient-id, og når du godkender, også teksten om aftalen med CVR-nummer og kontrolkode. Loginet sker i din browser
service-broker-other-none = En MitID-broker: du godkender i Tilslut først og får et bevis på niveau A til C. Kræver en aftale med en broker og en modtager
service-broker-other = Uden broker logger du ind på mitid-erhverv.dk
broker-get = Sådan får I en broker
broker-get-text = En MitID-broker er en virksomhed, der formidler login med MitID. I indgår selv aftalen med den og får et klient-id. Tilslut har ingen aftale med nogen.
broker-get-profile = Tilslut kender tre brokere på forhånd: Idura, Nets eID Broker og Signicat. Deres profiler ligger i Tilsluts kildetekst og mangler kun det, der er jeres eget. Felterne er beskrevet i docs/live-profile.md. Ingen af dem er prøvet herfra.

# Delivery
service-delivery = Levering
service-delivery-now-none = Du gør det selv på mitid-erhverv.dk
service-delivery-now-practice = Prøvens modtager
service-delivery-now = Jeres modtager, { $host }
service-delivery-sent-practice = Det godkendte med beviset. Det bliver på denne computer
service-delivery-sent = Det godkendte med beviset: hele sagen, når den er godkendt i Tilslut
service-delivery-sent-incomplete = Intet, før der også er en MitID-broker
service-delivery-other-none = Jeres egen modtager: sagen sendes dertil, og svaret kommer tilbage. Vi kender ingen hos MitID Erhverv
service-delivery-other = Uden modtager gør du det selv på mitid-erhverv.dk
receiver-how = Sådan virker en modtager
receiver-how-text = En modtager er en HTTPS-adresse, som jeres organisation selv har sat op. Tilslut sender det godkendte dertil som én forespørgsel og læser svaret. Går svaret tabt, spørger Tilslut igen med samme nummer, så intet modtages to gange.
receiver-how-profile = Adressen står i profilen under [delivery], og formatet er beskrevet i Tilsluts kildetekst (crates/delivery).

# Updates
service-update = Opdatering
service-update-now-none = Ingen adresse: Tilslut spørger ingen
service-update-now = Søger kun, når du trykker
service-update-sent = Versionen og typen af computer, til { $host }
service-update-other-none = En profil kan nævne, hvor nyere udgaver kommer fra, og den nøgle, de er underskrevet med
service-update-other = Uden adressen spørger Tilslut ingen
service-update-ask = Spørger ikke

# A profile file
profile-drop = Har I en profilfil?
profile-drop-text = Træk den hertil. Den kontrolleres og vises, før du tager den i brug, og gemmes krypteret.
profile-drop-now = Slip filen, så bliver den kontrolleret
profile-choose = Vælg profilfil
profile-reading = Kontrollerer filen
profile-changing = Skifter tjenester
profile-line = Det går galt i linje { $line }.
offered-title = Profilen er kontrolleret, ikke taget i brug
offered-text = { $file }. Hver del virker for sig: en del, der mangler noget, holder ikke de andre tilbage.
offered-table = Hvad profilen siger om hver tjeneste
offered-register-virk = CVR hos { $host }. Får CVR-nummeret eller navnet, og jeres adgang
offered-register-datafordeler = Datafordeleren, { $host }. Får CVR-nummeret og jeres nøgle
offered-register-cvrapi = cvrapi.dk, { $host }. Får CVR-nummeret og kontakten i profilen
offered-broker = Broker hos { $host }. Får teksten om aftalen, når du godkender
offered-delivery = Modtager hos { $host }. Får det godkendte med beviset
offered-update = Nyere udgaver fra { $host }. Får versionen og typen af computer
offered-unnamed = Ikke nævnt: bliver, som den er
offered-lacks = Kan ikke bruges, som den er
offered-decided-managed = Bestemmes af den, der passer computeren
offered-decided-named = Bestemmes af den profil, Tilslut blev startet med
offered-sound = I orden
offered-broken = Mangler noget
offered-unchanged = Uændret
offered-answers = Svarer
offered-silent = Svarer ikke
offered-contradicts = Passer ikke
offered-point-issuer = Brokeren kalder sig noget andet end profilen
offered-point-endpoints = Adresser, som profilen bruger, mangler hos brokeren
offered-point-pkce = Brokeren kender ikke PKCE S256
offered-point-algorithms = Brokeren underskriver på en måde, som Tilslut ikke tager
offered-point-issuer-named = Profilen kræver iss, men brokeren lover det ikke
offered-point-keys = Brokerens nøgler kan ikke læses
offered-point-anchored = Brokerens nøgler står ikke alle i profilen
offered-point-clock = Computerens og brokerens ure er mere end et minut fra hinanden
offered-unknown = Profilen har også { $tables }. Det kender Tilslut ikke, og det bruges ikke.
offered-ask = Spørg, om de svarer
offered-ask-again = Spørg igen
offered-ask-text = Tilslut kan spørge { $hosts }, om der er nogen. De får at vide, at en computer spørger, og jeres adresse på internettet: ingen CVR-numre, ingen nøgler, ingen sag.
offered-ask-broker = Brokeren fortæller også sine metadata og nøgler, som sammenlignes med profilen.
offered-asking = Spørger tjenesterne
offered-asked = At en tjeneste svarer, siger ikke, at jeres adgang til den passer. Det viser sig først, når den bruges.
offered-secret = Brugernavne, nøgler og hemmeligheder hører ikke til i filen. Dem giver du bagefter, hvor de mangler.
offered-take = Tag { $services } i brug
offered-taking = Tager i brug
offered-keep = Behold det nuværende
offered-none = Ingen del af profilen kan tages i brug, som den er.
offered-name-register = register
offered-name-broker = MitID
offered-name-delivery = levering
offered-name-update = opdatering

# A profile that cannot be read at the start
profile-unread-title = Profilen til rigtige sager kan ikke bruges
profile-unread-lede = Intet i den er taget i brug, og dine sager er ikke rørt. Du kan vælge en anden fil, gå videre uden eller øve dig i prøven.
profile-unread-managed = Filen, som den, der passer computeren, har lagt:
profile-unread-named = Filen, som Tilslut blev startet med:
profile-unread-kept = Profilen, som du har taget i brug
profile-unread-choose = Vælg en anden fil
profile-unread-choose-text = Den bruges denne gang. Under Tjenester kan den tages i brug for altid.
profile-unread-without = Gå videre uden
profile-unread-without-text = Rigtige sager virker uden profil: du skriver af fra CVR og gennemfører på mitid-erhverv.dk.
profile-unread-practice = Øv dig i prøven
profile-unread-practice-text = Intet når MitID Erhverv, og dine rigtige sager bliver liggende.
profile-unread-again = Prøv filen igen

# The services that a case goes through
used-label = Tjenester i denne sag
used-register = CVR:
used-register-typed = skrevet af dig selv
used-register-virk = slået op i CVR
used-register-datafordeler = slået op hos Datafordeler
used-register-cvrapi = slået op hos cvrapi.dk
used-register-practice = prøvens register
used-approval = Godkendelse:
used-approval-here = med MitID i Tilslut
used-approval-there = på mitid-erhverv.dk
used-delivery = Levering:
used-delivery-self = du gør det selv
used-delivery-receiver = til jeres modtager
used-delivery-to = gives videre til { $name }
used-delivery-representative = gives videre til ledelsesrepræsentanten
used-change = Skift tjenester
