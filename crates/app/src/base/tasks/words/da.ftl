tasks-menu = Opgaver
tasks-title = Det venter på dig
tasks-empty = Intet venter på dig lige nu.
tasks-count = { $count ->
    [one] { $count } åben opgave. Det, der er forsinket, kommer først.
   *[other] { $count } åbne opgaver. Det, der er forsinket, kommer først.
 }
tasks-late = Forsinket
tasks-due = senest { $day }
