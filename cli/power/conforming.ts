import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { harnessSentence } from '../../reports/harness-sentence.ts';
import type { Play } from '../../reports/messages.ts';
import type { PlayedScenario } from '../../reports/played-scenario.ts';

/** How a scenario went on the conforming portal, and which defects would have answered it otherwise. */
export interface Reference {
  readonly play: Play;
  readonly differing: readonly string[];
}

/**
 * The suite as it goes on the conforming portal: what a defect answers in the same way is not played again. It is kept
 * in a file, for the other processes of a campaign and for one that resumes.
 */
export class Conforming {
  readonly #references: ReadonlyMap<string, Reference>;

  constructor(references: ReadonlyMap<string, Reference>) {
    this.#references = references;
  }

  /**
   * Plays the scenarios one by one.
   * @throws Error when one of them does not pass: there would be nothing to compare with
   */
  static async played(
    scenarios: readonly { readonly place: string }[],
    play: (place: string) => Promise<Reference>,
  ): Promise<Conforming> {
    const references = new Map<string, Reference>();
    for (const { place } of scenarios) {
      const reference = await play(place);
      const bad = reference.play.scenarios.find(({ status }) => status !== 'PASSED');
      if (bad !== undefined)
        throw new Error(`sur le portail conforme, « ${bad.name} » ne passe pas : ${saidOf(bad)}`);
      references.set(place, reference);
    }
    return new Conforming(references);
  }

  /** Reads what an earlier process kept; `undefined` where there is nothing, or it was of other sources. */
  static recalled(path: string, sources: string): Conforming | undefined {
    if (!existsSync(path)) return undefined;
    try {
      const kept: { sources: string; references: [string, Reference][] } = JSON.parse(
        readFileSync(path, 'utf8'),
      );
      return kept.sources === sources ? new Conforming(new Map(kept.references)) : undefined;
    } catch {
      // Another process is writing it.
      return undefined;
    }
  }

  /** Keeps it for the others. */
  keep(path: string, sources: string): void {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify({ sources, references: [...this.#references] }));
  }

  /** Returns whether a defect was seen to answer one of these scenarios otherwise than the conforming portal. */
  sees(defect: string, scenarios: readonly { readonly place: string }[]): boolean {
    return scenarios.some(({ place }) => this.#references.get(place)?.differing.includes(defect));
  }

  /** Returns how a scenario goes on a defect that answers all of it as the conforming portal; else `undefined`. */
  spared(place: string, defect: string): Play | undefined {
    const reference = this.#references.get(place);
    return reference?.differing.includes(defect) ? undefined : reference?.play;
  }
}

function saidOf({ failures, error, status }: PlayedScenario): string {
  return failures.at(-1)?.sentence ?? harnessSentence(undefined, error) ?? status;
}
