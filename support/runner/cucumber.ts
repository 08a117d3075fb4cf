import {
  After,
  AfterAll,
  AfterStep,
  Before,
  BeforeAll,
  defineParameterType,
  Given,
  type IWorld,
  Status,
  setDefaultTimeout,
  setParallelCanAssign,
  setWorldConstructor,
  Then,
  When,
} from '@cucumber/cucumber';
import type { Pickle } from '@cucumber/messages';
import type { BrowserContext, Page } from '@playwright/test';
import { browserAccess } from '../reach/access-options.ts';
import { isAlone } from '../specification/alone.ts';
import type { Binding } from './binding.ts';
import { chosenTarget } from './chosen.ts';
import { endOfScenario } from './end-of-scenario.ts';
import { stepNetMs } from './nets.ts';
import { readyPage } from './ready-page.ts';
import { processSeeds } from './seeds.ts';
import { leaveStage, type Stage, takeStage } from './stage.ts';
import { afterStep, createWorld, type World } from './world.ts';

/** Cucumber makes one before each scenario; the hook below fills in the rest. */
class Shell {
  readonly attach: IWorld['attach'];
  readonly opened: BrowserContext[] = [];

  constructor({ attach }: Pick<IWorld, 'attach'>) {
    this.attach = attach;
  }
}

type CucumberWorld = World & Shell;

let stage: Stage;

setDefaultTimeout(stepNetMs(await chosenTarget(), Number(process.env.CUCUMBER_TOTAL_WORKERS ?? 1)));
setWorldConstructor(Shell);

/** A worker that finds nothing else left stays idle, so those who must be alone come last. */
setParallelCanAssign((candidate, running) => {
  const alone = (pickle: Pickle): boolean => isAlone(pickle.tags.map(({ name }) => name));
  return alone(candidate) ? running.length === 0 : !running.some(alone);
});

BeforeAll(async () => {
  stage = await takeStage();
});

Before(async function (this: CucumberWorld, { pickle }) {
  const openPage = () => openPageFor(this);
  const world = createWorld({
    page: await openPage(),
    openPage,
    environment: stage.environment,
    seeds: processSeeds(),
    attach: async (body, mediaType, fileName) => attachTo(this, body, { mediaType, fileName }),
    id: `${pickle.uri}:${pickle.location?.line}`,
    tags: pickle.tags.map((tag) => tag.name),
  });
  Object.assign(this, world);
});

/** A page in a browser context of its own, closed with the scenario. */
async function openPageFor({ opened }: Shell): Promise<Page> {
  const { target } = stage.environment;
  const context = await stage.browser.newContext({ locale: 'fr-FR', ...browserAccess(target) });
  opened.push(context);
  return readyPage(await context.newPage(), target);
}

/** The two calls are one to us, but two overloads to cucumber. */
function attachTo(
  shell: Shell,
  body: string | Buffer,
  options: { mediaType: string; fileName: string },
): void {
  if (typeof body === 'string') shell.attach(body, options);
  else shell.attach(body, options);
}

AfterStep(async function (this: CucumberWorld, { error }) {
  await afterStep(this, error);
});

After(async function (this: CucumberWorld, { result }) {
  try {
    if (result?.status === Status.PASSED) await endOfScenario(this);
  } finally {
    for (const context of this.opened) await context.close();
  }
});

AfterAll(() => leaveStage(stage));

export const binding: Binding = { EtantDonne: Given, Quand: When, Alors: Then, defineParameterType };
