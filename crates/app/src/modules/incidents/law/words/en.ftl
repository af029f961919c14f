# Times
incidents-law-step-take-up = Taken up by the data protection officer
incidents-law-step-delay = Reasons for the delay written
incidents-law-time-processor-aware = Processor aware
incidents-law-time-processor-told = Processor told us
incidents-law-time-triaged = Taken up by the data protection officer
incidents-law-time-people = People concerned informed
incidents-law-time-contained = Contained
incidents-law-when-month = { $month } { $year }
incidents-law-when-between = { $from } – { $until }
incidents-law-when-since = since { $from }, still going on when written
incidents-law-gap-earlier = { $span } before it
incidents-law-ask-part-hint = As far as it is known: 2026-10-31, 2026-10 or 2026. Nothing is added to it.
incidents-law-ask-until = Until when, if it went on for a time
incidents-law-ask-ongoing = It is still going on
incidents-law-ask-contained = Contained, day and time
incidents-law-ask-contained-hint = When nobody could do more harm with it: recalled, deleted, locked, found again.
incidents-law-ask-part = Or only the day, month or year
incidents-law-ask-processor-title = If it took place at a processor
incidents-law-ask-processor-aware = The processor became aware
incidents-law-ask-processor-told = The processor told us
incidents-law-ask-processor-told-hint = The controller is aware once the processor has told it, even when the risk is not assessed yet.

# Faults
incidents-law-fault-part = Write it as 2026-10-31, 2026-10 or 2026.
incidents-law-fault-range = It cannot have ended before it began.
incidents-law-fault-ongoing = Either it has ended, or it is still going on.
incidents-law-fault-start = Say when it began, as far as it is known.
incidents-law-fault-aware-noticed = The controller cannot have been aware before anybody noticed it.
incidents-law-fault-contained = It cannot have been contained before it began.
incidents-law-fault-processor = The processor cannot have been aware before it occurred.
incidents-law-fault-told = The processor cannot have told us before it was aware.
