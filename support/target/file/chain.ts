import { dirname, resolve } from 'node:path';
import { HarnessSetupError } from '../../setup-error.ts';
import { isRecord, readSource, type Source } from './source.ts';

/** A target file and those it extends, the file itself first. */
export class Chain {
  readonly sources: readonly Source[];

  constructor(sources: readonly Source[]) {
    this.sources = sources;
  }

  /** What they say together: the nearest wins, key by key. */
  get merged(): Record<string, unknown> {
    return this.sources.reduceRight<Record<string, unknown>>(
      (far, { content: { $schema: _, extends: __, ...near } }) => mergedOver(far, near),
      {},
    );
  }

  /** The file that gives the value at this place; the nearest where none does. */
  sourceOf(path: readonly PropertyKey[]): Source {
    const [nearest] = this.sources;
    const giver = this.sources.find(({ content }) => valueAt(content, path) !== undefined);
    return (giver ?? nearest) as Source;
  }

  /** What is written at this place, before anything is made of it. */
  written(path: readonly PropertyKey[]): unknown {
    return valueAt(this.sourceOf(path).content, path);
  }
}

/**
 * Reads a target file and, one after the other, those it extends.
 * @throws HarnessSetupError when one can't be read, or when they extend one another
 */
export async function readChain(given: string): Promise<Chain> {
  const sources: Source[] = [await readSource(given)];
  for (let last = sources[0]; last !== undefined; last = sources.at(-1)) {
    const parent = parentOf(last);
    if (parent === undefined) break;
    refuseCircle(sources, parent);
    sources.push(await readSource(parent, last.shown));
  }
  return new Chain(sources);
}

function parentOf({ path, shown, content }: Source): string | undefined {
  if (content.extends === undefined) return undefined;
  if (typeof content.extends === 'string' && content.extends !== '')
    return resolve(dirname(path), content.extends);
  throw new HarnessSetupError(
    `Le fichier cible ${shown} : « extends » n’est pas le chemin d’un fichier.`,
    'Écrivez par exemple "extends": "commun.json".',
  );
}

function refuseCircle(sources: readonly Source[], parent: string): void {
  const start = sources.findIndex(({ path }) => path === parent);
  if (start < 0) return;
  const circle = [...sources.slice(start), ...sources.slice(start, start + 1)].map(({ shown }) => shown);
  throw new HarnessSetupError(
    `Le fichier cible ${sources[0]?.shown} tourne en rond par « extends » : ${circle.join(' → ')}.`,
    `Retirez « extends » de l’un d’eux, par exemple de ${sources.at(-1)?.shown}.`,
  );
}

function mergedOver(
  far: Record<string, unknown>,
  near: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  const merged = { ...far };
  for (const [key, value] of Object.entries(near)) {
    // A key that a `cible.ts` leaves undefined is not given.
    if (value === undefined) continue;
    const before = merged[key];
    if (value === null && before !== undefined) delete merged[key];
    else merged[key] = isRecord(value) ? mergedOver(isRecord(before) ? before : {}, value) : value;
  }
  return merged;
}

function valueAt(content: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    content,
  );
}
