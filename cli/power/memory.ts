import { appendFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Diagnosis } from '../../reports/power/diagnosis.ts';

/**
 * What a campaign keeps of itself while it runs, so that an interrupted one goes on where it stood: one line for what
 * was played (a digest of the sources), then one a diagnosis.
 */
export class Memory {
  readonly #path: string;
  readonly #sources: string;

  constructor(path: string, sources: string) {
    this.#path = path;
    this.#sources = sources;
  }

  /** Returns the diagnoses kept; none where the sources have changed since: what they say may no longer hold. */
  recall(): Diagnosis[] {
    const [head, ...lines] = existsSync(this.#path) ? readFileSync(this.#path, 'utf8').split('\n') : [];
    if (head !== this.#sources) return this.#begin();
    return lines.flatMap(diagnosisIn);
  }

  /** Keeps one more. */
  add(diagnosis: Diagnosis): void {
    // The line break comes first: a line cut short does not spoil the next one.
    appendFileSync(this.#path, `\n${JSON.stringify(diagnosis)}`);
  }

  /** Forgets all, at the end of a campaign or when asked to. */
  forget(): void {
    rmSync(this.#path, { force: true });
  }

  #begin(): [] {
    mkdirSync(dirname(this.#path), { recursive: true });
    writeFileSync(this.#path, this.#sources);
    return [];
  }
}

/** A line cut short is that of a process killed as it wrote: its subject is played again. */
function diagnosisIn(line: string): Diagnosis[] {
  try {
    return [JSON.parse(line)];
  } catch {
    return [];
  }
}
