import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import test, { type TestContext } from 'node:test';
import { createTransport } from 'nodemailer';
import { type ChosenMailbox, chooseMailbox } from './choose.ts';
import { mailpitIn } from './local/executable.ts';
import { MailboxUnavailable } from './mailbox.ts';
import { startBench } from './testing.ts';

async function checkReceives(t: TestContext, { smtp, mailbox }: ChosenMailbox): Promise<void> {
  assert.ok(smtp);
  const sender = createTransport({ ...smtp, ignoreTLS: true });
  t.after(() => sender.close());
  await sender.sendMail({ from: 'a@b.fr', to: 'c@d.fr', text: 'x' });
  assert.ok(await mailbox.waitFor('c@d.fr', { deadlineMs: 1_000 }));
}

test('without MAILPIT_URL nor a Mailpit on the PATH: the embedded mailbox, which receives', async (t) => {
  for (const environment of [{}, { MAILPIT_URL: ' ' }]) {
    const chosen = await chooseMailbox(environment, { PATH: import.meta.dirname });
    t.after(() => chosen.close());
    assert.equal(chosen.mailbox.description, 'boîte embarquée');
    await checkReceives(t, chosen);
  }
});

const executable = mailpitIn(process.env.PATH);
const skip =
  executable === undefined && 'le vrai Mailpit n’est pas essayé : « mailpit » n’est pas dans le PATH';

test('the Mailpit of the PATH, which receives; ours all the same where it is asked for', {
  skip,
}, async (t) => {
  const chosen = await chooseMailbox({}, { PATH: process.env.PATH });
  t.after(() => chosen.close());
  assert.equal(chosen.mailbox.description, `Mailpit du PATH (${executable})`);
  await checkReceives(t, chosen);
  const ours = await chooseMailbox({}, { PATH: process.env.PATH, DIAPASON_MAILBOX: 'EMBARQUEE' });
  t.after(() => ours.close());
  assert.equal(ours.mailbox.description, 'boîte embarquée');
});

test('a Mailpit of the PATH that does not start is said so, with its reason and the way round', async (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'diapason-path-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const broken = join(folder, 'mailpit');
  writeFileSync(broken, '#!/bin/sh\necho "unknown flag: --max" >&2\nexit 1\n', { mode: 0o755 });
  await assert.rejects(chooseMailbox({}, { PATH: folder }), (error) => {
    assert.ok(error instanceof MailboxUnavailable);
    assert.match(error.message, /n’a pas démarré\s: unknown flag: --max\. .*DIAPASON_MAILBOX=embarquée/);
    return true;
  });
});

test('another mailbox asked for by its name is refused', async () => {
  await assert.rejects(chooseMailbox({}, { DIAPASON_MAILBOX: 'maildev' }), /boîte inconnue : « maildev »/);
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
