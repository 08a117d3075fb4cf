import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CONFIDENCES, type Confidence } from '../../support/confidences.ts';

/** Where workers tell a run what must not be read in its reports: in a folder that only its user opens, for its time. */
export interface ConfidencesOfRun {
  /** Returns what was told, and forgets it: nothing is left on the disk. */
  readonly take: () => Confidence[];
}

/** Has what must not be read told to this run by the processes that it starts. */
export function hearConfidences(): ConfidencesOfRun {
  // mkdtemp gives it to nobody else (0700).
  const folder = mkdtempSync(join(tmpdir(), 'diapason-'));
  const file = join(folder, 'confidences.ndjson');
  process.env[CONFIDENCES] = file;
  const forget = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', forget);
  return {
    take: () => {
      const told = existsSync(file) ? confidencesIn(readFileSync(file, 'utf8')) : [];
      forget();
      return told;
    },
  };
}

/** A worker that was killed may leave its last line in half: what it holds was not used yet. */
function confidencesIn(text: string): Confidence[] {
  return text.split('\n').flatMap((line) => {
    try {
      return [JSON.parse(line) as Confidence];
    } catch {
      return [];
    }
  });
}
