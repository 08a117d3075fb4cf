import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { HarnessSetupError } from '../setup-error.ts';
import { loadTarget } from './load.ts';

/** The least that a target file says. */
export const LEAST = { name: 'Portail', url: 'http://127.0.0.1:8020/' };

/** Files by their names; what is not a text is written as JSON. */
export type Files = Readonly<Record<string, unknown>>;

/** Writes files in a folder of their own and returns the path of the first. */
export function written(t: TestContext, files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'diapason-cible-'));
  t.after(() => rmSync(folder, { recursive: true }));
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
    return path;
  });
  return paths[0] ?? assert.fail('no file');
}

/** Returns why a target can't be loaded: what it says names the file, and how to mend it. */
export async function refusalOf(path: string, environment: NodeJS.ProcessEnv = {}): Promise<string> {
  const error = await loadTarget(path, environment).catch((caught: unknown) => caught);
  assert.ok(error instanceof HarnessSetupError, String(error));
  assert.ok(error.message.includes(path), error.message);
  assert.notEqual(error.remedy, '');
  assert.doesNotMatch(`${error.message} ${error.remedy}`, /\n\s+at /);
  return `${error.message}\n→ ${error.remedy}`;
}
