import type { z } from 'zod';
import { guideLexicon, type Place } from '../lexicon.ts';
import { PLACES } from '../schema/lexicon.ts';
import { targetSchema } from '../schema.ts';
import { INTRODUCTION } from './page-introduction.ts';
import { defaultOf, elementOf, exampleOf, keysOf, kindOf } from './schema-walk.ts';

/** Where the reference page of target files is committed. */
export const PAGE_FILE = 'docs/cible.md';

/** The lexicon has tables of its own: what the guide says there is more than a description. */
const APART = 'lexicon';

/** Returns the reference page, in Markdown: all that the contract says of each key. */
export function page(): string {
  const keys = [...keysOf(targetSchema)];
  const sections = keys.filter(([key, schema]) => key !== APART && keysOf(schema).size > 0);
  const parts = [
    INTRODUCTION,
    '## Toutes les clés',
    table(keys),
    ...sections.flatMap(([key, schema]) => sectionOf(key, schema, 2)),
    ...lexiconSection(),
  ];
  return `${parts.join('\n\n')}\n`;
}

function sectionOf(path: string, schema: z.ZodType, depth: number): string[] {
  const keys = [...keysOf(elementOf(schema) ?? schema)];
  const example = exampleOf(schema);
  const inner = keys.filter(([, each]) => keysOf(elementOf(each) ?? each).size > 0);
  return [
    `${'#'.repeat(depth)} \`${path}\``,
    ...(depth === 2 ? [described(schema)] : []),
    ...(example === undefined || depth > 2 ? [] : [codeOf({ [path]: example })]),
    table(keys),
    ...inner.flatMap(([key, each]) => sectionOf(`${path}.${key}`, each, 3)),
  ];
}

function table(keys: ReadonlyArray<readonly [string, z.ZodType]>): string {
  const rows = keys.map(([key, schema]) => `| \`${key}\` | ${kindOf(schema)} | ${remarks(schema)} |`);
  return ['| clé | valeur | |', '|---|---|---|', ...rows].join('\n');
}

function remarks(schema: z.ZodType): string {
  const isObject = keysOf(schema).size > 0;
  const example = isObject ? undefined : exampleOf(schema);
  const standard = isObject ? undefined : defaultOf(schema);
  return [
    ...(isObject ? [firstSentence(described(schema))] : [described(schema)]),
    ...(standard === undefined ? [] : [`Sans précision : \`${JSON.stringify(standard)}\`.`]),
    ...(example === undefined ? [] : [`Exemple : \`${JSON.stringify(example)}\`.`]),
  ]
    .join(' ')
    .replaceAll('|', '\\|');
}

/** Its own section says the rest. */
function firstSentence(text: string): string {
  return /^.*?[.](?= |$)/.exec(text)?.[0] ?? text;
}

function lexiconSection(): string[] {
  const schema = keysOf(targetSchema).get(APART);
  if (schema === undefined) return [];
  return [
    `## \`${APART}\``,
    described(schema),
    codeOf({ [APART]: exampleOf(schema) }),
    ...Object.entries(guideLexicon).flatMap(([place, entries]) => [
      `### \`${APART}.${place}\``,
      PLACES[place as Place],
      lexiconTable(entries),
    ]),
  ];
}

function lexiconTable(entries: Readonly<Record<string, readonly string[]>>): string {
  const rows = Object.entries(entries).map(
    ([entry, names]) => `| \`${entry}\` | ${names.map((name) => `« ${name} »`).join(', ')} |`,
  );
  return ['| entrée | mots du guide |', '|---|---|', ...rows].join('\n');
}

function codeOf(value: unknown): string {
  return `\`\`\`json\n${JSON.stringify(value)}\n\`\`\``;
}

/** @throws Error for a key without a description: nobody could write it */
function described(schema: z.ZodType): string {
  const said = schema.description ?? innerOf(schema)?.description;
  if (said === undefined) throw new Error('Une clé du contrat n’a pas de description.');
  return said;
}

function innerOf(schema: z.ZodType): z.ZodType | undefined {
  return (schema.def as unknown as { innerType?: z.ZodType }).innerType;
}
