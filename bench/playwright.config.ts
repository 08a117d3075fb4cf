import { resolve } from 'node:path';
import { defineConfig, type ReporterDescription } from '@playwright/test';
import { defineBddConfig } from 'playwright-bdd';

const ROOT = resolve(import.meta.dirname, '..');

// Registers itself with playwright-bdd, so it comes before the suite's own configuration is read.
const testDir = defineBddConfig({
  features: 'features/**/*.feature',
  steps: ['../steps/**/*.ts', '../support/runner/playwright.ts'],
  language: 'fr',
  outputDir: '../.features-gen/bench',
});

const suite = await suiteConfiguration();

/** The suite's own configuration, reporters included, on the bench's feature: what is measured is what users run. */
export default defineConfig({
  ...suite,
  testDir,
  reporter: [...reportersOf(suite.reporter), [resolve(ROOT, 'bench/journal.ts')]],
});

/**
 * Reads the suite's configuration as a worker of Playwright does: neither the suite's features are then registered
 * beside the bench's, nor is its gate passed.
 */
async function suiteConfiguration(): Promise<typeof import('../playwright.config.ts')['default']> {
  const index = process.env.TEST_WORKER_INDEX;
  process.env.TEST_WORKER_INDEX ??= '0';
  try {
    return (await import('../playwright.config.ts')).default;
  } finally {
    if (index === undefined) delete process.env.TEST_WORKER_INDEX;
  }
}

/** Playwright looks for a reporter beside the configuration that names it: the suite's are one folder up. */
function reportersOf(reporters: unknown): ReporterDescription[] {
  return (reporters as ReporterDescription[]).map(([name, options]) => [
    name.startsWith('.') ? resolve(ROOT, name) : name,
    options,
  ]);
}
