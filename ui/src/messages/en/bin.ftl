### The bin: deleting a case, putting it back, and what is left.

bin-title = Bin
bin-link = Bin ({ $n })
bin-lede = Deleted cases rest here for { $days } days. After that Tilslut deletes them for good, the next time the program is open.
bin-none = The bin is empty
bin-column-state = Where it was
bin-column-deleted = Deleted
bin-column-gone = Gone for good
bin-column-acts = Actions
bin-gone = { $day } at the earliest
bin-held = In backups until { $day } at the latest
bin-keep = To be kept until { $day }
bin-state-unknown = Not known here
bin-put-back = Put back
bin-empty = Delete now
bin-empty-title = Delete for good?
bin-empty-text = “{ $name }” is deleted from this computer now, with everything that belongs to it. This cannot be undone.
bin-empty-held = Older backups that Tilslut made by itself hold it until { $day } at the latest. Copies that you saved yourself hold it as long as you keep them.
bin-empty-yes = Delete for good
bin-empty-no = Keep it in the bin
bin-newer = Deleted most recently
bin-older = Deleted earlier
bin-shown = { $first } to { $last } of { $total }
bin-stays-title = What is left
bin-stays-chain = The number in the series of receipts and records, and its link, without names and answers. So the chain can still be verified, and nobody believes that somebody removed anything in secret.
bin-stays-backups = Older backups. Those that Tilslut makes by itself are removed bit by bit as new ones are made. Those that you saved yourself hold the case as long as you keep them.
bin-stays-files = Copies of receipts in a folder, and files that you saved or sent.
bin-stays-restore = When you restore an older copy, a deleted case does not come with it. If somebody went on with it on another computer, it comes, and that is told before you restore.
bin-stays-clock = Nothing is deleted for good before Tilslut has seen the last week begin and pass. So a clock that is wrong for some days does not empty the bin.

bin-did-bin = “{ $name }” is in the bin now
bin-did-back = “{ $name }” has been put back
bin-did-nowhere = “{ $name }” is deleted for good
bin-undo = Undo
bin-open-case = Open the case

delete-draft = Delete draft
delete-received = Delete the case here
delete-case = Delete the case
delete-title = Delete the case?
delete-text = “{ $name }” is put into the bin with everything that belongs to it. You can put it back until { $day }. After that it is deleted from this computer for good.
delete-nothing-there = It changes nothing at MitID Erhverv.
delete-keep-set = The receipt or record of the case is to be kept until and including { $day }, as you have chosen under Settings.
delete-keep-suggested = Tilslut suggests that the receipt or record of the case is kept until and including { $day }. It may be bookkeeping material.
delete-despite = Delete it all the same
delete-despite-missing = Tick that it is to be deleted all the same, or keep it
delete-chain = Its number and its link in the chain stay, without names and answers.
delete-yes = Put into the bin
delete-no = Keep it
delete-blocked = The case cannot be deleted now

away-title = Numbers that are missing from the list
away-text = These were deleted here. Their links in the chain are kept without names and answers, so that the chain can still be verified:
away-deleted = No. { $number }: deleted { $day }
away-in-bin = No. { $number }: in the bin
away-more = { $n ->
    [one] … and { $n } more
   *[other] … and { $n } more
}

verify-away-in-bin = The case lies in the bin. The number and the place in the chain are those that the file got on this computer.
verify-away-deleted = The case was deleted here on { $day }. Its link in the chain is kept, and the file fits it.
timeline-deleted = Approvals whose case was deleted here are not in the overview.
