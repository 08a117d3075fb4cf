import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { withPage } from '../fixtures/portal/html-answer.ts';
import { startEmbeddedPortal } from '../support/embedded-portal.ts';
import { startEmbeddedMailbox } from '../support/mailbox/embedded/embedded.ts';
import { EMBEDDED_CAPTCHA_ANSWER } from '../support/target/embedded.ts';
import { temporary } from './run.test-support.ts';

/** What a test asks of a portal, and of the file that describes it. */
interface Described {
  /** What becomes of each page of the reference portal. */
  readonly rewrite: (page: string) => string;
  /** What the file says beside the usual. */
  readonly declared?: Readonly<Record<string, unknown>>;
}

/** The reference portal, its pages rewritten, and a target file that knows nothing of it. */
export interface Strange {
  readonly target: string;
  readonly out: string;
  /** As it was written at first. */
  readonly text: string;
}

/** Serves the reference portal with other pages, until the test ends, and writes a target file for it. */
export async function strangePortal(t: TestContext, { rewrite, declared = {} }: Described): Promise<Strange> {
  const mailbox = await startEmbeddedMailbox();
  t.after(() => mailbox.close());
  const portal = await startEmbeddedPortal({
    smtp: mailbox.smtp,
    captchaAnswer: EMBEDDED_CAPTCHA_ANSWER,
    variant: { around: () => async (request, next) => withPage(await next(request), rewrite) },
  });
  t.after(() => portal.close());
  const folder = temporary(t);
  const target = join(folder, 'cible.json');
  const file = {
    name: 'Portail étrange',
    url: `${portal.url}/`,
    mail: { mailpit: mailbox.url, quietMs: 200 },
    ...declared,
    captcha: { answer: EMBEDDED_CAPTCHA_ANSWER },
  };
  const text = `${JSON.stringify(file, undefined, 4)}\n`;
  writeFileSync(target, text);
  return { target, out: join(folder, 'rapports'), text };
}

/** Says some labels of the reference portal otherwise, wherever they are whole. */
export function renaming(names: Readonly<Record<string, string>>): (page: string) => string {
  return (page) =>
    page.replace(/>([^<>]+)</g, (whole, text: string) => {
      const other = names[text.replaceAll('&#39;', "'").trim()];
      return other === undefined ? whole : `>${text.replace(text.trim(), other)}<`;
    });
}
