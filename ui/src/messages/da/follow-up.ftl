### Indtil det er rigtigt slut: opsætningen, kladder til e-mails og systemets beskeder.

# Hvem er færdig
set-up-tick = Sæt kryds, når en administrator siger, at det er gjort:
set-up-count = { $done ->
    [one] { $done } af { $of } er færdig
   *[other] { $done } af { $of } er færdige
}
set-up-ticked = sat { $at }
set-up-all = Alle administratorer har sagt, at de er færdige. Opfølgningen siger ikke mere om det.
set-up-reminders = Står i Opfølgning: mind administratorerne om opsætningen,
set-up-reminders-text = så længe et kryds mangler.

# Kladder
mail-drafts-title = E-mails til administratorerne
mail-drafts-text = Kladder med det, hver af dem skal gøre og hvornår. Du sender dem selv.
mail-drafts-representative-title = E-mail til { $name }
mail-drafts-representative-text = En kladde med det, { $name } skal gøre. Du sender den selv.
mail-drafts-done = Færdig
mail-drafts-unopened = Ikke åbnet endnu
mail-drafts-opened = Givet til mailprogrammet { $at }
mail-drafts-open = Åbn kladde
mail-drafts-open-of = Åbn kladde til { $name }
mail-drafts-remind = Mind { $name } om det
mail-draft-title = Kladde til { $name }
mail-draft-title-reminder = Påmindelse til { $name }
mail-draft-to = Til
mail-draft-subject = Emne
mail-draft-enclosed = Vedhæftet
mail-draft-checklist = Tjekliste til { $name } (PDF)
mail-draft-checklist-show = Åbn tjeklisten
mail-draft-checklist-save = Gem tjeklisten
mail-draft-sheet = Ark til { $name } (PDF)
mail-draft-sheet-show = Åbn arket
mail-draft-sheet-save = Gem arket
mail-draft-text = Teksten
mail-draft-copy = Kopiér teksten
mail-draft-open = Åbn i mit mailprogram
mail-draft-opening = Åbner
mail-draft-save = Gem kladden
mail-draft-sends-title = Tilslut sender ikke noget
mail-draft-sends-text = Kladden åbnes i dit eget mailprogram. Dér kan du ændre den, før du sender den. Tilslut kan ikke se, om den er sendt.
mail-draft-own-title = Kun det, der er { $name }s
mail-draft-own-text = Hverken kladden eller tjeklisten siger noget om de andre administratorer.
mail-draft-opened = Givet til computerens mailprogram { $at }. Om den er åbnet eller sendt, ved Tilslut ikke.
mail-draft-reminder-instead = Skriv en påmindelse
mail-draft-first-instead = Den første e-mail

# Systemets beskeder
notify-title = Beskeder fra systemet
notify-text = Tilslut kan bede computeren om at vise en besked, højst én gang om dagen, når noget skal gøres i dag eller i morgen, eller når en frist er overskredet. Kun mens Tilslut er åben og ikke låst.
notify-legend = Vis beskeder
notify-off = Nej
notify-plain = Ja, uden navne: »En dato i Tilslut er nær«
notify-named = Ja, med organisationens navn. Andre, der ser skærmen, kan læse det
notify-system-title = Tilslut
notify-near = En dato i Tilslut er nær
notify-near-more = { $n ->
    [one] { $n } dato i Tilslut er nær
   *[other] { $n } datoer i Tilslut er nær
}
notify-overdue = { $what } ({ $day }, overskredet)
notify-today = { $what } i dag
notify-tomorrow = { $what } i morgen
notify-more = { $n ->
    [one] og { $n } til
   *[other] og { $n } til
}
