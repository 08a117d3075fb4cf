import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { sha256 } from '../../reports/dossier/digest.ts';

/** The rooms whose sources play and judge, and what they are installed from. */
const ROOMS = ['cli', 'features', 'fixtures', 'reports', 'steps', 'support'];
const LOCK_OF_PACKAGES = 'package-lock.json';

/** A source is one by the end of its name: systems and languages leave files of their own beside them. */
const SOURCE = /\.(ts|js|mjs|json|feature|py|css|html|svg)$/;

/** What plays nothing: tests, what they judge, and what a run leaves. */
const LEFT_OUT = /\.(test|test-support)\.|^reports\/(recordings|out)\//;

/** Returns one digest of all that plays and judges in a project, but these files, the same whatever the system ends its lines with. */
export function sourcesDigest(root: string, but: readonly string[] = []): string {
  const files = ROOMS.flatMap((room) => sourcesOf(join(root, room), root))
    .filter((file) => !but.includes(file))
    .toSorted();
  const digests = [...files, LOCK_OF_PACKAGES].map((file) => [file, sourceDigest(join(root, file))]);
  return sha256(JSON.stringify(digests));
}

function sourcesOf(folder: string, root: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(root, join(parentPath, name)).split(sep).join('/'))
    .filter((name) => SOURCE.test(name) && !LEFT_OUT.test(name));
}

function sourceDigest(path: string): string {
  return sha256(readFileSync(path, 'latin1').replaceAll('\r\n', '\n'));
}
