# language: fr
Fonctionnalité: Un portail conforme, à un conseil et deux conditions près

  @EX-9.01 @essentiel
  Règle: Un plan du scénario et un scénario, tenus

    Plan du scénario: Le cas <n> réussit
      Étant donné un départ atteint
      Quand le portail répond comme il faut
      Alors le portail est comme il faut

      Exemples:
        | n   |
        | un  |
        | deux |

    Scénario: Un scénario simple réussit
      Étant donné un départ atteint
      Quand le portail répond comme il faut
      Alors le portail est comme il faut

  @EX-9.02 @robuste
  Règle: Une exigence robuste, tenue

    Scénario: Un autre scénario réussit
      Étant donné un départ atteint
      Quand le portail répond comme il faut
      Alors le portail est comme il faut

  @EX-9.03 @robuste @devrait
  Règle: Un conseil, qui n'est pas suivi

    Scénario: Le conseil n'est pas suivi
      Étant donné un départ atteint
      Alors constat

  @EX-9.04 @essentiel @si-captcha
  Règle: Une exigence sous condition, enfreinte

    Scénario: L'image est comparée
      Étant donné un départ atteint
      Alors constat

  @EX-9.05 @securite
  Règle: Un niveau qui n'est pas demandé, enfreint

    Scénario: L'adresse ne dit rien
      Étant donné un départ atteint
      Alors constat
