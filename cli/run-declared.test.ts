import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import AdmZip from 'adm-zip';
import { startEmbeddedPortal } from '../support/embedded-portal.ts';
import { startEmbeddedMailbox } from '../support/mailbox/embedded/embedded.ts';
import { openMailbox } from '../support/mailbox/mailbox.ts';
import { certificate, closedAfter, startGate } from '../support/reach/testing/gate.ts';
import { EMBEDDED_CAPTCHA_ANSWER } from '../support/target/embedded.ts';
import { assertNoStack, start, temporary } from './run.test-support.ts';

const SECRETS = { MOT_DE_PASSE: 'ouvre-toi-sésame', JETON: 'jeton-de-recette-42' };

/** A portal behind a gate, its mailbox, and a server beside it that hears hooks and whose version goes up. */
async function behindGate(t: TestContext) {
  const mailbox = await startEmbeddedMailbox();
  t.after(() => mailbox.close());
  const portal = await startEmbeddedPortal({ smtp: mailbox.smtp, captchaAnswer: EMBEDDED_CAPTCHA_ANSWER });
  t.after(() => portal.close());
  const gate = { basic: `recette:${SECRETS.MOT_DE_PASSE}`, header: ['x-jeton', SECRETS.JETON] as const };
  const { url } = closedAfter(t, await startGate(portal.url, gate));
  const heard: string[] = [];
  const beside = createServer((request, response) => {
    heard.push(`${request.method} ${request.url}`);
    response.end(request.url === '/version' ? `4.${heard.length}` : '');
  });
  await new Promise<void>((resolve) => beside.listen(0, '127.0.0.1', resolve));
  closedAfter(t, { server: beside });
  const hooks = `http://127.0.0.1:${(beside.address() as AddressInfo).port}`;
  const declared = {
    name: 'Portail gardé',
    url: `${url}/`,
    // Its mail gives the address that it knows, not the gate's.
    origins: [portal.url],
    mail: { mailpit: mailbox.url, quietMs: 200 },
    captcha: { answer: EMBEDDED_CAPTCHA_ANSWER },
    insee: { url: portal.sirene.url },
    access: {
      ca: certificate('ca.pem'),
      basicAuth: { username: 'recette', password: `\${MOT_DE_PASSE}` },
      headers: { 'x-jeton': `\${JETON}` },
    },
    versionProbe: { url: `${hooks}/version` },
    reset: { url: `${hooks}/vider` },
    cleanup: { url: `${hooks}/ranger` },
    without: { contact: 'une seule adresse' },
  };
  return { declared, heard, mailbox };
}

function filed(t: TestContext, name: string, content: string): { out: string; target: string } {
  const folder = temporary(t);
  const target = join(folder, name);
  writeFileSync(target, content);
  return { out: join(folder, 'rapports'), target };
}

