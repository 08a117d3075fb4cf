import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { defects } from '../fixtures/defects/index.ts';
import { isValidSiret } from '../fixtures/siret.ts';
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
    const { journey, portal } = await worldFor(t, [], []);
    const first = journey.drawn('entrepreneur-individuel');
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
    const { journey } = await worldFor(t);
    journey.drawn('inconnue');
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
    assert.equal(second.journey.drawnSharing({ siret }).company.siret, siret);
    await second.journey.goAsFarAsPossible();
    assert.equal(second.journey.stoppedBy, undefined);
    await expectNotMainManager(second);
    await assert.rejects(expectMainManager(second), /Constaté : son compte affiche « Rôle Utilisateur »/);
    const third = await first.elsewhere();
    const { email } = first.journey.applicant;
    assert.equal(third.journey.drawnSharing({ email }).email, email);
    assert.equal(await third.journey.tryToCreate(), third.portal.identification);
    await third.journey.goAsFarAsPossible();
    assert.match(third.journey.stoppedBy ?? '', /refusé, avec « .*Un compte existe déjà/);
    await expectNotMainManager(third);
    await expectNoSecondActivation(first);
    assert.equal(latestOf(first), third);
    assert.throws(() => latestOf(third), /Personne d’autre/);
    const addresses = await first.journey.addressesOnTheWay();
    assert.ok(addresses.length >= 5 && addresses.every((address) => !address.includes('jeton=')));
  });

  it('draws data that shows what it is for', async (t) => {
    const { journey } = await worldFor(t);
    assert.ok(isValidSiret(journey.applicant.siret));
    assert.equal(journey.contactEmail, undefined);
    const contact = journey.contactElsewhere();
    assert.equal(contact, `contact.${journey.applicant.email}`);
    assert.equal(journey.information.contactEmail, contact);
    assert.equal(journey.information.captcha, 'TEST1');
    assert.notEqual(journey.wrongCaptcha.toUpperCase(), 'TEST1');
    assert.equal(journey.lengthened('Abc1!xy'), 'Abc1!xyk');
    assert.equal(journey.lengthened('Abc1!xyz9'), 'Abc1!xyz9');
    assert.equal(journey.leastPassword.length, 8);
    assert.equal(journey.chosenPassword, journey.applicant.motDePasse);
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
