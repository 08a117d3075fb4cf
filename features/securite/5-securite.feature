# language: fr
Fonctionnalité: 5 — Sécurité

  @EX-5.01 @securite
  Règle: Aucun mot de passe ne figure dans une adresse, un courriel ou une page renvoyée
    Lecture : habitude que demandent l'ANSSI et l'OWASP ; une adresse, un courriel, une page se retrouvent, et le compte avec eux.

    Scénario: Refusé, choisi, faux ou récupéré, un mot de passe ne se relit nulle part
      Étant donné un nouveau venu, au nom d'une société
      Et qui a activé son compte, après des mots de passe refusés
      Et qui s'est connecté, après un mot de passe faux, là où le portail a une connexion
      Et qui a récupéré son compte, là où le portail a une question secrète
      Alors aucun de ses mots de passe ne se lit dans une adresse, un courriel ou une page

  @EX-5.02 @securite
  Règle: Le jeton d'activation est imprévisible (longueur et diversité) et propre à chaque compte
    Lecture : habitude que demandent l'ANSSI et l'OWASP ; qui devine le jeton choisit le mot de passe du compte.

    Scénario: Les jetons de trente courriels, comparés, ne disent rien du suivant
      Étant donné un nouveau venu, au nom d'une société
      Et qui a choisi ses espaces
      Quand trente courriels d'activation sont demandés, pour plusieurs comptes
      Alors leurs jetons sont tous différents, et trop divers pour être devinés

  @EX-5.03 @securite @si-connexion @si-session-cookie
  Règle: Les cookies de session sont HttpOnly et SameSite (et Secure en HTTPS), et la session change à la connexion
    Lecture : habitude que demandent l'ANSSI et l'OWASP, là où un cookie tient la session.

    Scénario: Les cookies de qui s'est connecté sont protégés, et ceux d'avant la connexion n'ouvrent rien
      Étant donné un nouveau venu, au nom d'une société
      Et qui a activé son compte
      Et qui s'est connecté
      Alors les cookies qui tiennent sa session sont protégés
      Et ceux d'avant la connexion n'ouvrent pas son compte

  @EX-5.04 @securite @si-connexion
  Règle: Un formulaire envoyé depuis un autre site est refusé
    Lecture : habitude que demandent l'ANSSI et l'OWASP ; un autre site ne doit rien faire faire au navigateur d'un visiteur.

    Scénario: Un autre site ne connecte personne, le portail si
      Étant donné un nouveau venu, au nom d'une société
      Et qui a activé son compte
      Et qui s'est connecté
      Quand un autre site envoie le formulaire de connexion, depuis le navigateur d'un visiteur
      Alors rien de ce qu'envoie un autre site n'est accepté
      Quand ce visiteur se connecte lui-même
      Alors le compte du visiteur s'ouvre

    Scénario: Un autre site ne change rien au compte de qui est connecté
      Étant donné un nouveau venu, au nom d'une société
      Et qui a activé son compte
      Et qui s'est connecté
      Et qui a modifié sa structure
      Quand un autre site envoie la même modification, autrement remplie
      Alors rien de ce qu'envoie un autre site n'est accepté

  @EX-5.05 @securite
  Règle: Ce qui est saisi n'est jamais exécuté (nom, libellé, raison sociale) sur les pages ni dans le courriel
    Lecture : habitude que demandent l'ANSSI et l'OWASP ; ce qu'un nouveau venu saisit est lu par d'autres que lui.

    Scénario: Du balisage saisi par une société reste du texte, de l'étape 2 au compte
      Étant donné un nouveau venu, au nom d'une société
      Et qui a saisi du balisage dans chaque champ libre, jusqu'à son compte
      Alors rien de ce qu'il a saisi n'est exécuté, ni sur les pages ni dans le courriel

    Scénario: La raison sociale que l'INSEE masque reste du texte elle aussi
      Étant donné un nouveau venu dont l'INSEE masque « le nom et la voie »
      Et qui a saisi du balisage dans chaque champ libre, jusqu'à son compte
      Alors rien de ce qu'il a saisi n'est exécuté, ni sur les pages ni dans le courriel

  @EX-5.06 @securite @devrait
  Règle: L'étape 1 ne révèle pas à un tiers qui a déjà un compte
    Lecture : recommandation de l'OWASP (énumération de comptes) ; une liste d'adresses ne doit pas devenir une liste de clients.

    Scénario: Une adresse qui a un compte et une adresse qui n'en a pas reçoivent la même réponse
      Étant donné un nouveau venu, au nom d'une société
      Et qui a activé son compte
      Quand des tiers s'identifient avec son adresse, et avec des adresses sans compte
      Alors l'étape 1 leur répond de même

  @EX-5.07 @securite @seul
  Règle: Les essais répétés de mot de passe ou de jeton sont freinés : au plus tard au 20e essai en une minute, un délai, un refus ou un blocage apparaît
    Lecture : habitude que demandent l'ANSSI et l'OWASP ; sans frein, le secret le mieux choisi finit par être trouvé.

    Scénario: Vingt mots de passe faux sont freinés
      Étant donné un nouveau venu, au nom d'une société
      Et qui a activé son compte
      Quand vingt mots de passe faux sont essayés en une minute, là où le portail a une connexion
      Alors ces essais sont freinés

    Scénario: Vingt jetons faux sont freinés
      Étant donné un nouveau venu, au nom d'une société
      Et qui a choisi ses espaces
      Et qui a reçu le courriel d'activation
      Quand vingt jetons d'activation faux sont essayés en une minute
      Alors ces essais sont freinés

  @EX-5.08 @securite
  Règle: Les en-têtes de protection sont présents (CSP, nosniff, referrer-policy sur la page d'activation)
    Lecture : habitude que demandent l'ANSSI et l'OWASP ; jugée sur ce que le navigateur en fait, là où il le montre.

    Scénario: Chaque page du parcours est protégée, et celle de l'activation garde son adresse pour elle
      Étant donné un nouveau venu, au nom d'une société
      Et qui a ouvert le lien d'activation
      Alors la page d'activation ne dit son adresse à aucun autre site
      Et un script ajouté à la page ne s'exécute pas
      Et chaque page du parcours porte les en-têtes de protection

    Scénario: Les pages du compte sont protégées elles aussi
      Étant donné un nouveau venu, au nom d'une société
      Et qui a activé son compte
      Et qui s'est connecté, après un mot de passe faux, là où le portail a une connexion
      Alors un script ajouté à la page ne s'exécute pas
      Et chaque page du parcours porte les en-têtes de protection

  @EX-5.09 @securite
  Règle: Le lien d'activation mène au portail lui-même, jamais à une adresse tirée de la requête (Host)
    Lecture : habitude que demande l'OWASP ; un lien détourné livre le jeton à qui a fait la demande.

    Scénario: Demandé sous un autre nom d'hôte, le courriel ne mène pas à cet hôte
      Étant donné un nouveau venu, au nom d'une société
      Et qui a choisi ses espaces
      Et qui a reçu le courriel d'activation
      Quand des courriels d'activation sont demandés sous un autre nom d'hôte
      Alors aucun courriel ne mène à cet hôte