/** All that a folder of reports says, what its archives hold included. */
function allText(out: string): string {
  const files = readdirSync(out, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return files
    .map(({ parentPath, name }) => readFileSync(join(parentPath, name)))
    .flatMap((content) => [content, ...archivesIn(content)])
    .map((content) => content.toString('utf8'))
    .join('\n');
}

function archivesIn(content: Buffer): Buffer[] {
  const inPage = /data:application\/zip;base64,([A-Za-z0-9+/=]+)/.exec(content.toString('latin1'))?.[1];
  const zip = content.subarray(0, 2).toString() === 'PK' ? content : Buffer.from(inPage ?? '', 'base64');
  return zip.length === 0 ? [] : new AdmZip(zip).getEntries().map((entry) => entry.getData());
}

function assertNoSecret(text: string): void {
  const [password, token] = Object.values(SECRETS);
  for (const secret of [password, token, Buffer.from(`recette:${password}`).toString('base64')])
    assert.equal(text.includes(secret ?? ''), false, secret);
}

describe('diapason run, against a declared portal that is not open to all', { concurrency: 2 }, () => {
  it('calls the hooks once, sees the version change, lists the accounts, hides the secrets, and replays what was not green', async (t) => {
    const { declared, heard, mailbox } = await behindGate(t);
    const { out, target } = filed(t, 'cible.json', JSON.stringify(declared));
    const run = (...args: string[]) => start(out, ['run', '--target', target, ...args], SECRETS).ended;
    const nothing = await run('--last-failed');
    assert.match(nothing.output, /✗ --last-failed : aucun verdict d’une série précédente/);
    assert.equal(nothing.code, 3);
    const ended = await run('--requirement', 'EX-1.02', 'EX-4.22');
    assert.equal(ended.code, 2, ended.output);
    assertNoStack(ended);
    assert.match(ended.output, /^Inscriptions : 4 au moins, une par scénario du catalogue\. Durée inconnue/m);
    assert.match(ended.output, /Écarté par la cible : contact \(une seule adresse\)/);
    assert.match(ended.output, /VERDICT : PARTIEL — INCOMPLET/);
    assert.match(
      ended.output.replace(/\s+/g, ' '),
      /changé de version pendant la série \(« 4\.2 », puis « 4\.3 »\)/,
    );
    assert.deepEqual(heard, ['POST /vider', 'GET /version', 'GET /version', 'POST /ranger']);
    const kept = JSON.parse(readFileSync(join(out, 'verdict.json'), 'utf8'));
    assert.deepEqual(kept.version, { before: '4.2', after: '4.3' });
    await assertAllListed(t, join(out, 'comptes-crees.csv'), mailbox.url);
    const text = `${ended.output}\n${allText(out)}`;
    assert.match(text, /x-jeton/i, 'the traces were read');
    assertNoSecret(text);
    const again = await run('--last-failed');
    assert.match(
      again.output,
      /^Inscriptions : \d environ, en \d+ s environ \(d’après les séries précédentes/m,
    );
    assert.match(again.output, /VERDICT : PARTIEL — INCOMPLET/);
    assert.match(again.output, /^1\/1 . EX-4\.22/m);
    assert.doesNotMatch(again.output, /EX-1\.02/);
    assert.match(again.output, /Comptes \(\d+\), à purger +\S+comptes-crees\.csv/);
  });

  it('hides the secret that a function of the target lets out, and names the function first', async (t) => {
    const { declared } = await behindGate(t);
    const { reset: _, cleanup: __, versionProbe: ___, ...calm } = declared;
    const open = "() => { throw new Error('jeton ' + process.env.JETON + ' refusé'); }";
    const text = `export default { ...${JSON.stringify(calm)}, driver: { identification: { open: ${open} } } };`;
    const { out, target } = filed(t, 'cible.mjs', text);
    const ended = await start(out, ['run', '--requirement', 'EX-1.01'], { ...SECRETS, TARGET: target }).ended;
    assert.equal(ended.code, 3, ended.output);
    assert.match(ended.output, /Fonctions de la cible à la place du pilote : driver\.identification\.open/);
    assert.match(
      ended.output.replace(/\s+/g, ' '),
      /« driver\.identification\.open » du fichier cible a échoué : jeton ••• refusé/,
    );
    assert.deepEqual(JSON.parse(readFileSync(join(out, 'verdict.json'), 'utf8')).target.overrides, [
      'driver.identification.open',
    ]);
    assertNoSecret(`${ended.output}\n${allText(out)}`);
  });

  it('plays nothing when the portal can not be made as new', async (t) => {
    const { declared } = await behindGate(t);
    const broken = { ...declared, reset: { url: 'http://127.0.0.1:9/vider' } };
    const { out, target } = filed(t, 'cible.json', JSON.stringify(broken));
    const ended = await start(out, ['run'], { ...SECRETS, TARGET: target }).ended;
    assert.equal(ended.code, 3, ended.output);
    assert.match(ended.output, /✗ La remise à neuf du portail \(« reset »\) n’a pas eu lieu/);
    assert.equal(existsSync(join(out, 'messages.ndjson')), false);
    assert.ok(ended.ms < 10_000, `${ended.ms} ms`);
  });
});

/** Whoever received a mail is in the list: the portal has made an account for them. */
async function assertAllListed(t: TestContext, file: string, url: string): Promise<void> {
  const mailbox = await openMailbox({ url });
  t.after(() => mailbox.close());
  const mails = await mailbox.mailsHolding('activation');
  assert.ok(mails.length >= 3, `${mails.length} mails`);
  const list = readFileSync(file, 'utf8');
  for (const { recipients } of mails)
    for (const address of recipients) assert.ok(list.includes(`"${address}";`), address);
}
