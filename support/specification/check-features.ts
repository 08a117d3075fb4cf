import type { Rule, Tag } from '@cucumber/messages';
import { type FeatureFile, type Flaw, rulesOf } from './feature-file.ts';

const LEVELS = ['@essentiel', '@robuste', '@securite', '@accessible'];

/** The tags a rule may bear beside its id and its level: advice, and what it is conditional on. */
const OTHERS = [
  '@devrait',
  '@seul',
  '@si-captcha',
  '@si-espaces',
  '@si-question-secrete',
  '@si-connexion',
  '@si-insee',
  '@si-contact',
  '@si-activation-finale',
  '@si-session-cookie',
];

/** Both runners must read these alike, and step texts must match: reports may typeset afterwards. */
const TYPOGRAPHY: ReadonlyArray<readonly [RegExp, string]> = [
  [/\u2019/, "apostrophe typographique (’) : écrivez l'apostrophe droite (')"],
  [/[\u00a0\u202f]/, 'espace insécable : écrivez une espace ordinaire'],
  [/\t/, 'tabulation : écrivez des espaces'],
];

/** Returns what is wrong with the features, each flaw with its file and line; nothing wrong gives an empty list. */
export function checkFeatures(files: readonly FeatureFile[]): Flaw[] {
  return [...files.flatMap(checkFile), ...repeatedIds(files)];
}

function checkFile(read: FeatureFile): Flaw[] {
  const flaws = [...read.flaws, ...checkText(read)];
  if (read.feature === undefined) return flaws;
  const at = (line: number, reason: string): Flaw => ({ file: read.file, line, reason });
  const loose = read.feature.children.filter((child) => child.scenario !== undefined);
  return [
    ...flaws,
    ...loose.map(({ scenario }) =>
      at(scenario?.location.line ?? 1, `le scénario « ${scenario?.name} » n'est dans aucune règle`),
    ),
    ...rulesOf(read.feature).flatMap((rule) =>
      checkRule(rule).map((reason) => at(rule.location.line, reason)),
    ),
  ];
}

function checkText({ file, text }: FeatureFile): Flaw[] {
  const lines = text.split('\n');
  const first = lines[0]?.trim() ?? '';
  const language =
    first === '# language: fr'
      ? []
      : [{ file, line: 1, reason: 'la première ligne doit être « # language: fr »' }];
  const typography = lines.flatMap((line, index) =>
    TYPOGRAPHY.filter(([pattern]) => pattern.test(line)).map(([, reason]) => ({
      file,
      line: index + 1,
      reason,
    })),
  );
  const decomposed = lines.findIndex((line) => line !== line.normalize('NFC'));
  const nfc =
    decomposed < 0
      ? []
      : [
          {
            file,
            line: decomposed + 1,
            reason: 'accents décomposés : enregistrez le fichier en Unicode NFC',
          },
        ];
  return [...language, ...typography, ...nfc];
}

function checkRule(rule: Rule): string[] {
  const names = rule.tags.map((tag: Tag) => tag.name);
  const ids = names.filter((name) => /^@EX-\d\.\d\d$/.test(name));
  const levels = names.filter((name) => LEVELS.includes(name));
  const strangers = names.filter((name) => ![...ids, ...LEVELS, ...OTHERS].includes(name));
  const scenarios = rule.children.filter((child) => child.scenario !== undefined);
  return [
    ...(ids.length === 1
      ? []
      : [`la règle « ${rule.name} » doit porter une étiquette @EX-n.nn, et une seule`]),
    ...(levels.length === 1
      ? []
      : [`la règle « ${rule.name} » doit porter un niveau, et un seul : ${LEVELS.join(', ')}`]),
    ...strangers.map((name) => `étiquette inconnue : ${name}`),
    ...(scenarios.length > 0 ? [] : [`la règle « ${rule.name} » n'a aucun scénario`]),
    ...(rule.description.trim() === ''
      ? [`la règle « ${rule.name} » ne dit pas d'où elle vient (guide, fait public, lecture)`]
      : []),
  ];
}

function repeatedIds(files: readonly FeatureFile[]): Flaw[] {
  const seen = new Map<string, string>();
  const flaws: Flaw[] = [];
  for (const { file, feature } of files) {
    for (const rule of feature === undefined ? [] : rulesOf(feature)) {
      const id = rule.tags.find((tag) => tag.name.startsWith('@EX-'))?.name ?? '';
      const first = seen.get(id);
      if (first !== undefined)
        flaws.push({ file, line: rule.location.line, reason: `${id} est déjà une règle de ${first}` });
      seen.set(id, `${file}:${rule.location.line}`);
    }
  }
  return flaws;
}
