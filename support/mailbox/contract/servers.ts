import { startEmbeddedMailbox } from '../embedded/embedded.ts';
import { mailpitIn } from '../local/executable.ts';
import { startMailpit } from '../local/mailpit.ts';
import type { Server } from './bench.ts';

/** One of the ways to have a mailbox. */
export interface Implementation {
  readonly name: string;
  readonly kind: 'embedded' | 'path' | 'auth';
  /** Why it can't be tried here. */
  readonly missing?: string;
  start(): Promise<Server>;
}

const MISSING = 'le vrai Mailpit n’est pas essayé : « mailpit » n’est pas dans le PATH';
const AUTH = { username: 'moi', password: 'sésame/@:' };

/** The three implementations that the contract is played on: ours, the PATH's, and one behind a login, by its address. */
export function implementations(executable = mailpitIn(process.env.PATH)): readonly Implementation[] {
  const isMissing = executable === undefined ? { missing: MISSING } : {};
  const mailpit = executable ?? 'mailpit';
  return [
    { name: 'embarquée', kind: 'embedded', start: startEmbeddedMailbox },
    { name: 'Mailpit du PATH', kind: 'path', ...isMissing, start: () => startMailpit(mailpit) },
    {
      name: 'Mailpit par son adresse, avec mot de passe',
      kind: 'auth',
      ...isMissing,
      start: () => startGuarded(mailpit),
    },
  ];
}

async function startGuarded(executable: string): Promise<Server> {
  const settings = { MP_UI_AUTH: `${AUTH.username}:${AUTH.password}` };
  return { ...(await startMailpit(executable, { settings })), auth: AUTH };
}
