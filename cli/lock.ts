import { writeFileSync } from 'node:fs';
import { readFeatures } from '../support/specification/feature-file.ts';
import { LOCK_FILE, lockOf } from '../support/specification/lock.ts';
import { inProject, ROOT } from './root.ts';

/** Writes the lock of the features as they stand: a person then reads the difference and commits it. */
export function writeLock(): void {
  writeFileSync(inProject(LOCK_FILE), lockOf(readFeatures(ROOT)));
  process.stdout.write(`Verrou écrit : ${LOCK_FILE}\n`);
}
