import { confirm } from '../support/matchers/expect.ts';
import { editStructure, expectStructureSaved } from '../support/matchers/structure.ts';
import { samePersonElsewhere } from '../support/others.ts';
import { Alors, Quand } from '../support/runner/bdd.ts';
import type { Table } from '../support/table.ts';

Quand('il modifie ainsi sa structure :', async function (table: Table) {
  await this.portal.structure.open();
  await editStructure(this.portal.structure, table.rows());
});

Alors('il la retrouve ainsi, en se connectant ailleurs :', async function (table: Table) {
  const { journey, portal } = await samePersonElsewhere(this);
  await journey.logIn();
  await portal.structure.open();
  await expectStructureSaved(portal.structure, table.rows());
});

Alors("l'entrée pour transmettre une facture s'ouvre", async function () {
  const { opens, seen } = await this.portal.account.openDeposit();
  await confirm(opens, async () => ({
    done: "Dès l'activation, l'entrée pour transmettre une facture a été suivie",
    expected: 'une page qui s’ouvre',
    seen,
  }));
});
