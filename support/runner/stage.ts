import { type Browser, chromium } from '@playwright/test';
import { type Environment, startEnvironment } from '../environment.ts';
import { browserLaunch } from './browser.ts';
import { chosenPortal, chosenTarget } from './chosen.ts';
import { registerEngine } from './engine.ts';

/** What scenarios are played with: a browser, and what the process's variables chose to play against. */
export interface Stage {
  readonly browser: Browser;
  readonly environment: Environment;
}

let lent: Stage | undefined;

/** Gives the runs that follow a stage whose owner closes it; without one, each run raises its own. */
export function lendStage(stage: Stage | undefined): void {
  lent = stage;
}

/** Returns the stage that was lent, else raises one: a browser and an environment. */
export async function takeStage(): Promise<Stage> {
  if (lent !== undefined) return lent;
  const [browser, environment] = await Promise.all([launchBrowser(), raiseEnvironment()]);
  return { browser, environment };
}

/** Closes a stage that was raised for one run. */
export async function leaveStage(stage: Stage | undefined): Promise<void> {
  if (stage === undefined || stage === lent) return;
  await Promise.all([stage.browser.close(), stage.environment.close()]);
}

/** Launches the browser that set-up found, knowing how to find fields by the guide's names. */
export async function launchBrowser(): Promise<Browser> {
  await registerEngine();
  return chromium.launch(browserLaunch());
}

/** Starts what the process's variables choose: a target, or the embedded portal as it is altered. */
export async function raiseEnvironment(): Promise<Environment> {
  // cucumber-js tells its worker threads how many they are.
  const workers = Number(process.env.CUCUMBER_TOTAL_WORKERS ?? 1);
  return startEnvironment(await chosenTarget(), await chosenPortal(), workers);
}
