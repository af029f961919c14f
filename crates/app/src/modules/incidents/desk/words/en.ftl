# What waits
incidents-menu-queue = Cases that wait
incidents-queue-title = Cases that wait
incidents-queue-lead = Every open case, the oldest first, with what it still lacks.
incidents-queue-none = No case waits.
incidents-queue-count =
    { $count ->
        [one] { $count } open case
       *[other] { $count } open cases
    }
incidents-to-queue = Cases that wait
incidents-col-age = Since the report
incidents-col-missing = Missing
incidents-missing-nothing = Nothing. It can be closed.
incidents-missing-assessment = assessment
incidents-missing-awareness = when the controller became aware
incidents-missing-decision = decision about the authority
incidents-missing-late-reasons = reasons for the delay
incidents-missing-people = decision about the people concerned
incidents-missing-answer = answer to the reporter
incidents-missing-measure-owner = owner of a measure

# Together
incidents-panel-links =
    { $count ->
        [one] Belongs together: { $count } case
       *[other] Belongs together: { $count } cases
    }
incidents-do-merge = Merge into another case
incidents-do-split = Split
incidents-do-link = Link to another case
incidents-do-bundle = Decide together with similar cases
incidents-do-false-alarm = It was a false alarm
incidents-do-untie = End this link
incidents-merge-note = Both tell of the same event. This case ends here with a link; whoever reported it gets the same answer as the other reporter.
incidents-split-note = One report told of two events. The second becomes a case of its own with the same times of notice and report.
incidents-link-note = The cases stay two. When it is a recurrence, measures that were thought to have worked are opened again and their owners are told.
incidents-bundle-note = Several similar small breaches with one cause can be notified and decided as one. What you decide for this case then holds for all of them.
incidents-false-alarm-note = A false alarm is a good end. The case is assessed, the reporter thanked and the case closed in one go.
incidents-false-alarm-thanks = Thank you for telling us. We looked at it and nobody was harmed. Please tell us again next time you are unsure.
incidents-bundle-none = There is no other breach of this controller that is assessed and not yet decided.
incidents-ask-tie = How do they belong together?
incidents-ask-other = Number of the other case
incidents-ask-other-hint = For example 2026-0012. Or choose from the list.
incidents-ask-likely = Cases of the same unit or about the same
incidents-ask-members = Which cases are decided together with this one?
incidents-ask-members-hint = Only breaches that are assessed and not yet decided.
incidents-ask-split = What is the second event?
incidents-ask-split-hint = In your words, without names.
incidents-ties-title = Links that may be ended
incidents-tie-merged = Goes on in
incidents-tie-merged-back = Merged into this case
incidents-tie-split = Taken out of
incidents-tie-split-back = Taken out as its own case
incidents-tie-bundled = Decided together with
incidents-tie-bundled-back = Decided with this case
incidents-tie-cause = Same cause
incidents-tie-recurrence = It happened again after
incidents-tie-recurrence-back = Happened again in
incidents-tie-supplier = Same event at the supplier
incidents-tie-nis2 = Same event under the cybersecurity law
incidents-step-merge = Merged into another case
incidents-step-import = Imported as history, not assessed here
incidents-step-dispose = Personal content erased under a decision

# Faults of the desk
incidents-fault-other = Give the number of a case that you can see.
incidents-fault-tie = Choose how they belong together.
incidents-fault-members = Choose at least one case.
incidents-refused-same = A case cannot belong to itself.
incidents-refused-tied = The two cases belong together in this way already.
incidents-refused-merge-notified = The authority has been notified of this case. Merge the other case into this one.
incidents-refused-merge-closed = The other case is closed. Open it again first.
incidents-refused-bundle-decided = One of the cases is decided already.
incidents-refused-bundle-lead = One of the cases already stands for others.

# The register on paper and as data
incidents-stage-history = Historical, not assessed
incidents-register-more = More than { $count } cases. Use the filters to see the others.
incidents-register-window = These words are in very many cases, so only the newest { $count } were looked through. Choose a year or add a rarer word.
incidents-to-pdf = Save as PDF
incidents-to-json = Save as JSON
incidents-to-breaches = Register of personal data breaches alone, as article 33(5) GDPR asks (PDF)
incidents-desk-title = The officer's desk
incidents-paper-title = Register of personal data breaches
incidents-paper-lead = Facts, effects and remedial action, as article 33(5) GDPR asks, with the decisions and their reasons.
incidents-paper-all-title = Register of incidents
incidents-paper-all-lead = Breaches, near misses, observations, false alarms and what is not assessed yet, as the filters of the page left them: the facts, the effects and what was done, with the decisions and their reasons.
incidents-paper-judged = Risk judged
incidents-paper-first = There are more cases. Only the newest { $count } stand here; the data file holds them all.
incidents-paper-as-of = As of { $at }
incidents-paper-decisions = Decisions and reasons

