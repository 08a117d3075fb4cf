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
      'Déclarez « clock » dans le fichier cible : une adresse de recette qui avance cette horloge. Attendre pour de bon (--wait-expiry) n’est pas encore proposé.',
    );
  }
  await advanceClock(minutes * 60_000);
}
