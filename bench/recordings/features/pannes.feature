# language: fr
Fonctionnalité: Chaque sorte d'échec, à chaque endroit où elle peut survenir

  @EX-9.11 @essentiel
  Règle: Un constat

    Scénario: Constat dans Quand
      Étant donné un départ atteint
      Quand constat

    Scénario: Constat dans Alors
      Étant donné un départ atteint
      Alors constat

    Scénario: Constat sur une page blanche
      Étant donné un départ atteint
      Quand étape non atteinte

  @EX-9.12 @essentiel
  Règle: Un point de départ qui n'est pas atteint

    Scénario: Étape non atteinte dans Étant donné
      Étant donné étape non atteinte

    Scénario: Constat dans Étant donné
      Étant donné constat

  @EX-9.13 @essentiel
  Règle: Un moyen qui manque

    Scénario: Moyen manquant dans Étant donné
      Étant donné moyen manquant

    Scénario: Moyen manquant dans Quand
      Étant donné un départ atteint
      Quand moyen manquant

    Scénario: Moyen manquant dans Alors
      Étant donné un départ atteint
      Alors moyen manquant

  @EX-9.14 @essentiel
  Règle: Le banc

    Scénario: Erreur de programmation dans Étant donné
      Étant donné erreur de programmation

    Scénario: Erreur de programmation dans Quand
      Étant donné un départ atteint
      Quand erreur de programmation

    Scénario: Erreur de programmation dans Alors
      Étant donné un départ atteint
      Alors erreur de programmation

    Scénario: Boîte de courriel arrêtée
      Étant donné un départ atteint
      Quand boîte arrêtée

    Scénario: Portail disparu
      Étant donné un départ atteint
      Quand portail disparu

    Scénario: Navigateur fermé
      Étant donné un départ atteint
      Quand navigateur fermé

  @EX-9.15 @essentiel
  Règle: Ce qui précède et ce qui suit un scénario

    @avant-rompu
    Scénario: Préparation rompue
      Étant donné un départ atteint
      Alors le portail est comme il faut

    @apres-rompu
    Scénario: Rangement rompu
      Étant donné un départ atteint
      Alors le portail est comme il faut

  @EX-9.16 @essentiel
  Règle: Un constat, quoi que fasse le rangement

    @apres-rompu
    Scénario: Rangement rompu après un constat
      Étant donné un départ atteint
      Alors constat

  @EX-9.17 @essentiel
  Règle: Une étape qui n'est pas jouée

    Scénario: Étape sans définition
      Étant donné un départ atteint
      Quand cette phrase n'a pas de définition
      Alors le portail est comme il faut

    Scénario: Étape sautée
      Étant donné un départ atteint
      Quand étape sautée
      Alors le portail est comme il faut

    Scénario: Scénario vide
