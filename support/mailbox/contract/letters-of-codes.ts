import { HTML_TYPE, type Letter, page, QUOTED, TEXT_TYPE } from './letters.ts';
import { base64, lines, parts, quotedPrintable, source, word } from './source.ts';

/** A mail that brings a code, and the code as it is typed; without one, what the finding shows. */
export type LetterOfCode = Omit<Letter, 'link'> & { readonly code?: string };

const CODE = '4821093756';
const TEXT = lines('Bonjour Zoé,', '', 'Votre code d’activation est le 48210 93756, valable 30 minutes.');
const ATTACHED = 5 * 1024 * 1024;

/** Mails with a code, as vendors send them. */
export const lettersOfCodes: readonly LetterOfCode[] = [
  { name: 'un code en texte seul, 8 bits', source: source({ fields: [TEXT_TYPE], body: TEXT }), code: CODE },
  {
    name: 'un code coupé par une fin de ligne douce',
    source: source({
      fields: [TEXT_TYPE, QUOTED],
      body: quotedPrintable(lines(`${'Merci de votre inscription. '.repeat(2)}Votre code : ${CODE}`)),
    }),
    code: CODE,
  },
  {
    name: 'un code seul sur sa ligne, en base64',
    source: source({
      fields: [TEXT_TYPE, 'Content-Transfer-Encoding: base64'],
      body: lines(base64(lines('Saisissez ce code :', '', '    48210 93756', '', 'À bientôt.'))),
    }),
    code: CODE,
  },
  {
    name: 'un code en HTML seul, dans une cellule, groupé par une espace insécable',
    source: source({
      fields: [HTML_TYPE],
      body: page('Votre code</td></tr><tr><td><b>48210&nbsp;93756</b>'),
    }),
    code: CODE,
  },
  {
    name: 'un code que seul le HTML porte, coupé par des balises',
    source: source({
      fields: ['Content-Type: multipart/alternative; boundary="alt"'],
      body: parts(
        'alt',
        { fields: [TEXT_TYPE], body: lines('Activez l’affichage du HTML.') },
        {
          fields: [HTML_TYPE, QUOTED],
          body: quotedPrintable(page('Votre code : <b>48210</b><i>93756</i>')),
        },
      ),
    }),
    code: CODE,
  },
  {
    name: 'un code dans le seul objet, en latin-1',
    source: source({
      subject: word(`${CODE} est votre code de vérification`, { charset: 'ISO-8859-1', as: 'Q' }),
      fields: [TEXT_TYPE],
      body: lines('Bonjour.'),
    }),
    code: CODE,
  },
  {
    name: 'un code de lettres et de chiffres, à côté d’un lien, d’un SIRET et d’un téléphone',
    source: source({
      fields: [TEXT_TYPE],
      body: lines(
        'Dossier de la société 73282932000074, à 75011 Paris.',
        'Une question ? 01 23 45 67 89, ou https://portail.example/aide/4821093756',
        'Votre code de confirmation : K7QX-93BD',
      ),
    }),
    code: 'K7QX-93BD',
  },
  {
    name: 'un code à côté d’une pièce jointe de 5 Mo',
    source: source({
      fields: ['Content-Type: multipart/mixed; boundary="mix"'],
      body: parts(
        'mix',
        { fields: [TEXT_TYPE], body: TEXT },
        {
          fields: [
            'Content-Type: application/pdf; name="guide.pdf"',
            'Content-Disposition: attachment; filename="guide.pdf"',
            'Content-Transfer-Encoding: base64',
          ],
          body: base64(Buffer.alloc(ATTACHED, '%PDF code : 999999 ')),
        },
      ),
    }),
    code: CODE,
  },
  {
    name: 'pas de code, mais un téléphone et un code postal',
    source: source({
      fields: [TEXT_TYPE],
      body: lines(
        'Bienvenue. Une question sur votre code ? Appelez le 01 23 45 67 89.',
        'Code postal : 75011',
      ),
    }),
    seen: /seulement, chiffres masqués : .*••.*89/,
  },
];
