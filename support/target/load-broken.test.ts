import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type Files, LEAST, refusalOf, written } from './load.test-support.ts';

const json = (content: unknown): Files => ({ 'cible.json': content });
const alone = (more: Record<string, unknown>): Files => json({ ...LEAST, ...more });
const module = (text: string, name = 'cible.mjs'): Files => ({ [name]: text });

const SOCIETE = {
  siret: '73282932000074',
  family: 'ordinaire',
  denomination: 'ACME',
  adresse: {
    numeroVoie: '1',
    typeVoie: 'RUE',
    libelleVoie: 'HAUTE',
    codePostal: '35000',
    libelleCommune: 'RENNES',
  },
};

const reel = (...companies: unknown[]): Files => alone({ insee: { by: 'reel', companies } });

/** What is wrong, the file, and what the refusal says: the key and the fix. */
const BROKEN: ReadonlyArray<readonly [string, Files, ...RegExp[]]> = [
  [
    'no name',
    json({ url: LEAST.url }),
    /- name : clé obligatoire, absente\. Ajoutez par exemple "name": "Portail/,
  ],
  ['no address', json({ name: 'x' }), /- url : clé obligatoire, absente\. Ajoutez par exemple "url": "https/],
  [
    'an empty name',
    alone({ name: '' }),
    /- name : un texte qui ne soit pas vide est attendu ; donné : ""\. Écrivez/,
  ],
  [
    'a name that is a number',
    alone({ name: 3 }),
    /- name : un texte est attendu ; donné : 3\. Écrivez par exemple/,
  ],
  [
    'an address that is none',
    alone({ url: 'portail' }),
    /- url : une adresse complète, http ou https, est attendue ; donné : "portail"\. Écrivez par exemple "url"/,
  ],
  [
    'an address of another protocol',
    alone({ url: 'ftp://127.0.0.1/' }),
    /- url : une adresse complète, http ou https/,
  ],
  [
    'an address with a password',
    alone({ url: 'http://a:b@127.0.0.1/' }),
    /- url : un nom ou un mot de passe.* « access\.basicAuth »/,
  ],
  ['a misspelt key', alone({ captchas: {} }), /- captchas : clé inconnue\. Vouliez-vous dire « captcha » \?/],
  [
    'a misspelt key further down',
    alone({ mail: { domian: 'x' } }),
    /- mail\.domian : clé inconnue\. Vouliez-vous dire « domain » \?/,
  ],
  [
    'a key at the wrong place',
    alone({ mailpit: 'http://127.0.0.1' }),
    /- mailpit : clé inconnue\. Cette clé s’écrit « mail\.mailpit »/,
  ],
  [
    'a key like no other',
    alone({ password: { zzzzzz: 1 } }),
    /- password\.zzzzzz : clé inconnue\. Clés possibles : min, kinds, scale/,
  ],
  [
    'a number written as a text',
    alone({ answerMs: '2 s' }),
    /- answerMs : un nombre est attendu ; donné : "2 s"/,
  ],
  [
    'a delay that is none',
    alone({ answerMs: 0 }),
    /- answerMs : un nombre plus grand que 0 est attendu ; donné : 0/,
  ],
  [
    'half a millisecond',
    alone({ answerMs: 0.5 }),
    /- answerMs : un nombre entier est attendu ; donné : 0\.5/,
  ],
  [
    'a duration in English',
    alone({ linkValidity: '24 hours' }),
    /- linkValidity : une durée est attendue.*donné : "24 hours"\. Écrivez par exemple "linkValidity": "24 h"/,
  ],
  [
    'a password policy below the guide',
    alone({ password: { min: 6 } }),
    /- password\.min : 8 au moins ; donné : 6/,
  ],
  [
    'five kinds of characters',
    alone({ password: { kinds: 5 } }),
    /- password\.kinds : 4 au plus ; donné : 5/,
  ],
  [
    'a scale of one word',
    alone({ password: { scale: ['Fort'] } }),
    /- password\.scale : une liste d’au moins 2 éléments/,
  ],
  [
    'an unknown « without »',
    alone({ without: { fax: 'non' } }),
    /- without\.fax : clé inconnue\. Clés possibles : captcha, espaces/,
  ],
  [
    'a « without » with no reason',
    alone({ without: { captcha: '' } }),
    /- without\.captcha : un texte qui ne soit pas vide/,
  ],
  [
    'a « without » that is a list',
    alone({ without: ['captcha'] }),
    /- without : un objet est attendu ; donné : une liste\. Écrivez par exemple "without": \{"question/,
  ],
  [
    'a value near another',
    alone({ activation: { by: 'liens' } }),
    /- activation\.by : une de ces valeurs est attendue ; donné : "liens"\. Vouliez-vous dire "lien" \?/,
  ],
  [
    'a value like no other',
    alone({ insee: { by: 'api' } }),
    /- insee\.by : .*donné : "api"\. Valeurs possibles : "double", "page", "reel"/,
  ],
  [
    'an unknown place of the lexicon',
    alone({ lexicon: { connexion: { a: 'b' } } }),
    /- lexicon\.connexion : clé inconnue\. Clés possibles : identification, information/,
  ],
  [
    'an unknown entry of the lexicon',
    alone({ lexicon: { login: { mail: 'b' } } }),
    /- lexicon\.login\.mail : clé inconnue\. Vouliez-vous dire « email » \?/,
  ],
  [
    'a lexicon entry that is a number',
    alone({ lexicon: { login: { email: 3 } } }),
    /- lexicon\.login\.email : un texte, ou une liste de textes, est attendu ; donné : 3/,
  ],
  [
    'a lexicon entry with an empty name',
    alone({ lexicon: { login: { email: ['a', ''] } } }),
    /- lexicon\.login\.email\.1 : un texte qui ne soit pas vide/,
  ],
  [
    'two entries of one name',
    alone({ lexicon: { activation: { confirmation: 'Mot de passe *' } } }),
    /- lexicon\.activation\.confirmation : « Mot de passe \* » est déjà le nom de « password »/,
    /Donnez à chacun le sien/,
  ],
  [
    'one entry given twice',
    json(
      '{ "name": "P", "url": "http://127.0.0.1/",\n "lexicon": { "login": {\n "email": "A",\n "email": "B" } } }',
    ),
    /ligne 4, .*« email » est donnée deux fois dans le même objet \(déjà ligne 3\)/,
  ],
  [
    'a comma too many',
    json('{\n "name": "x",\n}'),
    /ligne 2, n'est pas du JSON valide : virgule en trop avant « } »/,
  ],
  ['an empty file', json(''), /n'est pas du JSON valide : le fichier s’arrête/],
  ['a list', json([]), /contient une liste, et non un objet\.\n→ Écrivez \{ "name"/],
  ['null', json('null'), /contient null, et non un objet/],
  [
    'a date that is none',
    alone({ authorised: { by: 'x', until: '31/12/2026' } }),
    /- authorised\.until : une date est attendue, sous la forme « 2026-12-31 » ; donné : "31\/12\/2026"/,
  ],
  [
    'a public address',
    alone({ url: 'https://acme.fr/' }),
    /https:\/\/acme\.fr\/ \(« url »/,
    /"authorised": \{ "by"/,
  ],
  ['a public clock', alone({ clock: { url: 'https://acme.fr/h' } }), /« clock\.url »/],
  [
    'an authorisation that has ended',
    alone({ url: 'https://acme.fr/', authorised: { by: 'ACME', until: '2020-01-31' } }),
    /« authorised »\) a pris fin le 31\/01\/2020/,
    /« authorised\.until »/,
  ],
  [
    'the real public service, authorised',
    alone({ url: 'https://portail.chorus-pro.gouv.fr/', authorised: { by: 'x', until: '2999-01-01' } }),
    /vrai service public/,
  ],
  [
    'an origin with a path',
    alone({ origins: ['https://sso.acme.test/connexion'] }),
    /- origins\.0 : une origine n’a pas de chemin\. Écrivez "https:\/\/sso\.acme\.test"/,
  ],
  ['a captcha without an answer', alone({ captcha: {} }), /- captcha : une réponse de test \(« answer »\)/],
  [
    'a captcha there is not',
    alone({ captcha: { answer: 'A' }, without: { captcha: 'non' } }),
    /- captcha : .*« without\.captcha »/,
  ],
  [
    'a function in JSON',
    alone({ captcha: { read: 'lire()' } }),
    /- captcha\.read : une fonction est attendue, ce que seul un fichier « cible\.ts »/,
  ],
  [
    'a clock that does not say how long',
    alone({ clock: { url: 'http://127.0.0.1/h', body: 'avance' } }),
    /- clock : « \{seconds\} » ne figure ni dans l’adresse/,
  ],
  ['a clock without an address', alone({ clock: {} }), /- clock\.url : clé obligatoire, absente/],
  [
    'a reset that is a text',
    alone({ reset: 'curl' }),
    /- reset : un appel HTTP .* est attendu, ou une fonction.*donné : "curl"/,
  ],
  [
    'a reset with a bad method',
    alone({ reset: { url: 'http://127.0.0.1/', method: 'PSOT' } }),
    /- reset\.method : .*Vouliez-vous dire "POST" \?/,
  ],
  [
    'two ways to read a version',
    alone({ versionProbe: { url: 'http://127.0.0.1/', json: 'a', match: 'b' } }),
    /- versionProbe : .*Retirez l’un des deux/,
  ],
  [
    'a pattern that is none',
    alone({ versionProbe: { url: 'http://127.0.0.1/', match: '(' } }),
    /- versionProbe\.match : ce n’est pas une expression régulière/,
  ],
  [
    'a certificate without its key',
    alone({ access: { clientCertificate: { cert: 'a.pem' } } }),
    /- access\.clientCertificate : « cert » et « key » sont attendus ensemble/,
  ],
  [
    'an authority that is not there',
    alone({ access: { ca: 'absente.pem' } }),
    /- access\.ca : le fichier \S+absente\.pem n’existe pas\. Corrigez ce chemin/,
  ],
  [
    'companies without « reel »',
    alone({ insee: { companies: [SOCIETE] } }),
    /- insee\.companies : des sociétés ne servent qu’avec "by": "reel"/,
  ],
  [
    '« reel » without companies',
    alone({ insee: { by: 'reel' } }),
    /- insee\.companies : avec « reel », des sociétés sont attendues/,
  ],
  [
    'a company with a wrong key',
    reel({ ...SOCIETE, siret: '73282932000075' }),
    /- insee\.companies\.0\.siret : la clé du SIRET 73282932000075 est fausse/,
  ],
  [
    'a company given twice',
    reel(SOCIETE, SOCIETE),
    /- insee\.companies\.1\.siret : le SIRET 73282932000074 est donné deux fois/,
  ],
  [
    'a company without address',
    reel({ ...SOCIETE, adresse: undefined }),
    /- insee\.companies\.0\.adresse : son adresse est attendue/,
  ],
  [
    'a double without http',
    alone({ insee: { url: '127.0.0.1' } }),
    /- insee\.url : l’adresse http du double est attendue/,
  ],
  [
    'a variable that is not given',
    alone({ access: { headers: { x: `\${JETON}` } } }),
    /- access\.headers\.x : la variable d’environnement « JETON » n’est pas donnée\. Lancez avec JETON=…/,
  ],
  [
    'a variable that is none',
    alone({ vendor: `\${a b}` }),
    /- vendor : « \$\{a b\} » ne nomme pas une variable/,
  ],
  [
    'a file that extends nobody',
    alone({ extends: 'absent.json' }),
    /absent\.json, dont part \S+cible\.json \(« extends »\), est introuvable/,
    /Corrigez « extends » dans/,
  ],
  [
    'a file that extends itself',
    alone({ extends: 'cible.json' }),
    /tourne en rond par « extends » : \S+cible\.json → \S+cible\.json/,
    /Retirez « extends »/,
  ],
  [
    'files that extend one another',
    { 'a.json': { extends: 'b.json' }, 'b.json': { extends: 'c.json' }, 'c.json': { extends: 'b.json' } },
    /tourne en rond par « extends » : \S+b\.json → \S+c\.json → \S+b\.json/,
  ],
  [
    '« extends » that is a number',
    alone({ extends: 3 }),
    /« extends » n’est pas le chemin d’un fichier/,
    /"extends": "commun\.json"/,
  ],
  [
    'a fault in the file that is extended',
    { 'a.json': { extends: 'b.json' }, 'b.json': { ...LEAST, answerMs: 'x' } },
    /- answerMs \(dans \S+b\.json\) : un nombre est attendu/,
  ],
  [
    'a module without a default export',
    module('export const cible = {};'),
    /n’exporte rien par défaut \(il exporte cible\)/,
    /« export default/,
  ],
  [
    'a module of the wrong kind',
    module('export default () => ({});'),
    /contient une fonction, et non un objet/,
  ],
  [
    'a module that is no JavaScript',
    module('export default {\n  a: 1\n  b: 2 };'),
    /cible\.mjs, ligne 3 \(« b: 2 }; »\), n’est pas du JavaScript valide/,
    /Corrigez la syntaxe de cette ligne/,
  ],
  [
    'a module that is no TypeScript',
    module('const x: string = "a";\nexport default { x y };', 'cible.ts'),
    /cible\.ts, ligne 2 \(« export default \{ x y }; »\), n’est pas du TypeScript valide/,
  ],
  [
    'a module that throws',
    module('\nconst a = undefined;\na.b;\nexport default {};'),
    /cible\.mjs, ligne 3 \(« a\.b; »\), lève une erreur quand il est lu/,
  ],
  [
    'a module that imports what is not there',
    module("import { defineTarget } from 'diapason';\nexport default defineTarget({});"),
    /importe « diapason », qui est introuvable/,
    /« defineTarget » ne sert qu’aux types/,
  ],
  [
    'a function of one kind too few',
    module("export default { name: 'P', url: 'http://127.0.0.1/', driver: { workspaces: { set() {} } } };"),
    /- driver\.workspaces : « set » et « isOn » vont ensemble/,
  ],
  [
    'a misspelt function',
    module(
      "export default { name: 'P', url: 'http://127.0.0.1/', driver: { identification: { opn() {} } } };",
    ),
    /- driver\.identification\.opn : clé inconnue\. Vouliez-vous dire « open » \?/,
  ],
];

describe('a broken target file', () => {
  for (const [what, files, ...said] of BROKEN) {
    it(`with ${what} is refused: file, key and fix`, async (t) => {
      const refusal = await refusalOf(written(t, files));
      for (const pattern of said) assert.match(refusal, pattern);
      assert.doesNotMatch(refusal, /\b(expected|invalid|required|unrecognized|received)\b/i);
    });
  }

  it('says all that is wrong at once', async (t) => {
    const refusal = await refusalOf(written(t, json({ nom: 'x', url: 3, mail: { quiet: 1 } })));
    assert.equal(refusal.match(/^ {2}- /gm)?.length, 4, refusal);
  });

  it('says that the file is not there, or is a folder', async (t) => {
    const path = written(t, json(LEAST));
    assert.match(await refusalOf(`${path}.absent`), /introuvable.*\n→ Vérifiez le chemin donné à --target/);
    assert.match(await refusalOf(path.replace('/cible.json', '')), /est un dossier/);
  });

  it('never shows the value of a variable', async (t) => {
    const path = written(t, alone({ linkValidity: `\${SECRET}` }));
    const refusal = await refusalOf(path, { SECRET: 'ouvre-toi' });
    assert.match(refusal, /donné : "\$\{SECRET\}"/);
    assert.doesNotMatch(refusal, /ouvre-toi/);
  });

  it('refuses a secret too short to be masked', async (t) => {
    const path = written(t, alone({ access: { headers: { x: `\${CLE}` } } }));
    assert.match(await refusalOf(path, { CLE: 'abc' }), /- access\.headers\.x : .*moins de 4 caractères/);
  });
});
