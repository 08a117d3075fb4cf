import type { ListUnsubscribe } from './list-unsubscribe.ts';

/** A person, spelled as Mailpit spells them. */
export interface Person {
  readonly Name: string;
  readonly Address: string;
}

export interface StoredAttachment {
  readonly PartID: string;
  readonly FileName: string;
  readonly ContentType: string;
  readonly ContentID: string;
  readonly Size: number;
  readonly Checksums: { readonly MD5: string; readonly SHA1: string; readonly SHA256: string };
}

/** A mail as the embedded mailbox keeps it. */
export interface StoredMail {
  readonly id: string;
  readonly messageId: string;
  readonly created: Date;
  readonly date: string;
  readonly from: Person;
  readonly to: readonly Person[];
  readonly cc: readonly Person[];
  readonly bcc: readonly Person[];
  readonly replyTo: readonly Person[];
  readonly returnPath: string;
  readonly subject: string;
  /** Who logged in to send it, or nobody. */
  readonly username: string;
  readonly tags: readonly string[];
  readonly listUnsubscribe: ListUnsubscribe;
  readonly text: string;
  readonly html: string;
  readonly snippet: string;
  readonly searchText: string;
  readonly headers: Readonly<Record<string, readonly string[]>>;
  readonly inline: readonly StoredAttachment[];
  readonly attachments: readonly StoredAttachment[];
  /** Those without a name too. */
  readonly attachmentCount: number;
  readonly raw: Buffer;
  read: boolean;
}