# Root cause, lessons, lists
incidents-step-cause = Root cause written down
incidents-do-cause = Write down the root cause
incidents-do-about = Change what it is about
incidents-about-note = It decides the checklist of the case and the advice that the reporter sees.
incidents-do-lesson = Publish a lesson
incidents-ask-cause = Why could it happen?
incidents-ask-cause-hint = What made it easy to go wrong, not who did it.
incidents-ask-owner = Who does it?
incidents-ask-owner-hint = Name or HR number. When several people fit, you are asked which.
incidents-ask-owner-which = Which of them?
incidents-fault-owner-none = Nobody is found by this name or number.
incidents-fault-owner-several = Several people fit. Choose one of them.
incidents-lessons-title = What we have learned
incidents-lessons-lead = Reports of colleagues made these lessons possible. No person stands in them.
incidents-lessons-none = There are no lessons yet.
incidents-lesson-note = Every employee can read the lesson, and so can the reporter, with or without an account. Write what others can do differently; leave out persons, places and small numbers.
incidents-ask-lang = Language of the text
incidents-ask-lesson-title = Title
incidents-ask-lesson = The lesson
incidents-ask-lesson-hint = What happened in general, and what helps.
incidents-lesson-publish = Publish to employees
incidents-lesson-withdraw = Take the lesson back
incidents-fault-lesson-names = A lesson names nobody: take out the reporter's name, identity numbers and the number of the case.
incidents-panel-work = To do by the list: { $done } of { $count } done
incidents-list-title = Checklist
incidents-list-legend = Tick what is done
incidents-list-left = Still to do
incidents-lists-title = Own points of the checklists
incidents-lists-lead = The program brings a list per kind of event. Here you add what your organisation wants to check besides.
incidents-lists-none = There are no own points yet.
incidents-lists-add = Add a point
incidents-lists-text = What is to be checked
incidents-lists-about-hint = Leave empty for every kind of event.
incidents-lists-every = every kind
incidents-lists-end = Take out

# History from other systems
incidents-to-veris = Save as VERIS
incidents-import-title = Take in earlier cases
incidents-import-lead = A file from another system: VERIS records (JSON) or a table (CSV, XLSX). You see what it would do before anything is stored.
incidents-import-note = Earlier cases are shown as historical and not assessed. They start no clock and ask nobody. Their texts may hold personal data.
incidents-import-file = File
incidents-import-file-hint = JSON, CSV or XLSX, at most { $limit }.
incidents-import-source = Where it comes from
incidents-import-source-hint = A name for the other system. Together with the name of each case it is unique: the same file again changes nothing.
incidents-import-unit = Unit to which the cases belong
incidents-import-unit-hint = The unit decides the board or company.
incidents-import-columns-title = Which columns a table may have
incidents-import-columns = A number or reference of each case is needed. Besides it: date, description, type, kind of breach, nature code, people, supplier. Headings may be in any of the five languages.
incidents-import-show = Show what it would do
incidents-import-preview = What the file would do
incidents-import-done = The cases are taken in
incidents-import-records = Records in the file
incidents-import-new = New
incidents-import-known = In the register already
incidents-import-rejected = Rejected
incidents-import-place = Place in the file
incidents-import-left = And { $count } more.
incidents-import-sample = The first records
incidents-import-name = Name there
incidents-import-apply = Take the new ones in
incidents-import-other = Another file
incidents-import-see = See the earlier cases
incidents-import-no-file = Choose a file.
incidents-import-empty = The file holds no records.
incidents-import-many = The file holds more than 50,000 records. Divide it.
incidents-import-no-json = The file is no list of VERIS records.
incidents-import-no-workbook = The workbook cannot be read. Save it as CSV and try again.
incidents-import-too-large = The workbook is too large when it is unpacked.
incidents-import-no-name = There is no column with the number or reference of each case.
incidents-import-why-no-record = This is no record.
incidents-import-why-no-name = It has no number or reference.
incidents-import-why-long-name = Its number or reference is longer than 200 characters.
incidents-import-why-twice = The same number came before in this file.
incidents-import-why-version = It is of a version of VERIS that this program does not know.
incidents-import-why-date = Its date cannot be read.
incidents-import-why-future = Its date is still to come.
incidents-import-why-outcome = What it says it was is none of the known types.
incidents-import-why-unit = It names a unit that is not here, or one of another controller.
incidents-import-why-broken = The row has more or fewer cells than the heading, or a cell is too long.

# Retention and disposal
incidents-retention-title = Retention and disposal
incidents-retention-lead = Personal content goes only under a decision that is recorded here. The facts of the register and the book stay.
incidents-retention-period =
    { $years ->
        [one] Kept for { $years } year after the case was closed. Source: { $source }
       *[other] Kept for { $years } years after the case was closed. Source: { $source }
    }
incidents-retention-none = No retention period is set, so nothing is ripe for disposal.
incidents-retention-set = Set the retention period
incidents-retention-years = Years
incidents-retention-years-hint = Counted from when the case was closed.
incidents-retention-source = What decides it
incidents-retention-source-hint = The retention plan or decision, with its number and date.
incidents-retention-count =
    { $count ->
        [one] { $count } case is ripe for disposal
       *[other] { $count } cases are ripe for disposal
    }
incidents-retention-ripe = Closed before { $day }.
incidents-retention-note = Stories, facts, reasons, answers, files and talk of the chosen cases are erased for good, also from restored backups.
incidents-retention-cases = Cases
incidents-retention-body = Body that decided
incidents-retention-day = Day of the decision
incidents-retention-paragraph = Paragraph
incidents-retention-sure = The decision is taken, and these cases are covered by it
incidents-retention-dispose = Erase under this decision
incidents-retention-decisions = Decisions
incidents-retention-decided =
    { $count ->
        [one] { $body }, { $day }, { $paragraph }: { $count } case
       *[other] { $body }, { $day }, { $paragraph }: { $count } cases
    }
incidents-fault-sure = Tick that the decision is taken.
incidents-refused-no-period = Set the retention period of this controller first.
incidents-refused-not-ripe = One of the cases is open, or its period is not over.
