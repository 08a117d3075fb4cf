import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AstBuilder, GherkinClassicTokenMatcher, Parser } from '@cucumber/gherkin';
import { type Feature, IdGenerator, type Rule } from '@cucumber/messages';

/** Something wrong in a feature, where a person finds it. */
export interface Flaw {
  readonly file: string;
  readonly line: number;
  readonly reason: string;
}

/** A feature file, read: its text, and what Gherkin makes of it when it can. */
export interface FeatureFile {
  /** Relative to the project, with forward slashes. */
  readonly file: string;
  readonly text: string;
  readonly feature: Feature | undefined;
  readonly flaws: readonly Flaw[];
}

/** Returns the feature files of a project, in the order of their names. */
export function readFeatures(root: string): FeatureFile[] {
  const names = readdirSync(join(root, 'features'), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.feature'))
    .map((name) => `features/${name.replaceAll('\\', '/')}`)
    .sort((a, b) => (a < b ? -1 : 1))
    .map((file) => parseFeature(file, readFileSync(join(root, file), 'utf8')));
}

/** Parses one feature; a text that is not Gherkin gives flaws instead of a feature. */
export function parseFeature(file: string, text: string): FeatureFile {
  const parser = new Parser(new AstBuilder(IdGenerator.incrementing()), new GherkinClassicTokenMatcher('en'));
  try {
    return { file, text, feature: parser.parse(text).feature, flaws: [] };
  } catch (error) {
    return { file, text, feature: undefined, flaws: syntaxFlaws(file, error) };
  }
}

/** Returns the rules of a feature. */
export function rulesOf(feature: Feature): Rule[] {
  return feature.children.flatMap((child) => (child.rule === undefined ? [] : [child.rule]));
}

function syntaxFlaws(file: string, error: unknown): Flaw[] {
  const causes = (error as { errors?: Array<Error & { location?: { line: number } }> }).errors ?? [
    error as Error,
  ];
  return causes.map((cause) => ({
    file,
    line: ('location' in cause ? (cause.location as { line: number } | undefined)?.line : undefined) ?? 1,
    reason: `ce n'est pas du Gherkin : ${cause.message.replace(/^\(\d+:\d+\): /, '').split('\n')[0]}`,
  }));
}
