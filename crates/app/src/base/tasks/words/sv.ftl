tasks-menu = Uppgifter
tasks-title = Det som väntar på dig
tasks-empty = Inget väntar på dig just nu.
tasks-count = { $count ->
    [one] { $count } öppen uppgift. Det som är försenat kommer först.
   *[other] { $count } öppna uppgifter. Det som är försenat kommer först.
 }
tasks-late = Försenad
tasks-due = senast { $day }
