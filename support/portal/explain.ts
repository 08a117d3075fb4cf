import { errors, type Page } from '@playwright/test';
import { Finding } from '../failures.ts';
import type { Kind } from './in-page/candidates.ts';
import { surveyExpression } from './in-page/survey.ts';

/** How each kind of element is called in a finding. */
const NOUNS: Record<Kind, string> = {
  field: 'champ',
  choice: 'choix (case ou interrupteur)',
  button: 'bouton',
  link: 'lien',
  text: 'texte',
};

/** What was looked for, and where. */
export interface Search {
  readonly page: Page;
  readonly kind: Kind;
  readonly name: string;
  readonly where: string;
}

/**
 * Runs an action on an element of the portal. When the element never comes, or two bear its name, throws a
 * `Finding` that says what the page shows instead; any other error is the harness's and passes through.
 */
export async function acting<T>(search: Search, action: () => Promise<T>): Promise<T> {
  try {
    return await action();
  } catch (error) {
    const ambiguous = error instanceof Error && error.message.includes('strict mode violation');
    if (!ambiguous && !(error instanceof errors.TimeoutError)) throw error;
    throw await notFound(search, ambiguous);
  }
}

async function notFound({ page, kind, name, where }: Search, ambiguous: boolean): Promise<Finding> {
  const noun = NOUNS[kind];
  const labels = kind === 'text' ? [] : await page.evaluate<string[]>(surveyExpression(kind));
  const shown =
    labels.length === 0 ? `aucun ${noun} sur la page` : `la page montre : ${labels.map(quoted).join(', ')}`;
  return new Finding({
    done: `${where} : le ${noun} « ${name} » a été cherché`,
    expected: `un seul ${noun} de ce nom, visible et utilisable`,
    seen: `${ambiguous ? 'plusieurs répondent à ce nom' : 'introuvable ou inutilisable'} (${shown}) ; page ${quoted((await page.title()) || 'sans titre')}`,
  });
}

function quoted(text: string): string {
  return `« ${text} »`;
}
