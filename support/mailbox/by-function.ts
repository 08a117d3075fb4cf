import { createHash } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { MeansMissing } from '../failures.ts';
import type { CaughtMail, ReadMails } from '../target/schema/mail.ts';
import { normalAddress } from './address.ts';
import type { Mail, Mailbox, WaitOptions } from './mailbox.ts';
import { MailboxUnavailable } from './unavailable.ts';

/** How often a function is asked again while a mail is awaited, in milliseconds. */
const POLL_MS = 500;

/** How long a function may take to answer, in milliseconds. */
const ANSWER_MS = 5_000;

/** What a target gives to read its mail. */
export interface MailFunctions {
  readonly read: ReadMails;
  readonly search?: ReadMails;
}

/** Returns a mailbox that the target's own functions read. Their failures throw `MailboxUnavailable`. */
export function functionMailbox(functions: MailFunctions): Mailbox {
  return new FunctionMailbox(functions);
}

/** Checks that `mail.read` answers as it should, for an address to which nobody writes. @throws MailboxUnavailable */
export async function probeFunctions(functions: MailFunctions, domain: string): Promise<void> {
  await new FunctionMailbox(functions).mailsTo(`personne.diapason@${domain}`);
}

class FunctionMailbox implements Mailbox {
  readonly url = 'mail.read';
  readonly description = 'lue par la fonction « mail.read » de la cible';
  readonly #functions: MailFunctions;
  readonly #sources = new Map<string, string>();

  constructor(functions: MailFunctions) {
    this.#functions = functions;
  }

  async mailsTo(address: string): Promise<Mail[]> {
    const caught = await asked('mail.read', () => this.#functions.read(address));
    const mails = this.#taken(caught, address).filter(({ recipients }) =>
      recipients.includes(normalAddress(address)),
    );
    return mails.sort((a, b) => a.created.getTime() - b.created.getTime());
  }

  async waitFor(address: string, { deadlineMs, seenIds }: WaitOptions): Promise<Mail | undefined> {
    const end = performance.now() + deadlineMs;
    for (;;) {
      // Looked at after the time is up too: what has come by then has come.
      const isLast = performance.now() >= end;
      const mail = (await this.mailsTo(address)).find(({ id }) => !seenIds?.has(id));
      if (mail !== undefined || isLast) return mail;
      await delay(Math.min(POLL_MS, Math.max(0, end - performance.now())));
    }
  }

  async mailsHolding(word: string): Promise<Mail[]> {
    const { search } = this.#functions;
    if (search === undefined) {
      throw new MeansMissing(
        'une recherche parmi les courriels de tous',
        'Donnez « mail.search » dans le fichier cible, à côté de « mail.read ».',
      );
    }
    const mails = this.#taken(await asked('mail.search', () => search(word)), '');
    return mails.filter(({ text, html }) => [text, html].some((body) => body.includes(word)));
  }

  async raw(id: string): Promise<string> {
    return this.#sources.get(id) ?? '';
  }

  async close(): Promise<void> {
    this.#sources.clear();
  }

  #taken(caught: readonly CaughtMail[], address: string): Mail[] {
    return caught.map((each) => {
      const mail = mailOf(each, address);
      this.#sources.set(mail.id, each.raw ?? sourceOf(mail));
      return mail;
    });
  }
}

/** Asks a function of the target. @throws MailboxUnavailable when it fails, is late, or gives something else */
async function asked(name: string, call: () => ReturnType<ReadMails>): Promise<readonly CaughtMail[]> {
  const late = delay(ANSWER_MS, LATE, { ref: false });
  const answer = await Promise.race([Promise.resolve().then(call), late]).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new MailboxUnavailable(`La fonction « ${name} » du fichier cible a échoué : ${reason}`, {
      cause: error,
    });
  });
  if (answer === LATE)
    throw new MailboxUnavailable(
      `La fonction « ${name} » du fichier cible n’a pas répondu en ${ANSWER_MS / 1_000} s.`,
    );
  if (Array.isArray(answer) && answer.every(isCaught)) return answer;
  throw new MailboxUnavailable(
    `La fonction « ${name} » du fichier cible ne rend pas une liste de courriels ({ subject, text, html, … }).`,
  );
}

const LATE = Symbol('late');

function isCaught(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as CaughtMail).subject === 'string';
}

function mailOf(caught: CaughtMail, address: string): Mail {
  const {
    subject,
    from = '',
    to = address === '' ? [] : [address],
    cc = [],
    bcc = [],
    text = '',
    html = '',
  } = caught;
  const everyone = [...to, ...cc, ...bcc].map(normalAddress);
  const id =
    caught.id ??
    createHash('sha256')
      .update(JSON.stringify([subject, from, to, text, html]))
      .digest('hex');
  return {
    id,
    messageId: id,
    subject,
    from: named(from),
    to: to.map(named),
    cc: cc.map(named),
    bcc: bcc.map(named),
    recipients: [...new Set(everyone)],
    text,
    html,
    created: new Date(caught.received ?? Date.now()),
  };
}

function named(address: string): { name: string; address: string } {
  return { name: '', address };
}

/** For the evidence, where the catcher gives no source. */
function sourceOf({ subject, from, to, text, html }: Mail): string {
  const head = [
    `From: ${from.address}`,
    `To: ${to.map(({ address }) => address).join(', ')}`,
    `Subject: ${subject}`,
  ];
  return `${head.join('\n')}\n\n${html === '' ? text : html}\n`;
}
