import { redrawnCode, redrawnLink } from '../../../fixtures/altered-link.ts';
import { samePersonElsewhere } from '../../others.ts';
import type { World } from '../../runner/world.ts';
import { type Guesses, guess } from '../guessing.ts';
import { scriptOf } from '../script.ts';

/**
 * Tries wrong passwords on an account, then the right one: a portal may well refuse it by now. A portal without a login
 * has nothing to try.
 */
export async function guessPasswords(world: World): Promise<void> {
  const { journey, person, security, target } = world;
  if (target.without.connexion !== undefined) return;
  await security.probes.during('Mots de passe faux', async () => {
    const wrong = person.anotherPassword();
    const { mark } = security.recorder;
    await journey.logIn(wrong);
    const script = scriptOf(await security.recorder.since(mark), (address) => security.isOwn(address));
    const right = person.applicant.motDePasse;
    const tried = await guess(security.replays, {
      script,
      wrong,
      right,
      another: () => person.anotherPassword(),
    });
    const isBlocked = async (): Promise<boolean> => {
      const owner = await samePersonElsewhere(world);
      await owner.journey.logIn();
      return owner.portal.login.decision?.outcome !== 'accepted';
    };
    security.found.guesses.push({ secret: 'mots de passe faux', ...(await orBlocked(tried, isBlocked)) });
  });
}

/** Tries wrong activation links, or codes, for an account that sleeps, then the right one. */
export async function guessTokens(world: World): Promise<void> {
  const { mail, person, portal, security, target } = world;
  const { email } = person.applicant;
  const right = await mail.activationLinkOf(email);
  const draw = (below: number): number => person.draw.content.number.int(below - 1);
  const another = (): string =>
    target.activation.by === 'code' ? redrawnCode(right, draw) : redrawnLink(right, email, draw);
  await security.probes.during('Jetons faux', async () => {
    const wrong = another();
    const { mark } = security.recorder;
    await portal.wayIn.enter(wrong, email);
    const exchanges = await security.recorder.since(mark);
    const script = scriptOf(exchanges, (address) => security.isOwn(address), tokenOf(wrong, right));
    const [from, to] = [tokenOf(wrong, right), tokenOf(right, wrong)];
    const next = (): string => tokenOf(another(), right);
    const tried = await guess(security.replays, { script, wrong: from, right: to, another: next });
    const isBlocked = async (): Promise<boolean> => {
      const owner = await samePersonElsewhere(world);
      await owner.portal.wayIn.enter(right, email);
      return (await owner.portal.wayIn.answer()) !== undefined;
    };
    security.found.guesses.push({ secret: 'jetons faux', ...(await orBlocked(tried, isBlocked)) });
  });
}

/** A portal that answers as before may all the same have shut the account. */
async function orBlocked(tried: Guesses, isBlocked: () => Promise<boolean>): Promise<Guesses> {
  if (tried.brake !== undefined || !(await isBlocked())) return tried;
  return { ...tried, brake: 'le bon secret est refusé à son tour' };
}

/** What a link has between what it shares with another of its kind; a code is its own whole. */
function tokenOf(key: string, other: string): string {
  const shared = [...key].findIndex((sign, index) => other[index] !== sign);
  const start = Math.max(
    key.lastIndexOf('=', shared),
    key.lastIndexOf('/', shared),
    key.lastIndexOf('#', shared),
  );
  return key.slice(start + 1);
}
