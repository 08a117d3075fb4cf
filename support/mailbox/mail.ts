import { type Address, normalAddress } from './address.ts';
import type { Detail, Summary } from './shapes.ts';

/** A mail, as the steps read it. */
export interface Mail {
  readonly id: string;
  readonly messageId: string;
  readonly subject: string;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly cc: readonly Address[];
  /** Includes the recipients that only the SMTP envelope named. */
  readonly bcc: readonly Address[];
  /** Every address of to, cc and bcc, once, in lower case. */
  readonly recipients: readonly string[];
  readonly text: string;
  readonly html: string;
  /** When the mailbox received it, by the mailbox's clock. */
  readonly created: Date;
}

/** Every address a mail was sent to, in the form that compares. */
export function recipientsOf(summary: Pick<Summary, 'To' | 'Cc' | 'Bcc'>): string[] {
  const all = [...summary.To, ...summary.Cc, ...summary.Bcc];
  return [...new Set(all.map((person) => normalAddress(person.Address)))];
}

/** One mail from the two things Mailpit says about it. */
export function toMail(summary: Summary, detail: Detail): Mail {
  return {
    id: summary.ID,
    messageId: summary.MessageID,
    subject: summary.Subject,
    from: toAddress(summary.From ?? { Name: '', Address: '' }),
    to: summary.To.map(toAddress),
    cc: summary.Cc.map(toAddress),
    bcc: summary.Bcc.map(toAddress),
    recipients: recipientsOf(summary),
    text: detail.Text,
    html: detail.HTML,
    created: new Date(summary.Created),
  };
}

function toAddress(person: { Name: string; Address: string }): Address {
  return { name: person.Name, address: person.Address };
}
