import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { forgedFrom, lastSent, unknowing } from './forgery.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const STEP = {
  method: 'POST',
  url: 'http://127.0.0.1:8020/connexion?session=0123456789abcdef',
  headers: FORM,
  body: 'cle=fedcba9876543210&nom=d%27Arcy+%3C',
  heard: '',
};

describe('what another site can send', () => {
  it('is a form, with a token that is not the visitor’s, and without', () => {
    const [whole, bare] = forgedFrom(STEP);
    assert.match(whole?.page ?? '', /name="cle" value="fedcba9876543210"/);
    assert.match(bare?.page ?? '', /name="nom" value="d'Arcy &#60;"/);
    assert.doesNotMatch(bare?.page ?? '', /name="cle"/);
  });

  it('is one form, where there is no token to leave out', () => {
    assert.equal(forgedFrom({ ...STEP, body: 'nom=Martin' }).length, 1);
  });

  it('is a text that reads as JSON, and a script', () => {
    const json = {
      ...STEP,
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: '{"nom":"a<b"}',
    };
    const [text, script] = forgedFrom(json);
    assert.match(text?.page ?? '', /enctype="text\/plain"/);
    const [, name = '', value = ''] = /name="([^"]*)" value="([^"]*)"/.exec(text?.page ?? '') ?? [];
    const plain = `${name}=${value}`.replaceAll('&#34;', '"').replaceAll('&#60;', '<');
    assert.deepEqual(JSON.parse(plain), { nom: 'a<b', _: '=' });
    assert.equal(script?.isScript, true);
    assert.match(script?.page ?? '', /"method":"PUT"/);
  });

  it('knows none of the tokens of a session that is another’s', () => {
    const other = unknowing(STEP, (below) => below - 1);
    assert.doesNotMatch(`${other.url} ${other.body}`, /0123456789abcdef|fedcba9876543210/);
    assert.match(other.body, /nom=d%27Arcy/);
    assert.match(other.url, /^http:\/\/127\.0\.0\.1:8020\/connexion\?session=f{16}$/);
  });

  it('wants something that was sent', () => {
    assert.throws(() => lastSent([{ ...STEP, method: 'GET' }]), /un envoi par HTTP/);
  });
});
