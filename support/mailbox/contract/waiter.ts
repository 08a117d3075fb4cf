import { parentPort } from 'node:worker_threads';
import { openMailbox } from '../mailbox.ts';
import type { Server } from './bench.ts';

/** What a waiter is asked: to await one mail for each address, on a server. */
export interface Task {
  readonly server: Pick<Server, 'url' | 'auth'>;
  readonly addresses: readonly string[];
  readonly deadlineMs: number;
}

parentPort?.on('message', async ({ server, addresses, deadlineMs }: Task) => {
  const mailbox = await openMailbox({ url: server.url, ...server.auth });
  const waits = addresses.map((address) => mailbox.waitFor(address, { deadlineMs }));
  parentPort?.postMessage('waiting');
  const subjects = (await Promise.all(waits)).map((mail) => mail?.subject);
  await mailbox.close();
  parentPort?.postMessage(subjects);
});

parentPort?.postMessage('ready');
