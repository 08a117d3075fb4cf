import { rmSync } from 'node:fs';
import { call } from './reach/call.ts';
import { codeOf } from './reach/trouble.ts';
import { HarnessSetupError } from './setup-error.ts';
import type { HookFunction } from './target/schema/hooks.ts';
import type { HttpCall } from './target/schema/shapes.ts';
import type { Target } from './target/target.ts';

/** How long a hook may take, in milliseconds: emptying a database is no page. */
const HOOK_MS = 60_000;

/**
 * Makes the portal as new, where the target says how; the companies that had served may then serve again.
 * @throws HarnessSetupError when the hook fails: nothing would be played on what was expected
 */
export async function resetPortal(target: Target): Promise<void> {
  if (target.reset === undefined) return;
  await played('reset', target.reset, target);
  if (target.insee.claims !== undefined) rmSync(target.insee.claims, { recursive: true, force: true });
}

/** Tidies up after a run, where the target says how. @throws HarnessSetupError when the hook fails */
export async function cleanUpPortal(target: Target): Promise<void> {
  if (target.cleanup !== undefined) await played('cleanup', target.cleanup, target);
}

async function played(
  name: 'reset' | 'cleanup',
  hook: HttpCall | HookFunction,
  target: Target,
): Promise<void> {
  if (typeof hook === 'function') {
    await Promise.resolve()
      .then(hook)
      .catch((error: unknown) => {
        throw failed(
          name,
          `la fonction a échoué : ${error instanceof Error ? error.message : String(error)}`,
        );
      });
    return;
  }
  const { url, ...sent } = hook;
  const { status } = await call(target, { url, ...sent, timeoutMs: HOOK_MS }).catch((error: unknown) => {
    throw failed(name, `${url} ne répond pas (${codeOf(error)})`);
  });
  if (status >= 400) throw failed(name, `${url} a répondu ${status}`);
}

function failed(name: 'reset' | 'cleanup', what: string): HarnessSetupError {
  const purpose = name === 'reset' ? 'La remise à neuf du portail' : 'Le rangement du portail';
  return new HarnessSetupError(
    `${purpose} (« ${name} ») n’a pas eu lieu : ${what}.`,
    `Corrigez « ${name} » dans le fichier cible${name === 'reset' ? ', ou retirez-le.' : ', et rangez à la main.'}`,
  );
}
