import { accessSync, constants, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAME = process.platform === 'win32' ? 'mailpit.exe' : 'mailpit';

/** Returns the Mailpit that a shell would start, from the folders of a `PATH`. */
export function mailpitIn(path: string | undefined): string | undefined {
  const folders = path?.split(delimiter) ?? [];
  return folders.map((folder) => join(folder, NAME)).find(isExecutable);
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
