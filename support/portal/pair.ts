import type { ElementHandle, Page } from '@playwright/test';
import type { Lexicon } from '../target/lexicon.ts';
import { type Answers, type PairWanted, pairsExpression } from './in-page/pair.ts';
import { isLit, pressable } from './in-page/state.ts';
import { wantedOf } from './selector.ts';

/** Two answers to one question, OUI and NON: radios, buttons or the options of a list. */
export class Pair {
  /** The element that answers yes. */
  readonly on: ElementHandle<Element>;
  private readonly off: ElementHandle<Element>;

  constructor(on: ElementHandle<Element>, off: ElementHandle<Element>) {
    this.on = on;
    this.off = off;
  }

  /** Returns whether the answer is yes. */
  async isOn(): Promise<boolean> {
    return (await this.on.evaluate(isLit)) && !(await this.off.evaluate(isLit));
  }

  /** The element that gives an answer. */
  answerFor(yes: boolean): ElementHandle<Element> {
    return yes ? this.on : this.off;
  }

  /** Gives one of the answers. */
  async answer(yes: boolean, timeout: number): Promise<void> {
    const answer = this.answerFor(yes);
    const list = (await answer.evaluateHandle((element) => element.closest('select'))).asElement();
    if (list !== null) {
      const label = await answer.evaluate((option) => (option as HTMLOptionElement).label);
      await list.selectOption({ label }, { timeout });
      return;
    }
    await (await answer.evaluateHandle(pressable)).asElement()?.click({ timeout });
  }
}

/** Returns what to look for: the names of a thing, and the words of a lexicon for yes and no. */
export function pairWanted(
  names: readonly string[],
  { workspaces }: Pick<Lexicon, 'workspaces'>,
): PairWanted {
  const [wanted, on, off] = [names, workspaces.on, workspaces.off].map((words) => wantedOf(words).names);
  return { names: wanted ?? [], on: on ?? [], off: off ?? [] };
}

/** Returns the pair of answers that stands by a name, if there is one. @throws Error, a strict mode violation, when several do */
export async function pairOn(page: Page, wanted: PairWanted): Promise<Pair | undefined> {
  const found = await page.evaluateHandle<readonly Answers[]>(pairsExpression(wanted));
  const count = await found.evaluate((pairs) => pairs.length);
  if (count > 1) throw new Error(`strict mode violation: ${count} pairs of answers`);
  if (count === 0) return undefined;
  const [on, off] = await Promise.all(
    ([0, 1] as const).map((place) =>
      found.evaluateHandle((pairs, index) => pairs[0]?.[index] ?? null, place),
    ),
  );
  const [yes, no] = [on?.asElement(), off?.asElement()];
  return yes && no ? new Pair(yes as ElementHandle<Element>, no as ElementHandle<Element>) : undefined;
}
