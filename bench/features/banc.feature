# language: fr
Fonctionnalité: Le banc de mesure
  Le parcours entier de parcours.feature, joué autant de fois que le banc le demande.

  @EX-9.01 @essentiel
  Règle: Le parcours mesuré
    Comme tout scénario de la suite : une image seulement là où il échoue.

    Plan du scénario: Parcours <numéro>
      Étant donné un nouveau venu, <qualité>
      Quand il s'identifie et passe à l'étape 2
      Et il complète ses informations et passe à l'étape 3
      Et il valide ses espaces et reçoit le courriel d'activation
      Et il ouvre le lien et passe à l'étape 4
      Et il choisit son mot de passe et active son compte
      Et il se connecte
      Alors il est gestionnaire principal de sa structure
      Et il peut transmettre une facture

      Exemples:
        | numéro | qualité                 |
        | 01     | au nom d'une société    |
        | 02     | entrepreneur individuel |
        | 03     | au nom d'une société    |
        | 04     | entrepreneur individuel |
        | 05     | au nom d'une société    |
        | 06     | entrepreneur individuel |
        | 07     | au nom d'une société    |
        | 08     | entrepreneur individuel |
        | 09     | au nom d'une société    |
        | 10     | entrepreneur individuel |
        | 11     | au nom d'une société    |
        | 12     | entrepreneur individuel |
        | 13     | au nom d'une société    |
        | 14     | entrepreneur individuel |
        | 15     | au nom d'une société    |
        | 16     | entrepreneur individuel |
        | 17     | au nom d'une société    |
        | 18     | entrepreneur individuel |
        | 19     | au nom d'une société    |
        | 20     | entrepreneur individuel |
        | 21     | au nom d'une société    |
        | 22     | entrepreneur individuel |
        | 23     | au nom d'une société    |
        | 24     | entrepreneur individuel |
        | 25     | au nom d'une société    |
        | 26     | entrepreneur individuel |
        | 27     | au nom d'une société    |
        | 28     | entrepreneur individuel |
        | 29     | au nom d'une société    |
        | 30     | entrepreneur individuel |
        | 31     | au nom d'une société    |
        | 32     | entrepreneur individuel |
        | 33     | au nom d'une société    |
        | 34     | entrepreneur individuel |
        | 35     | au nom d'une société    |
        | 36     | entrepreneur individuel |
        | 37     | au nom d'une société    |
        | 38     | entrepreneur individuel |
        | 39     | au nom d'une société    |
        | 40     | entrepreneur individuel |
        | 41     | au nom d'une société    |
        | 42     | entrepreneur individuel |
        | 43     | au nom d'une société    |
        | 44     | entrepreneur individuel |
        | 45     | au nom d'une société    |
        | 46     | entrepreneur individuel |
        | 47     | au nom d'une société    |
        | 48     | entrepreneur individuel |

  @EX-0.91 @essentiel
  Règle: Le parcours mesuré, preuves comprises
    Comme les parcours EX-0 : une image à chaque étape, et le courriel.

    Plan du scénario: Parcours illustré <numéro>
      Étant donné un nouveau venu, <qualité>
      Quand il s'identifie et passe à l'étape 2
      Et il complète ses informations et passe à l'étape 3
      Et il valide ses espaces et reçoit le courriel d'activation
      Et il ouvre le lien et passe à l'étape 4
      Et il choisit son mot de passe et active son compte
      Et il se connecte
      Alors il est gestionnaire principal de sa structure
      Et il peut transmettre une facture

      Exemples:
        | numéro | qualité                 |
        | 01     | au nom d'une société    |
        | 02     | entrepreneur individuel |
        | 03     | au nom d'une société    |
        | 04     | entrepreneur individuel |
        | 05     | au nom d'une société    |
        | 06     | entrepreneur individuel |
        | 07     | au nom d'une société    |
        | 08     | entrepreneur individuel |
        | 09     | au nom d'une société    |
        | 10     | entrepreneur individuel |
        | 11     | au nom d'une société    |
        | 12     | entrepreneur individuel |
        | 13     | au nom d'une société    |
        | 14     | entrepreneur individuel |
        | 15     | au nom d'une société    |
        | 16     | entrepreneur individuel |
        | 17     | au nom d'une société    |
        | 18     | entrepreneur individuel |
        | 19     | au nom d'une société    |
        | 20     | entrepreneur individuel |
        | 21     | au nom d'une société    |
        | 22     | entrepreneur individuel |
        | 23     | au nom d'une société    |
        | 24     | entrepreneur individuel |
        | 25     | au nom d'une société    |
        | 26     | entrepreneur individuel |
        | 27     | au nom d'une société    |
        | 28     | entrepreneur individuel |
        | 29     | au nom d'une société    |
        | 30     | entrepreneur individuel |
        | 31     | au nom d'une société    |
        | 32     | entrepreneur individuel |
        | 33     | au nom d'une société    |
        | 34     | entrepreneur individuel |
        | 35     | au nom d'une société    |
        | 36     | entrepreneur individuel |
        | 37     | au nom d'une société    |
        | 38     | entrepreneur individuel |
        | 39     | au nom d'une société    |
        | 40     | entrepreneur individuel |
        | 41     | au nom d'une société    |
        | 42     | entrepreneur individuel |
        | 43     | au nom d'une société    |
        | 44     | entrepreneur individuel |
        | 45     | au nom d'une société    |
        | 46     | entrepreneur individuel |
        | 47     | au nom d'une société    |
        | 48     | entrepreneur individuel |
