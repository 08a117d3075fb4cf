import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { codeIn, figuresIn } from './codes.ts';

const mail = (text: string, more: { html?: string; subject?: string } = {}) => ({
  text,
  html: '',
  subject: 'Votre inscription',
  ...more,
});

const FOUND: ReadonlyArray<readonly [string, Parameters<typeof codeIn>[0], string]> = [
  ['after « code : »', mail('Votre code : 4821093756.'), '4821093756'],
  [
    'after a sentence',
    mail("Le code d'activation de votre compte est le 482109, valable 30 minutes."),
    '482109',
  ],
  ['in groups, typed without its spaces', mail('Votre code est 48210 93756.'), '4821093756'],
  ['with no-break spaces', mail('Code\u00a0: 482\u202f109'), '482109'],
  ['with a hyphen, typed with it', mail('Code de vérification : 482-109'), '482-109'],
  [
    'alone on its line',
    mail('Voici le code à saisir :\n\n  48210 93756\n\nIl vaut 30 minutes.'),
    '4821093756',
  ],
  ['alone, between stars', mail('Saisissez ce code\n\n*482109*\n'), '482109'],
  ['of letters and figures', mail('Votre code : K7QX-93BD'), 'K7QX-93BD'],
  ['before its name', mail('482109 est votre code de connexion.'), '482109'],
  [
    'after other figures',
    mail('Dossier 20261128 du 28-11-2026, à 75011 Paris.\nVotre code : 482109'),
    '482109',
  ],
  ['after a postal code', mail('Code postal : 75011\nCode de confirmation : 482109'), '482109'],
  ['beside a duration', mail('Votre code est valable 1440 minutes.\n\n482109'), '482109'],
  [
    'in the HTML alone',
    mail('Activez le HTML.', { html: '<td>Votre code</td><td><b>4821</b>09</td>' }),
    '482109',
  ],
  ['in the subject alone', mail('Bonjour', { subject: 'Votre code : 482109' }), '482109'],
];

const NONE: ReadonlyArray<readonly [string, string]> = [
  ['a phone number', 'Une question sur votre code ? Appelez le 01 23 45 67 89.'],
  ['a free phone number', 'Code perdu ? Composez le 0 800 00 00 00.'],
  ['a postal code', 'Code postal : 75011'],
  ['a date', 'Votre code expire le 28-11-2026.'],
  ['a link', 'Votre code : https://acme.test/activer/4821093756'],
  ['a SIRET', 'Code de votre société : 73282932000074'],
  ['a number that nothing announces', 'Dossier 4821093756'],
  ['a word', 'Votre code : bientôt'],
];

describe('codeIn', () => {
  for (const [name, given, typed] of FOUND)
    it(`finds a code ${name}`, () => assert.equal(codeIn(given)?.typed, typed));

  for (const [name, text] of NONE)
    it(`does not take ${name} for a code`, () => assert.equal(codeIn(mail(text)), undefined));

  it('keeps the code as it is written, to look for its copies', () => {
    assert.equal(codeIn(mail('Code : 48210 93756'))?.written, '48210 93756');
  });
});

describe('figuresIn', () => {
  it('shows the lines with figures, all but the last two masked', () => {
    assert.deepEqual(figuresIn(mail('Bonjour\nDossier 48210 93756, 30 min')), [
      'Dossier ••••• •••56, 30 min',
    ]);
  });
});
