import { settingNamed } from '../support/accessibility/settings.ts';
import {
  expectAnnounced,
  expectFocusSeen,
  expectFrench,
  expectNamedSwitches,
  expectNoGraveViolation,
  expectNoMouse,
  expectNoOverlap,
  expectNoSidewaysScroll,
  expectNoTrap,
  expectNothingLost,
  expectOwnTitles,
  expectPurposes,
  expectShownStates,
  expectTied,
  expectToldStates,
} from '../support/matchers/accessible.ts';
import { Alors, EtantDonne } from '../support/runner/bdd.ts';
import { firstColumn, type Table } from '../support/table.ts';

EtantDonne(
  "qui a parcouru le portail jusqu'à son compte, chaque page étant examinée :",
  async function (table: Table) {
    const { accessibility } = this;
    await accessibility.examine(firstColumn(table).map(settingNamed));
    await this.evidence.text('Examen automatique', accessibility.examination.report());
  },
);

Alors("l'examen ne relève aucune violation grave", function () {
  expectNoGraveViolation(this.accessibility.examination);
});

EtantDonne(
  "qui a parcouru le portail au clavier seul, le point d'attention étant cherché :",
  async function (table: Table) {
    await this.accessibility.byKeyboard(firstColumn(table).map(settingNamed));
  },
);

Alors("rien n'a demandé la souris", function () {
  expectNoMouse(this.accessibility.mouseNeeded);
});

Alors("la touche Tab n'a été retenue nulle part", function () {
  expectNoTrap(this.accessibility.tours);
});

Alors("le point d'attention s'est vu à chaque arrêt", function () {
  expectFocusSeen(this.accessibility.tours, "sur l'écran d'un ordinateur");
});

Alors("il s'est vu aussi quand la personne impose ses couleurs", function () {
  expectFocusSeen(this.accessibility.tours, 'en couleurs forcées');
});

EtantDonne("qui a parcouru le portail jusqu'à son compte", async function () {
  await this.accessibility.identify();
});

Alors("chaque page dit qu'elle est en français", function () {
  expectFrench(this.accessibility.identities.read);
});

Alors('chaque page porte un titre qui lui est propre', function () {
  expectOwnTitles(this.accessibility.identities.read);
});

EtantDonne('qui a fait tour à tour ces erreurs, chacune refusée :', async function (table: Table) {
  await this.accessibility.makeMistakes(firstColumn(table));
});

Alors('chaque erreur est reliée à son champ', function () {
  expectTied(this.accessibility.mistakes.refused);
});

Alors('chaque erreur est annoncée', function () {
  expectAnnounced(this.accessibility.mistakes.refused);
});

EtantDonne(
  "qui a parcouru le portail jusqu'à son compte, ses champs personnels étant relevés",
  async function () {
    await this.accessibility.readPurposes();
  },
);

Alors('chaque champ personnel annonce sa nature', function () {
  expectPurposes(this.accessibility.purposes.read);
});

EtantDonne(
  "qui a parcouru le portail jusqu'à son compte, chaque page étant mise à l'étroit :",
  async function (table: Table) {
    await this.accessibility.layOut(firstColumn(table).map(settingNamed));
  },
);

Alors("aucune page ne défile à l'horizontale", function () {
  expectNoSidewaysScroll(this.accessibility.layouts.read);
});

Alors("rien n'est perdu ni coupé", function () {
  expectNothingLost(this.accessibility.layouts.read);
});

Alors("ce qui s'actionne ne se recouvre pas", function () {
  expectNoOverlap(this.accessibility.layouts.read);
});

EtantDonne('qui a changé chaque case et chaque interrupteur', async function () {
  await this.accessibility.turnSwitches();
});

Alors('chacun porte son nom', function () {
  expectNamedSwitches(this.accessibility.switches.read);
});

Alors("chacun dit son état à qui ne voit pas l'écran", function () {
  expectToldStates(this.accessibility.switches.read);
});

Alors('chacun montre son état autrement que par sa couleur', function () {
  expectShownStates(this.accessibility.switches.read);
});
