import { alteredText } from '../fixtures/alterations.ts';
import { expect, expectEachRefused } from '../support/matchers/expect.ts';
import { expectPrefilled } from '../support/matchers/prefill.ts';
import { expectSwitched } from '../support/matchers/workspaces.ts';
import { Alors, Quand } from '../support/runner/bdd.ts';
import { firstColumn, type Table } from '../support/table.ts';

Quand('il complète ses informations', async function () {
  await this.journey.complete();
});

Quand("il complète ses informations sans les caractères de l'image", async function () {
  await this.journey.complete({ captcha: '' });
});

Quand("il complète ses informations avec d'autres caractères que ceux de l'image", async function () {
  await this.journey.complete({ captcha: this.journey.wrongCaptcha });
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
