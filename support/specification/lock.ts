import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Rule, Scenario } from '@cucumber/messages';
import { type FeatureFile, type Flaw, rulesOf } from './feature-file.ts';

/** Where the lock stands in a project. */
export const LOCK_FILE = 'features/catalogue.json';

/** Returns the lock's text for these features: what a run must play, and the digest of each rule. */
export function lockOf(files: readonly FeatureFile[]): string {
  const requirements = files.flatMap((read) =>
    read.feature === undefined ? [] : rulesOf(read.feature).map((rule) => requirementOf(read, rule)),
  );
  requirements.sort((a, b) => (a.id < b.id ? -1 : 1));
  return `${JSON.stringify({ version: 1, requirements }, undefined, 2)}\n`;
}

/** Returns the rules by which the committed lock differs from the features; none when it is up to date. */
export function checkLock(root: string, files: readonly FeatureFile[]): Flaw[] {
  const lock = withoutLines(lockOf(files));
  const committed = withoutLines(readLock(root));
  if (committed === lock) return [];
  const now = digestsOf(lock);
  const then = digestsOf(committed);
  const ids = [...new Set([...now.keys(), ...then.keys()])]
    .filter((id) => now.get(id) !== then.get(id))
    .sort();
  const named = ids.length === 0 ? 'forme du fichier' : ids.join(', ');
  const reason = `le verrou n'est plus celui des règles (${named}) : relisez-les, puis lancez « npm run lock »`;
  return [{ file: LOCK_FILE, line: 1, reason }];
}

/** Where a scenario stands is for readers: moving it changes nothing to what was agreed. */
function withoutLines(lock: string): string {
  return lock.replace(/"line":\s*\d+/g, '"line": 0');
}

function readLock(root: string): string {
  try {
    return readFileSync(join(root, LOCK_FILE), 'utf8');
  } catch {
    return '';
  }
}

function digestsOf(lock: string): Map<string, string> {
  try {
    const { requirements } = JSON.parse(lock) as { requirements: Array<{ id: string }> };
    return new Map(requirements.map((requirement) => [requirement.id, JSON.stringify(requirement)]));
  } catch {
    return new Map();
  }
}

function requirementOf({ file, text }: FeatureFile, rule: Rule) {
  const tags = rule.tags.map((tag) => tag.name.slice(1));
  const id = tags.find((tag) => tag.startsWith('EX-')) ?? '';
  return {
    id,
    sentence: rule.name,
    feature: file,
    step: Number(id.charAt(3)),
    level: tags.find((tag) => ['essentiel', 'robuste', 'securite', 'accessible'].includes(tag)) ?? '',
    obligation: tags.includes('devrait') ? 'devrait' : 'exige',
    conditions: tags.filter((tag) => tag.startsWith('si-')),
    scenarios: rule.children.flatMap(({ scenario }) =>
      scenario === undefined ? [] : [scenarioOf(scenario)],
    ),
    digest: createHash('sha256').update(sharedText(text)).update(textOf(text, rule)).digest('hex'),
  };
}

function scenarioOf({ name, location, examples }: Scenario) {
  const rows = examples.reduce((sum, table) => sum + table.tableBody.length, 0);
  return { name, examples: rows, line: location.line };
}

/** What stands before the first rule, the Contexte that every rule plays among it. */
function sharedText(text: string): string {
  return significant(text.split('\n').slice(0, firstRule(text)));
}

function firstRule(text: string): number {
  return text.split('\n').findIndex((line) => /^\s*@EX-/.test(line));
}

/** A rule's own lines, from its tags to the next rule's, without indentation: moving it changes nothing. */
function textOf(text: string, rule: Rule): string {
  const lines = text.split('\n');
  const start = (rule.tags[0]?.location.line ?? rule.location.line) - 1;
  const after = lines.findIndex((line, index) => index >= rule.location.line && /^\s*@EX-/.test(line));
  return significant(lines.slice(start, after < 0 ? undefined : after));
}

function significant(lines: readonly string[]): string {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
