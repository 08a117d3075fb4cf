import { Finding } from '../failures.ts';
import { expectPrefilled } from '../matchers/prefill.ts';
import type { PersonalInformation } from '../portal/information.ts';
import type { EntryReport } from './diagnosis.ts';
import { findingIn, stopAt, usable } from './outcome.ts';
import { SOUGHT } from './sought.ts';
import type { Sight, Stand } from './stand.ts';
import type { Told } from './told.ts';

/** More pages than any portal makes of this step, and as many times that its words are learnt on the way. */
const MOST_TURNS = 12;

/** Thrown from within the driver, before a page is sent that asks for more than was known: the driver is then told. */
class MoreToSay extends Error {
  override readonly name = 'MoreToSay';
}

/** The names that a feature has for what INSEE knows. */
const OF_INSEE: Readonly<Record<string, string>> = {
  identifiant: 'identifiant',
  raisonSociale: 'raison sociale',
  adresse: 'adresse',
  codePostal: 'code postal',
  ville: 'ville',
  pays: 'pays',
};

/** What a portal may know without asking: a number just typed, and where it is. */
const COMMON = ['identifiant', 'pays'];

/** Step 2, on one page or several. Returns why the journey stops there, if it does. */
export async function passInformation(stand: Stand, told: Told): Promise<string | undefined> {
  const step = new InformationStep(stand);
  const stop = await step.pass();
  told.note('Étape 2 (informations)', step.sights);
  step.conclude(told);
  if (stop !== undefined) step.doubtCaptcha(told, stop);
  return stop;
}

/** What is learnt of step 2 on the way. */
class InformationStep {
  readonly sights: Sight[] = [];
  private readonly stand: Stand;
  /** Entries found on a page, this one or one that was passed. */
  private readonly seen = new Set<string>();
  private readonly passed = new Set<string>();
  private here: readonly EntryReport[] = [];
  private readonly different: string[] = [];
  private readonly same: string[] = [];

  constructor(stand: Stand) {
    this.stand = stand;
  }

  async pass(): Promise<string | undefined> {
    await this.look();
    if (this.seen.size === 0)
      return `aucun champ de l’étape 2 n’est reconnu sur la ${await this.stand.portal.pageShown()}`;
    for (let turn = 0; turn < MOST_TURNS; turn += 1) {
      const stop = await this.complete();
      if (stop === 'more to say') continue;
      if (stop !== undefined) return stop;
      const { information } = this.stand.portal;
      const why = await stopAt(this.stand, information, 'information', this.here);
      if (why !== undefined || information.decision?.outcome === 'accepted') return why;
      if (!(await this.goesOn())) return undefined;
      await this.look();
    }
    return 'l’étape 2 n’a pas de fin : chaque page envoyée en amène une autre';
  }

  /** Neither refused nor recognised: another page of this step, with fields of it, or the step that follows. */
  private async goesOn(): Promise<boolean> {
    const fields = Object.entries(SOUGHT.information).filter(([, { as }]) => as === 'field');
    const left = fields.map(([entry]) => entry).filter((entry) => !this.seen.has(entry));
    return usable(await this.stand.see('information', left)).size > 0;
  }

  /** Says what was seen beside the words. */
  conclude(told: Told): void {
    const { target } = this.stand;
    told.has.set('captcha', this.seen.has('captcha'));
    told.has.set('contact', this.seen.has('contactEmail'));
    if (this.seen.has('captcha') && target.captcha === undefined)
      told.fault(
        'captcha',
        'l’étape 2 demande les caractères d’une image, et la cible ne dit pas comment y répondre : écrivez "captcha": { "answer": "…" }, avec la réponse de test que le portail accepte toujours, ou une fonction « captcha.read » dans un cible.ts',
      );
    const checked = this.same.length + this.different.length;
    if (checked === 0) return;
    told.has.set(
      'insee',
      this.same.some((entry) => !COMMON.includes(entry)),
    );
    const from = target.insee.by === 'reel' ? 'de la société que donne la cible' : 'du double de l’INSEE';
    const { siret } = this.stand.person.applicant;
    if (this.different.length === 0)
      told.well('insee', `les ${checked} données affichées pour le SIRET ${siret} sont celles ${from}`);
    else if (target.without.insee === undefined)
      told.fault(
        'insee',
        `ce que le portail affiche pour le SIRET ${siret} n’est pas ce qui vient ${from} : ${this.different.join(' ; ')}`,
      );
  }

