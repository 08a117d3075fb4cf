import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { startEmbeddedMailbox } from '../embedded/embedded.ts';
import { openBench, type Server } from './bench.ts';
import { type Break, breaks, startBroken } from './breaking.ts';
import type { Clause } from './clause.ts';
import { contract, playClause } from './contract.ts';

describe('the contract, on a server that breaks it', () => {
  let right: Server;
  before(async () => {
    right = await startEmbeddedMailbox();
  });
  after(() => right.close());

  for (const broken of breaks) {
    it(broken.name, async () => {
      const clause = clauseOf(broken);
      // The go-between alone breaks nothing.
      await playedOn(await startBroken(right, {}), clause);
      const wrong = await startBroken(right, broken);
      await assert.rejects(playedOn(wrong, clause), `« ${clause.name} » did not notice`);
    });
  }
});

function clauseOf({ noticedBy }: Break): Clause {
  const clause = contract.find(({ name }) => name.startsWith(noticedBy));
  assert.ok(clause, noticedBy);
  return clause;
}

async function playedOn(server: Server, clause: Clause): Promise<void> {
  const bench = openBench(server);
  try {
    await playClause(clause, bench);
  } finally {
    await bench.close();
    await server.close();
  }
}
