import { alteredCode, alteredLink } from '../../fixtures/altered-link.ts';
import type { Target } from '../target/target.ts';
import type { ActivationPage } from './activation.ts';
import type { CodePage } from './code.ts';
import { type Decision, seenOf } from './decision.ts';
import { shownAddress } from './shown-address.ts';

/** How findings speak of what the activation mail brings. */
interface Words {
  /** What was done to come to step 4. */
  readonly opened: string;
  /** The same, with several that are not the right one. */
  readonly tried: string;
  readonly none: string;
  readonly missing: string;
  readonly again: string;
}

/** The way from the activation mail to step 4: its link is opened, or its code is typed. */
export interface WayIn {
  readonly words: Words;
  /** Takes this way, afresh, as from a mail program; what then shows is not judged. */
  enter(key: string, email: string): Promise<void>;
  /** Takes note that somebody has begun this way before, and has not gone to its end. */
  noteBegun(): void;
  /** Returns how the portal answered; `undefined` when it lets one choose a password. */
  answer(): Promise<Decision | undefined>;
  /** Says in French what the portal said of it, beyond the page it shows; empty where that page says all. */
  said(): string;
  /** Returns the key with a named fault; `undefined` where the fault makes no other key. */
  altered(key: string, fault: string, email: string): string | undefined;
  /** Returns the key as a report may show it: it opens an account. */
  shown(key: string): string;
}

/** Returns the way that the target's mail opens. */
export function wayInto(
  { activation: mailed }: Pick<Target, 'activation'>,
  pages: { activation: ActivationPage; code: CodePage },
): WayIn {
  return mailed.by === 'code' ? byCode(pages) : byLink(pages);
}

function byLink({ activation }: { activation: ActivationPage }): WayIn {
  let before = '';
  return {
    words: {
      get opened() {
        return `Le lien du courriel d'activation${before} a été ouvert`;
      },
      tried: "Le lien d'activation a été ouvert",
      none: "aucun de ces liens n'active le compte",
      missing: "aucun lien d'activation ne lui est envoyé",
      again: 'en rouvrant le lien déjà utilisé',
    },
    noteBegun: () => {
      before = ', déjà suivi par un filtre de messagerie,';
    },
    said: () => '',
    enter: (link) => activation.openFrom(link),
    answer: () => activation.answerToLink(),
    altered: alteredLink,
    shown: shownAddress,
  };
}

function byCode({ activation, code: page }: { activation: ActivationPage; code: CodePage }): WayIn {
  let before = '';
  return {
    words: {
      get opened() {
        return `Le code du courriel d'activation${before} a été saisi`;
      },
      tried: "Le code d'activation a été saisi",
      none: "aucun de ces codes n'active le compte",
      missing: "aucun code d'activation ne lui est envoyé",
      again: 'en saisissant de nouveau le code déjà utilisé',
    },
    noteBegun: () => {
      before = ', déjà saisi ailleurs sans aller jusqu’au mot de passe,';
    },
    said: () => (page.code.decision === undefined ? '' : `${seenOf(page.code.decision)} ; `),
    enter: (code, email) => page.enter(code, email),
    answer: async () => ((await activation.isShown()) ? undefined : page.code.decision),
    altered: alteredCode,
    shown: (code) => (code === '' ? 'aucun' : `${code.slice(0, 2)}… (${code.length} caractères)`),
  };
}
