import { MeansMissing } from './failures.ts';

/** How a portal's clock is moved, where the target says how. */
interface Clocked {
  readonly advanceClock: ((milliseconds: number) => Promise<void>) | undefined;
}

/** Lets so many minutes pass for the portal. @throws MeansMissing when the target does not say how */
export async function letMinutesPass({ advanceClock }: Clocked, minutes: number): Promise<void> {
  if (advanceClock === undefined) {
    throw new MeansMissing(
      "l'horloge du portail",
      'Déclarez « clock » dans le fichier cible, une adresse de recette qui avance cette horloge ; ou déclarez « linkValidity » et lancez « diapason run --wait-expiry », qui attend pour de bon.',
    );
  }
  // A validity of a few seconds, as a test bench may have: one minute before its end is now.
  await advanceClock(Math.max(0, minutes * 60_000));
}
