tasks-menu = Opgaver
tasks-title = Det venter på dig
tasks-empty = Intet venter på dig lige nu.
tasks-count = { $count ->
    [one] { $count } åben opgave. Først kommer det, som loven giver en frist på timen, derefter det, der er forsinket.
   *[other] { $count } åbne opgaver. Først kommer det, som loven giver en frist på timen, derefter det, der er forsinket.
 }
tasks-late = Forsinket
tasks-due = senest { $day }
