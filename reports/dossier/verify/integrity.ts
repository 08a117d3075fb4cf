import { createPublicKey } from 'node:crypto';
import { sha256 } from '../digest.ts';
import { type Envelope, envelopeIn, isSignedBy, type Signature } from '../envelope.ts';
import { keyidOf } from '../keys.ts';
import {
  ATTESTATION_FILE,
  entriesIn,
  type Files,
  MANIFEST_FILE,
  type ManifestEntry,
  manifestOf,
  manifestText,
} from '../manifest.ts';
import { VERDICT_FILE } from '../read.ts';
import { SERIE_FILE } from '../serie.ts';
import { type Statement, statementOf } from '../statement.ts';

/**
 * Returns, in French, each thing by which the files of a dossier are not those that its manifest, its attestation and
 * their signatures say; nothing where no byte has changed since it was made.
 */
export function integrityFlaws(files: Files): string[] {
  return [...manifestFlaws(files), ...attestationFlaws(files)];
}

function manifestFlaws(files: Files): string[] {
  const manifest = files.get(MANIFEST_FILE);
  if (manifest === undefined) return [`Fichier manquant : ${MANIFEST_FILE}.`];
  const listed = entriesIn(manifest);
  if (listed === undefined) return [`${MANIFEST_FILE} est illisible : il a été modifié.`];
  const found = manifestOf(files);
  const flaws = differences(listed, found);
  if (flaws.length > 0 || Buffer.from(manifestText(found)).equals(manifest)) return flaws;
  return [`${MANIFEST_FILE} n’a plus la forme sous laquelle il a été écrit : il a été modifié.`];
}

function differences(listed: readonly ManifestEntry[], found: readonly ManifestEntry[]): string[] {
  const before = new Map(listed.map((entry) => [entry.path, entry]));
  const now = new Map(found.map((entry) => [entry.path, entry]));
  const missing = listed
    .filter(({ path }) => !now.has(path))
    .map(({ path }) => `Fichier manquant : ${path}.`);
  const extra = found
    .filter(({ path }) => !before.has(path))
    .map(({ path }) => `Fichier en trop, que le manifeste ne connaît pas : ${path}.`);
  const changed = found.flatMap(({ path, sha256: digest, bytes }) => {
    const entry = before.get(path);
    if (entry === undefined || (entry.sha256 === digest && entry.bytes === bytes)) return [];
    return [`Fichier modifié : ${path} n’a pas l’empreinte ou la taille que donne le manifeste.`];
  });
  return [...missing, ...extra, ...changed];
}

function attestationFlaws(files: Files): string[] {
  const file = files.get(ATTESTATION_FILE);
  if (file === undefined) return [`Fichier manquant : ${ATTESTATION_FILE}.`];
  const envelope = envelopeIn(file);
  if (envelope === undefined)
    return [
      `${ATTESTATION_FILE} est illisible, ou n’a plus la forme sous laquelle il a été écrit : il a été modifié.`,
    ];
  return [
    ...statementFlaws(files, envelope),
    ...envelope.signatures.flatMap((one) => signatureFlaws(envelope, one)),
  ];
}

/** What is attested is a function of the other files: nothing else may be said of them. */
function statementFlaws(files: Files, envelope: Envelope): string[] {
  const manifest = files.get(MANIFEST_FILE) ?? new Uint8Array();
  const said = Buffer.from(envelope.payload, 'base64').toString('utf8');
  const statement = statementSaid(said);
  if (statement === undefined) return [`${ATTESTATION_FILE} n’atteste rien de lisible : il a été modifié.`];
  if (statement.subject[0]?.digest.sha256 !== sha256(manifest))
    return [
      `${ATTESTATION_FILE} atteste un autre manifeste : ${MANIFEST_FILE} a été modifié depuis, ou l’attestation est celle d’un autre dossier.`,
    ];
  if (said === statementDue(files, manifest)) return [];
  return [`${ATTESTATION_FILE} ne dit pas de ce dossier ce que disent ${VERDICT_FILE} et ${SERIE_FILE}.`];
}

function statementSaid(text: string): Statement | undefined {
  try {
    const statement: Statement = JSON.parse(text);
    return Array.isArray(statement.subject) && statement.subject[0]?.digest !== undefined
      ? statement
      : undefined;
  } catch {
    return undefined;
  }
}

function statementDue(files: Files, manifest: Uint8Array): string | undefined {
  const read = (path: string) => JSON.parse(Buffer.from(files.get(path) ?? []).toString('utf8'));
  try {
    return JSON.stringify(statementOf(manifest, { serie: read(SERIE_FILE), verdict: read(VERDICT_FILE) }));
  } catch {
    return undefined;
  }
}

/** A signature holds its own key, so that it can be checked alone; who holds the key is for the reader to know. */
function signatureFlaws(envelope: Envelope, signature: Signature): string[] {
  const name = `La signature de la clé ${signature.keyid.slice(0, 16)}… (${signature.role}), dans ${ATTESTATION_FILE},`;
  try {
    const key = createPublicKey(signature.publicKey);
    if (keyidOf(key) !== signature.keyid) return [`${name} porte une autre clé : elle a été modifiée.`];
    if (isSignedBy(envelope, signature, key)) return [];
  } catch {
    return [`${name} ne porte pas de clé lisible : elle a été modifiée.`];
  }
  return [`${name} n’est pas valable : ce qui a été signé a changé, ou la signature.`];
}
