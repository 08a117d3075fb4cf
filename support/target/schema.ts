import { z } from 'zod';

const oneOrMore = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)]);

/** What a target may lack; each waives the rules tagged `@si-…` of that name. */
export const WAIVABLE = [
  'captcha',
  'espaces',
  'question-secrete',
  'connexion',
  'insee',
  'contact',
  'activation-finale',
] as const;

/** The contract of a target file: everything is optional but `name` and `url`. */
export const targetSchema = z.strictObject({
  $schema: z.string().optional(),
  name: z.string().min(1),
  url: z.url({ protocol: /^https?$/ }),
  vendor: z.string().optional(),
  version: z.string().optional(),
  mail: z
    .strictObject({
      mailpit: z.url({ protocol: /^https?$/ }).optional(),
      domain: z.string().min(1).optional(),
      quietMs: z.int().positive().optional(),
      deadlineMs: z.int().positive().optional(),
    })
    .optional(),
  linkValidity: z
    .string()
    .regex(/^\d+ (s|min|h|j)$/)
    .optional(),
  clock: z.strictObject({ url: z.url({ protocol: /^https?$/ }) }).optional(),
  activation: z.strictObject({ by: z.enum(['lien', 'code']) }).optional(),
  insee: z.strictObject({ by: z.enum(['double', 'page']), url: z.string().min(1).optional() }).optional(),
  captcha: z.strictObject({ answer: z.string().min(1) }).optional(),
  password: z
    .strictObject({
      min: z.int().min(8).optional(),
      kinds: z.int().min(3).max(4).optional(),
      scale: z.array(z.string().min(1)).min(2).optional(),
    })
    .optional(),
  lexicon: z.record(z.string(), z.record(z.string(), oneOrMore)).optional(),
  without: z.partialRecord(z.enum(WAIVABLE), z.string().min(1)).optional(),
  answerMs: z.int().positive().optional(),
});

/** A target file's content, once it satisfies the contract. */
export type TargetFile = z.infer<typeof targetSchema>;
