import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Exchange } from './recorder.ts';
import { learned, replacedIn, scriptOf } from './script.ts';

const HOME = 'http://127.0.0.1:8020/';

function exchange(changes: Partial<Exchange>): Exchange {
  return {
    url: HOME,
    method: 'GET',
    type: 'document',
    isRedirected: false,
    sentHeaders: { accept: '*/*', cookie: 'session=a', 'user-agent': 'x', 'x-csrf': 'k' },
    sentBody: '',
    status: 200,
    headers: [],
    body: '',
    ...changes,
  };
}

const isOwn = (url: string): boolean => url.startsWith(HOME);

describe('scriptOf', () => {
  it('keeps what is sent to the portal, up to the last sending, redirections with what they answer', () => {
    const script = scriptOf(
      [
        exchange({}),
        exchange({ type: 'script', url: `${HOME}a.js` }),
        exchange({ method: 'POST', sentBody: 'a=b', headers: [{ name: 'Location', value: '/suite' }] }),
        exchange({ url: `${HOME}suite`, isRedirected: true, body: 'la suite' }),
        exchange({ url: 'https://insee.test/', type: 'fetch', method: 'POST' }),
        exchange({ url: `${HOME}aide` }),
      ],
      isOwn,
    );
    assert.deepEqual(
      script.map(({ method, url }) => [method, url]),
      [
        ['GET', HOME],
        ['POST', HOME],
      ],
    );
    assert.match(script[1]?.heard ?? '', /location: \/suite[\s\S]*la suite/);
    assert.deepEqual(Object.keys(script[0]?.headers ?? {}), ['accept', 'x-csrf']);
  });

  it('goes as far as a text, where one is asked for', () => {
    const script = scriptOf(
      [exchange({}), exchange({ url: `${HOME}?jeton=abc` }), exchange({})],
      isOwn,
      'abc',
    );
    assert.equal(script.length, 2);
  });
});

describe('learned', () => {
  const later = (changes: object) => [{ url: HOME, headers: {}, body: '', ...changes }];

  it('finds in another page the token of a hidden field, and the session of an address', () => {
    const page = (session: string, key: string) =>
      `<form action="/structure?session=${session}"><input type="hidden" name="cle" value="${key}">`;
    const steps = later({
      url: `${HOME}structure?session=1234567890abcdef`,
      body: 'cle=abcdefgh-01&nom=Martin',
    });
    assert.deepEqual(
      learned(page('1234567890abcdef', 'abcdefgh-01'), page('fedcba0987654321', 'zyxwvuts-98'), steps),
      [
        ['1234567890abcdef', 'fedcba0987654321'],
        ['abcdefgh-01', 'zyxwvuts-98'],
      ],
    );
  });

  it('finds an identifier in JSON, and one in a header', () => {
    const json = learned(
      '{"id":"dossier-0001"}',
      '{"id":"dossier-0002"}',
      later({ url: `${HOME}api/dossier-0001` }),
    );
    assert.deepEqual(json, [['dossier-0001', 'dossier-0002']]);
    const header = learned(
      'location: /suite?inscription=aaaaaaaa1\n',
      'location: /suite?inscription=bbbbbbbb2\n',
      later({ body: 'inscription=aaaaaaaa1' }),
    );
    assert.deepEqual(header, [['aaaaaaaa1', 'bbbbbbbb2']]);
  });

  it('learns nothing of what stays, nor of what the other answer does not have', () => {
    assert.deepEqual(
      learned('value="factures-emises"', 'value="factures-emises"', later({ body: 'e=factures-emises' })),
      [],
    );
    assert.deepEqual(learned('<i value="abcdefgh1">', '<p>refusé</p>', later({ body: 'e=abcdefgh1' })), []);
  });
});

describe('replacedIn', () => {
  it('replaces a text however it is written, and once', () => {
    const step = {
      method: 'POST',
      url: `${HOME}?e=a%40b.test`,
      headers: { referer: HOME },
      body: 'e=a%40b.test&f=c%40d.test',
      heard: '',
    };
    const now = replacedIn(step, [
      ['a@b.test', 'c@d.test'],
      ['c@d.test', 'e@f.test'],
    ]);
    assert.equal(now.url, `${HOME}?e=c%40d.test`);
    assert.equal(now.body, 'e=c%40d.test&f=e%40f.test');
  });
});
