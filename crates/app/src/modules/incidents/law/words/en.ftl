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
incidents-law-ask-processor-page = When the supplier became aware and told us stands on its own page:

# Faults
incidents-law-fault-part = Write it as 2026-10-31, 2026-10 or 2026.
incidents-law-fault-range = It cannot have ended before it began.
incidents-law-fault-ongoing = Either it has ended, or it is still going on.
incidents-law-fault-start = Say when it began, as far as it is known.
incidents-law-fault-aware-noticed = The controller cannot have been aware before anybody noticed it.
incidents-law-fault-aware-told = The processor had told us by then. From that moment the controller is aware.
incidents-law-fault-contained = It cannot have been contained before it began.
incidents-law-fault-processor = The processor cannot have been aware before it occurred.
incidents-law-fault-told = The processor cannot have told us before it was aware.

# Clocks
incidents-law-clocks-title = Clocks of case { $number }
incidents-law-limits-title = Deadlines
incidents-law-limits-none = No deadline runs. The 72 hours begin when the controller is aware of a personal data breach.
incidents-law-investigation = A short investigation before the controller was aware: { $span } from the report. It is not counted in the deadline.
incidents-law-rule-notify = Notification of the supervisory authority
incidents-law-rule-early-warning = Early warning (NIS2)
incidents-law-rule-incident-notification = Incident notification (NIS2)
incidents-law-rule-final-report = Final report (NIS2)
incidents-law-rule-receipt = Acknowledgement to the whistleblower
incidents-law-rule-feedback = Feedback to the whistleblower
incidents-law-stand-off = not needed any more
incidents-law-stand-running = running
incidents-law-stand-near = more than half is gone
incidents-law-stand-passed = passed
incidents-law-stand-met = done in time
incidents-law-stand-met-late = done late
incidents-law-clock-from = Runs from
incidents-law-clock-by = Ends
incidents-law-clock-left = Left
incidents-law-clock-over = Over by
incidents-law-clock-met = Done
incidents-law-clock-unmoved = Last day before it was moved to a working day
incidents-law-clock-formal = Formal end by Regulation 1182/71
incidents-law-clock-source = Law
incidents-law-note-formal = The formal end is for the record only. The deadline is the plain one: weekends and holidays count.
incidents-law-note-moved = A last day on a weekend or holiday moves to the next working day. National law may count otherwise: aim at the earlier day.
incidents-law-note-national = The time is the directive's. Check the wording of the national law.
incidents-law-missing = Late, reasons missing
incidents-law-missing-hint = The 72 hours have passed by what is known now. The notification must carry the reasons for the delay (article 33(1)).
incidents-law-missing-ask-hint = As the authority will read it.
incidents-law-do-delay = Save the reasons
incidents-law-take-up-hint = Nobody has taken the case up. What is taken up is being looked at, even when it is not assessed yet.
incidents-law-do-take-up = Take the case up
incidents-law-reminders-title = Reminders
incidents-law-reminders-hint = Each is sent once: first to those who decide, then also to the board's secretary and the information security officer.
incidents-law-reminder-when = Reminder
incidents-law-reminder-rule = Deadline
incidents-law-reminder-due = Due
incidents-law-reminder-told = Sent
incidents-law-reminder-waits = to come
incidents-law-reminder-late = sent late
incidents-law-reminder-sent = { $at }, people told: { $count }
incidents-law-level-half = Half of the time is gone
incidents-law-level-twelve = 12 hours left
incidents-law-level-two = 2 hours left
incidents-law-level-passed = The deadline has passed
incidents-law-deadline-title = Deadline of case { $number }
incidents-law-deadline-lead = Somebody has to decide before the deadline. Please make sure that one of them knows.
incidents-law-deadline-people = Who can decide
incidents-law-deadline-nobody = Nobody holds the duty of data protection officer today
incidents-law-deadline-none = No deadline runs any more.
incidents-law-to-clocks = Clocks and times
incidents-law-to-case = To the case
incidents-law-to-severity = Assess the severity
incidents-law-to-like = Similar EDPB cases
incidents-law-to-nis2 = Significant incident (NIS2)
incidents-law-panel-title = Clocks and assessment
incidents-law-panel-warning = Delay
incidents-law-panel-risk = Risk as judged, and the score
incidents-law-panel-like = Most like
incidents-law-task-reasons = Write the reasons for the delay
incidents-law-task-nis2 = Report the significant incident (NIS2)
incidents-law-refused-taken-up = The case is taken up already.
incidents-law-refused-not-late = Nothing is late that has no reasons.

