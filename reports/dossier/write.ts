import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { formats as formatWriters } from '../formats/formats.ts';
import type { FormatName } from '../formats/names.ts';
import type { Play } from '../messages.ts';
import { scenarioKey } from '../scenario-key.ts';
import { ACCOUNTS_FILE, accountsOf } from './accounts.ts';
import { sha256 } from './digest.ts';
import type { Dossier } from './dossier.ts';
import { type Envelope, envelopeText, type Hand, signed, signerOf, unsigned } from './envelope.ts';
import { playsIn } from './judged.ts';
import { keepMessages } from './kept-messages.ts';
import {
  ATTESTATION_FILE,
  filesIn,
  MANIFEST_FILE,
  manifestOf,
  manifestText,
  SIGNATURES_PAGE,
} from './manifest.ts';
import { type GivenSerie, mergedSerie } from './merge.ts';
import { signaturesPage } from './pages/signatures-page.ts';
import { CATALOGUE_FILE, readDossier, TARGET_FILE, VERDICT_FILE } from './read.ts';
import { DossierRefusal } from './refusal.ts';
import { type DossierSerie, readSerie, SERIE_FILE } from './serie.ts';
import { statementOf } from './statement.ts';

const MESSAGES = 'messages.ndjson';
const REPLAY = 'rejeu/messages.ndjson';

/** Writes what people read in the folder of a dossier, where its proofs already are. */
export type PageWriter = (dossier: Dossier, folder: string) => Promise<void>;

/** What a dossier is made with, besides the runs. */
export interface Making {
  /** An empty folder. */
  readonly folder: string;
  /** The text of the suite's own catalogue. */
  readonly catalogue: string;
  /** Who signs it; nobody where it is absent. */
  readonly hand?: Hand | undefined;
  /** For other tools, beside what a dossier always has; none where it is absent. */
  readonly formats?: readonly FormatName[];
  /** Without it, a dossier has only what machines read. */
  readonly writePages?: PageWriter;
}

/**
 * Makes a dossier from the folders of the reports of one run, or of its shards, and returns it.
 * @throws DossierRefusal when they can't make one
 */
export async function makeDossier(
  folders: readonly string[],
  { folder, catalogue, hand, formats = [], writePages }: Making,
): Promise<Dossier> {
  const given = folders.map(givenIn);
  const serie = mergedSerie(given);
  if (sha256(catalogue) !== serie.catalogueSha256) throw otherRules();
  const [first] = given;
  const write = (path: string, content: string): void => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  await keepAllMessages(serie, given, folder);
  const plays = await playsIn(folder, serie);
  refuseTwice(plays);
  write(CATALOGUE_FILE, catalogue);
  write(SERIE_FILE, written(serie));
  write(TARGET_FILE, written(first?.serie.target));
  write(ACCOUNTS_FILE, accountsOf(given));
  for (const { uri, text } of featuresPlayed(plays)) write(uri, text);
  const dossier = await readDossier(folder, { plays, signers: hand === undefined ? [] : [signerOf(hand)] });
  write(VERDICT_FILE, written(dossier.verdict));
  for (const name of formats) {
    const { file, text } = formatWriters[name](dossier);
    write(file, text);
  }
  await writePages?.(dossier, folder);
  const manifest = manifestText(manifestOf(filesIn(folder)));
  write(MANIFEST_FILE, manifest);
  const attested = unsigned(
    JSON.stringify(statementOf(Buffer.from(manifest), { serie, verdict: dossier.verdict })),
  );
  attest(folder, handed(attested, hand));
  return dossier;
}

/** Writes the attestation of a dossier, and the page that shows who has signed it. */
export function attest(folder: string, envelope: Envelope): void {
  writeFileSync(join(folder, ATTESTATION_FILE), envelopeText(envelope));
  writeFileSync(join(folder, SIGNATURES_PAGE), signaturesPage(envelope));
}

function givenIn(folder: string): GivenSerie {
  const serie = readSerie(folder);
  return { folder, serie, hasReplay: existsSync(join(folder, REPLAY)) };
}

/** The parts are in the order of their shards; what was given is found by its shard. */
async function keepAllMessages(
  { parts }: DossierSerie,
  given: readonly GivenSerie[],
  folder: string,
): Promise<void> {
  for (const { shard, messages, replay } of parts) {
    const part = given.find((one) => one.serie.shard === shard);
    const { folder: from = '', serie: { root = '' } = {} } = part ?? {};
    if (!existsSync(join(from, MESSAGES))) {
      throw new DossierRefusal(
        `${join(from, MESSAGES)} n’existe plus.`,
        'Donnez le dossier des rapports tel que la série l’a laissé.',
      );
    }
    await keepMessages(join(from, MESSAGES), { folder, path: messages, play: 1, root });
    if (replay !== undefined) await keepMessages(join(from, REPLAY), { folder, path: replay, play: 2, root });
  }
}

function refuseTwice([first]: readonly Play[]): void {
  const seen = new Set<string>();
  for (const scenario of first?.scenarios ?? []) {
    const key = `${scenario.project ?? ''} ${scenarioKey(scenario)}`;
    if (seen.has(key)) {
      throw new DossierRefusal(
        `« ${scenario.name} » (${scenario.requirements.join(', ')}) a été joué dans deux tranches.`,
        'Donnez chaque tranche d’un même découpage une fois.',
      );
    }
    seen.add(key);
  }
}

/** @throws DossierRefusal when shards played different texts under one name */
function featuresPlayed(plays: readonly Play[]): { uri: string; text: string }[] {
  const byPath = new Map<string, string>();
  for (const { uri, text } of plays.flatMap(({ features }) => features)) {
    if ((byPath.get(uri) ?? text) !== text || !/^features\/(?:\w[\w-]*\/)*\w[\w.-]*\.feature$/.test(uri))
      throw otherRules();
    byPath.set(uri, text);
  }
  return [...byPath].map(([uri, text]) => ({ uri, text }));
}

function otherRules(): DossierRefusal {
  return new DossierRefusal(
    'Ces séries ont été jouées avec d’autres règles que celles de cette version de Diapason.',
    'Faites le dossier avec la version qui les a jouées, ou rejouez-les avec celle-ci.',
  );
}

function written(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

function handed(envelope: Envelope, hand: Hand | undefined): Envelope {
  return hand === undefined ? envelope : signed(envelope, hand);
}
