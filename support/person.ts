import { type Applicant, drawApplicant } from '../fixtures/applicant.ts';
import { company } from '../fixtures/company.ts';
import { type Draw, drawOf, type Seeds } from '../fixtures/draw.ts';
import { passwordOf } from '../fixtures/password.ts';
import { maskedPartsOf } from '../fixtures/sirene/masked.ts';
import { type Family, siretWithWrongDigit } from '../fixtures/siret.ts';
import type { Secrets } from './portal/activation.ts';
import type { Identity } from './portal/identification.ts';
import type { Target } from './target/target.ts';

/** Who goes through a scenario: what is theirs, whatever the portal asks of it. */
export class Person {
  readonly draw: Draw;
  private readonly target: Target;
  private known: Applicant | undefined;
  private contact: string | undefined;
  private password: string | undefined;

  constructor({ target, seeds, scenario }: { target: Target; seeds: Seeds; scenario: string }) {
    this.target = target;
    this.draw = drawOf(seeds, scenario);
  }

  /** Who they are; drawn when first needed. */
  get applicant(): Applicant {
    return this.known ?? this.drawn('ordinaire');
  }

  /** Becomes somebody new, from a family of companies. */
  drawn(family: Family): Applicant {
    const { mail, password } = this.target;
    this.known = drawApplicant(this.draw, { domain: mail.domain, family, password });
    return this.known;
  }

  /** Becomes somebody new of whose company INSEE masks just these parts: « le nom et la voie ». */
  drawnMasked(parts: string): Applicant {
    for (let draws = 0; draws < 200; draws += 1) {
      const applicant = this.drawn('partiellement-diffusee');
      if (maskedPartsOf(applicant.company) === parts) return applicant;
    }
    throw new RangeError(`Aucune entreprise dont l'INSEE masque « ${parts} »`);
  }

  /** Becomes somebody new who has this address, or this SIRET, in common with somebody. */
  drawnSharing({ email, siret }: Partial<Identity>): Applicant {
    const own = this.drawn('ordinaire');
    this.known = {
      ...own,
      ...(email === undefined ? {} : { email }),
      ...(siret === undefined ? {} : { siret, company: company(siret) }),
    };
    return this.known;
  }

  /** Becomes the person at another browser. */
  become(other: Person): void {
    this.known = other.applicant;
    this.contact = other.contact;
    this.password = other.password;
  }

  /** The contact address, when it is not the login address. */
  get contactEmail(): string | undefined {
    return this.contact;
  }

  /** Takes a contact address other than the login address, and returns it. */
  contactElsewhere(): string {
    const [local = '', domain = ''] = this.applicant.email.split('@');
    this.contact = `contact.${local}@${domain}`;
    return this.contact;
  }

  /** What their account is activated with. */
  get secrets(): Secrets {
    const { motDePasse: password, questionSecrete: question, reponseSecrete: answer } = this.applicant;
    return { password, question, answer };
  }

  /** The password last chosen, accepted or not; their own when none was. */
  get chosenPassword(): string {
    return this.password ?? this.applicant.motDePasse;
  }

  /** Remembers the password that is about to be sent. */
  choose(password: string): void {
    this.password = password;
  }

  /** A password that begins so and has just the length the target asks for. */
  lengthened(start: string): string {
    return start.padEnd(this.target.password.min, 'k7');
  }

  /** The least password the target accepts: its shortest length, its fewest kinds. */
  get leastPassword(): string {
    return passwordOf(this.draw.content, this.target.password);
  }

  /** Another password that the target accepts, drawn at each call. */
  anotherPassword(): string {
    return passwordOf(this.draw.content, { min: this.target.password.min + 6, kinds: 4 });
  }

  /** Their SIRET with another digit at a place, the first being 0. */
  siretWrongAt(place: number): string {
    return siretWithWrongDigit(this.applicant.siret, place, 1 + this.draw.content.number.int(8));
  }
}
