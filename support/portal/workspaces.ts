import type { Locator, Page } from '@playwright/test';
import { own } from '../target/own.ts';
import type { Target } from '../target/target.ts';
import { Choice, type OwnChoice } from './choice.ts';
import type { DriverContext } from './driver-context.ts';
import { acting } from './explain.ts';
import { FIELD_MS } from './field.ts';
import { GuidePage } from './guide-page.ts';
import { type Hands, refuseOwnFunction } from './hand.ts';
import { selectorOf } from './selector.ts';

/** The guide's workspaces, in its order. */
export const WORKSPACES = [
  'Demande de remboursement TIC',
  'Engagements',
  'Factures à valider',
  'Factures de travaux',
  'Factures émises',
  'Mémoires de frais de justice',
  'Raccordement EDI et API',
  'Sollicitations émises',
  'Suivi des flux',
] as const;

/** How long a hurried finger rests on the button, in milliseconds: quicker, a browser sends but once. */
const PRESS_MS = 60;

/** A workspace, by the guide's name. */
export type Workspace = (typeof WORKSPACES)[number];

/** Step 3: « Bienvenue … », the table of spaces and its OUI/NON switches. */
export class WorkspacesPage extends GuidePage<'workspaces'> {
  constructor(context: DriverContext) {
    super(context, 'workspaces');
  }

  override get arrived(): Locator {
    return this.locate('text', 'title').first();
  }

  /** What shows once the account is created and the mail announced. */
  get created(): Locator {
    return this.locate('text', 'created').first();
  }

  /** The switch of a workspace. */
  workspace(name: Workspace): Choice {
    return switchOf(this.context, name, this.title);
  }

  /** Validates the workspaces as they stand. */
  async validate(): Promise<void> {
    await this.send('submit', this.created);
  }

  /** Validates twice in a row, as a hurried hand does on a slow network. */
  async validateTwice(): Promise<void> {
    await this.send('submit', this.created, (button, timeout) =>
      button.dblclick({ timeout, delay: PRESS_MS }),
    );
  }

  /** Returns whether the page says that the account is created. */
  async saysCreated(): Promise<boolean> {
    return this.locate('text', 'confirmed').first().isVisible();
  }

  /** Returns whether the page announces the activation mail. */
  async announcesMail(): Promise<boolean> {
    return this.created.isVisible();
  }

  /** Returns the words of welcome, with what stands beside them. */
  async greeting(): Promise<string> {
    const search = this.search('text', 'title');
    return acting(search, async () => {
      await this.arrived.waitFor({ timeout: FIELD_MS });
      return `${await this.arrived.innerText()}\n${await this.arrived.locator('xpath=..').innerText()}`;
    });
  }
}

/** The switch of a workspace, on the page of step 3 or later. */
export function switchOf({ page, target, hands }: DriverContext, name: Workspace, where: string): Choice {
  const search = { page, kind: 'choice', name, where, hands } as const;
  const locator = page.locator(selectorOf('choice', [name]));
  return new Choice(locator, search, [name], target.lexicon, ownSwitch(page, target, name, hands));
}

/** How the target's own functions, which come together, work a workspace. */
function ownSwitch(page: Page, { driver }: Target, name: Workspace, hands: Hands): OwnChoice | undefined {
  const { isOn, set } = driver.workspaces ?? {};
  if (isOn === undefined || set === undefined) return undefined;
  return {
    isOn: () => own('driver.workspaces.isOn', () => isOn(page, name)),
    set: async (on) => {
      refuseOwnFunction(hands, 'driver.workspaces.set');
      await own('driver.workspaces.set', () => set(page, name, on));
    },
  };
}
