import type { Catalogue, Level, Requirement } from '../../catalogue.ts';
import { LEVEL_NAMES } from '../../names.ts';
import { count } from '../../typography.ts';
import type { RequirementVerdict, RunOutcome, RunVerdict } from '../../verdict.ts';
import type { Signer } from '../dossier.ts';

/** Says in a sentence what the verdict means, for whoever reads nothing else. */
export function meaningOf(verdict: RunVerdict): string {
  return MEANINGS[verdict.outcome](verdict);
}

const MEANINGS: Readonly<Record<RunOutcome, (verdict: RunVerdict) => string>> = {
  CONFORME: ({ levels, requirements }) => {
    const waived = numberOf(requirements, 'non applicable');
    const advised = numberOf(requirements, 'réserve');
    const but = waived === 0 ? '' : `, hors ${waived} sans objet pour cette cible`;
    const still =
      advised === 0 ? '' : ` ; ${count(advised, 'conseil n’est pas suivi', 'conseils ne sont pas suivis')}`;
    return `Chaque exigence ${ofLevels(levels)} est tenue, preuves à l’appui${but}${still}.`;
  },
  PARTIEL: ({ requirements }) =>
    `${requirements.length < 2 ? 'La seule exigence choisie est tenue' : `Les ${requirements.length} exigences choisies sont tenues`}. Une sélection d’exigences ne vaut pas certification.`,
  'NON CONFORME': ({ requirements, partial }) =>
    `Le portail enfreint ${count(numberOf(requirements, 'non conforme'), 'exigence')}${partial ? ' parmi celles choisies' : ''}.`,
  INCOMPLET: ({ requirements }) =>
    `Aucune infraction n’a été constatée, mais ${count(unproven(requirements), 'exigence n’est pas prouvée', 'exigences ne sont pas prouvées')} : rien n’est certifié.`,
  'ERREUR DU BANC': () => 'Le banc n’a pas pu faire son travail : cette série ne dit rien du portail.',
};

function numberOf(requirements: readonly RequirementVerdict[], outcome: string): number {
  return requirements.filter((each) => each.outcome === outcome).length;
}

function unproven(requirements: readonly RequirementVerdict[]): number {
  const proven = ['conforme', 'réserve', 'non applicable'];
  return requirements.filter(({ outcome }) => !proven.includes(outcome)).length;
}

/** « des niveaux essentiel et robuste ». */
export function ofLevels(levels: readonly Level[]): string {
  const names = levels.map((level) => LEVEL_NAMES[level]);
  if (names.length < 2) return `du niveau ${names[0] ?? 'demandé'}`;
  return `des niveaux ${names.slice(0, -1).join(', ')} et ${names.at(-1)}`;
}

/** Says which levels were not assessed, and how many requirements each would ask; all were, says nothing. */
export function notAssessed({ levelsNotAssessed }: RunVerdict, { requirements }: Catalogue): string[] {
  return levelsNotAssessed.map((level) => {
    const total = requirements.filter((requirement) => requirement.level === level).length;
    return total === 0
      ? `${LEVEL_NAMES[level]} (aucune exigence dans ce catalogue)`
      : `${LEVEL_NAMES[level]} (${count(total, 'exigence')})`;
  });
}

/** The requirements of the catalogue on which this verdict says nothing: another level, or left out of a selection. */
export function notJudged({ requirements }: RunVerdict, catalogue: Catalogue): Requirement[] {
  const judged = new Set(requirements.map(({ requirement }) => requirement.id));
  return catalogue.requirements.filter(({ id }) => !judged.has(id));
}

/** Says on whose word the verdict rests: the vendor's own, unless a laboratory has signed. */
export function standingOf(signers: readonly Signer[]): string {
  const keys = (role: Signer['role']) =>
    signers.filter((signer) => signer.role === role).map(({ keyid }) => keyid.slice(0, 16));
  const laboratories = keys('laboratoire');
  if (laboratories.length > 0) return `Attesté par un laboratoire (clé ${laboratories.join(', ')})`;
  const vendors = keys('éditeur');
  return vendors.length > 0
    ? `Auto-évaluation, signée par l’éditeur (clé ${vendors.join(', ')})`
    : 'Auto-évaluation, non signée';
}
