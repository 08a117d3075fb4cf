import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { startEmbeddedMailbox } from './embedded/embedded.ts';
import { mailpitIn } from './local/executable.ts';
import { startMailpit } from './local/mailpit.ts';
import { type Mailbox, MailboxUnavailable, openMailbox } from './mailbox.ts';

interface Server {
  readonly url: string;
  readonly smtp: { readonly host: string; readonly port: number };
  close(): Promise<void>;
}

type Start = (ports?: { readonly http: number; readonly smtp: number }) => Promise<Server>;

const executable = mailpitIn(process.env.PATH);
const MISSING = 'le vrai Mailpit n’est pas essayé : « mailpit » n’est pas dans le PATH';
const ZOE = 'zoe@x.fr';

const startOurs: Start = (ports) =>
  startEmbeddedMailbox(ports && { httpPort: ports.http, smtpPort: ports.smtp });
const startReal: Start = (ports) => startMailpit(executable ?? '', ports && { ports });

describe('troubles, on our mailbox', () => troubles(startOurs));
describe('troubles, on the Mailpit of the PATH', { skip: executable === undefined && MISSING }, () =>
  troubles(startReal),
);

function troubles(start: Start): void {
  let server: Server;
  let mailbox: Mailbox;
  const send = (subject: string, to = ZOE) => sendTo(server.smtp, subject, to);
  before(async () => {
    server = await start();
    mailbox = await openMailbox({ url: server.url });
  });
  after(async () => {
    await mailbox.close();
    await server.close();
  });
  const wipe = () => fetch(`${server.url}/api/v1/messages`, { method: 'DELETE' });

  it('a mail that comes twice is two mails, the second found past the first', async () => {
    await Promise.all([send('deux'), send('deux')]);
    const first = await mailbox.waitFor(ZOE, { deadlineMs: 2_000 });
    const second = await mailbox.waitFor(ZOE, { deadlineMs: 2_000, seenIds: new Set([first?.id ?? '']) });
    assert.ok(first && second && first.id !== second.id);
    assert.equal((await mailbox.mailsTo(ZOE)).length, 2);
    await wipe();
  });

  it('a mail later than the deadline did not come in time, and is there afterwards', async () => {
    assert.equal(await mailbox.waitFor(ZOE, { deadlineMs: 100 }), undefined);
    await send('tard');
    assert.equal((await mailbox.mailsTo(ZOE))[0]?.subject, 'tard');
    await wipe();
  });

  it('a mail refused for now, then accepted, is found once', async (t) => {
    const relay = await greylisting(t, server.smtp);
    const waiting = mailbox.waitFor('anne@x.fr', { deadlineMs: 5_000 });
    await assert.rejects(sendTo(relay, 'patience', 'anne@x.fr'), { responseCode: 450 });
    await sendTo(relay, 'patience', 'anne@x.fr');
    assert.equal((await waiting)?.subject, 'patience');
    assert.equal((await mailbox.mailsTo('anne@x.fr')).length, 1);
  });

  it('a mail pruned or deleted before it was read is told, not called missing', async () => {
    const since = performance.now();
    const seen = mailbox.waitFor('lou@x.fr', { deadlineMs: 2_000 });
    await send('perdu', 'lou@x.fr');
    await seen;
    await wipe();
    const gone = (error: unknown) =>
      error instanceof MailboxUnavailable && /perdu.* est arrivé, puis a disparu/.test(error.message);
    await assert.rejects(mailbox.mailsTo('lou@x.fr', since), gone);
    await assert.rejects(mailbox.waitFor('lou@x.fr', { deadlineMs: 50, since }), gone);
    assert.deepEqual(await mailbox.mailsTo('lou@x.fr', performance.now()), [], 'of a later scenario');
  });

  it('a restart in mid-wait loses no mail that comes afterwards; of those before, nothing is concluded', async () => {
    // Ages are told in whole seconds: two servers are told apart once the first has lived for two.
    assert.equal(await mailbox.waitFor('personne@x.fr', { deadlineMs: 2_100 }), undefined);
    const since = performance.now();
    const { url, smtp } = server;
    const waiting = mailbox.waitFor(ZOE, { deadlineMs: 20_000, since });
    const lost = mailbox.waitFor('max@x.fr', { deadlineMs: 4_000, since });
    const concluded = assert.rejects(lost, /a redémarré pendant le scénario/);
    await send('avant', 'max-autre@x.fr');
    await server.close();
    server = await start({ http: Number(new URL(url).port), smtp: smtp.port });
    await send('après');
    assert.equal((await waiting)?.subject, 'après');
    await concluded;
    await assert.rejects(mailbox.mailsTo('max@x.fr', since), /a redémarré pendant le scénario/);
  });
}

async function sendTo(smtp: Server['smtp'], subject: string, to: string): Promise<void> {
  const sender = createTransport({ ...smtp, ignoreTLS: true });
  try {
    await sender.sendMail({ from: 'portail@x.fr', to, subject, text: 'Bonjour' });
  } finally {
    sender.close();
  }
}

/** A relay that refuses each recipient the first time, as greylisting does. */
async function greylisting(t: TestContext, smtp: Server['smtp']): Promise<Server['smtp']> {
  const known = new Set<string>();
  const onward = createTransport({ ...smtp, ignoreTLS: true });
  const relay = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _, done) => {
      if (known.has(address)) return done();
      known.add(address);
      done(Object.assign(new Error('4.2.0 Greylisted, come back later'), { responseCode: 450 }));
    },
    onData: (stream, { envelope: { rcptTo } }, done) => {
      const to = rcptTo.map(({ address }) => address);
      onward.sendMail({ raw: stream, envelope: { from: 'portail@x.fr', to } }).then(
        () => done(),
        (error) => done(error),
      );
    },
  });
  t.after(() => {
    onward.close();
    relay.close();
  });
  const { promise, resolve } = Promise.withResolvers<void>();
  relay.listen(0, '127.0.0.1', () => resolve());
  await promise;
  const address = relay.server.address();
  return { host: '127.0.0.1', port: typeof address === 'object' ? (address?.port ?? 0) : 0 };
}
