# language: fr
Fonctionnalité: 2 — Compléter ses informations

  @EX-2.01 @essentiel
  Règle: L'adresse de connexion saisie à l'étape 1 est rappelée
    Guide, étape 2 : « Adresse électronique de connexion * : stephen@ceia.fr ✓ ».

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui s'est identifié

    Scénario: Le fournisseur relit l'adresse qu'il vient de donner
      Alors son adresse de connexion lui est rappelée

  @EX-2.02 @essentiel
  Règle: L'adresse resaisie doit être identique
    Guide, étape 2 : « Resaisissez votre adresse électronique de connexion * ».

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui s'est identifié

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

  @EX-2.03 @essentiel
  Règle: Le nom et le prénom sont obligatoires
    Guide, étape 2 : « Nom * », « Prénom * », « Entrez vos nom et prénom ».

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui s'est identifié

    Scénario: Sans nom ou sans prénom, les informations sont refusées ; avec les deux, elles sont acceptées
      Quand il complète tour à tour ses informations sans l'une de ces données :
        | donnée |
        | nom    |
        | prénom |
      Alors chacune de ces données est exigée
      Quand il complète ses informations avec des espaces pour tout nom
      Alors le nom est refusé
      Quand il complète ses informations
      Alors il est invité à choisir ses espaces

  @EX-2.04 @essentiel
  Règle: L'enquête de satisfaction est un choix libre, et le droit d'opposition est rappelé
    Guide, étape 2 : « J'accepte que mon nom, prénom et adresse électronique soient utilisés […] afin de recevoir l'enquête de satisfaction […] je pourrai à tout moment exercer mon droit de retrait ou d'opposition ».
    Lecture : un choix coché d'avance n'est pas libre.

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui s'est identifié

    Scénario: Le choix est proposé décoché, avec le rappel du droit d'opposition
      Alors l'enquête de satisfaction n'est pas cochée
      Et le droit d'opposition est rappelé auprès de ce choix

    Scénario: Sans accepter l'enquête, le fournisseur poursuit
      Quand il complète ses informations sans accepter l'enquête de satisfaction
      Alors il est invité à choisir ses espaces

    Scénario: En acceptant l'enquête, le fournisseur poursuit aussi
      Quand il complète ses informations en acceptant l'enquête de satisfaction
      Alors il est invité à choisir ses espaces

  @EX-2.05 @essentiel @si-captcha
  Règle: Les caractères de l'image sont exigés et vérifiés
    Guide, étape 2 : « Entrez les caractères générés par l'image * ».

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui s'est identifié

    Scénario: Sans les caractères de l'image, les informations sont refusées
      Quand il complète ses informations sans les caractères de l'image
      Alors les caractères de l'image sont refusés

    Scénario: D'autres caractères sont refusés
      Quand il recopie tour à tour les caractères de l'image, ainsi altérés :
        | altération                  |
        | le premier caractère changé |
        | le dernier caractère changé |
        | une lettre de plus          |
        | une lettre de moins         |
      Alors chacune de ces copies est refusée

    Scénario: Les bons caractères sont acceptés
      Quand il complète ses informations
      Alors il est invité à choisir ses espaces

  @EX-2.06 @essentiel @si-insee
  Règle: La structure est préremplie avec les données de l'INSEE
    Guide, étape 2 : « Les champs concernant votre structure (entreprise) sont alimentés avec les données de la base INSEE ».

    Scénario: Le fournisseur retrouve sa structure telle que l'INSEE la connaît
      Étant donné un nouveau venu, au nom d'une société
      Et qui s'est identifié
      Alors sa structure est préremplie selon l'INSEE :
        | donnée         |
        | identifiant    |
        | raison sociale |
        | adresse        |
        | code postal    |
        | ville          |
        | pays           |

    Scénario: Ni le zéro d'un code postal, ni l'esperluette d'une raison sociale n'y sont perdus
      Étant donné un nouveau venu, au nom d'une société dont le code postal commence par zéro et dont le nom comporte « & »
      Et qui s'est identifié
      Alors sa structure est préremplie selon l'INSEE :
        | donnée         |
        | raison sociale |
        | code postal    |

  @EX-2.07 @essentiel @si-insee @si-connexion
  Règle: Les champs préremplis (adresse, code postal, ville) restent modifiables, et la modification est conservée
    Guide, étape 2 : « alimentés avec les données de la base INSEE mais restent néanmoins modifiables ».
    Lecture : ce qui est conservé se retrouve dans le compte ; il faut donc pouvoir s'y connecter.

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui s'est identifié

    Scénario: L'adresse corrigée par le fournisseur est celle de son compte
      Quand il complète ses informations avec une autre adresse que celle de l'INSEE
      Alors il est invité à choisir ses espaces
      Quand il active son compte et y ouvre sa structure
      Alors il y retrouve cette autre adresse

  @EX-2.08 @essentiel
  Règle: Adresse, code postal, ville et pays sont obligatoires
    Guide, étape 2 : « Adresse * », « Code postal * », « Ville * », « Pays * ».

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui s'est identifié

    Scénario: Sans l'une de ces données, les informations sont refusées ; avec toutes, elles sont acceptées
      Quand il complète tour à tour ses informations sans l'une de ces données :
        | donnée      |
        | adresse     |
        | code postal |
        | ville       |
        | pays        |
      Alors chacune de ces données est exigée
      Quand il complète ses informations
      Alors il est invité à choisir ses espaces

  @EX-2.09 @essentiel
  Règle: Le libellé et le complément d'adresse sont facultatifs
    Guide, étape 2 : « Libellé de la structure » et « Complément adresse » ne portent pas d'astérisque.

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui s'est identifié

    Plan du scénario: Avec un libellé <libellé> et un complément d'adresse <complément>, les informations sont acceptées
      Quand il complète ses informations avec un libellé <libellé> et un complément d'adresse <complément>
      Alors il est invité à choisir ses espaces

      Exemples:
        | libellé | complément |
        | vide    | vide       |
        | rempli  | vide       |
        | vide    | rempli     |
        | rempli  | rempli     |

  @EX-2.10 @essentiel @si-insee
  Règle: La raison sociale d'un entrepreneur individuel est sa civilité, son prénom et son nom
    Guide, étape 2 : la raison sociale de l'exemple est « MONSIEUR » suivi d'un prénom et d'un nom.

    Plan du scénario: Un entrepreneur individuel est nommé par sa civilité, <civilité>, son prénom et son nom
      Étant donné un nouveau venu, entrepreneur individuel, dont la civilité est « <civilité> »
      Et qui s'est identifié
      Alors sa structure est préremplie selon l'INSEE :
        | donnée         |
        | raison sociale |

      Exemples:
        | civilité |
        | MADAME   |
        | MONSIEUR |

  @EX-2.11 @essentiel @si-insee
  Règle: Ce que l'INSEE masque (« [ND] ») n'est jamais présenté comme une donnée : le champ est vide et reste à remplir
    Fait public : l'INSEE remplace par « [ND] » ce qu'une entreprise en diffusion partielle ne laisse pas publier.

    Plan du scénario: Quand l'INSEE masque <partie>, c'est au fournisseur de le dire
      Étant donné un nouveau venu dont l'INSEE masque « <partie> »
      Et qui s'est identifié
      Alors « [ND] » n'est présenté nulle part
      Et ce que l'INSEE masque est à remplir
      Quand il complète ses informations sans remplir ce que l'INSEE masque
      Alors ses informations sont refusées
      Quand il complète ses informations en remplissant ce que l'INSEE masque
      Alors il est invité à choisir ses espaces

      Exemples:
        | partie                         |
        | la voie                        |
        | le nom et la voie              |
        | le nom, la voie et la commune  |

    Scénario: La raison sociale que l'INSEE masque est exigée, fût-elle seule à manquer
      Étant donné un nouveau venu dont l'INSEE masque « le nom et la voie »
      Et qui s'est identifié
      Quand il complète ses informations en remplissant ce que l'INSEE masque, sauf la raison sociale
      Alors ses informations sont refusées
      Quand il complète ses informations en remplissant ce que l'INSEE masque
      Alors il est invité à choisir ses espaces

  @EX-2.12 @essentiel
  Règle: « Déposer des demandes de paiement » est coché par défaut, « DUME » ne l'est pas
    Guide, étape 2 : « La fonctionnalité « Déposer des demandes de paiement » est cochée par défaut » ; celle des DUME ne sert qu'aux éditeurs.

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui s'est identifié

    Scénario: Le compte est proposé pour déposer des demandes de paiement, et pour cela seul
      Alors « Déposer des demandes de paiement » est coché
      Et « Créer et/ou consulter des DUME » n'est pas coché

  @EX-2.13 @essentiel
  Règle: Aucune fonctionnalité cochée : refus
    Guide, étape 2 : « vous devez laisser Déposer des demandes de paiement cochée ».
    Lecture : ce que fait « DUME » seul est laissé au portail.

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui s'est identifié

    Scénario: Un compte qui ne servirait à rien est refusé
      Quand il complète ses informations sans cocher aucune fonctionnalité
      Alors ses informations sont refusées

    Scénario: Avec la fonctionnalité proposée d'avance, le compte est accepté
      Quand il complète ses informations
      Alors il est invité à choisir ses espaces

  @EX-2.14 @essentiel @si-contact
  Règle: L'adresse de contact est préremplie avec l'adresse de connexion et reste modifiable
    Guide, étape 2 : « Cette adresse est pré-remplie avec votre adresse de connexion et permet de recevoir les notifications. Vous pouvez la modifier si besoin ».

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et dont l'adresse de contact est autre que l'adresse de connexion
      Et qui s'est identifié

    Scénario: L'adresse de connexion est proposée comme adresse de contact
      Alors son adresse de contact est proposée : c'est son adresse de connexion

    Scénario: L'adresse de contact choisie est celle que rappelle l'activation
      Quand il complète ses informations
      Alors il est invité à choisir ses espaces
      Quand il valide ses espaces et ouvre le lien d'activation
      Alors son adresse de contact est rappelée

  @EX-2.15 @essentiel
  Règle: Une aide est proposée
    Guide, étape 2 : « Besoin d'aide ? Poser une question ».

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui s'est identifié

    Scénario: Le fournisseur qui cherche de l'aide en trouve
      Alors une aide lui est proposée, et elle s'ouvre

  @EX-2.16 @robuste
  Règle: Un refus conserve ce qui a été saisi
    Lecture : un portail qui fait tout ressaisir pour une faute n'est pas celui du guide ; l'adresse resaisie et les caractères de l'image sont des preuves, qui peuvent être redemandées.

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui s'est identifié

    Scénario: Tout est rempli avec une seule faute : il suffit de la corriger
      Quand il remplit et coche tout, avec une seule faute
      Alors ses informations sont refusées
      Et tout le reste est resté comme il l'a saisi
      Quand il corrige cette seule faute
      Alors il est invité à choisir ses espaces

  @EX-2.17 @robuste
  Règle: Noms et adresses avec accents, apostrophes, tirets et caractères spéciaux sont conservés à l'identique
    Lecture : un nom, un libellé ou une adresse écrits comme on les écrit en français ; du balisage n'est essayé que dans les textes libres.

    Contexte:
      Étant donné un nouveau venu, au nom d'une société
      Et qui s'est identifié

    Scénario: Après un refus, chaque saisie est relue à l'identique
      Quand il saisit tour à tour, avec une faute à côté, nom, prénom, libellé et adresse qui comportent :
        | caractères                                      |
        | des accents et un tréma                         |
        | une cédille et une ligature                     |
        | une apostrophe droite                           |
        | une apostrophe typographique                    |
        | des traits d'union                              |
        | des lettres étrangères                          |
        | une esperluette, des guillemets et des chevrons |
        | un nom long                                     |
      Alors chacune de ces saisies est relue à l'identique

    Plan du scénario: Avec <caractères>, la saisie est conservée jusqu'à l'activation, et dans le compte s'il y en a un
      Quand il complète ses informations avec un nom, un libellé et une adresse qui comportent « <caractères> »
      Alors il est invité à choisir ses espaces
      Quand il valide ses espaces et ouvre le lien d'activation
      Alors son nom et son prénom y sont rappelés à l'identique
      Et sa structure est à l'identique dans son compte, là où le portail a des comptes

      Exemples:
        | caractères                                      |
        | une cédille et une ligature                     |
        | une apostrophe typographique                    |
        | une esperluette, des guillemets et des chevrons |
        | un nom long et des lettres étrangères           |

  @EX-2.18 @robuste
  Règle: Les règles sont aussi appliquées par le serveur (envoi sans les contrôles du navigateur)
    Lecture : une saisie valable est remplacée en chemin par une saisie fautive ; ce que le navigateur aurait refusé, le serveur le refuse aussi.

    Contexte:
      Étant donné un nouveau venu, au nom d'une société

    Scénario: Étape 1, un SIRET dont la clé est fausse est refusé par le serveur
      Quand il s'identifie, son SIRET étant remplacé en chemin par le même avec « une clé fausse »
      Alors le serveur refuse ce qui lui est parvenu
      Quand il reprend à l'étape 1 et s'identifie sans que rien soit remplacé
      Alors il est invité à compléter ses informations

    Scénario: Étape 1, une adresse électronique mal formée est refusée par le serveur
      Quand il s'identifie, son adresse électronique étant remplacée en chemin par la même « sans arobase »
      Alors le serveur refuse ce qui lui est parvenu
      Quand il reprend à l'étape 1 et s'identifie sans que rien soit remplacé
      Alors il est invité à compléter ses informations

    Scénario: Étape 2, une adresse resaisie différente est refusée par le serveur
      Étant donné qu'il s'est identifié
      Quand il complète ses informations, l'adresse resaisie étant remplacée en chemin par « une autre personne »
      Alors le serveur refuse ce qui lui est parvenu
      Quand il reprend à l'étape 2 et complète ses informations sans que rien soit remplacé
      Alors il est invité à choisir ses espaces

    Scénario: Étape 2, une adresse de structure vidée est refusée par le serveur
      Étant donné qu'il s'est identifié
      Quand il complète ses informations, l'adresse de sa structure étant vidée en chemin
      Alors le serveur refuse ce qui lui est parvenu
      Quand il reprend à l'étape 2 et complète ses informations sans que rien soit remplacé
      Alors il est invité à choisir ses espaces

    Scénario: Étape 4, un mot de passe de 7 caractères est refusé par le serveur
      Étant donné qu'il a ouvert le lien d'activation
      Quand il choisit son mot de passe, remplacé en chemin par « Abc1!xy »
      Alors le serveur refuse ce qui lui est parvenu
      Quand il rouvre le lien et choisit son mot de passe sans que rien soit remplacé
      Alors son compte est actif

  @EX-2.19 @robuste @si-insee
  Règle: Le préremplissage est propre à chaque SIRET : deux demandes simultanées ne se mélangent pas
    Lecture : deux fournisseurs s'inscrivent au même moment, chacun dans son navigateur.

    Scénario: Deux nouveaux venus s'identifient au même moment : chacun trouve sa propre structure
      Étant donné un nouveau venu, au nom d'une société
      Quand il s'identifie au même moment qu'un autre, venu pour une autre société
      Alors chacun est invité à compléter ses informations
      Et aucun ne trouve dans sa structure quoi que ce soit de celle de l'autre :
        | donnée         |
        | identifiant    |
        | raison sociale |
        | adresse        |
        | code postal    |
        | ville          |
