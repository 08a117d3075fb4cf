import { spawn } from 'node:child_process';
import { ROOT } from './root.ts';

/** How a child ended: its exit code, or 130 when a person stopped the run. */
export interface Ending {
  readonly code: number;
  readonly interrupted: boolean;
}

/** What a child needs besides its arguments. */
export interface ChildOptions {
  readonly environment?: Readonly<Record<string, string>>;
  /** Keeps the child silent; its output is given to `onOutput` instead. */
  readonly onOutput?: (text: string) => void;
}

const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a script with this same Node and waits for its end. The child has a process group of its own, so that a
 * Ctrl-C reaches it once, through us: twice, it would not take the time to close its browsers.
 */
export async function runNode(args: readonly string[], options: ChildOptions = {}): Promise<Ending> {
  const quiet = options.onOutput !== undefined;
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, ...options.environment },
    stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    detached: process.platform !== 'win32',
  });
  child.stdout?.setEncoding('utf8').on('data', options.onOutput ?? (() => undefined));
  child.stderr?.setEncoding('utf8').on('data', options.onOutput ?? (() => undefined));
  let interrupted = false;
  const forward = (signal: NodeJS.Signals): void => {
    interrupted = true;
    child.kill(signal);
  };
  for (const signal of STOPPING) process.on(signal, forward);
  try {
    const code = await new Promise<number>((resolve, reject) => {
      child.once('error', reject).once('close', (exitCode) => resolve(exitCode ?? 130));
    });
    return { code: interrupted ? 130 : code, interrupted };
  } finally {
    for (const signal of STOPPING) process.off(signal, forward);
  }
}
