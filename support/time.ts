import { setTimeout as delay } from 'node:timers/promises';

/** Timers of Node hold 24 days at most, and a machine may sleep: the wall clock is looked at again every so often. */
const LONGEST_MS = 60_000;

/** Lets real time pass, by the wall clock, for as long as it takes. */
export async function letTimePass(milliseconds: number): Promise<void> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const left = end - Date.now();
    if (left <= 0) return;
    await delay(Math.min(left, LONGEST_MS));
  }
}
