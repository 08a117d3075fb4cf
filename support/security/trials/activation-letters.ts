import type { Applicant } from '../../../fixtures/applicant.ts';
import { Finding, MeansMissing } from '../../failures.ts';
import type { World } from '../../runner/world.ts';
import { MAILS } from '../bounds.ts';
import type { Replay } from '../replays.ts';
import { type Replacement, type Step, scriptOf } from '../script.ts';
import { tokenIn } from '../token-in.ts';
import { type Turns, turns } from '../turns.ts';

/** How many mails each account is asked at most: portals count them. */
const MAILS_EACH = 5;

/** Accounts whose mails are awaited together, where the target bears it: one by one, those of a slow portal take minutes. */
const AT_ONCE = 5;

/** A key that a mail brought: a link, or a code. */
interface Letter {
  readonly holder: Applicant;
  readonly key: string;
  readonly at: number;
}

/**
 * Receives activation mails for several accounts: the first sign-up is a browser's, the others are played again after
 * it, and each account asks for other links. The requests that have a mail sent are made in turn, so that the tokens
 * have an order; all else goes on meanwhile.
 * @throws MeansMissing when fewer come than must be compared
 */
export async function gatherTokens(world: World): Promise<void> {
  const { person, security, target } = world;
  await security.probes.during('Courriels d’activation demandés', async () => {
    const signUp = scriptOf(await security.recorder.since(), (address) => security.isOwn(address));
    const letters = [await letterOf(world, person.applicant)];
    const newLink = await recordNewLink(world, letters);
    const most = newLink === undefined ? 1 : MAILS_EACH;
    const atOnce = Math.min(AT_ONCE, target.pace.workers ?? AT_ONCE);
    const [signUps, lastRequests] = [turns(), turns()];
    for (let before = 0; letters.length > before && letters.length < MAILS; ) {
      before = letters.length;
      const wanted = Math.min(atOnce, Math.ceil((MAILS - before) / most));
      const others = Array.from({ length: wanted }, () => person.somebodyElse());
      const gathering = { newLink, most, letters, lastInTurn: lastRequests };
      const gathered = await Promise.allSettled([
        askAgain(world, person.applicant, gathering),
        ...others.map(async (holder) => {
          await signUps(() => signUpAgain(world, holder, { script: signUp, lastInTurn: lastRequests }));
          if (await receive(world, holder, letters)) await askAgain(world, holder, gathering);
        }),
      ]);
      // Once all have ended: nothing is asked of the portal when the scenario is over.
      for (const each of gathered) if (each.status === 'rejected') throw each.reason;
    }
    security.found.tokens.push(...tokensOf(letters));
  });
  if (security.found.tokens.length < MAILS) throw tooFew(security.found.tokens.length);
}

/** Plays a sign-up again as somebody else, whose account is listed as any other. */
export async function signUpAgain(
  { expectedMails, person, security }: World,
  holder: Applicant,
  replay: Omit<Replay, 'replacements'>,
): Promise<void> {
  await security.pace.turn();
  security.accounts.sending(holder);
  const replacements = inPlaceOf(person.applicant, holder);
  await security.replays.play({ ...replay, replacements });
  security.accounts.note('workspaces', { outcome: 'accepted' }, holder);
  expectedMails.allow(holder.email);
}

/** Somebody's own data in place of somebody else's; what is neither's name stays. */
export function inPlaceOf(one: Applicant, other: Applicant): Replacement[] {
  return [
    [one.email, other.email],
    [one.siret, other.siret],
  ];
}

/** Asks in the browser for another link, and returns what it sent; nothing where the portal offers none. */
export async function recordNewLink(
  world: World,
  letters: Letter[] = [],
): Promise<readonly Step[] | undefined> {
  const { person, recovery, portal, security } = world;
  const { mark } = security.recorder;
  try {
    await recovery.askNewLink();
  } catch (error) {
    // That a lost link can be asked for again is the matter of another rule.
    if (error instanceof Finding) return undefined;
    throw error;
  }
  if (portal.newLink.decision?.outcome !== 'accepted') return undefined;
  if (!(await receive(world, person.applicant, letters))) return undefined;
  return scriptOf(await security.recorder.since(mark), (address) => security.isOwn(address));
}

/** What comes of all accounts. */
interface Gathering {
  readonly newLink: readonly Step[] | undefined;
  /** How many mails an account may be sent. */
  readonly most: number;
  readonly letters: Letter[];
  readonly lastInTurn: Turns;
}

/** Asks for other links of an account, until it has had its share or none comes any more. */
async function askAgain(
  world: World,
  holder: Applicant,
  { newLink, most, letters, lastInTurn }: Gathering,
): Promise<void> {
  const { mail, person, security, expectedMails } = world;
  if (newLink === undefined) return;
  const had = (): number => letters.filter((letter) => letter.holder === holder).length;
  while (had() < most && letters.length < MAILS) {
    await mail.turnPage(holder.email);
    expectedMails.allow(holder.email);
    const replacements = inPlaceOf(person.applicant, holder);
    await security.replays.play({ script: newLink, replacements, lastInTurn });
    if (!(await receive(world, holder, letters))) return;
  }
}

/** Returns whether a mail with a key came. */
async function receive(world: World, holder: Applicant, letters: Letter[]): Promise<boolean> {
  try {
    letters.push(await letterOf(world, holder));
    return true;
  } catch (error) {
    if (error instanceof Finding) return false;
    throw error;
  }
}

async function letterOf({ mail }: World, holder: Applicant): Promise<Letter> {
  const key = await mail.activationLinkOf(holder.email);
  const { created } = await mail.activationMailOf(holder.email);
  return { holder, key, at: created.getTime() };
}

function tokensOf(letters: readonly Letter[]) {
  const keys = letters.map(({ key, holder }) => ({ key, email: holder.email }));
  return letters.map(({ holder: { email, siret }, at }, index) => ({
    text: tokenIn(keys, index),
    at,
    known: [email, siret, email.split('@')[0] ?? ''],
  }));
}

function tooFew(count: number): MeansMissing {
  return new MeansMissing(
    `${MAILS} courriels d'activation à comparer`,
    `Il en est venu ${count} : le portail limite les inscriptions et les nouveaux liens, ou ce que le navigateur envoie ne se rejoue pas. Relevez ces limites sur la recette.`,
  );
}
