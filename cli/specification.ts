import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { readCatalogue } from '../reports/catalogue.ts';
import { specificationPage } from '../reports/dossier/specification/specification-page.ts';
import { readFeatures } from '../support/specification/feature-file.ts';
import { LOCK_FILE } from '../support/specification/lock.ts';
import { inOut, inProject, ROOT, shownPath } from './root.ts';
import { earlierVersion } from './specification/earlier.ts';

/** Writes the specification as a page, without any run, and returns the exit code. */
export function specification({ since, out }: { since?: string; out?: string }): number {
  const path = out === undefined ? inOut('specification.html') : resolve(out);
  const source = {
    catalogue: readCatalogue(inProject(LOCK_FILE)),
    features: readFeatures(ROOT).map(({ file, text }) => ({ path: file, text })),
  };
  const page = specificationPage(
    source,
    since === undefined ? {} : { since: earlierVersion(resolve(since)) },
  );
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, page);
  process.stdout.write(`Spécification écrite : ${shownPath(path)}\n`);
  return 0;
}
