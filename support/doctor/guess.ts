import { normalise } from '../portal/in-page/normalise.ts';
import type { Clues } from './clues.ts';
import type { Thing } from './in-page/inventory.ts';
import { likeness } from './likeness.ts';
import type { As } from './sought.ts';

/** How likely it is that a thing of the page is what an entry stands for, and by what it shows. */
export interface Likelihood {
  /** From 0; beyond 1 where several signs agree. */
  readonly score: number;
  /** In French, what speaks for it. */
  readonly by: string;
}

/** What is known of an entry that was not found by its names. */
export interface Missing {
  readonly as: As;
  /** Its names in the target's lexicon and in the guide's. */
  readonly names: readonly string[];
  readonly clues: Clues | undefined;
}

/** Says how likely it is that a thing is what an entry stands for. */
export function likelihood({ names, clues = {} }: Missing, thing: Thing): Likelihood {
  const nothing: Likelihood = { score: 0, by: '' };
  if (clues.types !== undefined && !clues.types.includes(thing.type)) return nothing;
  if (clues.types === undefined && thing.kind === 'field' && thing.type === 'password') return nothing;
  const signs = signsOf(names, clues, thing).filter(({ score }) => score > 0);
  const [best, ...others] = signs.sort((a, b) => b.score - a.score);
  if (best === undefined) return nothing;
  // Signs that agree are worth more than the best of them.
  const strength = best.score + 0.1 * others.filter(({ score }) => score >= 0.4).length;
  // A value is shown beside the head of a row, or a term.
  const bonus = thing.kind === 'text' && ['dt', 'th'].includes(thing.type) ? 0.15 : 0;
  const isDenied = clues.unlike?.test(normalise(thing.label)) ?? false;
  return { score: (strength + bonus) / (isDenied ? 2 : 1), by: best.by };
}

function signsOf(names: readonly string[], clues: Clues, thing: Thing): Likelihood[] {
  const label = labelIn(thing);
  const alike = Math.max(0, ...names.map((name) => likeness(name.split('@')[0] ?? '', label)));
  const { autocomplete = [], words } = clues;
  const says = (text: string): boolean => words?.test(text) ?? false;
  const purpose = thing.autocomplete.split(' ').at(-1) ?? '';
  return [
    {
      score: alike * 0.9,
      by: alike === 1 ? 'un nom de même sens' : `un nom ressemblant à ${Math.round(alike * 100)} %`,
    },
    { score: autocomplete.includes(purpose) ? 0.85 : 0, by: `autocomplete="${purpose}"` },
    { score: says(normalise(label)) ? 0.75 : 0, by: 'un mot de son libellé' },
    {
      score: says(plainly(thing.technical)) ? 0.7 : 0,
      by: `son nom technique « ${thing.technical.split(' ')[0]} »`,
    },
  ];
}

/** Of « Courriel : anne@acme.test », the part that names the rest. */
function labelIn({ kind, label }: Thing): string {
  return kind === 'text' ? (label.split(/\s*:\s/)[0] ?? label) : label;
}

/** « codePostal » and « code_postal » as words. */
function plainly(technical: string): string {
  return technical
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_/-]+/g, ' ')
    .trim();
}
