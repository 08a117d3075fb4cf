import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import type { Play } from '../messages.ts';
import type { PlayedScenario } from '../played-scenario.ts';
import { sha256 } from './digest.ts';
import type { Proof } from './dossier.ts';
import { isProof } from './kept-messages.ts';

/** Returns the pieces that the plays refer to, as they are in the dossier's folder; a piece that is not there is left out. */
export function proofsOf(plays: readonly Play[], folder: string): Proof[] {
  return plays.flatMap(({ scenarios }) => scenarios).flatMap((played) => proofsOfScenario(played, folder));
}

function proofsOfScenario({ attachments, name, requirements }: PlayedScenario, folder: string): Proof[] {
  return attachments.flatMap(({ url, mediaType, fileName = '' }) => {
    if (url === undefined || !isProof(url) || !existsSync(join(folder, url))) return [];
    const content = readFileSync(join(folder, url));
    return [
      {
        path: url,
        mediaType,
        title: basename(fileName, extname(fileName)),
        scenario: name,
        requirements,
        sha256: sha256(content),
        bytes: content.length,
      },
    ];
  });
}
