import { readFileSync } from 'node:fs';
import { sha256 } from '../../reports/dossier/digest.ts';
import type { Serie } from '../../reports/dossier/serie.ts';
import type { Release } from '../../reports/dossier/verify/rules.ts';
import { POWER_FILE } from '../../reports/power/record.ts';
import { readFeatures } from '../../support/specification/feature-file.ts';
import { LOCK_FILE } from '../../support/specification/lock.ts';
import { inProject } from '../root.ts';
import { citation } from '../run/summary.ts';
import { sourcesDigest } from './sources.ts';

/** Returns what a dossier says of the suite that made it. */
export function suiteFacts(): Serie['suite'] {
  return {
    version: versionOf(),
    sha256: sourcesDigest(inProject()),
    power: citation(),
    powerSha256: sha256(readFileSync(inProject(POWER_FILE))),
  };
}

/** Returns what this suite holds, which the dossiers that it makes are verified against. */
export function thisRelease(): Release {
  const features = readFeatures(inProject());
  return {
    version: versionOf(),
    sha256: sourcesDigest(inProject()),
    catalogue: readFileSync(inProject(LOCK_FILE), 'utf8'),
    features: features.map(({ file, text }) => ({ path: file, text })),
  };
}

/** Returns the version of the suite. */
export function versionOf(): string {
  return JSON.parse(readFileSync(inProject('package.json'), 'utf8')).version;
}
