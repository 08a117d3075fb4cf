import type { Confidences } from './confidences.ts';
import { Finding, type Observation } from './failures.ts';
import { codeIn, figuresIn } from './mailbox/codes.ts';
import { likeliestLink } from './mailbox/likeliest-link.ts';
import { linksOf } from './mailbox/links.ts';
import type { Mail, Mailbox } from './mailbox/mailbox.ts';
import { wrappedIn } from './mailbox/wrapped-links.ts';
import { shownAddress } from './portal/shown-address.ts';
import type { Target } from './target/target.ts';

/** The mail of one person, as the scenario reads it. */
export class Correspondence {
  private readonly mailbox: Mailbox;
  private readonly target: Target;
  private readonly confidences: Confidences | undefined;
  private readonly origins: readonly string[];
  private readonly received = new Map<string, Mail>();
  private readonly before = new Map<string, ReadonlySet<string>>();
  /** Since when a mail of this scenario may have been lost, by `performance.now()`. */
  private readonly since = performance.now();

  /** `confidences` hears of the keys that mails bring, before anybody uses them. */
  constructor(mailbox: Mailbox, target: Target, url: string, confidences?: Confidences) {
    this.confidences = confidences;
    this.mailbox = mailbox;
    this.target = target;
    this.origins = [...new Set([new URL(url).origin, ...target.origins])];
  }

  /** The activation mail read so far, for the evidence. */
  get lastRead(): Mail | undefined {
    return [...this.received.values()].at(-1);
  }

  /** The activation mail of an address, if it was read. */
  readTo(address: string): Mail | undefined {
    return this.received.get(address);
  }

  /** Returns the mails that an address has by now, those known aside, oldest first, without waiting. */
  async mailsTo(address: string, known: readonly Mail[] = []): Promise<Mail[]> {
    const mails = await this.mailbox.mailsTo(address, this.since);
    for (const mail of mails) this.keepToOneself(mail);
    return mails.filter(({ id }) => known.every((other) => other.id !== id));
  }

  /**
   * Waits for the activation mail of an address.
   * @throws Finding when none comes in the time the target declares.
   */
  async activationMailOf(address: string): Promise<Mail> {
    const deadlineMs = this.target.mail.deadlineMs;
    const seenIds = this.before.get(address) ?? new Set();
    const { since } = this;
    const mail =
      this.received.get(address) ?? (await this.mailbox.waitFor(address, { deadlineMs, seenIds, since }));
    if (mail !== undefined) {
      this.keepToOneself(mail);
      this.received.set(address, mail);
      return mail;
    }
    throw new Finding({
      done: `${this.before.has(address) ? 'Un nouveau courriel' : 'Le courriel'} d'activation a été attendu pour ${address}`,
      expected: 'un courriel à cette adresse',
      seen: `aucun en ${deadlineMs / 1000} s (${this.mailbox.description})`,
    });
  }

  /**
   * Returns the activation link: the first one of the mail that leads to the portal with something of one's own, its
   * home page left out, or that a link which counts clicks carries; or the activation code, where the target says that
   * its mail brings one.
   * @throws Finding naming what the mail holds when it is not there.
   */
  async activationLinkOf(address: string): Promise<string> {
    const mail = await this.activationMailOf(address);
    const key = this.keyIn(mail);
    if (key !== undefined) return key;
    throw new Finding(this.bringsCodes ? withoutCode(mail, address) : this.withoutLink(mail, address));
  }

  /** Returns what a mail lets activate with, if it does: a link into the portal, or a code. */
  keyIn(mail: Mail): string | undefined {
    return this.bringsCodes ? codeIn(mail)?.typed : this.activationLinkIn(mail);
  }

  /** Returns whether a mail brings a code; on a portal that sends links, whether it says so in as many words. */
  holdsCode(mail: Mail): boolean {
    return this.bringsCodes ? codeIn(mail) !== undefined : ANNOUNCES_CODE.test(mail.text);
  }

  /**
   * Returns the other mails that let activate as this one does, whatever their subject: by its code, or by the token
   * of its link.
   */
  async copiesOf(mail: Mail): Promise<Mail[]> {
    if (this.bringsCodes) return this.copiesByCode(mail);
    const link = this.activationLinkIn(mail);
    if (link === undefined) return [];
    const token = tokenOf(link);
    const alike = await this.mailbox.mailsHolding(token, this.since);
    return alike.filter(
      (other) => other.id !== mail.id && (token.length >= TOKEN_LENGTH || linksOf(other).includes(link)),
    );
  }

