import { alteredSiret } from '../fixtures/alterations.ts';
import { expect, expectEachRefused, expectUsable } from '../support/matchers/expect.ts';
import { Alors, EtantDonne, Quand } from '../support/runner/bdd.ts';
import type { Table } from '../support/table.ts';

EtantDonne("un nouveau venu dont l'INSEE ne connaît pas le SIRET", async function () {
  this.journey.drawn('inconnue');
});

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
    attempt: (fault) => this.journey.identify({ siret: alteredSiret(this.journey.applicant.siret, fault) }),
    restart: () => this.journey.again('identification'),
  });
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
