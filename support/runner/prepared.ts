import type { Page } from '@playwright/test';
import type { Target } from '../target/target.ts';

/** Returns a page just opened, in whose browser the target's INSEE answers; nothing is loaded where it need not. */
export async function prepared(page: Page, target: Target): Promise<Page> {
  if (target.insee?.by !== 'page') return page;
  const { answerInsee } = await import('../insee-in-page.ts');
  await answerInsee(page, target);
  return page;
}
