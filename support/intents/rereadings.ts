import type { Rereading } from '../portal/information.ts';
import type { Means } from './means.ts';

/** What step 2 made of what was typed, once it was refused for something else. */
export class Rereadings {
  /** What each row of special characters became. */
  readonly read: Rereading[] = [];
  private readonly means: Pick<Means, 'answers' | 'journey' | 'portal'>;

  constructor(means: Rereadings['means']) {
    this.means = means;
  }

  /** Types all that step 2 asks for, and sends it with one fault. */
  async typeEverything(): Promise<void> {
    const { answers, journey } = this.means;
    await journey.completeWithOneFault(answers.everything);
  }

  /** Types each row of special characters with a fault elsewhere, and reads it again. */
  async typeEach(rows: readonly string[]): Promise<void> {
    const { answers, journey, portal } = this.means;
    for (const row of rows) {
      const typed = answers.withCharacters(row);
      await journey.completeWithOneFault(typed);
      const { decision } = portal.information;
      const isRefused = decision?.outcome === 'refused';
      this.read.push({ row, decision, lost: isRefused ? await portal.information.lost(typed) : [] });
      if (!isRefused) await journey.again('information');
    }
  }
}
