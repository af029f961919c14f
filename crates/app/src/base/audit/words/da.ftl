audit-menu = Logbogen
audit-title = Logbogen
audit-lead = Hver handling efterlader en post her. Posterne er kædet sammen, så en senere ændring kan ses.
audit-head = Logbogens seneste post
audit-head-number = Post { $seq }
audit-key = Signeringsnøglens fingeraftryk
audit-verify = Kontrollér logbogen
audit-verb = Handling
audit-subject = Vedrører
audit-day = Dag
audit-filter = Vis
audit-none = Ingen poster.
audit-count = { $count ->
    [one] { $count } post
   *[other] { $count } poster
 }
audit-number = Nr.
audit-when = Hvornår
audit-who = Hvem
audit-who-program = Programmet: { $task }
audit-who-console = Kommandolinjen
audit-who-nobody = Ikke logget ind
audit-who-person = En person
audit-back = Tilbage til logbogen
audit-verify-title = Kontrol af logbogen
audit-verify-good = Alt passer. Posterne følger efter hinanden, og hver række er, som logbogen siger.
audit-verify-bad = { $count ->
    [one] { $count } ting passer ikke.
   *[other] { $count } ting passer ikke.
 }
audit-verify-sum = Poster: { $entries }. Rækker: { $rows }. Kontrolsummer, der opbevares et andet sted: { $heads }.
audit-verify-erased = Slettet efter regel { $rule }: { $count }
audit-verify-list = { $count ->
    [one] Den fundne fejl
   *[other] De første { $count } fundne fejl
 }
audit-verify-what = Hvad der ikke passer
audit-verify-place = Hvor
audit-fault-gap = Der mangler en post før denne
audit-fault-follows = Posten følger ikke efter den foregående
audit-fault-changed-entry = Posten er ændret
audit-fault-unknown-row = Logbogen kender ikke rækken
audit-fault-changed-row = Rækken er ændret uden for programmet
audit-fault-missing-row = Rækken mangler, og ingen regel har slettet den
audit-fault-returned = Rækken blev slettet, men findes igen
audit-fault-rewritten = Kæden er skrevet om: En kontrolsum, der opbevares et andet sted, er en anden
audit-fault-cut = Slutningen af logbogen er fjernet: En kontrolsum, der opbevares et andet sted, ligger efter den
audit-fault-signature = En kontrolsum mangler denne installations signatur
audit-fault-heads-file = Filen med kontrolsummer kan ikke læses
audit-fault-content = Indholdet af en vedhæftet fil mangler eller er ændret
audit-mail-subject = Logbogens kontrolsum { $day }
audit-mail-text = Gem denne besked. Den beviser senere, at logbogen ikke er skrevet om. Signeringsnøglens fingeraftryk: { $key }
