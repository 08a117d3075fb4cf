import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { sha256 } from './digest.ts';
import type { Serie } from './serie.ts';

/** The catalogue of the features that the recordings are of. */
export const CATALOGUE = readFileSync(join(import.meta.dirname, '../recordings/catalogue.json'), 'utf8');

/** What a run of theirs would have left. */
export const SERIE: Serie = {
  format: 1,
  suite: {
    version: '0.1.0',
    sha256: sha256('suite'),
    power: '204/204 défauts pris',
    powerSha256: sha256('power'),
  },
  catalogueSha256: sha256(CATALOGUE),
  seed: 42,
  mailDomain: 'recette.example',
  levels: ['essentiel', 'robuste'],
  targetFiles: [{ name: 'cible.json', sha256: sha256('cible') }],
  nonce: 'a1b2c3',
  startedAt: '2026-11-28T09:00:00.000Z',
  durationMs: 60_000,
  mailbox: 'Mailpit 127.0.0.1:8025',
  problems: [],
  doubts: [],
  root: '/home/essai/diapason/',
  target: { name: 'Portail', url: 'https://recette.acme.test/', lacks: ['captcha'] },
};

/** A folder for one test. */
export function temporary(t: Pick<TestContext, 'after'>): string {
  const folder = mkdtempSync(join(tmpdir(), 'diapason-dossier-'));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes the folder of the reports of a run, and returns it. `messages` are texts of messages. */
export function reportsIn(
  folder: string,
  { messages, replay, serie = {} }: { messages: string; replay?: string; serie?: Partial<Serie> },
): string {
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  write('messages.ndjson', messages);
  if (replay !== undefined) write('rejeu/messages.ndjson', replay);
  write('serie.json', JSON.stringify({ ...SERIE, ...serie }));
  return folder;
}
