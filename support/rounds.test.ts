import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Decision } from './portal/decision.ts';
import type { Field } from './portal/field.ts';
import { Rounds } from './rounds.ts';
import { firstColumn, type Table } from './table.ts';

const DECISIONS: Readonly<Record<string, Decision | undefined>> = {
  refusé: { outcome: 'refused', signs: ['non'] },
  accepté: { outcome: 'accepted' },
  indécis: { outcome: 'undecided', seen: '…' },
};

function tableOf(...rows: string[][]): Table {
  return { rows: () => rows, hashes: () => [] };
}

/** Plays rows named for the answer they get, and tells what happened in order. */
async function played(...rows: string[]): Promise<{ rounds: Rounds; events: string[] }> {
  const events: string[] = [];
  let last = '';
  const field = {
    search: { where: 'Étape 4', name: 'Mot de passe' },
    get typed() {
      return `« ${last} »`;
    },
    get decision() {
      return DECISIONS[last];
    },
  } as unknown as Field;
  const rounds = new Rounds();
  await rounds.play(tableOf(...rows.map((row) => [row, 'autre colonne'])), {
    field,
    attempt: async (row) => {
      last = row;
      events.push(row);
    },
    restart: async () => {
      events.push('recommence');
    },
  });
  return { rounds, events };
}

describe('rounds', () => {
  it('try every row on one state as long as each is refused', async () => {
    const { events } = await played('refusé', 'refusé');
    assert.deepEqual(events, ['refusé', 'refusé']);
  });

  it('begin again after a row that was not refused, and go on to the end', async () => {
    const { events } = await played('accepté', 'indécis', 'inconnu', 'refusé');
    assert.deepEqual(events, [
      ...['accepté', 'recommence'],
      ...['indécis', 'recommence'],
      ...['inconnu', 'recommence', 'refusé'],
    ]);
  });

  it('give up once two rows have had no answer, and say which were not tried', async () => {
    const { rounds, events } = await played('indécis', 'refusé', 'indécis', 'accepté', 'inconnu');
    assert.deepEqual(events, ['indécis', 'recommence', 'refusé', 'indécis']);
    assert.equal(rounds.givenUp, ' ; non essayé, faute de réponse : accepté, inconnu');
    assert.equal((await played('indécis', 'refusé')).rounds.givenUp, '');
  });

  it('keep for each row what was typed and answered', async () => {
    const { rounds } = await played('refusé', 'accepté');
    assert.equal(rounds.tried, 'Étape 4 : « Mot de passe »');
    assert.deepEqual(rounds.answers, [
      { row: 'refusé', typed: '« refusé »', decision: DECISIONS.refusé },
      { row: 'accepté', typed: '« accepté »', decision: DECISIONS.accepté },
    ]);
  });

  it('try nothing in an empty table', async () => {
    assert.deepEqual((await played()).events, []);
  });
});

describe('firstColumn', () => {
  it('gives the first cell of each row', () => {
    assert.deepEqual(firstColumn(tableOf(['a', 'b'], ['c'], [])), ['a', 'c', '']);
  });
});
