import type { Page, Route } from '@playwright/test';
import { getResponse } from 'msw';
import { sireneHandlers } from '../fixtures/sirene/handlers.ts';
import type { Target } from './target/target.ts';

/** The path of the API, whoever serves it. */
const USUAL = '**/api-sirene/**';

/** The real API: an invented number may be somebody's, and never goes there, whatever the target says. */
const REAL = 'https://api.insee.fr/**';

const API = 'https://api.insee.fr/api-sirene/3.11/siret';

/** Where a vendor's own relay stands before INSEE, the key is the relay's business. */
const RELAYED = { 'X-INSEE-Api-Key-Integration': 'relais' };

const handlers = sireneHandlers();

/** Answers, in a page's browser, what its scripts ask of INSEE, where the target says that they do. */
export async function answerInsee(page: Page, { insee }: Pick<Target, 'insee'>): Promise<void> {
  if (insee.by !== 'page') return;
  const context = page.context();
  for (const glob of new Set([insee.url ?? USUAL, REAL])) await context.route(glob, answer);
}

async function answer(route: Route): Promise<void> {
  const response = (await getResponse(handlers, asked(route))) ?? new Response(undefined, { status: 404 });
  await route.fulfill({
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: Buffer.from(await response.arrayBuffer()),
  });
}

/** What is asked, as INSEE itself would be: a relay has its own paths, and the number in them. */
function asked(route: Route): Request {
  const request = route.request();
  const [siret] = /(?<!\d)\d{14}(?!\d)/.exec(request.url()) ?? [];
  if (siret === undefined || request.url().includes('/api-sirene/'))
    return new Request(request.url(), { method: request.method(), headers: request.headers() });
  return new Request(`${API}/${siret}`, { headers: RELAYED });
}
