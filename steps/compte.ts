import { confirm, expect } from '../support/matchers/expect.ts';
import { Alors } from '../support/runner/bdd.ts';

Alors('il est gestionnaire principal de sa structure', async function () {
  expect(this.portal.login).toBeAccepted();
  await confirm(await this.portal.account.isMainManager(), async () => ({
    done: 'Le rôle affiché dans le compte a été lu',
    expected: 'gestionnaire principal',
    seen: `« ${await this.portal.account.roleShown()} »`,
  }));
});

Alors('il peut transmettre une facture', async function () {
  await confirm(await this.portal.account.offersDeposit(), async () => ({
    done: "L'entrée pour transmettre une facture a été cherchée dans le compte",
    expected: 'un lien ou un bouton visible',
    seen: await this.portal.pageShown(),
  }));
});
