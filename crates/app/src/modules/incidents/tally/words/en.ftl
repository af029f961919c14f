incidents-tally-title = Count a near miss
incidents-tally-lead = For small things that happen often and were noticed in time, before anything reached anybody. If something did reach somebody, or you are not sure, write a report.
incidents-tally-about = What was it like?
incidents-tally-number = How many?
incidents-tally-number-hint = From 1 to 50.
incidents-tally-fault-number = Write a number from 1 to 50.
incidents-tally-nobody = Nobody's name is kept and nobody asks you about it later. The number shows where it is easy to go wrong.
incidents-tally-send = Count
incidents-tally-thanks-title = Thank you, it is counted
incidents-tally-thanks-lead = What is noticed in time is worth as much as what is reported afterwards.
incidents-tally-again = Count one more
incidents-tally-link = Noticed in time and nothing happened? Count it
incidents-tally-list-title = Near misses counted
incidents-tally-list-lead = Counted by employees without a report: day, unit, kind and number. Nobody is named. What was entered by mistake is struck and counts no more.
incidents-tally-none = Nothing has been counted yet.
incidents-tally-count = { $count ->
    [one] One entry
   *[other] { $count } entries
 }
incidents-tally-day = Day
incidents-tally-col-number = Number
incidents-tally-col-strike = Mistake
incidents-tally-strike = Strike
incidents-tally-struck = struck
incidents-tally-row = { $about }: { $count ->
    [one] one near miss
   *[other] { $count } near misses
 }
