import { parentPort } from 'node:worker_threads';
import { startEmbeddedMailbox } from '../support/mailbox/embedded/embedded.ts';

// In a thread of its own: what sends to it must not take its time.
const { url, smtp } = await startEmbeddedMailbox();
parentPort?.postMessage({ url, smtp });
