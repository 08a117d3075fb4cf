import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readFeatures } from '../support/specification/feature-file.ts';
import { LOCK_FILE, lockOf } from '../support/specification/lock.ts';

const root = join(import.meta.dirname, '..');
writeFileSync(join(root, LOCK_FILE), lockOf(readFeatures(root)));
process.stdout.write(`Verrou écrit : ${LOCK_FILE}\n`);
