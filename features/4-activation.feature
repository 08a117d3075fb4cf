# language: fr
Fonctionnalité: 4 — Activer son compte

  @EX-4.01 @essentiel
  Règle: Le courriel d'activation arrive à l'adresse de connexion, et à elle seule
    Guide, étape 1 : « Un mail d'activation vous sera envoyé sur votre adresse électronique de connexion ».

    Scénario: L'adresse de contact est autre : seul le titulaire de l'adresse de connexion est averti
      Étant donné un nouveau venu, au nom d'une société
      Et dont l'adresse de contact est autre que l'adresse de connexion
      Et qui a complété ses informations
      Quand il valide ses espaces
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

  @EX-4.03 @essentiel
  Règle: La page rappelle l'adresse de connexion, l'adresse de contact, le nom et le prénom
    Guide, étape 4 : l'image « Informations générales », « Adresse électronique de connexion, Adresse électronique de contact, Nom, Prénom ».

    Scénario: Le fournisseur reconnaît sur la page ce qu'il a saisi, ses deux adresses distinctes comprises
      Étant donné un nouveau venu, au nom d'une société
      Et dont l'adresse de contact est autre que l'adresse de connexion
      Et qui a ouvert le lien d'activation
      Alors la page d'activation lui rappelle :
        | donnée               |
        | adresse de connexion |
        | adresse de contact   |
        | nom                  |
        | prénom               |

  @EX-4.04 @essentiel
  Règle: Le mot de passe a au moins 8 caractères
    Guide, étape 4 : « votre mot de passe doit comporter au minimum 8 caractères ».

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui a ouvert le lien d'activation

    Scénario: Un mot de passe de 7 caractères est refusé
      Quand il choisit tour à tour ces mots de passe :
        | mot de passe | longueur                                           |
        | Abc1!xé      | 7 caractères, dont un accent : 8 octets en UTF-8   |
        | Abc1!xy      | 7 caractères                                       |
      Alors chacun de ces mots de passe est refusé
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
        | KEVAPRONTéèàçùêî | majuscules et accents              |
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

  @EX-4.07 @essentiel
  Règle: La complexité du mot de passe est affichée et croît avec lui (échelle de mots déclarée par la cible ; celle du guide finit à « Très satisfaisant ») ; sans script, elle l'est après l'envoi
    Guide, étape 4 : l'image « Complexité du mot de passe : Très Satisfaisant ».

    Scénario: Plus le mot de passe est complexe, plus la complexité affichée est haute
      Étant donné un nouveau venu, au nom d'une société
      Et qui a ouvert le lien d'activation
      Quand il essaie ces mots de passe, du plus simple au plus complexe :
        | mot de passe             |
        | kevap                    |
        | kevapront73              |
        | Kev7!Apront?Misu4-Dex=93 |
      Alors la complexité affichée croît avec eux

  @EX-4.08 @essentiel @si-question-secrete
  Règle: Question secrète et réponse sont obligatoires
    Guide, étape 4 : « Question secrète * », « Réponse * ».

    Scénario: La question ou la réponse oubliée est réclamée, les deux données sont acceptées
      Étant donné un nouveau venu, au nom d'une société
      Et qui a ouvert le lien d'activation
      Quand il choisit son mot de passe en laissant vide tour à tour :
        | laissé vide         |
        | la question secrète |
        | la réponse          |
        | les deux            |
      Alors chacun de ces oublis est refusé
      Quand il choisit son mot de passe
      Alors son compte est actif

  @EX-4.09 @essentiel
  Règle: « Précédent » revient en arrière sans activer le compte
    Guide, étape 4 : l'image montre « Précédent » à côté de « Valider ».

    Scénario: Tout était rempli : revenir en arrière n'active rien, et le lien sert encore
      Étant donné un nouveau venu, au nom d'une société
      Et qui a ouvert le lien d'activation
      Quand il remplit tout, puis revient en arrière
      Alors son compte n'est pas actif
      Quand il ouvre le lien du courriel d'activation
      Et il choisit son mot de passe
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

    Scénario: Avec un mot de passe approchant, la connexion est refusée
      Quand il se connecte tour à tour avec son mot de passe, ainsi altéré :
        | altération          |
        | une lettre de plus  |
        | une lettre de moins |
        | une autre casse     |
      Alors chacune de ces connexions est refusée

  @EX-4.11 @essentiel @si-connexion
  Règle: Le premier à créer l'entreprise en est gestionnaire principal
    Guide, étape 4 : « Vous êtes le premier à créer votre entreprise dans Chorus Pro : vous en êtes le gestionnaire principal ».

    Scénario: Le premier utilisateur de l'entreprise en est le gestionnaire principal
      Étant donné un nouveau venu, au nom d'une société
      Et qui a activé son compte
      Quand il se connecte
      Alors il est gestionnaire principal de sa structure

  @EX-4.12 @essentiel @si-espaces @si-connexion
  Règle: Dès l'activation, l'entrée pour transmettre une facture est atteignable
    Guide, étape 4 : « vous pouvez dès à présent transmettre vos factures à votre client public ».

    Scénario: Sitôt connecté, le fournisseur trouve où transmettre une facture
      Étant donné un nouveau venu, au nom d'une société
      Et qui a activé son compte
      Quand il se connecte
      Alors il peut transmettre une facture
      Et l'entrée pour transmettre une facture s'ouvre

  @EX-4.13 @essentiel @seul
  Règle: Passé sa durée de validité, le lien n'active plus le compte
    Guide, étape 3 : le courriel d'activation « a une durée de validité limitée ».

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui a choisi ses espaces
      Et qui a reçu le courriel d'activation

    Scénario: Une minute après la fin de sa durée de validité, le lien n'active plus rien
      Quand la durée de validité du lien passe
      Et il essaie d'activer son compte par ce lien périmé
      Alors le lien n'active pas le compte
      Et son compte n'est pas actif

    Scénario: Une minute avant la fin, le lien active encore
      Quand la durée de validité du lien passe, à une minute près
      Et il ouvre le lien du courriel d'activation
      Et il choisit son mot de passe
      Alors son compte est actif

    Scénario: Ouvert une minute avant la fin, rempli et envoyé une minute après, il n'active plus rien
      Quand la durée de validité du lien passe, à une minute près
      Et il ouvre le lien du courriel d'activation
      Et deux minutes passent encore
      Et il choisit son mot de passe
      Alors son compte n'est pas actif

  @EX-4.14 @robuste @si-connexion
  Règle: Le lien ne sert qu'une fois
    Lecture : un lien qui servirait encore laisserait quiconque retrouve le courriel changer le mot de passe.

    Scénario: Rouvert après l'activation, le lien ne change plus le mot de passe
      Étant donné un nouveau venu, au nom d'une société
      Et qui a activé son compte
      Quand quelqu'un rouvre le lien ailleurs et essaie d'y choisir un autre mot de passe
      Alors cet autre mot de passe n'ouvre pas le compte
      Et le premier mot de passe l'ouvre toujours

    Scénario: Ouvert ailleurs avant l'activation, le lien n'y change plus le mot de passe après
      Étant donné un nouveau venu, au nom d'une société
      Et qui a ouvert le lien d'activation
      Quand quelqu'un ouvre aussi le lien ailleurs
      Et il choisit son mot de passe
      Et cet autre essaie ensuite d'y choisir un autre mot de passe
      Alors le premier mot de passe l'ouvre toujours

  @EX-4.15 @robuste
  Règle: Un lien altéré n'active rien
    Lecture : seul qui a reçu le courriel peut activer le compte ; un lien approchant n'est pas le sien.

    Scénario: Aucun lien altéré n'active le compte, le vrai l'active
      Étant donné un nouveau venu, au nom d'une société
      Et qui a choisi ses espaces
      Et qui a reçu le courriel d'activation
      Quand il essaie tour à tour son lien, ainsi altéré :
        | altération                         |
        | le dernier caractère changé        |
        | le premier caractère changé        |
        | un caractère de moins              |
        | un caractère de plus               |
        | majuscules et minuscules échangées |
        | aucun jeton                        |
      Alors aucun de ces liens n'active le compte
      Quand il ouvre le lien du courriel d'activation
      Et il choisit son mot de passe
      Alors son compte est actif

  @EX-4.17 @robuste
  Règle: Le lien fonctionne dans un autre navigateur que celui de l'inscription
    Lecture : on s'inscrit au bureau et l'on relève son courrier ailleurs ; le guide ne demande que de cliquer sur le lien reçu.

    Scénario: Inscrit dans un navigateur, il active son compte dans un autre
      Étant donné un nouveau venu, au nom d'une société
      Et qui a choisi ses espaces
      Quand il ouvre le lien dans un autre navigateur et y choisit son mot de passe
      Alors son compte y est actif

  @EX-4.18 @robuste
  Règle: Ouvrir le lien sans terminer (aperçu par un filtre de messagerie) ne le consomme pas
    Lecture : les filtres de messagerie ouvrent les liens d'un courriel avant son destinataire, qui doit pouvoir activer son compte.

    Scénario: Un filtre a ouvert les liens du courriel, son destinataire active quand même son compte
      Étant donné un nouveau venu, au nom d'une société
      Et qui a choisi ses espaces
      Quand un filtre de messagerie ouvre les liens du courriel avant lui
      Et il ouvre le lien du courriel d'activation
      Alors la page d'activation du compte s'affiche
      Quand il choisit son mot de passe
      Alors son compte est actif

  @EX-4.19 @robuste
  Règle: Un mot de passe refusé n'active pas le compte, et un second essai réussit
    Lecture : « pour être accepté, votre mot de passe doit… » : refusé, il n'a aucun effet, et l'on recommence.

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui a ouvert le lien d'activation

    Scénario: Trop court et trop simple, il n'ouvre rien ; le suivant, aussitôt, est accepté
      Quand il choisit le mot de passe « abcd »
      Alors le mot de passe est refusé
      Et ce mot de passe n'ouvre pas son compte, vu d'un autre navigateur
      Quand il choisit son mot de passe
      Alors son compte est actif
      Et ce second mot de passe l'ouvre

    Scénario: Acceptable mais mal confirmé, il n'ouvre rien ; bien confirmé, il est accepté
      Quand il confirme autrement un mot de passe acceptable
      Alors la confirmation est refusée
      Et ce mot de passe n'ouvre pas son compte, vu d'un autre navigateur
      Quand il choisit son mot de passe
      Alors son compte est actif

  @EX-4.20 @essentiel @si-question-secrete @si-connexion
  Règle: La question secrète permet de récupérer un mot de passe oublié
    Guide, étape 4 : « la question secrète vous permettant de le récupérer en cas d'oubli ».

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui a activé son compte

    Scénario: La bonne réponse permet de choisir un nouveau mot de passe, qui remplace l'ancien
      Quand il récupère son compte par sa question secrète
      Alors son nouveau mot de passe est accepté
      Et son ancien mot de passe n'ouvre plus son compte
      Et son nouveau mot de passe l'ouvre

    Scénario: Une autre réponse est refusée, et le premier mot de passe sert toujours
      Quand il répond autrement à sa question secrète
      Alors sa réponse est refusée
      Et le premier mot de passe l'ouvre toujours

  @EX-4.21 @essentiel @si-connexion
  Règle: Le gestionnaire principal peut modifier sa structure
    Guide, étape 4 : « vous en êtes le gestionnaire principal et avez tous les droits de modification sur celle-ci ».

    Scénario: La structure modifiée est retrouvée telle quelle à la connexion suivante
      Étant donné un nouveau venu, au nom d'une société
      Et qui a activé son compte
      Quand il se connecte
      Et il modifie ainsi sa structure :
        | donnée      | valeur              |
        | libellé     | Agence de la Côte   |
        | adresse     | 8 quai des Pêcheurs |
        | complément  | Bâtiment C          |
        | code postal | 06000               |
        | ville       | Nice                |
      Alors il la retrouve ainsi, en se connectant ailleurs :
        | donnée      | valeur              |
        | libellé     | Agence de la Côte   |
        | adresse     | 8 quai des Pêcheurs |
        | complément  | Bâtiment C          |
        | code postal | 06000               |
        | ville       | Nice                |

  @EX-4.22 @robuste @devrait
  Règle: Un lien d'activation perdu ou expiré peut être redemandé
    Fait public : le portail renvoie sur demande un lien d'activation perdu ou expiré.

    Scénario: Un nouveau lien, redemandé, arrive et active le compte
      Étant donné un nouveau venu, au nom d'une société
      Et qui a choisi ses espaces
      Et qui a reçu le courriel d'activation
      Quand il demande un nouveau lien d'activation
      Alors un nouveau courriel lui apporte un lien
      Quand il ouvre le lien du courriel d'activation
      Et il choisit son mot de passe
      Alors son compte est actif

    @seul
    Scénario: Un nouveau lien, redemandé une fois le premier périmé, active aussi le compte
      Étant donné un nouveau venu, au nom d'une société
      Et qui a choisi ses espaces
      Et qui a reçu le courriel d'activation
      Quand la durée de validité du lien passe
      Et il demande un nouveau lien d'activation
      Alors un nouveau courriel lui apporte un lien
      Quand il ouvre le lien du courriel d'activation
      Et il choisit son mot de passe
      Alors son compte est actif
