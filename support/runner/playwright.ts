import type { BrowserContext } from '@playwright/test';
import { test as base, createBdd, defineParameterType } from 'playwright-bdd';
import { type Environment, startEnvironment } from '../environment.ts';
import type { Attach } from '../evidence.ts';
import type { Binding } from './binding.ts';
import { chosenPortal, chosenTarget } from './chosen.ts';
import { endOfScenario } from './end-of-scenario.ts';
import { registerEngine } from './engine.ts';
import { fileScenario } from './labels.ts';
import { readyPage } from './ready-page.ts';
import { processSeeds } from './seeds.ts';
import { afterStep, createWorld, type World } from './world.ts';

// Playwright maps each frame of each stack to a source, at every command; Node runs these sources as they are written.
Reflect.deleteProperty(Error, 'prepareStackTrace');

/** Playwright Test with a world for each scenario and an environment for each worker. */
export const test = base.extend<{ world: World; filed: undefined }, { environment: Environment }>({
  // Before anything can fail: a scenario whose environment did not start has its place in the reports too.
  filed: [
    async ({ $tags }, use, testInfo) => {
      await fileScenario($tags, testInfo);
      await use(undefined);
    },
    { auto: true },
  ],
  environment: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures asked for from this pattern
    async ({}, use, { config: { workers } }) => {
      await registerEngine();
      const environment = await startEnvironment(await chosenTarget(), await chosenPortal(), workers);
      await use(environment);
      await environment.close();
    },
    { scope: 'worker' },
  ],
  world: async ({ page, browser, environment, $uri, $tags, $bddTestData }, use, testInfo) => {
    const attach: Attach = (body, contentType, name) => testInfo.attach(name, { body, contentType });
    const { nonce, ...seeds } = processSeeds();
    const opened: BrowserContext[] = [];
    const { target } = environment;
    const world = createWorld({
      page: await readyPage(page, target),
      openPage: async () => {
        const context = await browser.newContext();
        opened.push(context);
        return readyPage(await context.newPage(), target);
      },
      environment,
      // The same scenario may be repeated in one process, never with the same identity.
      seeds: { ...seeds, nonce: `${nonce}-${testInfo.repeatEachIndex}` },
      attach,
      id: `${$uri}:${$bddTestData?.pickleLine}`,
      tags: $tags,
    });
    await use(world);
    try {
      if (testInfo.status === 'passed') await endOfScenario(world);
    } finally {
      for (const context of opened) await context.close();
    }
  },
});

const { Given, When, Then, AfterStep } = createBdd(test, { worldFixture: 'world' });

AfterStep(async function ({ $step }) {
  await afterStep(this, $step.error);
});

export const binding: Binding = {
  EtantDonne: Given,
  Quand: When,
  Alors: Then,
  defineParameterType,
};
