import type { Locator } from '@playwright/test';
import type { Entry } from '../target/lexicon.ts';
import type { Choice } from './choice.ts';
import type { Decision } from './decision.ts';
import type { DriverContext } from './driver-context.ts';
import { acting, type Search } from './explain.ts';
import { FIELD_MS, type Field } from './field.ts';
import { areShown, type Entered, fillForm } from './form.ts';
import { GuidePage } from './guide-page.ts';
import type { Kind } from './in-page/candidates.ts';
import { surveyExpression } from './in-page/survey.ts';
import {
  type Asked,
  BOXES,
  isBox,
  PERSON_FIELDS,
  type PersonalInformation,
  type Said,
  STRUCTURE_FIELDS,
  type StructureField,
  saidIn,
} from './personal-information.ts';
import { selectorOf } from './selector.ts';
import { SpreadStep } from './spread-step.ts';

/** What step 2 is gone through with, beside its own pages. */
export interface Surroundings {
  /** What shows once it is over. */
  readonly next: () => Locator;
  /** What the person says there when nothing particular is tried. */
  readonly usual: () => PersonalInformation;
  /** Identifies the same person again. */
  readonly restart: () => Promise<void>;
}

/** The fields and choices of step 2, on one page or on several: each comes to its own page by itself. */
export abstract class InformationParts extends GuidePage<'information'> {
  readonly confirmEmail = this.field('confirmEmail');
  readonly nom = this.field('nom');
  readonly prenom = this.field('prenom');
  readonly captcha = this.field('captcha');
  readonly contactEmail = this.field('contactEmail');
  readonly survey = this.choice('survey');
  readonly paymentRequests = this.choice('paymentRequests');
  readonly dume = this.choice('dume');
  protected readonly pages: SpreadStep<Asked>;
  private readonly structureFields = new Map<StructureField, Field>();
  private readonly next: () => Locator;

  constructor(context: DriverContext, { next, usual, restart }: Surroundings) {
    super(context, 'information');
    this.next = next;
    const { without } = context.target;
    const lacking = [without.captcha && 'captcha', without.contact && 'contactEmail'];
    this.pages = new SpreadStep<Asked>({
      parts: [...PERSON_FIELDS, ...STRUCTURE_FIELDS, ...BOXES].filter((part) => !lacking.includes(part)),
      shown: (parts) => this.shownAmong(parts),
      usual: () => saidIn(usual()),
      say: (said) => this.say(said),
      mayGoOn: () => this.locate('button', 'submit').first().isVisible(),
      settle: () => this.settle(),
      send: (following) => this.sendTowards(following),
      isOver: () => next().isVisible(),
      back: (earlier) => this.back(earlier),
      restart,
      searchOf: (part) => this.partOf(part).search,
      labels: () => this.labels(),
    });
  }

  override get arrived(): Locator {
    const signs = [this.locate('field', 'confirmEmail'), this.locate('field', 'prenom')];
    return signs.reduce((either, sign) => either.or(sign), this.locate('field', 'codePostal')).first();
  }

  /** What may show first, of a step on several pages; elsewhere too, on a page that asks for something like it. */
  get beginnings(): readonly Locator[] {
    const fields = ['raisonSociale', 'adresse'] as const;
    return [
      this.arrived,
      ...fields.map((entry) => this.locate('field', entry)),
      this.locate('choice', 'paymentRequests'),
    ];
  }

  /** Takes note that the step begins. */
  begin(): void {
    this.pages.begin();
  }

  /** Goes on to the page that shows the structure, if there is one. */
  async goOnToStructure(): Promise<void> {
    await this.pages.goOnTo(STRUCTURE_FIELDS);
  }

  /** Goes on to another page of the step, as a person who has nothing particular to say; false when none follows. */
  async goOn(): Promise<boolean> {
    return this.pages.goOn();
  }

