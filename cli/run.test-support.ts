import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { ROOT } from './root.ts';

export interface Ended {
  readonly code: number | null;
  readonly output: string;
  readonly ms: number;
}

export interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
  /** Resolves when the output holds this text. */
  says(text: string): Promise<void>;
  /** What was said so far. */
  output(): string;
}

export function temporary(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'diapason-série-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the command as a person does, with reports of its own and nothing of the tests' environment. */
export function start(
  out: string,
  args: readonly string[],
  environment: Record<string, string> = {},
): Started {
  const { TARGET: _, MAILPIT_URL: __, NODE_TEST_CONTEXT: ___, ...own } = process.env;
  const began = performance.now();
  const child = spawn(process.execPath, ['cli/diapason.ts', ...args], {
    cwd: ROOT,
    // A second browser costs more than it saves on a few scenarios.
    env: { ...own, DIAPASON_OUT: out, DIAPASON_WORKERS: '1', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as a shell gives to what it starts.
    detached: true,
  });
  let output = '';
  const onText = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of onText) listener();
    });
  }
  const ended = new Promise<Ended>((resolve) => {
    // Reports set no-break spaces: a test reads what a person reads.
    child.once('close', (code) =>
      resolve({ code, output: output.replace(/[\u00a0\u202f]/g, ' '), ms: performance.now() - began }),
    );
  });
  const says = (text: string) =>
    new Promise<void>((resolve, reject) => {
      const look = (): void => {
        if (output.includes(text)) resolve();
      };
      onText.add(look);
      look();
      child.once('close', () => reject(new Error(`ended before saying « ${text} » :\n${output}`)));
    });
  return { child, ended, says, output: () => output };
}

/** Whether the processes of a run can be found: they bear the folder of its reports in their environment. */
export const PROC = { skip: existsSync('/proc/self/environ') ? false : 'needs /proc' };

/** The processes that a run with these reports started, whatever their group. */
export function processesOf(out: string): { pid: number; command: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .filter((pid) => read(`/proc/${pid}/environ`).includes(`DIAPASON_OUT=${out}`))
    .map((pid) => ({ pid: Number(pid), command: read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ') }))
    .filter(({ command }) => command !== '');
}

/** Their command lines. */
export function childrenOf(out: string): string[] {
  return processesOf(out).map(({ command }) => command);
}

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

export function assertNoStack({ output }: Ended): void {
  assert.doesNotMatch(output, /^\s{4,}at /m);
}
