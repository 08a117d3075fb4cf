import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { guideLexicon, lexiconWith, shownName } from './lexicon.ts';
import { LEAST, written } from './load.test-support.ts';
import { loadTarget } from './load.ts';
import { secretsOf } from './secrets.ts';

describe('loadTarget', () => {
  it('fills in every default from a name and an address', async (t) => {
    assert.deepEqual(await loadTarget(written(t, { 'cible.json': LEAST })), {
      ...LEAST,
      origins: ['http://127.0.0.1:8020'],
      mail: { domain: 'fournisseur.example', quietMs: 2_000, deadlineMs: 30_000 },
      activation: { by: 'lien' },
      linkValidityMinutes: 60,
      password: { min: 8, kinds: 3 },
      insee: { by: 'double' },
      lexicon: guideLexicon,
      without: {},
      access: {},
      pace: {},
      answerMs: 10_000,
      driver: {},
      secrets: [],
    });
  });

  it('keeps everything a vendor says', async (t) => {
    const told = {
      ...LEAST,
      vendor: 'ACME',
      version: '4.2.0',
      authorised: { by: 'ACME', until: '2999-12-31' },
      mail: { mailpit: 'http://127.0.0.1:8025', domain: 'acme.test', quietMs: 100, deadlineMs: 200 },
      captcha: { answer: 'TEST1' },
      activation: { by: 'code' },
      linkValidity: '24 h',
      clock: { url: 'http://127.0.0.1/h', method: 'PUT', headers: { a: 'b' }, body: '{seconds}' },
      password: { min: 12, kinds: 4, scale: ['Faible', 'Fort'] },
      insee: { by: 'page', url: 'https://api.insee.fr/**' },
      without: { 'question-secrete': 'second facteur' },
      pace: { signUpsPerMinute: 6, workers: 1 },
      versionProbe: { url: 'http://127.0.0.1/v', json: 'build.sha' },
      reset: { url: 'http://127.0.0.1/r', method: 'POST' },
      cleanup: { url: 'http://127.0.0.1/c', method: 'DELETE' },
      answerMs: 1_234,
    };
    const lexicon = { identification: { email: 'Courriel', submit: ['Continuer', 'Suite'] } };
    const login = { url: 'https://sso.acme.test/connexion' };
    const origins = ['https://aide.acme.test/'];
    const path = written(t, {
      'cible.json': { $schema: './cible.schema.json', ...told, lexicon, login, origins },
    });
    const { lexicon: words, ...target } = await loadTarget(path);
    assert.deepEqual(target, {
      ...told,
      login,
      origins: ['http://127.0.0.1:8020', 'https://aide.acme.test', 'https://sso.acme.test'],
      linkValidityMinutes: 1_440,
      access: {},
      driver: {},
      secrets: [],
    });
    assert.deepEqual(words.identification.email, ['Courriel']);
    assert.deepEqual(words.identification.submit, ['Continuer', 'Suite']);
  });

  it('takes the default export of a module, functions and all', async (t) => {
    const body =
      "{ name: 'Portail', url: 'http://127.0.0.1:8020/', vendor: undefined, captcha: { read: async () => 'lue' } }";
    for (const [name, text] of [
      ['cible.ts', `const target: object = ${body};\nexport default target;`],
      ['cible.mjs', `export default ${body};`],
    ] as const) {
      const { captcha, vendor } = await loadTarget(written(t, { [name]: text }));
      assert.equal(await captcha?.read?.(undefined as never), 'lue', name);
      assert.equal(vendor, undefined);
    }
  });

  it('makes paths absolute from the file that gives them', async (t) => {
    const path = written(t, {
      'cible.json': { extends: 'commun/base.json', name: 'Recette' },
      'commun/base.json': { ...LEAST, access: { ca: 'ca.pem', clientCertificate: { pfx: 'c.pfx' } } },
      'commun/ca.pem': '',
      'commun/c.pfx': '',
    });
    const { access } = await loadTarget(path);
    assert.deepEqual(access.ca, join(path, '../commun/ca.pem'));
    assert.deepEqual(access.clientCertificate, { pfx: join(path, '../commun/c.pfx') });
  });
});

