import { alteredSiret, alteredText, malformedEmail } from '../fixtures/alterations.ts';
import { MASKED } from '../fixtures/sirene/masked.ts';
import { expect, expectEachRefused } from '../support/matchers/expect.ts';
import {
  expectEachDemanded,
  expectHeld,
  expectHelp,
  expectKept,
  expectLoginRecalled,
  expectNoMask,
  expectOppositionRecalled,
  expectShown,
  expectToFillIn,
} from '../support/matchers/information.ts';
import { expectNothingOfOther, expectPrefilled } from '../support/matchers/prefill.ts';
import { expectEachReread } from '../support/matchers/rereading.ts';
import { expectStructureKept } from '../support/matchers/structure.ts';
import { expectSwitched } from '../support/matchers/workspaces.ts';
import { latestOf } from '../support/others.ts';
import { Alors, EtantDonne, Quand } from '../support/runner/bdd.ts';
import { firstColumn, type Table } from '../support/table.ts';

Quand('il complète ses informations', async function () {
  await this.journey.complete();
});

Quand("il complète ses informations sans les caractères de l'image", async function () {
  await this.journey.complete({ captcha: '' });
});

Quand("il recopie tour à tour les caractères de l'image, ainsi altérés :", async function (table: Table) {
  await this.rounds.play(table, {
    field: this.portal.information.captcha,
    attempt: (fault) => this.journey.complete({ captcha: this.answers.captchaAltered(fault) }),
    restart: () => this.journey.again('information'),
  });
});

Alors('chacune de ces copies est refusée', async function () {
  expectEachRefused(this.rounds);
});

Quand('il complète ses informations avec des espaces pour tout nom', async function () {
  await this.journey.complete({ nom: alteredText(this.journey.applicant.nom, 'des espaces') });
});

Alors('le nom est refusé', async function () {
  expect(this.portal.information.nom).toBeRefused();
});

Quand('il resaisit tour à tour son adresse, ainsi altérée :', async function (table: Table) {
  await this.rounds.play(table, {
    field: this.portal.information.confirmEmail,
    attempt: (fault) => this.journey.complete({ email: alteredText(this.journey.applicant.email, fault) }),
    restart: () => this.journey.again('information'),
  });
});

Alors('chacune de ces adresses est refusée', async function () {
  expectEachRefused(this.rounds);
});

Alors("les caractères de l'image sont refusés", async function () {
  expect(this.portal.information.captcha).toBeRefused();
});

Alors('il est invité à choisir ses espaces', async function () {
  expect(this.portal.information).toBeAccepted();
});

Alors("sa structure est préremplie selon l'INSEE :", async function (table: Table) {
  await expectPrefilled(this.portal.information, this.journey.applicant.company, firstColumn(table));
});

Alors('« Déposer des demandes de paiement » est coché', async function () {
  await expectSwitched(this.portal.information.paymentRequests, true);
});

Alors("« Créer et\\/ou consulter des DUME » n'est pas coché", async function () {
  await expectSwitched(this.portal.information.dume, false);
});

EtantDonne("un nouveau venu dont l'INSEE masque {texte}", async function (parts: string) {
  this.person.drawnMasked(parts);
});

EtantDonne("il s'est identifié", async function () {
  await this.journey.toInformation();
});

EtantDonne("il a ouvert le lien d'activation", async function () {
  await this.journey.toActivation();
});

Quand("il complète tour à tour ses informations sans l'une de ces données :", async function (table: Table) {
  await this.rounds.play(table, {
    field: (row) => this.omissions.fieldOf(row),
    attempt: (row) => this.omissions.completeWithout(row),
    restart: () => this.journey.again('information'),
  });
});

Quand("il complète ses informations sans accepter l'enquête de satisfaction", async function () {
  await this.journey.complete({ boxes: { survey: false } });
});

Quand("il complète ses informations en acceptant l'enquête de satisfaction", async function () {
  await this.journey.complete({ boxes: { survey: true } });
});

Quand("il complète ses informations avec une autre adresse que celle de l'INSEE", async function () {
  await this.journey.complete({ structure: this.answers.otherAddress });
});

Quand('il active son compte et y ouvre sa structure', async function () {
  await this.structureVisit.fromWorkspaces();
});

Quand(
  "il complète ses informations avec un libellé {saisieLibre} et un complément d'adresse {saisieLibre}",
  async function (libelle: string, complement: string) {
    await this.journey.complete({ structure: { libelle, complement } });
  },
);

Quand("il complète ses informations sans remplir ce que l'INSEE masque", async function () {
  await this.journey.complete();
});

Quand(
  "il complète ses informations en remplissant ce que l'INSEE masque, sauf la raison sociale",
  async function () {
    await this.journey.complete({ structure: { ...this.answers.maskedByInsee, raisonSociale: '' } });
  },
);

Quand("il complète ses informations en remplissant ce que l'INSEE masque", async function () {
  await this.journey.complete({ structure: this.answers.maskedByInsee });
});

Quand('il complète ses informations sans cocher aucune fonctionnalité', async function () {
  await this.journey.complete({ boxes: { paymentRequests: false, dume: false } });
});

Quand("il valide ses espaces et ouvre le lien d'activation", async function () {
  await this.journey.passWorkspaces();
  await this.journey.passMail();
});

Quand('il remplit et coche tout, avec une seule faute', async function () {
  await this.rereadings.typeEverything();
});

