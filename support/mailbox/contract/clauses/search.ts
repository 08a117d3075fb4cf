import assert from 'node:assert/strict';
import type { Bench } from '../bench.ts';
import type { Clause } from '../clause.ts';

interface Found {
  readonly count: number;
  readonly messages: { readonly To: readonly [{ readonly Address: string }] }[];
}

async function found({ json }: Bench, query: string): Promise<string> {
  const { messages, count } = (await json(`/api/v1/search?query=${encodeURIComponent(query)}`)) as Found;
  assert.equal(count, messages.length);
  return messages.map((mail) => mail.To[0].Address.replace('@x.fr', '')).join(' ');
}

/** What is found, by each operator that we use and those like it. */
const FINDINGS: ReadonlyArray<readonly [query: string, found: string]> = [
  ['to:"a@x.fr"', 'aa a'],
  ['to:a_b@x.fr', 'a+b a_b'],
  ['TO:A_B@X.FR', 'a+b a_b'],
  ['addressed:D@X.fr', 'c'],
  ['addressed:autre@y.fr', 'c'],
  ['to:d@x.fr', ''],
  ['cc:d@x.fr', 'c'],
  ['from:autre', 'c'],
  ['reply-to:aide', 'c'],
  ['subject:"deux mots"', 'c'],
  ['"deux mots"', 'c'],
  ['corps', 'c'],
  ['"x.fr/lien?j=1&k=2"', 'c'],
  ['message-id:a+b@', 'a+b'],
  ['!subject:mots -to:a@x', 'a+b a_b'],
  ['to:a@ -to:aa@ -to:a_b@', 'a'],
  ['is:unread -subject:pour', 'c'],
  ['is:read', ''],
  ['has:attachment', 'c'],
  ['subject:Été', 'c'],
  ['subject:été', ''],
  ['Été', 'c'],
  ['to: subject:mots', 'c'],
  ['to:"a@x.fr" aa@x.fr', 'aa'],
  ['(to:', ''],
];

/** The search language, as far as it is ours. */
export const searchClauses: readonly Clause[] = [
  {
    name: 'la recherche : opérateurs, guillemets, négation, sous-chaînes, « _ » pour un signe quelconque',
    play: async (bench) => {
      const { send } = bench;
      for (const to of ['a@x.fr', 'aa@x.fr', 'a_b@x.fr', 'a+b@x.fr']) {
        await send({ to, subject: `Pour ${to}`, messageId: `<${to}>` });
      }
      await send({
        to: 'c@x.fr',
        cc: 'd@x.fr',
        from: 'autre@y.fr',
        replyTo: 'aide@y.fr',
        subject: 'Été, deux mots',
        html: '<p>Le corps <a href="http://x.fr/lien?j=1&amp;k=2">ici</a></p>',
        attachments: [{ filename: 'a.txt', content: 'x' }],
      });
      for (const [query, expected] of FINDINGS) assert.equal(await found(bench, query), expected, query);
    },
  },
  {
    name: 'une recherche vide est refusée',
    play: async ({ ask }) => {
      const answer = await ask('/api/v1/search');
      assert.equal(answer.status, 400);
      assert.equal(await answer.text(), 'Error: no search query');
    },
  },
];
