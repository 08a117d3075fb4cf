import { defineConfig } from '@playwright/test';
import { cucumberReporter, defineBddConfig } from 'playwright-bdd';
import { browserLaunch } from './support/runner/browser.ts';
import { chosenTarget } from './support/runner/chosen.ts';
import { startOrExit } from './support/runner/start.ts';

/** The second play of what failed: it alone takes traces, and leaves the first play's reports alone. */
const isReplay = process.env.DIAPASON_REPLAY !== undefined;

/** Playwright starts its workers with this variable: the checks below are for the process that starts them. */
const isWorker = process.env.TEST_WORKER_INDEX !== undefined;

if (!isWorker) await startOrExit(import.meta.dirname);

/**
 * A declared portal has one clock for all: moving it (EX-4.13, `@seul`) would end the links of scenarios under way
 * beside. The embedded portal is each worker's own.
 */
const { url, clock } = await chosenTarget();
const sharesItsClock = url !== undefined && clock !== undefined;

/** Traces, and Playwright's own account of an error: they are files beside the messages, megabytes inside them. */
const skipAttachments = ['application/zip', 'text/markdown'];

const out = process.env.DIAPASON_OUT ?? 'reports/out';
const play = isReplay ? `${out}/rejeu` : out;

export default defineConfig({
  testDir: defineBddConfig({
    features: 'features/**/*.feature',
    steps: ['steps/**/*.ts', 'support/runner/playwright.ts'],
    language: 'fr',
    outputDir: '.features-gen/specs',
  }),
  outputDir: `${play}/artefacts`,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  workers: sharesItsClock ? 1 : Number(process.env.DIAPASON_WORKERS ?? 2),
  timeout: 120_000,
  reporter: [
    ['./reports/progress.ts'],
    ['./support/runner/unwritten.ts'],
    ['html', { outputFolder: `${play}/playwright`, open: 'never', title: 'Diapason' }],
    ['allure-playwright', { resultsDir: `${out}/allure-resultats` }],
    ['junit', { outputFile: `${play}/junit.xml` }],
    cucumberReporter('message', { outputFile: `${play}/messages.ndjson`, skipAttachments }),
    cucumberReporter('html', { outputFile: `${play}/cucumber.html`, skipAttachments }),
  ],
  use: {
    locale: 'fr-FR',
    trace: isReplay ? 'on' : 'off',
    launchOptions: browserLaunch(),
  },
});
