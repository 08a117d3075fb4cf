import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, connect } from 'node:net';
import test, { type TestContext } from 'node:test';
import { createTransport } from 'nodemailer';
import { SMTPServer } from 'smtp-server';
import { startBench } from '../testing.ts';
import { startEmbeddedMailbox } from './embedded.ts';

/** Connects, and keeps all that the server says. */
async function greet(t: TestContext, port: number) {
  const started = performance.now();
  const socket = connect(port, '127.0.0.1');
  t.after(() => socket.destroy());
  const heard: string[] = [];
  socket.on('data', (data) => heard.push(String(data)));
  await once(socket, 'data');
  return { socket, heard, delay: performance.now() - started };
}

test('the greeting comes at once, and once', async (t) => {
  const { embedded } = await startBench(t);
  const { socket, heard, delay } = await greet(t, embedded.smtp.port);
  // The quickest of several: a busy machine delays any of them, a delay of the server's all.
  const delays = [delay];
  while (delays.length < 10) delays.push((await greet(t, embedded.smtp.port)).delay);
  assert.ok(Math.min(...delays) < 50, `greeted after ${delays} ms`);

  // The library's own server still waits; it greets after the time at which ours would greet again.
  const library = new SMTPServer({ logger: false, disableReverseLookup: true });
  await once(library.listen(0, '127.0.0.1'), 'listening');
  t.after(() => library.close());
  const late = await greet(t, (library.server.address() as AddressInfo).port);
  assert.ok(late.delay > 90, 'smtp-server no longer delays its greeting: PromptServer may go');
  late.socket.destroy();

  socket.write('NOOP\r\n');
  await once(socket, 'data');
  assert.match(heard.join(''), /^220 [^\r\n]*\r\n250 OK\r\n$/);
});

test('any sender, any recipient, with or without a login, and the answer of Mailpit', async (t) => {
  const { embedded, send } = await startBench(t);
  assert.match(await send({ to: 'a@b.fr' }), /^250 2\.0\.0 Ok: queued as [0-9A-Za-z]{22}$/);
  await send({ envelope: { from: '', to: ['double..point.@sous_domaine.test'] }, to: 'x@y.fr' });
  const logged = createTransport({ ...embedded.smtp, auth: { user: 'portail', pass: 'peu importe' } });
  t.after(() => logged.close());
  assert.match((await logged.sendMail({ from: 'a@b.fr', to: 'c@d.fr', text: 'x' })).response, /queued as/);
});

test('closing does not wait for the senders that stay connected', async () => {
  const embedded = await startEmbeddedMailbox();
  const socket = connect(embedded.smtp.port, embedded.smtp.host);
  await once(socket, 'data');
  const started = performance.now();
  await embedded.close();
  assert.ok(performance.now() - started < 500);
  await once(socket, 'close');
});

test('a port already taken is an error, and leaves nothing open', async (t) => {
  const { embedded } = await startBench(t);
  const busy = { code: 'EADDRINUSE' };
  await assert.rejects(startEmbeddedMailbox({ smtpPort: embedded.smtp.port }), busy);
  await assert.rejects(startEmbeddedMailbox({ httpPort: Number(new URL(embedded.url).port) }), busy);
});
