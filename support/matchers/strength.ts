import { Finding } from '../failures.ts';
import { normalise } from '../portal/in-page/normalise.ts';
import { quoted } from './quoted.ts';

/** The guide's picture: « Complexité du mot de passe : Très satisfaisant ». */
const GUIDE_LAST_WORD = 'Très satisfaisant';

/** Passwords, weakest first, and the strength that the portal showed for each. */
export interface Strengths {
  readonly passwords: readonly string[];
  readonly shown: ReadonlyArray<string | undefined>;
}

/**
 * Demands that the strength shown never falls, is higher for the last password than for the first, and ends with the
 * scale's last word: the target's scale, else whatever ends with the guide's word.
 */
export function expectGrowing({ passwords, shown }: Strengths, scale: readonly string[] | undefined): void {
  if (shown.length < 2) throw new Error('Il faut au moins deux mots de passe pour parler de croissance.');
  const last = scale?.at(-1) ?? GUIDE_LAST_WORD;
  if (grows(shown, scale) && isSame(shown.at(-1), last)) return;
  throw new Finding({
    done: 'Étape 4 : la complexité affichée a été lue pour des mots de passe de plus en plus complexes',
    expected:
      scale === undefined
        ? `une complexité affichée qui change et finit à « ${last} », dernier mot du guide (la cible peut déclarer les siens : password.scale)`
        : `une complexité qui croît selon l'échelle déclarée (${scale.join(', ')}) et finit à « ${last} »`,
    seen: passwords.map((password, index) => `« ${password} » : ${wordOf(shown[index])}`).join(' ; '),
  });
}

function grows(shown: Strengths['shown'], scale: readonly string[] | undefined): boolean {
  if (shown.some((word) => word === undefined || word === '')) return false;
  if (scale === undefined) return !isSame(shown[0], shown.at(-1) ?? '');
  const levels = shown.map((word) => scale.findIndex((known) => isSame(word, known)));
  const rises = levels.every((level, index) => level >= 0 && level >= (levels[index - 1] ?? 0));
  return rises && (levels[0] ?? 0) < (levels.at(-1) ?? 0);
}

function isSame(word: string | undefined, other: string): boolean {
  return word !== undefined && normalise(word) === normalise(other);
}

function wordOf(word: string | undefined): string {
  if (word === undefined) return "aucune complexité n'est affichée";
  return quoted(word);
}
