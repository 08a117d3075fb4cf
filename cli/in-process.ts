import { Writable } from 'node:stream';
import { loadConfiguration, loadSupport, runCucumber } from '@cucumber/cucumber/api';
import type { Envelope } from '@cucumber/messages';
import { type Play, playOf } from '../reports/messages.ts';
import { passGate } from '../support/specification/gate.ts';
import { ROOT } from './root.ts';

/** A cucumber-js whose support code is loaded once, for programs that play the suite many times. */
export interface InProcessRunner {
  /** Plays the scenario at a place, `features/4-activation.feature:12`; all the rows of an outline. */
  play(place: string): Promise<Play>;
}

/** Loads features and steps once. @throws HarnessSetupError when the specification can't be played */
export async function loadInProcess(): Promise<InProcessRunner> {
  passGate(ROOT);
  const environment = { cwd: ROOT, stdout: process.stdout, stderr: process.stderr };
  const { runConfiguration } = await loadConfiguration({ provided: { format: [] } }, environment);
  const support = await loadSupport(runConfiguration, environment);
  return {
    async play(place) {
      const configuration = {
        ...runConfiguration,
        sources: { ...runConfiguration.sources, paths: [place] },
        formats: { ...runConfiguration.formats, stdout: 'summary', files: {} },
        support,
      };
      const envelopes: Envelope[] = [];
      await runCucumber(configuration, { ...environment, stdout: nowhere() }, (envelope) =>
        envelopes.push(envelope),
      );
      return playOf(envelopes);
    },
  };
}

/** A formatter must write somewhere; what it says is in the messages. */
function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}
