tasks-menu = Oppgaver
tasks-title = Dette venter på deg
tasks-empty = Ingenting venter på deg nå.
tasks-count = { $count ->
    [one] { $count } åpen oppgave. Det som er forsinket, kommer først.
   *[other] { $count } åpne oppgaver. Det som er forsinket, kommer først.
 }
tasks-late = Forsinket
tasks-due = senest { $day }
