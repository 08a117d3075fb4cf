import { alteredText } from '../fixtures/alterations.ts';
import type { Applicant } from '../fixtures/applicant.ts';
import { specialTexts } from '../fixtures/special-texts.ts';
import type { Person } from './person.ts';
import type { CaptchaAnswer, PersonalInformation, TypedStructure } from './portal/information.ts';
import { addressElsewhere, maskedStructure, wholeStructure } from './structure-data.ts';
import { own } from './target/own.ts';
import type { Target } from './target/target.ts';

/** What a person answers at step 2, as the portal asks it. */
export class Answers {
  private readonly person: Person;
  private readonly target: Target;
  private restored: { readonly of?: Applicant; readonly structure: TypedStructure } = { structure: {} };

  constructor({ person, target }: { person: Person; target: Target }) {
    this.person = person;
    this.target = target;
  }

  /** What must be said, the structure being as INSEE gives it, or as it was before it was emptied. */
  get usual(): PersonalInformation {
    const { applicant, contactEmail } = this.person;
    const { email, nom, prenom } = applicant;
    const { captcha, without } = this.target;
    return {
      email,
      nom,
      prenom,
      ...(contactEmail === undefined || without.contact ? {} : { contactEmail }),
      ...(captcha === undefined ? {} : { captcha: this.captchaWith((answer) => answer) }),
      structure: {
        ...(without.insee === undefined ? {} : wholeStructure(applicant.company)),
        ...(this.restored.of === applicant ? this.restored.structure : {}),
      },
    };
  }

  /** Types this anew whenever the same person completes step 2: a refusal keeps a field as empty as it was sent. */
  restore(structure: TypedStructure): void {
    const { applicant } = this.person;
    const before = this.restored.of === applicant ? this.restored.structure : {};
    this.restored = { of: applicant, structure: { ...before, ...structure } };
  }

  /** All that can be typed or ticked. */
  get everything(): PersonalInformation {
    this.contactElsewhereIfAsked();
    const structure = { ...this.otherAddress, libelle: 'Service des achats', complement: 'BATIMENT C' };
    return { ...this.usual, structure, boxes: { survey: true, paymentRequests: true, dume: true } };
  }

  /** What must be said, with these characters in name, label and address. */
  withCharacters(characters: string): PersonalInformation {
    const { nom, prenom, libelle, adresse } = specialTexts(characters);
    const { usual } = this;
    return { ...usual, nom, prenom, structure: { ...usual.structure, libelle, adresse } };
  }

  /** The same with one fault that has nothing to do with the rest: image, or address where there is none. */
  withOneFault(information: PersonalInformation): PersonalInformation {
    const { email, captcha } = information;
    return {
      ...information,
      ...(captcha === undefined ? { email: `autre.${email}` } : { captcha: this.wrongCaptcha }),
    };
  }

  /** An address that is not the company's. */
  get otherAddress(): ReturnType<typeof addressElsewhere> {
    return addressElsewhere(this.person.applicant.company, this.person.draw);
  }

  /** What INSEE masks of the company, as the person knows it. */
  get maskedByInsee(): TypedStructure {
    return maskedStructure(this.person.applicant.company);
  }

  /** Characters that are not those of the image: the right ones, turned round. */
  get wrongCaptcha(): CaptchaAnswer {
    return this.captchaWith((answer) => [...answer, 'x'].reverse().join(''));
  }

  /** The characters of the image with a fault, named as a feature names it. */
  captchaAltered(fault: string): CaptchaAnswer {
    return this.captchaWith((answer) => alteredText(answer, fault));
  }

  /** Characters that must be read first are altered when the time comes. */
  private captchaWith(alter: (answer: string) => string): CaptchaAnswer {
    const { answer = '', read } = this.target.captcha ?? {};
    if (read === undefined) return alter(answer);
    return async (page) => alter(await own('captcha.read', () => read(page)));
  }

  /** No other field then holds the login address; a portal without a contact address has none to change. */
  contactElsewhereIfAsked(): void {
    if (this.target.without.contact === undefined) this.person.contactElsewhere();
  }
}
