import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Envelope } from '@cucumber/messages';
import { failingIn, finding, messagesOf, ndjson } from '../messages.test-support.ts';
import { sha256 } from './digest.ts';
import { CATALOGUE, reportsIn, SERIE, temporary } from './dossier.test-support.ts';
import type { Dossier } from './dossier.ts';
import { referenceIn } from './kept-messages.ts';
import { DossierRefusal } from './refusal.ts';
import { makeDossier } from './write.ts';

const PICTURE = Buffer.from('une image');
const FEATURE = { source: { uri: 'features/entier.feature', data: 'Fonctionnalité: essai' } };

/** The messages of a scenario that fails, with a picture, on a machine whose project is `SERIE.root`. */
const FAILING = messagesOf([
  {
    name: 'scénario',
    requirement: 'EX-9.01',
    uri: 'features/entier.feature',
    line: 12,
    steps: failingIn('Outcome', finding('Vu.'), `Error: vu\n    at ${SERIE.root}steps/lien.ts:3:1`),
  },
]).flatMap((envelope) =>
  envelope.attachment === undefined ? [envelope] : [envelope, picture(envelope.attachment)],
);

function picture(attachment: NonNullable<Envelope['attachment']>): Envelope {
  const content = {
    mediaType: 'image/png',
    fileName: 'Au moment du constat.png',
    body: PICTURE.toString('base64'),
  };
  return {
    attachment: { ...attachment, ...content, contentEncoding: 'BASE64' as typeof attachment.contentEncoding },
  };
}

async function made(folder: string, envelopes: readonly unknown[]): Promise<Dossier> {
  const reports = reportsIn(join(folder, 'rapports'), { messages: ndjson(envelopes as Envelope[]) });
  mkdirSync(join(folder, 'dossier'));
  return makeDossier([reports], { folder: join(folder, 'dossier'), catalogue: CATALOGUE });
}

describe('a dossier', () => {
  it('has its pictures as files, which its messages know by their digest', async (t) => {
    const folder = temporary(t);
    const { evidence } = await made(folder, [FEATURE, ...FAILING]);
    const path = 'preuves/EX-9.01-ligne-12-passage-1-1-au-moment-du-constat.png';
    assert.deepEqual(evidence, [
      {
        ...{ path, mediaType: 'image/png', title: 'Au moment du constat', scenario: 'scénario' },
        ...{ requirements: ['EX-9.01'], sha256: sha256(PICTURE), bytes: PICTURE.length },
      },
    ]);
    assert.deepEqual(readFileSync(join(folder, 'dossier', path)), PICTURE);
    const lines = readFileSync(join(folder, 'dossier/messages/serie.ndjson'), 'utf8').trimEnd().split('\n');
    const references = lines.flatMap((line) => {
      const { attachment } = JSON.parse(line);
      return (attachment && referenceIn(attachment)) ?? [];
    });
    assert.deepEqual(references, [{ path, sha256: sha256(PICTURE) }]);
  });

  it('names nothing of the machine that played', async (t) => {
    const folder = temporary(t);
    await made(folder, [FEATURE, ...FAILING]);
    for (const name of ['messages/serie.ndjson', 'verdict.json', 'serie.json']) {
      const text = readFileSync(join(folder, 'dossier', name), 'utf8');
      assert.ok(!text.includes(SERIE.root), name);
    }
    assert.match(readFileSync(join(folder, 'dossier/verdict.json'), 'utf8'), /at steps\/lien\.ts:3:1/);
  });

  it('lists the accounts of its own run, and not those that the portal kept from earlier ones', async (t) => {
    const folder = temporary(t);
    const line = (email: string, when: string) =>
      `"${email}";"1";"${when}";"features/x.feature:1";"compte créé"\n`;
    mkdirSync(join(folder, 'rapports'));
    writeFileSync(
      join(folder, 'rapports/comptes-crees.csv'),
      `"adresse"\n${line('avant@x', '2026-11-27T09:00:00.000Z')}${line('pendant@x', '2026-11-28T09:00:01.000Z')}`,
    );
    await made(folder, [FEATURE, ...FAILING]);
    const kept = readFileSync(join(folder, 'dossier/comptes.csv'), 'utf8');
    assert.equal(kept, `"adresse"\n${line('pendant@x', '2026-11-28T09:00:01.000Z')}`);
  });

  it('writes no feature out of its folder, whatever the messages say', async (t) => {
    const folder = temporary(t);
    const escaping = { source: { uri: 'features/../../évadé.feature', data: 'x' } };
    await assert.rejects(made(folder, [escaping, ...FAILING]), DossierRefusal);
    assert.ok(!existsSync(join(folder, 'évadé.feature')));
  });

  it('takes no file out of its folder for a piece, whatever the messages say', async (t) => {
    const folder = temporary(t);
    writeFileSync(join(folder, 'secret.png'), 'x');
    const citing = FAILING.map((envelope) =>
      envelope.attachment?.mediaType === 'image/png'
        ? { attachment: { ...envelope.attachment, mediaType: 'image/x', url: 'preuves/../../secret.png' } }
        : envelope,
    );
    assert.deepEqual((await made(folder, [FEATURE, ...citing])).evidence, []);
  });

  it('tells in its manifest every file but itself and what changes at each signature', async (t) => {
    const folder = temporary(t);
    await made(folder, [FEATURE, ...FAILING]);
    const dossier = join(folder, 'dossier');
    const { fichiers } = JSON.parse(readFileSync(join(dossier, 'manifeste.json'), 'utf8'));
    const held = readdirSync(dossier, { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    );
    assert.equal(fichiers.length, held.length - 3);
  });

  it('is refused when the messages of the run are no longer there', async (t) => {
    const folder = temporary(t);
    const reports = reportsIn(join(folder, 'rapports'), { messages: '' });
    rmSync(join(reports, 'messages.ndjson'));
    const making = makeDossier([reports], { folder: join(folder, 'dossier'), catalogue: CATALOGUE });
    await assert.rejects(making, /messages\.ndjson n’existe plus/);
  });
});
