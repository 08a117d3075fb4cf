import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../../reports/dossier/digest.ts';
import type { Serie } from '../../reports/dossier/serie.ts';
import type { Release } from '../../reports/dossier/verify/rules.ts';
import { POWER_FILE } from '../../reports/power/record.ts';
import { readFeatures } from '../../support/specification/feature-file.ts';
import { LOCK_FILE } from '../../support/specification/lock.ts';
import { inProject } from '../root.ts';
import { citation } from '../run/summary.ts';

/** The rooms whose sources play and judge, and what they are installed from. */
const ROOMS = ['cli', 'features', 'fixtures', 'reports', 'steps', 'support'];
const LOCK_OF_PACKAGES = 'package-lock.json';

/** What plays nothing: tests, what they judge, and what a run leaves. */
const LEFT_OUT = /(^|[/.])(test|test-support|testing)\.|^(recordings|out)\//;

/** Returns what a dossier says of the suite that made it. */
export function suiteFacts(): Serie['suite'] {
  return {
    version: versionOf(),
    sha256: suiteDigest(),
    power: citation(),
    powerSha256: sha256(readFileSync(inProject(POWER_FILE))),
  };
}

/** Returns what this suite holds, which the dossiers that it makes are verified against. */
export function thisRelease(): Release {
  const features = readFeatures(inProject());
  return {
    version: versionOf(),
    sha256: suiteDigest(),
    catalogue: readFileSync(inProject(LOCK_FILE), 'utf8'),
    features: features.map(({ file, text }) => ({ path: file, text })),
  };
}

function versionOf(): string {
  return JSON.parse(readFileSync(inProject('package.json'), 'utf8')).version;
}

/** One digest of all sources, the same whatever the system ends its lines with. */
function suiteDigest(): string {
  const files = ROOMS.flatMap((room) => sourcesOf(room)).toSorted();
  const digests = [...files, LOCK_OF_PACKAGES].map((file) => [file, sourceDigest(file)]);
  return sha256(JSON.stringify(digests));
}

function sourcesOf(room: string): string[] {
  const names = readdirSync(inProject(room), { recursive: true, withFileTypes: true });
  return names
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(inProject(room).length + 1)
        .replaceAll('\\', '/'),
    )
    .filter((name) => !LEFT_OUT.test(name))
    .map((name) => `${room}/${name}`);
}

function sourceDigest(file: string): string {
  return sha256(readFileSync(inProject(file), 'latin1').replaceAll('\r\n', '\n'));
}
