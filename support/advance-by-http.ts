import type { Reached } from './reach/access-options.ts';
import { call } from './reach/call.ts';
import type { HttpCall } from './target/schema/shapes.ts';

/** What is sent where the target does not say. */
const ADVANCE = { avance: '{seconds} s' };

/** Moves a portal's clock by its hook. Its refusal is the harness's trouble, not a finding. */
export async function advanceByHttp(target: Reached, clock: HttpCall, milliseconds: number): Promise<void> {
  const seconds = String(Math.ceil(milliseconds / 1000));
  const body = clock.method === 'GET' ? {} : { body: clock.body ?? ADVANCE };
  const { url, ...sent } = withSeconds({ ...clock, ...body }, seconds);
  const { status } = await call(target, { url, ...sent, timeoutMs: 5_000 });
  if (status >= 300) throw new Error(`L'horloge du portail (${url}) a répondu ${status} au lieu d'avancer.`);
}

/** Everywhere in the call, however deep. */
function withSeconds<T>(asked: T, seconds: string): T {
  return JSON.parse(JSON.stringify(asked).replaceAll('{seconds}', seconds));
}
