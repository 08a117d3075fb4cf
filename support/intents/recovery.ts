import type { Means } from './means.ts';

/** What a person does who lost a password or a link. */
export class Recovery {
  private readonly means: Pick<Means, 'person' | 'portal' | 'mail'>;

  constructor(means: Recovery['means']) {
    this.means = means;
  }

  /** Recovers the account by the secret question, towards a new password. */
  async recover(answer = this.means.person.applicant.reponseSecrete): Promise<void> {
    const { person, portal } = this.means;
    const { email, questionSecrete } = person.applicant;
    const question = portal.activation.question.given ?? questionSecrete;
    const password = person.anotherPassword();
    person.choose(password);
    await portal.recovery.recover({ email, question, answer, password });
  }

  /** Asks for another activation link; the next mail is then the one awaited. */
  async askNewLink(): Promise<void> {
    const { person, portal, mail } = this.means;
    const { email } = person.applicant;
    await mail.turnPage(email);
    await portal.newLink.ask(email);
  }
}
