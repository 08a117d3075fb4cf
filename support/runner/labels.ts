import { epic, feature, parentSuite, severity, suite } from 'allure-js-commons';

const SEVERITIES: Readonly<Record<string, string>> = { '@essentiel': 'critical', '@robuste': 'normal' };

/** Files a scenario in Allure by step of the guide, requirement and level. */
export async function labelScenario(tags: readonly string[], titlePath: readonly string[]): Promise<void> {
  const [, step = '', rule = ''] = titlePath;
  const requirement = tags.find((tag) => tag.startsWith('@EX-'))?.slice(1) ?? '';
  const level = tags.find((tag) => tag in SEVERITIES);
  await epic(step);
  await feature(`${requirement} — ${rule}`);
  await parentSuite(step);
  await suite(`${requirement} — ${rule}`);
  if (level !== undefined) await severity(SEVERITIES[level] ?? 'normal');
}
