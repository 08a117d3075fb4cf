import { LabelName, labels } from 'allure-js-commons';

const SEVERITIES: Readonly<Record<string, string>> = { '@essentiel': 'critical', '@robuste': 'normal' };

/**
 * Files a scenario in Allure by step of the guide, requirement and level. One call: each is an attachment, with a
 * step of its own in Playwright's reports.
 */
export async function labelScenario(tags: readonly string[], titlePath: readonly string[]): Promise<void> {
  const [, step = '', rule = ''] = titlePath;
  const requirement = `${tags.find((tag) => tag.startsWith('@EX-'))?.slice(1) ?? ''} — ${rule}`;
  const level = tags.find((tag) => tag in SEVERITIES) ?? '';
  await labels(
    { name: LabelName.EPIC, value: step },
    { name: LabelName.FEATURE, value: requirement },
    { name: LabelName.PARENT_SUITE, value: step },
    { name: LabelName.SUITE, value: requirement },
    { name: LabelName.SEVERITY, value: SEVERITIES[level] ?? 'normal' },
  );
}
