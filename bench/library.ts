import { type Browser, chromium, type Page } from '@playwright/test';
import type { Family } from '../fixtures/siret.ts';
import { type Environment, startEnvironment } from '../support/environment.ts';
import { browserLaunch } from '../support/runner/browser.ts';
import { embeddedTarget } from '../support/target/embedded.ts';

/** What one journey is played with. */
export interface Scene {
  readonly page: Page;
  readonly environment: Environment;
  readonly family: Family;
  /** What the person is drawn from. */
  readonly id: string;
}

/**
 * Plays a journey several times, one after another, each in a new browser context, without any runner: the number
 * comes from the command line, a JSON line a journey goes to the standard output. A failure ends the script.
 */
export async function playByHand(journey: (scene: Scene) => Promise<void>): Promise<void> {
  const journeys = Number(process.argv[2]);
  if (!Number.isInteger(journeys) || journeys < 1) throw new Error('Usage : node bench/….ts <parcours>');
  const [browser, environment] = await Promise.all([
    chromium.launch(browserLaunch()),
    startEnvironment(embeddedTarget),
  ]);
  try {
    for (let number = 1; number <= journeys; number += 1) {
      const startedAt = Date.now();
      await inNewContext(browser, (page) => journey(sceneOf(number, page, environment)));
      const sample = { startedAt, durationMs: Date.now() - startedAt, ok: true };
      process.stdout.write(`${JSON.stringify(sample)}\n`);
    }
  } finally {
    await Promise.all([browser.close(), environment.close()]);
  }
}

/** Companies and sole traders take turns, as they do in the bench's feature. */
function sceneOf(number: number, page: Page, environment: Environment): Scene {
  const family = number % 2 === 1 ? 'ordinaire' : 'entrepreneur-individuel';
  // Two scripts side by side have two environments, but one seed.
  return { page, environment, family, id: `banc:${process.pid}:${number}` };
}

async function inNewContext(browser: Browser, play: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext({ locale: 'fr-FR' });
  await play(await context.newPage());
  await context.close();
}
