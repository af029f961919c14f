tasks-menu = Oppgaver
tasks-title = Dette venter på deg
tasks-empty = Ingenting venter på deg nå.
tasks-count = { $count ->
    [one] { $count } åpen oppgave. Først kommer det loven gir en frist på timen, deretter det som er forsinket.
   *[other] { $count } åpne oppgaver. Først kommer det loven gir en frist på timen, deretter det som er forsinket.
 }
tasks-late = Forsinket
tasks-due = senest { $day }
