import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import type { Background, Rule, Scenario } from '@cucumber/messages';
import type { FeatureSource } from './dossier.ts';

/** A feature as a reader meets it. */
export interface WrittenFeature {
  readonly path: string;
  readonly name: string;
  readonly description: string;
  /** What all its scenarios start from. */
  readonly background: Background | undefined;
  readonly rules: readonly WrittenRule[];
}

/** A rule as it is written. */
export interface WrittenRule {
  readonly id: string;
  readonly sentence: string;
  /** All of its tags, `@` left out. */
  readonly tags: readonly string[];
  readonly provenance: Provenance;
  /** What its scenarios start from, besides the feature's own. */
  readonly background: Background | undefined;
  readonly scenarios: readonly Scenario[];
  /** Its own lines, from its tags to the next rule's, without indentation. */
  readonly text: string;
}

/** Where a rule comes from, as its description says it. */
export interface Provenance {
  readonly kind: 'guide' | 'fait public' | 'lecture' | 'autre';
  readonly text: string;
}

/**
 * Returns a feature in the shape that pages show.
 * @throws Error in French when the text is no Gherkin
 */
export function readFeature({ path, text }: FeatureSource): WrittenFeature {
  const { feature } = parsed(path, text);
  const rules = (feature?.children ?? []).flatMap(({ rule }) => rule ?? []);
  return {
    path,
    name: feature?.name ?? path,
    description: plain(feature?.description),
    background: feature?.children.find(({ background }) => background)?.background,
    rules: rules.map((rule, index) => writtenRule(rule, text, rules[index + 1])),
  };
}

function parsed(path: string, text: string) {
  let last = 0;
  const nextId = (): string => String(last++);
  try {
    return new Parser(new AstBuilder(nextId), new GherkinClassicTokenMatcher('fr')).parse(text);
  } catch (error) {
    throw new Error(`${path} n’est pas du Gherkin : ${(error as Error).message.split('\n').at(-1)}`, {
      cause: error,
    });
  }
}

function writtenRule(rule: Rule, text: string, next: Rule | undefined): WrittenRule {
  const tags = rule.tags.map(({ name }) => name.slice(1));
  return {
    id: tags.find((tag) => tag.startsWith('EX-')) ?? '',
    sentence: rule.name,
    tags,
    provenance: provenanceOf(plain(rule.description)),
    background: rule.children.find(({ background }) => background)?.background,
    scenarios: rule.children.flatMap(({ scenario }) => scenario ?? []),
    text: linesOf(text, rule, next),
  };
}

const KINDS: ReadonlyArray<readonly [RegExp, Provenance['kind']]> = [
  [/^Guide\b/, 'guide'],
  [/^Fait public\b/, 'fait public'],
  [/^Lecture\b/, 'lecture'],
];

function provenanceOf(text: string): Provenance {
  return { kind: KINDS.find(([pattern]) => pattern.test(text))?.[1] ?? 'autre', text };
}

function linesOf(text: string, rule: Rule, next: Rule | undefined): string {
  const first = (written: Rule): number => (written.tags[0] ?? written).location.line - 1;
  return plain(
    text
      .split('\n')
      .slice(first(rule), next && first(next))
      .join('\n'),
  );
}

function plain(text = ''): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}
