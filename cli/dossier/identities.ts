import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { Seeds } from '../../fixtures/draw.ts';
import { Drawn, LONGEST } from '../../fixtures/drawn.ts';
import { isValidSiret } from '../../fixtures/siret.ts';
import { ACCOUNTS_FILE, accountsIn } from '../../reports/dossier/accounts.ts';
import type { Dossier } from '../../reports/dossier/dossier.ts';
import type { DossierSerie } from '../../reports/dossier/serie.ts';
import type { PlayedScenario } from '../../reports/messages.ts';

/** Those who come after the first person of a scenario draw for themselves. */
const OTHERS = 3;

/** Nearly all is among what each draws first: that is looked at in each before anything further is in any. */
const NEAR = 60;

/** What was drawn again of a dossier. */
export interface Identities {
  /** How many SIRETs and addresses were drawn again. */
  readonly checked: number;
  /** In French, each that is not of the run's seeds. */
  readonly flaws: readonly string[];
}

/** A SIRET or an address, in the scenario where it was met. */
interface Met {
  readonly kind: 'Le SIRET' | 'L’adresse';
  readonly text: string;
  /** « features/4-activation.feature:12 » */
  readonly scenario: string;
  /** The file that holds it. */
  readonly where: string;
}

/**
 * Draws again every SIRET and every address of a dossier's messages, mails and accounts, from the run's seed, nonce and
 * challenge: none could be known before the challenge was.
 */
export async function identitiesOf(folder: string, { serie, plays, evidence }: Told): Promise<Identities> {
  const accounts = accountsIn(readFileSync(join(folder, ACCOUNTS_FILE), 'utf8'));
  const inAccounts = accounts.flatMap(({ email, siret, scenario }) => {
    const where = { scenario: scenario.split(',')[0] ?? '', where: ACCOUNTS_FILE };
    return [
      ...(email === '' ? [] : [{ kind: 'L’adresse', text: email, ...where } as const]),
      ...(siret.trim() === '' ? [] : [{ kind: 'Le SIRET', text: siret, ...where } as const]),
    ];
  });
  const mails = new Set(
    evidence.filter(({ mediaType }) => mediaType === 'message/rfc822').map(({ path }) => path),
  );
  const inPlays = plays.flatMap(({ scenarios }) => scenarios);
  const inMails = await Promise.all(
    inPlays.flatMap((played) =>
      played.attachments.flatMap(({ url = '' }) =>
        mails.has(url) ? [mailed(folder, url, played, serie)] : [],
      ),
    ),
  );
  const met = [...inAccounts, ...inPlays.flatMap((played) => said(played, serie)), ...inMails.flat()];
  const draws = new Draws(serie);
  const flaws = met
    .filter((one) => !draws.hold(one))
    .map(
      ({ kind, text, scenario, where }) =>
        `${kind} « ${text} » (${where}, ${scenario}) n’est pas du tirage de cette série.`,
    );
  return { checked: met.length, flaws: [...new Set(flaws)] };
}

type Told = Pick<Dossier, 'plays' | 'evidence'> & { readonly serie: DossierSerie };

/** What each scenario may have drawn, with each of the nonces of the run. */
class Draws {
  private readonly serie: DossierSerie;
  private readonly known = new Map<string, readonly Drawn[]>();

  constructor(serie: DossierSerie) {
    this.serie = serie;
  }

  hold({ kind, text, scenario }: Met): boolean {
    if (kind === 'Le SIRET' && this.serie.companies?.includes(text.replaceAll(/\s/g, ''))) return true;
    return [NEAR, LONGEST].some((limit) =>
      this.of(scenario).some((drawn) =>
        kind === 'Le SIRET' ? drawn.hasSiret(text, limit) : drawn.hasEmail(text, limit),
      ),
    );
  }

  private of(scenario: string): readonly Drawn[] {
    const known = this.known.get(scenario);
    if (known !== undefined) return known;
    const drawn = this.seeds().flatMap((seeds) => placesOf(scenario).map((place) => new Drawn(seeds, place)));
    this.known.set(scenario, drawn);
    return drawn;
  }

  /** The nonces that the runner makes of a run's: of the play, then of the scenario's repetition, which is the first. */
  private seeds(): Seeds[] {
    const { seed, challenge, parts } = this.serie;
    return parts
      .flatMap(({ nonce, replay }) => [`${nonce}-0`, ...(replay === undefined ? [] : [`${nonce}-rejeu-0`])])
      .map((nonce) => ({ seed, nonce, ...(challenge === undefined ? {} : { challenge }) }));
  }
}

function placesOf(scenario: string): string[] {
  return [scenario, ...Array.from({ length: OTHERS }, (_, index) => `${scenario}, autre ${index + 1}`)];
}

/** What a play says of its failures. */
function said(played: PlayedScenario, { mailDomain }: DossierSerie): Met[] {
  const texts = played.failures.flatMap(({ sentence, done, expected, seen }) => [
    sentence,
    done,
    expected,
    seen,
  ]);
  const where = { scenario: placeOf(played), where: 'messages' };
  return [...texts, played.error].flatMap((text) =>
    text === undefined ? [] : metIn(text, mailDomain, where),
  );
}

/** What a mail says: whom it was sent to, whatever the address, and what its text holds. */
async function mailed(
  folder: string,
  path: string,
  played: PlayedScenario,
  { mailDomain }: DossierSerie,
): Promise<Met[]> {
  const { to = [], text = '', html = '' } = await PostalMime.parse(readFileSync(join(folder, path)));
  const where = { scenario: placeOf(played), where: path };
  const recipients = to.flatMap(({ address }) =>
    address === undefined ? [] : [{ kind: 'L’adresse', text: address, ...where } as const],
  );
  return [...recipients, ...metIn(`${text}\n${html}`, mailDomain, where)];
}

/** A portal writes other numbers of 14 digits, dates among them, and has addresses of its own: ours have a form. */
function metIn(text: string, domain: string, where: Pick<Met, 'scenario' | 'where'>): Met[] {
  const sirets = [
    ...text.matchAll(/(?<![\w.,-])\d{3}[\s\u00a0]?\d{3}[\s\u00a0]?\d{3}[\s\u00a0]?\d{5}(?!\w)/g),
  ]
    .map(([found]) => found.replaceAll(/[\s\u00a0]/g, ''))
    .filter((found) => /^[3-9]/.test(found) && isValidSiret(found));
  const emails = [...text.matchAll(/[a-z-]+\.[a-z-]+\.[a-z0-9]{10}@([a-z0-9-]+(?:\.[a-z0-9-]+)*)/gi)]
    .filter(([, at = '']) => at.toLowerCase().endsWith(domain.toLowerCase()))
    .map(([found]) => found);
  return [
    ...sirets.map((found) => ({ kind: 'Le SIRET', text: found, ...where }) as const),
    ...emails.map((found) => ({ kind: 'L’adresse', text: found, ...where }) as const),
  ];
}

function placeOf({ uri, line }: PlayedScenario): string {
  return `${uri}:${line}`;
}
