# What waits
incidents-menu-queue = To do
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
incidents-desk-title = The officer's desk
incidents-paper-title = Register of personal data breaches
incidents-paper-lead = Facts, effects and remedial action, as article 33(5) GDPR asks, with the decisions and their reasons.
incidents-paper-first = There are more cases. Only the newest { $count } stand here; the data file holds them all.
incidents-paper-as-of = As of { $at }
incidents-paper-page = Page
incidents-paper-decisions = Decisions and reasons
