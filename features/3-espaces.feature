# language: fr
Fonctionnalité: 3 — Ouvrir ses espaces de travail

  Contexte:
    Étant donné un nouveau venu, au nom d'une société
    Et qui a complété ses informations

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

  @EX-3.05 @essentiel @si-espaces @si-connexion
  Règle: Le choix validé est retrouvé une fois le compte activé
    Guide, étape 3 : « cliquez sur les boutons d'activation (OUI/NON) pour ouvrir les espaces souhaités ».

    Scénario: L'espace ouvert l'est encore, l'espace fermé l'est encore, les autres n'ont pas changé
      Quand il ouvre l'espace « Engagements », ferme l'espace « Sollicitations émises » et valide
      Et il active son compte et se connecte
      Alors ses espaces ouverts sont « Engagements » et « Factures émises », et eux seuls
