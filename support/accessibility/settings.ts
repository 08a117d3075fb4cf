import type { Page } from '@playwright/test';

/** The screen that the journey is made on, in CSS pixels. */
export const DESKTOP = { width: 1280, height: 720 } as const;

/** A way a person may have a page: a screen, or a preference of theirs. */
interface Setting {
  readonly apply: (page: Page) => Promise<unknown>;
  readonly undo: (page: Page) => Promise<unknown>;
}

const screen = (width: number, height: number): Setting => ({
  apply: (page) => page.setViewportSize({ width, height }),
  undo: (page) => page.setViewportSize(DESKTOP),
});

/** The size of the root is what a person's own choice of a larger text changes. Runs in the page. */
const rootSize = (factor: number | null): string =>
  factor === null
    ? 'document.documentElement.style.removeProperty("font-size")'
    : `(() => { const root = document.documentElement;
        root.style.setProperty('font-size', (parseFloat(getComputedStyle(root).fontSize) * ${factor}) + 'px', 'important') })()`;

const SETTINGS = {
  "sur l'écran d'un ordinateur": screen(DESKTOP.width, DESKTOP.height),
  'sur un téléphone': screen(390, 844),
  'en couleurs forcées': {
    apply: (page) => page.emulateMedia({ forcedColors: 'active' }),
    undo: (page) => page.emulateMedia({ forcedColors: null }),
  },
  'à 320 pixels de large': screen(320, 640),
  'avec un texte agrandi à 200 %': {
    apply: (page) => page.evaluate(rootSize(2)),
    undo: (page) => page.evaluate(rootSize(null)),
  },
} as const satisfies Record<string, Setting>;

/** A setting, by the words of the features. */
export type SettingName = keyof typeof SETTINGS;

/** Returns the setting that a feature names. @throws RangeError when it names none */
export function settingNamed(name: string): SettingName {
  if (Object.hasOwn(SETTINGS, name)) return name as SettingName;
  throw new RangeError(`Réglage inconnu : « ${name} » (connus : ${Object.keys(SETTINGS).join(', ')})`);
}

/** Looks at a page as a person with this setting has it, then puts it back as it was. */
export async function under<T>(page: Page, name: SettingName, look: () => Promise<T>): Promise<T> {
  const { apply, undo }: Setting = SETTINGS[name];
  await apply(page);
  try {
    await drawn(page);
    return await look();
  } finally {
    await undo(page);
  }
}

/** A page may answer the change of size by a script, which it does before it draws. */
function drawn(page: Page): Promise<unknown> {
  return page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))');
}
