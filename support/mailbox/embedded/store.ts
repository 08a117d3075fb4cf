import { eventItem } from './answers.ts';
import type { StoredMail } from './stored-mail.ts';

/** What the store tells to whoever listens, in Mailpit's words. */
export interface StoreEvent {
  readonly Type: 'new' | 'update' | 'delete' | 'truncate';
  readonly Data: object | null;
}

/** The mails of the embedded mailbox, in memory, newest first. */
export class Store {
  readonly #mails = new Map<string, StoredMail>();
  readonly #tell: (event: StoreEvent) => void;

  constructor(tell: (event: StoreEvent) => void) {
    this.#tell = tell;
  }

  get all(): StoredMail[] {
    return [...this.#mails.values()].reverse();
  }

  /** By its identifier, or « latest ». */
  find(id: string): StoredMail | undefined {
    return id === 'latest' ? this.all[0] : this.#mails.get(id);
  }

  add(mail: StoredMail): void {
    this.#mails.set(mail.id, mail);
    this.#tell({ Type: 'new', Data: eventItem(mail) });
  }

  setRead(mail: StoredMail, read: boolean): void {
    if (mail.read === read) return;
    mail.read = read;
    this.#tell({ Type: 'update', Data: { ID: mail.id, Read: read } });
  }

  delete(ids: readonly string[]): void {
    for (const id of ids) {
      if (this.#mails.delete(id)) this.#tell({ Type: 'delete', Data: { ID: id } });
    }
  }

  wipe(): void {
    this.#mails.clear();
    this.#tell({ Type: 'truncate', Data: null });
  }
}
