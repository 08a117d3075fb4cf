import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { catalogueFor, recorded, WITHOUT_CAPTCHA } from '../../recordings.test-support.ts';
import { type VerdictInput, verdict } from '../../verdict.ts';
import type { Dossier, Proof } from '../dossier.ts';

/** A PNG of one white pixel. */
export const THUMBNAIL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4AWP4//8/AAX+Av4fbPrrAAAAAElFTkSuQmCC';

/** The dossier of a run that Playwright really recorded: everything held, or every kind of failure. */
export async function recordedDossier(
  recording: 'entier' | 'pannes',
  more: Partial<VerdictInput> = {},
): Promise<Dossier> {
  const catalogue = catalogueFor(recording);
  const play = await recorded('playwright', recording);
  const target = { ...WITHOUT_CAPTCHA, vendor: 'ACME', version: '4.2.0' };
  return {
    verdict: verdict({ catalogue, target, plays: [play], ...more }),
    catalogue,
    features: [{ path: `features/${recording}.feature`, text: writtenFeature(recording) }],
    plays: [play],
    suite: { name: 'Diapason', version: '0.1.0', power: '204/204 défauts pris (essai rapide)' },
    run: {
      seed: 42,
      nonce: 'e65ec517f0c6',
      startedAt: '2026-11-28T09:31:00.000Z',
      durationMs: 245_000,
      mailbox: 'Mailpit 127.0.0.1:8025',
      shards: 1,
    },
    evidence: [],
    signers: [],
  };
}

/** What was recorded: the messages themselves are kept without the text of their features. */
function writtenFeature(name: string): string {
  const folder = join(import.meta.dirname, '../../../bench/recordings/features');
  return readFileSync(join(folder, `${name}.feature`), 'utf8');
}

/** A picture that proves one scenario of a requirement. */
export function picture(requirement: string, scenario: string, more: Partial<Proof> = {}): Proof {
  return {
    path: 'preuves/Au moment du constat.png',
    mediaType: 'image/png',
    title: 'Au moment du constat',
    scenario,
    requirements: [requirement],
    sha256: 'ab'.repeat(32),
    bytes: 34_000,
    thumbnail: THUMBNAIL,
    ...more,
  };
}
