import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it, type TestContext } from 'node:test';
import { defects } from '../../fixtures/defects/index.ts';
import { sentinels } from '../../fixtures/sentinels/index.ts';
import { startSirene } from '../../fixtures/sirene/server.ts';
import { variants } from '../../fixtures/variants/index.ts';
import { startEmbeddedMailbox } from '../mailbox/embedded/embedded.ts';
import { MailboxUnavailable } from '../mailbox/unavailable.ts';
import { HarnessSetupError } from '../setup-error.ts';
import { embeddedTarget } from '../target/embedded.ts';
import type { Target } from '../target/target.ts';
import { chosenAlterations, chosenTarget } from './chosen.ts';
import { preflight } from './preflight.ts';
import { processSeeds } from './seeds.ts';
import { explained } from './start.ts';

async function served(t: TestContext, listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  t.after(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** An address where nobody listens any more. */
async function nobody(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}

function at(url: string, mailpit?: string): Target {
  const mail = { ...embeddedTarget.mail, ...(mailpit === undefined ? {} : { mailpit }) };
  return { ...embeddedTarget, name: 'Essai', url, mail };
}

/** Its mail is read by a function: no mailbox is looked for. */
function readByFunction(url: string): Target {
  return { ...at(url), mail: { ...embeddedTarget.mail, read: async () => [] } };
}

function withVariable(t: TestContext, name: string, value: string): void {
  const before = process.env[name];
  process.env[name] = value;
  t.after(() => {
    if (before === undefined) delete process.env[name];
    else process.env[name] = before;
  });
}

async function setupError(action: Promise<unknown>): Promise<HarnessSetupError> {
  const error = await action.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  assert.ok(error instanceof HarnessSetupError, String(error));
  return error;
}

describe('processSeeds', () => {
  it('draws a seed and a nonce, and leaves them for the workers', () => {
    const environment: NodeJS.ProcessEnv = {};
    const seeds = processSeeds(environment);
    assert.ok(Number.isSafeInteger(seeds.seed));
    assert.match(seeds.nonce, /^[0-9a-f]{12}$/);
    assert.deepEqual(processSeeds(environment), seeds);
    assert.notDeepEqual(processSeeds({}), seeds);
  });

  it('takes the seeds of the run to replay', () => {
    assert.deepEqual(processSeeds({ DIAPASON_SEED: '42', DIAPASON_NONCE: 'abc' }), {
      seed: 42,
      nonce: 'abc',
    });
  });

  for (const seed of ['abc', '1.5', '-1', '1e30']) {
    it(`refuses the seed « ${seed} »`, () => {
      assert.throws(
        () => processSeeds({ DIAPASON_SEED: seed }),
        (error) => error instanceof HarnessSetupError && error.message.includes(`« ${seed} »`),
      );
    });
  }
});

describe('what is chosen by the environment', () => {
  it('is the embedded portal as it is where nothing is said', async () => {
    assert.equal(await chosenTarget({}), embeddedTarget);
    assert.deepEqual(await chosenAlterations({}), {});
    assert.deepEqual(await chosenAlterations({ DIAPASON_DEFECT: '' }), {});
  });

  it('is the defect of that name', async () => {
    const [defect] = defects;
    assert.deepEqual(await chosenAlterations({ DIAPASON_DEFECT: defect?.id }), { defect });
  });

  it('is refused where no defect bears the name; the remedy gives those that do', async () => {
    const { message, remedy } = await setupError(chosenAlterations({ DIAPASON_DEFECT: 'inconnu' }));
    assert.match(message, /« inconnu »/);
    for (const { id } of defects) assert.ok(remedy.includes(id));
  });

  it('is the sentinel or the variant of that name, beside the defect', async () => {
    const [defect] = defects;
    const [sentinel] = sentinels;
    const [variant] = variants;
    const named = { DIAPASON_SENTINEL: sentinel?.id, DIAPASON_VARIANT: variant?.id };
    assert.deepEqual(await chosenAlterations({ ...named, DIAPASON_DEFECT: defect?.id }), {
      defect,
      sentinel,
      variant,
    });
    for (const variable of Object.keys(named))
      await setupError(chosenAlterations({ [variable]: 'inconnue' }));
  });

  it('is refused where the target is another portal than the embedded one', async () => {
    const { message } = await setupError(
      chosenAlterations({ DIAPASON_VARIANT: 'lent', TARGET: 'targets/reference.json' }),
    );
    assert.match(message, /portail embarqué/);
  });

  it('is refused where the target file is absent', async () => {
    await setupError(chosenTarget({ TARGET: '/nulle/part.json' }));
  });
});

describe('explained', () => {
  it('says what is wrong and what to do', () => {
    assert.equal(
      explained(new HarnessSetupError('Rien ne va.', 'Recommencez.')),
      '✗ Rien ne va.\n  → Recommencez.',
    );
    assert.match(explained(new MailboxUnavailable('La boîte est fermée.')), /^✗ La boîte est fermée\.$/);
  });

  it('says what the disk refuses', () => {
    const full = Object.assign(new Error('ENOSPC: no space left'), {
      code: 'ENOSPC',
      path: '/out/junit.xml',
    });
    assert.match(
      explained(full),
      /^✗ .* plus de place sur le disque \(\/out\/junit\.xml, ENOSPC\)\.\n {2}→ Libérez/,
    );
  });

  it('keeps the stack trace of a mistake of ours, and does not accuse the portal', () => {
    const sentence = explained(new TypeError('x is undefined'));
    assert.match(
      sentence,
      /^✗ Erreur inattendue du banc, qui ne dit rien du portail :\nTypeError: x is undefined\n {4}at /,
    );
  });
});

describe('preflight', () => {
  it('lets the embedded portal start', async () => preflight(embeddedTarget));

  it('lets a portal pass whatever it answers, were it a redirection or an error', async (t) => {
    const url = await served(t, (_request, response) =>
      response.writeHead(302, { location: 'http://x.invalid/' }).end(),
    );
    const mailbox = await startEmbeddedMailbox();
    t.after(() => mailbox.close());
    await preflight(at(url, mailbox.url));
    await preflight(at(await served(t, (_request, response) => response.writeHead(500).end()), mailbox.url));
  });

  it('refuses a portal where nobody listens, naming it', async () => {
    const url = await nobody();
    const { message, remedy } = await setupError(preflight(at(url)));
    assert.equal(message, `Le portail « Essai » ne répond pas à l'adresse ${url} (ECONNREFUSED).`);
    assert.match(remedy, /« url »/);
  });

  it('refuses within 6 s a portal that takes the connection and says nothing', async (t) => {
    const url = await served(t, () => undefined);
    const start = performance.now();
    const { message } = await setupError(preflight(at(url)));
    assert.ok(performance.now() - start < 6_000);
    assert.match(message, /« Essai » ne répond pas/);
  });

  it('refuses a mailbox that is down, be it named by the environment or by the target', async (t) => {
    const url = await served(t, (_request, response) => response.end('ok'));
    const closed = await nobody();
    const down = (error: unknown) =>
      error instanceof MailboxUnavailable &&
      error.message.includes(closed) &&
      /refuse la connexion/.test(error.message);
    await assert.rejects(preflight(at(url, closed)), down);
    withVariable(t, 'MAILPIT_URL', closed);
    await assert.rejects(preflight(at(url)), down);
    await assert.rejects(preflight(embeddedTarget), down);
  });

  it('refuses a mailbox that answers something else than Mailpit, or has no address', async (t) => {
    const garbage = await served(t, (_request, response) => response.end('<h1>Bonjour</h1>'));
    withVariable(t, 'MAILPIT_URL', garbage);
    await assert.rejects(preflight(embeddedTarget), MailboxUnavailable);
    process.env.MAILPIT_URL = 'boîte';
    await assert.rejects(preflight(embeddedTarget), MailboxUnavailable);
  });

  it('refuses an INSEE double that is not there, or is something else', async (t) => {
    const url = await served(t, (_request, response) => response.end('ok'));
    const sirene = await startSirene();
    t.after(() => sirene.close());
    const double = (address: string) => ({
      ...readByFunction(url),
      insee: { by: 'double' as const, url: address },
    });
    await preflight(double(`${sirene.url}/`));
    const gone = await setupError(preflight(double(await nobody())));
    assert.match(
      gone.message,
      /double de l'INSEE déclaré par « insee\.url » .* ne répond pas \(ECONNREFUSED\)/,
    );
    const other = await setupError(preflight(double(url)));
    assert.match(other.message, /répond 200, et non ce que le double répondrait/);
    assert.match(other.remedy, /« insee\.url »/);
    const keyed = await startSirene({ apiKey: 'une-autre' });
    t.after(() => keyed.close());
    await preflight(double(keyed.url));
  });

  it('probes nothing of INSEE where the page asks it', async (t) => {
    const url = await served(t, (_request, response) => response.end('ok'));
    await preflight({ ...readByFunction(url), insee: { by: 'page', url: 'https://api.insee.fr/**' } });
  });

  it('refuses a mailbox whose own function fails', async (t) => {
    const url = await served(t, (_request, response) => response.end('ok'));
    const read = () => {
      throw new Error('IMAP fermé');
    };
    const target = { ...at(url), mail: { ...embeddedTarget.mail, read } };
    await assert.rejects(preflight(target), MailboxUnavailable);
  });

  it('refuses to start without the browser that was asked for', async (t) => {
    withVariable(t, 'DIAPASON_BROWSER', '/nulle/part/chromium');
    const { message, remedy } = await setupError(preflight(embeddedTarget));
    assert.match(message, /\/nulle\/part\/chromium/);
    assert.match(`${message} ${remedy}`, /DIAPASON_BROWSER/);
  });
});
