import { base64, lines, parts, quotedPrintable, source, word } from './source.ts';

/** The portal that these mails come from, and what lets activate. */
export const PORTAL = 'https://portail.example';
export const TOKEN = 'kTz3_vQ9-8aWmR2xLpB7nE4cYdJh';
export const LINK = `${PORTAL}/activation?jeton=${TOKEN}&lang=fr`;

/** A mail as vendors send them, and what is found in it. */
export interface Letter {
  readonly name: string;
  readonly source: Buffer;
  /** The link found; without one, what the finding shows of the mail. */
  readonly link?: string;
  readonly seen?: RegExp;
  readonly to?: string;
}

export const HTML_TYPE = 'Content-Type: text/html; charset=utf-8';
export const TEXT_TYPE = 'Content-Type: text/plain; charset=utf-8';
export const QUOTED = 'Content-Transfer-Encoding: quoted-printable';
const BASE64 = 'Content-Transfer-Encoding: base64';

const IN_HTML = LINK.replaceAll('&', '&amp;');
const TEXT = lines('Bonjour Zoé,', '', 'Pour activer votre compte, ouvrez ce lien :', LINK, '', 'À bientôt.');

/** A whole page around the cell of a table, as mails have it. */
export function page(content: string): string {
  return lines(
    '<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Activation</title><style>p{margin:0}</style></head>',
    `<body><table role="presentation"><tr><td><p>Bonjour&nbsp;Zoé,</p></td></tr><tr><td>${content}</td></tr></table></body></html>`,
  );
}

const PAGE = page(`<p><a href="${IN_HTML}">Activer mon compte</a></p>`);

function html(content: string): Buffer {
  return source({ fields: [HTML_TYPE], body: content });
}

function alternative(text: string, content: string): string {
  return parts(
    'alt',
    { fields: [TEXT_TYPE, QUOTED], body: quotedPrintable(text) },
    { fields: [HTML_TYPE, QUOTED], body: quotedPrintable(content) },
  );
}

const ENCODED: readonly Letter[] = [
  { name: 'texte seul, 8 bits', source: source({ fields: [TEXT_TYPE], body: TEXT }), link: LINK },
  {
    name: 'texte en quoted-printable, le lien coupé par des fins de ligne douces',
    source: source({ fields: [TEXT_TYPE, QUOTED], body: quotedPrintable(TEXT) }),
    link: LINK,
  },
  {
    name: 'texte en base64, fins de ligne LF',
    source: source({ fields: [TEXT_TYPE, BASE64], body: lines(base64(TEXT.replaceAll('\r\n', '\n'))) }),
    link: LINK,
  },
  { name: 'HTML seul', source: html(PAGE), link: LINK },
  {
    name: 'HTML en base64',
    source: source({ fields: [HTML_TYPE, BASE64], body: lines(base64(PAGE)) }),
    link: LINK,
  },
  {
    name: 'texte et HTML au choix',
    source: source({
      fields: ['Content-Type: multipart/alternative; boundary="alt"'],
      body: alternative(TEXT, PAGE),
    }),
    link: LINK,
  },
  {
    name: 'texte vide et HTML au choix',
    source: source({
      fields: ['Content-Type: multipart/alternative; boundary=alt'],
      body: alternative('', PAGE),
    }),
    link: LINK,
  },
  {
    name: 'le lien dans le texte seul, le HTML sans lien',
    source: source({
      fields: ['Content-Type: multipart/alternative; boundary=alt'],
      body: alternative(TEXT, page('<p>Ouvrez la version texte de ce courriel.</p>')),
    }),
    link: LINK,
  },
];

const WRAPPED: readonly Letter[] = [
  {
    name: 'un suivi de clics, l’adresse en paramètre',
    source: html(
      page(`<a href="https://suivi.exemple/c?m=12&amp;u=${encodeURIComponent(LINK)}&amp;s=9f8e">Activer</a>`),
    ),
    link: LINK,
  },
  {
    name: 'un suivi de clics, l’adresse dans le chemin',
    source: html(page(`<a href="https://suivi.exemple/L0/${encodeURIComponent(LINK)}/1/0100">Activer</a>`)),
    link: LINK,
  },
  {
    name: 'un suivi de clics, l’adresse en base64 dans du JSON',
    source: html(
      page(
        `<a href="https://suivi.exemple/track/click/30/x?p=${Buffer.from(JSON.stringify({ s: 'x', p: JSON.stringify({ u: 30, url: LINK }) })).toString('base64url')}">Activer</a>`,
      ),
    ),
    link: LINK,
  },
  {
    name: 'un suivi de clics deux fois encodé',
    source: html(
      page(
        `<a href="https://filtre.exemple/?url=${encodeURIComponent(`https://suivi.exemple/c?u=${encodeURIComponent(LINK)}`)}&amp;data=1">Activer</a>`,
      ),
    ),
    link: LINK,
  },
  {
    name: 'un suivi de clics opaque',
    source: html(page('<a href="https://suivi.exemple/ls/click?upn=u001.Zm9vYmFyYmF6">Activer</a>')),
    seen: /seulement.: https:\/\/suivi\.exemple\/ls\/click/,
  },
];

