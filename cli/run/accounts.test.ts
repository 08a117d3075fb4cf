import assert from 'node:assert/strict';
import { appendFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { ACCOUNTS, Accounts, listAccountsIn } from '../../support/accounts.ts';
import { settleAccounts } from './accounts.ts';

const ANNE = { email: 'anne+"x"@acme.test', siret: '73282932000074' };
const LUC = { email: 'luc@acme.test', siret: '73282932000082' };
const ACCEPTED = { outcome: 'accepted' } as const;
const REFUSED = { outcome: 'refused', signs: ['non'] } as const;

function list(t: TestContext): string {
  const folder = mkdtempSync(join(tmpdir(), 'diapason-comptes-'));
  const before = process.env[ACCOUNTS];
  t.after(() => {
    rmSync(folder, { recursive: true });
    if (before === undefined) delete process.env[ACCOUNTS];
    else process.env[ACCOUNTS] = before;
  });
  const file = join(folder, 'rapports', 'comptes-crees.csv');
  listAccountsIn(file);
  return file;
}

describe('the list of accounts', () => {
  it('has one line for each, with the furthest state, and none for what step 1 refused', (t) => {
    const file = list(t);
    const accounts = new Accounts('features/a.feature:12');
    accounts.sending(LUC);
    accounts.note('identification', REFUSED, LUC);
    accounts.sending(ANNE);
    accounts.note('identification', ACCEPTED, ANNE);
    accounts.note('information', REFUSED, ANNE);
    accounts.note('workspaces', ACCEPTED, ANNE);
    // Somebody tries the same address again: what was made stays.
    accounts.sending(ANNE);
    accounts.note('identification', REFUSED, ANNE);
    const [only, ...others] = settleAccounts(file);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [only?.email, only?.siret, only?.state, only?.place],
      [ANNE.email, ANNE.siret, 'compte créé', 'features/a.feature:12'],
    );
    const [head, line, end] = readFileSync(file, 'utf8').split('\n');
    assert.equal(head, '"adresse";"siret";"quand";"scénario";"état"');
    assert.match(
      line ?? '',
      /^"anne\+""x""@acme\.test";"73282932000074";"20\d\d-.*Z";"features\/a\.feature:12";"compte créé"$/,
    );
    assert.equal(end, '');
    assert.deepEqual(settleAccounts(file), [only], 'a second time changes nothing');
  });

  it('names who was sent before any answer, even in a line cut short', (t) => {
    const file = list(t);
    new Accounts('features/a.feature:1').sending(ANNE);
    appendFileSync(file, `"${LUC.email}";"${LUC.siret}";"2026-`);
    assert.deepEqual(
      settleAccounts(file).map(({ email, state }) => [email, state]),
      [
        [ANNE.email, 'étape 1 envoyée, réponse inconnue'],
        [LUC.email, 'étape 1 envoyée, réponse inconnue'],
      ],
    );
  });

  it('goes on from one run to the next', (t) => {
    const file = list(t);
    new Accounts('un').sending(ANNE);
    listAccountsIn(file);
    new Accounts('deux, autre 1').sending(LUC);
    assert.deepEqual(
      settleAccounts(file).map(({ place }) => place),
      ['un', 'deux'],
    );
  });

  it('is nowhere when nobody asked for it', () => {
    new Accounts('un', {}).sending(ANNE);
    assert.deepEqual(settleAccounts('/nulle/part.csv'), []);
  });
});
