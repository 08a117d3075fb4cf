import type { Decision } from './decision.ts';
import { valuesOf } from './form.ts';
import { InformationParts } from './information-parts.ts';
import type { Opening } from './opening.ts';
import { isBox, type PersonalInformation, type Said, saidIn } from './personal-information.ts';

export type {
  CaptchaAnswer,
  PersonalInformation,
  StructureField,
  TypedStructure,
} from './personal-information.ts';

/** What a row of texts became after a refusal. */
export interface Rereading {
  readonly row: string;
  readonly decision: Decision | undefined;
  /** In French, each text that the page no longer holds as it was typed. */
  readonly lost: readonly string[];
}

/** A portal may lose on the way what it showed after the refusal. */
const REREAD = 'une fois les pages passées relues par « Précédent », sans rien y changer';

/** Step 2: « Je complète mes informations personnelles », « Je crée ma structure », « Je crée mon compte pour ». */
export class InformationPage extends InformationParts {
  private particular: readonly string[] = [];

  /** Fills in what a person must say and validates, page after page; the structure stays as INSEE gives it. */
  async complete(information: PersonalInformation): Promise<void> {
    const { structure = {}, boxes = {} } = information;
    this.particular = saidIn({ structure, boxes }).map((said) => this.wordsOf(said));
    await this.pages.complete(saidIn(information));
  }

  /** Says in French what was sent, and what was not as usual in it. */
  override get sent(): string {
    const unseen = this.pages.unseen.map((part) => `« ${this.partOf(part).search.name} »`).join(', ');
    return [
      `${this.title}${this.pages.pageName} : la saisie a été envoyée`,
      ...(unseen === '' ? [] : [`sans ${unseen} que la page ne montre pas`]),
      ...this.particular,
    ].join(', ');
  }

  /** Types anew what is never kept, address and characters of the image, and validates what else is there. */
  async mend({ email, captcha }: PersonalInformation): Promise<void> {
    const way = this.pages.isBack ? [REREAD] : [];
    this.particular = ["avec la seule faute d'avant corrigée", ...way];
    const proofs = saidIn({ email, ...(captcha === undefined ? {} : { captcha }) });
    await this.pages.complete([...this.pages.left, ...proofs]);
  }

  /** Returns in French each thing typed that the step no longer holds; what is typed as a proof is left out. */
  async lost(typed: PersonalInformation): Promise<string[]> {
    const proofs = ['confirmEmail', 'captcha'];
    // A country is chosen in a list as often as typed: its writing is the portal's.
    const said = saidIn(typed).filter(({ part }) => ![...proofs, 'pays'].includes(part));
    const lost: string[] = [];
    await this.pages.reread(
      said.map(({ part }) => part),
      async (parts) => {
        lost.push(...(await this.lostHere(said.filter(({ part }) => parts.includes(part)))));
      },
    );
    return lost;
  }

  /** Returns what the fields that ask for an address hold: there, the login address recalls nothing. */
  async typedAddresses(): Promise<string[]> {
    const asking = [this.confirmEmail, this.contactEmail];
    const there = await Promise.all(asking.map((field) => field.isThere()));
    return valuesOf(
      this.context.page,
      asking.filter((_, index) => there[index]),
    );
  }

  /** Follows the way to help, on whichever page; undefined when none shows one. */
  async openHelp(): Promise<Opening | undefined> {
    do {
      for (const kind of ['link', 'button'] as const) {
        const way = this.locate(kind, 'help').first();
        if ((await way.count()) > 0) return this.openingOf(way, this.search(kind, 'help'));
      }
    } while (await this.goOn());
    return undefined;
  }

  private async lostHere(said: readonly Said[]): Promise<string[]> {
    const typed = said.flatMap(({ part, value }) =>
      isBox(part) ? [] : [[this.fieldOf(part), value] as const],
    );
    const held = await valuesOf(
      this.context.page,
      typed.map(([field]) => field),
    );
    const lost = typed.flatMap(([field, value], index) =>
      held[index] === value
        ? []
        : [`« ${field.search.name} » : ${shownAs(held[index])} au lieu de « ${value} »`],
    );
    for (const { part, value } of said) {
      if (isBox(part) && (await this[part].isOn()) !== value)
        lost.push(`« ${this[part].search.name} » n'est plus ${value ? 'coché' : 'décoché'}`);
    }
    return lost;
  }

  private wordsOf({ part, value }: Said): string {
    const name = `« ${this.partOf(part).search.name} »`;
    if (typeof value === 'boolean') return `${name} ${value ? 'coché' : 'décoché'}`;
    return `${name} ${value === '' ? 'vidé' : `rempli avec « ${value} »`}`;
  }
}

function shownAs(held: string | undefined): string {
  return held ? `« ${held} »` : 'rien';
}
