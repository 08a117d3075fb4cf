import type { Page } from '@playwright/test';

/**
 * Opens or closes what the page folds: menus, details. Returns how many it pressed. Only what says that it is folded is
 * pressed, so that nothing is sent. Runs in the page: it must stand alone.
 */
function fold(root: Document, opening: boolean): number {
  const state = opening ? 'false' : 'true';
  const shown = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
  const mark = 'data-diapason-deplie';
  const buttons = Array.from(
    root.querySelectorAll<HTMLElement>(
      `:is(button, [role=button])[aria-expanded=${state}]:not([type=submit], :disabled)`,
    ),
  ).filter((button) => shown(button) && (opening || button.hasAttribute(mark)));
  const folded = Array.from(root.querySelectorAll('details')).filter(
    (details) => shown(details) && (opening ? !details.open : details.hasAttribute(mark)),
  );
  for (const button of buttons) {
    button.toggleAttribute(mark, opening);
    button.click();
  }
  for (const details of folded) {
    details.toggleAttribute(mark, opening);
    details.open = opening;
  }
  return buttons.length + folded.length;
}

const expression = (opening: boolean): string =>
  `(async () => { const pressed = (${fold})(document, ${opening});
    if (pressed > 0) await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
    return pressed; })()`;

/** Looks at a page with its menus open, where it has some, then closes them. Returns whether there was something to open. */
export async function unfolded(page: Page, look: () => Promise<void>): Promise<boolean> {
  if ((await page.evaluate<number>(expression(true))) === 0) return false;
  try {
    await look();
  } finally {
    await page.evaluate(expression(false));
  }
  return true;
}
