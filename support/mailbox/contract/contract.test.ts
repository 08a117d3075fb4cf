import { after, before, describe, it } from 'node:test';
import { type Bench, openBench, type Server } from './bench.ts';
import { contract, playClause } from './contract.ts';
import { type Implementation, implementations } from './servers.ts';

for (const implementation of implementations()) {
  const { name, missing } = implementation;
  describe(`le contrat de la boîte de courriel : ${name}`, { skip: missing ?? false }, () => {
    let server: Server;
    let bench: Bench;
    before(async () => {
      server = await implementation.start();
      bench = openBench(server);
    });
    after(async () => {
      await bench.close();
      await server.close();
    });
    for (const clause of contract.filter(({ only }) => isAsked(only, implementation))) {
      it(clause.name, () => playClause(clause, bench));
    }
  });
}

function isAsked(only: 'embedded' | 'auth' | undefined, { kind }: Implementation): boolean {
  return only === undefined || only === kind;
}
