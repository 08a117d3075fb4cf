import { createPublicKey } from 'node:crypto';
import { existsSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { keyidOf, newKeys } from '../reports/dossier/keys.ts';
import { HarnessSetupError } from '../support/setup-error.ts';
import { shownPath } from './root.ts';

const USUAL = 'diapason-cle.pem';

/**
 * Writes a new Ed25519 key that its owner alone may read, and its public half beside it; returns the exit code.
 * @throws HarnessSetupError rather than write over a file
 */
export function keygen({ out = USUAL }: { out?: string }): number {
  const path = resolve(out);
  const publicPath = path.replace(/(\.pem)?$/, '.pub.pem');
  for (const taken of [path, publicPath]) if (existsSync(taken)) throw neverOver(taken);
  const { privatePem, publicPem } = newKeys();
  writeNew(path, privatePem, 0o600);
  writeNew(publicPath, publicPem, 0o644);
  const lines = [
    `Clé privée, à garder : ${shownPath(path)}`,
    `Clé publique, à donner à qui vérifie : ${shownPath(publicPath)}`,
    `Empreinte : ${keyidOf(createPublicKey(publicPem))}`,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}

/** Another process may have written it meanwhile: the system sees to it that it is not written over. */
function writeNew(path: string, text: string, mode: number): void {
  try {
    writeFileSync(path, text, { mode, flag: 'wx' });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw neverOver(path);
    if (code !== 'ENOENT' && code !== 'EACCES') throw error;
    throw new HarnessSetupError(
      `${shownPath(path)} ne peut être écrit.`,
      'Donnez à --out un fichier d’un dossier qui existe.',
    );
  }
}

function neverOver(path: string): HarnessSetupError {
  return new HarnessSetupError(
    `${shownPath(path)} existe déjà : une clé n’est jamais remplacée.`,
    'Donnez un autre nom à --out.',
  );
}
