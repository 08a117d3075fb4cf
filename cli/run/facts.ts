import type { RunFacts, Suite } from '../../reports/dossier/dossier.ts';
import { mailboxSaid } from '../../support/mailbox/of-target.ts';
import { versionOf } from '../dossier/suite.ts';
import { citation, type Told } from './summary.ts';

/** The instrument, for the formats and the dossier. */
export function suite(): Suite {
  return { name: 'Diapason', version: versionOf(), power: citation() };
}

/** What a run of ours was, besides its verdict. */
export function runFacts({ target, seeds, started, around }: Omit<Told, 'allure' | 'baseline'>): RunFacts {
  const { before, after } = around.version ?? {};
  return {
    ...seeds,
    startedAt: new Date(started).toISOString(),
    durationMs: Date.now() - started,
    mailbox: mailboxSaid(target),
    shards: 1,
    ...(around.version === undefined
      ? {}
      : {
          version: {
            ...(before === undefined ? {} : { before }),
            ...(after === undefined ? {} : { after }),
          },
        }),
  };
}