  /** Takes the mails that an address has for read: the activation mail is then the next one to come. */
  async turnPage(address: string): Promise<void> {
    const mails = await this.mailbox.mailsTo(address);
    this.before.set(address, new Set(mails.map(({ id }) => id)));
    this.received.delete(address);
  }

  /** Returns every link of the activation mail that leads to the portal, its home page included. */
  async portalLinksOf(address: string): Promise<string[]> {
    const links = linksOf(await this.activationMailOf(address));
    return links.filter((link) => this.origins.includes(URL.parse(link)?.origin ?? ''));
  }

  /** Returns the first mail that comes to an address in the time the target declares, if one does. */
  async mailTo(address: string): Promise<Mail | undefined> {
    const { since } = this;
    const mail = await this.mailbox.waitFor(address, { deadlineMs: this.target.mail.deadlineMs, since });
    if (mail !== undefined) this.keepToOneself(mail);
    return mail;
  }

  /** Returns the links of a mail that lead into the portal, its home page left out. */
  linksInto(mail: Mail): string[] {
    return linksOf(mail).filter((link) => leadsInto(this.origins, link));
  }

  /** Returns the raw message, as it travelled. */
  async raw(mail: Mail): Promise<string> {
    return this.mailbox.raw(mail.id);
  }

  /** A mail may be kept as a proof: what it lets activate with must not be read there. */
  private keepToOneself(mail: Mail): void {
    const { confidences } = this;
    if (confidences === undefined) return;
    const code = this.bringsCodes ? codeIn(mail) : undefined;
    if (code !== undefined) confidences.tell('code', code.typed, code.written);
    for (const link of this.linksInto(mail)) confidences.tellLink(link);
    const carried = this.bringsCodes ? undefined : this.activationLinkIn(mail);
    if (carried !== undefined) confidences.tellLink(carried);
  }

  private get bringsCodes(): boolean {
    return this.target.activation.by === 'code';
  }

  private async copiesByCode(mail: Mail): Promise<Mail[]> {
    const code = codeIn(mail);
    if (code === undefined) return [];
    const alike = await this.mailbox.mailsHolding(code.written, this.since);
    return alike.filter((other) => other.id !== mail.id && codeIn(other)?.typed === code.typed);
  }

  private withoutLink(mail: Mail, address: string): Observation {
    const links = linksOf(mail);
    const hint = codeIn(mail) && ' ; il porte un code : la cible peut le dire (« activation.by »)';
    return {
      done: `Le lien d'activation a été cherché dans le courriel reçu par ${address}`,
      expected: `un lien vers une page d'activation de ${this.origins.join(' ou de ')}`,
      seen:
        (links.length === 0 ? 'aucun lien' : `seulement : ${links.map(shownAddress).join(', ')}`) +
        (hint ?? ''),
    };
  }

  private activationLinkIn(mail: Mail): string | undefined {
    const links = linksOf(mail);
    const carried = links.flatMap((link) => wrappedIn(link));
    const into = (each: readonly string[]) => each.filter((link) => leadsInto(this.origins, link));
    return likeliestLink(into(links)) ?? likeliestLink(into(carried));
  }
}

const ANNOUNCES_CODE = /code d['’]activation/i;

function withoutCode(mail: Mail, address: string): Observation {
  const figures = figuresIn(mail).map((line) => `« ${line} »`);
  return {
    done: `Le code d'activation a été cherché dans le courriel « ${mail.subject} » reçu par ${address}`,
    expected: 'un code que le mot « code » annonce, dans sa phrase ou au-dessus de lui',
    seen: figures.length === 0 ? 'aucun chiffre' : `seulement, chiffres masqués : ${figures.join(', ')}`,
  };
}

/** A word as long as this is nobody else's; a shorter one may be a word of every link. */
const TOKEN_LENGTH = 16;

/** The longest piece of a link, after its host. */
function tokenOf(link: string): string {
  const pieces = link.replace(/^\w+:\/\/[^/?#]*/, '').split(/[/?#&;=]/);
  return pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '');
}

function leadsInto(origins: readonly string[], link: string): boolean {
  const url = URL.parse(link);
  // A page that has one address may tell its screens by the fragment.
  return url !== null && origins.includes(url.origin) && `${url.pathname}${url.search}${url.hash}` !== '/';
}
