tasks-menu = Tasks
tasks-title = What is asked of you
tasks-empty = Nothing is asked of you now.
tasks-count = { $count ->
    [one] { $count } open task. What is late comes first.
   *[other] { $count } open tasks. What is late comes first.
 }
tasks-late = Late
tasks-due = by { $day }
