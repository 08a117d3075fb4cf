import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const LEVELS = ['essentiel', 'robuste', 'securite', 'accessible'] as const;

const scenario = z.object({
  name: z.string().min(1),
  /** Number of example rows of an outline, 0 for a plain scenario. */
  examples: z.int().min(0),
  line: z.int().min(1),
});

const requirement = z.object({
  id: z.string().regex(/^EX-\d+\.\d+$/),
  sentence: z.string().min(1),
  feature: z.string().min(1),
  /** Step of the guide, 1 to 4; 0 is the whole journey, 5 and 6 are security and accessibility. */
  step: z.int().min(0),
  level: z.enum(LEVELS),
  obligation: z.enum(['exige', 'devrait']),
  conditions: z.array(z.string().startsWith('si-')),
  scenarios: z.array(scenario),
  digest: z.string(),
});

const catalogue = z.object({ version: z.literal(1), requirements: z.array(requirement).min(1) });

export type Level = (typeof LEVELS)[number];
export type CatalogueScenario = z.infer<typeof scenario>;
export type Requirement = z.infer<typeof requirement>;
export type Catalogue = z.infer<typeof catalogue>;

/** What should have run: the committed lock of the features. Throws a French sentence on a bad file. */
export function readCatalogue(path: string): Catalogue {
  const checked = catalogue.safeParse(jsonIn(path), { error: z.locales.fr().localeError });
  if (!checked.success) {
    const [issue] = checked.error.issues;
    throw bad(path, `« ${issue?.path.join('.') || 'racine'} » : ${issue?.message}`);
  }
  refuseDuplicates(path, checked.data);
  return checked.data;
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw bad(
      path,
      error instanceof SyntaxError ? "ce n'est pas du JSON" : 'le fichier ne peut être lu',
      error,
    );
  }
}

/** Two entries with one id would each hide the failures of the other. */
function refuseDuplicates(path: string, { requirements }: Catalogue): void {
  const seen = new Set<string>();
  for (const { id } of requirements) {
    if (seen.has(id)) throw bad(path, `l'exigence ${id} y figure deux fois`);
    seen.add(id);
  }
}

function bad(path: string, reason: string, cause?: unknown): Error {
  return new Error(`Catalogue des exigences illisible (${path}) : ${reason}.`, { cause });
}
