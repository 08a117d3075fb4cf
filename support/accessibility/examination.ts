import type { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { NodeResult, Result } from 'axe-core';
import { unfolded } from './menus.ts';
import { criteriaOf, criterionOf } from './rgaa.ts';
import { type SettingName, under } from './settings.ts';
import type { State } from './walk.ts';

/** The rules of axe that are asked: WCAG 2.1, levels A and AA. */
export const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'] as const;

/** What breaks EX-6.01; what is less is told in the evidence. */
const GRAVE = ['serious', 'critical'];

/** The rules that a choice of colours may change: the others said what they had to. */
const OF_COLOURS = ['color-contrast', 'link-in-text-block'];

/** A rule of axe that an element of a page breaks, where it was first seen. */
export interface Violation {
  readonly rule: string;
  readonly isGrave: boolean;
  readonly where: string;
  /** A CSS selector, and what the element is. */
  readonly element: string;
  /** In French: fault, rule, criterion, mend. */
  readonly sentence: string;
}

/** What axe says of the pages of a journey. */
export class Examination {
  private readonly found = new Map<string, Violation>();
  private readonly rules = new Set<string>();
  private readonly doubts = new Set<string>();
  private count = 0;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  /** How many pages, states and menus were examined, each setting apart. */
  get examined(): number {
    return this.count;
  }

  /** What is to be mended, each rule and element once. */
  get grave(): readonly Violation[] {
    return [...this.found.values()].filter(({ isGrave }) => isGrave);
  }

  /** Examines a state in each of these settings, its menus closed, then open. */
  async look({ name }: State, settings: readonly SettingName[]): Promise<void> {
    for (const setting of settings) {
      const where = `${name}, ${setting}`;
      await under(this.page, setting, async () => {
        await this.analyse(where, setting);
        await unfolded(this.page, () => this.analyse(`${where}, menus ouverts`, setting));
      });
    }
  }

  /** What was looked at, in a text for the evidence: the RGAA criteria touched, and what breaks nothing by itself. */
  report(): string {
    const lesser = [...this.found.values()].filter(({ isGrave }) => !isGrave);
    return [
      `${this.count} examens par axe (${TAGS.join(', ')}), ${this.rules.size} règles appliquées.`,
      `Critères du RGAA 4.1 touchés, chacun en partie seulement : ${criteriaOf(this.rules).join(', ')}.`,
      'Le reste du RGAA (pertinence des textes, des titres, de l’ordre de lecture…) demande des personnes.',
      ...this.grave.map(({ where, sentence }) => `Grave — ${where} : ${sentence}`),
      ...lesser.map(({ where, sentence }) => `Moins grave — ${where} : ${sentence}`),
      ...[...this.doubts].map((doubt) => `À vérifier par une personne — ${doubt}`),
    ].join('\n');
  }

  private async analyse(where: string, setting: SettingName): Promise<void> {
    const builder = await axeOn(this.page);
    const asked =
      setting === 'en couleurs forcées' ? builder.withRules(OF_COLOURS) : builder.withTags([...TAGS]);
    const { violations, incomplete, passes } = await asked.analyze();
    this.count += 1;
    for (const { id } of [...violations, ...passes]) this.rules.add(id);
    for (const { id, help } of incomplete)
      this.doubts.add(`${criterionOf(id, help).criterion} (${id}) : ${where}`);
    for (const result of violations) for (const node of result.nodes) this.add(where, result, node);
  }

  private add(where: string, { id, help, impact }: Result, node: NodeResult): void {
    const element = node.target.flat().join(' ');
    const key = `${id} ${element}`;
    if (this.found.has(key)) return;
    const { criterion, fault, mend } = criterionOf(id, help);
    const measured = measureOf(node);
    this.found.set(key, {
      rule: id,
      isGrave: GRAVE.includes(impact ?? node.impact ?? ''),
      where,
      element,
      sentence: `\`${element}\`, ${fault}${measured} [${id}, RGAA ${criterion}] : ${mend}`,
    });
  }
}

/**
 * Returns axe on a page. Its half megabyte is read by a document once, where nothing but itself is to be examined: read
 * anew, and twice, by each examination, it costs three times as much as what it then does.
 */
async function axeOn(page: Page): Promise<AxeBuilder> {
  const { AxeBuilder } = await import('@axe-core/playwright');
  if (page.frames().length > 1) return new AxeBuilder({ page });
  if (!(await page.evaluate('typeof axe === "object"'))) {
    const { default: axe } = await import('axe-core');
    await page.evaluate(axe.source);
  }
  return new AxeBuilder({ page, axeSource: 'void 0' }).setLegacyMode(true);
}

/** What axe measured of a contrast. */
function measureOf({ any }: NodeResult): string {
  const data: { contrastRatio?: number; expectedContrastRatio?: string } | undefined = any[0]?.data;
  if (data?.contrastRatio === undefined) return '';
  const wanted = (data.expectedContrastRatio ?? '').replace(':1', '').replace('.', ',');
  return ` (${String(data.contrastRatio).replace('.', ',')} pour ${wanted} demandé)`;
}
