import type { Page } from '@playwright/test';
import type { Mail } from '../mailbox/mailbox.ts';
import type { OtherSite } from './other-site.ts';

/** The fields in which one writes what one likes. */
export const FREE_FIELDS = {
  nom: 'nom',
  prenom: 'prénom',
  raisonSociale: 'raison sociale',
  libelle: 'libellé',
  adresse: 'adresse',
  complement: "complément d'adresse",
  ville: 'ville',
} as const;

export type FreeField = keyof typeof FREE_FIELDS;

/** Something that was executed, or became a part of a page. */
export interface Executed {
  readonly field: string;
  /** In French: « la page d'activation ». */
  readonly where: string;
  /** In French: « a ajouté un élément à la page ». */
  readonly how: string;
}

const NAMES = Object.keys(FREE_FIELDS) as FreeField[];

/** What an element or an attribute of ours is called; the rank of its field follows. */
const MARK = 'data-diapason-';

/** Marks that would be markup if they were not text: each says, if it is executed, in which field it was typed. */
export type Markup = (rank: number, canary: string) => string;

/** Leaves any place where a page puts a text: an element, an attribute, a title, a script. */
export const ANYWHERE: Markup = (rank, canary) =>
  `'"></title></script><img ${MARK}${rank} src=${canary}/${rank} onerror=alert(${rank})>`;

/** The shortest, where the first is too long. */
export const SHORT: Markup = (rank) => `<b ${MARK}${rank}>x</b>`;

/** What filters of the former forget: another element, a tag within a tag, a quote alone, a template. */
export const OTHERS: readonly Markup[] = [
  (rank) => `<svg ${MARK}${rank} onload=alert(${rank})>`,
  (rank) => `<scr<script>ipt><i ${MARK}${rank}>x</i>`,
  (rank) => `" ${MARK}${rank}="" autofocus onfocus="alert(${rank})`,
  (rank) => `{{constructor.constructor('document.body.setAttribute("${MARK}${rank}","")')()}}`,
];

/** Returns a markup for each of these fields. */
export function typedIn(
  fields: readonly FreeField[],
  markup: Markup,
  { url }: OtherSite,
): Partial<Record<FreeField, string>> {
  const canary = url.replace(/^https?:/, '');
  return Object.fromEntries(fields.map((field) => [field, markup(NAMES.indexOf(field), canary)]));
}

/** Notices what is executed of what was typed: by what it does, never by its being there as text. */
export class MarkupWatch {
  readonly executed: Executed[] = [];
  private readonly site: OtherSite;
  private readonly rung: number[] = [];
  private heard = 0;

  constructor(site: OtherSite) {
    this.site = site;
  }

  /** Listens to the dialogs of a page. */
  listenTo(page: Page): void {
    page.on('dialog', async (dialog) => {
      this.rung.push(Number(dialog.message()));
      await dialog.dismiss().catch(() => undefined);
    });
  }

  /** Looks at a page, named in French: what rang, what was asked of the other site, what became an element. */
  async look(page: Page, where: string): Promise<void> {
    const marks = await page.evaluate(marksIn, MARK);
    this.note(where, 'a ajouté un élément ou un attribut à la page', marks);
    this.note(where, 'a ouvert une boîte de dialogue', this.rung.splice(0));
    const asked = this.site.heard
      .slice(this.heard)
      .map(({ path }) => Number(/^\/(\d)$/.exec(path)?.[1] ?? -1));
    this.heard = this.site.heard.length;
    this.note(where, 'a fait demander une image à un autre site', asked);
  }

  /** Opens a mail as a mail program that runs all would, and looks at it; a text has nothing that could run. */
  async lookAtMail(page: Page, mail: Pick<Mail, 'html' | 'subject'>): Promise<void> {
    if (mail.html.trim() === '') return;
    this.listenTo(page);
    await page.setContent(mail.html, { waitUntil: 'load' });
    await this.look(page, `le courriel « ${mail.subject} », ouvert dans un navigateur`);
  }

  private note(where: string, how: string, ranks: readonly number[]): void {
    for (const rank of new Set(ranks)) {
      const name = NAMES[rank];
      if (name !== undefined) this.executed.push({ field: FREE_FIELDS[name], where, how });
    }
  }
}

/** Runs in the page: it must stand alone. */
function marksIn(mark: string): number[] {
  const names = Array.from(document.querySelectorAll('*')).flatMap((element) => element.getAttributeNames());
  return names
    .filter((name) => name.startsWith(mark))
    .map((name) => Number.parseInt(name.slice(mark.length), 10));
}
