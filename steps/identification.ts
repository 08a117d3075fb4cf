import { alteredSiret, unusualAddress, writtenSiret } from '../fixtures/alterations.ts';
import type { Family } from '../fixtures/siret.ts';
import {
  expectEachAccepted,
  expectRefusedInWords,
  expectSaidMandatory,
} from '../support/matchers/accepted.ts';
import { expectOpened } from '../support/matchers/announcement.ts';
import { expect, expectEachRefused, expectUsable } from '../support/matchers/expect.ts';
import { expectOpen } from '../support/matchers/login.ts';
import { expectSilence } from '../support/matchers/mail.ts';
import {
  expectMainManager,
  expectNoSecondActivation,
  expectNotMainManager,
} from '../support/matchers/sign-up.ts';
import { latestOf } from '../support/others.ts';
import { Alors, EtantDonne, Quand } from '../support/runner/bdd.ts';
import { secondCell, type Table, tableOf } from '../support/table.ts';

EtantDonne("un nouveau venu dont l'INSEE ne connaît pas le SIRET", async function () {
  this.person.drawn('inconnue');
});

EtantDonne("un nouveau venu dont l'établissement est fermé", async function () {
  this.person.drawn('fermee');
});

EtantDonne("un nouveau venu, au nom d'un établissement de La Poste", async function () {
  this.person.drawn('la-poste');
});

EtantDonne(
  'un nouveau venu dont le SIRET ne peut être vérifié, car {panne}',
  async function (family: Family) {
    this.person.drawn(family);
  },
);

Quand('il arrive sur le portail', async function () {
  await this.journey.toIdentification();
});

Quand("il s'identifie avec son adresse électronique et son SIRET", async function () {
  await this.journey.identify();
});

Quand("il s'identifie sans adresse électronique", async function () {
  await this.journey.identify({ email: '' });
});

Quand("il s'identifie sans SIRET", async function () {
  await this.journey.identify({ siret: '' });
});

Quand("il s'identifie tour à tour avec son SIRET, ainsi altéré :", async function (table: Table) {
  await this.rounds.play(table, {
    field: this.portal.identification.siret,
    attempt: (fault) => {
      const { email, siret } = this.journey.applicant;
      return this.portal.identification.identifyWhole({ email, siret: alteredSiret(siret, fault) });
    },
    restart: () => this.journey.again('identification'),
  });
});

Quand("il s'identifie tour à tour avec une adresse malformée :", async function (table: Table) {
  await this.rounds.play(table, {
    field: this.portal.identification.email,
    attempt: (fault) => this.journey.identify({ email: secondCell(table, fault) }),
    restart: () => this.journey.again('identification'),
  });
});

Quand("il s'identifie tour à tour avec son SIRET, un seul chiffre changé à chaque fois", async function () {
  const places = [...this.journey.applicant.siret].map((_, place) => `le chiffre n° ${place + 1}`);
  await this.rounds.play(tableOf(places), {
    field: this.portal.identification.siret,
    attempt: (place) => this.journey.identify({ siret: this.person.siretWrongAt(places.indexOf(place)) }),
    restart: () => this.journey.again('identification'),
  });
});

Quand("il s'identifie tour à tour avec son SIRET, ainsi écrit :", async function (table: Table) {
  await this.rounds.play(table, {
    field: this.portal.identification.siret,
    attempt: (way) => this.journey.identify({ siret: writtenSiret(this.journey.applicant.siret, way) }),
    restart: () => this.journey.again('identification'),
  });
});

Quand("il s'identifie tour à tour avec une adresse qui comporte :", async function (table: Table) {
  await this.rounds.play(table, {
    field: this.portal.identification.email,
    attempt: (form) => this.journey.identify({ email: unusualAddress(this.journey.applicant.email, form) }),
    restart: () => this.journey.again('identification'),
  });
});

Quand("il s'identifie de nouveau, avec un autre SIRET", async function () {
  this.person.drawnSharing({ email: this.journey.applicant.email });
  await this.journey.identify();
});

Quand("un autre nouveau venu s'inscrit avec le même SIRET", async function () {
  const { person, signUp } = await this.elsewhere();
  person.drawnSharing({ siret: this.journey.applicant.siret });
  await signUp.goAsFarAsPossible();
});

Quand("un autre nouveau venu s'inscrit avec le SIRET d'une autre structure", async function () {
  const { signUp } = await this.elsewhere();
  await signUp.goAsFarAsPossible();
});

Quand("un autre nouveau venu s'inscrit avec la même adresse et un autre SIRET", async function () {
  const { person, signUp } = await this.elsewhere();
  person.drawnSharing({ email: this.journey.applicant.email });
  await signUp.tryToCreate();
});

Quand("un autre nouveau venu s'inscrit avec une adresse libre et un autre SIRET", async function () {
  const { signUp } = await this.elsewhere();
  await signUp.tryToCreate();
});

Alors('il peut saisir son adresse électronique de connexion', async function () {
  await expectUsable(this.portal.identification.email);
});

Alors('il peut saisir son SIRET', async function () {
  await expectUsable(this.portal.identification.siret);
});

Alors("l'adresse électronique est refusée", async function () {
  expect(this.portal.identification.email).toBeRefused();
});

Alors('le SIRET est refusé', async function () {
  expect(this.portal.identification.siret).toBeRefused();
});

Alors('chacun de ces SIRET est refusé', async function () {
  expectEachRefused(this.rounds);
});

Alors('il est invité à compléter ses informations', async function () {
  expect(this.portal.identification).toBeAccepted();
});

Alors("l'adresse électronique et le SIRET sont signalés comme obligatoires", async function () {
  const { email, siret } = this.portal.identification;
  await expectSaidMandatory([email, siret]);
});

Alors('chacune de ces adresses électroniques est refusée', async function () {
  expectEachRefused(this.rounds);
});

Alors('chacune de ces adresses électroniques est acceptée', async function () {
  expectEachAccepted(this.rounds);
});

Alors('chacun de ces SIRET est accepté', async function () {
  expectEachAccepted(this.rounds);
});

Alors("une autre voie s'ouvre à une entreprise sans SIRET", async function () {
  const { identification } = this.portal;
  expectOpened(await identification.takeOtherWay(), identification.otherWayName);
});

Alors("le portail dit que le SIRET n'a pu être accepté", async function () {
  expectRefusedInWords(this.portal.identification.siret);
});

Alors('aucun courriel ne lui est envoyé', async function () {
  await expectSilence(this, this.journey.applicant.email);
});

Alors("il n'est pas gestionnaire principal de cette structure", async function () {
  await expectNotMainManager(latestOf(this));
});

Alors('cet autre est gestionnaire principal de sa structure', async function () {
  await expectMainManager(latestOf(this));
});

Alors("aucun second courriel d'activation n'arrive à cette adresse", async function () {
  await expectNoSecondActivation(this);
});

Alors("le premier compte s'ouvre toujours avec son mot de passe", async function () {
  await this.journey.logIn();
  expectOpen(this.portal.login, 'le mot de passe du premier compte, après la seconde inscription');
});

Alors("un courriel d'activation arrive à cet autre", async function () {
  const { mail, person } = latestOf(this);
  await mail.activationLinkOf(person.applicant.email);
});
