import { readFileSync } from 'node:fs';
import { type Requirement, readCatalogue } from '../reports/catalogue.ts';
import { LOCK_FILE } from '../support/specification/lock.ts';
import { inProject } from './root.ts';

/** A line of the requirements' page: id, level and tags, sentence. */
interface Entry {
  readonly id: string;
  readonly tags: readonly string[];
  readonly sentence: string;
}

/**
 * Prints each requirement with its scenarios, and what differs between the requirements' page and the rules.
 * Returns 1 when a requirement has no rule, a rule no requirement, or one is tagged otherwise than the other.
 */
export async function coverage(): Promise<number> {
  const wanted = entriesOf(readFileSync(inProject('docs/exigences.md'), 'utf8'));
  const { requirements } = readCatalogue(inProject(LOCK_FILE));
  const rules = new Map(requirements.map((rule) => [rule.id, rule]));
  for (const rule of requirements) process.stdout.write(linesOf(rule));
  const listed = new Set(wanted.map(({ id }) => id));
  const flaws = [
    ...wanted.flatMap((entry) => flawsOf(entry, rules.get(entry.id))),
    ...requirements
      .filter(({ id }) => !listed.has(id))
      .map(({ id }) => `${id} n'est pas dans docs/exigences.md`),
  ];
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

/** Returns the requirements of the page's tables. */
export function entriesOf(page: string): Entry[] {
  return page.split('\n').flatMap((line) => {
    const cells = line.split('|').map((cell) => cell.trim());
    const [, id = '', tags = '', sentence = ''] = cells;
    return /^EX-\d\.\d\d$/.test(id) ? [{ id, tags: tagsOf(tags), sentence }] : [];
  });
}

function tagsOf(cell: string): string[] {
  return cell.replaceAll('°', '').split(/\s+/);
}

/** Returns by what a requirement of the page and its rule differ, in French. */
export function flawsOf(
  { id, tags, sentence }: Entry,
  rule: Pick<Requirement, 'level' | 'obligation' | 'conditions'> | undefined,
): string[] {
  if (rule === undefined) return [`${id} n'a aucun scénario : « ${sentence} »`];
  const held = [rule.level, ...(rule.obligation === 'devrait' ? ['devrait'] : []), ...rule.conditions];
  const missing = tags.filter((tag) => !held.includes(tag));
  const added = held.filter((tag) => !tags.includes(tag));
  return [
    ...missing.map((tag) => `${id} devrait porter @${tag}`),
    ...added.map((tag) => `${id} porte @${tag}, que docs/exigences.md ne dit pas`),
  ];
}
