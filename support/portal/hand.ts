import type { ElementHandle, Locator } from '@playwright/test';
import { MeansMissing } from '../failures.ts';

/** Something of the page that a hand goes to. */
export type Handled = Locator | ElementHandle<Element>;

/** What is acted on, and where it is, as a finding calls them. */
export interface Called {
  readonly name: string;
  readonly where: string;
}

/** How what a person does reaches the page, where the driver is not to do it by itself. */
export interface Hand {
  /** In French, how it works: « au clavier seul ». */
  readonly manner: string;
  /** Types a text in place of what a field holds. */
  type(field: Handled, value: string, called: Called): Promise<void>;
  /** Chooses an answer of a list, by the text a person reads. */
  choose(list: Handled, label: string, called: Called): Promise<void>;
  /** Presses a button or a link. */
  press(thing: Handled, called: Called): Promise<void>;
  /** Switches a box, a switch or a toggle button to its other state, or takes one of several answers. */
  answer(control: Handled, called: Called): Promise<void>;
}

/** The hand in use, which a scenario may change on the way; the driver's own where there is none. */
export interface Hands {
  inUse: Hand | undefined;
}

/** A target's own function stands where the hand should. @throws MeansMissing where a hand is in use */
export function refuseOwnFunction({ inUse }: Hands, key: string): void {
  if (inUse === undefined) return;
  throw new MeansMissing(
    `le parcours ${inUse.manner}`,
    `La cible remplit cette page par sa propre fonction « ${key} », qui ne passe pas par là : vérifiez-la autrement.`,
  );
}
