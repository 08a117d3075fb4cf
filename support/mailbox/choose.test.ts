import assert from 'node:assert/strict';
import test from 'node:test';
import { createTransport } from 'nodemailer';
import { chooseMailbox } from './choose.ts';
import { MailboxUnavailable } from './mailbox.ts';
import { startBench } from './testing.ts';

test('without MAILPIT_URL: the embedded mailbox, which receives', async (t) => {
  for (const environment of [{}, { MAILPIT_URL: ' ' }]) {
    const chosen = await chooseMailbox(environment);
    t.after(() => chosen.close());
    assert.equal(chosen.mailbox.description, 'boîte embarquée');
    assert.ok(chosen.smtp);
    const sender = createTransport(chosen.smtp);
    t.after(() => sender.close());
    await sender.sendMail({ from: 'a@b.fr', to: 'c@d.fr', text: 'x' });
    assert.ok(await chosen.mailbox.waitFor('c@d.fr', { deadlineMs: 1_000 }));
  }
});

test('with MAILPIT_URL: that one, without its credentials in words', async (t) => {
  const { embedded, ask } = await startBench(t);
  const chosen = await chooseMailbox({ MAILPIT_URL: `${embedded.url.replace('//', '//moi:secret@')}/#page` });
  assert.equal(chosen.mailbox.description, `Mailpit ${embedded.url}`);
  assert.equal(chosen.smtp, undefined);
  await chosen.close();
  assert.equal((await ask('/readyz')).status, 200);
});

test('an address that is not one is said so, without its password', async () => {
  for (const url of ['boite', 'localhost:8025', 'smtp://moi:secret@h:25', 'http://moi:sec@ret@']) {
    await assert.rejects(chooseMailbox({ MAILPIT_URL: url }), (error) => {
      assert.ok(error instanceof MailboxUnavailable);
      assert.match(error.message, /n’est pas une URL.*MAILPIT_URL=http:\/\/127\.0\.0\.1:8025/);
      return !/sec|ret@/.test(error.message);
    });
  }
});
