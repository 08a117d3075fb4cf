import type { z } from 'zod';

/** What is used here of a schema's definition; zod's own types of it are one for each kind. */
interface Definition {
  readonly type: string;
  readonly innerType?: z.ZodType;
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly element?: z.ZodType;
  readonly valueType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly entries?: Readonly<Record<string, string>>;
  readonly defaultValue?: unknown;
}

/** Returns the definition of a schema, without « optional » and « default ». */
function definitionOf(schema: z.ZodType): Definition {
  const definition = schema.def as unknown as Definition;
  return definition.innerType === undefined ? definition : definitionOf(definition.innerType);
}

/** Returns the keys that a schema knows, with the schema of each; of a union, those of all its objects. */
export function keysOf(schema: z.ZodType): ReadonlyMap<string, z.ZodType> {
  const { shape, options } = definitionOf(schema);
  if (shape !== undefined) return new Map(Object.entries(shape));
  return new Map((options ?? []).flatMap((option) => [...keysOf(option)]));
}

/** Returns the schema of what a list holds; `undefined` for what is no list. */
export function elementOf(schema: z.ZodType): z.ZodType | undefined {
  return definitionOf(schema).element;
}

/** Returns the schema of what stands at a path; `undefined` where the contract knows nothing there. */
export function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const [key, ...rest] = path;
  if (key === undefined) return schema;
  const { element, valueType } = definitionOf(schema);
  const inner = keysOf(schema).get(String(key)) ?? element ?? valueType;
  return inner === undefined ? undefined : schemaAt(inner, rest);
}

/** Returns the paths, « mail.domain », under which a key exists somewhere in the contract. */
export function placesOf(schema: z.ZodType, key: string, above: readonly string[] = []): string[] {
  return [...keysOf(schema)].flatMap(([name, inner]) => [
    ...(name === key ? [[...above, name].join('.')] : []),
    ...placesOf(inner, key, [...above, name]),
  ]);
}

/** Returns the first example that a schema gives. */
export function exampleOf(schema: z.ZodType | undefined): unknown {
  if (schema === undefined) return undefined;
  const { innerType } = schema.def as unknown as Definition;
  return (schema.meta()?.examples as unknown[] | undefined)?.[0] ?? exampleOf(innerType);
}

/** Returns what a schema takes where nothing is said; `undefined` where it has no such value. */
export function defaultOf(schema: z.ZodType): unknown {
  const { defaultValue, innerType, type } = schema.def as unknown as Definition;
  if (type === 'default') return defaultValue;
  return innerType === undefined ? undefined : defaultOf(innerType);
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'texte',
  number: 'nombre',
  object: 'objet',
  record: 'objet',
  custom: 'fonction',
};

/** Says in French what kind of value a schema takes. */
export function kindOf(schema: z.ZodType): string {
  const { type, element, options, entries } = definitionOf(schema);
  if (entries !== undefined)
    return Object.values(entries)
      .map((value) => `\`"${value}"\``)
      .join(' ou ');
  if (element !== undefined) return `liste (${kindOf(element)})`;
  if (options !== undefined) return options.map(kindOf).join(' ou ');
  return KINDS[type] ?? type;
}
