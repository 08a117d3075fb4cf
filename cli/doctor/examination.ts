import { type Catalogue, readCatalogue } from '../../reports/catalogue.ts';
import { requirementVerdict } from '../../reports/requirement-verdict.ts';
import { ACCOUNTS_FILE, listAccountsIn } from '../../support/accounts.ts';
import { claimsOf } from '../../support/doctor/claims.ts';
import { type OutOfReach, outOfReach } from '../../support/doctor/out-of-reach.ts';
import type { Remark } from '../../support/doctor/told.ts';
import { type Walked, walk } from '../../support/doctor/walk.ts';
import { type Environment, startEnvironment } from '../../support/environment.ts';
import { MeansMissing } from '../../support/failures.ts';
import { PortalLost } from '../../support/portal-lost.ts';
import { browserAccess } from '../../support/reach/access-options.ts';
import { chosenPortal, chosenTarget } from '../../support/runner/chosen.ts';
import { preflight } from '../../support/runner/preflight.ts';
import { readyPage } from '../../support/runner/ready-page.ts';
import { processSeeds } from '../../support/runner/seeds.ts';
import { launchBrowser } from '../../support/runner/stage.ts';
import { HarnessSetupError } from '../../support/setup-error.ts';
import { LOCK_FILE } from '../../support/specification/lock.ts';
import type { Target } from '../../support/target/target.ts';
import { inOut, inProject, ROOT } from '../root.ts';
import { settleAccounts } from '../run/accounts.ts';
import { newFolder } from '../run/folder.ts';
import { viewOf } from '../target-view.ts';

/** What a journey and the target's declarations tell together. */
export interface Examination extends Walked {
  readonly target: Target;
  /** The target file's path, as it is given to a command; nothing for the embedded portal. */
  readonly file?: string;
  readonly url: string;
  readonly claims: readonly Remark[];
  /** Requirements that `without` waives, by reason. */
  readonly waived: ReadonlyMap<string, readonly string[]>;
  readonly outOfReach: readonly OutOfReach[];
}

/**
 * Makes one journey, whose person is drawn under a name, through the target that the process's variables choose, and compares what it declares with what
 * was seen.
 * @throws HarnessSetupError or MailboxUnavailable when the journey can't be made
 */
export async function examine(name: string): Promise<Examination> {
  const target = await chosenTarget();
  await preflight(target);
  const file = process.env.TARGET;
  const environment = await startEnvironment(target, await chosenPortal());
  try {
    const walked = await walkIn(environment, name);
    const catalogue = readCatalogue(inProject(LOCK_FILE));
    const waived = waivedOf(target, catalogue);
    return {
      ...walked,
      target,
      ...(file ? { file } : {}),
      url: environment.url,
      claims: claimsOf(target, walked.told),
      waived,
      outOfReach: without(await outOfReach(ROOT, environment), [...waived.values()].flat()),
    };
  } finally {
    await environment.close();
  }
}

async function walkIn(environment: Environment, name: string): Promise<Walked> {
  const { target } = environment;
  // First: a new folder of reports is marked as ours only while it is empty.
  const folder = newFolder(inOut(), 'doctor');
  if (target.url !== undefined) listAccountsIn(inOut(ACCOUNTS_FILE));
  const browser = await launchBrowser();
  try {
    const context = await browser.newContext({ locale: 'fr-FR', ...browserAccess(target) });
    const page = await readyPage(await context.newPage(), target);
    return await walk({ page, environment, seeds: processSeeds(), name, folder });
  } catch (error) {
    throw explainedTrouble(error);
  } finally {
    await browser.close();
    if (target.url !== undefined) settleAccounts(inOut(ACCOUNTS_FILE));
  }
}

/** What is neither the portal's fault nor a mistake of ours reads as what stands in the way of a run does. */
function explainedTrouble(error: unknown): unknown {
  if (error instanceof MeansMissing)
    return new HarnessSetupError(`Le parcours ne peut se faire sans ${error.means}.`, error.remedy);
  if (error instanceof PortalLost)
    return new HarnessSetupError(
      error.message,
      'Vérifiez que le portail tourne, puis relancez le diagnostic.',
    );
  const isTargets = error instanceof Error && error.message.startsWith('La fonction « ');
  return isTargets ? new HarnessSetupError(error.message, 'Corrigez-la dans le fichier cible.') : error;
}

/** As the verdict will say it. */
function waivedOf(target: Target, { requirements }: Catalogue): Map<string, string[]> {
  const view = viewOf(target);
  const waived = new Map<string, string[]>();
  for (const requirement of requirements) {
    const { outcome, reason = '' } = requirementVerdict(requirement, [], {
      target: view,
      missingCount: false,
    });
    if (outcome === 'non applicable') waived.set(reason, [...(waived.get(reason) ?? []), requirement.id]);
  }
  return waived;
}

function without(lacks: readonly OutOfReach[], waived: readonly string[]): OutOfReach[] {
  return lacks
    .map((lack) => ({ ...lack, requirements: lack.requirements.filter((id) => !waived.includes(id)) }))
    .filter(({ requirements }) => requirements.length > 0);
}
