import assert from 'node:assert/strict';
import { idOf } from '../bench.ts';
import type { Clause } from '../clause.ts';

const NOBODY = { Name: '', Address: '' };

/** What lists, searches, events and details say of a mail. */
export const shapeClauses: readonly Clause[] = [
  {
    name: '« personne » : null dans la liste et la recherche, [] dans l’événement et le détail',
    play: async ({ listen, send, json }) => {
      const events = await listen();
      const id = idOf(await send({ to: 'Zoé <zoe@exemple.test>', subject: 'Été' }));
      const to = [{ Name: 'Zoé', Address: 'zoe@exemple.test' }];
      const common = { From: { Name: '', Address: 'portail@exemple.test' }, To: to, Subject: 'Été' };
      const empties = { Cc: [], Bcc: [], ReplyTo: [] };
      const { Data } = await events.first('le courriel', (event) => event.Data?.ID === id);
      assert.partialDeepStrictEqual(Data, { ...common, ...empties, Tags: [], Attachments: 0 });
      assert.deepEqual([Data?.Cc, Data?.Bcc, Data?.ReplyTo], [[], [], []]);
      const page = {
        total: 1,
        unread: 1,
        count: 1,
        messages_count: 1,
        messages_unread: 1,
        start: 0,
        tags: [],
      };
      const inList = { ...common, Read: false, Cc: null, Bcc: null, Username: '', Tags: [], Attachments: 0 };
      assert.partialDeepStrictEqual(await json('/api/v1/messages'), {
        ...page,
        messages: [{ ...inList, ReplyTo: [] }],
      });
      assert.partialDeepStrictEqual(await json('/api/v1/search?query=to:zoe'), {
        ...page,
        messages: [{ ...inList, ReplyTo: null }],
      });
      const detail = await json('/api/v1/message/latest');
      assert.partialDeepStrictEqual(detail, { ...common, ID: id, Inline: [], Attachments: [] });
      assert.partialDeepStrictEqual(Object.entries(detail as object), Object.entries(empties));
      assert.partialDeepStrictEqual(await json('/api/v1/messages'), {
        unread: 0,
        messages: [{ Read: true }],
      });
    },
  },
  {
    name: 'les destinataires de la seule enveloppe deviennent des copies cachées',
    play: async ({ send, json, ask }) => {
      const envelope = { from: 'p@exemple.test', to: ['Vu@exemple.test', 'cache@exemple.test'] };
      const id = idOf(await send({ envelope, to: 'vu@exemple.test' }));
      const hidden = [{ Name: '', Address: 'cache@exemple.test' }];
      assert.partialDeepStrictEqual(await json(`/api/v1/message/${id}`), {
        To: [{ Name: '', Address: 'vu@exemple.test' }],
        Bcc: hidden,
        ReturnPath: 'p@exemple.test',
      });
      assert.partialDeepStrictEqual(await json('/api/v1/messages'), { messages: [{ Bcc: hidden }] });
      assert.match(
        await (await ask(`/api/v1/message/${id}/raw`)).text(),
        /^Bcc: cache@exemple\.test\r\nReturn-Path: <p@exemple\.test>\r\nReceived: from /,
      );
      await send({ raw: 'Subject: nu\r\n\r\nx', envelope: { from: '', to: ['seul@exemple.test'] } });
      const bare = { From: NOBODY, To: [], Bcc: [{ Name: '', Address: 'seul@exemple.test' }] };
      assert.partialDeepStrictEqual(await json('/api/v1/message/latest'), bare);
    },
  },
  {
    name: 'le texte garde ses CRLF',
    play: async ({ send, json }) => {
      await send({ to: 'a@b.fr', text: 'un\ndeux\n' });
      assert.partialDeepStrictEqual(await json('/api/v1/message/latest'), {
        Text: 'un\r\ndeux\r\n',
        HTML: '',
      });
    },
  },
  {
    name: 'un HTML seul reçoit un texte, les liens écrits après leurs mots',
    play: async ({ send, json }) => {
      const html =
        '<style>p{}</style><p>Bonjour <a href="http://x.fr/?a=1&amp;b=2">&eacute;t&eacute;</a></p><ul><li>un<li>deux</ul>';
      await send({ to: 'a@b.fr', html, text: undefined });
      assert.partialDeepStrictEqual(await json('/api/v1/message/latest'), {
        Text: 'Bonjour été ( http://x.fr/?a=1&b=2 )\n\n* un\n* deux',
      });
    },
  },
  {
    name: 'une pièce jointe est décrite',
    play: async ({ send, json }) => {
      await send({ to: 'a@b.fr', attachments: [{ filename: 'a.txt', content: 'hello' }] });
      assert.partialDeepStrictEqual(await json('/api/v1/message/latest'), {
        Attachments: [{ FileName: 'a.txt', Size: 5, Checksums: { MD5: '5d41402abc4b2a76b9719d911017c592' } }],
      });
      assert.partialDeepStrictEqual(await json('/api/v1/messages'), { messages: [{ Attachments: 1 }] });
    },
  },
  {
    name: 'les champs de l’en-tête, sous leurs noms canoniques',
    play: async ({ send, json }) => {
      await send({ to: 'a@b.fr', headers: { 'x-tri': ['1', '2'] }, messageId: '<moi@b.fr>' });
      assert.partialDeepStrictEqual(await json('/api/v1/message/latest/headers'), {
        'Message-Id': ['<moi@b.fr>'],
        'Mime-Version': ['1.0'],
        'X-Tri': ['1', '2'],
      });
    },
  },
  {
    name: 'la source est rendue octet pour octet',
    play: async ({ send, ask }) => {
      const body = Buffer.from(
        'Subject: été\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nÉté\r\n',
        'latin1',
      );
      const id = idOf(await send({ raw: body, envelope: { from: 'a@b.fr', to: ['c@d.fr'] } }));
      const answer = await ask(`/api/v1/message/${id}/raw`);
      assert.equal(answer.headers.get('content-type'), 'text/plain; charset=utf-8');
      assert.ok(Buffer.from(await answer.arrayBuffer()).includes(body));
    },
  },
  {
    name: 'la liste se lit par pages, du plus récent au plus ancien',
    play: async ({ send, json }) => {
      for (const subject of ['1', '2', '3']) await send({ to: 'a@b.fr', subject });
      assert.partialDeepStrictEqual(await json('/api/v1/messages?start=1&limit=1'), {
        total: 3,
        start: 1,
        count: 1,
        messages_count: 3,
        messages: [{ Subject: '2' }],
      });
      assert.partialDeepStrictEqual(await json('/api/v1/search?query=a@b.fr&start=2&limit=5'), {
        total: 3,
        start: 2,
        count: 1,
        messages_count: 3,
        messages: [{ Subject: '1' }],
      });
      assert.partialDeepStrictEqual(await json('/api/v1/message/latest'), { Subject: '3' });
      assert.partialDeepStrictEqual(await json('/api/v1/message/latest?query=subject:2'), { Subject: '2' });
    },
  },
];
