import assert from 'node:assert/strict';
import { existsSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { pathToFileURL } from 'node:url';
import { startEmbeddedPortal } from '../support/embedded-portal.ts';
import { startEmbeddedMailbox } from '../support/mailbox/embedded/embedded.ts';
import { EMBEDDED_CAPTCHA_ANSWER } from '../support/target/embedded.ts';
import { assertNoStack, type Ended, PROC, processesOf, start, temporary } from './run.test-support.ts';

/** The harness breaks in mid-run, for real: the portal is not accused, and a sentence says what happened. */

function assertHarnessError(ended: Ended, sentence: RegExp): void {
  assert.equal(ended.code, 3, ended.output);
  assert.match(ended.output.replace(/\s+/g, ' '), sentence);
  assertNoStack(ended);
}

const VERDICT = /VERDICT : PARTIEL — ERREUR DU BANC$/m;

/** One worker, so that the first scenario is over before the next one starts. */
const playing = (...ids: string[]) => ['run', '--workers', '1', '--requirement', ...ids];

async function mailboxFor(t: TestContext) {
  const mailbox = await startEmbeddedMailbox();
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (!isClosed) await mailbox.close();
    isClosed = true;
  };
  t.after(close);
  return { ...mailbox, close };
}

describe('diapason run, when the harness breaks on the way', { concurrency: 2 }, () => {
  it(
    'says that the browser was killed, and a second play that goes well does not make up for it',
    PROC,
    async (t) => {
      const out = temporary(t);
      const { says, ended } = start(out, playing('EX-1.02'));
      await says('✓');
      const browsers = processesOf(out).filter(({ command }) => /^\S*(chrom|edge)/i.test(command));
      assert.ok(browsers.length > 0, 'a browser was at work');
      for (const { pid } of browsers) process.kill(pid, 'SIGKILL');
      assertHarnessError(await ended, /erreur du banc : .*le navigateur s'est arrêté en cours de scénario/);
      assert.match((await ended).output, VERDICT);
    },
  );

  it('does not hold against the portal that it can not send its mail to a stopped mailbox', async (t) => {
    const mailbox = await mailboxFor(t);
    const { says, ended } = start(temporary(t), playing('EX-1.01', 'EX-4.02'), {
      MAILPIT_URL: mailbox.url,
      MAILPIT_SMTP: `${mailbox.smtp.host}:${mailbox.smtp.port}`,
    });
    await says('✓');
    await mailbox.close();
    assertHarnessError(
      await ended,
      /Série arrêtée : La boîte de courriel http\S+ refuse la connexion\. Vérifiez/,
    );
    assert.match((await ended).output, VERDICT);
    assert.doesNotMatch((await ended).output, /Non conformes/);
  });

  it('says that the portal is gone', async (t) => {
    const out = temporary(t);
    const mailbox = await mailboxFor(t);
    const portal = await startEmbeddedPortal({ smtp: mailbox.smtp, captchaAnswer: EMBEDDED_CAPTCHA_ANSWER });
    const target = join(out, 'cible.json');
    writeFileSync(
      target,
      JSON.stringify({ name: 'Essai', url: `${portal.url}/`, mail: { mailpit: mailbox.url } }),
    );
    const { says, ended } = start(join(out, 'rapports'), playing('EX-1.02', 'EX-1.03'), { TARGET: target });
    await says('✓').finally(() => portal.close());
    assertHarnessError(await ended, /Série arrêtée : Le portail « Essai » ne répond pas à l'adresse/);
    assert.match((await ended).output, VERDICT);
  });

  it('says where the mistake is when a step has one', async (t) => {
    const folder = temporary(t);
    const ended = await start(join(folder, 'rapports'), playing('EX-1.01'), withMistake(folder)).ended;
    assertHarnessError(ended, /erreur de programmation du banc \(TypeError, steps\/\S+\.ts:\d+\) : /);
    assert.match(ended.output, VERDICT);
  });

  const isFull = { skip: existsSync('/dev/full') ? false : 'needs /dev/full' };
  for (const file of ['messages.ndjson', 'verdict.json']) {
    it(`says that the disk is full when ${file} is written`, isFull, async (t) => {
      const out = temporary(t);
      const { says, ended } = start(out, playing('EX-1.01'));
      // The folder has been emptied: whoever opens the file now writes to a full disk.
      await says('Cible');
      symlinkSync('/dev/full', join(out, file));
      assertHarnessError(
        await ended,
        /✗ Les rapports ne peuvent pas être écrits : il n'y a plus de place sur le disque/,
      );
    });
  }

  it('says that the folder of the reports can not be made', async (t) => {
    const file = join(temporary(t), 'fichier');
    writeFileSync(file, '');
    const ended = await start(join(file, 'rapports'), playing('EX-1.01')).ended;
    assertHarnessError(
      ended,
      /✗ Les rapports ne peuvent pas être écrits : un fichier tient la place d'un dossier/,
    );
  });
});

/** A module that has the step of EX-1.01 read what is not there, in every process of the run that reads its source. */
const MISTAKE = `import { registerHooks } from 'node:module';
registerHooks({
  load(url, context, next) {
    const read = next(url, context);
    if (!url.endsWith('/steps/identification.ts')) return read;
    const mistaken = String(read.source).replace(
      /(Alors\\('il peut saisir son SIRET'[^\\n]*\\{)\\n/,
      '$1\\n  (undefined).trim();\\n',
    );
    if (mistaken === String(read.source)) throw new Error('the step was not found');
    return { ...read, source: mistaken };
  },
});`;

function withMistake(folder: string): Record<string, string> {
  const path = join(folder, 'erreur.mjs');
  writeFileSync(path, MISTAKE);
  return { NODE_OPTIONS: `--import=${pathToFileURL(path)}` };
}
