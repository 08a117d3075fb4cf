import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a diagnosis depends on. */
const ROOMS = ['features', 'steps', 'support', 'fixtures', 'reports', 'package-lock.json'];

/** Files of a room that play no part in a diagnosis: tests, figures, reports. */
const APART = /\.test\.ts$|^reports\/(out|power)\b/;

/** Returns a digest of all that a diagnosis depends on: it holds for these sources only. */
export function sourcesDigest(root: string): string {
  const hash = createHash('sha256');
  for (const room of ROOMS)
    for (const file of filesOf(root, room)) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

function filesOf(root: string, room: string): string[] {
  if (room.includes('.')) return [room];
  return readdirSync(join(root, room), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((file) => !APART.test(file))
    .sort();
}
