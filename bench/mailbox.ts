import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createTransport } from 'nodemailer';
import { openBench, type Server } from '../support/mailbox/contract/bench.ts';
import { type Implementation, implementations } from '../support/mailbox/contract/servers.ts';
import { median, quantile } from './samples.ts';

const WAITS = 200;
const MAILS = 3_000;
const CONNECTIONS = 8;
const DEADLINE_MS = 10_000;

/** Measures, on each mailbox there is, the time from « accepted by SMTP » to « the step goes on », and the pace ours holds. */
export async function mailboxBench(say: (text: string) => void): Promise<void> {
  say(`De « accepté par SMTP » à « l’étape continue », ${WAITS} courriels l’un après l’autre :`);
  for (const implementation of implementations()) say(await delaysOn(implementation));
  const pace = await embeddedPace();
  say(
    `Boîte embarquée : ${pace.toFixed(0)} courriels par seconde (${MAILS}, sur ${CONNECTIONS} connexions).`,
  );
}

async function delaysOn({ name, missing, start }: Implementation): Promise<string> {
  if (missing !== undefined) return `  ${name} : ${missing}`;
  const server = await start();
  const bench = openBench(server);
  try {
    const delays = await measured(bench);
    return `  ${name} : médiane ${median(delays).toFixed(1)} ms, 95 % sous ${quantile(delays, 0.95).toFixed(1)} ms`;
  } finally {
    await bench.close();
    await server.close();
  }
}

async function measured(bench: ReturnType<typeof openBench>): Promise<number[]> {
  const mailbox = await bench.mailbox();
  const delays: number[] = [];
  for (let turn = 0; turn < WAITS; turn += 1) {
    const to = `delai${turn}@exemple.test`;
    const waiting = mailbox.waitFor(to, { deadlineMs: DEADLINE_MS }).then((mail) => {
      if (mail === undefined) throw new Error(`Rien n’est venu pour ${to} en ${DEADLINE_MS / 1_000} s.`);
      return performance.now();
    });
    await bench.send({ to });
    const accepted = performance.now();
    // An event may overtake the answer of SMTP: the step then waits for nothing.
    delays.push(Math.max(0, (await waiting) - accepted));
  }
  return delays;
}

async function embeddedPace(): Promise<number> {
  const worker = new Worker(new URL('./mailbox-server.ts', import.meta.url));
  const [server]: [Pick<Server, 'smtp'>] = (await once(worker, 'message')) as [Server];
  const sender = createTransport({
    ...server.smtp,
    ignoreTLS: true,
    pool: true,
    maxConnections: CONNECTIONS,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  const mail = {
    from: 'portail@exemple.test',
    subject: 'Activez votre compte',
    text: 'Bonjour '.repeat(250),
  };
  const sent = (to: string) => sender.sendMail({ ...mail, to });
  try {
    await Promise.all(Array.from({ length: CONNECTIONS }, () => sent('chauffe@exemple.test')));
    const started = performance.now();
    await Promise.all(Array.from({ length: MAILS }, (_, rank) => sent(`${rank}@exemple.test`)));
    return (MAILS * 1_000) / (performance.now() - started);
  } finally {
    sender.close();
    await worker.terminate();
  }
}
