import { shownOn } from '../portal/shown.ts';
import { announcedLength } from './announced-length.ts';
import type { Stand } from './stand.ts';
import type { Told } from './told.ts';

/** What the suite awaits of a portal that declares no scale. */
const GUIDE_LAST_WORD = 'très satisfaisant';

/** From none of the four kinds that count to all of them, and long. */
const GROWING: readonly string[] = [
  'kevap',
  'kevapront73',
  'Kevapront73',
  'Kev7!Apront',
  'Kev7!Apront?Misu4-Dex=93',
];

/** Says what the activation page shows of the password policy that the target does not declare: rules judge by it. */
export async function tellPolicy(stand: Stand, told: Told, isStrengthShown: boolean): Promise<void> {
  const { min, scale } = stand.target.password;
  const { text } = await shownOn(stand.page);
  const announced = announcedLength(text);
  if (announced !== undefined && announced > min)
    told.fault(
      'password',
      `la page d’activation annonce au moins ${announced} caractères, et la cible en dit ${min} : écrivez "password": { "min": ${announced} }`,
      { key: ['password', 'min'], value: announced },
    );
  if (!isStrengthShown || scale !== undefined) return;
  const shown = await stand.portal.activation.strengthsTyped(GROWING);
  const words = [...new Set(shown.filter((word) => word !== undefined && word !== ''))];
  // One word: it does not follow what is typed, and shows once sent.
  if (words.length < 2 || words.at(-1)?.toLowerCase() === GUIDE_LAST_WORD) return;
  told.fault(
    'password',
    `la complexité affichée finit à « ${words.at(-1)} », et non à « Très satisfaisant » du guide : écrivez "password": { "scale": ${JSON.stringify(words)} }, complétée des mots qui manquent, du plus faible au plus fort`,
  );
}
