### The log of the program, and what each line says.

log-title = Log
log-show = Show log
log-lede = What Tilslut has done, the newest first. There are no names, CVR numbers, addresses or file names in the log, and it stays on this computer.
log-column-at = When
log-column-what = What
log-column-code = Code
log-none = The log is empty.
log-reading = The log is being read …
log-newer = Newer
log-older = Older
log-shown = { $first } to { $last } of { $total }
log-unread = { $n ->
    [one] 1 line cannot be read and is not shown.
   *[other] { $n } lines cannot be read and are not shown.
  }
log-about = About the log
log-about-kept = A line is kept for { $days } days. When the log takes more than 5 MB, the oldest go first
log-about-words = Each line is put together from fixed words and numbers. What you type cannot get into it
log-about-sent = Tilslut sends it to nobody. You decide whether to save a report and pass it on
log-about-place = The file is here
log-report = Save report …
log-report-title = The report
log-report-text = This is the whole file, to the letter. Nothing else is saved, and nothing is sent.
log-report-save = Save the file …
log-report-away = Do not save
log-delete = Delete log …
log-delete-title = Delete the log?
log-delete-text = What it says cannot be brought back. Your cases are not touched.
log-delete-yes = Delete log
log-delete-no = Keep it
log-help = Log
log-help-text = The log tells what the program has done, with nothing about you or your cases.
log-solo = What happened?

logged-began = Tilslut { $version ->
    [unknown] began
   *[other] { $version } began
  }{ $before ->
    [broke-off] . The last time it was not closed as it should be
   *[other] {""}
  }
logged-salvaged = { $outcome ->
    [done] What can be read of a damaged file was read
   *[other] A damaged file could not be read ({ $outcome })
  }
logged-ended = Tilslut was closed
logged-dropped = { $lines ->
    [one] 1 line is missing here that could not be written
   *[other] { $lines } lines are missing here that could not be written
  }
logged-emptied = The log was deleted
logged-environment = { $environment ->
    [practice] Practice was chosen
   *[other] Live was chosen
  }
logged-cases-opened = The cases were opened { $way ->
    [key-store] with the key from the computer’s key store
    [passphrase] with the passphrase
   *[recovery-code] with the recovery code
  }. That took { $ms } ms. Number of cases: { $cases }
logged-cases-not-opened = The cases were not opened: { $problem }
logged-passphrase-asked = No key store answered, so a passphrase was asked for
logged-cases-odd = { $kind ->
    [damaged] The file with the cases is damaged
    [older] The cases are older than they were last
    [parted] The cases were worked on elsewhere
    [other] These are other cases than last time
   *[gone] The cases that were here last are gone
  }
logged-folder = The cases are { $disk ->
    [local] on the computer’s own disk
   *[network] on another computer’s disk
  }{ $synced ->
    [unknown] {""}
    [onedrive] , and OneDrive synchronises the folder
    [icloud] , and iCloud synchronises the folder
    [dropbox] , and Dropbox synchronises the folder
    [google-drive] , and Google Drive synchronises the folder
    [nextcloud] , and Nextcloud synchronises the folder
    [syncthing] , and Syncthing synchronises the folder
   *[other] , and another program synchronises the folder
  }
logged-locked = { $by ->
    [person] The cases were locked
   *[itself] The cases locked themselves
  }
logged-key-changed = { $what ->
    [passphrase] The passphrase
   *[recovery-code] The recovery code
  } { $outcome ->
    [done] was changed
   *[other] was not changed: { $outcome }
  }
logged-problem-shown = { $place ->
    [page] Shown
   *[field] Shown at a field
  }: { $problem }
logged-not-saved = A case was not saved: { $problem }
logged-backup-made = { $by ->
    [itself] Tilslut made a backup
   *[hand] A backup was made by hand
  }{ $size ->
    [unknown] {""}
   *[other] . Size: { $size } bytes. Number of cases: { $cases }
  }
logged-backup-failed = The backup was not made: { $problem }
logged-backup-taken-in = { $outcome ->
    [done] A backup was taken in
   *[other] The backup was not taken in: { $outcome }
  }
logged-login-began = { $purpose ->
    [approval] A login began: approval
    [hand-over] A login began: hand-over
   *[organisations] A login began: which organisations the person may represent
  }
logged-login-odd = { $what ->
    [no-browser] The browser could not be opened for the login
    [other-answer] An answer came that belongs to another login
    [encrypted] The browser came back encrypted, which it cannot do here
    [clock] The clock of the computer is wrong
   *[unknown-code] The MitID service ended the login with an unknown code
  }
logged-login-ended = { $outcome ->
    [done] The login was made
   *[other] The login was not made: { $outcome }
  }
logged-register-asked = { $source ->
    [virk] CVR
    [datafordeler] Datafordeler
    [cvrapi] cvrapi.dk
    [practice] The practice register
   *[typed] No register
  } { $by ->
    [number] was asked about a number
   *[name] was asked about a name
  }{ $outcome ->
    [done] {" "}and answered
   *[other] : { $outcome }
  }
logged-delivered = { $outcome ->
    [accepted] The receiver took a case
    [refused] The receiver refused a case
    [not-sent] A case was not sent
    [no-receiver] There is no receiver to send to
   *[unknown] It is not known whether the receiver has got a case
  }
logged-update = { $outcome ->
    [newer] There is a newer version
    [newest] There is no newer version
   *[failed] A newer version could not be found or fetched
  }
logged-file-written = { $outcome ->
    [done] A file was saved
   *[other] A file was not saved: { $outcome }
  }
logged-page-crashed = { $after ->
    [loaded-anew] The display broke down and was loaded again
   *[left-alone] The display broke down too often
  }
logged-panicked = { $place ->
    [elsewhere] A fault occurred in the program
   *[other] A fault occurred in the program at { $place }
  }
