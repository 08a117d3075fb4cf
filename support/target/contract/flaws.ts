import type { z } from 'zod';
import { nearest } from './nearest.ts';
import { exampleOf, keysOf, placesOf, schemaAt } from './schema-walk.ts';

/** What is wrong with a target file, at one place, and how to mend it. */
export interface Flaw {
  readonly path: readonly PropertyKey[];
  /** In French, both in one line. */
  readonly sentence: string;
}

type Issue = z.core.$ZodIssue;

/** What the schema is asked about: the contract, and the file's values as they are written. */
interface Asked {
  readonly schema: z.ZodType;
  readonly written: (path: readonly PropertyKey[]) => unknown;
}

/** Returns the flaws that zod found, each with its fix. */
export function flawsOf(issues: readonly Issue[], asked: Asked): Flaw[] {
  return issues
    .flatMap(narrowed)
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => unknownKey(issue.path, key, asked.schema))
        : [{ path: issue.path, sentence: sentenceOf(issue, asked) }],
    );
}

/** Of a value that may be of several kinds: the faults of the kind it is, where it is of one. */
function narrowed(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const ofItsKind = issue.errors.find((errors) =>
    errors.every(({ path, code }) => path.length > 0 || code === 'unrecognized_keys'),
  );
  if (ofItsKind === undefined) return [issue];
  return ofItsKind.flatMap((inner) => narrowed({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** Says what is wrong with a key, or where it belongs. */
function unknownKey(path: readonly PropertyKey[], key: string, root: z.ZodType): Flaw {
  const known = [...keysOf(schemaAt(root, path) ?? root).keys()];
  const near = nearest(key, known);
  const elsewhere = placesOf(root, key).filter((place) => !isOfMany(place) && !isOfMany(String(path[0])));
  const fix =
    near === undefined && elsewhere.length > 0
      ? `Cette clé s’écrit « ${elsewhere[0]} »`
      : near === undefined
        ? `Clés possibles : ${known.join(', ')}`
        : `Vouliez-vous dire « ${near} » ?`;
  return { path: [...path, key], sentence: `clé inconnue. ${fix}` };
}

/** A word of the lexicon, or the name of a thing a portal lacks, is no key that was put at the wrong place. */
function isOfMany(place: string): boolean {
  return /^(lexicon|without)\b/.test(place);
}

function sentenceOf(issue: Issue, { schema, written }: Asked): string {
  const inner = schemaAt(schema, issue.path);
  const given = written(issue.path);
  const example = exampleOf(inner);
  const key = String(issue.path.at(-1) ?? '');
  const fix = exampleText(key, example);
  if (given === undefined) return `clé obligatoire, absente.${fix === '' ? '' : ` Ajoutez${fix}`}`;
  const wrong = `${awaited(issue)} ; donné : ${shown(given)}.`;
  if (issue.code === 'invalid_value') return `${wrong} ${choice(given, issue.values.map(String))}`;
  return fix === '' ? wrong : `${wrong} Écrivez${fix}`;
}

function exampleText(key: string, example: unknown): string {
  return example === undefined ? '' : ` par exemple "${key}": ${JSON.stringify(example)}`;
}

function choice(given: unknown, values: readonly string[]): string {
  const near = nearest(String(given), values);
  return near === undefined
    ? `Valeurs possibles : ${values.map((value) => `"${value}"`).join(', ')}`
    : `Vouliez-vous dire "${near}" ?`;
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'un texte est attendu',
  number: 'un nombre est attendu',
  int: 'un nombre entier est attendu',
  boolean: '« true » ou « false » est attendu',
  array: 'une liste est attendue',
  object: 'un objet est attendu',
  record: 'un objet est attendu',
};

/** What the contract awaits there; what the schema says in its own words is taken as it is. */
function awaited(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return KINDS[issue.expected] ?? issue.message;
    case 'invalid_value':
      return 'une de ces valeurs est attendue';
    case 'too_small':
      return atLeast(issue);
    case 'too_big':
      return `${issue.maximum} au plus`;
    default:
      return issue.message;
  }
}

function atLeast({ origin, minimum, inclusive }: Extract<Issue, { code: 'too_small' }>): string {
  if (origin === 'string') return 'un texte qui ne soit pas vide est attendu';
  if (origin === 'array')
    return `une liste d’au moins ${minimum} ${Number(minimum) > 1 ? 'éléments' : 'élément'} est attendue`;
  return inclusive ? `${minimum} au moins` : `un nombre plus grand que ${minimum} est attendu`;
}

const LONGEST = 60;

function shown(value: unknown): string {
  if (typeof value === 'function') return 'une fonction';
  if (Array.isArray(value)) return value.length === 0 ? 'une liste vide' : 'une liste';
  if (typeof value === 'object' && value !== null) return 'un objet';
  const json = String(JSON.stringify(value));
  return json.length > LONGEST ? `${json.slice(0, LONGEST)}…` : json;
}
