import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { CATALOGUE, reportsIn, SERIE, temporary } from '../reports/dossier/dossier.test-support.ts';
import {
  edit,
  GOLDEN,
  GOLDEN_KEYS,
  goldenIn,
  goldenRelease,
  sealAgain,
} from '../reports/dossier/golden.test-support.ts';
import { keyidOf, newKeys, readPublicKey } from '../reports/dossier/keys.ts';
import { DossierRefusal } from '../reports/dossier/refusal.ts';
import { makeDossier } from '../reports/dossier/write.ts';
import { recordingPath } from '../reports/recordings.test-support.ts';
import { examined } from './dossier/examined.ts';
import { ROOT } from './root.ts';

const release = await goldenRelease();

/** What is found of the golden dossier once it has been changed, and sealed again as whoever changes it could. */
async function flawsAfter(folder: string, change: (dossier: string) => void, seal = true): Promise<string[]> {
  const dossier = goldenIn(folder);
  change(dossier);
  if (seal) sealAgain(dossier);
  const { flaws } = await examined(dossier, release);
  return [...flaws];
}

const PICTURE = 'preuves/EX-4.04-ligne-49-passage-1-1-au-moment-du-constat.png';
const OTHER_PICTURE = 'preuves/EX-4.04-ligne-49-passage-2-1-au-moment-du-constat.png';
const MAIL = 'preuves/EX-4.04-ligne-49-passage-1-2-courriel-d-activation.eml';
const MESSAGES = 'messages/serie.ndjson';

