tasks-menu = Tasks
tasks-title = What is asked of you
tasks-empty = Nothing is asked of you now.
tasks-count = { $count ->
    [one] { $count } open task. What the law ends by the hour comes first, then what is late.
   *[other] { $count } open tasks. What the law ends by the hour comes first, then what is late.
 }
tasks-late = Late
tasks-due = by { $day }