describe('« extends »', () => {
  it('starts from another file, key by key, however far, whatever the kind of each', async (t) => {
    const path = written(t, {
      'c.json': { extends: 'sous/b.mjs', url: 'http://127.0.0.1:3/', password: { min: 12 } },
      'sous/b.mjs':
        "export default { extends: '../a.json', name: 'B', password: { kinds: 4 }, lexicon: { login: { open: 'Entrer' } } };",
      'a.json': {
        ...LEAST,
        vendor: 'A',
        password: { min: 9, kinds: 3, scale: ['Faible', 'Fort'] },
        lexicon: { login: { submit: ['Aller', 'Suite'] } },
      },
    });
    const { name, url, vendor, password, lexicon } = await loadTarget(path);
    assert.deepEqual({ name, url, vendor }, { name: 'B', url: 'http://127.0.0.1:3/', vendor: 'A' });
    assert.deepEqual(password, { min: 12, kinds: 4, scale: ['Faible', 'Fort'] });
    assert.deepEqual(lexicon.login.open, ['Entrer']);
    assert.deepEqual(lexicon.login.submit, ['Aller', 'Suite']);
  });

  it('replaces a list by a list', async (t) => {
    const path = written(t, {
      'b.json': { extends: './a.json', password: { scale: ['Non', 'Oui'] } },
      'a.json': { ...LEAST, password: { scale: ['Faible', 'Moyen', 'Fort'] } },
    });
    assert.deepEqual((await loadTarget(path)).password.scale, ['Non', 'Oui']);
  });

  it('removes by null what is inherited, and nothing else', async (t) => {
    const path = written(t, {
      'b.json': { extends: 'a.json', vendor: null, captcha: null },
      'a.json': { ...LEAST, vendor: 'A', captcha: { answer: 'X' } },
    });
    const { vendor, captcha } = await loadTarget(path);
    assert.deepEqual([vendor, captcha], [undefined, undefined]);
    const alone = written(t, { 'c.json': { ...LEAST, vendor: null } });
    await assert.rejects(loadTarget(alone), /- vendor : un texte est attendu ; donné : null/);
  });

  it('needs no variable of a value that is replaced', async (t) => {
    const path = written(t, {
      'b.json': { extends: 'a.json', url: 'http://127.0.0.1:4/' },
      'a.json': { name: 'A', url: `\${PERSONNE}` },
    });
    assert.equal((await loadTarget(path, {})).url, 'http://127.0.0.1:4/');
  });
});

describe('secrets', () => {
  const environment = { CLE: 'clef&secrète', HOTE: '127.0.0.1', PWD_RECETTE: 'mot de passe' };

  it('are read from the environment, wherever they stand in a text', async (t) => {
    const access = { headers: { 'x-jeton': `Bearer \${CLE}` } };
    const path = written(t, { 'cible.json': { name: 'P', url: `http://\${HOTE}:8020/`, access } });
    const target = await loadTarget(path, environment);
    assert.equal(target.url, 'http://127.0.0.1:8020/');
    assert.deepEqual(target.access.headers, { 'x-jeton': 'Bearer clef&secrète' });
    assert.deepEqual(secretsOf(target), ['clef%26secr%C3%A8te', 'clef&secrète']);
  });

  it('are also the passwords that the file holds, and the forms under which they travel', async (t) => {
    const access = {
      basicAuth: { username: 'recette', password: 'ouvre"toi' },
      proxy: 'http://u:p%40ss@10.0.0.1:3128',
    };
    const path = written(t, { 'cible.json': { ...LEAST, access } });
    const secrets = secretsOf(await loadTarget(path, environment));
    const basic = Buffer.from('recette:ouvre"toi').toString('base64');
    for (const secret of ['ouvre"toi', 'ouvre\\"toi', 'ouvre%22toi', basic, 'p@ss', 'p%40ss'])
      assert.ok(secrets.includes(secret), secret);
    assert.ok(!secrets.includes('recette'));
    assert.deepEqual(
      secrets,
      [...secrets].sort((a, b) => b.length - a.length),
    );
  });
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
