import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { type Diagnosis, untried } from '../../reports/power/diagnosis.ts';
import { HarnessSetupError } from '../../support/setup-error.ts';
import { ROOT } from '../root.ts';
import type { Job, Word } from './job.ts';

/** How a lane finds its process, and when it gives it up. */
export interface LaneOptions {
  /** The script of the process. */
  readonly script: string;
  /** Longer than any scenario: past this silence, in milliseconds, the process hangs. */
  readonly patienceMs: number;
}

/** How long a process may take to close its browser when the campaign hangs up, in milliseconds. */
const FAREWELL_MS = 3_000;

/** Characters of a dead process's last words that are kept. */
const LAST_WORDS = 600;

/** One process at work; when it dies the subject it was on is lost, and the next one gets a new process. */
export class Lane {
  readonly #options: LaneOptions;
  #child: ChildProcess | undefined;
  #gone: Promise<undefined> = Promise.resolve(undefined);
  #lastWords = '';

  constructor(options: LaneOptions) {
    this.#options = options;
  }

  /** Returns the diagnosis of a job. @throws HarnessSetupError when the process can't even start */
  async play(job: Job): Promise<Diagnosis> {
    if (job.ownProcess) await this.close();
    const child = await this.#ready(job);
    this.#lastWords = '';
    child.send(job);
    const diagnosis = await this.#answer(child);
    return diagnosis ?? untried(job.subject, `son processus est mort ou s'est tu. ${this.#lastWords}`.trim());
  }

  /** Ends the process, which closes its browser. */
  async close(): Promise<void> {
    const child = this.#child;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    const impatience = setTimeout(() => child.kill('SIGKILL'), FAREWELL_MS);
    if (child.connected) child.disconnect();
    await gone;
    clearTimeout(impatience);
  }

  async #ready({ variable, subject }: Job): Promise<ChildProcess> {
    if (this.#child?.connected) return this.#child;
    const child = fork(this.#options.script, {
      cwd: ROOT,
      env: { ...process.env, [variable]: subject.id },
      // What scenarios say aloud is of no use here; a group of its own, so that Ctrl-C reaches it through us only.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      detached: process.platform !== 'win32',
    });
    this.#child = child;
    this.#gone = silenceOf(child);
    this.#lastWords = '';
    // The system may refuse a process, or take it away as it is spoken to: what is said of it comes by its silence.
    child.on('error', ({ message }) => {
      this.#lastWords += message;
    });
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#lastWords = (this.#lastWords + text).slice(-LAST_WORDS);
    });
    const first = await Promise.race([wordOf(child, 'ready'), this.#gone]);
    if (first !== undefined) return child;
    throw new HarnessSetupError(
      `Un processus de la campagne n'a pas pu démarrer :\n${this.#lastWords.trim()}`,
      'Mendez ce qu’il dit, puis relancez.',
    );
  }

  /** `undefined` when the process dies, or says nothing for too long. */
  #answer(child: ChildProcess): Promise<Diagnosis | undefined> {
    return new Promise((resolve) => {
      const hang = (): boolean => child.kill('SIGKILL');
      let silence = setTimeout(hang, this.#options.patienceMs);
      const hear = (word: Word): void => {
        clearTimeout(silence);
        silence = setTimeout(hang, this.#options.patienceMs);
        if (word.kind === 'diagnosis') end(word.diagnosis);
      };
      const end = (diagnosis: Diagnosis | undefined): void => {
        clearTimeout(silence);
        child.off('message', hear);
        resolve(diagnosis);
      };
      child.on('message', hear);
      this.#gone.then(end);
    });
  }
}

/**
 * Resolves when the process is gone and its last words are read. Its own `close` event does not come where it is we who
 * hung up.
 */
async function silenceOf(child: ChildProcess): Promise<undefined> {
  if (child.stderr && !child.stderr.closed) await once(child.stderr, 'close');
}

function wordOf(child: ChildProcess, kind: Word['kind']): Promise<Word> {
  return new Promise((resolve) => {
    const hear = (word: Word): void => {
      if (word.kind !== kind) return;
      child.off('message', hear);
      resolve(word);
    };
    child.on('message', hear);
  });
}
