import { z } from 'zod';

/** Mailpit gives null for « nobody » in lists and searches, whatever its own types say. */
const people = z
  .array(z.object({ Name: z.string(), Address: z.string() }))
  .nullish()
  .transform((list) => list ?? []);

const person = z.object({ Name: z.string(), Address: z.string() }).nullish();

/** What lists, searches and events say of a mail. */
export const summaryShape = z.object({
  ID: z.string().min(1),
  MessageID: z.string(),
  From: person,
  To: people,
  Cc: people,
  Bcc: people,
  Subject: z.string(),
  Created: z.string(),
});
export type Summary = z.infer<typeof summaryShape>;

export const listShape = z.object({
  messages: z
    .array(summaryShape)
    .nullish()
    .transform((list) => list ?? []),
  messages_count: z.number(),
});

/** What only the detail of a mail says. */
export const detailShape = z.object({ ID: z.string().min(1), Text: z.string(), HTML: z.string() });
export type Detail = z.infer<typeof detailShape>;

export const infoShape = z.object({
  Version: z.string(),
  Messages: z.number(),
  /** Whole seconds since it started. */
  RuntimeStats: z.object({ Uptime: z.number() }).nullish(),
});
export type Info = z.infer<typeof infoShape>;

export const eventShape = z.object({ Type: z.literal('new'), Data: summaryShape });
