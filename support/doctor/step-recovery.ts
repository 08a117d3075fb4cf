import { findingIn, usable } from './outcome.ts';
import { SOUGHT } from './sought.ts';
import type { Sight, Stand } from './stand.ts';
import { backToLogin } from './step-account.ts';
import type { Told } from './told.ts';

/** Address, question and answer, password, and what ends it: as many pages at most. */
const MOST_PAGES = 5;

type Asked = 'email' | 'question' | 'answer' | 'password' | 'confirmation';

/**
 * Recovers the password of the account just made: half of its words answer what is sent. It is the last thing done, for
 * the password is then another; where it can't be done, its words stay unseen and the journey is no less at its end.
 */
export async function seeRecovery(stand: Stand, told: Told): Promise<string | undefined> {
  const { without } = stand.target;
  if (without.connexion !== undefined || without['question-secrete'] !== undefined) return undefined;
  const sights: Sight[] = [];
  await findingIn(async () => {
    await stand.forget();
    await backToLogin(stand);
    if (!(await stand.shownAmong('recovery', ['open'])).includes('open')) return;
    await stand.press('recovery', 'open');
    await recover(stand, sights);
  });
  if (sights.length > 0) told.note('Mot de passe oublié, jusqu’au bout', sights);
  return undefined;
}

/** Gives what each page asks for, and looks at each; what has been said is looked for no more. */
async function recover(stand: Stand, sights: Sight[]): Promise<void> {
  const password = stand.person.anotherPassword();
  const { question, answer } = stand.person.secrets;
  const { email } = stand.person.applicant;
  const left = new Map<Asked, string>([
    ['email', email],
    ['question', question],
    ['answer', answer],
    ['password', password],
    ['confirmation', password],
  ]);
  const anew = Object.keys(SOUGHT.recovery).filter((entry) => entry !== 'open' && !left.has(entry as Asked));
  for (let page = 0; page < MOST_PAGES; page += 1) {
    // Nothing is left to say but what the portal did not ask: these words must end it, or the login page does.
    const isOver = !left.has('password');
    const sought = isOver ? ['recovered'] : [...left.keys(), ...anew];
    const isNeeded = isOver && (await stand.shownAmong('login', ['password'])).length === 0;
    const reports = await stand.see('recovery', sought, isNeeded);
    sights.push(await stand.keep('recuperation', reports));
    if (isOver) return;
    const there = usable(reports);
    const asked = [...left].filter(([entry]) => there.has(entry));
    if (asked.length === 0 || !there.has('submit')) return;
    for (const [entry, value] of asked) {
      const field = stand.portal.recovery[entry];
      await (entry === 'question' ? field.choose(value) : field.fill(value));
      left.delete(entry);
    }
    await stand.press('recovery', 'submit');
  }
}
