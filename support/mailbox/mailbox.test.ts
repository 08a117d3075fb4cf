import assert from 'node:assert/strict';
import test from 'node:test';
import { idOf, startMailbox } from './testing.ts';

const LONG = { deadlineMs: 5_000 };

test('a mail come before the wait, and a mail come after', async (t) => {
  const { mailbox, send } = await startMailbox(t);
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
});

test('never the mail of another address, however alike', async (t) => {
  const { mailbox, send } = await startMailbox(t);
  const alike = ['a@x.fr', 'aa@x.fr', 'a_b@x.fr', 'a+b@x.fr', 'axb@x.fr', 'a@x.fr.test', 'a&b@x.fr'];
  for (const address of alike) {
    assert.equal(await mailbox.waitFor(address, { deadlineMs: 1 }), undefined, address);
    for (const other of alike.filter((one) => one !== address)) await send({ to: other, subject: other });
    assert.deepEqual(await mailbox.mailsTo(address), [], address);
    const waiting = mailbox.waitFor(address, LONG);
    await send({ to: address, subject: address });
    assert.equal((await waiting)?.subject, address);
    await fetch(`${mailbox.url}/api/v1/messages`, { method: 'DELETE' });
  }
});

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

test('exact recipients in To, Cc and Bcc, oldest first', async (t) => {
  const { mailbox, send } = await startMailbox(t);
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
});

test('an internationalised domain is one address under its two spellings', async (t) => {
  const { mailbox, send } = await startMailbox(t);
  await send({ to: 'zoe@été.fr', subject: 'accents' });
  for (const address of ['zoe@été.fr', 'zoe@xn--t-9fab.fr']) {
    const mail = await mailbox.waitFor(address, LONG);
    assert.deepEqual(mail?.recipients, ['zoe@xn--t-9fab.fr']);
    assert.deepEqual(mail.bcc, []);
  }
});

test('more mails than one page of search', async (t) => {
  const { mailbox, send } = await startMailbox(t);
  await Promise.all(Array.from({ length: 110 }, (_, n) => send({ to: 'a@x.fr', subject: String(n) })));
  assert.equal((await mailbox.mailsTo('a@x.fr')).length, 110);
});

test('the source of a mail', async (t) => {
  const { mailbox, send } = await startMailbox(t);
  const id = idOf(await send({ to: 'a@x.fr', text: 'Le corps' }));
  assert.match(await mailbox.raw(id), /\r\n\r\nLe corps/);
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