  /** A field of « Je crée ma structure ». */
  structure(entry: StructureField): Field {
    const field = this.structureFields.get(entry) ?? this.field(entry);
    this.structureFields.set(entry, field);
    return field;
  }

  protected partOf(part: Asked): Field | Choice {
    return isBox(part) ? this[part] : this.fieldOf(part);
  }

  protected fieldOf(part: Exclude<Asked, (typeof BOXES)[number]>): Field {
    return part in this
      ? this[part as (typeof PERSON_FIELDS)[number]]
      : this.structure(part as StructureField);
  }

  protected override search(kind: Kind, entry: Entry<'information'>): Search {
    const search = super.search(kind, entry);
    const isPart = kind === 'field' || kind === 'choice';
    return isPart ? { ...search, come: () => this.pages.comeTo(entry as Asked) } : search;
  }

  private async shownAmong(parts: readonly Asked[]): Promise<Asked[]> {
    const fields = parts.filter((part) => !isBox(part));
    const boxes = parts.filter(isBox);
    const [areThere, boxesThere] = await Promise.all([
      areShown(
        this.context.page,
        fields.map((part) => this.fieldOf(part)),
      ),
      Promise.all(boxes.map((box) => this[box].isThere())),
    ]);
    return [
      ...fields.filter((_, index) => areThere[index]),
      ...boxes.filter((_, index) => boxesThere[index]),
    ];
  }

  private async say(said: readonly Said[]): Promise<void> {
    const { page } = this.context;
    const typed: Entered[] = [];
    for (const { part, value } of said)
      if (!isBox(part))
        typed.push([this.fieldOf(part), typeof value === 'function' ? await value(page) : String(value)]);
    await fillForm(page, typed);
    for (const { part, value } of said) if (isBox(part)) await this[part].set(value === true);
  }

  /** What comes late is what the page awaits, and has then still to draw. */
  private async settle(): Promise<void> {
    const { page, watch } = this.context;
    await page.waitForLoadState('domcontentloaded', { timeout: this.context.target.answerMs });
    await watch.quiet(FIELD_MS);
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))');
  }

  private async sendTowards(following: readonly Asked[]): Promise<Decision | undefined> {
    const signs = this.signsOf(following);
    await this.send('submit', signs.reduce((either, sign) => either.or(sign), this.next()).first());
    return this.decision;
  }

  /** What shows any of these parts; the login page, or step 1, has fields of its own. */
  private signsOf(parts: readonly Asked[]): Locator[] {
    const { identification, login, information } = this.context.target.lexicon;
    const names = (some: readonly Asked[]): string[] => some.flatMap((part) => information[part]);
    const fields = names(parts.filter((part) => !isBox(part)));
    const boxes = names(parts.filter(isBox));
    const others = [...Object.values(information), ...Object.values(identification), ...Object.values(login)];
    return [
      ...(fields.length === 0 ? [] : [selectorOf('field', fields, others.flat())]),
      ...(boxes.length === 0 ? [] : [selectorOf('choice', boxes)]),
    ].map((selector) => this.context.page.locator(selector));
  }

  private async back(earlier: readonly Asked[]): Promise<boolean> {
    const way = this.locate('link', 'previous').or(this.locate('button', 'previous')).first();
    const [sign] = earlier;
    if (sign === undefined || !(await way.isVisible())) return false;
    await this.press('previous');
    const { target, watch } = this.context;
    const { come: _, ...search } = this.partOf(sign).search;
    const shown = this.signsOf(earlier).reduce((either, each) => either.or(each));
    await acting({ ...search, where: `${this.title}, après « Précédent »` }, () =>
      shown.first().waitFor({ timeout: target.answerMs }),
    );
    await watch.noteBanners();
    return true;
  }

  private async labels(): Promise<string[]> {
    const { page } = this.context;
    const kinds = ['field', 'choice'] as const;
    const labels = await Promise.all(kinds.map((kind) => page.evaluate<string[]>(surveyExpression(kind))));
    return labels.flat();
  }
}
