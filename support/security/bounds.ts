/** What the probes of a rule ask of the portal beside its journeys, at most. */
export interface Bound {
  /** Requests that no browser of a person would send by itself, for each scenario of the rule. */
  readonly requests: number;
  /** In French, what they are. */
  readonly what: string;
}

/** How many activation mails are compared, at least. */
export const MAILS = 30;

/** How often a wrong password, or a wrong token, is tried; a portal has slowed down by then. */
export const TRIES = 20;

/**
 * The bounds of every rule that probes: said before a run, and kept by `Probes`, which stops beyond them. What the
 * others look at is seen in ordinary journeys.
 */
export const BOUNDS: Readonly<Record<string, Bound>> = {
  'EX-5.02': {
    requests: 400,
    what: `de quoi recevoir ${MAILS} courriels d’activation, pour six comptes si de nouveaux liens se demandent`,
  },
  'EX-5.03': { requests: 12, what: 'le compte rouvert sans tel ou tel cookie' },
  'EX-5.04': {
    requests: 8,
    what: 'des formulaires envoyés d’un autre site, sans effet si le portail les refuse',
  },
  'EX-5.07': { requests: 120, what: `${TRIES} mots de passe faux sur un compte, puis ${TRIES} jetons faux` },
  'EX-5.09': { requests: 120, what: 'des courriels demandés sous un autre nom d’hôte' },
};
