import { eventItem } from './answers.ts';
import type { StoredMail } from './stored-mail.ts';

/** What the store tells to whoever listens, in Mailpit's words. */
export interface StoreEvent {
  readonly Type: 'new' | 'update' | 'delete' | 'truncate' | 'stats';
  readonly Data: object | null;
}

/** How it names itself where Mailpit gives its version. */
export const VERSION = 'diapason';

/** The counts are told this long after a change, once for all that change meanwhile, in milliseconds. */
const COUNTED_MS = 250;

/** The mails of the embedded mailbox, in memory, newest first. */
export class Store {
  readonly started = Date.now();
  readonly #mails = new Map<string, StoredMail>();
  readonly #tell: (event: StoreEvent) => void;
  #counting: NodeJS.Timeout | undefined;

  constructor(tell: (event: StoreEvent) => void) {
    this.#tell = tell;
  }

  get all(): StoredMail[] {
    return [...this.#mails.values()].reverse();
  }

  find(id: string): StoredMail | undefined {
    return this.#mails.get(id);
  }

  add(mail: StoredMail): void {
    this.#mails.set(mail.id, mail);
    this.#tell({ Type: 'new', Data: eventItem(mail) });
    this.#count();
  }

  setRead(mails: readonly StoredMail[], read: boolean): void {
    const changed = mails.filter((mail) => mail.read !== read);
    if (changed.length === 0) return;
    for (const mail of changed) {
      mail.read = read;
      this.#tell({ Type: 'update', Data: { ID: mail.id, Read: read } });
    }
    this.#count();
  }

  /** Told by the counts alone. */
  setAllRead(read: boolean): void {
    for (const mail of this.#mails.values()) mail.read = read;
    this.#count();
  }

  delete(ids: readonly string[]): void {
    for (const id of ids) {
      if (this.#mails.delete(id)) this.#tell({ Type: 'delete', Data: { ID: id } });
    }
    this.#count();
  }

  wipe(): void {
    this.#mails.clear();
    this.#tell({ Type: 'truncate', Data: null });
    this.#count();
  }

  /** Tells nothing more. */
  close(): void {
    clearTimeout(this.#counting);
  }

  #count(): void {
    this.#counting ??= setTimeout(() => {
      this.#counting = undefined;
      const unread = this.all.filter((mail) => !mail.read).length;
      this.#tell({ Type: 'stats', Data: { Total: this.#mails.size, Unread: unread, Version: VERSION } });
    }, COUNTED_MS);
  }
}
