# language: fr
Fonctionnalité: 1 — S'identifier

  Contexte:
    Étant donné un nouveau venu, au nom d'une société

  @EX-1.01 @essentiel
  Règle: L'accueil propose au nouveau venu de saisir son adresse électronique et son SIRET
    Guide, étape 1 : « Vous êtes nouveau sur Chorus Pro ? Adresse électronique de connexion, Numéro de SIRET ».

    Scénario: Le nouveau venu trouve où saisir son adresse électronique et son SIRET
      Quand il arrive sur le portail
      Alors il peut saisir son adresse électronique de connexion
      Et il peut saisir son SIRET

  @EX-1.02 @essentiel
  Règle: L'adresse électronique est obligatoire
    Guide, étape 1 : « Adresse électronique de connexion * ».

    Scénario: Sans adresse électronique, l'identification est refusée
      Quand il s'identifie sans adresse électronique
      Alors l'adresse électronique est refusée

    Scénario: Avec son adresse électronique, le même est invité à compléter ses informations
      Quand il s'identifie avec son adresse électronique et son SIRET
      Alors il est invité à compléter ses informations

  @EX-1.03 @essentiel
  Règle: Le SIRET est obligatoire
    Guide, étape 1 : « Numéro de SIRET * », « veillez à vous munir de ce numéro avant la saisie ».

    Scénario: Sans SIRET, l'identification est refusée
      Quand il s'identifie sans SIRET
      Alors le SIRET est refusé

    Scénario: Avec son SIRET, le même est invité à compléter ses informations
      Quand il s'identifie avec son adresse électronique et son SIRET
      Alors il est invité à compléter ses informations

  @EX-1.06 @robuste
  Règle: Un SIRET qui n'a pas 14 chiffres, ou dont la clé est fausse (Luhn sur les 14), est refusé
    Lecture : le guide tient pour connue la forme d'un SIRET, 14 chiffres dont le dernier est une clé.

    Scénario: Chaque SIRET mal formé est refusé, le même sans faute est accepté
      Quand il s'identifie tour à tour avec son SIRET, ainsi altéré :
        | altération                     |
        | un chiffre de moins            |
        | un chiffre de plus             |
        | une lettre à la place du 1er   |
        | une clé fausse                 |
        | deux chiffres voisins échangés |
      Alors chacun de ces SIRET est refusé
      Quand il s'identifie avec son adresse électronique et son SIRET
      Alors il est invité à compléter ses informations

  @EX-1.08 @essentiel @si-insee
  Règle: Un SIRET inconnu de l'INSEE est refusé
    Fait public : le portail vérifie que le SIRET existe dans la base de l'INSEE.

    Scénario: Un SIRET bien formé que l'INSEE ne connaît pas est refusé
      Étant donné un nouveau venu dont l'INSEE ne connaît pas le SIRET
      Quand il s'identifie avec son adresse électronique et son SIRET
      Alors le SIRET est refusé

    Scénario: Un SIRET que l'INSEE connaît est accepté
      Quand il s'identifie avec son adresse électronique et son SIRET
      Alors il est invité à compléter ses informations
