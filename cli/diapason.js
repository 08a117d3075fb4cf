#!/usr/bin/env node
// Plain JavaScript, for any Node: hands over to the project's own Node 24, which runs the TypeScript sources.
// The system's Node may be older, and a shell may have remembered it before set-up brought ours.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as module from 'node:module';
import { join } from 'node:path';

const root = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '..');
const packaged = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

// Here and in every process that this one starts, sources once compiled are not compiled again.
process.env.NODE_COMPILE_CACHE ??= join(root, 'node_modules', '.cache', 'node');

if (Number(process.versions.node.split('.')[0]) >= 24) {
  module.enableCompileCache?.(process.env.NODE_COMPILE_CACHE);
  await import('./diapason.ts');
} else if (!existsSync(packaged)) {
  process.stderr.write(
    '✗ Node 24 manque au projet.\n  → Lancez « node setup/setup.mjs », qui installe tout.\n',
  );
  process.exitCode = 3;
} else {
  const script = join(root, 'cli', 'diapason.ts');
  const child = spawn(packaged, [script, ...process.argv.slice(2)], { stdio: 'inherit' });
  // A Ctrl-C reaches both: the one that works decides how to end.
  process.on('SIGINT', () => undefined);
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.exitCode = await new Promise((resolve) => child.on('close', (code) => resolve(code ?? 130)));
}
