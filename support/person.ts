import { type Applicant, drawApplicant } from '../fixtures/applicant.ts';
import { type Company, company } from '../fixtures/company.ts';
import { type Draw, drawOf, type Seeds } from '../fixtures/draw.ts';
import { passwordOf } from '../fixtures/password.ts';
import { maskedPartsOf } from '../fixtures/sirene/masked.ts';
import { type Family, siretWithWrongDigit } from '../fixtures/siret.ts';
import { GivenCompanies } from './given-companies.ts';
import type { Secrets } from './portal/activation.ts';
import type { Identity } from './portal/identification.ts';
import type { Target } from './target/target.ts';

/** One company in seventeen has both a zero and an ampersand: none in so many draws is no bad luck. */
const DRAWS = 1_000;

/** Who goes through a scenario: what is theirs, whatever the portal asks of it. */
export class Person {
  readonly draw: Draw;
  private readonly target: Target;
  private readonly given: GivenCompanies | undefined;
  private known: Applicant | undefined;
  /** Chooses who they are, when that is needed. */
  private choice: () => Applicant;
  private contact: string | undefined;
  private password: string | undefined;

  constructor({ target, seeds, scenario }: { target: Target; seeds: Seeds; scenario: string }) {
    this.target = target;
    this.given = GivenCompanies.of(target);
    this.draw = drawOf(seeds, scenario);
    this.choice = () => this.invented('ordinaire', () => true);
    if (this.given !== undefined) this.drawn('ordinaire');
  }

  /** Who they are; drawn when first needed. @throws MeansMissing when the target gives no company for them */
  get applicant(): Applicant {
    this.known ??= this.choice();
    return this.known;
  }

  /** Becomes somebody new, from a family of companies. */
  drawn(family: Family): void {
    this.drawnSuchThat(family, () => true);
  }

  /** Becomes somebody new whose company is such. @throws RangeError when none of a family is */
  drawnSuchThat(family: Family, isSuch: (company: Company) => boolean): void {
    const { given } = this;
    if (given === undefined) {
      this.known = this.invented(family, isSuch);
      return;
    }
    // Nobody's until it is asked for: a scenario may become somebody else before it signs anyone up.
    this.known = undefined;
    this.choice = () => withCompany(this.applicantOf('ordinaire'), given.take(family, isSuch));
  }

  /** Becomes somebody new of whose company INSEE masks just these parts: « le nom et la voie ». */
  drawnMasked(parts: string): void {
    this.drawnSuchThat('partiellement-diffusee', (company) => maskedPartsOf(company) === parts);
  }

  /** Becomes somebody new who has this address, or this SIRET, in common with somebody. */
  drawnSharing({ email, siret }: Partial<Identity>): void {
    if (siret === undefined) this.drawn('ordinaire');
    // Somebody else's company: none of one's own is needed.
    else this.known = withCompany(this.applicantOf('ordinaire'), this.companyOf(siret));
    if (email !== undefined) this.known = { ...this.applicant, email };
  }

  private invented(family: Family, isSuch: (company: Company) => boolean): Applicant {
    for (let draws = 0; draws < DRAWS; draws += 1) {
      const drawn = this.applicantOf(family);
      if (isSuch(drawn.company)) return drawn;
    }
    throw new RangeError(`Aucune entreprise de la famille « ${family} » n'est telle que demandée`);
  }

  private applicantOf(family: Family): Applicant {
    const { mail, password } = this.target;
    return drawApplicant(this.draw, { domain: mail.domain, family, password });
  }

  private companyOf(siret: string): Company {
    return this.given?.known(siret) ?? company(siret);
  }

  /** Somebody else, drawn at each call; with this person's company where the target gives the companies. */
  somebodyElse(): Applicant {
    const other = this.applicantOf('ordinaire');
    return this.given === undefined ? other : withCompany(other, this.applicant.company);
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

function withCompany(applicant: Applicant, company: Company): Applicant {
  return { ...applicant, siret: company.siret, company };
}