/** The changes of one who does the manifest again, each with what must be said of it. */
const CHANGES: [string, (dossier: string) => void, RegExp[]][] = [
  [
    'two pictures that were swapped',
    (dossier) => {
      renameSync(join(dossier, PICTURE), join(dossier, 'preuves/x'));
      renameSync(join(dossier, OTHER_PICTURE), join(dossier, PICTURE));
      renameSync(join(dossier, 'preuves/x'), join(dossier, OTHER_PICTURE));
    },
    [
      new RegExp(`Pièce échangée ou modifiée : ${PICTURE}`),
      new RegExp(`Pièce échangée ou modifiée : ${OTHER_PICTURE}`),
    ],
  ],
  [
    'a picture that was taken out',
    (dossier) => rmSync(join(dossier, PICTURE)),
    [new RegExp(`Pièce manquante : ${PICTURE}`)],
  ],
  [
    'a picture that was added',
    (dossier) => writeFileSync(join(dossier, 'preuves/belle.png'), 'x'),
    [/Pièce qu’aucun message ne cite : preuves\/belle\.png/],
  ],
  [
    'a failure that was taken out of the messages',
    (dossier) => {
      const passed = (line: string): string =>
        line.includes('"testStepFinished"')
          ? line.replaceAll(/"status":"(FAILED|SKIPPED)"/g, '"status":"PASSED"')
          : line;
      for (const path of [MESSAGES, 'messages/serie-rejeu.ndjson'])
        edit(dossier, path, (text) => text.split('\n').map(passed).join('\n'));
    },
    [
      /EX-4\.04 : verdict\.json dit « non conforme », les messages disent « conforme »/,
      /« outcome » : il dit « NON CONFORME »/,
    ],
  ],
  [
    'a verdict that was made better',
    (dossier) => edit(dossier, 'verdict.json', (text) => text.replaceAll('"non conforme"', '"conforme"')),
    [/EX-4\.04 : verdict\.json dit « conforme », les messages disent « non conforme »/],
  ],
  [
    'a requirement that was left unsaid',
    (dossier) =>
      edit(dossier, 'verdict.json', (text) => {
        const verdict = JSON.parse(text);
        return JSON.stringify({ ...verdict, requirements: verdict.requirements.slice(0, 1) });
      }),
    [/verdict\.json passe sous silence EX-4\.04, que les messages disent « non conforme »/],
  ],
  [
    'a rule that was made easier, where it is written and where it was played',
    (dossier) => {
      for (const path of ['features/4-activation.feature', MESSAGES, 'messages/serie-rejeu.ndjson'])
        edit(dossier, path, (text) => text.replaceAll('Abc1!xy', 'Abc1!xyzt'));
    },
    [/Règles modifiées : features\/4-activation\.feature n’est pas celui de cette version/],
  ],
  [
    'a rule that is not the one that was played',
    (dossier) => edit(dossier, MESSAGES, (text) => text.replaceAll('Abc1!xy', 'Abc1!xyzt')),
    [/Règles modifiées : ce qui a été joué n’est pas features\/4-activation\.feature/],
  ],
  [
    'a catalogue that lost a requirement',
    (dossier) =>
      edit(dossier, 'catalogue.json', (text) => {
        const catalogue = JSON.parse(text);
        return JSON.stringify({ ...catalogue, requirements: catalogue.requirements.slice(1) });
      }),
    [/catalogue\.json n’est pas le catalogue/],
  ],
  [
    'a run that claims to have been made for another auditor',
    (dossier) => edit(dossier, 'serie.json', (text) => text.replace('AUDIT-7F3A', 'AUDIT-0000')),
    [
      /Le SIRET « \d{14} » \(comptes\.csv, features\/4-activation\.feature:49\) n’est pas du tirage/,
      /L’adresse « .*@.* » \(preuves\/.*\.eml, /,
    ],
  ],
  [
    'a mail that was sent to somebody else',
    (dossier) => {
      edit(dossier, MAIL, (text) =>
        text.replace(/^To: .*$/m, 'To: anne.martin.abcdefghij@fournisseur.example'),
      );
    },
    [
      /L’adresse « anne\.martin\.abcdefghij@fournisseur\.example »/,
      new RegExp(`Pièce échangée ou modifiée : ${MAIL}`),
    ],
  ],
  [
    'an account whose SIRET was changed',
    (dossier) => edit(dossier, 'comptes.csv', (text) => text.replace(/"\d{14}"/, '"73282932000074"')),
    [/Le SIRET « 73282932000074 » \(comptes\.csv/],
  ],
  [
    'another suite',
    (dossier) => edit(dossier, 'serie.json', (text) => text.replace(release.sha256, 'f'.repeat(64))),
    [/a été fait par Diapason .* \(empreinte f{12}\)/],
  ],
  [
    'a certificate that was not due',
    (dossier) => writeFileSync(join(dossier, 'certificat.pdf'), '%PDF-1.7'),
    [/certificat\.pdf n’est dû à personne ici\. .*NON CONFORME/],
  ],
  [
    'messages that can’t be read any more',
    (dossier) => edit(dossier, 'catalogue.json', () => '{'),
    [/Le verdict ne peut être recalculé : Catalogue des exigences illisible/],
  ],
];

describe('a dossier', () => {
  it('that an earlier version made is still verified, with its two signatures', async () => {
    const { flaws, signatures, content, identities } = await examined(GOLDEN, release);
    assert.deepEqual(flaws, []);
    assert.deepEqual(
      signatures.map(({ keyid, role }) => [keyid, role]),
      GOLDEN_KEYS.map((path, index) => [keyidOf(readPublicKey(path)), ['éditeur', 'laboratoire'][index]]),
    );
    assert.equal(content?.dossier.verdict.label, 'PARTIEL — NON CONFORME');
    assert.ok((identities?.checked ?? 0) > 10);
  });

  it('sealed again is verified where nothing else has changed', async (t) => {
    assert.deepEqual(await flawsAfter(temporary(t), () => undefined), []);
  });

  for (const [title, change, reasons] of CHANGES) {
    it(`is not to be trusted with ${title}, even when it was sealed again`, async (t) => {
      const flaws = await flawsAfter(temporary(t), change);
      for (const reason of reasons) assert.match(flaws.join('\n'), reason);
    });
  }

  it('names the file that was changed and not sealed again, and both signatures hold', async (t) => {
    const flaws = await flawsAfter(
      temporary(t),
      (dossier) => edit(dossier, MESSAGES, (text) => text.replace('"PASSED"', '"passed"')),
      false,
    );
    assert.match(flaws.join('\n'), /Fichier modifié : messages\/serie\.ndjson/);
    assert.doesNotMatch(flaws.join('\n'), /signature/);
  });

  it('names the shard that was taken out of it', async (t) => {
    const folder = temporary(t);
    const reports = [1, 2].map((rank) =>
      reportsIn(join(folder, `${rank}`), {
        messages: readFileSync(recordingPath('playwright', `entier-${rank}-sur-2`), 'utf8'),
        serie: { shard: `${rank}/2` },
      }),
    );
    const dossier = join(folder, 'dossier');
    mkdirSync(dossier);
    await makeDossier(reports, { folder: dossier, catalogue: CATALOGUE });
    const own = {
      version: SERIE.suite.version,
      sha256: SERIE.suite.sha256,
      catalogue: CATALOGUE,
      features: [],
    };
    assert.deepEqual((await examined(dossier, own)).flaws, []);
    edit(dossier, 'serie.json', (text) => {
      const serie = JSON.parse(text);
      return JSON.stringify({ ...serie, parts: serie.parts.slice(0, 1) });
    });
    rmSync(join(dossier, 'messages/tranche-2-sur-2.ndjson'));
    sealAgain(dossier);
    assert.match((await examined(dossier, own)).flaws.join('\n'), /« doubts ».*La tranche manque : 2\/2/);
  });

  it('is none where nothing of one is there', async (t) => {
    await assert.rejects(examined(temporary(t), release), DossierRefusal);
  });
});

function diapason(cwd: string, ...args: string[]): { code: number | null; output: string } {
  const { TARGET: _, DIAPASON_OUT: __, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'cli/diapason.ts'), ...args], {
    cwd,
    env,
    encoding: 'utf8',
  });
  return {
    code: status,
    output: `${stdout}${stderr}`.replace(/[\u00a0\u202f]/g, ' ').replaceAll(/\s+/g, ' '),
  };
}

describe('diapason verify', () => {
  it('says which version to verify with, names the keys that are known, and exits with 1', (t) => {
    const folder = temporary(t);
    cpSync(GOLDEN, join(folder, 'd'), { recursive: true });
    edit(folder, 'd/serie.json', (text) => text.replace(release.sha256, 'f'.repeat(64)));
    const { publicPem } = newKeys();
    writeFileSync(join(folder, 'autre.pem'), publicPem);
    const { code, output } = diapason(
      folder,
      'verify',
      'd',
      '--public-key',
      GOLDEN_KEYS[0] ?? '',
      'autre.pem',
    );
    assert.match(output, /Signé par une clé que vous connaissez \(éditeur\)/);
    assert.match(output, /Signé par une clé qui n’est connue que de ce dossier \(se dit laboratoire\)/);
    assert.match(output, /✗ Fichier modifié : serie\.json/);
    assert.match(output, /✗ autre\.pem \(clé .*\) n’a pas signé ce dossier/);
    assert.match(output, /vérifiez-le avec la version qui l’a fait/);
    assert.equal(code, 1, output);
  });
});
