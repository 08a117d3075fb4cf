import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it, mock } from 'node:test';
import { sha256 } from '../reports/dossier/digest.ts';
import { reportsIn } from '../reports/dossier/dossier.test-support.ts';
import { edit, sealAgain } from '../reports/dossier/golden.test-support.ts';
import { readPublicKey } from '../reports/dossier/keys.ts';
import { messagesOf, ndjson } from '../reports/messages.test-support.ts';
import { HarnessSetupError } from '../support/setup-error.ts';
import { suiteFacts } from './dossier/suite.ts';
import { keygen } from './keygen.ts';
import { report } from './report.ts';
import { inProject, ROOT } from './root.ts';
import { checkedChallenge } from './run/challenge.ts';
import { signDossier } from './sign.ts';
import { verifyDossier } from './verify.ts';

const folder = mkdtempSync(join(tmpdir(), 'diapason-report-'));
after(() => rmSync(folder, { recursive: true }));

const at = (...parts: string[]): string => join(folder, ...parts);

/** What a command says to a person, and its exit code; a refusal is thrown. */
async function saidBy(command: () => number | Promise<number>): Promise<{ code: number; output: string }> {
  const write = mock.method(process.stdout, 'write', () => true);
  try {
    const code = await command();
    const output = write.mock.calls.map(({ arguments: [text] }) => String(text)).join('');
    return { code, output: output.replaceAll(/\s+/g, ' ') };
  } finally {
    write.mock.restore();
  }
}

const refused = (reason: RegExp) => (error: unknown) =>
  error instanceof HarnessSetupError && reason.test(error.message) && error.remedy !== '';

/** What a run of one requirement by this suite would have left. */
const own = {
  suite: suiteFacts(),
  catalogueSha256: sha256(readFileSync(inProject('features/catalogue.json'))),
  selection: ['EX-1.02'],
};
const messages = ndjson(messagesOf([{ name: 'Une règle', requirement: 'EX-1.02' }]));
reportsIn(join(folder, 'rapports'), { messages, serie: own });

describe('diapason keygen', () => {
  it('makes a key for its owner alone, and its public half beside it, and never writes over one', async () => {
    const { code, output } = await saidBy(() => keygen({ out: at('editeur.pem') }));
    assert.match(
      output,
      /Clé privée, à garder : .*editeur\.pem Clé publique.*editeur\.pub\.pem Empreinte : [0-9a-f]{64}/,
    );
    assert.equal(code, 0);
    assert.equal(statSync(at('editeur.pem')).mode & 0o777, 0o600);
    assert.equal(readPublicKey(at('editeur.pub.pem')).type, 'public');
    const before = readFileSync(at('editeur.pem'), 'utf8');
    assert.throws(
      () => keygen({ out: at('editeur.pem') }),
      refused(/editeur\.pem existe déjà : une clé n’est jamais remplacée/),
    );
    assert.equal(readFileSync(at('editeur.pem'), 'utf8'), before);
  });

  it('makes no key beside a public half that is already there, nor in a folder that is not', () => {
    writeFileSync(at('seule.pub.pem'), '');
    assert.throws(() => keygen({ out: at('seule.pem') }), refused(/seule\.pub\.pem existe déjà/));
    assert.ok(!existsSync(at('seule.pem')));
    assert.throws(() => keygen({ out: at('absent', 'cle.pem') }), refused(/ne peut être écrit/));
  });
});

