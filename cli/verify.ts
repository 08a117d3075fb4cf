import type { KeyObject } from 'node:crypto';
import { resolve } from 'node:path';
import { keyidOf, readPublicKey } from '../reports/dossier/keys.ts';
import { count, wrap } from '../reports/typography.ts';
import { type Examination, examined } from './dossier/examined.ts';
import { saidInFrench } from './dossier/refused.ts';
import { shownPath } from './root.ts';

/** What a person may ask of a verification. */
export interface VerifyOptions {
  /** The keys that they know: each must have signed. */
  readonly publicKey?: readonly string[];
}

/**
 * Verifies a dossier without any network, says in French what was verified and each thing that is wrong, and returns
 * the exit code: 0, or 1 when anything is.
 * @throws HarnessSetupError when the folder is no dossier, or a key can't be read
 */
export async function verifyDossier(given: string, { publicKey = [] }: VerifyOptions = {}): Promise<number> {
  const folder = resolve(given);
  const { found, keys } = await saidInFrench(async () => {
    const known = publicKey.map((path) => ({ path, keyid: keyidOf(readPublicKey(path) as KeyObject) }));
    return { found: await examined(folder), keys: known };
  });
  const absent = keys.filter(({ keyid }) => !found.signatures.some((signature) => signature.keyid === keyid));
  const flaws = [
    ...found.flaws,
    ...absent.map(({ path, keyid }) => `${path} (clé ${keyid.slice(0, 16)}…) n’a pas signé ce dossier.`),
  ];
  const known = new Set(keys.map(({ keyid }) => keyid));
  const lines = [
    `Dossier : ${shownPath(folder)}`,
    ...facts(found),
    ...signatureLines(found, known),
    ...flaws.map((flaw) => `✗ ${flaw}`),
    flaws.length === 0
      ? '✓ Ce dossier est tel qu’il a été fait.'
      : `✗ Ce dossier n’est pas à croire : ${count(flaws.length, 'défaut')}.`,
    ...verdictLines(found),
  ];
  process.stdout.write(`${lines.flatMap((line) => wrap(line)).join('\n')}\n`);
  return flaws.length === 0 ? 0 : 1;
}

function facts({ files, content, identities, fingerprint }: Examination): string[] {
  if (content === undefined) return [count(files, 'fichier')];
  const { dossier, serie } = content;
  const { target, played } = dossier.verdict;
  const drawn =
    identities === undefined
      ? ''
      : `, ${count(identities.checked, 'SIRET ou adresse retiré du tirage', 'SIRET et adresses retirés du tirage')}`;
  return [
    `Cible : ${target.name} (${target.url}), jouée le ${dateOf(dossier.run.startedAt)} par Diapason ${serie.suite.version}`,
    `${count(files, 'fichier')}, ${count(played, 'scénario joué', 'scénarios joués')}${drawn}`,
    ...(fingerprint === undefined ? [] : [`Empreinte des preuves, celle du certificat : ${fingerprint}`]),
    ...(serie.challenge === undefined ? [] : [`Défi de l’auditeur : « ${serie.challenge} »`]),
  ];
}

function dateOf(iso: string): string {
  const shown = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const;
  return `${new Date(iso).toLocaleString('fr-FR', shown)} (temps universel)`;
}

/** Only a key that the reader knows says who signed; the others say that nothing has changed since somebody did. */
function signatureLines({ signatures }: Examination, known: ReadonlySet<string>): string[] {
  if (signatures.length === 0) return ['Non signé : rien ne dit qui a fait ce dossier.'];
  return signatures.map(({ keyid, role }) =>
    known.has(keyid)
      ? `Signé par une clé que vous connaissez (${role}) : ${keyid}`
      : `Signé par une clé qui n’est connue que de ce dossier (se dit ${role}) : ${keyid}`,
  );
}

/** A dossier may be true of a run that proves nothing: why it does not is said with the verdict. */
function verdictLines({ content }: Examination): string[] {
  if (content === undefined) return [];
  const { label, problems, doubts } = content.dossier.verdict;
  return [`Verdict que disent ses messages : ${label}`, ...problems, ...doubts];
}
