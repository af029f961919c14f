tasks-menu = Tehtävät
tasks-title = Mitä sinulta odotetaan
tasks-empty = Sinulta ei odoteta nyt mitään.
tasks-count = { $count ->
    [one] { $count } avoin tehtävä. Ensin ovat ne, joille laki asettaa määräajan tunnilleen, sitten myöhässä olevat.
   *[other] { $count } avointa tehtävää. Ensin ovat ne, joille laki asettaa määräajan tunnilleen, sitten myöhässä olevat.
 }
tasks-late = Myöhässä
tasks-due = määräpäivä { $day }
