import { errors, type Locator } from '@playwright/test';
import { PortalLost } from '../portal-lost.ts';
import { anyOf } from './arrival.ts';
import { acting, type Search } from './explain.ts';
import type { PageWatch } from './page-watch.ts';

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

/** How long a message that was there before is doubted, when the page has opened nothing new, in milliseconds. */
const DOUBT_MS = 500;

/** What is sent, how its acceptance shows, and how long the portal may take, in milliseconds. */
export interface Submission {
  readonly watch: PageWatch;
  /** The button, matched only while it can be pressed. */
  readonly button: Locator;
  /** The same button, whatever its state. */
  readonly named: Locator;
  readonly search: Search;
  readonly accepted: Locator;
  readonly answerMs: number;
  /** How the portal answered the last time this form was sent. */
  readonly previous: Decision | undefined;
  /** How the button is pressed; once, unless told otherwise. */
  readonly press?: Press;
  /** See `DriverContext.stillness`. */
  readonly stillness?: (() => Promise<void>) | undefined;
}

/** Presses a button, within so many milliseconds. */
export type Press = (button: Locator, timeout: number) => Promise<void>;

/** Presses as a person does. */
export const once: Press = (button, timeout) => button.click({ timeout });

/**
 * Presses the button and returns whichever shows first: acceptance, or a sign of refusal (message, native
 * constraint, disabled button). What stood on the step before is not taken for an answer.
 * @throws Finding when there is no such button, PortalLost when the portal no longer answers
 */
export async function submit(submission: Submission): Promise<Decision> {
  const { watch, button, search, accepted, answerMs, press = once, stillness } = submission;
  if (!(await becomesEnabled(submission))) {
    const said = new Set(await watch.signs());
    return { outcome: 'refused', signs: [`le bouton « ${search.name} » reste désactivé`, ...said] };
  }
  const documents = watch.documents;
  try {
    await acting(search, () => press(button, answerMs));
    const isBroken = () =>
      watch.lost !== undefined || watch.strayed !== undefined || (watch.lastStatus ?? 0) >= 500;
    await Promise.race([
      shows(accepted.or(watch.refusals()), answerMs),
      watch.until(isBroken),
      ...(stillness === undefined ? [] : [stillness()]),
    ]);
    await settled(submission);
    if (watch.lost !== undefined) throw new PortalLost(watch.lost);
    if (isBroken()) return { outcome: 'undecided', seen: await describePage(submission) };
    if (await isAccepted(submission, watch.documents > documents)) {
      await watch.noteBanners();
      return { outcome: 'accepted' };
    }
    const signs = await watch.signs();
    const isSilent = stillness !== undefined && signs.length === 0 && (await watch.refusals().count()) === 0;
    if (isSilent) return { outcome: 'undecided', seen: await describePage(submission) };
    return { outcome: 'refused', signs: signs.length > 0 ? [...new Set(signs)] : [UNSPOKEN] };
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return { outcome: 'undecided', seen: await describePage(submission) };
  }
}

/** Returns whether a refusal is in words, and not only a field marked or a button that stays disabled. */
export function isSpoken(decision: Decision | undefined): boolean {
  const silent = (sign: string): boolean => sign === UNSPOKEN || isOff(sign);
  return decision?.outcome === 'refused' && !decision.signs.every(silent);
}

/** Returns whether a sign of refusal is that the button can't be pressed. */
export function isOff(sign: string): boolean {
  return sign.startsWith('le bouton « ');
}

const UNSPOKEN = 'un champ marqué invalide, sans message';

/** A page may ask servers, one after the other, about what is typed: as long as it does, it has not refused. */
async function becomesEnabled({ watch, button, named, search, answerMs }: Submission): Promise<boolean> {
  if ((await button.count()) > 0) return true;
  const end = performance.now() + answerMs;
  while (!(await comes(button, ENABLE_MS))) {
    if (!watch.isWaiting || performance.now() > end) {
      await acting(search, () => shows(named, ENABLE_MS));
      return false;
    }
    await Promise.race([watch.until(() => !watch.isWaiting), comes(button, answerMs)]);
  }
  return true;
}

/** An old message may show while the answer is under way: what the page asked for is awaited. */
async function settled({ watch, accepted, answerMs }: Submission): Promise<void> {
  if (watch.isWaiting) {
    await Promise.race([watch.until(() => !watch.isWaiting), shows(accepted, answerMs)]);
  }
}

/** On the same document, the message of the last refusal is doubted for a moment: the request may start late. */
async function isAccepted(submission: Submission, isNewDocument: boolean): Promise<boolean> {
  const { watch, accepted, previous } = submission;
  if (await accepted.first().isVisible()) return true;
  if (isNewDocument || previous?.outcome !== 'refused') return false;
  await comes(accepted.or(watch.refusals(previous.signs)), DOUBT_MS);
  await settled(submission);
  return accepted.first().isVisible();
}

async function shows(locator: Locator, timeout: number): Promise<void> {
  await locator.first().waitFor({ timeout });
}

/** Returns whether something shows in time. */
function comes(locator: Locator, timeout: number): Promise<boolean> {
  return anyOf([shows(locator, timeout)]);
}

/** Says in French that a portal led out of itself. */
export function strayText(address: string): string {
  return `le portail renvoie vers ${new URL(address).origin}, qui n'est pas une de ses origines déclarées : la redirection n'a pas été suivie (si cette adresse est la sienne, déclarez-la dans « origins »)`;
}

async function describePage({ watch, answerMs }: Submission): Promise<string> {
  const { lastStatus, page, strayed } = watch;
  if (strayed !== undefined) return strayText(strayed);
  const title = `page « ${(await page.title()) || 'sans titre'} »`;
  if ((lastStatus ?? 0) >= 500) return `le portail répond par une erreur HTTP ${lastStatus} ; ${title}`;
  const answer = lastStatus === undefined || lastStatus < 400 ? '' : ` (réponse HTTP ${lastStatus})`;
  return `ni étape suivante, ni refus visible en ${answerMs / 1000} s ; ${title}${answer}`;
}
