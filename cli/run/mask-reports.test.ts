import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import AdmZip from 'adm-zip';
import { FAILURE_MEDIA_TYPE } from '../../support/failures.ts';
import { type Masked, maskReports } from './mask-reports.ts';

const SECRET = 'clef-secrète';
const PASSWORD = 'Kev7!p=#%@ront';
const TOKEN = 'h4E2tOHSmgxvTYY_KCyTwD1YygOZbboCuUOSyce9P0Q';
const CODE = '482109';

const USED: Masked = {
  target: [SECRET],
  confidences: [
    { kind: 'mot de passe', value: PASSWORD, name: 'mot de passe-1, 14 caractères' },
    { kind: 'mot de passe', value: `${PASSWORD}x`, name: 'mot de passe-2, 15 caractères' },
    { kind: 'mot de passe', value: 'Abc1!xy', name: 'mot de passe-3, 7 caractères' },
    { kind: 'jeton', value: TOKEN, name: 'jeton-1, 43 caractères' },
    { kind: 'code', value: CODE, name: 'code-1, 6 caractères' },
  ],
  specification: 'Quand il choisit le mot de passe « Abc1!xy »',
};

function zipped(entries: Readonly<Record<string, string | Buffer>>): Buffer {
  const zip = new AdmZip();
  for (const [name, content] of Object.entries(entries)) zip.addFile(name, Buffer.from(content));
  return zip.toBuffer();
}

/** Masks one file, and returns what it then holds. */
function masked(t: TestContext, name: string, content: string | Buffer, used: Masked = USED): Buffer {
  const out = mkdtempSync(join(tmpdir(), 'diapason-masque-'));
  t.after(() => rmSync(out, { recursive: true }));
  const path = join(out, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  maskReports(out, used);
  return readFileSync(path);
}

const quotedPrintable = (line: string): string =>
  `Content-Transfer-Encoding: quoted-printable\r\n\r\n${(line.match(/.{1,30}/g) ?? []).join('=\r\n')}`;

describe('what must not be read', () => {
  const table: [string, string, string, string][] = [
    ['of the target', 'a.txt', `x ${SECRET} é`, 'x ••• é'],
    [
      'in a text',
      'a.txt',
      `« ${PASSWORD} » (14 caractères)`,
      '« mot de passe-1, 14 caractères » (14 caractères)',
    ],
    ['longer than another that begins alike', 'a.txt', `${PASSWORD}x`, 'mot de passe-2, 15 caractères'],
    ['in an address', 'a.txt', `?p=${encodeURIComponent(PASSWORD)}&q`, '?p=mot de passe-1, 14 caractères&q'],
    [
      'in a form',
      'a.dat',
      new URLSearchParams({ p: PASSWORD }).toString(),
      'p=mot de passe-1, 14 caractères',
    ],
    [
      'in an address, in small letters',
      'a.txt',
      encodeURIComponent(PASSWORD).replace(/%../g, (hex) => hex.toLowerCase()),
      'mot de passe-1, 14 caractères',
    ],
    ['in a mail that cuts its lines', 'a.eml', quotedPrintable(`https://p.test/a?jeton=3D${TOKEN} et`), ''],
    ['alone, as a code', 'a.txt', `code ${CODE}, et`, 'code code-1, 6 caractères, et'],
    ['in a JSON string, as a code', 'a.trace', `{"v":"${CODE}"}`, '{"v":"code-1, 6 caractères"}'],
  ];
  for (const [where, file, content, expected] of table)
    it(`is masked ${where}`, (t) => {
      const text = masked(t, file, content).toString('utf8');
      if (expected !== '') assert.equal(text, expected);
      for (const secret of [SECRET, PASSWORD, TOKEN])
        assert.equal(text.replace(/=\r\n/g, '').includes(secret), false);
      assert.match(text, /•••|\d caractères/);
    });

  it('is masked in base64: of a text, of a mail that wraps it, within a page’s script', (t) => {
    const text = `Votre lien : https://portail.test/activation?jeton=${TOKEN}, valable une heure, une fois, pour vous.`;
    const base64 = Buffer.from(text).toString('base64');
    const wrapped = (base64.match(/.{1,76}/g) ?? []).join('\r\n');
    const inScript = Buffer.from(`???>>>???>>>${text}`).toString('base64').replaceAll('/', '\\/');
    assert.ok(inScript.includes('\\/'));
    for (const content of [base64, wrapped, inScript]) {
      const clean = masked(t, 'a.html', `{"body":"${content}"}`).toString('utf8');
      const body = clean.slice('{"body":"'.length, -2).replace(/\r\n|\\(?=\/)/g, '');
      assert.match(
        Buffer.from(body, 'base64').toString('utf8'),
        /jeton=jeton-1, 43 caractères, valable une heure/,
      );
    }
  });

  it('is masked in traces, and in the data of Playwright’s page; pictures stay what they are', (t) => {
    const picture = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0x00]);
    const trace = zipped({ '0-trace.trace': `{"expression":"${PASSWORD}"}`, 'image.png': picture });
    const zip = new AdmZip(masked(t, 'trace.zip', trace));
    assert.equal(zip.readAsText('0-trace.trace'), '{"expression":"mot de passe-1, 14 caractères"}');
    assert.deepEqual(zip.readFile('image.png'), picture);
    const page = `<template>data:application/zip;base64,${trace.toString('base64')}</template>`;
    const [, data = ''] = /base64,([^<]+)</.exec(masked(t, 'index.html', page).toString('utf8')) ?? [];
    assert.match(new AdmZip(Buffer.from(data, 'base64')).readAsText('0-trace.trace'), /mot de passe-1/);
  });

  it('is learnt from the traces too: cookies and authorisations, wherever they then stand', (t) => {
    const session = '9ej2ciCOP3lk1QAtchzvuWx_mdT8upAJLn';
    const network = [
      { name: 'Set-Cookie', value: `session=${session}; Path=/; HttpOnly` },
      { name: 'Cookie', value: `langue=fr; session=${session}; mail=jean%40acme.test` },
      { name: 'Authorization', value: 'Bearer eyJhbGciOiJIUzI1NiJ9.e30.abc123' },
    ];
    const entries = {
      '1-trace.network': JSON.stringify({ headers: network }),
      'resources/a.json': `{"s":"${session}"}`,
    };
    const zip = new AdmZip(masked(t, 'trace.zip', zipped(entries), { ...USED, confidences: [] }));
    assert.equal(
      zip.readAsText('1-trace.network'),
      JSON.stringify({
        headers: [
          { name: 'Set-Cookie', value: 'session=cookie-1, 34 caractères; Path=/; HttpOnly' },
          { name: 'Cookie', value: 'langue=fr; session=cookie-1, 34 caractères; mail=jean%40acme.test' },
          { name: 'Authorization', value: 'Bearer autorisation-1, 31 caractères' },
        ],
      }),
    );
    assert.equal(zip.readAsText('resources/a.json'), '{"s":"cookie-1, 34 caractères"}');
  });

  it('is left of no trace that a stopped run left in half', (t) => {
    const trace = zipped({ '0-trace.trace': `{"expression":"${PASSWORD}"}` });
    assert.equal(masked(t, 'trace.zip', trace.subarray(0, trace.length - 30)).length, 0);
  });

  it('leaves what the specification itself says, which everybody reads', (t) => {
    assert.equal(masked(t, 'a.txt', 'Abc1!xy').toString(), 'Abc1!xy');
  });

  it('takes no part of another number for a code, and no number of a trace', (t) => {
    for (const content of [
      `SIRET 73${CODE}829 00011`,
      `{"nanos":${CODE},"n":[1,${CODE}],"t":${CODE}.5}`,
      `x${CODE}`,
    ])
      assert.equal(masked(t, 'a.trace', content).toString(), content);
  });
});

