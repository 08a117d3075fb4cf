import { Finding } from '../failures.ts';
import { type Sent, seenOf } from '../portal/decision.ts';
import type { Place } from '../target/lexicon.ts';
import { type EntryReport, mustBeAlone } from './diagnosis.ts';
import type { Stand } from './stand.ts';

/** Returns the entries that a page shows once, under their name or a guessed one. */
export function usable(reports: readonly EntryReport[]): Set<string> {
  const once = reports.filter(
    ({ found, guess, sought }) =>
      guess !== undefined || (mustBeAlone(sought) ? found.length === 1 : found.length > 0),
  );
  return new Set(once.map(({ entry }) => entry));
}

/** Returns the sentence of what the portal is at fault for; what is the harness's passes through. */
export async function findingIn(action: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await action();
    return undefined;
  } catch (error) {
    if (error instanceof Finding) return error.message;
    throw error;
  }
}

/**
 * Says in French why a place was not passed once its form was sent; nothing when it was, or when another page shows,
 * whose words are not known yet.
 */
export async function stopAt(
  stand: Stand,
  { sent, decision }: Sent,
  place: Place,
  reports: readonly EntryReport[],
): Promise<string | undefined> {
  if (decision?.outcome === 'accepted') return undefined;
  const refusal = `${sent} ; le portail a répondu : ${seenOf(decision)}`;
  if (decision?.outcome === 'refused') return refusal;
  const before = reports.filter(({ found, guess }) => found.length > 0 || guess !== undefined);
  const fields = before.map(({ entry }) => entry);
  const still = await stand.shownAmong(place, fields);
  return fields.length > 0 && still.length === fields.length ? refusal : undefined;
}
