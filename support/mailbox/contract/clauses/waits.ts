import assert from 'node:assert/strict';
import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { type Bench, idOf } from '../bench.ts';
import type { Clause } from '../clause.ts';
import type { Task } from '../waiter.ts';

const LONG = { deadlineMs: 5_000 };
const WORKERS = 8;
const WAITS = 200;

/** Addresses that a substring, a wildcard or a label would take for one another. */
const ALIKE = ['a@x.fr', 'aa@x.fr', 'a_b@x.fr', 'a+b@x.fr', 'axb@x.fr', 'a@x.fr.test', 'a&b@x.fr'];

function manyAlike(): string[] {
  return Array.from(
    { length: WAITS },
    (_, rank) =>
      `${'a'.repeat(1 + (rank % 5))}${'_+x-'[rank % 4]}${'b'.repeat(1 + (Math.floor(rank / 20) % 10))}${rank % 20 < 10 ? '' : `.${rank % 3}`}${rank}@x.fr`,
  );
}

/** Each loads the whole client, as a worker of a runner does: started once, for all the servers. */
const crew: Worker[] = [];

/** Resolves when all have loaded it: a mailbox is opened in three seconds, which loading is not to eat up. */
async function theCrew(): Promise<readonly Worker[]> {
  if (crew.length > 0) return crew;
  for (let rank = 0; rank < WORKERS; rank += 1)
    crew.push(new Worker(new URL('../waiter.ts', import.meta.url)));
  await Promise.all(crew.map((worker) => once(worker, 'message')));
  for (const worker of crew) worker.unref();
  return crew;
}

/** Resolves when all of them wait. */
async function startWaits(task: Omit<Task, 'addresses'>, shares: string[][]): Promise<Promise<unknown>[]> {
  const started = (await theCrew()).map(async (worker, rank) => {
    worker.ref();
    worker.postMessage({ ...task, addresses: shares[rank] });
    await once(worker, 'message');
    return { subjects: once(worker, 'message').finally(() => worker.unref()) };
  });
  const waiting = await Promise.all(started);
  return waiting.map(({ subjects }) => subjects.then(([got]) => got));
}

async function waitedBy({ server, send }: Bench): Promise<{ expected: string[]; got: unknown[] }> {
  const all = manyAlike();
  const isEarly = (rank: number): boolean => rank % 3 === 0;
  await Promise.all(all.filter((_, rank) => isEarly(rank)).map((to) => send({ to, subject: to })));
  const shares = Array.from({ length: WORKERS }, (_, rank) =>
    all.filter((_each, at) => at % WORKERS === rank),
  );
  const { url, auth } = server;
  const waits = await startWaits({ server: { url, ...(auth && { auth }) }, deadlineMs: 20_000 }, shares);
  const late = all.filter((_, rank) => !isEarly(rank)).toReversed();
  await Promise.all(late.map((to) => send({ to, subject: to })));
  return { expected: shares.flat(), got: (await Promise.all(waits)).flat() };
}

/** One that failed waits for nothing any more: the next server would be awaited for ever. */
async function waitedByWorkers(bench: Bench): Promise<{ expected: string[]; got: unknown[] }> {
  try {
    return await waitedBy(bench);
  } catch (error) {
    await Promise.all(crew.splice(0).map((worker) => worker.terminate()));
    throw error;
  }
}

