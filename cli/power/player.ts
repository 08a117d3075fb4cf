import type { Browser } from '@playwright/test';
import type { Catalogue } from '../../reports/catalogue.ts';
import type { Play } from '../../reports/messages.ts';
import { type Diagnosis, isCaught, untried } from '../../reports/power/diagnosis.ts';
import type { TargetView } from '../../reports/verdict.ts';
import { chosenTarget } from '../../support/runner/chosen.ts';
import { launchBrowser, lendStage, raiseEnvironment } from '../../support/runner/stage.ts';
import { type InProcessRunner, loadInProcess } from '../in-process.ts';
import type { Job } from './job.ts';
import { judged } from './judge.ts';

/** Plays subjects one after another with one browser; each has an environment of its own, on its own ports. */
export class Player {
  readonly #runner: InProcessRunner;
  readonly #catalogue: Catalogue;
  #browser: Browser | undefined;

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

  async #played({ subject, scenarios, stopAtCatch }: Job, alive: () => void): Promise<Diagnosis> {
    const started = performance.now();
    const target = await targetView();
    const browser = await this.#openBrowser();
    const environment = await raiseEnvironment();
    lendStage({ browser, environment });
    const plays: Play[] = [];
    const judge = (): Diagnosis => {
      const ms = Math.round(performance.now() - started);
      return judged(this.#catalogue, { subject, target, plays, partial: stopAtCatch, ms });
    };
    try {
      for (const { place } of scenarios) {
        plays.push(await this.#runner.play(place));
        alive();
        if (stopAtCatch && isCaught(judge())) break;
      }
      return judge();
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
