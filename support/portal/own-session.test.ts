import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withOwnSession } from './own-session.ts';

const THEIRS = '0b6f1c2d3e4f5a6b7c8d';
const MINE = '9a8b7c6d5e4f3a2b1c0d';

describe('withOwnSession', () => {
  const places: ReadonlyArray<readonly [string, (session: string, step: string) => string]> = [
    ['a parameter', (session, step) => `http://p.test/${step}?session=${session}&page=2`],
    ['a parameter of the path', (session, step) => `http://p.test/${step};jsessionid=${session}?page=2`],
    ['a step of the path', (session, step) => `http://p.test/s/${session}/${step}`],
  ];
  for (const [where, at] of places) {
    it(`takes this browser's session where it is ${where}`, () => {
      assert.equal(withOwnSession(at(THEIRS, 'espaces'), [at(MINE, 'structure')]), at(MINE, 'espaces'));
    });
  }

  it('leaves what is no session: a word, a short number, another name, another place', () => {
    const address = `http://p.test/espaces?etape=3&jeton=${THEIRS}`;
    assert.equal(
      withOwnSession(address, [`http://p.test/${MINE}?etape=2&session=${MINE}`, 'mailto:aide@p.test']),
      address,
    );
  });

  it('takes nothing from another site', () => {
    const address = `http://p.test/espaces?session=${THEIRS}`;
    assert.equal(withOwnSession(address, [`http://autre.test/?session=${MINE}`]), address);
  });
});
