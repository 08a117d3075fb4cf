import assert from 'node:assert/strict';
import { type Bench, idOf } from '../bench.ts';
import type { Clause } from '../clause.ts';

function change({ ask }: Bench, method: 'DELETE' | 'PUT', body?: string): Promise<Response> {
  return ask('/api/v1/messages', { method, ...(body === undefined ? {} : { body }) });
}

/** Deleting, reading, and the events that tell it. */
export const changeClauses: readonly Clause[] = [
  {
    name: 'supprimer par identifiant ne supprime que cela',
    play: async (bench) => {
      const { send, json } = bench;
      const first = idOf(await send({ to: 'a@b.fr' }));
      const second = idOf(await send({ to: 'a@b.fr' }));
      // One identifier that it does not know among others, and Mailpit 1.30.5 answers nothing any more: never two here.
      const answer = await change(bench, 'DELETE', JSON.stringify({ IDs: [first] }));
      assert.equal(await answer.text(), 'ok');
      const left = (await json('/api/v1/messages')) as { total: number; messages: object[] };
      assert.partialDeepStrictEqual(left, { total: 1, messages: [{ ID: second }] });
    },
  },
  {
    name: 'supprimer sans identifiant, ou sans rien de lisible, supprime tout',
    play: async (bench) => {
      for (const body of [undefined, 'nimporte quoi', '{}', '{"IDs":[]}']) {
        await bench.send({ to: 'a@b.fr' });
        await change(bench, 'DELETE', body);
        assert.partialDeepStrictEqual(await bench.json('/api/v1/messages'), { total: 0 }, String(body));
      }
    },
  },
  {
    name: 'lu et non lu, par identifiant ou tous ; une demande illisible est refusée',
    play: async (bench) => {
      const { send, json } = bench;
      const id = idOf(await send({ to: 'a@b.fr' }));
      await send({ to: 'a@b.fr' });
      const unread = async () => ((await json('/api/v1/messages')) as { unread: number }).unread;
      await change(bench, 'PUT', JSON.stringify({ IDs: [id], Read: true }));
      assert.equal(await unread(), 1);
      await change(bench, 'PUT', JSON.stringify({ Read: true }));
      assert.equal(await unread(), 0);
      await change(bench, 'PUT', JSON.stringify({ Read: false }));
      assert.equal(await unread(), 2);
      assert.equal((await change(bench, 'PUT', 'nimporte quoi')).status, 400);
    },
  },
  {
    name: 'les événements disent ce qui arrive, change et disparaît, dans un ordre quelconque',
    play: async (bench) => {
      const events = await bench.listen();
      const [one, other] = await Promise.all(
        ['1', '2'].map((subject) => bench.send({ to: 'a@b.fr', subject })),
      );
      const ids = [one, other].map((answer) => idOf(answer ?? ''));
      const of = (type: string, id?: string) => (event: { Type: string; Data: object | null }) =>
        event.Type === type && (id === undefined || (event.Data as { ID?: string } | null)?.ID === id);
      for (const id of ids) await events.first(`new ${id}`, of('new', id));
      await bench.json(`/api/v1/message/${ids[0]}`);
      const read = await events.first('lu', of('update', ids[0]));
      assert.deepEqual(read.Data, { ID: ids[0], Read: true });
      await change(bench, 'DELETE', JSON.stringify({ IDs: [ids[1]] }));
      assert.deepEqual((await events.first('supprimé', of('delete', ids[1]))).Data, { ID: ids[1] });
      await change(bench, 'DELETE');
      assert.equal((await events.first('vidée', of('truncate'))).Data, null);
      const stats = await events.first('comptes', of('stats'));
      assert.deepEqual(Object.keys(stats.Data ?? {}), ['Total', 'Unread', 'Version']);
    },
  },
  {
    name: 'les événements, fermés puis rouverts, reprennent',
    play: async ({ listen, send }) => {
      (await listen()).close();
      const again = await listen();
      const id = idOf(await send({ to: 'a@b.fr' }));
      await again.first('le courriel', ({ Data }) => Data?.ID === id);
    },
  },
];
