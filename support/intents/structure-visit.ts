import type { Target } from '../target/target.ts';
import type { Means } from './means.ts';

/** The structure, as the account shows it once the sign-up is over. */
export class StructureVisit {
  private readonly means: Pick<Means, 'journey' | 'portal'> & { readonly target: Target };

  constructor(means: StructureVisit['means']) {
    this.means = means;
  }

  /** From step 3 to the structure. @throws PortalUnreachedStep, or Finding when no way leads there */
  async fromWorkspaces(): Promise<void> {
    await this.means.journey.passWorkspaces();
    await this.means.journey.passMail();
    await this.fromActivation();
  }

  /** From step 4 to the structure, to look at it; a target without a login has nothing to look at. */
  async andLook(look: () => Promise<void>): Promise<void> {
    if (this.means.target.without.connexion !== undefined) return;
    await this.fromActivation();
    await look();
  }

  private async fromActivation(): Promise<void> {
    await this.means.journey.passActivation();
    await this.means.journey.passLogin();
    await this.means.portal.structure.open();
  }
}
