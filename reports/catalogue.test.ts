import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { readCatalogue } from './catalogue.ts';
import { catalogueOf, requirement } from './messages.test-support.ts';

const folder = mkdtempSync(join(tmpdir(), 'diapason-catalogue-'));
after(() => rmSync(folder, { recursive: true }));

function file(content: unknown): string {
  const path = join(folder, 'catalogue.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

const good = catalogueOf(requirement('EX-1.01'), requirement('EX-1.02', { conditions: ['si-captcha'] }));
const withFirst = (change: object) => ({ ...good, requirements: [{ ...good.requirements[0], ...change }] });

describe('the catalogue', () => {
  it('is read as it was written', () => assert.deepEqual(readCatalogue(file(good)), good));

  const bad: [string, unknown, RegExp][] = [
    ['not JSON', '{', /pas du JSON/],
    ['of another version', { ...good, version: 2 }, /« version »/],
    ['without requirements', { ...good, requirements: [] }, /« requirements »/],
    ['with an unknown level', withFirst({ level: 'facultatif' }), /« requirements\.0\.level »/],
    ['with a broken id', withFirst({ id: '1.01' }), /« requirements\.0\.id »/],
    [
      'with an id twice',
      catalogueOf(requirement('EX-1.01'), requirement('EX-1.01')),
      /EX-1\.01 y figure deux fois/,
    ],
  ];
  for (const [title, content, reason] of bad) {
    it(`is refused when ${title}, in French`, () => {
      const path = file(content);
      assert.throws(
        () => readCatalogue(path),
        (error: Error) => {
          assert.match(error.message, /^Catalogue des exigences illisible/);
          return reason.test(error.message) && error.message.includes(path);
        },
      );
    });
  }

  it('is refused when absent', () => assert.throws(() => readCatalogue('/absent.json'), /ne peut être lu/));
});
