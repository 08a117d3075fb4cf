import { expect, type Locator } from '@playwright/test';
import { acting, type Search } from './explain.ts';
import { FIELD_MS } from './field.ts';

/** Something switched on and off, whatever its make: checkbox, switch, toggle button or two radios. */
export class Choice {
  readonly search: Search;
  private readonly locator: Locator;

  constructor(locator: Locator, search: Search) {
    this.locator = locator;
    this.search = search;
  }

  /** Returns whether it is on. */
  async isOn(): Promise<boolean> {
    return acting(this.search, () => this.locator.evaluate(readState, undefined, { timeout: FIELD_MS }));
  }

  /** Returns whether the page shows it now. */
  async isThere(): Promise<boolean> {
    return this.locator.first().isVisible();
  }

  /** Switches it as wanted; nothing is done when it already is. */
  async set(on: boolean): Promise<void> {
    if ((await this.isOn()) === on) return;
    await acting(this.search, async () => (await this.handleOf(on)).click({ timeout: FIELD_MS }));
  }

  /** What is pressed: the thing itself, or the other radio of a pair. */
  private async handleOf(on: boolean): Promise<Pick<Locator, 'click'>> {
    if (on) return this.locator;
    const other = await this.locator.evaluateHandle(otherOfPair, undefined, { timeout: FIELD_MS });
    return other.asElement() ?? this.locator;
  }

  /** Returns what is written about it: its label, and what stands just beside, up to the next field. */
  async surroundings(): Promise<string> {
    const text = await acting(this.search, () =>
      this.locator.evaluate(textBeside, undefined, { timeout: FIELD_MS }),
    );
    return text.replace(/\s+/g, ' ').trim();
  }

  /** Returns whether it comes to that state: a portal may ask its server first. */
  async becomes(on: boolean): Promise<boolean> {
    const deadline = { timeout: FIELD_MS, intervals: [50, 100, 250] };
    try {
      await expect.poll(() => this.isOn(), deadline).toBe(on);
      return true;
    } catch {
      return (await this.isOn()) === on;
    }
  }

  /** Returns what stands beside it in its row, its own name and state left out. */
  async description(): Promise<string> {
    const text = await acting(this.search, () =>
      this.locator.evaluate(rowText, undefined, { timeout: FIELD_MS }),
    );
    return text
      .replaceAll(this.search.name, ' ')
      .replace(/\b(OUI|NON)\b/g, ' ')
      .replace(/\s+/g, ' ')
      .trim();
  }
}

function readState(element: Element): boolean {
  if (element instanceof HTMLInputElement) return element.checked;
  return [element.getAttribute('aria-checked'), element.getAttribute('aria-pressed')].includes('true');
}

/** Runs in the page: it must stand alone. */
function otherOfPair(element: Element): Element | null {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return null;
  const radios = Array.from(document.querySelectorAll<HTMLInputElement>('input[type=radio]'));
  return (
    radios.find((radio) => radio !== element && radio.name === element.name && radio.form === element.form) ??
    null
  );
}

/** The widest box that holds no other field, and its neighbours that hold none. Runs in the page. */
function textBeside(element: Element): string {
  const isAlone = (box: Element): boolean =>
    Array.from(
      box.querySelectorAll('input:not([type=hidden]), select, textarea, [role=switch], button'),
    ).every((field) => field === element);
  let box = element;
  while (box.parentElement !== null && box !== document.body && isAlone(box.parentElement)) {
    box = box.parentElement;
  }
  const described = (element.getAttribute('aria-describedby') ?? '').split(/\s+/);
  const beside = [box.previousElementSibling, box, box.nextElementSibling].filter(
    (near) => near !== null && (near === box || !near.matches('input, select, textarea')) && isAlone(near),
  );
  const labels = Array.from((element as HTMLInputElement).labels ?? []);
  const about = described.map((id) => document.getElementById(id));
  const all = [...new Set([...beside, ...labels, ...about])].filter((near) => near !== null);
  const outer = all.filter((near) => !all.some((other) => other !== near && other.contains(near)));
  return outer.map((near) => near.textContent ?? '').join(' ');
}

/** The widest row that speaks of this choice alone. Runs in the page: it must stand alone. */
function rowText(element: Element): string {
  const rows = 'tr, li, [role=row], [role=listitem], fieldset';
  const choices = 'input[type=checkbox], input[type=radio], [role=switch], [aria-pressed]';
  const { name } = element as HTMLInputElement;
  const isItsOwn = (choice: Element): boolean =>
    choice === element || (element.matches('input[type=radio]') && choice.getAttribute('name') === name);
  let widest = element.closest(rows);
  for (let row = widest; row !== null; row = row.parentElement?.closest(rows) ?? null) {
    if (Array.from(row.querySelectorAll(choices)).every(isItsOwn)) widest = row;
  }
  return widest?.textContent ?? '';
}
