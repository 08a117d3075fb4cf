import { spawnSync } from 'node:child_process';
import { createPrivateKey } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Envelope } from '@cucumber/messages';
import { PNG } from 'pngjs';
import { envelopeIn, envelopeText, type Hand, signed } from '../../reports/dossier/envelope.ts';
import { newKeys, pemOf } from '../../reports/dossier/keys.ts';
import { ATTESTATION_FILE } from '../../reports/dossier/manifest.ts';
import { makeDossier } from '../../reports/dossier/write.ts';

/**
 * Plays two requirements on a portal that breaks one of them, and writes the dossier that is committed for later
 * versions to verify: signed twice, by keys that nobody keeps, its pictures reduced to a dot. To be made again only
 * when the form of dossiers is meant to change: `node bench/recordings/golden.ts`.
 */

const ROOT = join(import.meta.dirname, '../..');
const GOLDEN = join(ROOT, 'reports/recordings/dossier');

const RUN = ['run', '--requirement', 'EX-1.04', 'EX-4.04', '--workers', '1', '--challenge', 'AUDIT-7F3A'];

function play(out: string): void {
  spawnSync(process.execPath, [join(ROOT, 'cli/diapason.js'), ...RUN], {
    cwd: ROOT,
    env: {
      ...process.env,
      DIAPASON_OUT: out,
      DIAPASON_DEFECT: 'longueur-non-verifiee',
      DIAPASON_MAILBOX: 'embarquée',
    },
    stdio: 'inherit',
  });
}

let dots = 0;

function lighten(path: string): void {
  const lines = readFileSync(path, 'utf8').split('\n');
  writeFileSync(path, lines.map((line) => (line === '' ? line : lightLine(line))).join('\n'));
}

function lightLine(line: string): string {
  const { meta, attachment, ...other }: Partial<Envelope> = JSON.parse(line);
  if (meta !== undefined) return JSON.stringify({ meta: { implementation: meta.implementation } });
  if (attachment?.mediaType !== 'image/png')
    return JSON.stringify({ ...other, ...(attachment && { attachment }) });
  return JSON.stringify({ attachment: { ...attachment, body: dot().toString('base64') } });
}

/** A picture of one grey point, a little darker each time. */
function dot(): Buffer {
  dots += 1;
  const png = new PNG({ width: 1, height: 1 });
  png.data.fill(250 - dots);
  return PNG.sync.write(png, { colorType: 2 });
}

function newHand(role: Hand['role'], name: string): Hand {
  const key = createPrivateKey(newKeys().privatePem);
  writeFileSync(join(GOLDEN, `../dossier-${name}.pub.pem`), pemOf(key));
  return { key, role };
}

const out = mkdtempSync(join(tmpdir(), 'diapason-golden-'));
try {
  play(out);
  lighten(join(out, 'messages.ndjson'));
  lighten(join(out, 'rejeu/messages.ndjson'));
  rmSync(GOLDEN, { recursive: true, force: true });
  mkdirSync(GOLDEN, { recursive: true });
  const catalogue = readFileSync(join(ROOT, 'features/catalogue.json'), 'utf8');
  const hand = newHand('éditeur', 'editeur');
  await makeDossier([out], { folder: GOLDEN, catalogue, hand });
  const path = join(GOLDEN, ATTESTATION_FILE);
  const envelope = envelopeIn(readFileSync(path));
  if (envelope !== undefined)
    writeFileSync(path, envelopeText(signed(envelope, newHand('laboratoire', 'laboratoire'))));
} finally {
  rmSync(out, { recursive: true, force: true });
}