const BROKEN: readonly Letter[] = [
  {
    name: 'une adresse coupée par le compositeur, dans le HTML',
    source: html(page(`<a href="\r\n  ${IN_HTML.replace('&amp;', '&amp;\r\n')}  ">Activer</a>`)),
    link: LINK,
  },
  {
    name: 'un lien coupé à 40 colonnes dans le texte : ce qu’un lecteur peut suivre',
    source: source({
      fields: [TEXT_TYPE],
      body: lines('Bonjour,', '', ...(LINK.match(/.{1,40}/g) ?? []), '', 'À bientôt.'),
    }),
    link: LINK.slice(0, 40),
  },
  {
    name: 'un lien entre chevrons, suivi d’un point',
    source: source({ fields: [TEXT_TYPE], body: lines(`Ouvrez <${LINK}>.`) }),
    link: LINK,
  },
];

const SEVERAL: readonly Letter[] = [
  {
    name: 'deux liens, celui de tout le monde d’abord',
    source: html(
      page(
        `<a href="${PORTAL}/"><img src="cid:logo" alt="Accueil"></a> <a href="${PORTAL}/aide">Aide</a> <a href="${IN_HTML}">Activer</a> <a href="${PORTAL}/mentions-legales">Mentions</a>`,
      ),
    ),
    link: LINK,
  },
  {
    name: 'un lien pour le navigateur qui ne l’affiche pas, et le même en clair',
    source: html(page(`<a href="${IN_HTML}">Activer</a><p>Ou copiez : ${IN_HTML}</p>`)),
    link: LINK,
  },
  {
    name: 'se désabonner, avec l’adresse de la personne, avant d’activer',
    source: html(
      page(
        `<a href="${PORTAL}/desabonnement?courriel=zoe%40exemple.test">Ne plus recevoir</a> <a href="${IN_HTML}">Activer mon compte</a>`,
      ),
    ),
    link: LINK,
  },
  {
    name: 'les commentaires d’Outlook',
    source: html(
      page(
        `<!--[if mso]><a href="https://ailleurs.exemple/vml">x</a><![endif]--><!--[if !mso]><!--><a href="${IN_HTML}">Activer</a><!--<![endif]-->`,
      ),
    ),
    link: LINK,
  },
];

const IN_WORDS: readonly Letter[] = [
  {
    name: 'un objet UTF-8 en plusieurs mots encodés',
    source: source({
      subject: `${word('Activez votre compte dès ')}\r\n ${word('aujourd’hui, Zoé')}`,
      fields: [TEXT_TYPE],
      body: TEXT,
    }),
    link: LINK,
  },
  {
    name: 'un objet et un corps en latin-1',
    source: source({
      from: `${word('Équipe', { charset: 'ISO-8859-1', as: 'Q' })} <notification@portail.example>`,
      subject: word('Création de votre compte', { charset: 'ISO-8859-1', as: 'Q' }),
      fields: ['Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: 8bit'],
      body: TEXT,
      charset: 'latin1',
    }),
    link: LINK,
  },
  {
    name: 'windows-1252, apostrophe courbe et euro',
    source: source({
      subject: '=?windows-1252?Q?L=92activation_=80?=',
      fields: ['Content-Type: text/plain; charset=windows-1252', QUOTED],
      body: lines('L=92activation co=FBte 0 =80', LINK.replaceAll('=', '=3D')),
    }),
    link: LINK,
  },
  {
    name: 'un en-tête en UTF-8 tel quel',
    source: source({
      from: 'Équipe <notification@portail.example>',
      subject: 'Activé ?',
      fields: [TEXT_TYPE],
      body: TEXT,
    }),
    link: LINK,
  },
  {
    name: 'un HTML latin-1 que seul son <meta> annonce',
    source: source({
      fields: ['Content-Type: text/html'],
      body: lines(
        `<html><head><meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1"></head><body><p>Été</p><a href="${IN_HTML}">Activer</a></body></html>`,
      ),
      charset: 'latin1',
    }),
    link: LINK,
  },
  {
    name: 'un domaine accentué, en punycode',
    to: 'zoe@xn--t-9fab.example',
    source: source({ to: 'Zoe <zoe@xn--t-9fab.example>', fields: [TEXT_TYPE], body: TEXT }),
    link: LINK,
  },
];

