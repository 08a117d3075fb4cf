import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Correspondence } from './correspondence.ts';
import { Finding } from './failures.ts';
import { type Bench, openBench, type Server } from './mailbox/contract/bench.ts';
import { type Letter, letters, PORTAL } from './mailbox/contract/letters.ts';
import { type LetterOfCode, lettersOfCodes } from './mailbox/contract/letters-of-codes.ts';
import { implementations } from './mailbox/contract/servers.ts';
import type { Mailbox } from './mailbox/mailbox.ts';
import { embeddedTarget } from './target/embedded.ts';

const times = { ...embeddedTarget.mail, deadlineMs: 5_000, quietMs: 100 };

for (const { name, kind, missing, start } of implementations().filter(({ kind }) => kind !== 'auth')) {
  describe(`les courriels tels que les éditeurs les envoient : ${name}`, { skip: missing ?? false }, () => {
    let server: Server;
    let bench: Bench;
    let mailbox: Mailbox;
    before(async () => {
      server = await start();
      bench = openBench(server);
      mailbox = await bench.mailbox();
    });
    after(async () => {
      await bench.close();
      await server.close();
    });
    for (const letter of letters) {
      it(letter.name, async () => {
        await bench.ask('/api/v1/messages', { method: 'DELETE' });
        await checkFound(letter, bench, mailbox);
      });
    }
    for (const letter of lettersOfCodes) {
      it(letter.name, async () => {
        await bench.ask('/api/v1/messages', { method: 'DELETE' });
        await checkFound(letter, bench, mailbox, 'code');
      });
    }
    it('toutes ont un nom à elles', { skip: kind !== 'embedded' }, () => {
      const all = [...letters, ...lettersOfCodes];
      assert.equal(new Set(all.map((letter) => letter.name)).size, all.length);
    });
  });
}

async function checkFound(
  letter: Letter | LetterOfCode,
  { send }: Bench,
  mailbox: Mailbox,
  by: 'lien' | 'code' = 'lien',
): Promise<void> {
  const to = letter.to ?? 'zoe@exemple.test';
  const expected = 'code' in letter ? letter.code : (letter as Letter).link;
  await send({ raw: letter.source, envelope: { from: 'notification@portail.example', to: [to] } });
  const target = { ...embeddedTarget, mail: times, activation: { by } };
  const finding = new Correspondence(mailbox, target, `${PORTAL}/`);
  if (expected !== undefined) {
    assert.equal(await finding.activationLinkOf(to), expected);
    return;
  }
  await assert.rejects(finding.activationLinkOf(to), (error) => {
    assert.ok(error instanceof Finding);
    assert.match(error.message, letter.seen ?? /^$/);
    return true;
  });
}
