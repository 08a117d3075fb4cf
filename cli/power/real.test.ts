import assert from 'node:assert/strict';
import { join } from 'node:path';
import { it } from 'node:test';
import { type Diagnosis, isCaught, type Subject } from '../../reports/power/diagnosis.ts';
import { passGate } from '../../support/specification/gate.ts';
import { ROOT } from '../root.ts';
import { campaign } from './campaign.ts';
import { catalogueNow } from './catalogue-now.ts';
import { planOf } from './plan.ts';
import { subjectsOf, VARIABLES } from './subjects.ts';

/** An invoice can't be deposited, which nobody who only looks at the home page sees: this one must survive. */
const SURVIVOR: Subject = { id: 'depot-de-facture-en-panne', sentence: 'Inventé.', breaks: 'EX-1.01' };

/** No portal bears it: it can't be played, and must not pass for caught. */
const UNKNOWN: Subject = { id: 'defaut-inconnu', sentence: 'Inventé.', breaks: 'EX-1.01' };

it('a campaign for real catches a defect, lets one survive that nothing looks for, and says what it could not play', async () => {
  passGate(ROOT);
  const real = (await subjectsOf('defects')).filter(({ id }) => id === 'siret-inconnu-accepte');
  const { requirements } = catalogueNow();
  const jobs = [...real, SURVIVOR, UNKNOWN].map((subject) => ({
    subject,
    variable: VARIABLES.defects,
    scenarios: planOf(requirements, subject, 'quick'),
    stopAtCatch: true,
    sparing: false,
    ownProcess: false,
  }));
  const diagnoses = new Map<string, Diagnosis>();
  await campaign(jobs, {
    script: join(import.meta.dirname, 'worker.ts'),
    workers: 1,
    patienceMs: 300_000,
    signal: new AbortController().signal,
    onDiagnosis: (diagnosis) => diagnoses.set(diagnosis.subject.id, diagnosis),
  });
  const [caught, survivor, unknown] = jobs.map(({ subject }) => diagnoses.get(subject.id));
  assert.ok(caught && survivor && unknown);
  assert.ok(isCaught(caught), JSON.stringify(caught));
  assert.match(caught.findings['EX-1.08']?.sentence ?? '', /« Numéro de SIRET » rempli .* Attendu : refus/);
  assert.equal(
    caught.caughtBy,
    "Un SIRET bien formé que l'INSEE ne connaît pas est refusé, même à qui insiste",
  );
  assert.equal(caught.played, 1, 'the first catch is enough');
  assert.equal(isCaught(survivor), false);
  assert.equal(survivor.findings['EX-1.01']?.outcome, 'conforme');
  assert.match(unknown.trouble ?? '', /défaut inconnu : « defaut-inconnu »/);
});