/** Waiting for the mail of one address, as the suite does. */
export const waitClauses: readonly Clause[] = [
  {
    name: 'attendre : un courriel déjà venu, un courriel à venir',
    play: async ({ mailbox: open, send }) => {
      const mailbox = await open();
      await send({ to: 'Zoé <Zoe@exemple.test>', subject: 'avant', html: '<p>Été</p>' });
      const before = await mailbox.waitFor('zoe@exemple.TEST', LONG);
      assert.ok(before);
      assert.partialDeepStrictEqual(before, {
        subject: 'avant',
        from: { name: '', address: 'portail@exemple.test' },
        to: [{ name: 'Zoé', address: 'Zoe@exemple.test' }],
        cc: [],
        bcc: [],
        recipients: ['zoe@exemple.test'],
        text: 'Bonjour',
        html: '<p>Été</p>',
      });
      const waiting = mailbox.waitFor('zoe@exemple.test', { ...LONG, seenIds: new Set([before.id]) });
      await send({ to: 'zoe@exemple.test', subject: 'après' });
      assert.equal((await waiting)?.subject, 'après');
    },
  },
  {
    name: 'attendre : jamais le courriel d’une autre adresse, si semblable soit-elle',
    play: async ({ mailbox: open, send, ask }) => {
      const mailbox = await open();
      for (const address of ALIKE) {
        assert.equal(await mailbox.waitFor(address, { deadlineMs: 1 }), undefined, address);
        for (const other of ALIKE.filter((one) => one !== address)) await send({ to: other, subject: other });
        assert.deepEqual(await mailbox.mailsTo(address), [], address);
        const waiting = mailbox.waitFor(address, LONG);
        await send({ to: address, subject: address });
        assert.equal((await waiting)?.subject, address);
        await ask('/api/v1/messages', { method: 'DELETE' });
      }
    },
  },
  {
    name: `attendre : ${WAITS} attentes de ${WORKERS} processus sur des adresses semblables, ${WAITS} bonnes réponses`,
    play: async (bench) => {
      const { expected, got } = await waitedByWorkers(bench);
      assert.equal(new Set(expected).size, WAITS);
      assert.deepEqual(got, expected);
    },
  },
  {
    name: 'attendre : rien, à l’échéance et pas avant',
    play: async ({ mailbox: open }) => {
      const mailbox = await open();
      const started = performance.now();
      assert.equal(await mailbox.waitFor('personne@x.fr', { deadlineMs: 200 }), undefined);
      const elapsed = performance.now() - started;
      assert.ok(elapsed >= 195 && elapsed < 3_000, `${elapsed} ms`);
    },
  },
  {
    name: 'relever : les destinataires exacts, en copie ou cachés, du plus ancien au plus récent',
    play: async ({ mailbox: open, send }) => {
      const mailbox = await open();
      await send({ to: 'b@x.fr', cc: 'a@x.fr', subject: 'copie' });
      await send({ to: 'a@x.fr', subject: 'direct' });
      await send({ envelope: { from: 'p@x.fr', to: ['A@x.fr'] }, to: 'b@x.fr', subject: 'cachée' });
      await send({ from: 'a@x.fr', to: 'b@x.fr', subject: 'expéditeur' });
      const mails = await mailbox.mailsTo('a@x.fr');
      assert.deepEqual(
        mails.map((mail) => mail.subject),
        ['copie', 'direct', 'cachée'],
      );
      assert.deepEqual(mails.at(-1)?.recipients, ['b@x.fr', 'a@x.fr']);
      assert.equal((await mailbox.waitFor('a@x.fr', LONG))?.subject, 'copie');
    },
  },
  {
    name: 'relever : un domaine accentué est le même sous ses deux écritures',
    play: async ({ mailbox: open, send }) => {
      const mailbox = await open();
      await send({ to: 'zoe@été.fr', subject: 'accents' });
      for (const address of ['zoe@été.fr', 'zoe@xn--t-9fab.fr']) {
        const mail = await mailbox.waitFor(address, LONG);
        assert.deepEqual(mail?.recipients, ['zoe@xn--t-9fab.fr']);
        assert.deepEqual(mail.bcc, []);
      }
    },
  },
  {
    name: 'relever : plus de courriels qu’une page de recherche',
    play: async ({ mailbox: open, send }) => {
      const mailbox = await open();
      await Promise.all(
        Array.from({ length: 110 }, (_, rank) => send({ to: 'a@x.fr', subject: String(rank) })),
      );
      assert.equal((await mailbox.mailsTo('a@x.fr')).length, 110);
    },
  },
  {
    name: 'relever : la source, et les courriels qui portent un mot',
    play: async ({ mailbox: open, send }) => {
      const mailbox = await open();
      const id = idOf(await send({ to: 'a@x.fr', text: 'Le corps' }));
      assert.match(await mailbox.raw(id), /\r\n\r\nLe corps/);
      const html = '<a href="https://suivi.test/?vers=https://p.fr/-Xq39fZk2mTb7wLr0aN">Voir</a>';
      await send({ to: 'b@x.fr', html });
      const [held] = await mailbox.mailsHolding('-Xq39fZk2mTb7wLr0aN');
      assert.deepEqual(held?.recipients, ['b@x.fr']);
      assert.deepEqual(await mailbox.mailsHolding('-Xq39fZk2mTb7wLr0aNN'), []);
    },
  },
];
