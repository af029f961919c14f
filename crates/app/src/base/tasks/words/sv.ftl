tasks-menu = Uppgifter
tasks-title = Det som väntar på dig
tasks-empty = Inget väntar på dig just nu.
tasks-count = { $count ->
    [one] { $count } öppen uppgift. Först kommer det som lagen ger en frist på timmen, sedan det som är försenat.
   *[other] { $count } öppna uppgifter. Först kommer det som lagen ger en frist på timmen, sedan det som är försenat.
 }
tasks-late = Försenad
tasks-due = senast { $day }