# Reminders
incidents-law-notice-half = Reminder of a deadline
incidents-law-notice-half-subject = { $late ->
    [yes] Case { $number } · { $rule } · { $by }: more than half of the time is gone (reminder sent late)
   *[no] Case { $number } · { $rule } · { $by }: half of the time is gone
}
incidents-law-notice-half-text = { $late ->
    [yes] This reminder is sent late: the deadline was entered, or the program ran again, after its time. More than half of the time is gone. Deadline: { $rule }, { $by }. Case { $number }: { $href }
   *[no] Half of the time is gone. Deadline: { $rule }, { $by }. Case { $number }: { $href }
}
incidents-law-notice-twelve = Reminder of a deadline
incidents-law-notice-twelve-subject = { $late ->
    [yes] Case { $number } · { $rule } · { $by }: less than 12 hours left (reminder sent late)
   *[no] Case { $number } · { $rule } · { $by }: 12 hours left
}
incidents-law-notice-twelve-text = { $late ->
    [yes] This reminder is sent late: the deadline was entered, or the program ran again, after its time. Less than 12 hours left. Deadline: { $rule }, { $by }. Case { $number }: { $href }
   *[no] 12 hours left. Deadline: { $rule }, { $by }. Case { $number }: { $href }
}
incidents-law-notice-two = Reminder of a deadline
incidents-law-notice-two-subject = { $late ->
    [yes] Case { $number } · { $rule } · { $by }: less than 2 hours left (reminder sent late)
   *[no] Case { $number } · { $rule } · { $by }: 2 hours left
}
incidents-law-notice-two-text = { $late ->
    [yes] This reminder is sent late: the deadline was entered, or the program ran again, after its time. Less than 2 hours left. Deadline: { $rule }, { $by }. Case { $number }: { $href }
   *[no] 2 hours left. Deadline: { $rule }, { $by }. Case { $number }: { $href }
}
incidents-law-notice-passed = A deadline has passed
incidents-law-notice-passed-subject = { $late ->
    [yes] Case { $number } · { $rule } · { $by }: the deadline has passed (reminder sent late)
   *[no] Case { $number } · { $rule } · { $by }: the deadline has passed
}
incidents-law-notice-passed-text = { $late ->
    [yes] This reminder is sent late: the deadline was entered, or the program ran again, after its time. The deadline has passed. Deadline: { $rule }, { $by }. Act now, and write the reasons for the delay. Case { $number }: { $href }
   *[no] The deadline has passed. Deadline: { $rule }, { $by }. Act now, and write the reasons for the delay. Case { $number }: { $href }
}

# Significant incidents
incidents-law-nis2-title = Significant incident beside case { $number }
incidents-law-nis2-lead = A significant incident under NIS2 and a personal data breach are two cases with two clocks. They are linked here.
incidents-law-nis2-where = Notified to: { $authority }.
incidents-law-nis2-no-limit = No verified deadline for this country is in the program. The case can be kept; no clock runs.
incidents-law-nis2-link = Belongs to case
incidents-law-nis2-next = Next step
incidents-law-scope-covered = Municipalities stand under the law here as such.
incidents-law-scope-partly = Not the municipality as such, but some of its services may stand under the law, for instance water, waste, energy and ports.
incidents-law-scope-unverified = Whether municipalities stand under the law here has not been verified. Ask the authority.
incidents-law-ask-service = Service concerned
incidents-law-ask-service-hint = Only services that stand under the law have this duty.
incidents-law-ask-significant = Why the service stands under the law and the incident is significant
incidents-law-ask-significant-hint = It has caused or can cause severe disruption or financial loss, or considerable damage to others. No personal data.
incidents-law-ask-nis2-aware = Aware of the significant incident
incidents-law-ask-nis2-aware-hint = The 24 and 72 hours run from here. It may be another time than for the personal data breach.
incidents-law-ask-malicious = Suspected to be unlawful or malicious?
incidents-law-ask-cross-border = Could it reach over a border?
incidents-law-suspected-yes = Yes
incidents-law-suspected-no = No
incidents-law-suspected-unknown = Not known yet
incidents-law-do-nis2 = Open the case and start its clocks
incidents-law-ask-deed = What was done
incidents-law-deed-intermediate = Intermediate report
incidents-law-deed-withdraw = It was not significant
incidents-law-ask-submitted = Submitted, day and time
incidents-law-ask-deed-words = Reference, or reasons
incidents-law-ask-deed-words-hint = Reasons are needed when it is late or was not significant.
incidents-law-fault-service = Name the service.
incidents-law-fault-aware = Say when the significant incident became known.
incidents-law-fault-deed = Choose what was done.
incidents-law-fault-submitted = Say when it was submitted.
incidents-law-fault-before-aware = It cannot have been submitted before the incident was known.
incidents-law-fault-late = Write the reasons.
incidents-law-refused-nis2 = This case has a significant incident beside it already.
incidents-law-refused-withdrawn = It was decided that the incident was not significant.
incidents-law-refused-done = This is done already.
incidents-law-refused-final = The final report comes after the incident notification.

