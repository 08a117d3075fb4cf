import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { RUNNERS, type Runner, recordingPath } from '../recordings.test-support.ts';
import { CATALOGUE, reportsIn, temporary } from './dossier.test-support.ts';
import type { Dossier } from './dossier.ts';
import { comparable } from './read.ts';
import { DossierRefusal } from './refusal.ts';
import type { Serie } from './serie.ts';
import { makeDossier } from './write.ts';

type Part = readonly [recording: string, serie?: Partial<Serie>];

/** Makes the dossier of these parts, each a recording, as if each had been played on a machine of its own. */
async function dossierOf(folder: string, runner: Runner, ...parts: readonly Part[]): Promise<Dossier> {
  const reports = parts.map(([recording, serie = {}], index) =>
    reportsIn(join(folder, `rapports-${index}`), {
      messages: readFileSync(recordingPath(runner, recording), 'utf8'),
      serie: { nonce: `n${index}`, mailbox: `Mailpit 127.0.0.1:${8025 + index}`, ...serie },
    }),
  );
  const made = join(folder, `dossier-${parts.map(([recording]) => recording).join('-')}`);
  mkdirSync(made);
  return makeDossier(reports, { folder: made, catalogue: CATALOGUE });
}

const FIRST: Part = ['entier-1-sur-2', { shard: '1/2' }];
const SECOND: Part = ['entier-2-sur-2', { shard: '2/2' }];

for (const runner of RUNNERS) {
  describe(`shards played by ${runner}`, () => {
    it('make the same dossier as the whole run, in whatever order they are given', async (t) => {
      const folder = temporary(t);
      const whole = await dossierOf(folder, runner, ['entier']);
      const shards = await dossierOf(folder, runner, SECOND, FIRST);
      assert.ok(whole.verdict.played > 3);
      assert.deepEqual(comparable(shards), comparable(whole));
      assert.deepEqual([whole.run.shards, shards.run.shards], [1, 2]);
    });
  });
}

describe('shards', () => {
  it('make an INCOMPLET dossier that names the one that is missing', async (t) => {
    const { verdict } = await dossierOf(temporary(t), 'playwright', FIRST);
    assert.equal(verdict.outcome, 'INCOMPLET');
    assert.match(verdict.doubts.join(), /La tranche manque : 2\/2\./);
  });

  it('make an INCOMPLET dossier when the portal was not the same for all', async (t) => {
    const version = (read: string) => ({ version: { before: read, after: read } });
    const parts: Part[] = [
      [FIRST[0], { ...FIRST[1], ...version('4.2.0') }],
      [SECOND[0], { ...SECOND[1], ...version('4.2.1') }],
    ];
    const { verdict } = await dossierOf(temporary(t), 'playwright', ...parts);
    assert.match(verdict.doubts.join(), /« 4\.2\.0 », puis « 4\.2\.1 »/);
  });

  const others: [string, Partial<Serie>, RegExp][] = [
    [
      'another target',
      { target: { name: 'Autre', url: 'https://autre.test/', lacks: [] } },
      /la même cible : .*« Portail ».*« Autre »/,
    ],
    ['another target file', { targetFiles: [] }, /le même fichier cible/],
    ['other rules', { catalogueSha256: 'f'.repeat(64) }, /les mêmes règles .*empreinte f{12}/],
    ['another seed', { seed: 43 }, /la même graine : .*\(42\) et .*\(43\)/],
    ['a challenge', { challenge: 'défi' }, /le même défi : .*\(aucun\) et .*\(« défi »\)/],
    ['other levels', { levels: ['essentiel'] }, /les mêmes niveaux/],
    ['the same rank', { shard: '1/2' }, /ne se réunissent pas/],
    ['another division', { shard: '2/3' }, /ne se réunissent pas/],
  ];
  for (const [title, serie, reason] of others) {
    it(`are refused in French with ${title}`, async (t) => {
      const made = dossierOf(temporary(t), 'playwright', FIRST, [SECOND[0], { ...SECOND[1], ...serie }]);
      await assert.rejects(made, (error) => {
        assert.ok(error instanceof DossierRefusal, `${error}`);
        assert.match(error.message, reason);
        return true;
      });
    });
  }

  it('are refused when one was played under two ranks', async (t) => {
    const made = dossierOf(temporary(t), 'playwright', FIRST, ['entier-1-sur-2', { shard: '2/2' }]);
    await assert.rejects(made, /a été joué dans deux tranches/);
  });

  it('are refused with other rules than the suite’s own', async (t) => {
    const digest = { catalogueSha256: 'f'.repeat(64) };
    await assert.rejects(dossierOf(temporary(t), 'playwright', ['entier', digest]), /avec d’autres règles/);
  });
});
