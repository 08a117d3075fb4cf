import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { HarnessSetupError } from '../setup-error.ts';
import { checkAddress } from './guard.ts';
import { guideLexicon, lexiconWith, shownName } from './lexicon.ts';
import { loadTarget } from './load.ts';

const LEAST = { name: 'Portail', url: 'http://127.0.0.1:8020/' };

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'diapason-cible-'));
});
after(() => rmSync(folder, { recursive: true }));

function write(content: unknown): string {
  const path = join(folder, 'cible.json');
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

async function refusal(path: string): Promise<HarnessSetupError> {
  const error = await loadTarget(path).catch((caught: unknown) => caught);
  assert.ok(error instanceof HarnessSetupError, String(error));
  assert.ok(error.message.includes(path), error.message);
  assert.notEqual(error.remedy, '');
  return error;
}

describe('loadTarget', () => {
  it('fills in every default from a name and an address', async () => {
    assert.deepEqual(await loadTarget(write(LEAST)), {
      ...LEAST,
      mail: { domain: 'fournisseur.example', quietMs: 2_000, deadlineMs: 30_000 },
      linkValidityMinutes: 60,
      password: { min: 8, kinds: 3 },
      lexicon: guideLexicon,
      without: {},
      answerMs: 10_000,
    });
  });

  it('keeps everything a vendor says', async () => {
    const told = {
      ...LEAST,
      vendor: 'ACME',
      version: '4.2.0',
      mail: { mailpit: 'http://127.0.0.1:8025', domain: 'acme.test', quietMs: 100, deadlineMs: 200 },
      captcha: { answer: 'TEST1' },
      activation: { by: 'code' },
      insee: { by: 'page', url: '**/annuaire/**' },
      password: { min: 12, kinds: 4, scale: ['Faible', 'Fort'] },
      without: { 'question-secrete': 'second facteur' },
      answerMs: 1_234,
    };
    const lexicon = { identification: { email: 'Courriel', submit: ['Continuer', 'Suite'] } };
    const target = await loadTarget(write({ $schema: './cible.schema.json', ...told, lexicon }));
    assert.deepEqual(
      { ...target, lexicon: undefined },
      { ...told, linkValidityMinutes: 60, lexicon: undefined },
    );
    assert.deepEqual(target.lexicon.identification.email, ['Courriel']);
    assert.deepEqual(target.lexicon.identification.submit, ['Continuer', 'Suite']);
  });

  it('says which file is absent', async () => {
    assert.match((await refusal(join(folder, 'absente.json'))).message, /introuvable ou illisible/);
  });

  it('says that a file is not JSON', async () => {
    assert.match((await refusal(write('{ "name": "x", }'))).message, /n'est pas du JSON valide/);
  });

  const flaws: ReadonlyArray<readonly [string, unknown, RegExp]> = [
    ['a missing name', { url: LEAST.url }, /- name : .*attendu/],
    ['an empty name', { ...LEAST, name: '' }, /- name : /],
    ['a missing address', { name: 'x' }, /- url : /],
    ['an address that is none', { ...LEAST, url: 'portail' }, /- url : .*URL/],
    ['an address of another protocol', { ...LEAST, url: 'ftp://127.0.0.1/' }, /- url : /],
    ['an unknown key', { ...LEAST, captchas: {} }, /- \(racine\) : .*captchas/],
    ['an unknown key further down', { ...LEAST, mail: { mailbox: 'x' } }, /- mail : .*mailbox/],
    ['an unknown « without »', { ...LEAST, without: { fax: 'non' } }, /- without.*fax|- without\.fax/],
    ['a « without » with no reason', { ...LEAST, without: { captcha: '' } }, /- without\.captcha : /],
    ['a password policy below the guide', { ...LEAST, password: { min: 6 } }, /- password\.min : /],
    ['a delay that is none', { ...LEAST, answerMs: 0 }, /- answerMs : /],
    ['a file that is not an object', [], /\(racine\) : /],
    [
      'an unknown place of the lexicon',
      { ...LEAST, lexicon: { accueil: { a: 'b' } } },
      /« lexicon\.accueil », qui n'existe pas/,
    ],
    [
      'an unknown entry of the lexicon',
      { ...LEAST, lexicon: { login: { mail: 'b' } } },
      /« lexicon\.login\.mail », qui n'existe pas/,
    ],
  ];
  for (const [what, content, expected] of flaws) {
    it(`names the key of ${what}, in French`, async () => {
      const { message } = await refusal(write(content));
      assert.match(message, expected);
      assert.doesNotMatch(message, /\b(expected|invalid|required|unrecognized|received)\b/i);
    });
  }

  it('gives the names that would do for a lexicon entry', async () => {
    assert.match(
      (await refusal(write({ ...LEAST, lexicon: { login: { mail: 'b' } } }))).remedy,
      /open, email/,
    );
  });

  it('refuses a public address', async () => {
    assert.match((await refusal(write({ ...LEAST, url: 'https://acme.fr/' }))).message, /acme\.fr/);
  });
});

describe('checkAddress', () => {
  const allowed = [
    ...['http://127.0.0.1:8020/', 'http://127.1.2.3/', 'http://localhost:3000', 'http://[::1]:80/'],
    ...['http://10.1.2.3', 'http://192.168.0.9', 'http://172.16.0.1', 'http://172.31.255.1'],
    ...[
      'http://[fd00::1]/',
      'http://[fe80::1]/',
      'https://recette.acme.test/',
      'https://a.example',
      'http://x.internal',
    ],
  ];
  for (const url of allowed) it(`lets ${url} pass`, () => checkAddress('c.json', url));

  const refused = [
    ...[
      'https://acme.fr/',
      'https://recette.acme.com',
      'http://8.8.8.8',
      'http://172.32.0.1',
      'http://172.15.0.1',
    ],
    ...[
      'http://192.169.0.1',
      'http://[2001:db8::1]/',
      'http://testacme',
      'http://test.acme.fr/',
      'http://11.0.0.1',
    ],
  ];
  for (const url of refused) {
    it(`refuses ${url}`, () => {
      assert.throws(
        () => checkAddress('c.json', url),
        (error) => error instanceof HarnessSetupError && error.message.includes(url),
      );
    });
  }

  const real = [
    ...[
      'https://chorus-pro.gouv.fr/',
      'https://portail.chorus-pro.gouv.fr/',
      'https://CHORUS-PRO.GOUV.FR:443/x',
    ],
    'https://aife.economie.gouv.fr/',
  ];
  for (const url of real) {
    it(`never lets ${url} pass, and says why`, () => {
      assert.throws(
        () => checkAddress('c.json', url),
        (error) => error instanceof HarnessSetupError && /vrai service public/.test(error.message),
      );
    });
  }
});

describe('lexiconWith', () => {
  it('is the guide’s own without overrides', () => assert.deepEqual(lexiconWith(undefined), guideLexicon));

  it('replaces the named entries and leaves the others, of this place and of the rest', () => {
    const lexicon = lexiconWith({ activation: { password: 'Sésame' } });
    assert.deepEqual(lexicon.activation.password, ['Sésame']);
    assert.deepEqual(lexicon.activation.confirmation, guideLexicon.activation.confirmation);
    assert.deepEqual(lexicon.login, guideLexicon.login);
    assert.deepEqual(guideLexicon.activation.password, ['Mot de passe']);
  });
});

describe('shownName', () => {
  it('is the first name without its section', () => {
    assert.equal(shownName(['Nom @ Ma structure', 'Autre']), 'Nom');
    assert.equal(shownName([]), '');
  });
});
