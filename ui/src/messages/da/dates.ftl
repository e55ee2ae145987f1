# Days and times as they are written, in the window and on paper.

day-written = { $day }.{ "\u00A0" }{ $month } { $year }
day-and-month = { $day }.{ "\u00A0" }{ $month }
clock-written = { $hour }.{ $minute }

month-1 = januar
month-2 = februar
month-3 = marts
month-4 = april
month-5 = maj
month-6 = juni
month-7 = juli
month-8 = august
month-9 = september
month-10 = oktober
month-11 = november
month-12 = december
