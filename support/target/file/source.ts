import { readFile } from 'node:fs/promises';
import { extname, relative, resolve } from 'node:path';
import { HarnessSetupError } from '../../setup-error.ts';
import { JsonFault, readJson } from './json.ts';
import { readModule } from './module.ts';

/** A target file, or one that it extends, as it is written. */
export interface Source {
  /** Absolute. */
  readonly path: string;
  /** As a person would type it from where they are. */
  readonly shown: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const MODULES = ['.ts', '.mts', '.mjs', '.js'];

/**
 * Reads a target file: JSON, or a module with a default export; `child` is the file that extends it.
 * @throws HarnessSetupError naming the file, the line and the fix
 */
export async function readSource(given: string, child?: string): Promise<Source> {
  const path = resolve(given);
  const shown = shownPath(path);
  const text = await read(path, shown, child);
  const content = MODULES.includes(extname(path)) ? await readModule(path, shown) : parsed(text, shown);
  if (isRecord(content)) return { path, shown, content };
  throw new HarnessSetupError(
    `Le fichier cible ${shown} contient ${kindOf(content)}, et non un objet.`,
    'Écrivez { "name": "…", "url": "…" }.',
  );
}

async function read(path: string, shown: string, child: string | undefined): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code === 'EISDIR' ? 'est un dossier' : 'est introuvable';
    const from = child === undefined ? '' : `, dont part ${child} (« extends »),`;
    throw new HarnessSetupError(
      `Le fichier cible ${shown}${from} ${reason}, ou illisible.`,
      child === undefined
        ? 'Vérifiez le chemin donné à --target ou à la variable TARGET.'
        : `Corrigez « extends » dans ${child} : le chemin est relatif à ce fichier.`,
    );
  }
}

function parsed(text: string, shown: string): unknown {
  try {
    return readJson(text);
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    throw new HarnessSetupError(
      `Le fichier cible ${shown}, ligne ${error.line}, n'est pas du JSON valide : ${error.message}.`,
      'Corrigez cette ligne.',
    );
  }
}

function kindOf(content: unknown): string {
  if (Array.isArray(content)) return 'une liste';
  if (typeof content === 'function') return 'une fonction';
  return content === null ? 'null' : `la valeur ${JSON.stringify(content)}`;
}

/** Whether a value is an object with keys of its own, and neither a list nor a function. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shownPath(path: string): string {
  const near = relative(process.cwd(), path);
  return near.startsWith('..') ? path : near;
}
