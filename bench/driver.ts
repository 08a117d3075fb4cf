import { confirm, expect } from '../support/matchers/expect.ts';
import { registerEngine } from '../support/runner/engine.ts';
import { processSeeds } from '../support/runner/seeds.ts';
import { createWorld } from '../support/runner/world.ts';
import { playByHand, type Scene } from './library.ts';

/** The journey's steps, intent for intent, without a runner: what is above the bare script is the driver's. */
async function journey({ page, environment, family, id }: Scene): Promise<void> {
  const attach = async (): Promise<void> => undefined;
  const seeds = processSeeds();
  const world = createWorld({
    page,
    openPage: () => page.context().newPage(),
    environment,
    seeds,
    attach,
    id,
    tags: ['@EX-9.01'],
  });
  world.person.drawn(family);
  await world.journey.toInformation();
  await world.journey.passInformation();
  await world.journey.passWorkspaces();
  await world.mail.activationMailOf(world.journey.applicant.email);
  await world.journey.passMail();
  await world.journey.passActivation();
  await world.journey.logIn();
  expect(world.portal.login).toBeAccepted();
  await confirm(await world.portal.account.isMainManager(), async () => ({
    done: 'Le rôle affiché dans le compte a été lu',
    expected: 'gestionnaire principal',
    seen: await world.portal.account.roleShown(),
  }));
  await confirm(await world.portal.account.offersDeposit(), async () => ({
    done: "L'entrée pour transmettre une facture a été cherchée dans le compte",
    expected: 'un lien ou un bouton visible',
    seen: await world.portal.pageShown(),
  }));
}

await registerEngine();
await playByHand(journey);