# Severity
incidents-law-severity-title = Severity of case { $number }
incidents-law-severity-lead = ENISA's method in three questions. The score advises; a person decides and writes why.
incidents-law-kept-title = Judgements so far
incidents-law-ask-data = 1. What kind of data?
incidents-law-ask-data-hint = Answer for each kind that is concerned. The highest counts.
incidents-law-data-simple = Simple data
incidents-law-data-simple-hint = Name, contact, education, family life, work.
incidents-law-data-behavioural = Behavioural data
incidents-law-data-behavioural-hint = Location, traffic data, preferences, habits.
incidents-law-data-financial = Financial data
incidents-law-data-financial-hint = Income, transactions, invoices, cards, social benefits.
incidents-law-data-sensitive = Sensitive data
incidents-law-data-sensitive-hint = Health, political views, sexual life and other special categories.
incidents-law-simple-1 = Nothing makes it worse
incidents-law-simple-2 = Allows a profile, or assumptions on social or financial standing
incidents-law-simple-3 = Leads to assumptions on health, sexual, political or religious matters
incidents-law-simple-4 = Critical for the safety or health of these people, who are vulnerable or minors
incidents-law-behavioural-1 = No real insight, or easily found in public sources
incidents-law-behavioural-2 = Nothing makes it worse or better
incidents-law-behavioural-3 = A profile of daily life can be made
incidents-law-behavioural-4 = A profile from sensitive data can be made
incidents-law-financial-1 = No real insight into the person's finances
incidents-law-financial-2 = Some information, no significant insight
incidents-law-financial-3 = Nothing makes it worse or better
incidents-law-financial-4 = Enough for fraud, or a detailed social or financial profile
incidents-law-sensitive-1 = No real insight, or public anyway
incidents-law-sensitive-2 = Leads to general assumptions only
incidents-law-sensitive-3 = Leads to assumptions about sensitive matters
incidents-law-sensitive-4 = The sensitive information itself
incidents-law-ask-protected = Somebody with a protected identity or address is among them
incidents-law-ask-ease = 2. How easily can somebody be recognised?
incidents-law-ask-ease-legend = By all that was disclosed together
incidents-law-ask-ease-hint = A national identity number with a name is the highest: registers are at hand.
incidents-law-ease-1 = Hardly: for instance a common name in the whole country, or a number without a register
incidents-law-ease-2 = With effort: for instance a rare name, or an address in a small place
incidents-law-ease-3 = Easily: for instance a rare name in a small town, a clear picture, a profile behind an e-mail address
incidents-law-ease-4 = At once: for instance name with date of birth, e-mail address or national identity number
incidents-law-ask-circumstances = 3. What happened to the data?
incidents-law-circ-confidentiality = Confidentiality
incidents-law-circ-integrity = Integrity
incidents-law-circ-availability = Availability
incidents-law-confidentiality-0 = Exposed, no sign that anybody used it
incidents-law-confidentiality-1 = Disclosed to a number of known recipients
incidents-law-confidentiality-2 = Disclosed to an unknown number of recipients
incidents-law-integrity-0 = Changed, no wrong use found
incidents-law-integrity-1 = Changed and possibly used wrongly, can be put right
incidents-law-integrity-2 = Changed and possibly used wrongly, cannot be put right
incidents-law-availability-0 = Recovered without difficulty
incidents-law-availability-1 = Out of reach for a time
incidents-law-availability-2 = Lost for good
incidents-law-ask-deliberate = Somebody did it on purpose
incidents-law-flag-many = More than 100 people concerned
incidents-law-flag-unintelligible = Unintelligible to the recipient: encrypted, and the key is safe
incidents-law-do-count = Show the score
incidents-law-result-title = The score, line by line
incidents-law-col-part = Part
incidents-law-col-why = Why
incidents-law-col-points = Points
incidents-law-line-context = Kind of data
incidents-law-line-ease = Ease of recognition
incidents-law-line-intent = Intent
incidents-law-line-total = Severity
incidents-law-intent-yes = On purpose
incidents-law-intent-no = A mistake
incidents-law-band-low = Low
incidents-law-band-medium = Medium
incidents-law-band-high = High
incidents-law-band-very-high = Very high
incidents-law-means-low = People are not affected, or meet a few inconveniences that they overcome without problem.
incidents-law-means-medium = People meet significant inconveniences that they overcome despite a few difficulties.
incidents-law-means-high = People meet significant consequences that they overcome only with serious difficulties.
incidents-law-means-very-high = People meet significant or irreversible consequences that they may not overcome.
incidents-law-advice-document = The score advises: document it.
incidents-law-advice-authority = The score advises: notify the supervisory authority.
incidents-law-advice-both = The score advises: notify the supervisory authority and tell the people concerned.
incidents-law-advice-only = It is advice. In three of the EDPB's eighteen cases the score is too low. The test of the law is the risk to people.
incidents-law-ask-risk = Your judgement of the risk to people
incidents-law-ask-risk-hint = It may differ from the score. It does not decide for you about notification: that is a step of its own.
incidents-law-risk-unlikely = A risk is unlikely
incidents-law-risk-risk = A risk
incidents-law-risk-high = A high risk
incidents-law-ask-why = Why
incidents-law-ask-why-hint = The reasons as the authority will read them in the register (article 33(5)).
incidents-law-do-judge = Save the judgement
incidents-law-fault-data = Choose at least one kind of data.
incidents-law-fault-ease = Choose how easily somebody can be recognised.
incidents-law-fault-risk = Choose how you judge the risk.

