import { Finding, FindingAtEnd } from '../failures.ts';
import { checkUnexpectedMails } from '../unexpected-mails.ts';
import { afterStep, type World } from './world.ts';

/**
 * What is still asked of the portal once every step of a scenario has passed; called by both runners, which close
 * the browsers after it.
 * @throws FindingAtEnd when the portal does not answer it, its proofs being kept first
 */
export async function endOfScenario(world: World): Promise<void> {
  try {
    // Together: one quiet period at most, which has run since it was asked for.
    await Promise.all([world, ...world.others].map(({ silences }) => silences.atEnd()));
    await checkUnexpectedMails(world);
  } catch (error) {
    const told = error instanceof Finding ? new FindingAtEnd(error.observation) : error;
    await afterStep(world, told);
    throw told;
  }
}
