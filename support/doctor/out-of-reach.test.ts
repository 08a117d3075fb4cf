import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import type { Environment } from '../environment.ts';
import { embeddedTarget } from '../target/embedded.ts';
import type { Target } from '../target/target.ts';
import { NEEDS, outOfReach, requirementsByNeed } from './out-of-reach.ts';

const ROOT = join(import.meta.dirname, '../..');

/** An environment of which only what is declared matters. */
function environmentOf(target: Partial<Target>, isClocked = true): Environment {
  const mailbox = { mailsHolding: async () => [] } as unknown as Environment['mailbox'];
  const advanceClock = isClocked ? async () => assert.fail('the clock was moved') : undefined;
  return { target: { ...embeddedTarget, ...target }, mailbox, advanceClock } as unknown as Environment;
}

describe('outOfReach', () => {
  it('says nothing of a target that lacks no means, and moves no clock', async () => {
    assert.deepEqual(await outOfReach(ROOT, environmentOf({})), []);
  });

  it('names the rules that need a clock, as the suite itself would say it', async () => {
    const [lack, ...others] = await outOfReach(ROOT, environmentOf({}, false));
    assert.deepEqual(others, []);
    assert.ok(lack?.requirements.includes('EX-4.13'));
    assert.equal(lack?.means, "l'horloge du portail");
    assert.match(lack?.remedy ?? '', /--wait-expiry/);
  });

  it('names the families of which a target of real companies has none, and takes none', async (t) => {
    const claims = mkdtempSync(join(tmpdir(), 'diapason-diagnostic-'));
    t.after(() => rmSync(claims, { recursive: true, force: true }));
    const companies = [{ siret: '73282932000074', family: 'fermee' as const }];
    const lacks = await outOfReach(ROOT, environmentOf({ insee: { by: 'reel', companies, claims } }));
    const means = lacks.map((lack) => lack.means).join(' ');
    assert.match(means, /« inconnue »/);
    assert.match(means, /« insee-en-panne »/);
    assert.doesNotMatch(means, /« fermee »/);
    assert.deepEqual(readdirSync(claims), []);
  });

  it('knows every sentence of the steps that needs a clock, or a company of some kind', () => {
    const steps = readdirSync(join(ROOT, 'steps')).map((name) =>
      readFileSync(join(ROOT, 'steps', name), 'utf8'),
    );
    const definitions = steps.flatMap((text) => text.split(/^(?=EtantDonne\(|Quand\(|Alors\()/m));
    const needing = definitions.filter(
      (definition) =>
        /letMinutesPass|drawn\w*\(|expectNobodyElse/.test(definition) && !/^import/.test(definition),
    );
    assert.ok(needing.length >= 12, `${needing.length} steps`);
    const unknown = needing
      // Everybody has an ordinary company, and a portal's breakdowns are told by the table of the rule.
      .filter((definition) => !/'ordinaire'|drawnSharing|\{panne\}/.test(definition))
      .filter((definition) => !NEEDS.some(([sentence]) => sentence.test(definition)));
    assert.deepEqual(unknown, []);
    assert.deepEqual(
      new Set(NEEDS.map(([, need]) => need)),
      new Set(requirementsByNeed(ROOT).keys()),
      'each need is that of some rule',
    );
  });
});
