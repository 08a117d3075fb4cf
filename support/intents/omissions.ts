import type { Field } from '../portal/field.ts';
import type { PersonalInformation, StructureField } from '../portal/information.ts';
import type { Means } from './means.ts';

/** The data of a structure that must be given, by their French names. */
const NEEDED_STRUCTURE: Readonly<Record<string, StructureField>> = {
  adresse: 'adresse',
  'code postal': 'codePostal',
  ville: 'ville',
  pays: 'pays',
};

/** A datum of step 2: its field, and what leaves it empty. */
interface Needed {
  readonly field: Field;
  readonly without: Partial<PersonalInformation>;
}

/** Data of step 2 left out one after the other. */
export class Omissions {
  private readonly means: Pick<Means, 'answers' | 'journey' | 'portal'>;

  constructor(means: Omissions['means']) {
    this.means = means;
  }

  /** The field of a datum that must be given, by its French name. */
  fieldOf(name: string): Field {
    return this.needed(name).field;
  }

  /** Leaves out a datum of step 2 and validates; a field that can't be emptied says so itself. */
  async completeWithout(name: string): Promise<void> {
    const { answers, journey } = this.means;
    const { field, without } = this.needed(name);
    if (!(await field.canBeEmptied())) return;
    const held = await field.value();
    await journey.complete(without);
    for (const entry of Object.keys(without.structure ?? {})) answers.restore({ [entry]: held });
  }

  private needed(name: string): Needed {
    const { information } = this.means.portal;
    if (name === 'nom') return { field: information.nom, without: { nom: '' } };
    if (name === 'prénom') return { field: information.prenom, without: { prenom: '' } };
    const entry = NEEDED_STRUCTURE[name];
    if (entry !== undefined)
      return { field: information.structure(entry), without: { structure: { [entry]: '' } } };
    throw new RangeError(`Donnée inconnue : « ${name} »`);
  }
}
