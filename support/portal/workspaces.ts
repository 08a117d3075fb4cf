import type { Locator } from '@playwright/test';
import { Choice } from './choice.ts';
import type { DriverContext } from './driver-context.ts';
import { GuidePage } from './guide-page.ts';
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
    const { page } = this.context;
    const search = { page, kind: 'choice', name, where: this.title } as const;
    return new Choice(page.locator(selectorOf('choice', [name])), search);
  }

  /** Validates the workspaces as they stand. */
  async validate(): Promise<void> {
    await this.send('submit', this.created);
  }
}
