# language: fr
Fonctionnalité: Deux passages

  @EX-9.31 @essentiel
  Règle: Un constat, puis rien

    Scénario: Constat au premier passage seulement
      Étant donné un départ atteint
      Alors constat au premier passage seulement

  @EX-9.32 @essentiel
  Règle: Une erreur du banc, puis rien

    Scénario: Erreur du banc au premier passage seulement
      Étant donné un départ atteint
      Alors erreur du banc au premier passage seulement

  @EX-9.33 @essentiel
  Règle: Deux fois le même constat

    Scénario: Constat aux deux passages
      Étant donné un départ atteint
      Alors constat
