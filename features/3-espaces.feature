# language: fr
Fonctionnalité: 3 — Ouvrir ses espaces de travail

  Contexte:
    Étant donné un nouveau venu, au nom d'une société
    Et qui a complété ses informations

  @EX-3.01 @essentiel
  Règle: L'utilisateur est accueilli par son nom et son compte est rappelé
    Guide, étape 3 : « BIENVENUE MONSIEUR […] », « Votre compte utilisateur […] a été créé ».

    Scénario: Le fournisseur est accueilli par son nom, et retrouve son adresse de connexion
      Alors il est accueilli par son nom
      Et son compte lui est rappelé par son adresse de connexion

  @EX-3.02 @essentiel @si-espaces
  Règle: Chaque espace est présenté avec son descriptif
    Guide, étape 3 : le tableau « Espaces, Descriptif, Activation ».

    Scénario: Les neuf espaces ont chacun un descriptif qui leur est propre
      Alors chaque espace est présenté avec un descriptif qui lui est propre

  @EX-3.03 @essentiel @si-espaces
  Règle: « Factures émises » et « Sollicitations émises » sont ouverts par défaut, les autres fermés
    Guide, étape 3 : « Les espaces « Sollicitations émises » et « Factures émises » sont activés par défaut ».

    Scénario: Deux espaces sont proposés ouverts, et eux seuls
      Alors les espaces sont proposés dans cet état :
        | espace                       | état  |
        | Demande de remboursement TIC | fermé |
        | Engagements                  | fermé |
        | Factures à valider           | fermé |
        | Factures de travaux          | fermé |
        | Factures émises              | ouvert |
        | Mémoires de frais de justice | fermé |
        | Raccordement EDI et API      | fermé |
        | Sollicitations émises        | ouvert |
        | Suivi des flux               | fermé |

  @EX-3.04 @essentiel @si-espaces
  Règle: Un espace s'ouvre et se ferme par OUI/NON
    Guide, étape 3 : « Cliquez sur les boutons d'activation (OUI/NON) pour ouvrir les espaces souhaités », « ajouter ou supprimer ».

    Scénario: Chacun des neuf espaces s'ouvre, puis se ferme
      Quand il ouvre tous les espaces
      Alors tous les espaces sont ouverts
      Quand il ferme tous les espaces
      Alors tous les espaces sont fermés

  @EX-3.05 @essentiel @si-espaces @si-connexion
  Règle: Le choix validé est retrouvé une fois le compte activé
    Guide, étape 3 : « cliquez sur les boutons d'activation (OUI/NON) pour ouvrir les espaces souhaités ».

    Scénario: L'espace ouvert l'est encore, l'espace fermé l'est encore, les autres n'ont pas changé
      Et qui a ouvert l'espace « Engagements » et fermé l'espace « Sollicitations émises »
      Et qui a ensuite activé son compte et s'est connecté
      Alors ses espaces ouverts sont « Engagements » et « Factures émises », et eux seuls

  @EX-3.06 @essentiel
  Règle: La création est confirmée, et l'envoi d'un courriel d'activation annoncé
    Guide, étape 3 : « Votre compte est créé et un courriel d'activation est envoyé à l'adresse électronique que vous avez renseignée ».

    Scénario: La validation des espaces est suivie d'une confirmation et d'une annonce
      Quand il valide ses espaces
      Alors la création de son compte est confirmée
      Et l'envoi d'un courriel d'activation lui est annoncé

  @EX-3.07 @essentiel
  Règle: La durée de validité limitée de l'activation est annoncée, à l'écran ou dans le courriel
    Guide, étape 3 : « Il a une durée de validité limitée ».

    Scénario: Le fournisseur sait que l'activation n'attend pas
      Quand il valide ses espaces
      Alors la durée de validité de l'activation est annoncée, à l'écran ou dans le courriel

  @EX-3.08 @robuste
  Règle: Une étape ne peut être sautée : ni en ouvrant, dans un navigateur neuf, une adresse relevée pendant un parcours complet, ni en rejouant l'envoi final après la seule étape 1 ; ni compte ni courriel
    Lecture : le guide enchaîne « 4 grandes étapes » ; chacune suppose celles d'avant.

    Scénario: Les adresses d'un parcours complet ne mènent personne d'autre au milieu de ce parcours
      Et qui a ensuite activé son compte et s'est connecté
      Alors les adresses de son parcours, rouvertes dans un navigateur neuf, ne montrent rien de lui
      Et aucun autre courriel d'activation ne lui est envoyé

    Scénario: L'envoi final, rejoué après la seule étape 1, ne crée rien
      Quand il valide ses espaces
      Et un autre nouveau venu, après la seule étape 1, rejoue l'envoi final du premier
      Alors rien n'est créé, ni pour cet autre, ni pour le premier

  @EX-3.09 @robuste
  Règle: Valider deux fois de suite n'envoie qu'un courriel et ne crée qu'un compte
    Lecture : le guide annonce « un courriel d'activation », pour un compte ; un double appui ou un réseau lent n'y changent rien.

    Scénario: Une validation deux fois coup sur coup
      Quand il valide ses espaces deux fois coup sur coup
      Alors un seul courriel d'activation lui arrive
      Quand il ouvre le lien du courriel d'activation
      Et il choisit son mot de passe
      Alors son compte est actif

    Scénario: Une validation reçue une seconde fois par le portail
      Quand il valide ses espaces, et le même envoi parvient une seconde fois au portail
      Alors un seul courriel d'activation lui arrive
      Quand il ouvre le lien du courriel d'activation
      Et il choisit son mot de passe
      Alors son compte est actif

  @EX-3.10 @robuste @si-activation-finale
  Règle: Aucun courriel d'activation ne part avant la validation des espaces
    Guide, étape 3 : « Cliquez sur Valider. Votre compte est créé et un courriel d'activation est envoyé ».

    Scénario: Le courriel d'activation attend la validation des espaces
      Alors aucun courriel d'activation ne lui est encore parvenu
      Quand il valide ses espaces
      Alors le courriel d'activation arrive à son adresse de connexion

  @EX-3.11 @essentiel @si-espaces @si-connexion
  Règle: Les espaces restent modifiables après la création du compte
    Guide, étape 3 : « Ce paramétrage n'étant pas définitif, vous pourrez le faire évoluer dans le temps ».

    Scénario: Les espaces changés dans le compte le sont encore à la connexion suivante
      Et qui a ensuite activé son compte et s'est connecté
      Quand il ouvre, dans son compte, l'espace « Engagements » et ferme l'espace « Sollicitations émises »
      Et il se reconnecte, depuis un autre navigateur
      Alors il retrouve ouverts les espaces « Engagements » et « Factures émises », et eux seuls