describe('messages, masked', () => {
  const failure = {
    kind: 'finding',
    requirement: 'EX-4.10',
    sentence: `« ${PASSWORD} » accepté`,
    seen: `« ${PASSWORD} »`,
  };
  const lines = (body: string, contentEncoding: string, mediaType = FAILURE_MEDIA_TYPE) => [
    { source: { uri: 'features/a.feature', data: `finding ${TOKEN}` } },
    { attachment: { mediaType, contentEncoding, body } },
    { testStepFinished: { testStepResult: { status: 'FAILED', message: `Error: ${PASSWORD}` } } },
  ];
  const read = (t: TestContext, envelopes: object[], used = USED) =>
    masked(t, 'messages.ndjson', envelopes.map((each) => `${JSON.stringify(each)}\n`).join(''), used)
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

  it('hold a failure that still reads, and is judged as it was', (t) => {
    for (const encoding of ['BASE64', 'IDENTITY'] as const) {
      const text = JSON.stringify(failure);
      const [, { attachment }, { testStepFinished }] = read(
        t,
        lines(encoding === 'BASE64' ? Buffer.from(text).toString('base64') : text, encoding),
      );
      const body =
        encoding === 'BASE64' ? Buffer.from(attachment.body, 'base64').toString() : attachment.body;
      assert.deepEqual(JSON.parse(body), {
        ...failure,
        sentence: '« mot de passe-1, 14 caractères » accepté',
        seen: '« mot de passe-1, 14 caractères »',
      });
      assert.equal(testStepFinished.testStepResult.message, 'Error: mot de passe-1, 14 caractères');
    }
  });

  it('are not unmade by a portal that gives out their own words for secrets', (t) => {
    const words = [
      'finding',
      FAILURE_MEDIA_TYPE,
      'EX-4.10',
      'FAILED',
      'BASE64',
      'attachment',
      'features/a.feature',
    ];
    const confidences = words.map((value) => ({
      kind: 'jeton' as const,
      value,
      name: 'jeton-1, 7 caractères',
    }));
    const body = Buffer.from(JSON.stringify(failure)).toString('base64');
    const envelopes = lines(body, 'BASE64');
    assert.deepEqual(read(t, envelopes, { ...USED, confidences }), envelopes);
  });

  it('leave a line that a killed run cut in half, masked', (t) => {
    const text = masked(t, 'messages.ndjson', `{"attachment":{"body":"${TOKEN}`).toString();
    assert.equal(text, '{"attachment":{"body":"jeton-1, 43 caractères');
  });
});
