import { isMainThread } from 'node:worker_threads';
import { startOrExit } from './start.ts';

// With --parallel, cucumber-js loads support code in each worker thread too: the main one has passed the gate.
if (isMainThread) await startOrExit(process.cwd());
