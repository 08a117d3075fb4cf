import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { sha256 } from './digest.ts';

/** The names of the files that the manifest does not list: itself, and what changes at each signature. */
export const MANIFEST_FILE = 'manifeste.json';
export const ATTESTATION_FILE = 'attestation.json';
export const SIGNATURES_PAGE = 'signatures.html';

const UNLISTED: readonly string[] = [MANIFEST_FILE, ATTESTATION_FILE, SIGNATURES_PAGE];

/** The one file that bears the fingerprint of the others. */
export const CERTIFICATE_FILE = 'certificat.pdf';

/** A file of a dossier, as its manifest knows it. */
export interface ManifestEntry {
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Contents by path, relative to the dossier's folder, with slashes. */
export type Files = ReadonlyMap<string, Uint8Array>;

/** Reads every file of a folder. */
export function filesIn(folder: string): Map<string, Uint8Array> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => !entry.isDirectory(),
  );
  const paths = entries.map(({ parentPath, name }) =>
    relative(folder, join(parentPath, name)).split(sep).join('/'),
  );
  return new Map(paths.toSorted().map((path) => [path, readFileSync(join(folder, path))]));
}

/** Returns the manifest of these files: each but itself, the attestation and the page of its signatures, with its digest. */
export function manifestOf(files: Files): ManifestEntry[] {
  return [...files]
    .filter(([path]) => !UNLISTED.includes(path))
    .map(([path, content]) => ({ path, sha256: sha256(content), bytes: content.length }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Returns the fingerprint (SHA-256, in hex) that a certificate bears: of the manifest of every file but itself. The
 * dossier's own manifest knows the certificate too.
 */
export function evidenceFingerprint(files: Files): string {
  const evidence = new Map([...files].filter(([path]) => path !== CERTIFICATE_FILE));
  return sha256(manifestText(manifestOf(evidence)));
}

/** Returns a manifest as it is written, which has one form only: any other byte is a change. */
export function manifestText(entries: readonly ManifestEntry[]): string {
  return `${JSON.stringify({ format: 1, fichiers: entries }, undefined, 2)}\n`;
}

/** Returns the entries that a manifest lists; `undefined` when it is no manifest. */
export function entriesIn(manifest: Uint8Array): ManifestEntry[] | undefined {
  try {
    const { fichiers } = JSON.parse(Buffer.from(manifest).toString('utf8'));
    return Array.isArray(fichiers) && fichiers.every(isEntry) ? fichiers : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is ManifestEntry {
  const { path, sha256, bytes } = (value ?? {}) as Partial<ManifestEntry>;
  return typeof path === 'string' && typeof sha256 === 'string' && typeof bytes === 'number';
}
