import type { Defect } from '../fixtures/defects/defect.ts';
import { defects } from '../fixtures/defects/index.ts';
import { readCatalogue } from '../reports/catalogue.ts';
import { type RequirementOutcome, verdict } from '../reports/verdict.ts';
import { HarnessSetupError } from '../support/setup-error.ts';
import { LOCK_FILE } from '../support/specification/lock.ts';
import { embeddedTarget } from '../support/target/embedded.ts';
import { type InProcessRunner, loadInProcess } from './in-process.ts';
import { inProject } from './root.ts';

/** What the scenarios of a defect's own requirement said of it. */
interface Diagnosis {
  readonly defect: Defect;
  readonly outcome: RequirementOutcome;
  readonly sentence: string;
}

/**
 * Gives the reference portal each defect in turn, plays the requirement it breaks, and shows whether that
 * requirement says non conforme; nothing else counts as caught. Returns 0 when all are.
 */
export async function power(only?: string): Promise<number> {
  const chosen = defects.filter(({ id }) => only === undefined || id === only);
  if (chosen.length === 0) {
    throw new HarnessSetupError(
      `Défaut inconnu : « ${only} »`,
      `Connus : ${defects.map(({ id }) => id).join(', ')}.`,
    );
  }
  const runner = await loadInProcess();
  let survivors = 0;
  for (const defect of chosen) {
    const { outcome, sentence } = await diagnose(runner, defect);
    // A « devrait » that fails is a réserve: that is how it is caught.
    const caught = outcome === 'non conforme' || outcome === 'réserve';
    if (!caught) survivors += 1;
    process.stdout.write(
      `${caught ? '✓' : '✗'} ${defect.breaks} ${defect.id} : ${outcome}\n    ${sentence}\n`,
    );
  }
  process.stdout.write(`\nPuissance : ${chosen.length - survivors} défauts pris sur ${chosen.length}.\n`);
  return survivors === 0 ? 0 : 1;
}

async function diagnose(runner: InProcessRunner, defect: Defect): Promise<Diagnosis> {
  const play = await runner.play(`@${defect.breaks}`, { DIAPASON_DEFECT: defect.id });
  const judged = verdict({
    catalogue: readCatalogue(inProject(LOCK_FILE)),
    target: { name: embeddedTarget.name, url: 'portail embarqué', lacks: [] },
    plays: [play],
    partial: true,
    selection: [defect.breaks],
  });
  const [requirement] = judged.requirements;
  const sentences = requirement?.scenarios.flatMap((scenario) => scenario.sentences) ?? [];
  return { defect, outcome: requirement?.outcome ?? 'non jouée', sentence: sentences.join('\n    ') };
}
