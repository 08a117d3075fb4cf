import { type Diagnosis, failing, isCaught, isRight, type Kind } from './diagnosis.ts';

/** How a subject came out, in a word, with the mark that stands for it where there is no colour. */
export interface Outcome {
  readonly mark: '✓' | '✗';
  readonly word: string;
  /** The sentence that proves it, or says why it was missed. */
  readonly said: string;
}

/** Says how a subject came out, in French. */
export function outcomeOf(kind: Kind, diagnosis: Diagnosis): Outcome {
  const right = isRight(kind, diagnosis);
  return {
    mark: right ? '✓' : '✗',
    word: wordOf(kind, diagnosis, right),
    said: diagnosis.trouble ?? saidOf(kind, diagnosis),
  };
}

function wordOf(
  kind: Kind,
  { subject, trouble, verdict, played, certified = [] }: Diagnosis,
  right: boolean,
): string {
  if (trouble !== undefined) return 'non jugé';
  const wrongly = certified.filter((level) => !subject.keeps?.includes(level));
  if (kind === 'sentinels' && wrongly.length > 0) return `certifiable au niveau ${wrongly.join(', ')}`;
  if (kind === 'sentinels' || kind === 'variants') return verdict ?? 'sans verdict';
  if (subject.equivalent !== undefined) return equivalentWord(right, played);
  return right ? 'pris' : 'survit';
}

function equivalentWord(right: boolean, played: number): string {
  if (!right) return 'dit équivalent, mais pris';
  return played === 0 ? 'dit équivalent, non joué' : 'équivalent';
}

/** The own requirement's words; a survivor's tell why, where something else stood in the way. */
function saidOf(kind: Kind, diagnosis: Diagnosis): string {
  const { subject, findings } = diagnosis;
  if (kind === 'sentinels' || kind === 'variants' || subject.breaks === undefined) return accused(diagnosis);
  const own = findings[subject.breaks];
  if (isCaught(diagnosis)) return own?.sentence ?? '';
  if (subject.equivalent !== undefined && failing(diagnosis).length === 0) return subject.equivalent;
  if (own === undefined) return `${subject.breaks} n'a pas de scénario joué.`;
  const missed = own.sentence === '' ? '' : ` : ${own.sentence}`;
  return `${subject.breaks} dit « ${own.outcome} »${missed}`;
}

/** The sentences of what is not kept; a long list is cut, the matrix has it whole. */
function accused({ findings }: Diagnosis): string {
  const told = Object.entries(findings).filter(([, { sentence }]) => sentence !== '');
  const shown = told.slice(0, 3).map(([id, { sentence }]) => `${id} : ${sentence}`);
  return [...shown, ...(told.length > 3 ? [`… et ${told.length - 3} autres exigences.`] : [])].join('\n');
}