Quand('il corrige cette seule faute', async function () {
  await this.portal.information.mend(this.answers.usual);
});

Quand(
  'il saisit tour à tour, avec une faute à côté, nom, prénom, libellé et adresse qui comportent :',
  async function (table: Table) {
    await this.rereadings.typeEach(firstColumn(table));
  },
);

Quand(
  'il complète ses informations avec un nom, un libellé et une adresse qui comportent {texte}',
  async function (characters: string) {
    await this.journey.complete(this.answers.withCharacters(characters));
  },
);

Quand(
  "il s'identifie, son SIRET étant remplacé en chemin par le même avec {texte}",
  async function (fault: string) {
    const faulty = alteredSiret(this.journey.applicant.siret, fault);
    await this.inTransit.identify({ field: this.portal.identification.siret, faulty });
  },
);

Quand(
  "il s'identifie, son adresse électronique étant remplacée en chemin par la même {texte}",
  async function (fault: string) {
    const faulty = malformedEmail(this.journey.applicant.email, fault);
    await this.inTransit.identify({ field: this.portal.identification.email, faulty });
  },
);

Quand(
  "il complète ses informations, l'adresse resaisie étant remplacée en chemin par {texte}",
  async function (fault: string) {
    const faulty = alteredText(this.journey.applicant.email, fault);
    await this.inTransit.complete({ field: this.portal.information.confirmEmail, faulty });
  },
);

Quand("il complète ses informations, l'adresse de sa structure étant vidée en chemin", async function () {
  await this.inTransit.complete({ field: this.portal.information.structure('adresse'), faulty: '' });
});

Quand('il choisit son mot de passe, remplacé en chemin par {texte}', async function (faulty: string) {
  await this.inTransit.choosePassword(faulty);
});

Quand("il reprend à l'étape 1 et s'identifie sans que rien soit remplacé", async function () {
  await this.journey.again('identification');
  await this.journey.identify();
});

Quand("il reprend à l'étape 2 et complète ses informations sans que rien soit remplacé", async function () {
  await this.journey.again('information');
  await this.journey.complete();
});

Quand('il rouvre le lien et choisit son mot de passe sans que rien soit remplacé', async function () {
  await this.journey.passMail();
  await this.journey.choosePassword();
});

Quand("il s'identifie au même moment qu'un autre, venu pour une autre société", async function () {
  const other = await this.elsewhere();
  await this.inTransit.identifyTogetherWith(other);
});

Alors('son adresse de connexion lui est rappelée', async function () {
  await expectLoginRecalled(this.portal, this.journey.applicant.email);
});

Alors('chacune de ces données est exigée', async function () {
  expectEachDemanded(this.rounds);
});

Alors("l'enquête de satisfaction n'est pas cochée", async function () {
  await expectSwitched(this.portal.information.survey, false);
});

Alors("le droit d'opposition est rappelé auprès de ce choix", async function () {
  await expectOppositionRecalled(this.portal.information);
});

Alors('il y retrouve cette autre adresse', async function () {
  await expectStructureKept(this.portal.structure, this.journey.typedInformation.structure ?? {});
});

Alors('ses informations sont refusées', async function () {
  expect(this.portal.information).toBeRefused();
});

Alors("« [ND] » n'est présenté nulle part", async function () {
  await expectNoMask(this.portal, MASKED, this.journey.applicant.siret);
});

Alors("ce que l'INSEE masque est à remplir", async function () {
  await expectToFillIn(this.portal.information, this.answers.maskedByInsee);
});

Alors("son adresse de contact est proposée : c'est son adresse de connexion", async function () {
  await expectHeld(this.portal.information.contactEmail, this.journey.applicant.email);
});

Alors('son adresse de contact est rappelée', async function () {
  await expectShown(this.portal, { 'adresse électronique de contact': this.person.contactElsewhere() });
});

Alors("une aide lui est proposée, et elle s'ouvre", async function () {
  await expectHelp(this.portal);
});

Alors("tout le reste est resté comme il l'a saisi", async function () {
  await expectKept(this.portal.information, this.journey.typedInformation);
});

Alors("chacune de ces saisies est relue à l'identique", async function () {
  expectEachReread(this.rereadings.read);
});

Alors("son nom et son prénom y sont rappelés à l'identique", async function () {
  const { nom, prenom } = this.journey.typedInformation;
  await expectShown(this.portal, { nom, prénom: prenom });
});

Alors("sa structure est à l'identique dans son compte, là où le portail a des comptes", async function () {
  const typed = this.journey.typedInformation.structure ?? {};
  await this.structureVisit.andLook(() => expectStructureKept(this.portal.structure, typed));
});

Alors('le serveur refuse ce qui lui est parvenu', async function () {
  expect(this.portal.transit).toBeRefused();
});

Alors('chacun est invité à compléter ses informations', async function () {
  for (const { portal } of [this, ...this.others]) expect(portal.identification).toBeAccepted();
});

Alors(
  "aucun ne trouve dans sa structure quoi que ce soit de celle de l'autre :",
  async function (table: Table) {
    const other = latestOf(this);
    const companies = [this.journey.applicant.company, other.journey.applicant.company] as const;
    await expectNothingOfOther(this.portal.information, companies, firstColumn(table));
    await expectNothingOfOther(other.portal.information, companies.toReversed(), firstColumn(table));
  },
);
