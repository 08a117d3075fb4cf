import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import AdmZip from 'adm-zip';
import { defects } from '../fixtures/defects/index.ts';
import { readCatalogue } from '../reports/catalogue.ts';
import { readPlay } from '../reports/messages.ts';
import { verdict } from '../reports/verdict.ts';
import { startEmbeddedPortal } from '../support/embedded-portal.ts';
import { startEmbeddedMailbox } from '../support/mailbox/embedded/embedded.ts';
import { readFeatures } from '../support/specification/feature-file.ts';
import { EMBEDDED_CAPTCHA_ANSWER } from '../support/target/embedded.ts';
import { inProject, ROOT } from './root.ts';
import { assertNoStack, start, temporary } from './run.test-support.ts';
import { filesTelling, Overheard, toldIn } from './run-confidential.test-support.ts';

const DEFECT = 'connexion-avec-tout-mot-de-passe';

describe('a search in reports', () => {
  const secret = 'Kév7!p=#%@"&/ront';
  const mail = `${'x'.repeat(50)}${secret}`;
  const json = JSON.stringify(secret);
  const written: Record<string, string | Buffer> = {
    'as it is': secret,
    'in an address': encodeURIComponent(secret),
    'in a form': new URLSearchParams({ secret }).toString(),
    'in JSON': json,
    'in JSON, by numbers': `"${[...secret].map((each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`,
    'in HTML': secret.replaceAll('&', '&amp;').replaceAll('"', '&#34;'),
    'in base64': Buffer.from(`x${secret}`).toString('base64'),
    'in the base64 of a mail': (
      Buffer.from(`${mail}${'y'.repeat(400)}`)
        .toString('base64')
        .match(/.{1,76}/g) ?? []
    ).join('\r\n'),
    'in an archive': (() => {
      const zip = new AdmZip();
      zip.addFile('a', Buffer.from(secret));
      return zip.toBuffer();
    })(),
  };
  for (const [how, content] of Object.entries(written))
    it(`finds what is written ${how}`, () => assert.equal(toldIn(Buffer.from(content), [secret]), secret));
});

describe('diapason run, with a finding and its trace', () => {
  it('leaves in no byte what the portal saw: passwords, tokens, sessions, authorisations; and judges as well', async (t) => {
    const overheard = new Overheard();
    const mailbox = await startEmbeddedMailbox();
    t.after(() => mailbox.close());
    const defect = defects.find(({ id }) => id === DEFECT) ?? assert.fail(DEFECT);
    const portal = await startEmbeddedPortal({
      smtp: mailbox.smtp,
      captchaAnswer: EMBEDDED_CAPTCHA_ANSWER,
      variant: overheard.alteration,
      defect,
    });
    t.after(() => portal.close());
    const folder = temporary(t);
    const [target, baseline, summary] = ['cible.json', 'reference.json', 'resume.md'].map((name) =>
      join(folder, name),
    ) as [string, string, string];
    const out = join(folder, 'rapports');
    writeFileSync(
      target,
      JSON.stringify({
        name: 'Essai',
        url: `${portal.url}/`,
        mail: { mailpit: mailbox.url, quietMs: 200 },
        captcha: { answer: EMBEDDED_CAPTCHA_ANSWER },
        insee: { url: portal.sirene.url },
        access: { headers: { authorization: 'Bearer jeton-d-acces-9Q2x' } },
      }),
    );
    const known = {
      requirement: 'EX-4.10',
      outcome: 'non conforme',
      owner: 'Équipe portail',
      until: '2999-12-31',
    };
    writeFileSync(baseline, JSON.stringify({ known: [known] }));
    const before = foldersOf();
    const asked = ['--requirement', 'EX-4.04', 'EX-4.10', '--format', 'ctrf', 'earl', '--baseline', baseline];
    const ended = await start(out, ['run', '--target', target, ...asked], {
      GITHUB_ACTIONS: 'true',
      GITHUB_STEP_SUMMARY: summary,
    }).ended;
    assert.equal(ended.code, 0, ended.output);
    assertNoStack(ended);

    const specification = readFeatures(ROOT)
      .map(({ text }) => text)
      .join('\n');
    const secrets = overheard.secrets.filter((secret) => !specification.includes(secret));
    for (const [what, least] of [
      ['passwords', 6],
      ['tokens', 4],
      ['cookies', 4],
      ['authorizations', 1],
    ] as const)
      assert.ok(overheard[what].size >= least, `${overheard[what].size} ${what}`);
    const traces = readdirSync(join(out, 'rejeu/artefacts'), { recursive: true, encoding: 'utf8' });
    assert.ok(
      traces.some((file) => file.endsWith('trace.zip')),
      'a trace was made',
    );
    assert.deepEqual(filesTelling(out, secrets), []);
    assert.equal(
      toldIn(Buffer.from(`${ended.output}\n${readFileSync(summary, 'utf8')}`), secrets),
      undefined,
    );

    // What is masked still reads, and the verdict stands before what the baseline makes of it.
    const output = ended.output.replace(/\s+/g, ' ');
    assert.match(output, /une lettre de plus, « mot de passe-\d, 15 caractères » \(15 caractères\)/);
    assert.match(output, /VERDICT : PARTIEL — NON CONFORME.*RÉFÉRENCE CONNUE : tenue, 1 exigence connue/);
    assert.match(ended.output, /^::error file=features\/4-activation\.feature,line=\d+,title=EX-4\.10/m);

    // Whoever judges the masked messages again finds what was found.
    const kept = JSON.parse(readFileSync(join(out, 'verdict.json'), 'utf8'));
    const again = verdict({
      catalogue: readCatalogue(inProject('features/catalogue.json')),
      target: kept.target,
      plays: [
        await readPlay(join(out, 'messages.ndjson')),
        await readPlay(join(out, 'rejeu/messages.ndjson')),
      ],
      levels: kept.levels,
      partial: true,
      selection: ['EX-4.04', 'EX-4.10'],
    });
    const told = ({ requirements }: typeof again): unknown =>
      requirements.map(({ outcome, scenarios }) => [
        outcome,
        scenarios.map(({ sentences, plays }) => [sentences, plays]),
      ]);
    assert.deepEqual(JSON.parse(JSON.stringify(told(again))), told(kept));

    assert.deepEqual(
      foldersOf().filter((name) => !before.includes(name)),
      [],
      'nothing is left of what was told',
    );
    assert.equal(existsSync(join(out, 'junit.xml')), true);
  });
});

/** Where a run has its workers tell it what must not be read. */
function foldersOf(): string[] {
  return readdirSync(tmpdir()).filter(
    (name) => /^diapason-\w{6}$/.test(name) && existsSync(join(tmpdir(), name, 'confidences.ndjson')),
  );
}
