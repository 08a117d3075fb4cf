import { letMinutesPass } from '../support/clock.ts';
import { previewMail } from '../support/mail-filter.ts';
import { expect } from '../support/matchers/expect.ts';
import { expectEachLinkRefused } from '../support/matchers/links.ts';
import { expectOpen, expectShut } from '../support/matchers/login.ts';
import { latestOf, samePersonElsewhere } from '../support/others.ts';
import { Alors, EtantDonne, Quand } from '../support/runner/bdd.ts';
import { firstColumn, type Table } from '../support/table.ts';

EtantDonne("qui a reçu le courriel d'activation", async function () {
  await this.mail.activationLinkOf(this.journey.applicant.email);
});

Quand('la durée de validité du lien passe', async function () {
  await letMinutesPass(this, this.target.linkValidityMinutes + 1);
});

Quand('la durée de validité du lien passe, à une minute près', async function () {
  // The mail may have taken its time: the validity began when it was asked for.
  await letMinutesPass(this, this.target.linkValidityMinutes - 1 - this.expectedMails.minutesSinceLast);
});

Quand('deux minutes passent encore', async function () {
  await letMinutesPass(this, 2);
});

Quand("il essaie d'activer son compte par ce lien périmé", async function () {
  // A portal may answer a link that came too late by sending another.
  this.expectedMails.allow(this.journey.applicant.email);
  await this.links.try(
    'passé sa durée de validité',
    await this.mail.activationLinkOf(this.journey.applicant.email),
  );
});

Quand('il essaie tour à tour son lien, ainsi altéré :', async function (table: Table) {
  await this.links.tryAltered(firstColumn(table));
});

Alors("le lien n'active pas le compte", async function () {
  expectEachLinkRefused(this.links.tries);
});

Alors("aucun de ces liens n'active le compte", async function () {
  expectEachLinkRefused(this.links.tries);
});

Quand("quelqu'un rouvre le lien ailleurs et essaie d'y choisir un autre mot de passe", async function () {
  const link = await this.mail.activationLinkOf(this.journey.applicant.email);
  const { links, person } = await samePersonElsewhere(this);
  await links.try('déjà utilisé', link, person.anotherPassword());
});

Quand("quelqu'un ouvre aussi le lien ailleurs", async function () {
  const { journey } = await samePersonElsewhere(this);
  await journey.openLink();
});

Quand("cet autre essaie ensuite d'y choisir un autre mot de passe", async function () {
  await latestOf(this).passwords.tryAnother();
});

Alors("cet autre mot de passe n'ouvre pas le compte", async function () {
  const { journey, person, portal } = latestOf(this);
  await journey.logIn(person.chosenPassword);
  expectShut(portal.login, `le mot de passe choisi ${portal.wayIn.words.again}`);
});

Alors("le premier mot de passe l'ouvre toujours", async function () {
  await this.journey.logIn();
  expectOpen(this.portal.login, "le mot de passe choisi à l'activation");
});

Quand('il ouvre le lien dans un autre navigateur et y choisit son mot de passe', async function () {
  const { journey } = await samePersonElsewhere(this);
  await journey.openLink();
  await journey.choosePassword();
});

Alors('son compte y est actif', async function () {
  expect(latestOf(this).portal.activation.password).toBeAccepted();
});

Quand('un filtre de messagerie ouvre les liens du courriel avant lui', async function () {
  await previewMail(this);
});

Quand("il demande un nouveau lien d'activation", async function () {
  await this.recovery.askNewLink();
});

Alors('un nouveau courriel lui apporte un lien', async function () {
  await this.mail.activationLinkOf(this.journey.applicant.email);
});
