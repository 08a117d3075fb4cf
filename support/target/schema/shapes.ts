import { z } from 'zod';

/** A text that says something. */
export const text = z.string().min(1);

/** One text, or several that are worth the same. */
export const oneOrMore = z.union([text, z.array(text).min(1)], {
  error: 'un texte, ou une liste de textes, est attendu',
});

/** An address that can be opened. */
export const httpUrl = z.url({
  protocol: /^https?$/,
  error: 'une adresse complète, http ou https, est attendue',
});

/** Something only a `cible.ts` or `.mjs` can hold; left out of the JSON schema. */
export function fn<F>(): z.ZodCustom<F, F> {
  return z.custom<F>((value) => typeof value === 'function', {
    error: 'une fonction est attendue, ce que seul un fichier « cible.ts » ou « cible.mjs » peut contenir',
  });
}

const headers = z.record(text, z.string()).describe('En-têtes envoyés, par nom.');

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/** Returns a call that the harness makes to the portal's own test means, shown by an example of its address and body. */
export const httpCall = (address: string, sent: Readonly<Record<string, string>>) =>
  z.strictObject({
    url: httpUrl.describe('L’adresse appelée.').meta({ examples: [address] }),
    method: z.enum(METHODS).default('POST').describe('La méthode HTTP.'),
    headers: headers.exactOptional(),
    body: z
      .union([z.string(), z.record(z.string(), z.unknown())], { error: 'un texte ou un objet est attendu' })
      .describe('Le corps envoyé : un objet part en JSON, un texte tel quel.')
      .meta({ examples: [sent] })
      .exactOptional(),
  });

/** A call of the harness, as a target file describes it. */
export type HttpCall = z.infer<ReturnType<typeof httpCall>>;
