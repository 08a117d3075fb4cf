import { alteredText } from '../fixtures/alterations.ts';
import { expect } from '../support/matchers/expect.ts';
import { expectOpen, expectShut } from '../support/matchers/login.ts';
import { Alors, Quand } from '../support/runner/bdd.ts';

Quand('il récupère son compte par sa question secrète', async function () {
  await this.recovery.recover();
});

Quand('il répond autrement à sa question secrète', async function () {
  await this.recovery.recover(alteredText(this.journey.applicant.reponseSecrete, 'une lettre de plus'));
});

Alors('son nouveau mot de passe est accepté', async function () {
  expect(this.portal.recovery.password).toBeAccepted();
});

Alors('sa réponse est refusée', async function () {
  expect(this.portal.recovery.answer).toBeRefused();
});

Alors("son ancien mot de passe n'ouvre plus son compte", async function () {
  await this.journey.logIn();
  expectShut(this.portal.login, "l'ancien mot de passe, après sa récupération");
});

Alors("son nouveau mot de passe l'ouvre", async function () {
  await this.journey.logIn(this.person.chosenPassword);
  expectOpen(this.portal.login, 'le mot de passe choisi à la récupération');
});
