import { expectOpenWorkspaces, expectOwnDescriptions, expectStates } from '../support/matchers/workspaces.ts';
import type { Workspace } from '../support/portal/workspaces.ts';
import { Alors, Quand } from '../support/runner/bdd.ts';
import type { Table } from '../support/table.ts';

Quand(
  "il ouvre l'espace {espace}, ferme l'espace {espace} et valide",
  async function (opened: Workspace, closed: Workspace) {
    await this.portal.workspaces.workspace(opened).set(true);
    await this.portal.workspaces.workspace(closed).set(false);
    await this.journey.passWorkspaces();
  },
);

Quand('il active son compte et se connecte', async function () {
  await this.journey.passMail();
  await this.journey.passActivation();
  await this.journey.logIn();
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
