import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Browser } from '@playwright/test';
import { type MonopageDefect, monopageDefects } from '../../fixtures/portals/monopage/defects.ts';
import { monopage } from '../../fixtures/portals/monopage/monopage.ts';
import type { Play } from '../../reports/messages.ts';
import { type Diagnosis, isCaught } from '../../reports/power/diagnosis.ts';
import type { Environment } from '../../support/environment.ts';
import { chooseMailbox } from '../../support/mailbox/choose.ts';
import { launchBrowser, lendStage } from '../../support/runner/stage.ts';
import { loadTarget } from '../../support/target/load.ts';
import type { Target } from '../../support/target/target.ts';
import { type InProcessRunner, loadInProcess } from '../in-process.ts';
import { inProject } from '../root.ts';
import { viewOf } from '../target-view.ts';
import { catalogueNow } from './catalogue-now.ts';
import { judged } from './judge.ts';
import { planOf } from './plan.ts';

/** A reserved name: what its page asks is answered in the browser, or not at all. */
const SIRENE = { url: 'https://insee.invalid/api-sirene/3.11', apiKey: 'cle' };

const {
  url: _url,
  clock: _clock,
  mail: { mailpit: _mailpit, ...mail },
  ...declared
} = await loadTarget(inProject('targets/monopage.json'));

/** What its target file says, its addresses left out: it is started on free ports. */
const target: Target = { ...declared, mail };

/** The portal, with one of its defects, and a mailbox, on free ports. */
async function raise(defect: string): Promise<Environment> {
  const { mailbox, smtp, close } = await chooseMailbox({});
  assert.ok(smtp);
  const portal = await monopage.start({ sirene: SIRENE, smtp, defect });
  return {
    target,
    url: portal.url,
    mailbox,
    advanceClock: async (milliseconds) => {
      const body = JSON.stringify({ avance: `${Math.ceil(milliseconds / 1_000)} s` });
      assert.ok((await fetch(`${portal.url}/essais/horloge`, { method: 'POST', body })).ok);
    },
    close: async () => void (await Promise.all([portal.close(), close()])),
  };
}

describe('each defect of the one-page portal is caught by its own requirement', () => {
  let runner: InProcessRunner;
  let browser: Browser;
  before(async () => {
    runner = await loadInProcess();
    browser = await launchBrowser();
  });
  after(() => browser.close());

  async function diagnose({ change: _, ...subject }: MonopageDefect): Promise<Diagnosis> {
    const catalogue = catalogueNow();
    const environment = await raise(subject.id);
    lendStage({ browser, environment });
    const plays: Play[] = [];
    const judge = (): Diagnosis =>
      judged(catalogue, { subject, target: viewOf(target), plays, spared: 0, partial: true, ms: 0 });
    try {
      for (const { place } of planOf(catalogue.requirements, subject, 'quick')) {
        plays.push(await runner.play(place));
        if (isCaught(judge())) break;
      }
      return judge();
    } finally {
      lendStage(undefined);
      await environment.close();
    }
  }

  for (const defect of monopageDefects)
    it(`${defect.breaks} : ${defect.id}`, async (t) => {
      const diagnosis = await diagnose(defect);
      t.diagnostic(diagnosis.findings[defect.breaks]?.sentence ?? '');
      assert.ok(isCaught(diagnosis), JSON.stringify(diagnosis, undefined, 2));
    });
});
