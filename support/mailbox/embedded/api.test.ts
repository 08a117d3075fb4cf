import assert from 'node:assert/strict';
import { once } from 'node:events';
import test from 'node:test';
import { WebSocket } from 'ws';
import { idOf, startBench } from '../testing.ts';

const NOBODY = { Name: '', Address: '' };

test('list and search say null for nobody, event and detail say []', async (t) => {
  const { embedded, send, json } = await startBench(t);
  const socket = new WebSocket(`${embedded.url.replace('http', 'ws')}/api/events`);
  t.after(() => socket.terminate());
  await once(socket, 'open');
  const message = once(socket, 'message');
  await send({ to: 'Zoé <zoe@exemple.test>', subject: 'Été' });
  const to = [{ Name: 'Zoé', Address: 'zoe@exemple.test' }];
  const common = { From: { Name: '', Address: 'portail@exemple.test' }, To: to, Subject: 'Été' };
  const nulls = { Cc: null, Bcc: null };
  const empties = { Cc: [], Bcc: [], ReplyTo: [] };
  const event = JSON.parse(String((await message)[0]));
  assert.partialDeepStrictEqual(event, {
    Type: 'new',
    Data: { ...common, ...empties, Tags: [], Attachments: 0 },
  });
  assert.deepEqual(event.Data.ReplyTo, []);
  const page = { total: 1, unread: 1, count: 1, messages_count: 1, messages_unread: 1, start: 0, tags: [] };
  assert.partialDeepStrictEqual(await json('/api/v1/messages'), {
    ...page,
    messages: [{ ...common, ...nulls, ReplyTo: [] }],
  });
  const search = await json('/api/v1/search?query=to:zoe');
  assert.partialDeepStrictEqual(search, { ...page, messages: [{ ...common, ...nulls, ReplyTo: null }] });
  assert.partialDeepStrictEqual(await json('/api/v1/message/latest'), {
    ...common,
    ...empties,
    Inline: [],
    Attachments: [],
  });
  assert.partialDeepStrictEqual(await json('/api/v1/messages'), { unread: 0, messages: [{ Read: true }] });
});

test('recipients that only the envelope names become Bcc', async (t) => {
  const { send, json, ask } = await startBench(t);
  const envelope = { from: 'p@exemple.test', to: ['Vu@exemple.test', 'cache@exemple.test'] };
  const id = idOf(await send({ envelope, to: 'vu@exemple.test' }));
  assert.partialDeepStrictEqual(await json(`/api/v1/message/${id}`), {
    To: [{ Name: '', Address: 'vu@exemple.test' }],
    Bcc: [{ Name: '', Address: 'cache@exemple.test' }],
    ReturnPath: 'p@exemple.test',
  });
  assert.match(
    await (await ask(`/api/v1/message/${id}/raw`)).text(),
    /^Bcc: cache@exemple\.test\r\nReturn-Path: <p@/,
  );
  await send({ raw: 'Subject: nu\r\n\r\nx', envelope: { from: '', to: ['seul@exemple.test'] } });
  const bare = { From: NOBODY, To: [], Bcc: [{ Name: '', Address: 'seul@exemple.test' }] };
  assert.partialDeepStrictEqual(await json('/api/v1/message/latest'), bare);
});

test('text keeps CRLF, HTML alone gets a text, attachments are described', async (t) => {
  const { send, json } = await startBench(t);
  await send({ to: 'a@b.fr', text: 'un\ndeux\n' });
  assert.partialDeepStrictEqual(await json('/api/v1/message/latest'), { Text: 'un\r\ndeux\r\n', HTML: '' });
  const html =
    '<style>p{}</style><p>Bonjour <a href="http://x.fr/?a=1&amp;b=2">&eacute;t&eacute;</a></p><ul><li>un<li>deux</ul>';
  await send({ to: 'a@b.fr', html, text: undefined });
  assert.partialDeepStrictEqual(await json('/api/v1/message/latest'), {
    Text: 'Bonjour été ( http://x.fr/?a=1&b=2 )\n\n* un\n* deux',
  });
  await send({ to: 'a@b.fr', attachments: [{ filename: 'a.txt', content: 'hello' }] });
  assert.partialDeepStrictEqual(await json('/api/v1/message/latest'), {
    Attachments: [{ FileName: 'a.txt', Size: 5, Checksums: { MD5: '5d41402abc4b2a76b9719d911017c592' } }],
  });
});

