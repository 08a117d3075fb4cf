import type { LaunchOptions } from '@playwright/test';
import { findBrowser } from '../../setup/browser.mjs';
import { HarnessSetupError } from '../setup-error.ts';

/** Keeps a system browser off the network: it would look up its maker's hosts at each start. */
const QUIET = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/**
 * Returns how to launch the browser that set-up found.
 * @throws HarnessSetupError when there is none.
 */
export function browserLaunch(): LaunchOptions {
  const browser = found();
  if (browser === undefined) {
    throw new HarnessSetupError(
      'Aucun navigateur Chromium n’a été trouvé.',
      'Lancez « node setup/setup.mjs », qui en installe un, ou désignez le vôtre par DIAPASON_BROWSER=/chemin.',
    );
  }
  // As root Chromium refuses its own sandbox; anywhere else it stays on.
  return { executablePath: browser.path, args: QUIET, chromiumSandbox: process.getuid?.() !== 0 };
}

function found(): ReturnType<typeof findBrowser> {
  try {
    return findBrowser();
  } catch (error) {
    throw new HarnessSetupError(
      (error as Error).message,
      'Sans elle, le banc prend le navigateur que la mise en place a trouvé.',
    );
  }
}
