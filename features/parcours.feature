# language: fr
Fonctionnalité: 0 — Le parcours entier
  De la première visite à un compte qui sert : les quatre étapes du guide, puis la connexion.

  @EX-0.01 @essentiel
  Règle: Une société crée son compte de bout en bout
    Guide : « Voici comment procéder en 4 grandes étapes », puis « votre compte est désormais actif ».

    Scénario: Une société s'inscrit, puis son premier utilisateur se connecte
      Étant donné un nouveau venu, au nom d'une société
      Quand il s'identifie et passe à l'étape 2
      Et il complète ses informations et passe à l'étape 3
      Et il valide ses espaces et reçoit le courriel d'activation
      Et il ouvre le lien et passe à l'étape 4
      Et il choisit son mot de passe et active son compte
      Et il se connecte
      Alors il est gestionnaire principal de sa structure
      Et il peut transmettre une facture

  @EX-0.02 @essentiel
  Règle: Un entrepreneur individuel crée son compte de bout en bout
    Guide, étape 2 : la raison sociale de l'exemple est celle d'une personne, « MONSIEUR » suivi d'un prénom et d'un nom.

    Scénario: Un entrepreneur individuel s'inscrit, puis se connecte
      Étant donné un nouveau venu, entrepreneur individuel
      Quand il s'identifie et passe à l'étape 2
      Et il complète ses informations et passe à l'étape 3
      Et il valide ses espaces et reçoit le courriel d'activation
      Et il ouvre le lien et passe à l'étape 4
      Et il choisit son mot de passe et active son compte
      Et il se connecte
      Alors il est gestionnaire principal de sa structure
      Et il peut transmettre une facture
