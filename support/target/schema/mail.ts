import { z } from 'zod';
import { fn, httpUrl, text } from './shapes.ts';

/** A mail as another catcher than Mailpit gives it; what is absent is unknown. */
export interface CaughtMail {
  /** What tells this mail from any other; made of the rest where the catcher has none. */
  readonly id?: string;
  readonly subject: string;
  readonly from?: string;
  /** Everyone it was sent to; the address asked for, where absent. */
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly text?: string;
  readonly html?: string;
  /** When it was received; the moment of reading where absent. */
  readonly received?: string | Date;
  /** Its source, as it travelled. */
  readonly raw?: string;
}

/** Returns the mails caught: those of an address, or those that hold a word. */
export type ReadMails = (addressOrWord: string) => Promise<readonly CaughtMail[]> | readonly CaughtMail[];

/** Where the portal's mail is read. */
export const mail = z.strictObject({
  mailpit: httpUrl
    .describe(
      'L’adresse du Mailpit qui attrape les courriels du portail. Sans elle : celui de la variable MAILPIT_URL, sinon http://127.0.0.1:8025, où « diapason serve » met le sien.',
    )
    .meta({ examples: ['http://127.0.0.1:8025'] })
    .exactOptional(),
  read: fn<ReadMails>()
    .describe(
      'À la place de « mailpit », pour tout autre attrape-courriels : reçoit une adresse, rend les courriels qui lui sont parvenus jusque-là (`{ subject, text, html, to, … }`). Interrogée deux fois par seconde tant qu’un courriel est attendu.',
    )
    .exactOptional(),
  search: fn<ReadMails>()
    .describe(
      'Avec « read » : reçoit un mot, rend les courriels de quiconque où il figure. Sans elle, « à personne d’autre » (EX-4.01) ne peut être vérifié.',
    )
    .exactOptional(),
  domain: text
    .regex(/^[^@\s]+$/, 'un nom de domaine est attendu, sans « @ »')
    .default('fournisseur.example')
    .describe('Le domaine des adresses que la suite invente ; le portail doit accepter d’y écrire.')
    .meta({ examples: ['recette.acme.test'] }),
  quietMs: z
    .int()
    .positive()
    .default(2_000)
    .describe('Le temps, en millisecondes, sans rien recevoir au bout duquel « aucun courriel » est cru.'),
  deadlineMs: z
    .int()
    .positive()
    .default(30_000)
    .describe('Le temps, en millisecondes, que peut prendre un courriel attendu.'),
});
