import type { Page } from '@playwright/test';
import type { Confidences } from '../confidences.ts';
import type { Place } from '../target/lexicon.ts';
import type { Target } from '../target/target.ts';
import type { Decision } from './decision.ts';
import type { Hands } from './hand.ts';
import type { Brake, PageWatch } from './page-watch.ts';

/** What every page of the driver needs: the browser page, the target, and where the portal is. */
export interface DriverContext {
  readonly page: Page;
  readonly target: Target;
  /** The portal's address, without a final slash. */
  readonly url: string;
  /** Called with a step's name just before it is validated: the moment worth a picture. */
  readonly onStep: (name: string, place: Place) => Promise<void>;
  /** Called at the very moment when a form is sent. */
  readonly onPress: () => void;
  /** Called with how the portal answered what was sent from a place. */
  readonly onSent: (place: Place, decision: Decision) => void;
  /** Called when the portal asks to be given time (HTTP 429). @throws MeansMissing unless that is what is looked for */
  readonly onBrake: (brake: Brake) => void;
  /**
   * Resolves when what was sent has visibly been answered, whatever the answer: who does not know the portal's words yet
   * waits no longer for one of them to show. Absent, the answer is awaited as long as the target allows.
   */
  readonly stillness?: (() => Promise<void>) | undefined;
  readonly watch: PageWatch;
  /** Told what is about to be used, and must not be read in any report. */
  readonly confidences?: Pick<Confidences, 'tell' | 'tellLink'> | undefined;
  /** Who acts on the page. */
  readonly hands: Hands;
}
