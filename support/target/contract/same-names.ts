import { normalise } from '../../portal/in-page/normalise.ts';
import { BOXES, PERSON_FIELDS, STRUCTURE_FIELDS } from '../../portal/personal-information.ts';
import { type guideLexicon, type LexiconOverrides, lexiconWith, type Place, shownName } from '../lexicon.ts';
import type { Flaw } from './flaws.ts';

/** The entries of each place that are typed in or ticked: no two of them may be the same one. */
const FIELDS: { readonly [P in Place]?: ReadonlyArray<keyof (typeof guideLexicon)[P]> } = {
  identification: ['email', 'siret'],
  information: [...PERSON_FIELDS, ...STRUCTURE_FIELDS, ...BOXES],
  activation: ['password', 'confirmation', 'question', 'answer'],
  recovery: ['email', 'question', 'answer', 'password', 'confirmation'],
  login: ['email', 'password'],
  structure: ['libelle', 'adresse', 'complement', 'codePostal', 'ville', 'pays'],
};

/** Returns a flaw for each entry that a file gives the name of another field of the same page. */
export function sameNames(overrides: LexiconOverrides): Flaw[] {
  const lexicon = lexiconWith(overrides);
  return Object.entries(FIELDS).flatMap(([place, fields]) => {
    const own = Object.keys(overrides[place as Place] ?? {});
    const entries = lexicon[place as Place] as Readonly<Record<string, readonly string[]>>;
    return fields
      .filter((entry) => own.includes(entry))
      .flatMap((entry) => {
        const twin = fields.find((other) => other !== entry && share(entries[entry], entries[other]));
        return twin === undefined ? [] : [flawOf(place, entry, twin, entries)];
      });
  });
}

/** A name bears its section with it: « Nom @ Vous » and « Nom @ Votre structure » are two fields. */
function share(some: readonly string[] = [], others: readonly string[] = []): boolean {
  const names = new Set(others.map(keyOf));
  return some.some((name) => names.has(keyOf(name)));
}

function keyOf(name: string): string {
  const [label = '', section = ''] = name.split('@');
  return `${normalise(label)}@${normalise(section)}`;
}

function flawOf(
  place: string,
  entry: string,
  twin: string,
  entries: Readonly<Record<string, readonly string[]>>,
): Flaw {
  return {
    path: ['lexicon', place, entry],
    sentence: `« ${shownName(entries[entry] ?? [])} » est déjà le nom de « ${twin} », sur la même page. Donnez à chacun le sien, ou leur section : « Nom @ Titre de la section »`,
  };
}
