import type { Attach } from '../evidence.ts';
import { shownAddress } from '../portal/shown-address.ts';
import { BOUNDS } from './bounds.ts';

/** What a scenario asks of the portal beside its journeys: counted, kept within what was announced, and reported. */
export class Probes {
  private readonly requirement: string;
  private readonly attach: Attach;
  private readonly lines: string[] = [];
  private spent = 0;

  constructor({ requirement, attach }: { requirement: string | undefined; attach: Attach }) {
    this.requirement = requirement ?? '';
    this.attach = attach;
  }

  /**
   * Takes note of a request about to be sent.
   * @throws Error beyond the bound that was announced: nobody agreed to more
   */
  note(method: string, url: string): void {
    const { requests = 0 } = BOUNDS[this.requirement] ?? {};
    this.spent += 1;
    if (this.spent > requests)
      throw new Error(`${this.requirement} : plus de ${requests} requêtes de sonde, le nombre annoncé.`);
    this.lines.push(`${method} ${shownAddress(url)}`);
  }

  /** Writes down something the reader of the report must know of what was probed, or could not be. */
  say(sentence: string): void {
    this.lines.push(sentence);
  }

  /** Plays probes, named in French, and leaves their list in the report, whatever came of them. */
  async during<T>(name: string, action: () => Promise<T>): Promise<T> {
    const before = this.lines.length;
    try {
      return await action();
    } finally {
      const lines = this.lines.slice(before);
      const count = lines.length === 0 ? ['aucune requête de sonde'] : lines;
      await this.attach([`${name} :`, ...count].join('\n'), 'text/plain', 'Sondes.txt');
    }
  }
}
