import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFeatures } from '../../support/specification/feature-file.ts';
import { lockOf } from '../../support/specification/lock.ts';
import { stripped } from './strip.ts';

/**
 * Plays the features of this folder under both runners and writes what they said, stripped of its bulk, where the
 * verdict's tests read it. To be run again when a runner changes version: `node bench/recordings/record.ts`.
 */

const HERE = import.meta.dirname;
const ROOT = join(HERE, '../..');
const RECORDINGS = join(ROOT, 'reports/recordings');
const MODULES = join(ROOT, 'node_modules');

/** One play: what it is called, what it plays, and how. */
interface Recording {
  readonly name: string;
  readonly feature: 'entier' | 'pannes' | 'deux-passages' | 'tue';
  readonly shard?: string;
  readonly replay?: boolean;
}

const PLAYS: readonly Recording[] = [
  { name: 'entier', feature: 'entier' },
  { name: 'entier-1-sur-2', feature: 'entier', shard: '1/2' },
  { name: 'entier-2-sur-2', feature: 'entier', shard: '2/2' },
  { name: 'pannes', feature: 'pannes' },
  { name: 'passage-1', feature: 'deux-passages' },
  { name: 'passage-2', feature: 'deux-passages', replay: true },
  { name: 'tue', feature: 'tue' },
];

/** Has a runner write its messages of a play in a file; how it ended is in them. */
type Play = (recording: Recording, messages: string) => void;

const RUNNERS: Readonly<Record<string, Play>> = {
  playwright: ({ feature, shard, replay }, messages) => {
    const options = ['-c', 'playwright.config.ts'];
    const environment = { RECORDING: messages, RECORDING_ARTEFACTS: `${messages}.artefacts` };
    node(['playwright-bdd/dist/cli/index.js', ...options], environment);
    const selection = [`/${feature}\\.feature`, ...(shard === undefined ? [] : [`--shard=${shard}`])];
    node(['@playwright/test/cli.js', 'test', ...options, ...selection], {
      ...environment,
      ...played(replay),
    });
  },
  'cucumber-js': ({ feature, shard, replay }, messages) => {
    const support = ['../../support/runner/cucumber.ts', 'steps/*.ts'];
    node(
      [
        '@cucumber/cucumber/bin/cucumber.js',
        ...['--format', `message:${messages}`],
        ...support.flatMap((path) => ['--import', path]),
        ...(shard === undefined ? [] : ['--shard', shard]),
        `features/${feature}.feature`,
      ],
      played(replay),
    );
  },
};

function played(replay = false): Record<string, string> {
  return { DIAPASON_SEED: '1', DIAPASON_NONCE: 'n', ...(replay ? { DIAPASON_REPLAY: '1' } : {}) };
}

function node([script = '', ...args]: readonly string[], environment: Record<string, string>): void {
  spawnSync(process.execPath, [join(MODULES, script), ...args], {
    cwd: HERE,
    env: { ...process.env, ...environment },
    stdio: 'inherit',
  });
}

const folder = mkdtempSync(join(tmpdir(), 'diapason-recordings-'));
try {
  for (const [runner, play] of Object.entries(RUNNERS)) {
    mkdirSync(join(RECORDINGS, runner), { recursive: true });
    for (const recording of PLAYS) {
      const messages = join(folder, `${runner}-${recording.name}.ndjson`);
      play(recording, messages);
      const text = stripped(readFileSync(messages, 'utf8'), ROOT);
      writeFileSync(join(RECORDINGS, runner, `${recording.name}.ndjson`), text);
    }
  }
  writeFileSync(join(RECORDINGS, 'catalogue.json'), lockOf(readFeatures(HERE)));
} finally {
  rmSync(folder, { recursive: true });
}
