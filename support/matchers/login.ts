import { Finding } from '../failures.ts';
import { seenOf } from '../portal/decision.ts';
import type { LoginPage } from '../portal/login.ts';

/** Demands that the account opened with what was last sent; `secret` says in French which password that was. */
export function expectOpen(login: LoginPage, secret: string): void {
  demand(login, 'accepted', secret, "le compte s'ouvre");
}

/** Demands that the account stayed shut to what was last sent; `secret` says in French which password that was. */
export function expectShut(login: LoginPage, secret: string): void {
  demand(login, 'refused', secret, "le compte ne s'ouvre pas");
}

function demand(
  { decision, email }: LoginPage,
  outcome: 'accepted' | 'refused',
  secret: string,
  expected: string,
): void {
  if (decision?.outcome === outcome) return;
  const seen = decision?.outcome === 'accepted' ? "le compte s'est ouvert" : seenOf(decision);
  throw new Finding({ done: `Connexion tentée pour ${email.lastTyped} avec ${secret}`, expected, seen });
}
