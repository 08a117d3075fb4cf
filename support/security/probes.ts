import type { Attach } from '../evidence.ts';
import { MeansMissing } from '../failures.ts';
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

  /** Takes note of a request about to be sent. @throws MeansMissing beyond what was announced: nobody agreed to more */
  note(method: string, url: string): void {
    const { requests = 0 } = BOUNDS[this.requirement] ?? {};
    if (this.spent >= requests) throw exhausted(requests);
    this.spent += 1;
    this.tell(`${method} ${shownAddress(url)}`);
  }

  /** Adds a line to the list of the probes under way. */
  tell(line: string): void {
    this.lines.push(line);
  }

  /** Leaves in the report something that its reader must know of what was probed, or could not be. */
  async say(sentence: string): Promise<void> {
    await this.attach(sentence, 'text/plain', 'Constaté par les sondes.txt');
  }

  /** Plays probes, named in French, and leaves their list in the report, whatever came of them. */
  async during<T>(name: string, action: () => Promise<T>): Promise<T> {
    const before = this.lines.length;
    try {
      return await action();
    } finally {
      const lines = this.lines.slice(before);
      await this.attach([`${name} :`, ...lines].join('\n'), 'text/plain', 'Sondes.txt');
    }
  }
}

function exhausted(requests: number): MeansMissing {
  return new MeansMissing(
    `plus de ${requests} requêtes de sonde`,
    'C’est ce qui a été annoncé : le banc s’arrête là. Un parcours qui demande moins de requêtes au portail permettrait d’aller au bout.',
  );
}
