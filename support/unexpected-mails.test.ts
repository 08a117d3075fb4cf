import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { startEmbeddedPortal } from './embedded-portal.ts';
import type { Environment } from './environment.ts';
import { Finding } from './failures.ts';
import { type Bench, startMailbox } from './mailbox/testing.ts';
import { Pace } from './pace.ts';
import { useBrowser } from './portal/page.test-support.ts';
import { createWorld, type World } from './runner/world.ts';
import { EMBEDDED_CAPTCHA_ANSWER, embeddedTarget } from './target/embedded.ts';
import type { Target } from './target/target.ts';
import { checkUnexpectedMails } from './unexpected-mails.ts';

const pageFor = useBrowser();

interface Started {
  readonly world: World;
  readonly send: Bench['send'];
  readonly url: string;
  /** The pieces of evidence, by name. */
  readonly pieces: Map<string, string>;
}

async function start(t: TestContext, without: Target['without'] = {}): Promise<Started> {
  const { mailbox, embedded, send } = await startMailbox(t);
  const portal = await startEmbeddedPortal({ smtp: embedded.smtp, captchaAnswer: EMBEDDED_CAPTCHA_ANSWER });
  t.after(() => portal.close());
  const { url, advanceClock } = portal;
  const target = { ...embeddedTarget, without };
  const pace = new Pace(target, 1);
  const environment: Environment = { target, url, mailbox, pace, advanceClock, close: async () => undefined };
  const pieces = new Map<string, string>();
  const world = createWorld({
    page: await pageFor(t),
    openPage: () => pageFor(t),
    environment,
    seeds: { seed: 1, nonce: `${process.pid}` },
    attach: async (body, _mediaType, name) => {
      pieces.set(name, String(body));
    },
    id: t.name,
    tags: [],
  });
  return { world, send, url, pieces };
}

/** Matches the finding that tells of so many activation mails, in the vendor's words. */
function telling(address: string, expected: string, seen: RegExp) {
  return (error: unknown): boolean => {
    assert.ok(error instanceof Finding);
    const { done, expected: said, seen: came } = error.observation;
    assert.ok(done.includes(address), done);
    assert.equal(said, expected);
    assert.match(came, seen);
    return true;
  };
}

describe('the mail of a scenario, once it has been played', () => {
  it('is one activation mail for one creation, whatever else is not an activation mail', async (t) => {
    const { world, send, url, pieces } = await start(t);
    await world.journey.toCreation();
    const { email } = world.journey.applicant;
    await checkUnexpectedMails(world);
    assert.equal(world.others.length, 0, 'no browser is opened for what was expected');
    await send({
      to: email,
      subject: 'Vous avez déjà un compte',
      html: `<a href="${url}/connexion">Ici</a>`,
    });
    await send({ to: email, subject: 'Bienvenue', html: `<a href="${url}/aide?ref=x7">Aide</a>` });
    await checkUnexpectedMails(world);
    assert.match(
      pieces.get('Autres courriels.txt') ?? '',
      new RegExp(`^« Vous avez déjà un compte », arrivé le .*, à ${email}\n« Bienvenue »`),
    );
  });

  it('may not hold a second one, told by its link, which opens the activation page', async (t) => {
    const { world, send } = await start(t);
    await world.journey.toCreation();
    const { email } = world.journey.applicant;
    const link = await world.mail.activationLinkOf(email);
    await send({ to: email, subject: 'Rappel', html: `<a href="${link}">Activer</a>` });
    await assert.rejects(
      checkUnexpectedMails(world),
      telling(email, "un seul courriel d'activation", /^2 : « Activez .* », arrivé le .* à .*, « Rappel », /),
    );
  });

  it('may not hold one whose link serves no more, if it is like the one that was read', async (t) => {
    const { world, send, url } = await start(t);
    await world.journey.toActiveAccount();
    const { email } = world.journey.applicant;
    const { subject } = await world.mail.activationMailOf(email);
    await send({ to: email, subject, html: `<a href="${url}/activation?jeton=autre">Activer</a>` });
    await assert.rejects(checkUnexpectedMails(world), /2 : « Activez/);
    await send({ to: email, subject: 'x', text: "Votre code d'activation : 271828" });
    await assert.rejects(checkUnexpectedMails(world), /3 : « Activez/);
  });

  it('may not hold one at the contact address', async (t) => {
    const { world, send } = await start(t);
    const contact = world.person.contactElsewhere();
    await world.journey.toCreation();
    const link = await world.mail.activationLinkOf(world.journey.applicant.email);
    await send({ to: contact, subject: 'Copie', html: `<a href="${link}">Activer</a>` });
    await assert.rejects(
      checkUnexpectedMails(world),
      telling(contact, "aucun courriel d'activation", /^1 : « Copie »/),
    );
  });

  it('holds another for each link asked again', async (t) => {
    const { world } = await start(t);
    await world.journey.toCreation();
    await world.recovery.askNewLink();
    await world.mail.activationMailOf(world.journey.applicant.email);
    await checkUnexpectedMails(world);
    const { email } = world.journey.applicant;
    assert.deepEqual([...world.expectedMails.byAddress], [[email, 2]]);
  });

  it('may come before the end where the portal has no final activation', async (t) => {
    const { world } = await start(t, { 'activation-finale': 'le courriel part à l’étape 2' });
    await world.journey.toCreation();
    assert.deepEqual([...world.expectedMails.byAddress.values()], [1]);
    await world.journey.again('information');
    assert.deepEqual([...world.expectedMails.byAddress.values()], [1, 1]);
  });
});
