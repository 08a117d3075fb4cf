import { Finding } from '../failures.ts';
import { seenOf } from '../portal/decision.ts';
import type { LoginPage } from '../portal/login.ts';

/** Demands that the account opened with what was last sent; `secret` says in French which password that was. */
export function expectOpen({ decision }: LoginPage, secret: string): void {
  demand(decision, 'accepted', secret, "le compte s'ouvre");
}

/** Demands that the account stayed shut to what was last sent; `secret` says in French which password that was. */
export function expectShut({ decision }: LoginPage, secret: string): void {
  demand(decision, 'refused', secret, "le compte ne s'ouvre pas");
}

function demand(
  decision: LoginPage['decision'],
  outcome: 'accepted' | 'refused',
  secret: string,
  expected: string,
): void {
  if (decision?.outcome === outcome) return;
  throw new Finding({ done: `Connexion tentée avec ${secret}`, expected, seen: seenOf(decision) });
}
