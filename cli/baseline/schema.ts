import { z } from 'zod';
import { KNOWABLE } from '../../reports/baseline/baseline.ts';
import { text } from '../../support/target/schema/shapes.ts';

/** Where the JSON schema of baselines is committed. */
export const BASELINE_SCHEMA_FILE = 'targets/reference.schema.json';

const known = z.strictObject({
  requirement: z
    .string()
    .regex(/^EX-\d+\.\d+$/, { error: 'l’identifiant d’une exigence est attendu' })
    .describe('L’exigence, par son identifiant.')
    .meta({ examples: ['EX-4.07'] }),
  outcome: z
    .enum(KNOWABLE)
    .describe('Son issue, telle que le verdict la donne : toute autre rompt la référence.'),
  owner: text.describe('Qui doit la guérir.').meta({ examples: ['Équipe portail'] }),
  until: z.iso
    .date({ error: 'une date est attendue, sous la forme « 2026-12-31 »' })
    .describe('Le dernier jour où elle est admise, compris.')
    .meta({ examples: ['2026-12-31'] }),
  why: text
    .describe('Pourquoi elle est admise ; un numéro de ticket, par exemple.')
    .meta({ examples: ['PORTAIL-142'] })
    .exactOptional(),
});

/** The contract of a baseline: what is known not to be green, by whom it is owned, and until when. */
export const baselineSchema = z.strictObject({
  $schema: z
    .string()
    .describe('Le schéma de ce contrat, pour la complétion dans un éditeur.')
    .meta({ examples: ['../diapason/targets/reference.schema.json'] })
    .exactOptional(),
  target: text
    .describe('Le nom de la cible, s’il ne faut pas que le fichier serve à une autre.')
    .meta({ examples: ['Portail fournisseurs'] })
    .exactOptional(),
  known: z.array(known).describe('Les exigences connues pour n’être pas vertes.'),
});

/** Returns the JSON schema of a baseline. */
export function baselineJsonSchema(): string {
  // Draft 7 is what editors understand best.
  const schema = z.toJSONSchema(baselineSchema, { target: 'draft-7', io: 'input' });
  return `${JSON.stringify({ title: 'Référence connue de Diapason', ...schema }, undefined, 2)}\n`;
}
