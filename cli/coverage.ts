import { readFileSync } from 'node:fs';
import { type Requirement, readCatalogue } from '../reports/catalogue.ts';
import { LOCK_FILE } from '../support/specification/lock.ts';
import { inProject } from './root.ts';

/** The sections whose every requirement must have its scenarios: the four steps of the guide, security, accessibility. */
const SECTIONS = /^EX-[1-6]\./;

/** A line of the requirements' page: id, level and tags, sentence. */
interface Entry {
  readonly id: string;
  readonly tags: readonly string[];
  readonly sentence: string;
}

/**
 * Prints each requirement with its scenarios, and what differs between the requirements' page and the rules.
 * Returns 1 when a requirement of these sections has no rule, or is written or tagged otherwise there.
 */
export async function coverage(): Promise<number> {
  const wanted = entriesOf(readFileSync(inProject('docs/exigences.md'), 'utf8'));
  const { requirements } = readCatalogue(inProject(LOCK_FILE));
  const rules = new Map(requirements.map((rule) => [rule.id, rule]));
  for (const rule of requirements) process.stdout.write(linesOf(rule));
  const flaws = wanted
    .filter(({ id }) => SECTIONS.test(id))
    .flatMap((entry) => flawsOf(entry, rules.get(entry.id)));
  for (const flaw of flaws) process.stdout.write(`✗ ${flaw}\n`);
  const covered = wanted.filter(({ id }) => rules.has(id)).length;
  process.stdout.write(
    `\nCouverture : ${covered} exigences sur ${wanted.length} ont leurs scénarios, ${flaws.length} écarts.\n`,
  );
  return flaws.length === 0 ? 0 : 1;
}

function linesOf({ id, sentence, level, scenarios }: Requirement): string {
  return `${id} (${level}) ${sentence}\n${scenarios.map(({ name }) => `    ${name}\n`).join('')}`;
}

/** Returns the requirements of the page's tables; those of sections 5 and 6 bear the level of their section. */
export function entriesOf(page: string): Entry[] {
  return page.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, id = '', second = '', third = ''] = cells;
    if (!/^EX-\d\.\d\d$/.test(id)) return [];
    return [
      third === '' ? { id, tags: [], sentence: second } : { id, tags: tagsOf(second), sentence: third },
    ];
  });
}

function tagsOf(cell: string): string[] {
  return cell.replaceAll('°', '').split(/\s+/);
}

function flawsOf({ id, tags, sentence }: Entry, rule: Requirement | undefined): string[] {
  if (rule === undefined) return [`${id} n'a aucun scénario : « ${sentence} »`];
  const held = [rule.level, ...(rule.obligation === 'devrait' ? ['devrait'] : []), ...rule.conditions];
  const missing = tags.filter((tag) => !held.includes(tag));
  return missing.map((tag) => `${id} devrait porter @${tag}`);
}