# The EDPB's cases
incidents-law-like-title = EDPB cases beside case { $number }
incidents-law-like-lead = The most alike of the 18 examples in the EDPB's guidelines. They advise; a person decides and writes why.
incidents-law-like-none = Nothing to compare yet. Assess the case, or tick below what is known of it.
incidents-law-like-case = EDPB case { $number }
incidents-law-like-both = What matches
incidents-law-like-ours = Only here
incidents-law-like-theirs = Only in the example
incidents-law-like-ask = What is known of this case
incidents-law-like-ask-hint = Ticked already is what the report, the assessment and the score say. Change it and compare again; nothing is stored.
incidents-law-do-compare = Compare
incidents-law-like-source = EDPB Guidelines 01/2021, version 2.0 of 14 December 2021, told in our own words. The percentage is what both have, weighed, out of what either has.
incidents-law-edpb-authority-yes = Supervisory authority: notify
incidents-law-edpb-authority-no = Supervisory authority: no notification, document it
incidents-law-edpb-people-yes = People concerned: tell them
incidents-law-edpb-people-no = People concerned: no duty to tell them
incidents-law-edpb-undercalls = Mind: the score would be too low for this example.
incidents-law-edpb-borderline = Mind: the score is on the border for this example.
incidents-law-trait-ransomware = Ransomware
incidents-law-trait-exfiltration = Attack from outside that took data
incidents-law-trait-internal = Somebody inside
incidents-law-trait-lost = Lost or stolen
incidents-law-trait-mispostal = Sent or shown to the wrong person
incidents-law-trait-social = Somebody was deceived
incidents-law-trait-deliberate = On purpose
incidents-law-trait-mistake = By mistake
incidents-law-trait-unintelligible = Unintelligible to others, the key is safe
incidents-law-trait-backup = A working backup
incidents-law-trait-no-backup = No backup
incidents-law-trait-copied-out = Data copied out by somebody with bad intent
incidents-law-trait-known-recipient = Known recipients
incidents-law-trait-trusted-recipient = A trusted recipient, for instance bound by secrecy
incidents-law-trait-contained = Contained: deleted, recalled or wiped
incidents-law-trait-credentials = Passwords or other credentials
incidents-law-trait-identity-number = National identity numbers
incidents-law-trait-vulnerable = Vulnerable people: children, patients, protected identities
incidents-law-trait-one-person = One person
incidents-law-trait-few-people = 2–99 people
incidents-law-trait-many-people = 100 people or more
incidents-law-trait-long = Went on for weeks before it was found
incidents-law-trait-supplier = At a supplier
incidents-law-trait-paper = On paper
incidents-law-case-1 = A small manufacturer's files are encrypted by malware. They were encrypted already with a safe key, nothing left the house, and the backup is restored in hours.
incidents-law-why-1 = Unintelligible data and a working backup remove the risk.
incidents-law-case-2 = One computer of an agricultural company is encrypted, nothing left the house, there is no electronic backup, and the data are rebuilt from paper in five working days.
incidents-law-why-2 = The missing backup makes a risk, not a high one.
incidents-law-case-3 = A large part of a hospital's patient and staff data is encrypted; it takes two days to restore, and operations are cancelled.
incidents-law-why-3 = Health data out of reach are a high risk in themselves.
incidents-law-case-4 = A public transport company's data are encrypted and copied out, the backup is encrypted too; identity and payment-card data of customers and staff.
incidents-law-why-4 = Confidentiality and availability are both lost.
incidents-law-case-5 = Malware on an employment agency's website could read 213 job applications for a month and erase its traces; no special categories.
incidents-law-why-5 = Applications tell much even without special categories.
incidents-law-case-6 = An attack on a cooking website takes strongly hashed passwords of 1,200 users known by invented names.
incidents-law-why-6 = Size does not decide: the data are unintelligible and name nobody.
incidents-law-case-7 = One trivial password is tried over all customer numbers of a bank; data of about 100,000 leak, about 2,000 accounts are entered.
incidents-law-why-7 = Harm to the others cannot be excluded either.
incidents-law-case-8 = An employee under notice copies client contacts and uses them months later in an own business.
incidents-law-why-8 = Only contact data, but taken on purpose and out of control.
incidents-law-case-9 = An insurance agent sees two dozen customers of others in a spreadsheet; he is bound by secrecy, reports it and confirms deletion in writing.
incidents-law-why-9 = One trusted, known recipient and written deletion.
incidents-law-case-10 = Two encrypted, switched-off tablets are stolen from a day-care centre; strong password, backup at hand, wiped from afar.
incidents-law-why-10 = Children's data, but unintelligible and not lost.
incidents-law-case-11 = An unencrypted notebook of a service provider's employee is stolen: names, addresses and birth dates of more than 100,000 customers.
incidents-law-why-11 = Simple data, but the volume and the risk of identity fraud make it high.
incidents-law-case-12 = A paper log book is stolen from an unlocked room of a drug-rehabilitation facility; identity and health of patients, no copy.
incidents-law-why-12 = Special categories, vulnerable people, and no backup of paper.
incidents-law-case-13 = A retailer swaps two parcels of shoes with their packing bills; both are recalled and sent again.
incidents-law-why-13 = Trivial content, contained at once.
incidents-law-case-14 = A public employment office mails a course offer and attaches the list of more than 60,000 job seekers with social security numbers.
incidents-law-why-14 = Asking recipients to delete does not undo it. Nearest to municipal life.
incidents-law-case-15 = A course's list of participants goes to 15 former participants instead of the hotel; noticed at once, deletion asked for.
incidents-law-why-15 = Small, contained, no protected identities.
incidents-law-case-16 = An enveloping machine puts two car-insurance letters into one envelope: name, address, premiums, birth date.
incidents-law-why-16 = One person and no special data, but misuse cannot be excluded.
incidents-law-case-17 = A caller passes the identity questions of a telephone company and has a customer's billing e-mail changed; found a month later.
incidents-law-why-17 = One person, high risk. The way of checking identity must change.
incidents-law-case-18 = Forwarding rules planted on mailboxes of a supermarket chain catch payment mails for three months; pay data of 99 employees.
incidents-law-why-18 = The controller told only ten: all 99 have to be told.
incidents-law-nis2-country = The law of: { $country }.
