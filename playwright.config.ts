import { join } from 'node:path';
import { defineConfig } from '@playwright/test';
import { cucumberReporter, defineBddConfig } from 'playwright-bdd';
import { browserAccess } from './support/reach/access-options.ts';
import { browserLaunch } from './support/runner/browser.ts';
import { chosenTarget } from './support/runner/chosen.ts';
import { scenarioNetMs } from './support/runner/nets.ts';
import { startOrExit } from './support/runner/start.ts';
import { workersFor } from './support/runner/workers.ts';
import { ALONE, EXPIRY, WAIT_EXPIRY, WAITING } from './support/specification/alone.ts';

/** The second play of what failed: it alone takes traces, and leaves the first play's reports alone. */
const isReplay = process.env.DIAPASON_REPLAY !== undefined;

/** Playwright starts its workers with this variable: the checks below are for the process that starts them. */
const isWorker = process.env.TEST_WORKER_INDEX !== undefined;

if (!isWorker) await startOrExit(import.meta.dirname);

/** Traces, and Playwright's own account of an error: they are files beside the messages, megabytes inside them. */
const skipAttachments = ['application/zip', 'text/markdown'];

const alone = new RegExp(`${ALONE}\\b`);
const expiry = new RegExp(EXPIRY);
const target = await chosenTarget();
const workers = workersFor(target);

/** Time passes for real: what awaits the end of a link's validity starts first, and the rest is played meanwhile. */
const waits = Boolean(process.env[WAIT_EXPIRY]);

/** The scenarios that wait, each in a worker of its own: three of EX-4.13, one of EX-4.22. */
const WAITERS = 4;

/** Not replayed, for it would wait again: its trace is that of the first play. It awaits nothing without a deadline. */
const waiting = { name: WAITING, grep: expiry, timeout: 0, use: { trace: 'on' } } as const;

/** Nobody else is on the embedded portal of a worker: there a second project would only start each worker again. */
const isShared = Boolean(process.env.TARGET);

const ordinary = { name: 'ordinaire', grepInvert: alone, workers };

const last = { name: 'seul', grep: alone, grepInvert: waits ? expiry : [] };

const out = process.env.DIAPASON_OUT ?? 'reports/out';
const play = isReplay ? `${out}/rejeu` : out;

export default defineConfig({
  testDir: defineBddConfig({
    features: 'features/**/*.feature',
    steps: ['steps/**/*.ts', 'support/runner/playwright.ts'],
    language: 'fr',
    outputDir: '.features-gen/specs',
  }),
  // Absolute, for the bench has a configuration of its own made from this one.
  globalTeardown: join(import.meta.dirname, 'support/runner/teardown.ts'),
  outputDir: `${play}/artefacts`,
  // Node runs our sources as they are written, and keeps what it compiled: nothing is left for Playwright's Babel.
  build: { external: ['**/*'] },
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: waits ? workers + WAITERS : workers,
  // Their order is that of play; what must be alone also holds a lock, where the portal is shared.
  projects: [
    ...(waits ? [waiting] : []),
    ...(isShared ? [ordinary, last] : [{ name: 'ordinaire', grepInvert: waits ? expiry : [], workers }]),
  ],
  timeout: scenarioNetMs(target, workers),
  reporter: [
    ['./reports/progress.ts'],
    ['./support/runner/unwritten.ts'],
    ['html', { outputFolder: `${play}/playwright`, open: 'never', title: 'Diapason' }],
    ['allure-playwright', { resultsDir: `${out}/allure-resultats` }],
    cucumberReporter('message', { outputFile: `${play}/messages.ndjson`, skipAttachments }),
    cucumberReporter('html', { outputFile: `${play}/cucumber.html`, skipAttachments }),
  ],
  use: {
    locale: 'fr-FR',
    ...browserAccess(target),
    trace: isReplay ? 'on' : 'off',
    launchOptions: browserLaunch(),
  },
});
