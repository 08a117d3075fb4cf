import { errors, type Locator, type Page, type Request } from '@playwright/test';
import { acting, type Search } from './explain.ts';
import { MARK_SELECTOR, REFUSAL_SELECTOR } from './selector.ts';

/** What a portal did with what was sent: the next step, a refusal a person can see, or neither in time. */
export type Decision =
  | { readonly outcome: 'accepted' }
  | { readonly outcome: 'refused'; readonly signs: readonly string[] }
  | { readonly outcome: 'undecided'; readonly seen: string };

/** Something that was sent to the portal, a field or a whole page, and how the portal answered. */
export interface Sent {
  /** In French, what was sent. */
  readonly sent: string;
  readonly decision: Decision | undefined;
}

/** Says in French what the portal answered. */
export function seenOf(decision: Decision | undefined): string {
  if (decision === undefined) return "rien n'a été envoyé";
  if (decision.outcome === 'accepted') return "accepté, l'étape suivante s'affiche";
  if (decision.outcome === 'refused')
    return `refusé, avec ${decision.signs.map((sign) => `« ${sign} »`).join(', ')}`;
  return decision.seen;
}

/** How long a disabled button may take to be enabled once all is filled in, in milliseconds. */
const ENABLE_MS = 1_000;

/** What is sent, how its acceptance shows, and how long the portal may take, in milliseconds. */
export interface Submission {
  readonly page: Page;
  /** The button, matched only while it can be pressed. */
  readonly button: Locator;
  /** The same button, whatever its state. */
  readonly named: Locator;
  readonly search: Search;
  readonly accepted: Locator;
  readonly answerMs: number;
  readonly lastStatus: () => number | undefined;
}

/**
 * Presses the button and returns whichever shows first: acceptance, or a sign of refusal (message, native
 * constraint, disabled button). Signs that stood there before are not taken for an answer.
 */
export async function submit(submission: Submission): Promise<Decision> {
  const { page, button, search, accepted, answerMs } = submission;
  if (!(await becomesEnabled(submission))) {
    return { outcome: 'refused', signs: [`le bouton « ${search.name} » reste désactivé`] };
  }
  const pending = pendingRequests(page);
  try {
    await acting(search, () => button.click({ timeout: answerMs }));
    const refusal = page.locator(REFUSAL_SELECTOR);
    await accepted.or(refusal).first().waitFor({ timeout: answerMs });
    await pending.settled(accepted, answerMs);
    if (await accepted.first().isVisible()) {
      await markBanners(page);
      return { outcome: 'accepted' };
    }
    return { outcome: 'refused', signs: await signsOf(refusal) };
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return { outcome: 'undecided', seen: await describePage(submission) };
  } finally {
    pending.stop();
  }
}

async function becomesEnabled({ button, named, search }: Submission): Promise<boolean> {
  if ((await button.count()) > 0) return true;
  try {
    await button.first().waitFor({ timeout: ENABLE_MS });
    return true;
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    await acting(search, () => named.first().waitFor({ timeout: ENABLE_MS }));
    return false;
  }
}

/** Watches what the page still waits for, so that an old message is not read as the answer. */
function pendingRequests(page: Page) {
  const pending = new Set<Request>();
  let onIdle = (): void => undefined;
  const started = (request: Request): void => {
    if (['document', 'xhr', 'fetch'].includes(request.resourceType())) pending.add(request);
  };
  const ended = (request: Request): void => {
    pending.delete(request);
    if (pending.size === 0) onIdle();
  };
  page.on('request', started).on('requestfinished', ended).on('requestfailed', ended);
  return {
    async settled(accepted: Locator, timeout: number): Promise<void> {
      if (pending.size === 0) return;
      const idle = new Promise<void>((resolve) => {
        onIdle = resolve;
      });
      await Promise.race([idle, accepted.first().waitFor({ timeout })]);
    },
    stop(): void {
      page.off('request', started).off('requestfinished', ended).off('requestfailed', ended);
    },
  };
}

/** Notes what looks like a refusal on a step just reached, so that a banner is never taken for an answer. */
export async function markBanners(page: Page): Promise<void> {
  await page.locator(MARK_SELECTOR).count();
}

/**
 * Reads the signs one by one: `allTextContents` would run in the page's own world, where the engine has noted no
 * banner, and where Playwright must first inject its script at each new page (about 5 ms).
 */
async function signsOf(refusal: Locator): Promise<string[]> {
  const texts = await Promise.all((await refusal.all()).map((sign) => sign.textContent()));
  const signs = texts.map((text) => text?.replace(/\s+/g, ' ').trim() ?? '').filter((text) => text !== '');
  return signs.length > 0 ? [...new Set(signs)] : ['un champ marqué invalide, sans message'];
}

async function describePage({ page, answerMs, lastStatus }: Submission): Promise<string> {
  const status = lastStatus();
  const answer = status === undefined || status < 400 ? '' : ` (réponse HTTP ${status})`;
  const title = (await page.title()) || 'sans titre';
  return `ni étape suivante, ni refus visible en ${answerMs / 1000} s ; page « ${title} »${answer}`;
}
