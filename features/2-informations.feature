# language: fr
Fonctionnalité: 2 — Compléter ses informations

  Contexte:
    Étant donné un nouveau venu, au nom d'une société
    Et qui s'est identifié

  @EX-2.02 @essentiel
  Règle: L'adresse resaisie doit être identique
    Guide, étape 2 : « Resaisissez votre adresse électronique de connexion * ».

    Scénario: Chaque adresse resaisie autrement est refusée, la même est acceptée
      Quand il resaisit tour à tour son adresse, ainsi altérée :
        | altération              |
        | vide                    |
        | une lettre de moins     |
        | une lettre de plus      |
        | un autre domaine        |
        | une autre personne      |
      Alors chacune de ces adresses est refusée
      Quand il complète ses informations
      Alors il est invité à choisir ses espaces

  @EX-2.05 @essentiel @si-captcha
  Règle: Les caractères de l'image sont exigés et vérifiés
    Guide, étape 2 : « Entrez les caractères générés par l'image * ».

    Scénario: Sans les caractères de l'image, les informations sont refusées
      Quand il complète ses informations sans les caractères de l'image
      Alors les caractères de l'image sont refusés

    Scénario: D'autres caractères sont refusés
      Quand il complète ses informations avec d'autres caractères que ceux de l'image
      Alors les caractères de l'image sont refusés

    Scénario: Les bons caractères sont acceptés
      Quand il complète ses informations
      Alors il est invité à choisir ses espaces

  @EX-2.06 @essentiel @si-insee
  Règle: La structure est préremplie avec les données de l'INSEE
    Guide, étape 2 : « Les champs concernant votre structure (entreprise) sont alimentés avec les données de la base INSEE ».

    Scénario: Le fournisseur retrouve sa structure telle que l'INSEE la connaît
      Alors sa structure est préremplie selon l'INSEE :
        | donnée         |
        | identifiant    |
        | raison sociale |
        | adresse        |
        | code postal    |
        | ville          |
        | pays           |

  @EX-2.12 @essentiel
  Règle: « Déposer des demandes de paiement » est coché par défaut, « DUME » ne l'est pas
    Guide, étape 2 : « La fonctionnalité « Déposer des demandes de paiement » est cochée par défaut » ; celle des DUME ne sert qu'aux éditeurs.

    Scénario: Le compte est proposé pour déposer des demandes de paiement, et pour cela seul
      Alors « Déposer des demandes de paiement » est coché
      Et « Créer et/ou consulter des DUME » n'est pas coché