  /** A refusal that speaks of the image blames the answer that the target declares. */
  doubtCaptcha(told: Told, stop: string): void {
    const answer = this.stand.target.captcha?.answer;
    if (answer === undefined || !this.seen.has('captcha') || !/captcha|image|recopi/i.test(stop)) return;
    told.fault(
      'captcha',
      `« ${answer} », que la cible donne pour réponse de test, semble refusé : corrigez « captcha.answer »`,
    );
  }

  private async complete(): Promise<'more to say' | string | undefined> {
    const { stand } = this;
    let isFirst = true;
    stand.beforeSending = async (place) => {
      if (place !== 'information') return;
      if (isFirst) isFirst = false;
      else if (await this.findsMore()) throw new MoreToSay();
    };
    try {
      const finding = await findingIn(() => stand.portal.information.complete(this.sayable()));
      // What no page asked for is reported as missing: it does not keep who got past from going on.
      return stand.portal.information.decision?.outcome === 'accepted' ? undefined : finding;
    } catch (error) {
      if (!(error instanceof MoreToSay)) throw error;
      return 'more to say';
    } finally {
      stand.beforeSending = async () => undefined;
    }
  }

  private async findsMore(): Promise<boolean> {
    const before = this.seen.size;
    const reports = await this.look();
    return this.seen.size > before || reports.some(({ guess }) => guess !== undefined);
  }

  /** Looks at the page for what no page has shown yet. */
  private async look(): Promise<EntryReport[]> {
    const anew = ['submit', 'help'];
    for (const entry of this.seen) this.passed.add(entry);
    const { without } = this.stand.target;
    const entries = Object.entries(SOUGHT.information)
      .filter(([entry]) => anew.includes(entry) || !this.seen.has(entry))
      .map(([entry]) => entry);
    const reports = await this.stand.see('information', entries);
    for (const entry of usable(reports)) this.seen.add(entry);
    this.here = reports;
    this.sights.push(await this.stand.keep('informations', reports));
    if (without.insee === undefined || this.seen.has('raisonSociale')) await this.compare(reports);
    return reports;
  }

  /** Compares what the page shows of the company with what INSEE knows of it. */
  private async compare(reports: readonly EntryReport[]): Promise<void> {
    const { person, portal } = this.stand;
    const entries = [...usable(reports)].filter((entry) => entry in OF_INSEE);
    for (const entry of entries) {
      try {
        await expectPrefilled(portal.information, person.applicant.company, [OF_INSEE[entry] ?? '']);
        this.same.push(entry);
      } catch (error) {
        if (!(error instanceof Finding)) throw error;
        this.different.push(error.observation.seen);
      }
    }
  }

  /** What the person says, but for what was said on a page passed, and what a page shows several times. */
  private sayable(): Partial<PersonalInformation> {
    const { email, nom, prenom, contactEmail, captcha, structure = {} } = this.stand.answers.usual;
    const said = { confirmEmail: email, nom, prenom, contactEmail, captcha, ...structure };
    const left = Object.entries(said).filter(
      ([part, value]) => value !== undefined && this.seen.has(part) && !this.passed.has(part),
    );
    const { confirmEmail, ...others } = Object.fromEntries(left) as Record<string, string>;
    const own = ['nom', 'prenom', 'contactEmail', 'captcha'];
    const entries = Object.entries(others);
    return {
      ...(confirmEmail === undefined ? {} : { email: confirmEmail }),
      ...Object.fromEntries(entries.filter(([part]) => own.includes(part))),
      structure: Object.fromEntries(entries.filter(([part]) => !own.includes(part))),
    };
  }
}
