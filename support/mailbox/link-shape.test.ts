import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isPersonal, shapeOf } from './link-shape.ts';

const P = 'http://portail.test:8020';
const LONG = 'KcTgWvBnMqZxSdFgHjKl';

describe('the shape of a link', () => {
  const table: [string, string, boolean][] = [
    [`${P}/activation?jeton=abc`, '/activation?jeton=*', true],
    [`${P}/activation/x7Yz`, '/activation/*', true],
    [`${P}/activation/${LONG}`, '/activation/*', true],
    [`${P}/#/activation?jeton=${LONG}&lang=fr`, '/#/activation?jeton=*&lang=*', true],
    [`${P}/connexion`, '/connexion', false],
    [`${P}/#/connexion`, '/#/connexion', false],
    [`${P}/aide?sujet=`, '/aide?sujet=', false],
    ['http://[portail/activation', 'http://[portail/activation', false],
  ];
  for (const [link, shape, personal] of table) {
    it(`${link} → ${shape}`, () => {
      assert.equal(shapeOf(link), shape);
      assert.equal(isPersonal(link), personal);
    });
  }
});
