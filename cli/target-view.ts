import type { TargetView } from '../reports/verdict.ts';
import type { Target } from '../support/target/target.ts';

/** Returns what verdicts and reports know of a target; nothing secret is among it. */
export function viewOf(target: Target): TargetView {
  const { name, url = 'portail embarqué', without, vendor, version, authorised } = target;
  const overrides = overridesOf(target);
  return {
    name,
    url,
    ...(vendor === undefined ? {} : { vendor }),
    ...(version === undefined ? {} : { version }),
    ...(authorised === undefined ? {} : { authorised }),
    lacks: Object.keys(without),
    reasons: without,
    ...(overrides.length === 0 ? {} : { overrides }),
  };
}

/** The keys that hold a function which takes the place of the harness's own. */
function overridesOf({ driver, captcha, mail }: Target): string[] {
  const places = Object.entries(driver).flatMap(([place, functions]) =>
    Object.keys(functions ?? {}).map((name) => `driver.${place}.${name}`),
  );
  return [
    ...places,
    ...(captcha?.read === undefined ? [] : ['captcha.read']),
    ...(mail.read === undefined ? [] : ['mail.read']),
  ];
}
