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

  @EX-1.04 @essentiel
  Règle: Les champs obligatoires sont signalés (astérisque, « obligatoire », ou mention générale)
    Guide, étape 1 : « Adresse électronique de connexion * », « Numéro de SIRET * ».

    Scénario: Le nouveau venu voit, avant de saisir, que les deux champs sont obligatoires
      Quand il arrive sur le portail
      Alors l'adresse électronique et le SIRET sont signalés comme obligatoires

  @EX-1.05 @robuste
  Règle: Une adresse électronique mal formée est refusée
    Lecture : le guide tient pour connue la forme d'une adresse électronique, celle de la RFC 5321.

    Scénario: Chaque adresse malformée est refusée, une adresse bien formée est acceptée
      Quand il s'identifie tour à tour avec une adresse malformée :
        | défaut                         | adresse                                          |
        | aucune arobase                 | anne.martin.fournisseur.example                  |
        | deux arobases                  | anne@martin@fournisseur.example                  |
        | rien avant l'arobase           | @fournisseur.example                             |
        | rien après l'arobase           | anne.martin@                                     |
        | un espace avant l'arobase      | anne martin@fournisseur.example                  |
        | un espace après l'arobase      | anne.martin@fournisseur .example                 |
        | une virgule au lieu d'un point | anne.martin@fournisseur,example                  |
        | deux points de suite           | anne..martin@fournisseur.example                 |
        | un point au début              | .anne.martin@fournisseur.example                 |
        | un point avant l'arobase       | anne.martin.@fournisseur.example                 |
        | deux points dans le domaine    | anne.martin@fournisseur..example                 |
        | un domaine sans point          | anne.martin@fournisseur                          |
        | deux adresses                  | anne@fournisseur.example;luc@fournisseur.example |
      Alors chacune de ces adresses électroniques est refusée
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
        | un chiffre ajouté à la fin     |
        | une lettre à la place du 1er   |
        | une clé fausse                 |
        | deux chiffres voisins échangés |
      Alors chacun de ces SIRET est refusé
      Quand il s'identifie avec son adresse électronique et son SIRET
      Alors il est invité à compléter ses informations

    Scénario: Une erreur sur un seul chiffre, où qu'elle soit, est refusée
      Quand il s'identifie tour à tour avec son SIRET, un seul chiffre changé à chaque fois
      Alors chacun de ces SIRET est refusé
      Quand il s'identifie avec son adresse électronique et son SIRET
      Alors il est invité à compléter ses informations

  @EX-1.07 @robuste
  Règle: Un SIRET de La Poste (SIREN 356000000, somme des chiffres multiple de 5) est accepté
    Fait public : l'INSEE a donné aux établissements de La Poste des numéros qui suivent cette somme et non la clé de Luhn.

    Scénario: Les numéros voisins sont refusés, celui de l'établissement est accepté
      Étant donné un nouveau venu, au nom d'un établissement de La Poste
      Quand il s'identifie tour à tour avec son SIRET, ainsi altéré :
        | altération                                  |
        | une somme qui dépasse de 1 un multiple de 5 |
        | une somme qui dépasse de 2 un multiple de 5 |
        | une somme qui dépasse de 3 un multiple de 5 |
        | une somme qui dépasse de 4 un multiple de 5 |
      Alors chacun de ces SIRET est refusé
      Quand il s'identifie avec son adresse électronique et son SIRET
      Alors il est invité à compléter ses informations

  @EX-1.08 @essentiel @si-insee
  Règle: Un SIRET inconnu de l'INSEE est refusé
    Fait public : le portail vérifie que le SIRET existe dans la base de l'INSEE.

    Scénario: Un SIRET bien formé que l'INSEE ne connaît pas est refusé, même à qui insiste
      Étant donné un nouveau venu dont l'INSEE ne connaît pas le SIRET
      Quand il s'identifie avec son adresse électronique et son SIRET
      Alors le SIRET est refusé
      Quand il s'identifie avec son adresse électronique et son SIRET
      Alors le SIRET est refusé

    Scénario: Un SIRET que l'INSEE connaît est accepté
      Quand il s'identifie avec son adresse électronique et son SIRET
      Alors il est invité à compléter ses informations

  @EX-1.09 @essentiel @si-insee
  Règle: Un établissement fermé est refusé
    Fait public : le portail demande un SIRET actif dans la base de l'INSEE.

    Scénario: Le SIRET d'un établissement fermé est refusé
      Étant donné un nouveau venu dont l'établissement est fermé
      Quand il s'identifie avec son adresse électronique et son SIRET
      Alors le SIRET est refusé

    Scénario: Le SIRET d'un établissement ouvert est accepté
      Quand il s'identifie avec son adresse électronique et son SIRET
      Alors il est invité à compléter ses informations

  @EX-1.10 @essentiel
  Règle: Une entreprise sans SIRET dispose d'une autre voie (un lien qui s'ouvre vraiment)
    Guide, étape 1 : « Je n'ai pas de numéro de SIRET ».

    Scénario: Le lien de ceux qui n'ont pas de SIRET mène quelque part
      Quand il arrive sur le portail
      Alors une autre voie s'ouvre à une entreprise sans SIRET

  @EX-1.11 @essentiel @si-connexion
  Règle: Une structure déjà créée n'est pas créée une seconde fois : un second nouveau venu avec le même SIRET n'en devient pas gestionnaire principal (refus, rattachement ou simple utilisateur : au choix du portail)
    Guide, étape 4 : « Vous êtes le premier à créer votre entreprise dans Chorus Pro : vous en êtes le gestionnaire principal ».

    Scénario: Le second nouveau venu d'une structure n'en est pas gestionnaire principal
      Et qui a activé son compte
      Quand un autre nouveau venu s'inscrit avec le même SIRET
      Alors il n'est pas gestionnaire principal de cette structure

    Scénario: Le premier d'une autre structure en est gestionnaire principal
      Et qui a activé son compte
      Quand un autre nouveau venu s'inscrit avec le SIRET d'une autre structure
      Alors cet autre est gestionnaire principal de sa structure

  @EX-1.12 @essentiel @si-connexion
  Règle: Une adresse de connexion déjà utilisée ne crée pas de second compte
    Guide, étape 1 : « C'est cette adresse qui vous servira à accéder à votre compte utilisateur ».

    Scénario: Une seconde inscription avec l'adresse d'un compte actif n'en crée pas d'autre
      Et qui a activé son compte
      Quand un autre nouveau venu s'inscrit avec la même adresse et un autre SIRET
      Alors aucun second courriel d'activation n'arrive à cette adresse
      Et le premier compte s'ouvre toujours avec son mot de passe

    Scénario: Avec une adresse libre, l'inscription aboutit
      Et qui a activé son compte
      Quand un autre nouveau venu s'inscrit avec une adresse libre et un autre SIRET
      Alors un courriel d'activation arrive à cet autre

  @EX-1.13 @robuste @devrait
  Règle: Un SIRET saisi avec des espaces est accepté
    Lecture : c'est ainsi que l'INSEE l'écrit sur ses avis de situation, et qu'on le copie.

    Scénario: Le SIRET est accepté tel qu'on l'écrit ou le colle
      Quand il s'identifie tour à tour avec son SIRET, ainsi écrit :
        | écriture                            |
        | en groupes de 3, 3, 3 et 5 chiffres |
        | entre deux espaces                  |
      Alors chacun de ces SIRET est accepté

  @EX-1.14 @robuste
  Règle: Une adresse valide peu courante (étiquette « + », tiret, sous-domaine, apostrophe) est acceptée
    Lecture : le guide demande une adresse électronique, non une adresse d'une forme choisie ; la RFC 5321 permet celles-ci.

    Scénario: Chaque adresse peu courante est acceptée
      Quand il s'identifie tour à tour avec une adresse qui comporte :
        | particularité       |
        | une étiquette « + » |
        | un tiret            |
        | un sous-domaine     |
        | une apostrophe      |
      Alors chacune de ces adresses électroniques est acceptée

  @EX-1.15 @robuste @si-insee
  Règle: Quand l'INSEE ne répond pas, le portail le dit et ne crée rien ; un nouvel essai avec un autre SIRET réussit
    Lecture : le guide, étape 2, fait dépendre la suite « des données de la base INSEE » ; celle-ci n'est pas toujours joignable.

    Plan du scénario: Quand <panne>, le portail le dit et un nouvel essai réussit
      Étant donné un nouveau venu dont le SIRET ne peut être vérifié, car <panne>
      Quand il s'identifie avec son adresse électronique et son SIRET
      Alors le portail dit que le SIRET n'a pu être accepté
      Et aucun courriel ne lui est envoyé
      Quand il s'identifie de nouveau, avec un autre SIRET
      Alors il est invité à compléter ses informations

      Exemples:
        | panne                      |
        | l'INSEE est en panne       |
        | l'INSEE a épuisé son quota |
