import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { envelopeIn, signed, signerOf } from '../reports/dossier/envelope.ts';
import { ATTESTATION_FILE } from '../reports/dossier/manifest.ts';
import { DossierRefusal } from '../reports/dossier/refusal.ts';
import { attest } from '../reports/dossier/write.ts';
import { examined } from './dossier/examined.ts';
import { handOf, type SigningOptions } from './dossier/hand.ts';
import { saidInFrench } from './dossier/refused.ts';
import { shownPath } from './root.ts';

/** Adds a signature to a dossier, once it has been verified; returns the exit code. */
export async function signDossier(given: string, options: SigningOptions & { key: string }): Promise<number> {
  const folder = resolve(given);
  const signer = await saidInFrench(async () => {
    const hand = handOf(options);
    const { flaws } = await examined(folder);
    if (flaws.length > 0) throw notSigned(flaws);
    const envelope = envelopeIn(readFileSync(join(folder, ATTESTATION_FILE)));
    if (envelope === undefined || hand === undefined) throw notSigned([`${ATTESTATION_FILE} est illisible.`]);
    attest(folder, signed(envelope, hand));
    return signerOf(hand);
  });
  process.stdout.write(`Signé : ${shownPath(folder)}, par la clé ${signer.keyid} (${signer.role}).\n`);
  return 0;
}

/** Nobody puts their name to what they can't verify. */
function notSigned(flaws: readonly string[]): DossierRefusal {
  return new DossierRefusal(
    `Ce dossier n’est pas signé, car il n’est pas tel qu’il a été fait :\n${flaws.map((flaw) => `  - ${flaw}`).join('\n')}`,
    'Demandez-le de nouveau à qui l’a fait ; « diapason verify » dit tout ce qui a été vérifié.',
  );
}
