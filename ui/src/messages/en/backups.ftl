# Backups: those that Tilslut makes by itself, those made by hand, and restoring.

backups-title = Backups
backups-lede = Tilslut puts an encrypted copy of all cases aside by itself, at most once an hour and when you close. A copy counts only when Tilslut has read it again.
backups-settings = Where they lie, a copy by hand, moving to another computer, and restoring.
backups-open = Open backups
backups-last = Latest backup
backups-none = There is none yet. The first is made when there is a case to keep.
backups-made = Made
backups-holds = Contents
backups-holds-cases = { $cases ->
    [one] { $cases } case
   *[other] { $cases } cases
}, { $receipts ->
    [0] no receipts
    [one] { $receipts } receipt
   *[other] { $receipts } receipts
}
backups-size = Size
backups-megabytes = { $n } MB
backups-where = Lies here
backups-all = In the folder
backups-all-count = { $n ->
    [0] No backups
    [one] { $n } backup
   *[other] { $n } backups
}, { $megabytes } MB
backups-checked = Read again and checked
backups-failed = The latest backup came to nothing
backups-own-only = Without a recovery code the backups can be opened on this computer only. If it breaks, they are of no help.
backups-own-only-act = Make a recovery code
backups-folder = The folder for backups
backups-folder-beside = They lie on the same disk as the cases. Better choose another drive or a folder that is synchronised: then they survive that the disk breaks. They are encrypted.
backups-folder-kept = Tilslut keeps 24 copies of the latest hours, 7 of the latest days, 8 of the latest weeks and then one of each month for as long as receipts are kept. Documents are in each copy.
backups-budget = At most this much room
backups-budget-hint = Where there is no room for all of them, the least important go first. The newest always stays. Holds from the next backup on.
backups-budget-half = 500 MB
backups-budget-one = 1 GB
backups-budget-two = 2 GB
backups-budget-five = 5 GB
backups-budget-twenty = 20 GB
backups-folder-choose = Choose folder …
backups-folder-other = Choose another folder …
backups-folder-forget = Put them beside the cases again
backups-now = Make one now
backups-making = Making a backup: { $n } %
backups-cancel = Cancel
backups-hand = By hand
backups-save = Save backup …
backups-move = Move to another computer …
backups-move-text = A move is a backup with six words that open that very one. Take the file along, and choose "Restore" on the other computer.
backups-rescue = Save everything elsewhere …
backups-saved = Saved and read again
backups-words = The six words
backups-words-text = Write them down, or tell them by phone. They are shown here only and are not in the file.
backups-restore = Restore
backups-restore-text = Choose a backup. You see what is in it and what will happen before anything is changed. First, what is here is backed up.
backups-choose = Choose backup …
backups-choose-other = Choose another …
backups-restore-title = Restore from { $file }
backups-said = Made on { $day } at { $time }
backups-typed = Recovery code or six words
backups-typed-code = Recovery code
backups-typed-words = The six words
backups-typed-hint = The code is the one that was in use when the copy was made. Spaces and capital letters do not matter.
backups-own = The copy was made of the cases here, so nothing needs to be typed.
backups-neither = It opens only with the cases that it was made of: there was no recovery code.
backups-read = See what is in it
backups-reading = Reading and checking …
backups-found = This is in it
backups-found-cases = Cases
backups-found-newest = Latest change
backups-found-receipts = Receipts
backups-found-numbers = { $n } (no. { $first } to { $last })
backups-found-documents = Documents and e-mails
backups-will = This will happen
backups-did = This happened
backups-plan-add = { $n ->
    [one] { $n } case comes in
   *[other] { $n } cases come in
}
backups-plan-replace = { $n ->
    [one] { $n } case here is older and is replaced
   *[other] { $n } cases here are older and are replaced
}
backups-plan-same = { $n ->
    [one] { $n } case is here already, as it is or newer
   *[other] { $n } cases are here already, as they are or newer
}
backups-plan-both = { $n ->
    [one] { $n } case was changed in both places: both versions become cases
   *[other] { $n } cases were changed in both places: both versions become cases
}
backups-plan-aside = { $n ->
    [one] { $n } case was changed in both places: one version is kept aside
   *[other] { $n } cases were changed in both places: one version is kept aside
}
backups-plan-returned = { $n ->
    [one] { $n } case that was deleted here comes back: somebody went on with it elsewhere
   *[other] { $n } cases that were deleted here come back: somebody went on with them elsewhere
}
backups-plan-completed = { $n ->
    [one] { $n } case gets documents or records back that are lost here
   *[other] { $n } cases get documents or records back that are lost here
}
backups-plan-binned = { $n ->
    [one] { $n } case comes into the bin, where it lies in the copy
   *[other] { $n } cases come into the bin, where they lie in the copy
}
backups-plan-deleted = { $n ->
    [one] { $n } case was deleted here and stays deleted
   *[other] { $n } cases were deleted here and stay deleted
}
backups-plan-unreadable = { $n ->
    [one] { $n } case in the copy cannot be read and stays there
   *[other] { $n } cases in the copy cannot be read and stay there
}
backups-plan-receipts = { $n ->
    [one] { $n } receipt joins the chain
   *[other] { $n } receipts join the chain
}
backups-plan-parts = The chain of receipts parts at no. { $n }: both branches are kept
backups-plan-nothing = Everything in it is here already. There is nothing to restore.
backups-did-add = { $n ->
    [one] { $n } case came in
   *[other] { $n } cases came in
}
backups-did-replace = { $n ->
    [one] { $n } case that was older here was replaced
   *[other] { $n } cases that were older here were replaced
}
backups-did-same = { $n ->
    [one] { $n } case was here before and is as it was
   *[other] { $n } cases were here before and are as they were
}
backups-did-both = { $n ->
    [one] { $n } case had been changed in both places: both versions are cases now
   *[other] { $n } cases had been changed in both places: both versions are cases now
}
backups-did-aside = { $n ->
    [one] { $n } case had been changed in both places: one version is kept aside
   *[other] { $n } cases had been changed in both places: one version is kept aside
}
backups-did-returned = { $n ->
    [one] { $n } case that was deleted here came back: somebody had gone on with it elsewhere
   *[other] { $n } cases that were deleted here came back: somebody had gone on with them elsewhere
}
backups-did-completed = { $n ->
    [one] { $n } case got documents or records back that were lost here
   *[other] { $n } cases got documents or records back that were lost here
}
backups-did-binned = { $n ->
    [one] { $n } case came into the bin, where it lies in the copy
   *[other] { $n } cases came into the bin, where they lie in the copy
}
backups-did-deleted = { $n ->
    [one] { $n } case was deleted here and is still deleted
   *[other] { $n } cases were deleted here and are still deleted
}
backups-did-unreadable = { $n ->
    [one] { $n } case in the copy could not be read and is still only there
   *[other] { $n } cases in the copy could not be read and are still only there
}
backups-did-receipts = { $n ->
    [one] { $n } receipt joined the chain
   *[other] { $n } receipts joined the chain
}
backups-did-parts = The chain of receipts parts at no. { $n }: both branches are kept
backups-take-in = Restore
backups-leave = Put it away
backups-taken = Restored
backups-taken-text = If there was something here before, it is in the backup that was made first.
backups-safe = Who can open them
backups-safe-text = The backups are encrypted as the cases are. They are opened with the recovery code, when there is one, or, for a move, with the six words. A passphrase is never in them.
backups-welcome = Do you have a backup? Restore it
file-backup = Backup from Tilslut
backups-damaged = Something in the file with your cases is damaged on the disk
backups-damaged-text = Tilslut can close the cases, read the file page by page and show what is whole and what is missing. Nothing is changed before you say so.
backups-damaged-act = Save what can be read
backups-kept-damaged = Damaged file
backups-kept-damaged-text = An earlier file with your cases, which was damaged, is still in the folder and takes { $megabytes } MB. It is encrypted. Deleted cases may be in it.
backups-kept-damaged-act = Delete the damaged file …
backups-kept-damaged-title = Delete the damaged file?
backups-kept-damaged-ask = What Tilslut could not read in it nobody can read afterwards. Your cases and backups are not touched.
backups-kept-damaged-yes = Delete the file
backups-kept-damaged-no = Keep it