test('headers are gathered under canonical names', async (t) => {
  const { send, json } = await startBench(t);
  await send({ to: 'a@b.fr', headers: { 'x-tri': ['1', '2'] }, messageId: '<moi@b.fr>' });
  assert.partialDeepStrictEqual(await json('/api/v1/message/latest/headers'), {
    'Message-Id': ['<moi@b.fr>'],
    'Mime-Version': ['1.0'],
    'X-Tri': ['1', '2'],
  });
});

test('search: filters, quotes, negation, substring and the _ wildcard', async (t) => {
  const { send, json } = await startBench(t);
  for (const to of ['a@x.fr', 'aa@x.fr', 'a_b@x.fr', 'a+b@x.fr']) {
    await send({ to, subject: `Pour ${to}`, messageId: `<${to}>` });
  }
  await send({ to: 'c@x.fr', cc: 'd@x.fr', from: 'autre@y.fr', subject: 'deux mots', text: 'Le corps' });
  const found = async (query: string) => {
    const { messages, count } = (await json(`/api/v1/search?query=${encodeURIComponent(query)}`)) as {
      count: number;
      messages: { To: [{ Address: string }] }[];
    };
    assert.equal(count, messages.length);
    return messages.map((mail) => mail.To[0].Address.replace('@x.fr', '')).join(' ');
  };
  assert.equal(await found('to:"a@x.fr"'), 'aa a');
  assert.equal(await found('to:a_b@x.fr'), 'a+b a_b');
  assert.equal(await found('addressed:D@X.fr'), 'c');
  assert.equal(await found('to:d@x.fr'), '');
  assert.equal(await found('from:autre'), 'c');
  assert.equal(await found('subject:"deux mots"'), 'c');
  assert.equal(await found('"deux mots"'), 'c');
  assert.equal(await found('corps'), 'c');
  assert.equal(await found('message-id:a+b@'), 'a+b');
  assert.equal(await found('!subject:mots -to:a@x'), 'a+b a_b');
  assert.equal(await found('to:a@ -to:aa@ -to:a_b@'), 'a');
  assert.equal(await found('is:unread -subject:pour'), 'c');
  assert.equal(await found('(to:'), '');
});

test('start and limit page the list, newest first', async (t) => {
  const { send, json } = await startBench(t);
  for (const subject of ['1', '2', '3']) await send({ to: 'a@b.fr', subject });
  assert.partialDeepStrictEqual(await json('/api/v1/messages?start=1&limit=1'), {
    total: 3,
    start: 1,
    count: 1,
    messages_count: 3,
    messages: [{ Subject: '2' }],
  });
});

test('delete by identifier, and everything when the body is empty or invalid', async (t) => {
  const { send, ask, json } = await startBench(t);
  const remove = (body?: string) => ask('/api/v1/messages', { method: 'DELETE', ...(body && { body }) });
  const first = idOf(await send({ to: 'a@b.fr' }));
  const second = idOf(await send({ to: 'a@b.fr' }));
  assert.equal(await (await remove(JSON.stringify({ IDs: [first] }))).text(), 'ok');
  assert.partialDeepStrictEqual(await json('/api/v1/messages'), { total: 1, messages: [{ ID: second }] });
  for (const body of [undefined, 'nimporte quoi', '{}', '{"IDs":[]}']) {
    await send({ to: 'a@b.fr' });
    await remove(body);
    assert.partialDeepStrictEqual(await json('/api/v1/messages'), { total: 0 });
  }
});

test('read state', async (t) => {
  const { send, ask, json } = await startBench(t);
  const id = idOf(await send({ to: 'a@b.fr' }));
  await send({ to: 'a@b.fr' });
  await ask('/api/v1/messages', { method: 'PUT', body: JSON.stringify({ IDs: [id], Read: true }) });
  assert.partialDeepStrictEqual(await json('/api/v1/messages'), { unread: 1 });
});

test('404 for what is not there, 501 for what is not done, 400 without a query', async (t) => {
  const { ask } = await startBench(t);
  for (const path of ['/api/v1/message/non/raw', '/api/v1/message/non/headers', '/autre']) {
    const answer = await ask(path);
    assert.equal(answer.status, 404, path);
    assert.equal(await answer.text(), '404 page not found');
  }
  for (const path of ['/api/v1/chaos', '/api/v2/messages', '/api/v1/search?query=after:2026']) {
    const answer = await ask(path);
    assert.equal(answer.status, 501, path);
    assert.match(await answer.text(), /La boîte embarquée ne sait pas faire cela/);
  }
  assert.equal((await ask('/api/v1/search')).status, 400);
  for (const path of ['/readyz', '/livez', '/api/v1/info']) assert.equal((await ask(path)).status, 200, path);
});
