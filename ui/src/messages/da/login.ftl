### The words of the pages that the browser shows around a login.

login-practice = PRØVE
login-practice-note = Dette er en prøve. Intet sendes til MitID Erhverv.

login-received-title = MitID har svaret
login-received-text = Svaret er modtaget. Tilslut kontrollerer det nu.
login-received-next = Gå tilbage til Tilslut. Du kan lukke fanen her.

login-refused-title = Intet er godkendt
login-refused-text = MitID melder, at godkendelsen blev afvist eller afbrudt.
login-refused-next = Gå tilbage til Tilslut. Dine svar er gemt, og du kan prøve igen. Du kan lukke fanen her.

login-failed-title = Intet er godkendt
login-failed-text = Tilslut fik ikke et login, som kan bruges.
login-failed-next = Gå tilbage til Tilslut. Der står, hvad der skete, og hvad du kan gøre. Du kan lukke fanen her.

login-other-title = Siden hører til et andet login
login-other-text = Intet er godkendt her. Tilslut venter stadig på svar fra det login, der er i gang.
login-other-next = Luk fanen her, og fortsæt i den nyeste. Er den væk, så kopiér linket i Tilslut, og åbn det i din browser.

login-unread-title = Siden kan ikke bruges
login-unread-text = Intet er godkendt her. Tilslut venter stadig på svar fra MitID.
login-unread-next = Gå tilbage til fanen med MitID, og fortsæt der. Er den væk, så kopiér linket i Tilslut, og åbn det i din browser.
