tasks-menu = Tehtävät
tasks-title = Mitä sinulta odotetaan
tasks-empty = Sinulta ei odoteta nyt mitään.
tasks-count = { $count ->
    [one] { $count } avoin tehtävä. Myöhässä olevat ovat ensin.
   *[other] { $count } avointa tehtävää. Myöhässä olevat ovat ensin.
 }
tasks-late = Myöhässä
tasks-due = määräpäivä { $day }
