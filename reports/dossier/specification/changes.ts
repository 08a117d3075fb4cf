import type { Catalogue, Requirement } from '../../catalogue.ts';
import type { FeatureSource } from '../dossier.ts';
import { readFeature } from '../written-feature.ts';

/** A version of the specification: its catalogue, and the features where they are at hand. */
export interface Version {
  readonly catalogue: Catalogue;
  readonly features: readonly FeatureSource[];
}

/** A rule that is no longer, or not yet, what it is in the other version. */
export interface Change {
  readonly kind: 'ajoutée' | 'retirée' | 'modifiée';
  readonly id: string;
  readonly before?: Requirement;
  readonly after?: Requirement;
  /** What a modified rule is made of, besides its sentence and its tags, where both texts are at hand and differ. */
  readonly body?: { readonly before: string; readonly after: string };
  /** Its digest differs, and nothing at hand shows why: the text of the other version is missing, or what all rules start from has changed. */
  readonly elsewhere?: 'texte absent' | 'contexte commun' | 'forme';
}

/** Returns what changed from one version to the next, rule by rule, in the order of their ids. */
export function changesBetween(earlier: Version, later: Version): Change[] {
  const before = rulesOf(earlier);
  const after = rulesOf(later);
  const ids = [...new Set([...before.keys(), ...after.keys()])].sort();
  return ids.flatMap((id) => changeOf(id, before.get(id), after.get(id)) ?? []);
}

interface Known {
  readonly requirement: Requirement;
  readonly text: string | undefined;
}

function rulesOf({ catalogue, features }: Version): Map<string, Known> {
  const rules = features.map(readFeature).flatMap((feature) => feature.rules);
  const texts = new Map(rules.map(({ id, text }) => [id, text]));
  return new Map(
    catalogue.requirements.map((requirement) => [
      requirement.id,
      { requirement, text: texts.get(requirement.id) },
    ]),
  );
}

function changeOf(id: string, before: Known | undefined, after: Known | undefined): Change | undefined {
  if (before === undefined) return after && { kind: 'ajoutée', id, after: after.requirement };
  if (after === undefined) return { kind: 'retirée', id, before: before.requirement };
  if (before.requirement.digest === after.requirement.digest) return undefined;
  return {
    kind: 'modifiée',
    id,
    before: before.requirement,
    after: after.requirement,
    ...inside(before, after),
  };
}

function inside(before: Known, after: Known): Pick<Change, 'body' | 'elsewhere'> {
  if (before.text === undefined || after.text === undefined) return { elsewhere: 'texte absent' };
  if (before.text === after.text) return { elsewhere: 'contexte commun' };
  const body = { before: bodyOf(before.text), after: bodyOf(after.text) };
  if (body.before !== body.after) return { body };
  return isSaidAlike(before.requirement, after.requirement) ? { elsewhere: 'forme' } : {};
}

function isSaidAlike(before: Requirement, after: Requirement): boolean {
  const said = ({ sentence, level, obligation, conditions }: Requirement): string =>
    JSON.stringify([sentence, level, obligation, conditions]);
  return said(before) === said(after);
}

/** What stands below the sentence: the tags and the sentence are compared apart; how wide a table is says nothing. */
function bodyOf(text: string): string {
  const lines = text.split('\n');
  return lines
    .slice(lines.findIndex((line) => /^Règle\s*:/.test(line)) + 1)
    .map((line) => line.replaceAll(/ +(?=\|)/g, ' '))
    .join('\n');
}
