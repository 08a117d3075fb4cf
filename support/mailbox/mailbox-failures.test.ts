import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import test, { type TestContext } from 'node:test';
import { promisify } from 'node:util';
import { WebSocketServer } from 'ws';
import { startEmbeddedMailbox } from './embedded/embedded.ts';
import { MailboxUnavailable, openMailbox, probeMailbox } from './mailbox.ts';
import { startMailbox } from './testing.ts';

const EMPTY_LIST = JSON.stringify({ messages: [], messages_count: 0 });
const INFO = JSON.stringify({ Version: 'x', Messages: 0 });

async function serve(t: TestContext, listener: RequestListener): Promise<{ url: string; server: Server }> {
  const server = createServer(listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  t.after(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server };
}

/** An answer good enough for the probe, so that what fails is what the test is about. */
const healthy: RequestListener = (request, response) => {
  response.end(request.url?.startsWith('/api/v1/info') ? INFO : EMPTY_LIST);
};

const fails = (pattern: RegExp) => (error: unknown) => {
  assert.ok(error instanceof MailboxUnavailable);
  assert.equal(error.name, 'MailboxUnavailable');
  assert.match(error.message.replace(/[\u00a0\u202f]/g, ' '), pattern);
  return true;
};

test('connection refused', async () => {
  const embedded = await startEmbeddedMailbox();
  await embedded.close();
  const message = new RegExp(
    `^La boîte de courriel ${embedded.url} refuse la connexion\\. Vérifiez que Mailpit`,
  );
  await assert.rejects(probeMailbox({ url: embedded.url }), fails(message));
  await assert.rejects(openMailbox({ url: embedded.url }), fails(message));
});

test('garbage, another shape, a web page, an error, a wrong login', async (t) => {
  const cases: [number, string, RegExp][] = [
    [200, '<!doctype html>', /répond autre chose que du JSON\. Vérifiez/],
    [200, '{"Version":3}', /n’a pas la forme de l’API de Mailpit/],
    [200, 'null', /n’a pas la forme de l’API de Mailpit/],
    [500, 'oups', /répond 500 au lieu de 200/],
    [401, 'Unauthorized.', /refuse l’accès \(401\) : identifiants absents ou faux\./],
  ];
  for (const [status, body, pattern] of cases) {
    const { url } = await serve(t, (_request, response) => response.writeHead(status).end(body));
    await assert.rejects(probeMailbox({ url }), fails(pattern));
  }
});

test('a mailbox that turns bad during a wait', async (t) => {
  let listener = healthy;
  const { url, server } = await serve(t, (request, response) => listener(request, response));
  const mailbox = await openMailbox({ url });
  t.after(() => mailbox.close());
  assert.equal(await mailbox.waitFor('a@x.fr', { deadlineMs: 50 }), undefined);
  const looked = once(server, 'request');
  const waiting = mailbox.waitFor('a@x.fr', { deadlineMs: 300 });
  await looked;
  listener = (_request, response) => response.end('{"messages":[{"ID":7}],"messages_count":1}');
  await assert.rejects(waiting, fails(/n’a pas la forme/));
  await assert.rejects(mailbox.mailsTo('a@x.fr'), fails(/n’a pas la forme/));
});

test('a mailbox that never answers is found out within three seconds', async (t) => {
  const { url } = await serve(t, () => {});
  const started = performance.now();
  await assert.rejects(probeMailbox({ url }), fails(/n’a pas répondu à temps/));
  assert.ok(performance.now() - started < 3_500);
});

test('credentials reach REST and websocket, from the URL or apart, and stay out of messages', async (t) => {
  const seen: (string | undefined)[] = [];
  const { url, server } = await serve(t, (request, response) => {
    seen.push(request.headers.authorization);
    healthy(request, response);
  });
  const sockets = new WebSocketServer({ server });
  sockets.on('connection', (_socket, request) => seen.push(request.headers.authorization));
  const withLogin = url.replace('//', '//moi:s%C3%A9same@');
  for (const options of [{ url: withLogin }, { url, username: 'moi', password: 'sésame' }]) {
    const mailbox = await openMailbox(options);
    assert.equal(mailbox.url, url);
    assert.ok(!mailbox.description.includes('same'));
    await mailbox.close();
  }
  const expected = `Basic ${Buffer.from('moi:sésame').toString('base64')}`;
  assert.deepEqual(seen, Array(6).fill(expected));
  server.closeAllConnections();
  server.close();
  await assert.rejects(probeMailbox({ url: withLogin }), (error) => !String(error).includes('same'));
});

test('a dropped websocket opens again, and what came meanwhile is found', async (t) => {
  const { embedded, mailbox, send } = await startMailbox(t);
  const proxy = await serve(t, async (request, response) => {
    const answer = await fetch(embedded.url + request.url);
    response.writeHead(answer.status).end(await answer.text());
  });
  const sockets = new WebSocketServer({ server: proxy.server });
  const connected = () => once(sockets, 'connection');
  const first = connected();
  const through = await openMailbox({ url: proxy.url });
  t.after(() => through.close());
  await first;
  const started = performance.now();
  const waiting = through.waitFor('a@x.fr', { deadlineMs: 1_500 });
  await send({ to: 'b@x.fr' });
  await mailbox.waitFor('b@x.fr', { deadlineMs: 1_000 });
  const again = connected();
  await send({ to: 'a@x.fr' });
  for (const socket of sockets.clients) socket.terminate();
  await again;
  assert.equal((await waiting)?.recipients[0], 'a@x.fr');
  assert.ok(performance.now() - started < 1_000, 'found when it opened again, before poll and deadline');
});

test('without a websocket at all, the deadline still looks once more', async (t) => {
  let listener = healthy;
  const { url, server } = await serve(t, (request, response) => listener(request, response));
  const mailbox = await openMailbox({ url });
  t.after(() => mailbox.close());
  const looked = once(server, 'request');
  const waiting = mailbox.waitFor('a@x.fr', { deadlineMs: 200 });
  await looked;
  const person = { Name: '', Address: 'a@x.fr' };
  const mail = {
    ID: '1',
    MessageID: '',
    From: person,
    To: [person],
    Subject: '',
    Created: '2026-01-01T00:00:00Z',
  };
  listener = (request, response) => {
    const detail = { ID: '1', Text: 'x', HTML: '' };
    const list = { messages: [mail], messages_count: 1 };
    response.end(JSON.stringify(request.url?.includes('/message/') ? detail : list));
  };
  assert.equal((await waiting)?.text, 'x');
});

test('closing ends the waits under way', async (t) => {
  const { mailbox } = await startMailbox(t);
  const waiting = mailbox.waitFor('a@x.fr', { deadlineMs: 60_000 });
  // Two questions later, the wait's own search is over: it is idle.
  for (const address of ['b@x.fr', 'c@x.fr']) await mailbox.mailsTo(address);
  const started = performance.now();
  await mailbox.close();
  await assert.rejects(waiting, fails(/fermée/));
  assert.ok(performance.now() - started < 500, 'told at once, not by the next poll');
  await assert.rejects(mailbox.waitFor('a@x.fr', { deadlineMs: 10 }), fails(/fermée/));
});

test('a closed mailbox keeps no process alive, even when the server has frozen', async (t) => {
  const { url, server } = await serve(t, healthy);
  // Upgraded by hand and then silent: it will never answer a closing handshake.
  const sockets = new WebSocketServer({ server, autoPong: false });
  sockets.on('connection', (_socket, request) => request.socket.pause());
  const here = import.meta.resolve('./mailbox.ts');
  const script = `import { openMailbox } from '${here}';
    const mailbox = await openMailbox({ url: '${url}' });
    await mailbox.waitFor('a@x.fr', { deadlineMs: 20 });
    mailbox.waitFor('a@x.fr', { deadlineMs: 60_000 }).catch(() => console.log('interrompue'));
    await mailbox.close();`;
  const options = { timeout: 5_000 };
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--input-type=module', '-e', script],
    options,
  );
  assert.equal(stdout.trim(), 'interrompue');
});
