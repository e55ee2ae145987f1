### The words of the documents beside the receipt (PDF). { "\u00A0" } keeps words together.

documents-number = Nr.
documents-email = E-mail
documents-replaced = Nogle tegn kan ikke trykkes og er vist med deres Unicode-nummer: { $characters }.
documents-first = Først
documents-else = Efter fristen
documents-approval = Hvilken godkendelse det bygger på
documents-case-number = Sagsnummer
documents-case-number-of-practice = { $number } hos prøvemodtageren
documents-case-number-of-live = { $number } hos modtageren
documents-case-number-none = Intet endnu: leveringen var ikke bekræftet, da dokumentet blev lavet
documents-cvr = CVR { $cvr }
documents-role-heading = Rolle
documents-role = Organisationsadministrator
documents-role-both = Organisationsadministrator og ledelsesrepræsentant

## Summary of the appointed administrators

documents-administrators-title = Oversigt over udpegede administratorer
documents-administrators-sentence-practice = { $person } godkendte { $time } med prøve-MitID, at { $administrators } udpeges for { $organisation }.
documents-administrators-sentence-live = { $person } godkendte { $time } med MitID, at { $administrators } udpeges for { $organisation }.
documents-administrators-means-practice = Det var en prøve: ingen er udpeget hos MitID Erhverv. Datoerne viser, hvad der ville gælde i en rigtig sag.
documents-administrators-means-live = Udpegningen gælder, når MitID Erhverv har bekræftet tilslutningen. Tilslut kan ikke se, om nogen senere er ændret dér.
documents-administrators-subject-practice = PRØVE: udpegede administratorer, uden virkning
documents-administrators-subject-live = Administratorer, der er udpeget ved en godkendelse i Tilslut
documents-administrators-file-word = administratorer
documents-administrators-footer-practice = Tilsluts egen optegnelse af en prøve, ikke en besked fra MitID Erhverv. Siden med oversigten er til ledelsesrepræsentanten. Giv hver administrator sin egen side.
documents-administrators-footer-live = Tilsluts egen optegnelse, ikke en besked fra MitID Erhverv. Siden med oversigten er til ledelsesrepræsentanten. Giv hver administrator sin egen side.
documents-administrators-to-do = Hvad administratorerne skal gøre
documents-administrators-first = Når tilslutningen er bekræftet, får hver administrator en e-mail med et personligt link til opsætning. Se også i uønsket post.
documents-administrators-by = Opsætningen skal være færdig. Linket gælder 60{ "\u00A0" }dage fra aftalen, her regnet fra godkendelsen.
documents-administrators-else = Linket virker ikke længere. Kontakt MitID Erhverv om, hvordan I kommer videre.
documents-administrators-pages = På de næste sider er der en side til hver. Den kan gives videre: der står intet om de andre på den.

## The page of one administrator

documents-sheet-title = Du er udpeget som organisationsadministrator
documents-sheet-sentence-practice = { $name } er udpeget for { $organisation }. { $person } godkendte det { $time } med prøve-MitID.
documents-sheet-sentence-live = { $name } er udpeget for { $organisation }. { $person } godkendte det { $time } med MitID.
documents-sheet-means-practice = Det var en prøve: du er ikke udpeget hos MitID Erhverv og får ingen e-mail. Her står, hvad der ville gælde i en rigtig sag.
documents-sheet-means-live = Udpegningen gælder, når MitID Erhverv har bekræftet tilslutningen.
documents-sheet-file-word = administrator
documents-sheet-footer-practice = Tilsluts egen optegnelse af en prøve, ikke en besked fra MitID Erhverv. Siden er til den, der er nævnt på den.
documents-sheet-footer-live = Tilsluts egen optegnelse, ikke en besked fra MitID Erhverv: linket til opsætning kommer på e-mail. Siden er til den, der er nævnt på den.
documents-sheet-to-do = Det skal du gøre senest { $day }
documents-sheet-link-awaited = Find e-mailen med dit personlige link til opsætning. Den kommer til { $email }, når tilslutningen er bekræftet. Se også i uønsket post.
documents-sheet-link-practice = Find e-mailen med dit personlige link til opsætning. Prøvemodtageren lavede den til { $email } { $time }. Intet er sendt ud.
documents-sheet-link-live = Find e-mailen med dit personlige link til opsætning. Modtageren oplyser, at den er sendt til { $email } { $time }. Se også i uønsket post.
documents-sheet-log-in = Åbn linket, og log ind med dit eget private MitID.
documents-sheet-decide = Aftal med organisationen, og svar: Må brugerne bruge deres private MitID på arbejdet? Hvilke særskilte identifikationsmidler skal I have: MitID-app, kodeviser, kodeoplæser eller chip? Svarene kan ændres senere.
documents-sheet-finish = Vælg, hvad du selv vil logge ind med. Kontrollér opsummeringen, og bekræft.
documents-sheet-roles = Tildel roller til dem, der skal være brugeradministratorer og rettighedsadministratorer. De opretter brugerne og giver dem rettigheder.
documents-sheet-else = Linket gælder 60{ "\u00A0" }dage fra aftalen, her regnet fra godkendelsen. Virker det ikke længere, så kontakt MitID Erhverv om, hvordan I kommer videre.
documents-sheet-know = Godt at vide
documents-sheet-unable-heading = Kan du ikke?
documents-sheet-unable = Du skal have dansk CPR-nummer og privat MitID på niveau Betydelig. Ellers kan opsætningen ikke gøres færdig, og tilslutningen skal begynde forfra. Sig til med det samme.
documents-sheet-wrong-heading = Er noget forkert?
documents-sheet-wrong = Er dit navn, din e-mail eller din fødselsdato forkert herunder, så sig det til { $name }, før du går i gang.
documents-sheet-wrong-own = Er dit navn, din e-mail eller din fødselsdato forkert herunder, så vent med at gå i gang, til det er afklaret med MitID Erhverv.
documents-sheet-may-heading = Rollen
documents-sheet-may = Du kan ændre organisationens indstillinger, tildele administratorroller, give andre erhvervsfuldmagt og opsige aftalen.
documents-sheet-appointment = Din udpegning
