import { errors, type Page } from '@playwright/test';
import { Finding } from '../failures.ts';
import { type Awaited, orAbsent } from './absence.ts';
import type { Hands } from './hand.ts';
import type { Kind } from './in-page/candidates.ts';
import { normalise } from './in-page/normalise.ts';
import { surveyExpression } from './in-page/survey.ts';

/** How each kind of element is called in a finding. */
const NOUNS: Record<Sought, string> = {
  field: 'champ',
  choice: 'choix (case ou interrupteur)',
  button: 'bouton',
  link: 'lien',
  text: 'texte',
  way: 'lien ou bouton',
};

/** Elements of a kind, or what leads somewhere, whatever its kind. */
type Sought = Kind | 'way';

/** What was looked for, and where. */
export interface Search {
  readonly page: Page;
  readonly kind: Sought;
  readonly name: string;
  readonly where: string;
  /** Comes to the page that shows it, where it may stand on another one of its step. */
  readonly come?: () => Promise<void>;
  /** What is found by itself; it is no longer awaited on a page that has stopped without it. */
  readonly awaited?: Awaited;
  /** Who acts on it; the driver itself where nobody is told. */
  readonly hands?: Hands | undefined;
}

/**
 * Runs an action on an element of the portal. When the element never comes, or two bear its name, throws a
 * `Finding` that says what the page shows instead; any other error is the harness's and passes through.
 */
export async function acting<T>(search: Search, action: () => Promise<T>): Promise<T> {
  await search.come?.();
  try {
    return await orAbsent(action(), search.page, search.awaited);
  } catch (error) {
    const ambiguous = error instanceof Error && error.message.includes('strict mode violation');
    if (!ambiguous && !(error instanceof errors.TimeoutError)) throw error;
    throw await notFound(search, ambiguous);
  }
}

async function notFound({ page, kind, name, where }: Search, ambiguous: boolean): Promise<Finding> {
  const noun = NOUNS[kind];
  const labels = (await Promise.all(kindsOf(kind).map((each) => labelsOn(page, each)))).flat();
  return new Finding({
    done: `${where} : le ${noun} « ${name} » a été cherché`,
    expected: `un seul ${noun} de ce nom, visible et utilisable`,
    seen: `${ambiguous ? several(labels) : missing(noun, name, labels)} ; page ${quoted(await page.title())}`,
  });
}

function kindsOf(kind: Sought): readonly Kind[] {
  if (kind === 'text') return [];
  return kind === 'way' ? ['link', 'button'] : [kind];
}

function labelsOn(page: Page, kind: Kind): Promise<string[]> {
  return page.evaluate<string[]>(surveyExpression(kind));
}

/** Returns the finding that none of a step's pages, which show these labels, has a thing; and how the last was answered. */
export function unfound({ kind, name, where }: Search, labels: readonly string[], answer: string): Finding {
  const noun = NOUNS[kind];
  return new Finding({
    done: `${where} : le ${noun} « ${name} » a été cherché, page après page`,
    expected: `un seul ${noun} de ce nom, visible et utilisable`,
    seen: `${missing(noun, name, labels)} ; page envoyée : ${answer}`,
  });
}

function several(labels: readonly string[]): string {
  return `plusieurs répondent à ce nom${labels.length === 0 ? '' : ` ; la page montre : ${labels.map(quoted).join(', ')}`}`;
}

/** One that is there under its very name did not let itself be used: the others' names would only distract. */
function missing(noun: string, name: string, labels: readonly string[]): string {
  if (labels.some((label) => normalise(label) === normalise(name)))
    return 'il est là, mais ne se laisse pas utiliser (désactivé, recouvert ou sans effet)';
  if (labels.length === 0) return `introuvable, aucun ${noun} sur la page`;
  return `introuvable sous ce nom ; la page montre : ${labels.map(quoted).join(', ')}`;
}

function quoted(text: string): string {
  return `« ${text} »`;
}
