import { z } from 'zod';
import { targetSchema } from '../schema.ts';

/** Where the JSON schema of target files is committed. */
export const JSON_SCHEMA_FILE = 'targets/cible.schema.json';

type Node = Record<string, unknown>;

/** Marks what only a module can hold, until it is left out. */
const FUNCTION = 'x-function';

/** Returns the JSON schema of a `cible.json`: the contract, without what only a `cible.ts` can hold. */
export function jsonSchema(): string {
  // Draft 7 is what editors understand best.
  const whole = z.toJSONSchema(targetSchema, {
    target: 'draft-7',
    io: 'input',
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema: node }) => {
      if (zodSchema._zod.def.type === 'custom') node[FUNCTION] = true;
      // zod bounds every whole number by JavaScript's largest, which is no limit of the contract.
      if (node.maximum === Number.MAX_SAFE_INTEGER) delete node.maximum;
    },
  });
  const { required, ...contract } = withoutFunctions(whole as Node);
  const titled = {
    title: 'Fichier cible de Diapason',
    ...contract,
    // A file that starts from another may leave these to it.
    anyOf: [{ required }, { required: ['extends'] }],
  };
  return `${JSON.stringify(titled, undefined, 2)}\n`;
}

function withoutFunctions(node: Node): Node {
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => {
      if (key === 'default' && isNode(value) && Object.keys(value).length === 0) return [];
      if (key === 'properties') return [[key, propertiesOf(value as Node)]];
      if (key === 'anyOf') return Object.entries(choiceOf(value as Node[]));
      return [[key, isNode(value) ? withoutFunctions(value) : value]];
    }),
  );
}

function propertiesOf(properties: Node): Node {
  const kept = Object.entries(properties as Record<string, Node>).filter(([, inner]) => !isFunctional(inner));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutFunctions(inner)]));
}

/** A choice between one thing is that thing. */
function choiceOf(options: readonly Node[]): Node {
  const kept = options.filter((option) => !isFunctional(option)).map(withoutFunctions);
  return kept.length === 1 ? (kept[0] ?? {}) : { anyOf: kept };
}

/** A function, or an object that holds nothing else. */
function isFunctional(node: Node): boolean {
  if (node[FUNCTION] === true) return true;
  const inner = Object.values((node.properties ?? {}) as Record<string, Node>);
  return inner.length > 0 && inner.every(isFunctional);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
