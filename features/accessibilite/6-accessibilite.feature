# language: fr
Fonctionnalité: 6 — Accessibilité
  Ce qu'un navigateur peut observer seul. Un audit du RGAA demande des personnes : la pertinence d'un texte, d'un titre ou
  d'un ordre de lecture ne se mesure pas.

  @EX-6.01 @accessible
  Règle: Chaque page passe l'examen automatique (axe, règles WCAG 2.1 A et AA) sans violation grave
    Loi du 11 février 2005, article 47, et RGAA 4.1 : un service public en ligne est accessible à tous ; EN 301 549, qui reprend WCAG 2.1 A et AA.

    Scénario: Aucune page, aucun refus affiché, aucun menu ouvert ne présente de violation grave
      Étant donné un nouveau venu, au nom d'une société
      Et qui a parcouru le portail jusqu'à son compte, chaque page étant examinée :
        | comment                     |
        | sur l'écran d'un ordinateur |
        | sur un téléphone            |
        | en couleurs forcées         |
      Alors l'examen ne relève aucune violation grave

  @EX-6.02 @accessible
  Règle: Le parcours entier se fait au clavier seul, le point d'attention restant visible
    RGAA 4.1, critères 7.3, 10.7 et 12.9 : tout se fait au clavier, la prise de focus est visible, aucun piège ne retient.

    Scénario: De l'accueil au compte ouvert, sans souris
      Étant donné un nouveau venu, au nom d'une société
      Et qui a parcouru le portail au clavier seul, le point d'attention étant cherché :
        | comment                     |
        | sur l'écran d'un ordinateur |
        | en couleurs forcées         |
      Alors la touche Tab n'a été retenue nulle part
      Et rien n'a demandé la souris
      Et le point d'attention s'est vu à chaque arrêt
      Et il s'est vu aussi quand la personne impose ses couleurs

  @EX-6.03 @accessible
  Règle: Chaque page dit sa langue et porte un titre propre
    RGAA 4.1, critères 8.3 à 8.6 : chaque page a une langue par défaut et un titre, l'un et l'autre pertinents.

    Scénario: La langue et le titre disent à l'oreille où l'on est
      Étant donné un nouveau venu, au nom d'une société
      Et qui a parcouru le portail jusqu'à son compte
      Alors chaque page dit qu'elle est en français
      Et chaque page porte un titre qui lui est propre

  @EX-6.04 @accessible
  Règle: Une erreur est reliée à son champ et annoncée
    RGAA 4.1, critères 7.5 et 11.10 : le message d'erreur est relié au champ, et restitué par les technologies d'assistance.

    Scénario: Qui n'entend que la page apprend ce qu'il a mal saisi, et où
      Étant donné un nouveau venu, au nom d'une société
      Et qui a fait tour à tour ces erreurs, chacune refusée :
        | erreur                                        |
        | une adresse électronique mal formée           |
        | un SIRET dont la clé est fausse               |
        | un nom oublié                                 |
        | un code postal oublié                         |
        | une confirmation qui diffère du mot de passe  |
        | un mot de passe qui n'est pas le bon          |
      Alors chaque erreur est reliée à son champ
      Et chaque erreur est annoncée

  @EX-6.05 @accessible
  Règle: Les champs personnels annoncent leur nature (autocomplete)
    RGAA 4.1, critère 11.13 : la finalité d'un champ se déduit, pour faciliter le remplissage automatique.

    Scénario: Adresses, nom, prénom et mot de passe peuvent être remplis par un outil
      Étant donné un nouveau venu, au nom d'une société
      Et qui a parcouru le portail jusqu'à son compte, ses champs personnels étant relevés
      Alors chaque champ personnel annonce sa nature

  @EX-6.06 @accessible
  Règle: À 320 pixels de large, rien n'est perdu ni coupé
    RGAA 4.1, critères 10.4 et 10.11 : à 320 pixels de large, ou le texte agrandi à 200 %, ni perte d'information, ni défilement horizontal.

    Scénario: Sur un petit écran, ou en grosses lettres, tout se lit et s'actionne
      Étant donné un nouveau venu, au nom d'une société
      Et qui a parcouru le portail jusqu'à son compte, chaque page étant mise à l'étroit :
        | comment                        |
        | à 320 pixels de large          |
        | avec un texte agrandi à 200 %  |
      Alors aucune page ne défile à l'horizontale
      Et rien n'est perdu ni coupé
      Et ce qui s'actionne ne se recouvre pas

  @EX-6.07 @accessible
  Règle: Les interrupteurs disent leur nom et leur état
    RGAA 4.1, critères 3.1, 7.1 et 11.1 : nom et état sont restitués, et jamais donnés par la seule couleur.

    Scénario: Ouvert ou fermé, coché ou non, cela s'entend, et se voit sans les couleurs
      Étant donné un nouveau venu, au nom d'une société
      Et qui a changé chaque case et chaque interrupteur
      Alors chacun porte son nom
      Et chacun dit son état à qui ne voit pas l'écran
      Et chacun montre son état autrement que par sa couleur
