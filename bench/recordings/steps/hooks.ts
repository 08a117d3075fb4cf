import { Quand } from '../../../support/runner/bdd.ts';

/** What only one runner's own words can say: a hook that breaks, a step that is skipped. */
interface Own {
  readonly before: (options: { tags: string }, hook: () => void) => void;
  readonly after: (options: { tags: string }, hook: () => void) => void;
  readonly skip: () => unknown;
}

const own = process.env.PLAYWRIGHT_BDD_CONFIGS === undefined ? await ofCucumber() : await ofPlaywright();

async function ofCucumber(): Promise<Own> {
  const { After, Before } = await import('@cucumber/cucumber');
  return { before: Before, after: After, skip: () => 'skipped' };
}

async function ofPlaywright(): Promise<Own> {
  const [{ createBdd }, { test }] = await Promise.all([
    import('playwright-bdd'),
    import('../../../support/runner/playwright.ts'),
  ]);
  const { After, Before } = createBdd(test, { worldFixture: 'world' });
  return { before: Before, after: After, skip: () => test.skip() };
}

own.before({ tags: '@avant-rompu' }, () => {
  throw new Error('La préparation a échoué.');
});

own.after({ tags: '@apres-rompu' }, () => {
  throw new Error('Le rangement a échoué.');
});

Quand('étape sautée', () => own.skip() as undefined);
