import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GOLDEN } from '../golden.test-support.ts';
import { type Files, filesIn } from '../manifest.ts';
import { integrityFlaws } from './integrity.ts';

const CHANGES = 1_000;

const files = filesIn(GOLDEN);

/** The same numbers at each run of the tests: a change that goes unseen can be looked at again. */
function* numbers(): Generator<number> {
  for (let state = 20_261_128; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state / 2 ** 32;
  }
}

describe('the integrity of a dossier', () => {
  it('is whole as it was made', () => {
    assert.deepEqual(integrityFlaws(files), []);
  });

  it(`is broken by each of ${CHANGES} random changes of one byte, in all files, and the file is named`, () => {
    const draw = numbers();
    const below = (limit: number): number => Math.floor((draw.next().value ?? 0) * limit);
    const paths = [...files.keys()];
    const touched = new Set<string>();
    for (let change = 0; change < CHANGES; change += 1) {
      // Each file as often as any other: by size, the smallest would never be touched.
      const path = paths[change % paths.length] ?? '';
      const content = Buffer.from(files.get(path) ?? []);
      const place = below(content.length);
      content[place] = (content.readUInt8(place) + 1 + below(255)) % 256;
      const flaws = integrityFlaws(new Map(files).set(path, content));
      assert.ok(
        flaws.some((flaw) => flaw.includes(path)),
        `${path}, byte ${place}: ${flaws.join(' ')}`,
      );
      touched.add(path);
    }
    assert.deepEqual([...touched].sort(), paths.toSorted());
  });

  const without = (path: string): Files => new Map([...files].filter(([name]) => name !== path));
  for (const path of files.keys()) {
    it(`is broken without ${path}, which is named`, () => {
      assert.ok(integrityFlaws(without(path)).some((flaw) => flaw.includes(`Fichier manquant : ${path}`)));
    });
  }

  it('is broken by one more file, which is named', () => {
    const more = new Map(files).set('preuves/ajout.png', Buffer.from('x'));
    assert.match(integrityFlaws(more).join(), /Fichier en trop.* : preuves\/ajout\.png/);
  });

  it('is broken by a manifest that says the same otherwise', () => {
    const other = Buffer.concat([files.get('manifeste.json') ?? Buffer.alloc(0), Buffer.from(' ')]);
    assert.match(
      integrityFlaws(new Map(files).set('manifeste.json', other)).join(),
      /manifeste\.json n’a plus la forme/,
    );
  });

  it('is broken by the attestation of another dossier', () => {
    const envelope = JSON.parse(String(Buffer.from(files.get('attestation.json') ?? [])));
    const statement = JSON.parse(Buffer.from(envelope.payload, 'base64').toString());
    statement.predicate.result = 'PASSED';
    const payload = Buffer.from(JSON.stringify(statement)).toString('base64');
    const forged = `${JSON.stringify({ ...envelope, payload }, undefined, 2)}\n`;
    const flaws = integrityFlaws(new Map(files).set('attestation.json', Buffer.from(forged)));
    assert.match(
      flaws.join(' '),
      /ne dit pas de ce dossier.*\(éditeur\).* n’est pas valable.*\(laboratoire\).* n’est pas valable/,
    );
  });
});
