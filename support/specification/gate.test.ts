import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { HarnessSetupError } from '../setup-error.ts';
import { readFeatures } from './feature-file.ts';
import { isGenerating, passGate } from './gate.ts';
import { LOCK_FILE, lockOf } from './lock.ts';

const PROJECT = join(import.meta.dirname, '../..');
const COPIED = [
  ...['features', 'steps', 'support', 'fixtures', 'setup', 'reports'],
  ...['playwright.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'],
];
const FEATURE = 'features/1-identification.feature';

describe('the gate', () => {
  let root: string;
  const at = (path: string): string => join(root, path);

  before(() => {
    root = mkdtempSync(join(tmpdir(), 'diapason-porte-'));
    const wanted = (source: string): boolean => !source.includes(join('reports', 'out'));
    for (const part of COPIED) cpSync(join(PROJECT, part), at(part), { recursive: true, filter: wanted });
    symlinkSync(join(PROJECT, 'node_modules'), at('node_modules'));
  });
  after(() => rmSync(root, { recursive: true }));

  function change(path: string, edit: (text: string) => string): () => void {
    const text = readFileSync(at(path), 'utf8');
    assert.notEqual(edit(text), text, path);
    writeFileSync(at(path), edit(text));
    return () => writeFileSync(at(path), text);
  }

  function lock(): void {
    writeFileSync(at(LOCK_FILE), lockOf(readFeatures(root)));
  }

  function refusal(): HarnessSetupError {
    try {
      passGate(root);
    } catch (error) {
      assert.ok(error instanceof HarnessSetupError, String(error));
      return error;
    }
    assert.fail('the gate let it pass');
  }

  function specs(): string {
    const folder = at('.features-gen/specs');
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
  }

  it('lets good features pass and generates their specs; a second time costs next to nothing', () => {
    passGate(root);
    assert.match(specs(), /Sans SIRET, l/);
    assert.match(specs(), /tag: \[[^\]]*'@seul'\], lock: .*'-exclusive-'/);
    const start = performance.now();
    passGate(root);
    assert.ok(performance.now() - start < 250);
  });

  it('generates again when a feature was edited and locked', () => {
    const restore = change(FEATURE, (text) => text.replace('Sans SIRET, l', 'Sans aucun SIRET, l'));
    lock();
    passGate(root);
    restore();
    lock();
    assert.match(specs(), /Sans aucun SIRET, l/);
  });

  it('refuses features that are not those of the lock, and names the rule', () => {
    const restore = change(FEATURE, (text) => text.replace('Sans SIRET, l', 'Sans le SIRET, l'));
    const { message, remedy } = refusal();
    restore();
    assert.match(message, /features\/catalogue\.json:1 — .*EX-1\.03.*npm run lock/);
    assert.match(remedy, /Corrigez/);
  });

  it('refuses an ill-formed feature at its line, before asking for the lock', () => {
    const restore = change(FEATURE, (text) => text.replace('@EX-1.02 @essentiel', '@EX-1.02'));
    const { message } = refusal();
    restore();
    assert.match(message, /features\/1-identification\.feature:17 — .*niveau/);
    assert.doesNotMatch(message, /catalogue/);
  });

  it('refuses a sentence without definition, with its file and line', () => {
    const restore = change(FEATURE, (text) =>
      text.replace('Quand il arrive sur le portail', 'Quand il flâne'),
    );
    lock();
    const { message } = refusal();
    restore();
    assert.match(message, /il flâne/);
    assert.match(message, /1-identification\.feature:12/);
    lock();
  });

  it('refuses a sentence with two definitions', () => {
    const restore = change(
      'steps/identification.ts',
      (text) => `${text}\nQuand('il arrive sur le {word}', async function () {});\n`,
    );
    const { message } = refusal();
    restore();
    assert.match(message, /il arrive sur le portail/);
    assert.match(message, /1-identification\.feature:12/);
  });

  it('knows the bddgen it called, which reads the configuration that called it', (t) => {
    assert.equal(isGenerating(), false);
    process.env.DIAPASON_BDDGEN = '1';
    t.after(() => delete process.env.DIAPASON_BDDGEN);
    assert.equal(isGenerating(), true);
  });
});
