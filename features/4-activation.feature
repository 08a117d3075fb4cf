# language: fr
Fonctionnalité: 4 — Activer son compte

  @EX-4.01 @essentiel
  Règle: Le courriel d'activation arrive à l'adresse de connexion, et à elle seule
    Guide, étape 1 : « Un mail d'activation vous sera envoyé sur votre adresse électronique de connexion ».

    Scénario: L'adresse de contact est autre : seul le titulaire de l'adresse de connexion est averti
      Étant donné un nouveau venu, au nom d'une société
      Et dont l'adresse de contact est autre que l'adresse de connexion
      Quand il crée son compte
      Alors le courriel d'activation arrive à son adresse de connexion
      Et rien n'arrive à son adresse de contact
      Et personne d'autre ne le reçoit

  @EX-4.02 @essentiel
  Règle: Son lien mène à la page d'activation du portail
    Guide, étape 4 : « Après avoir cliqué sur le lien reçu par courriel […] vous serez renvoyés sur une page de Chorus Pro pour finaliser votre inscription ».

    Scénario: Le lien du courriel ouvre la page d'activation
      Étant donné un nouveau venu, au nom d'une société
      Et qui a choisi ses espaces
      Quand il ouvre le lien du courriel d'activation
      Alors la page d'activation du compte s'affiche

  @EX-4.04 @essentiel
  Règle: Le mot de passe a au moins 8 caractères
    Guide, étape 4 : « votre mot de passe doit comporter au minimum 8 caractères ».

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui a ouvert le lien d'activation

    Scénario: Un mot de passe de 7 caractères est refusé
      Quand il choisit le mot de passe « Abc1!xy »
      Alors le mot de passe est refusé
      Et son compte n'est pas actif

    Scénario: Le même, complété jusqu'à la longueur minimale du portail, est accepté
      Quand il choisit le mot de passe « Abc1!xy », complété jusqu'à la longueur minimale
      Alors son compte est actif

  @EX-4.05 @essentiel
  Règle: Le mot de passe a au moins 3 des 4 types : majuscules, minuscules, chiffres, caractères spéciaux
    Guide, étape 4 : « comporter au moins 3 types de caractères parmi les 4 groupes suivants ».

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui a ouvert le lien d'activation

    Scénario: Chaque paire de types est refusée, un type de plus est accepté
      Quand il choisit tour à tour ces mots de passe :
        | mot de passe     | types                              |
        | KEVAPRONTMISUDEX | majuscules                         |
        | KEVAPRONTmisudex | majuscules et minuscules           |
        | KEVAPRONT7391846 | majuscules et chiffres             |
        | KEVAPRONT!?-+*=! | majuscules et caractères spéciaux  |
        | kevapront7391846 | minuscules et chiffres             |
        | kevapront!?-+*=! | minuscules et caractères spéciaux  |
        | 739184627!?-+*=! | chiffres et caractères spéciaux    |
      Alors chacun de ces mots de passe est refusé
      Quand il choisit un mot de passe qui a juste les types demandés
      Alors son compte est actif

  @EX-4.06 @essentiel
  Règle: La confirmation doit être identique
    Guide, étape 4 : « Mot de passe * », « Confirmation * ».

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui a ouvert le lien d'activation

    Scénario: Chaque confirmation différente est refusée, la même est acceptée
      Quand il confirme tour à tour son mot de passe, ainsi altéré :
        | altération          |
        | vide                |
        | une lettre de moins |
        | une lettre de plus  |
        | une autre casse     |
      Alors chacune de ces confirmations est refusée
      Quand il choisit son mot de passe
      Alors son compte est actif

  @EX-4.10 @essentiel @si-connexion
  Règle: Le compte est actif après validation : l'utilisateur se connecte avec ce mot de passe
    Guide, étape 4 : « Votre compte est désormais actif ».

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui a activé son compte

    Scénario: Avec le mot de passe choisi, le compte s'ouvre
      Quand il se connecte avec le mot de passe choisi
      Alors son compte s'ouvre

    Scénario: Avec un autre mot de passe, la connexion est refusée
      Quand il se connecte avec un autre mot de passe
      Alors la connexion est refusée

  @EX-4.11 @essentiel @si-connexion
  Règle: Le premier à créer l'entreprise en est gestionnaire principal
    Guide, étape 4 : « Vous êtes le premier à créer votre entreprise dans Chorus Pro : vous en êtes le gestionnaire principal ».

    Scénario: Le premier utilisateur de l'entreprise en est le gestionnaire principal
      Étant donné un nouveau venu, au nom d'une société
      Et qui a activé son compte
      Quand il se connecte
      Alors il est gestionnaire principal de sa structure
