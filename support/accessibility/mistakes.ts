import type { Page } from '@playwright/test';
import type { Means } from '../intents/means.ts';
import { type Decision, isOff, seenOf } from '../portal/decision.ts';
import type { Field } from '../portal/field.ts';
import { type Told, toldExpression } from './in-page/told.ts';

/** A mistake, how the portal answered it, and what is told of it to who does not see the page. */
export interface Mistake {
  readonly name: string;
  /** In French, where, and in which field. */
  readonly where: string;
  readonly decision: Decision | undefined;
  /** Whether one field is at fault: two may be when a login is refused, and then none is named. */
  readonly isOfField: boolean;
  readonly before: Told;
  readonly after: Told;
}

/** How a mistake is made, once the page of its field shows. */
interface Attempt {
  readonly field: Field;
  readonly isOfField?: boolean;
  /** Goes to the page of the field. */
  readonly come: () => Promise<void>;
  readonly make: () => Promise<void>;
  readonly decision: () => Decision | undefined;
}

/** Mistakes made one after the other on the way of the guide. */
export class Mistakes {
  readonly made: Mistake[] = [];
  private readonly means: Means;
  private readonly page: Page;

  constructor(means: Means, page: Page) {
    this.means = means;
    this.page = page;
  }

  /** Those that the portal refused: what it accepts, or leaves without an answer, is for other rules. */
  get refused(): readonly Mistake[] {
    return this.made.filter(({ decision }) => decision?.outcome === 'refused');
  }

  /** Makes a mistake, by the name a feature gives it. @throws RangeError when it has none, PortalUnreachedStep where it can't be made */
  async make(name: string): Promise<void> {
    const { field, isOfField = true, come, make, decision } = this.attempt(name);
    await come();
    const before = await this.told(field);
    await make();
    if (isUnpressed(decision())) await this.leaveField();
    const { where, name: called } = field.search;
    this.made.push({
      name,
      where: `${where}, « ${called} »`,
      decision: decision(),
      isOfField,
      before,
      after: await this.told(field),
    });
  }

  /** Who turns to a button that stays off leaves the field they were in, which a page may have awaited to speak. */
  private async leaveField(): Promise<void> {
    await this.page.evaluate(`document.activeElement?.blur?.();
      new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))`);
  }

  private told(field: Field): Promise<Told> {
    return this.page.evaluate<Told>(toldExpression(field.wanted));
  }

  private attempt(name: string): Attempt {
    const { journey, person, portal } = this.means;
    const { identification, information, activation, login } = portal;
    const attempts: Readonly<Record<string, () => Attempt>> = {
      'un SIRET dont la clé est fausse': () => ({
        field: identification.siret,
        come: () => journey.toIdentification(),
        make: () => journey.identify({ siret: person.siretWrongAt(13) }),
        decision: () => identification.decision,
      }),
      'une adresse électronique mal formée': () => ({
        field: identification.email,
        come: () => journey.toIdentification(),
        make: () => journey.identify({ email: 'sans-arobase.fr' }),
        decision: () => identification.decision,
      }),
      'un nom oublié': () => this.omission(information.nom, { nom: '' }),
      'un code postal oublié': () =>
        this.omission(information.structure('codePostal'), { structure: { codePostal: '' } }),
      'une confirmation qui diffère du mot de passe': () => ({
        field: activation.confirmation,
        come: () => this.toActivation(),
        make: () => journey.choosePassword(person.applicant.motDePasse, `${person.applicant.motDePasse}x`),
        decision: () => activation.decision,
      }),
      "un mot de passe qui n'est pas le bon": () => ({
        field: login.password,
        isOfField: false,
        come: async () => {
          if (activation.decision?.outcome !== 'accepted') await journey.passActivation();
          await login.open();
        },
        make: () => journey.logIn(`${person.applicant.motDePasse}x`),
        decision: () => login.decision,
      }),
    };
    const attempt = attempts[name];
    if (attempt === undefined)
      throw new RangeError(`Erreur inconnue : « ${name} » (connues : ${Object.keys(attempts).join(', ')})`);
    return attempt();
  }

  /** Something of step 2 left out. */
  private omission(field: Field, without: Parameters<Means['journey']['complete']>[0]): Attempt {
    const { journey, portal, answers } = this.means;
    return {
      field,
      come: async () => {
        // A page that shows the refusal of the mistake before would tell of that one.
        await journey.toIdentification();
        await journey.toInformation();
        await field.isUsable();
      },
      make: async () => {
        const held = await field.value();
        await journey.complete(without);
        for (const entry of Object.keys(without?.structure ?? {})) answers.restore({ [entry]: held });
      },
      decision: () => portal.information.decision,
    };
  }

  private async toActivation(): Promise<void> {
    const { journey } = this.means;
    await journey.toIdentification();
    await journey.toCreation();
    await journey.passMail();
  }
}

function isUnpressed(decision: Decision | undefined): boolean {
  return decision?.outcome === 'refused' && decision.signs.some((sign) => isOff(sign));
}

/** Returns whether the message is read with the field: tied to it since, or said by the browser. */
export function isTied(mistake: Mistake): boolean {
  const { before, after } = mistake;
  if (after.native !== '') return true;
  const signs = signsOf(mistake);
  return after.tied.some((text) => !before.tied.includes(text) || signs.includes(text));
}

/** Returns whether who does not see the page is told at once: a live region, or the focus brought there. */
export function isAnnounced(mistake: Mistake): boolean {
  const { before, after } = mistake;
  if (after.native !== '') return true;
  const wrong = [...signsOf(mistake), ...after.tied.filter((text) => !before.tied.includes(text))];
  const speaksOfIt = (text: string): boolean =>
    wrong.some((one) => text.includes(one) || (text.length > 3 && one.includes(text)));
  if (after.live.some((text) => !before.live.includes(text) && speaksOfIt(text))) return true;
  return after.focused !== '' && after.focused !== before.focused && speaksOfIt(after.focused);
}

function signsOf({ decision }: Mistake): readonly string[] {
  return decision?.outcome === 'refused' ? decision.signs : [];
}

/** Says in French how the portal answered. */
export function answered({ decision }: Mistake): string {
  return seenOf(decision);
}
