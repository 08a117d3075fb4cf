import { addressesOnTheWay } from '../support/addresses.ts';
import {
  expectAccountRecalled,
  expectAllSwitched,
  expectCreationConfirmed,
  expectGreeted,
  expectMailAnnounced,
  expectValidityAnnounced,
} from '../support/matchers/announcement.ts';
import {
  expectNoActivationYet,
  expectNoStepShown,
  expectNothingMore,
  expectSingleMail,
} from '../support/matchers/sign-up.ts';
import { expectOpenWorkspaces, expectOwnDescriptions, expectStates } from '../support/matchers/workspaces.ts';
import { latestOf, samePersonElsewhere } from '../support/others.ts';
import { WORKSPACES, type Workspace } from '../support/portal/workspaces.ts';
import { Alors, EtantDonne, Quand } from '../support/runner/bdd.ts';
import type { Table } from '../support/table.ts';

EtantDonne(
  "qui a ouvert l'espace {espace} et fermé l'espace {espace}",
  async function (opened: Workspace, closed: Workspace) {
    await this.portal.workspaces.workspace(opened).set(true);
    await this.portal.workspaces.workspace(closed).set(false);
  },
);

EtantDonne("qui a ensuite activé son compte et s'est connecté", async function () {
  await this.journey.passWorkspaces();
  await this.journey.passMail();
  await this.journey.passActivation();
  await this.journey.passLogin();
});

Quand('il ouvre tous les espaces', async function () {
  for (const name of WORKSPACES) await this.portal.workspaces.workspace(name).set(true);
});

Quand('il ferme tous les espaces', async function () {
  for (const name of WORKSPACES) await this.portal.workspaces.workspace(name).set(false);
});

Quand('il valide ses espaces', async function () {
  await this.portal.workspaces.validate();
});

Quand('il valide ses espaces deux fois coup sur coup', async function () {
  await this.portal.workspaces.validateTwice();
});

Quand('il valide ses espaces, et le même envoi parvient une seconde fois au portail', async function () {
  await this.journey.passWorkspaces();
  await this.portal.replay(this.portal.trail.sending);
});

Quand("un autre nouveau venu, après la seule étape 1, rejoue l'envoi final du premier", async function () {
  const other = await this.elsewhere();
  await other.journey.toInformation();
  await other.portal.replay(this.portal.trail.sending);
});

Quand(
  "il ouvre, dans son compte, l'espace {espace} et ferme l'espace {espace}",
  async function (opened: Workspace, closed: Workspace) {
    await this.portal.myWorkspaces.change({ opened, closed });
  },
);

Quand('il se reconnecte, depuis un autre navigateur', async function () {
  const { journey } = await samePersonElsewhere(this);
  await journey.passLogin();
});

Alors('chaque espace est présenté avec un descriptif qui lui est propre', async function () {
  await expectOwnDescriptions(this.portal.workspaces);
});

Alors('les espaces sont proposés dans cet état :', async function (table: Table) {
  await expectStates(this.portal.workspaces, table.rows());
});

Alors(
  'ses espaces ouverts sont {espace} et {espace}, et eux seuls',
  async function (first: Workspace, second: Workspace) {
    await expectOpenWorkspaces(this.portal.account, [first, second]);
  },
);

Alors('il est accueilli par son nom', async function () {
  await expectGreeted(this.portal.workspaces, this.journey.applicant);
});

Alors('son compte lui est rappelé par son adresse de connexion', async function () {
  await expectAccountRecalled(this.portal, this.journey.applicant.email);
});

Alors('tous les espaces sont ouverts', async function () {
  await expectAllSwitched(this.portal.workspaces, true);
});

Alors('tous les espaces sont fermés', async function () {
  await expectAllSwitched(this.portal.workspaces, false);
});

Alors('la création de son compte est confirmée', async function () {
  await expectCreationConfirmed(this.portal);
});

Alors("l'envoi d'un courriel d'activation lui est annoncé", async function () {
  await expectMailAnnounced(this.portal);
});

Alors("la durée de validité de l'activation est annoncée, à l'écran ou dans le courriel", async function () {
  await expectValidityAnnounced(this);
});

Alors(
  'les adresses de son parcours, rouvertes dans un navigateur neuf, ne montrent rien de lui',
  async function () {
    const { portal } = await this.elsewhere();
    await expectNoStepShown(portal, await addressesOnTheWay(this), this.journey.applicant);
  },
);

Alors("aucun autre courriel d'activation ne lui est envoyé", async function () {
  await expectNothingMore(this, {
    done: 'Les adresses du parcours ont été rouvertes dans un navigateur neuf',
  });
});

Alors("rien n'est créé, ni pour cet autre, ni pour le premier", async function () {
  await expectNothingMore(this, {
    done: "L'envoi final a été rejoué après la seule étape 1",
    stranger: latestOf(this),
  });
});

Alors("un seul courriel d'activation lui arrive", async function () {
  await expectSingleMail(this);
});

Alors("aucun courriel d'activation ne lui est encore parvenu", async function () {
  await expectNoActivationYet(this);
});

Alors(
  'il retrouve ouverts les espaces {espace} et {espace}, et eux seuls',
  async function (first: Workspace, second: Workspace) {
    await expectOpenWorkspaces(latestOf(this).portal.account, [first, second]);
  },
);
