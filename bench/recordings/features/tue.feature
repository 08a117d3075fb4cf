# language: fr
Fonctionnalité: Un processus tué

  @EX-9.41 @essentiel
  Règle: Avant

    Scénario: Avant le processus tué
      Étant donné un départ atteint
      Alors le portail est comme il faut

  @EX-9.42 @essentiel
  Règle: Pendant

    Scénario: Le processus est tué
      Étant donné un départ atteint
      Alors le processus est tué

  @EX-9.43 @essentiel
  Règle: Après

    Scénario: Après le processus tué
      Étant donné un départ atteint
      Alors le portail est comme il faut
