import assert from 'node:assert/strict';
import test from 'node:test';
import { startMailbox } from './testing.ts';

const LONG = { deadlineMs: 5_000 };

test('60 parallel waits each get their own mail', async (t) => {
  const { mailbox, send } = await startMailbox(t);
  const addresses = Array.from(
    { length: 60 },
    (_, n) => `${'a'.repeat(1 + (n % 6))}${'_+x'[n % 3]}${n % 10}${n}@x.fr`,
  );
  assert.equal(new Set(addresses).size, 60);
  const [early, late] = [addresses.slice(0, 20), addresses.slice(20)];
  await Promise.all(early.map((to) => send({ to, subject: to })));
  const waits = addresses.map((address) => mailbox.waitFor(address, LONG));
  await Promise.all(late.toReversed().map((to) => send({ to, subject: to })));
  const subjects = (await Promise.all(waits)).map((mail) => mail?.subject);
  assert.deepEqual(subjects, addresses);
});

test('the deadline gives undefined, in time', async (t) => {
  const { mailbox } = await startMailbox(t);
  const started = performance.now();
  assert.equal(await mailbox.waitFor('personne@x.fr', { deadlineMs: 200 }), undefined);
  const elapsed = performance.now() - started;
  assert.ok(elapsed >= 195 && elapsed < 500, `${elapsed} ms`);
});

test('from accepted by SMTP to awaited: 20 ms at most, in the median of 50', async (t) => {
  const { mailbox, send } = await startMailbox(t);
  const delays: number[] = [];
  for (let turn = 0; turn < 50; turn += 1) {
    const address = `delai${turn}@x.fr`;
    const waiting = mailbox.waitFor(address, LONG).then(() => performance.now());
    await send({ to: address });
    const accepted = performance.now();
    delays.push((await waiting) - accepted);
  }
  const sorted = delays.toSorted((one, other) => one - other);
  const [median = Infinity, slow = Infinity] = [sorted[25], sorted[47]];
  t.diagnostic(`delay after acceptance: median ${median.toFixed(1)} ms, p95 ${slow.toFixed(1)} ms`);
  assert.ok(median <= 20, `${median} ms`);
});
