import assert from 'node:assert/strict';
import { once } from 'node:events';
import { WebSocket } from 'ws';
import { idOf } from '../bench.ts';
import type { Clause } from '../clause.ts';

/** What is not there, not done, or not allowed. */
export const errorClauses: readonly Clause[] = [
  {
    name: 'ce qui n’existe pas répond 404',
    play: async ({ ask }) => {
      for (const path of [
        '/api/v1/message/non',
        '/api/v1/message/non/raw',
        '/api/v1/message/non/headers',
        '/autre',
      ]) {
        const answer = await ask(path);
        assert.equal(answer.status, 404, path);
        assert.match(await answer.text(), /^404 page not found\n?$/);
      }
      const latest = await ask('/api/v1/message/latest');
      assert.equal(latest.status, 404);
      assert.equal(await latest.text(), 'Message not found');
    },
  },
  {
    name: 'il dit qu’il vit, et depuis quand',
    play: async ({ ask, json, send }) => {
      for (const path of ['/readyz', '/livez']) assert.equal((await ask(path)).status, 200, path);
      await send({ to: 'a@b.fr' });
      const info = (await json('/api/v1/info')) as { Version: string; RuntimeStats: { Uptime: number } };
      assert.partialDeepStrictEqual(info, { Messages: 1, Unread: 1 });
      assert.ok(info.Version !== '');
      assert.ok(info.RuntimeStats.Uptime < 600, 'son propre âge');
    },
  },
  {
    name: 'ce que la boîte embarquée ne fait pas répond 501, avec une phrase',
    only: 'embedded',
    play: async ({ ask, send }) => {
      const id = idOf(await send({ to: 'a@b.fr' }));
      const paths = [
        '/api/v1/chaos',
        '/api/v1/webui',
        `/api/v1/message/${id}/link-check`,
        '/api/v1/search?query=after:2026',
        '/api/v1/search?query=larger:1M',
      ];
      for (const path of paths) {
        const answer = await ask(path);
        assert.equal(answer.status, 501, path);
        assert.match(await answer.text(), /La boîte embarquée ne sait pas faire cela/);
      }
    },
  },
  {
    name: 'sans mot de passe, ou avec un autre, rien n’est donné : ni par HTTP, ni par les événements',
    only: 'auth',
    play: async ({ server, ask }) => {
      assert.equal((await ask('/api/v1/messages')).status, 200);
      for (const headers of [{}, { authorization: `Basic ${btoa('moi:faux')}` }]) {
        const answer = await fetch(`${server.url}/api/v1/messages`, { headers });
        assert.equal(answer.status, 401);
        assert.equal(await answer.text(), 'Unauthorized.\n');
        const socket = new WebSocket(`${server.url.replace('http', 'ws')}/api/events`, { headers });
        const [error] = await once(socket, 'error');
        assert.match(String(error), /401/);
      }
      assert.equal((await fetch(`${server.url}/readyz`)).status, 200);
    },
  },
];
