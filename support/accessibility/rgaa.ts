/** What a rule of axe is in French: the RGAA 4.1 criterion it touches, what is wrong, and how a vendor mends it. */
export interface Criterion {
  /** « 11.1 ». */
  readonly criterion: string;
  readonly fault: string;
  readonly mend: string;
}

const of = (criterion: string, fault: string, mend: string): Criterion => ({ criterion, fault, mend });

const ARIA = 'retirez l’attribut, ou donnez à l’élément le rôle auquel il appartient';
const NAMED = 'donnez-lui un nom par un <label>, aria-labelledby ou aria-label';

/** The rules of axe for WCAG 2.1 A and AA, by their ids; our own table, after the RGAA 4.1 method. */
const CRITERIA: Readonly<Record<string, Criterion>> = {
  'area-alt': of('1.1', 'une zone cliquable d’image n’a pas d’alternative', 'donnez-lui un attribut alt'),
  'aria-allowed-attr': of('7.1', 'un attribut ARIA ne convient pas à son élément', ARIA),
  'aria-braille-equivalent': of(
    '7.1',
    'un texte braille n’a pas d’équivalent',
    'donnez aussi un nom à l’élément',
  ),
  'aria-command-name': of('11.9', 'un bouton ou un lien fait en ARIA n’a pas de nom', 'donnez-lui un texte'),
  'aria-conditional-attr': of(
    '7.1',
    'un attribut ARIA contredit l’état de son élément',
    'laissez l’état natif le dire',
  ),
  'aria-deprecated-role': of('7.1', 'un rôle ARIA n’a plus cours', 'remplacez-le par un rôle actuel'),
  'aria-hidden-body': of(
    '10.8',
    'toute la page est cachée aux technologies d’assistance',
    'retirez aria-hidden de <body>',
  ),
  'aria-hidden-focus': of(
    '10.8',
    'un élément caché aux technologies d’assistance reçoit le focus',
    'retirez aria-hidden, ou ôtez-le du parcours au clavier',
  ),
  'aria-input-field-name': of('11.1', 'un champ fait en ARIA n’a pas d’étiquette', NAMED),
  'aria-meter-name': of('11.1', 'une jauge n’a pas de nom', NAMED),
  'aria-progressbar-name': of('11.1', 'une barre de progression n’a pas de nom', NAMED),
  'aria-prohibited-attr': of('7.1', 'un attribut ARIA est interdit sur cet élément', ARIA),
  'aria-required-attr': of(
    '7.1',
    'un rôle ARIA n’a pas l’attribut qu’il exige',
    'ajoutez l’attribut d’état manquant',
  ),
  'aria-required-children': of(
    '9.3',
    'un rôle ARIA n’a pas les enfants qu’il exige',
    'donnez à ses enfants le rôle attendu',
  ),
  'aria-required-parent': of(
    '9.3',
    'un rôle ARIA est hors du parent qu’il exige',
    'placez-le dans ce parent',
  ),
  'aria-roledescription': of('7.1', 'aria-roledescription porte sur un élément sans rôle', 'retirez-le'),
  'aria-roles': of('7.1', 'un rôle ARIA n’existe pas', 'écrivez un rôle du standard, ou retirez-le'),
  'aria-tab-name': of('7.1', 'un onglet n’a pas de nom', 'donnez-lui un texte'),
  'aria-toggle-field-name': of('7.1', 'un interrupteur ou une case fait en ARIA n’a pas de nom', NAMED),
  'aria-tooltip-name': of('7.1', 'une infobulle n’a pas de nom', 'donnez-lui un texte'),
  'aria-valid-attr': of('7.1', 'un attribut ARIA n’existe pas', 'corrigez son orthographe, ou retirez-le'),
  'aria-valid-attr-value': of(
    '7.1',
    'un attribut ARIA a une valeur impossible, ou désigne un identifiant absent',
    'donnez-lui une valeur du standard, ou l’identifiant d’un élément présent',
  ),
  'audio-caption': of('4.1', 'un son n’a pas de transcription', 'ajoutez-en une'),
  'autocomplete-valid': of(
    '11.13',
    'un attribut autocomplete a une valeur impossible',
    'écrivez un jeton du standard HTML',
  ),
  'avoid-inline-spacing': of(
    '10.12',
    'un espacement de texte est imposé dans l’attribut style',
    'écrivez-le dans la feuille de style, sans !important',
  ),
  blink: of('13.8', 'un texte clignote', 'retirez <blink>'),
  'button-name': of('11.9', 'un bouton n’a pas de nom', 'donnez-lui un texte, ou un aria-label'),
  bypass: of(
    '12.7',
    'rien ne permet d’aller droit au contenu',
    'ajoutez un lien d’évitement, ou des régions (<main>, <nav>) et des titres',
  ),
  'color-contrast': of(
    '3.2',
    'le contraste du texte avec son fond est insuffisant',
    'foncez l’un ou éclaircissez l’autre',
  ),
  'css-orientation-lock': of('13.9', 'la page impose une orientation de l’écran', 'laissez-la tourner'),
  'definition-list': of(
    '9.3',
    'une liste <dl> tient autre chose que des <dt> et des <dd>',
    'ordonnez-la en <dt> puis <dd>',
  ),
  dlitem: of('9.3', 'un <dt> ou un <dd> est hors d’une liste <dl>', 'placez-le dans une <dl>'),
  'document-title': of('8.5', 'la page n’a pas de titre', 'écrivez son <title>'),
  'duplicate-id-aria': of(
    '8.2',
    'deux éléments ont le même identifiant, que l’un désigne',
    'rendez-le unique',
  ),
  'form-field-multiple-labels': of('11.2', 'un champ a plusieurs étiquettes', 'gardez-en une'),
  'frame-focusable-content': of(
    '7.3',
    'un cadre que l’on atteint au clavier s’y dérobe',
    'retirez tabindex="-1" du cadre',
  ),
  'frame-title': of('2.1', 'un cadre n’a pas de titre', 'donnez-lui un attribut title'),
  'frame-title-unique': of('2.2', 'deux cadres ont le même titre', 'donnez à chacun le sien'),
  'html-has-lang': of('8.3', 'la page ne dit pas sa langue', 'écrivez <html lang="fr">'),
  'html-lang-valid': of('8.4', 'la langue de la page n’en est pas une', 'écrivez <html lang="fr">'),
  'html-xml-lang-mismatch': of('8.3', 'lang et xml:lang se contredisent', 'donnez-leur la même langue'),
  'image-alt': of(
    '1.1',
    'une image n’a pas d’alternative',
    'donnez-lui un attribut alt, vide si elle ne dit rien',
  ),
  'input-button-name': of('11.9', 'un bouton n’a pas de nom', 'donnez-lui un attribut value'),
  'input-image-alt': of('1.1', 'un bouton image n’a pas d’alternative', 'donnez-lui un attribut alt'),
  label: of('11.1', 'un champ n’a pas d’étiquette', 'liez-lui un <label for>, ou un aria-label'),
  'label-content-name-mismatch': of(
    '6.1',
    'le nom donné aux technologies d’assistance n’est pas celui qu’on lit',
    'reprenez le texte visible dans aria-label, ou retirez-le',
  ),
  'link-in-text-block': of(
    '10.6',
    'un lien ne se distingue du texte que par sa couleur',
    'soulignez-le, ou changez aussi sa graisse',
  ),
  'link-name': of('6.2', 'un lien n’a pas de nom', 'donnez-lui un texte'),
  list: of('9.3', 'une liste tient autre chose que des <li>', 'ne mettez que des <li> dans <ul> et <ol>'),
  listitem: of('9.3', 'un <li> est hors d’une liste', 'placez-le dans un <ul> ou un <ol>'),
  marquee: of('13.8', 'un texte défile', 'retirez <marquee>'),
  'meta-refresh': of('13.1', 'la page se recharge d’elle-même', 'retirez <meta http-equiv="refresh">'),
  'meta-viewport': of(
    '10.4',
    'la page empêche d’agrandir',
    'retirez user-scalable=no et maximum-scale de <meta name="viewport">',
  ),
  'nested-interactive': of('7.1', 'un élément actif en contient un autre', 'sortez-en l’un'),
  'no-autoplay-audio': of('4.10', 'un son part tout seul', 'retirez autoplay, ou donnez de quoi l’arrêter'),
  'object-alt': of('1.1', 'un objet n’a pas d’alternative', 'donnez-lui un texte'),
  'p-as-heading': of('9.1', 'un paragraphe est habillé en titre', 'faites-en un <h2>, ou du bon niveau'),
  'role-img-alt': of('1.1', 'une image faite en ARIA n’a pas d’alternative', 'donnez-lui un aria-label'),
  'scrollable-region-focusable': of(
    '7.3',
    'une zone qui défile ne s’atteint pas au clavier',
    'donnez-lui tabindex="0" et un nom',
  ),
  'select-name': of('11.1', 'une liste de choix n’a pas d’étiquette', 'liez-lui un <label for>'),
  'server-side-image-map': of(
    '1.1',
    'une image est cliquable par ses coordonnées seules',
    'faites-en des liens',
  ),
  'summary-name': of('7.1', 'ce qui déplie une partie de page n’a pas de nom', 'donnez un texte à <summary>'),
  'svg-img-alt': of('1.1', 'une image SVG n’a pas d’alternative', 'donnez-lui un <title> ou un aria-label'),
  'table-fake-caption': of(
    '5.4',
    'le titre d’un tableau est écrit dans ses cellules',
    'écrivez-le dans <caption>',
  ),
  'td-has-header': of('5.7', 'une cellule n’est liée à aucun en-tête', 'écrivez les en-têtes en <th scope>'),
  'td-headers-attr': of('5.7', 'une cellule désigne un en-tête absent', 'corrigez son attribut headers'),
  'th-has-data-cells': of('5.7', 'un en-tête n’en est celui d’aucune cellule', 'corrigez son attribut scope'),
  'valid-lang': of('8.8', 'un changement de langue n’en désigne aucune', 'corrigez l’attribut lang'),
  'video-caption': of('4.3', 'une vidéo n’a pas de sous-titres', 'ajoutez-les'),
};

/** Returns what a rule of axe is in French; one that axe gained since is told by its own words. */
export function criterionOf(rule: string, help: string): Criterion {
  return CRITERIA[rule] ?? of('à déterminer', help, 'voyez la règle d’axe de ce nom');
}

/** Returns the RGAA criteria that these rules touch, in their order. */
export function criteriaOf(rules: Iterable<string>): string[] {
  const criteria = [...rules].flatMap((rule) => CRITERIA[rule]?.criterion ?? []);
  return sorted(criteria);
}

/** Returns criteria once each, in the order of the RGAA. */
export function sorted(criteria: readonly string[]): string[] {
  return [...new Set(criteria)].sort((a, b) => a.localeCompare(b, 'fr', { numeric: true }));
}
