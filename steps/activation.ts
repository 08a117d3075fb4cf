import { alteredText } from '../fixtures/alterations.ts';
import { confirm, expect, expectEachRefused } from '../support/matchers/expect.ts';
import { expectOpen, expectShut } from '../support/matchers/login.ts';
import { expectNobodyElse, expectSilence } from '../support/matchers/mail.ts';
import { expectRecalled, recalledOf } from '../support/matchers/recalled.ts';
import { expectGrowing } from '../support/matchers/strength.ts';
import { samePersonElsewhere } from '../support/others.ts';
import { secretField } from '../support/portal/activation.ts';
import { Alors, EtantDonne, Quand } from '../support/runner/bdd.ts';
import { firstColumn, type Table } from '../support/table.ts';

EtantDonne("dont l'adresse de contact est autre que l'adresse de connexion", async function () {
  this.person.contactElsewhere();
});

Quand("il ouvre le lien du courriel d'activation", async function () {
  await this.journey.openLink();
});

Quand('il choisit le mot de passe {motDePasse}', async function (password: string) {
  await this.journey.choosePassword(password);
});

Quand(
  "il choisit le mot de passe {motDePasse}, complété jusqu'à la longueur minimale",
  async function (start: string) {
    await this.journey.choosePassword(this.person.lengthened(start));
  },
);

Quand('il choisit tour à tour ces mots de passe :', async function (table: Table) {
  await this.rounds.play(table, {
    field: this.portal.activation.password,
    attempt: (password) => this.journey.choosePassword(password),
    restart: () => this.journey.again('activation'),
  });
});

Quand('il choisit un mot de passe qui a juste les types demandés', async function () {
  await this.journey.choosePassword(this.person.leastPassword);
});

Quand('il choisit son mot de passe', async function () {
  await this.journey.choosePassword();
});

Quand('il confirme tour à tour son mot de passe, ainsi altéré :', async function (table: Table) {
  await this.rounds.play(table, {
    field: this.portal.activation.confirmation,
    attempt: (fault) => this.passwords.confirmOtherwise((password) => alteredText(password, fault)),
    restart: () => this.journey.again('activation'),
  });
});

Quand('il se connecte', async function () {
  await this.journey.logIn();
});

Quand('il se connecte avec le mot de passe choisi', async function () {
  await this.journey.logIn();
});

Quand('il se connecte tour à tour avec son mot de passe, ainsi altéré :', async function (table: Table) {
  await this.rounds.play(table, {
    field: this.portal.login.password,
    attempt: (fault) => this.journey.logIn(alteredText(this.journey.applicant.motDePasse, fault)),
    restart: () => this.journey.toIdentification(),
  });
});

Alors("le courriel d'activation arrive à son adresse de connexion", async function () {
  await this.mail.activationMailOf(this.journey.applicant.email);
});

Alors("personne d'autre ne le reçoit", async function () {
  const { email } = this.journey.applicant;
  await expectNobodyElse(this, await this.mail.activationMailOf(email), email);
});

Alors("rien n'arrive à son adresse de contact", async function () {
  await expectSilence(this, this.person.contactElsewhere());
});

Alors("la page d'activation du compte s'affiche", async function () {
  await confirm(await this.portal.activation.isShown(), async () => ({
    done: this.portal.wayIn.words.opened,
    expected: "la page d'activation, avec le mot de passe à choisir et à confirmer",
    seen: await this.portal.whereItLed(),
  }));
});

Alors('le mot de passe est refusé', async function () {
  expect(this.portal.activation.password).toBeRefused();
});

Alors('chacun de ces mots de passe est refusé', async function () {
  expectEachRefused(this.rounds);
});

Alors('chacune de ces confirmations est refusée', async function () {
  expectEachRefused(this.rounds);
});

Alors("son compte n'est pas actif", async function () {
  await this.journey.logIn(this.person.chosenPassword);
  expectShut(this.portal.login, `le mot de passe « ${this.person.chosenPassword} », sans activation réussie`);
});

Alors('son compte est actif', async function () {
  expect(this.portal.activation.password).toBeAccepted();
});

Alors("son compte s'ouvre", async function () {
  expect(this.portal.login).toBeAccepted();
});

Alors('chacune de ces connexions est refusée', async function () {
  expectEachRefused(this.rounds);
});

Quand('il essaie ces mots de passe, du plus simple au plus complexe :', async function (table: Table) {
  await this.passwords.readStrengths(firstColumn(table));
});

Alors('la complexité affichée croît avec eux', async function () {
  expectGrowing(this.passwords.strengths, this.target.password.scale);
});

Alors("la page d'activation lui rappelle :", async function (table: Table) {
  await expectRecalled(this.portal.activation, firstColumn(table), recalledOf(this.person));
});

Quand('il choisit son mot de passe en laissant vide tour à tour :', async function (table: Table) {
  await this.rounds.play(table, {
    field: this.portal.activation.secrets,
    attempt: (name) => this.passwords.chooseWithout(secretField(name)),
    restart: () => this.journey.again('activation'),
  });
});

Alors('chacun de ces oublis est refusé', async function () {
  expectEachRefused(this.rounds);
});

Quand('il remplit tout, puis revient en arrière', async function () {
  const left = await this.passwords.fillAndGoBack();
  await confirm(left, async () => ({
    done: 'Étape 4 : tout a été rempli, puis « Précédent » a été choisi',
    expected: "une autre page que celle de l'activation",
    seen: await this.portal.pageShown(),
  }));
});

Quand('il confirme autrement un mot de passe acceptable', async function () {
  await this.passwords.confirmOtherwise(() => this.person.anotherPassword());
});

Alors('la confirmation est refusée', async function () {
  expect(this.portal.activation.confirmation).toBeRefused();
});

Alors("ce mot de passe n'ouvre pas son compte, vu d'un autre navigateur", async function () {
  const { journey, person, portal } = await samePersonElsewhere(this);
  await journey.logIn(person.chosenPassword);
  expectShut(portal.login, `le mot de passe refusé « ${person.chosenPassword} »`);
});

Alors("ce second mot de passe l'ouvre", async function () {
  await this.journey.logIn();
  expectOpen(this.portal.login, 'le mot de passe accepté au second essai');
});
