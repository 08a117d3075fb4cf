/** Why a file could not be written, by the system's code. */
const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: "il n'y a plus de place sur le disque",
  EDQUOT: 'le quota du disque est atteint',
  EFBIG: 'le fichier dépasse la taille permise',
  EROFS: 'le disque est en lecture seule',
  EACCES: "l'accès est refusé",
  EPERM: "l'accès est refusé",
  EISDIR: 'un dossier porte ce nom',
  ENOTDIR: "un fichier tient la place d'un dossier",
};

/** Says in French why something could not be written; `undefined` for an error that is not of the disk. */
export function diskTroubleIn(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const { path, message } = error as NodeJS.ErrnoException;
  // A runner passes on the text of its reporters' errors, and no more.
  const code = (error as NodeJS.ErrnoException).code ?? /\b(E[A-Z]+):/.exec(message)?.[1] ?? '';
  const reason = REASONS[code];
  if (reason === undefined) return undefined;
  return `Les rapports ne peuvent pas être écrits : ${reason} (${path === undefined ? code : `${path}, ${code}`}).`;
}