const WITH_PARTS: readonly Letter[] = [
  {
    name: 'une pièce jointe de 5 Mo',
    source: source({
      fields: ['Content-Type: multipart/mixed; boundary="mix"'],
      body: parts(
        'mix',
        {
          fields: ['Content-Type: multipart/alternative; boundary=alt'],
          body: alternative(TEXT, PAGE),
        },
        {
          fields: [
            'Content-Type: application/pdf; name="guide.pdf"',
            'Content-Disposition: attachment; filename="guide.pdf"',
            BASE64,
          ],
          body: base64(Buffer.alloc(5 * 1024 * 1024, 'Diapason ')),
        },
      ),
    }),
    link: LINK,
  },
  {
    name: 'un logo dans le corps, au nom accentué',
    source: source({
      fields: ['Content-Type: multipart/related; boundary=rel; type="text/html"'],
      body: parts(
        'rel',
        { fields: [HTML_TYPE, QUOTED], body: quotedPrintable(PAGE) },
        {
          fields: [
            'Content-Type: image/png',
            'Content-ID: <logo@portail>',
            `Content-Disposition: inline; filename*=utf-8''logo%20d%C3%A9finitif.png`,
            BASE64,
          ],
          body: base64('png'),
        },
      ),
    }),
    link: LINK,
  },
  {
    name: 'un pied de page ajouté par le serveur',
    source: source({
      fields: ['Content-Type: multipart/mixed; boundary=mix'],
      body: parts(
        'mix',
        { fields: [TEXT_TYPE], body: TEXT },
        { fields: [TEXT_TYPE, 'Content-Disposition: inline'], body: 'Ce courriel a été vérifié.' },
      ),
    }),
    link: LINK,
  },
  {
    name: 'un courriel transféré en pièce jointe',
    source: source({
      fields: ['Content-Type: multipart/mixed; boundary=mix'],
      body: parts(
        'mix',
        { fields: [TEXT_TYPE], body: TEXT },
        {
          fields: ['Content-Type: message/rfc822'],
          body: 'From: x@y.example\r\nSubject: dedans\r\n\r\ncorps',
        },
      ),
    }),
    link: LINK,
  },
];

const ODD: readonly Letter[] = [
  {
    name: 'ni type, ni date, ni identifiant',
    source: Buffer.from(
      `From: p@portail.example\r\nTo: zoe@exemple.test\r\nSubject: nu\r\n\r\nBonjour,\r\n${LINK}\r\n`,
    ),
    link: LINK,
  },
  {
    name: 'plusieurs destinataires, un groupe, des étiquettes',
    to: 'zoe+essai@exemple.test',
    source: source({
      to: '"Martin, Zoe" <zoe+essai@exemple.test>, Amis: a@exemple.test, b@exemple.test;',
      fields: [
        TEXT_TYPE,
        'Reply-To: Aide <aide@portail.example>',
        'List-Unsubscribe: <https://portail.example/stop?u=1>, <mailto:stop@portail.example>',
        'List-Unsubscribe-Post: List-Unsubscribe=One-Click',
        'X-Tags: urgent, deux mots',
      ],
      body: TEXT,
    }),
    link: LINK,
  },
  {
    name: 'des points en début de ligne, des lignes vides à la fin',
    source: source({ fields: [TEXT_TYPE], body: lines('.', '..deux', LINK, '', '') }),
    link: LINK,
  },
  {
    name: 'un paragraphe, une liste, un titre, du gras',
    source: html(
      page(
        `<h1>Bienvenue</h1><p>Il reste <b>une</b> étape&nbsp;:<br>activer.</p><ul><li>un</li><li><a href="${IN_HTML}"><img alt="Activer" src="b.png"></a></li></ul><div>a</div><div>b&zwnj;c</div>`,
      ),
    ),
    link: LINK,
  },
  {
    name: 'ni lien ni code',
    source: source({ subject: 'Bienvenue', fields: [TEXT_TYPE], body: 'Bienvenue.\r\n' }),
    seen: /aucun lien/,
  },
];

/** Mails as vendors send them. */
export const letters: readonly Letter[] = [
  ...ENCODED,
  ...WRAPPED,
  ...BROKEN,
  ...SEVERAL,
  ...IN_WORDS,
  ...WITH_PARTS,
  ...ODD,
];
