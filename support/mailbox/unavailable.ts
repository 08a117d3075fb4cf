import { frenchSpaces } from './french.ts';

/** The mailbox itself failed: nothing may be concluded about the portal. */
export class MailboxUnavailable extends Error {
  override readonly name = 'MailboxUnavailable';

  constructor(sentence: string, options?: ErrorOptions) {
    super(frenchSpaces(sentence), options);
  }
}

const CHECK_RUNNING =
  'Vérifiez que Mailpit, ou « npx diapason serve », est démarré, et que « mail.mailpit » (fichier cible) ou MAILPIT_URL donne son adresse.';
const CHECK_MAILPIT = 'Vérifiez que cette adresse est bien celle d’un Mailpit (MAILPIT_URL).';
const CHECK_LOGIN = 'Donnez-les dans MAILPIT_URL : http://utilisateur:motdepasse@hôte:8025.';

const BY_CODE: Readonly<Record<string, string>> = {
  ECONNREFUSED: `refuse la connexion. ${CHECK_RUNNING}`,
  ENOTFOUND: `est introuvable : ce nom d’hôte est inconnu. ${CHECK_RUNNING}`,
  EAI_AGAIN: `est introuvable : ce nom d’hôte n’a pas pu être résolu. ${CHECK_RUNNING}`,
  ECONNRESET: `a coupé la connexion. ${CHECK_RUNNING}`,
  UND_ERR_SOCKET: `a coupé la connexion. ${CHECK_RUNNING}`,
};

const BY_NAME: Readonly<Record<string, string>> = {
  TimeoutError: `n’a pas répondu à temps. ${CHECK_RUNNING}`,
  AbortError: 'a été fermée par le banc pendant l’échange.',
  SyntaxError: `répond autre chose que du JSON. ${CHECK_MAILPIT}`,
  ZodError: `répond du JSON qui n’a pas la forme de l’API de Mailpit. ${CHECK_MAILPIT}`,
};

const AWAY: ReadonlySet<string> = new Set(['ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET']);

/** The status of the answer that `mailpit-api` reports in its message, its only trace of it. */
export function statusOf(error: unknown): number | undefined {
  const status = error instanceof Error ? /^Mailpit API Error: (\d{3}) /.exec(error.message)?.[1] : undefined;
  return status === undefined ? undefined : Number(status);
}

/** Whether nobody is there, for a moment or for good: neither an answer nor a silence. */
export function isAway(error: unknown): boolean {
  return causes(error).some(({ code }) => AWAY.has(String(code)));
}

/** Says in French what went wrong with the mailbox at `url`, and what to do about it. */
export function unavailable(error: unknown, url: string): MailboxUnavailable {
  if (error instanceof MailboxUnavailable) return error;
  return new MailboxUnavailable(`La boîte de courriel ${url} ${reason(error)}`, { cause: error });
}

function reason(error: unknown): string {
  const status = statusOf(error);
  if (status === 401 || status === 403) {
    return `refuse l’accès (${status}) : identifiants absents ou faux. ${CHECK_LOGIN}`;
  }
  if (status !== undefined) return `répond ${status} au lieu de 200. ${CHECK_MAILPIT}`;
  for (const cause of causes(error)) {
    const known = BY_CODE[String(cause.code)] ?? BY_NAME[cause.name];
    if (known) return known;
  }
  return `ne répond pas. ${CHECK_RUNNING}`;
}

/** fetch buries what happened under « fetch failed »: the deepest cause is the telling one. */
function causes(error: unknown): { code?: unknown; name: string }[] {
  if (!(error instanceof Error)) return [];
  return [...causes(error.cause), error];
}