describe('diapason report', () => {
  it('makes a dossier that nobody has signed, which says so', async () => {
    const { code, output } = await saidBy(() => report([at('rapports')]));
    assert.match(output, /Dossier : .*rapports\/dossier \(0 pièce\) Non signé/);
    assert.match(output, /VERDICT : PARTIEL — INCOMPLET/);
    assert.equal(code, 2, output);
    const verified = await saidBy(() => verifyDossier(at('rapports/dossier')));
    assert.match(verified.output, /Non signé : rien ne dit qui a fait ce dossier/);
    assert.equal(verified.code, 0, verified.output);
  });

  it('holds what other tools read, and answers for it', async () => {
    const format = ['ctrf', 'earl'] as const;
    await saidBy(() => report([at('rapports')], { out: at('outils'), format }));
    for (const file of ['junit.xml', 'ctrf.json', 'earl.jsonld', 'badge.svg'])
      assert.ok(existsSync(at('outils', file)), file);
    assert.equal((await saidBy(() => verifyDossier(at('outils')))).code, 0);
    edit(at('outils'), 'junit.xml', (text) => text.replace('EX-1.02', 'EX-1.03'));
    sealAgain(at('outils'));
    const { code, output } = await saidBy(() => verifyDossier(at('outils')));
    assert.match(
      output,
      /Fichier récrit : junit\.xml ne dit pas ce que disent les messages, dès sa ligne \d+/,
    );
    assert.equal(code, 1);
  });

  it('makes one that is signed, and that a laboratory signs too', async () => {
    await saidBy(() => keygen({ out: at('laboratoire.pem') }));
    const made = await saidBy(() => report([at('rapports')], { out: at('signé'), key: at('editeur.pem') }));
    assert.match(made.output, /Signé : éditeur, clé [0-9a-f]{16}…/);
    const laboratory = { key: at('laboratoire.pem'), role: 'laboratoire' } as const;
    const signed = await saidBy(() => signDossier(at('signé'), laboratory));
    assert.match(signed.output, /Signé : .*, par la clé [0-9a-f]{64} \(laboratoire\)/);
    assert.match(
      readFileSync(at('signé/signatures.html'), 'utf8'),
      /Attesté par un laboratoire.*Éditeur.*clé.*Laboratoire.*clé/s,
    );
    const publicKey = [at('editeur.pub.pem'), at('laboratoire.pub.pem')];
    const { code, output } = await saidBy(() => verifyDossier(at('signé'), { publicKey }));
    assert.match(output, /que vous connaissez \(éditeur\) : .* que vous connaissez \(laboratoire\)/);
    assert.equal(code, 0, output);
    // What a page says of who had signed it is not taken for the change.
    const page = readFileSync(at('signé/dossier.html'), 'utf8');
    writeFileSync(at('signé/dossier.html'), page.replace('</main>', '<p>Homologué.</p></main>'));
    const changed = await saidBy(() => verifyDossier(at('signé')));
    assert.match(
      changed.output,
      /dossier\.html ne dit pas .* : « <p>Homologué\.<\/p><\/main> », au lieu de « <\/main> »/,
    );
    writeFileSync(at('signé/dossier.html'), page);
  });

  it('lets nobody sign what was changed', async () => {
    writeFileSync(at('signé/ajout.txt'), '');
    const signing = signDossier(at('signé'), { key: at('laboratoire.pem') });
    await assert.rejects(
      signing,
      refused(/Ce dossier n’est pas signé[\s\S]* - Fichier en trop.* : ajout\.txt/),
    );
  });

  it('leaves the dossier that was there when it can make none, and what is none', async () => {
    const before = readFileSync(at('rapports/dossier/manifeste.json'), 'utf8');
    reportsIn(at('autres'), { messages, serie: { ...own, catalogueSha256: 'f'.repeat(64) } });
    await assert.rejects(
      report([at('autres')], { out: at('rapports/dossier') }),
      refused(/avec d’autres règles/),
    );
    assert.equal(readFileSync(at('rapports/dossier/manifeste.json'), 'utf8'), before);
    mkdirSync(at('photos'));
    writeFileSync(at('photos/vacances.png'), '');
    const over = report([at('rapports')], { out: at('photos') });
    await assert.rejects(over, refused(/contient autre chose qu’un dossier/));
    assert.ok(existsSync(at('photos/vacances.png')));
  });

  const refusals: [string, () => Promise<number>, RegExp][] = [
    [
      'a folder that holds no reports',
      () => report([folder]),
      /n’est pas le dossier des rapports d’une série : serie\.json/,
    ],
    [
      'a key that is not there',
      () => report([at('rapports')], { key: at('absente.pem') }),
      /absente\.pem ne peut être lue/,
    ],
    [
      'a public key to sign with',
      () => report([at('rapports')], { key: at('editeur.pub.pem') }),
      /n’est pas la clé attendue/,
    ],
    [
      'a private key to verify with',
      () => verifyDossier(at('rapports/dossier'), { publicKey: [at('editeur.pem')] }),
      /n’est pas la clé attendue/,
    ],
    ['what is no dossier', () => verifyDossier(folder), /n’est pas un dossier de Diapason/],
  ];
  for (const [title, command, reason] of refusals) {
    it(`is refused in French with ${title}`, () => assert.rejects(command, refused(reason)));
  }

  it('is refused with 3, in French, with a role that is none', () => {
    const command = [
      join(ROOT, 'cli/diapason.ts'),
      'sign',
      'signé',
      '--key',
      'editeur.pem',
      '--role',
      'arbitre',
    ];
    const { status, stderr } = spawnSync(process.execPath, command, { cwd: folder, encoding: 'utf8' });
    assert.match(stderr, /✗ Valeur refusée/);
    assert.equal(status, 3);
  });
});

describe('what an auditor chooses', () => {
  it('is a line that anybody can read and type', () => {
    assert.equal(checkedChallenge('défi n° 7F3A-2026'), 'défi n° 7F3A-2026');
    for (const text of ['', ' a', 'a\nb', 'a\u0000', 'a'.repeat(201)])
      assert.throws(() => checkedChallenge(text), refused(/--challenge attend un texte d’une ligne/));
  });
});
