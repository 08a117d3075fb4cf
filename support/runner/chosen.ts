import { type Defect, defects } from '../../fixtures/defects/index.ts';
import type { EmbeddedOptions } from '../environment.ts';
import { HarnessSetupError } from '../setup-error.ts';
import { embeddedTarget } from '../target/embedded.ts';
import type { Target } from '../target/target.ts';

/** Returns the target this process plays against: the file named by `TARGET`, else the embedded portal. */
export async function chosenTarget(environment: NodeJS.ProcessEnv = process.env): Promise<Target> {
  if (!environment.TARGET) return embeddedTarget;
  const { loadTarget } = await import('../target/load.ts');
  return loadTarget(environment.TARGET);
}

/**
 * Returns the defect the embedded portal is given, named by `DIAPASON_DEFECT`: how the suite proves its power.
 * @throws HarnessSetupError when no defect bears that name.
 */
export async function chosenDefect(environment: NodeJS.ProcessEnv = process.env): Promise<EmbeddedOptions> {
  const id = environment.DIAPASON_DEFECT;
  if (!id) return {};
  const defect = defects.find((candidate) => candidate.id === id) ?? (await blindDefect(id));
  if (defect !== undefined) return { defect };
  throw new HarnessSetupError(
    `DIAPASON_DEFECT désigne un défaut inconnu : « ${id} »`,
    `Défauts connus : ${defects.map((candidate) => candidate.id).join(', ')}.`,
  );
}

/** Made only when asked for: every one of them loads the portal's rules anew. */
async function blindDefect(id: string): Promise<Defect | undefined> {
  const { blindDefects } = await import('../../fixtures/defects/blind/index.ts');
  return (await blindDefects()).find((candidate) => candidate.id === id);
}
