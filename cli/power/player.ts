import type { Browser } from '@playwright/test';
import { defects } from '../../fixtures/defects/index.ts';
import { Shadows } from '../../fixtures/defects/shadows.ts';
import type { Catalogue } from '../../reports/catalogue.ts';
import type { Play } from '../../reports/messages.ts';
import { type Diagnosis, isCaught, type Subject, untried } from '../../reports/power/diagnosis.ts';
import type { TargetView } from '../../reports/verdict.ts';
import { type Environment, startEnvironment } from '../../support/environment.ts';
import { chosenTarget } from '../../support/runner/chosen.ts';
import { launchBrowser, lendStage, raiseEnvironment } from '../../support/runner/stage.ts';
import { type InProcessRunner, loadInProcess } from '../in-process.ts';
import { inOut, POWER_FOLDER } from '../root.ts';
import { Conforming } from './conforming.ts';
import type { Job } from './job.ts';
import { judged } from './judge.ts';
import { campaignDigest } from './sources.ts';

/** Plays subjects one after another with one browser; each has an environment of its own, on its own ports. */
export class Player {
  readonly #runner: InProcessRunner;
  readonly #catalogue: Catalogue;
  #browser: Browser | undefined;
  /** Played once by a process: where it fails, every subject is told so, and none plays it again. */
  #conforming: Promise<Conforming> | undefined;

  private constructor(runner: InProcessRunner, catalogue: Catalogue) {
    this.#runner = runner;
    this.#catalogue = catalogue;
  }

  /** Loads the suite. */
  static async ready(catalogue: Catalogue): Promise<Player> {
    return new Player(await loadInProcess(), catalogue);
  }

  /** Plays a subject and judges it; what stands in the way is told in the diagnosis. */
  async diagnose(job: Job, alive: () => void): Promise<Diagnosis> {
    process.env[job.variable] = job.subject.id;
    try {
      return await this.#played(job, alive);
    } catch (error) {
      return untried(job.subject, `le banc n'a pu le jouer : ${(error as Error).message}`);
    } finally {
      delete process.env[job.variable];
    }
  }

  async close(): Promise<void> {
    await this.#browser?.close();
  }

  async #played({ subject, scenarios, stopAtCatch, sparing }: Job, alive: () => void): Promise<Diagnosis> {
    const conforming = sparing ? await this.#trusted(subject, scenarios, alive) : undefined;
    const started = performance.now();
    const target = await targetView();
    const asked = [...new Set(scenarios.map(({ requirement }) => requirement))];
    const plays: Play[] = [];
    let spared = 0;
    const judge = (): Diagnosis => {
      const ms = Math.round(performance.now() - started);
      return judged(this.#catalogue, { subject, target, plays, asked, spared, partial: stopAtCatch, ms });
    };
    return this.#onStage(await raiseEnvironment(), async () => {
      for (const { place } of scenarios) {
        const known = conforming?.spared(place, subject.id);
        plays.push(known ?? (await this.#play(place)));
        if (known !== undefined) spared += 1;
        alive();
        if (stopAtCatch && isCaught(judge())) break;
      }
      return judge();
    });
  }

  /** Plays what a feature has at a place. @throws Error when it has moved since */
  async #play(place: string): Promise<Play> {
    const play = await this.#runner.play(place);
    if (play.scenarios.length === 0) throw new Error(`aucun scénario ne se trouve plus en ${place}`);
    return play;
  }

  /**
   * Where the suite may be spared. A defect that was seen nowhere in the scenarios of the requirement it breaks does its work
   * where its shadow is blind (by the identity of what it is given, by what it takes away): it is spared nothing.
   */
  async #trusted(
    { id, breaks }: Subject,
    scenarios: Job['scenarios'],
    alive: () => void,
  ): Promise<Conforming | undefined> {
    this.#conforming ??= this.#conformingRun(scenarios, alive);
    const run = await this.#conforming;
    const own = scenarios.filter(({ requirement }) => requirement === breaks);
    return run.sees(id, own) ? run : undefined;
  }

  /** How the suite goes on the conforming portal, which each process of a campaign plays, or finds played. */
  async #conformingRun(scenarios: Job['scenarios'], alive: () => void): Promise<Conforming> {
    const [path, sources] = [inOut(POWER_FOLDER, 'conforme.json'), campaignDigest()];
    const recalled = Conforming.recalled(path, sources);
    if (recalled !== undefined) return recalled;
    const shadows = new Shadows(defects);
    const environment = await startEnvironment(await chosenTarget(), { defect: shadows.alteration });
    const conforming = await this.#onStage(environment, () =>
      Conforming.played(scenarios, async (place) => {
        const play = await this.#play(place);
        alive();
        return { play, differing: await shadows.take() };
      }),
    );
    conforming.keep(path, sources);
    return conforming;
  }

  async #onStage<T>(environment: Environment, act: () => Promise<T>): Promise<T> {
    lendStage({ browser: await this.#openBrowser(), environment });
    try {
      return await act();
    } finally {
      lendStage(undefined);
      await environment.close();
    }
  }

  /** A defect may have taken the browser down with it. */
  async #openBrowser(): Promise<Browser> {
    if (!this.#browser?.isConnected()) this.#browser = await launchBrowser();
    return this.#browser;
  }
}

async function targetView(): Promise<TargetView> {
  const { name, url = 'portail embarqué', without } = await chosenTarget();
  return { name, url, lacks: Object.keys(without), reasons: without };
}
