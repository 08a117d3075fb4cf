import { defineConfig } from '@playwright/test';
import { cucumberReporter, defineBddConfig } from 'playwright-bdd';
import { browserLaunch } from '../../support/runner/browser.ts';

/** Plays the recordings' own features with the suite's own binding, environment and hooks. */
export default defineConfig({
  testDir: defineBddConfig({
    featuresRoot: '.',
    features: 'features/*.feature',
    steps: ['steps/*.ts', '../../support/runner/playwright.ts'],
    language: 'fr',
    outputDir: '../../.features-gen/recordings',
    missingSteps: 'fail-on-run',
  }),
  outputDir: process.env.RECORDING_ARTEFACTS ?? '',
  fullyParallel: true,
  workers: 1,
  reporter: [cucumberReporter('message', { outputFile: process.env.RECORDING ?? '' })],
  use: { locale: 'fr-FR', launchOptions: browserLaunch() },
});
