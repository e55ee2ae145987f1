### Until it is really closed: the set-up, drafts of mails and the system's notifications.

# Who is done
set-up-tick = Tick an administrator who says that it is done:
set-up-count = { $done } of { $of } done
set-up-ticked = ticked { $at }
set-up-all = All administrators have said that they are done. The follow-up says no more of it.
set-up-reminders = In the follow-up: remind the administrators of the set-up,
set-up-reminders-text = as long as a tick is missing.

# Drafts
mail-drafts-title = E-mails to the administrators
mail-drafts-text = Drafts with what each of them has to do and by when. You send them yourself.
mail-drafts-representative-title = E-mail to { $name }
mail-drafts-representative-text = A draft with what { $name } has to do. You send it yourself.
mail-drafts-done = Done
mail-drafts-unopened = Not opened yet
mail-drafts-opened = Given to the mail program { $at }
mail-drafts-open = Open draft
mail-drafts-open-of = Open draft to { $name }
mail-drafts-remind = Remind { $name } of it
mail-draft-title = Draft to { $name }
mail-draft-title-reminder = Reminder to { $name }
mail-draft-to = To
mail-draft-subject = Subject
mail-draft-enclosed = Attached
mail-draft-checklist = Checklist for { $name } (PDF)
mail-draft-checklist-show = Open the checklist
mail-draft-checklist-save = Save the checklist
mail-draft-sheet = Sheet for { $name } (PDF)
mail-draft-sheet-show = Open the sheet
mail-draft-sheet-save = Save the sheet
mail-draft-text = The text
mail-draft-copy = Copy the text
mail-draft-open = Open in my mail program
mail-draft-opening = Opening
mail-draft-save = Save the draft
mail-draft-sends-title = Tilslut sends nothing
mail-draft-sends-text = The draft opens in your own mail program. There you can change it before you send it. Tilslut cannot see whether it was sent.
mail-draft-own-title = Only what is { $name }’s
mail-draft-own-text = Neither the draft nor the checklist says anything about the other administrators.
mail-draft-opened = Given to the computer’s mail program { $at }. Whether it was opened or sent, Tilslut does not know.
mail-draft-reminder-instead = Write a reminder
mail-draft-first-instead = The first e-mail

# The system's notifications
notify-title = Notifications of the system
notify-text = Tilslut can ask the computer to show a notification, once a day at most, when something is to be done today or tomorrow, or when a deadline has passed. Only while Tilslut is open and not locked.
notify-legend = Show notifications
notify-off = No
notify-plain = Yes, without names: “A date in Tilslut is near”
notify-named = Yes, with the organisation’s name. Others who see the screen can read it
notify-system-title = Tilslut
notify-near = A date in Tilslut is near
notify-near-more = { $n ->
    [one] { $n } date in Tilslut is near
   *[other] { $n } dates in Tilslut are near
}
notify-overdue = { $what } ({ $day }, overdue)
notify-today = { $what } today
notify-tomorrow = { $what } tomorrow
notify-more = { $n ->
    [one] and { $n } more
   *[other] and { $n } more
}
