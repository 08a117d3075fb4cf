import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Starts the command it is given, and kills it when its own input ends: that pipe is closed by the system however we
 * die, so nothing outlives us. Then it removes the folder of temporary files, which a killed program leaves behind.
 * The input goes by another number, for a shell takes it from what it starts in the background; and once we are dead
 * nobody reads what the shell says of it, which must not end it.
 */
const GUARD = `
trap '' PIPE
exec 3<&0 </dev/null
"$@" 3<&- &
guarded=$!
( while read -r _; do :; done <&3; kill -9 "$guarded" 2>/dev/null ) &
watcher=$!
wait "$guarded"
code=$?
kill "$watcher" 2>/dev/null
rm -rf "$TMPDIR"
exit "$code"
`;

/** How a program is started so that it does not outlive us. */
export interface GuardedOptions {
  readonly environment: NodeJS.ProcessEnv;
  /** Removed when the program ends. It is the program's `TMPDIR`. */
  readonly folder: string;
}

/**
 * Starts a program that ends with us, even if we are killed. In a process group of its own, for a Ctrl-C is for whoever
 * uses it: it must serve until they have closed it.
 */
export function spawnGuarded(
  executable: string,
  args: readonly string[],
  { environment, folder }: GuardedOptions,
): ChildProcess {
  const env = { ...environment, TMPDIR: folder };
  // There, what we start dies with us already: Node puts it in a job of its own.
  if (process.platform === 'win32') return spawn(executable, args, { env: { ...env, TEMP: folder } });
  return spawn('/bin/sh', ['-c', GUARD, 'guard', executable, ...args], { env, detached: true });
}
