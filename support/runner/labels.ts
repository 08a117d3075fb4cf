import type { TestInfo } from '@playwright/test';
import { LabelName, labels } from 'allure-js-commons';

/** Levels, and the severity that Allure shows for each. */
const SEVERITIES: Readonly<Record<string, string>> = {
  essentiel: 'critical',
  robuste: 'normal',
  securite: 'normal',
  accessible: 'minor',
};

/** Where a scenario belongs, as people look for it. */
export interface Place {
  /** Step of the guide: « 4 — Activer son compte ». */
  readonly step: string;
  /** « EX-4.04 — Le mot de passe a au moins 8 caractères ». */
  readonly requirement: string;
  readonly level: string;
}

/** Returns where a scenario belongs, from its tags and from the titles above it: file, feature, rule. */
export function placeOf(tags: readonly string[], [, step = '', rule = '']: readonly string[]): Place {
  const names = tags.map((tag) => tag.slice(1));
  const id = names.find((name) => name.startsWith('EX-')) ?? '';
  return { step, requirement: `${id} — ${rule}`, level: names.find((name) => name in SEVERITIES) ?? '' };
}

/**
 * Files a scenario by step of the guide, requirement and level: in Allure by labels, in Playwright's page by annotations.
 * One call to Allure: each is an attachment, with a step of its own in Playwright's reports.
 */
export async function fileScenario(
  tags: readonly string[],
  { titlePath, annotations }: Pick<TestInfo, 'titlePath' | 'annotations'>,
): Promise<void> {
  const { step, requirement, level } = placeOf(tags, titlePath);
  annotations.push(
    { type: 'étape', description: step },
    { type: 'exigence', description: requirement },
    { type: 'niveau', description: level },
  );
  await labels(
    { name: LabelName.EPIC, value: step },
    { name: LabelName.FEATURE, value: requirement },
    { name: LabelName.STORY, value: level },
    { name: LabelName.PARENT_SUITE, value: step },
    { name: LabelName.SUITE, value: requirement },
    { name: LabelName.SEVERITY, value: SEVERITIES[level] ?? 'normal' },
  );
}
