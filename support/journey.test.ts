import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { defects } from '../fixtures/defects/index.ts';
import { addressesOnTheWay } from './addresses.ts';
import { type Environment, startEnvironment } from './environment.ts';
import { failureOf, PortalUnreachedStep } from './failures.ts';
import { expect, expectUsable } from './matchers/expect.ts';
import { expectMainManager, expectNoSecondActivation, expectNotMainManager } from './matchers/sign-up.ts';
import { latestOf } from './others.ts';
import { useBrowser } from './portal/page.test-support.ts';
import { createWorld, type World } from './runner/world.ts';
import { embeddedTarget } from './target/embedded.ts';

const pageFor = useBrowser();

describe('a journey on the reference portal', () => {
  let environment: Environment;
  before(async () => {
    environment = await startEnvironment(embeddedTarget);
  });
  after(() => environment.close());

  async function worldFor(t: TestContext, pieces: string[] = [], tags = ['@EX-0.01']): Promise<World> {
    return createWorld({
      page: await pageFor(t),
      openPage: () => pageFor(t),
      environment,
      seeds: { seed: 1, nonce: `${process.pid}` },
      attach: async (_body, _mediaType, name) => {
        pieces.push(name);
      },
      id: t.name,
      tags,
    });
  }

  it('goes from nothing to an account that serves, with a picture of each step', async (t) => {
    const pieces: string[] = [];
    const { journey, portal, requirement } = await worldFor(t, pieces);
    assert.equal(requirement, 'EX-0.01');
    await journey.toActiveAccount();
    await journey.logIn('Autre-mot-de-passe-1');
    expect(portal.login).toBeRefused();
    await journey.logIn();
    expect(portal.login).toBeAccepted();
    assert.ok(await portal.account.isMainManager());
    assert.match(await portal.account.roleShown(), /gestionnaire principal/i);
    assert.ok(await portal.account.offersDeposit());
    assert.deepEqual(pieces.slice(0, 4), [
      'Étape 1 (identification).png',
      'Étape 2 (informations).png',
      'Étape 3 (espaces).png',
      'Étape 4 (activation).png',
    ]);
  });

  it('begins again as another person of the same kind', async (t) => {
    const { journey, person, portal } = await worldFor(t, [], []);
    person.drawn('entrepreneur-individuel');
    const first = person.applicant;
    await journey.again('information');
    const { applicant } = journey;
    assert.equal(applicant.company.family, 'entrepreneur-individuel');
    assert.notEqual(applicant.email, first.email);
    assert.notEqual(applicant.siret, first.siret);
    assert.equal(journey.applicant, applicant);
    await expectUsable(portal.information.nom);
    await journey.again('identification');
    await expectUsable(portal.identification.siret);
  });

  it('says which step was not reached, and what the portal showed', async (t) => {
    const { journey, person } = await worldFor(t);
    person.drawn('inconnue');
    await assert.rejects(journey.toWorkspaces(), (error) => {
      assert.ok(error instanceof PortalUnreachedStep);
      assert.equal(error.step, 2);
      assert.match(error.observation.seen, /^refusé, avec « /);
      return failureOf(error, undefined).kind === 'unreached';
    });
  });

  it('goes as far as the portal lets, and keeps what stopped it', async (t) => {
    const first = await worldFor(t);
    await first.journey.toActiveAccount();
    const second = await first.elsewhere();
    const { siret } = first.journey.applicant;
    second.person.drawnSharing({ siret });
    assert.equal(second.person.applicant.company.siret, siret);
    await second.signUp.goAsFarAsPossible();
    assert.equal(second.signUp.stoppedBy, undefined);
    await expectNotMainManager(second);
    await assert.rejects(expectMainManager(second), /Constaté : son compte affiche « Rôle Utilisateur »/);
    const third = await first.elsewhere();
    const { email } = first.journey.applicant;
    third.person.drawnSharing({ email });
    assert.equal(third.person.applicant.email, email);
    assert.equal(await third.signUp.tryToCreate(), undefined, 'the screen tells nobody who has an account');
    await third.signUp.goAsFarAsPossible();
    assert.match(third.signUp.stoppedBy ?? '', /Le lien du courriel d'activation a été ouvert : page « Lien/);
    await expectNotMainManager(third);
    await expectNoSecondActivation(first);
    assert.equal(latestOf(first), third);
    assert.throws(() => latestOf(third), /Personne d’autre/);
    const addresses = await addressesOnTheWay(first);
    assert.ok(addresses.length >= 5 && addresses.every((address) => !address.includes('jeton=')));
  });
});

describe('an environment with a defect', () => {
  it('is the reference portal, broken', async (t) => {
    const defect = defects.find(({ id }) => id === 'accueil-sans-champs');
    assert.ok(defect);
    const environment = await startEnvironment(embeddedTarget, { defect });
    t.after(() => environment.close());
    assert.doesNotMatch(await (await fetch(environment.url)).text(), /name="siret"/);
  });
});
