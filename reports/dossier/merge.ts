import { isDeepStrictEqual } from 'node:util';
import { DossierRefusal } from './refusal.ts';
import type { DossierSerie, Serie, SeriePart } from './serie.ts';

/** A run, or one shard of it, and the folder of its reports. */
export interface GivenSerie {
  readonly folder: string;
  readonly serie: Serie;
  /** Whether something was played again. */
  readonly hasReplay: boolean;
}

/** What must be the same in every part of a run, and how a refusal names it. */
const SAME: ReadonlyArray<readonly [string, (serie: Serie) => unknown, string]> = [
  [
    'la même cible',
    ({ target }) => target,
    'Réunissez les tranches d’une même cible, sous un même fichier cible.',
  ],
  [
    'le même fichier cible',
    ({ targetFiles }) => targetFiles.map((file) => file.sha256),
    'Réunissez des séries jouées avec le même fichier cible.',
  ],
  [
    'les mêmes règles',
    ({ catalogueSha256 }) => catalogueSha256,
    'Rejouez-les avec une même version de Diapason.',
  ],
  ['la même version de Diapason', ({ suite }) => suite, 'Rejouez-les avec une même version de Diapason.'],
  ['la même graine', ({ seed }) => seed, 'Donnez la même DIAPASON_SEED à toutes les tranches.'],
  ['le même défi', ({ challenge }) => challenge, 'Donnez le même --challenge à toutes les tranches.'],
  ['les mêmes niveaux', ({ levels }) => levels, 'Donnez les mêmes --level à toutes les tranches.'],
  [
    'les mêmes exigences',
    ({ selection }) => selection,
    'Donnez les mêmes --requirement à toutes les tranches.',
  ],
  ['le même domaine de courriel', ({ mailDomain }) => mailDomain, 'Réunissez les tranches d’une même cible.'],
  [
    'les mêmes sociétés',
    ({ companies }) => companies,
    'Réunissez des séries jouées avec le même fichier cible.',
  ],
];

/**
 * Returns what the parts of one run say together, in the order of the shards.
 * @throws DossierRefusal when they are not of one run, when one is given twice, or when one is missing its rank
 */
export function mergedSerie(given: readonly GivenSerie[]): DossierSerie {
  const [first, ...others] = inOrder(given);
  if (first === undefined)
    throw new DossierRefusal(
      'Aucune série à réunir.',
      'Donnez le dossier des rapports d’au moins une série.',
    );
  for (const other of others) refuseOther(first, other);
  refuseRanks([first, ...others]);
  const { target: _, root: _r, nonce: _n, startedAt: _s, durationMs: _d, mailbox: _m, ...kept } = first.serie;
  const { shard: _h, version: _v, problems: _p, doubts: _u, ...common } = kept;
  return {
    ...common,
    parts: [first, ...others].map(({ serie, hasReplay }) => partOf(serie, hasReplay)),
    doubts: changes([first, ...others].map(({ serie }) => serie)),
  };
}

/** Says in French which shards are not among the parts; nothing where the run is whole. */
export function missingShards({ parts }: Pick<DossierSerie, 'parts'>): string[] {
  const total = totalOf(parts[0]?.shard);
  const held = new Set(parts.map(({ shard }) => rankOf(shard)));
  const missing = Array.from({ length: total }, (_, index) => index + 1).filter((rank) => !held.has(rank));
  if (missing.length === 0) return [];
  const names = missing.map((rank) => `${rank}/${total}`).join(', ');
  const verb = missing.length > 1 ? 'Les tranches manquent' : 'La tranche manque';
  return [`${verb} : ${names}. Rien n’est dit de ce qui devait y être joué.`];
}

function inOrder(given: readonly GivenSerie[]): GivenSerie[] {
  return [...given].sort((a, b) => rankOf(a.serie.shard) - rankOf(b.serie.shard));
}

function refuseOther(first: GivenSerie, other: GivenSerie): void {
  for (const [what, of, remedy] of SAME) {
    const [here, there] = [of(first.serie), of(other.serie)];
    if (isDeepStrictEqual(here, there)) continue;
    throw new DossierRefusal(
      `Ces séries n’ont pas ${what} : ${first.folder} (${shown(here)}) et ${other.folder} (${shown(there)}).`,
      remedy,
    );
  }
}

function refuseRanks(given: readonly GivenSerie[]): void {
  const seen = new Map<string, GivenSerie>();
  for (const one of given) {
    const shard = one.serie.shard ?? 'la série entière';
    const other =
      seen.get(shard) ??
      [...seen.values()].find((before) => totalOf(before.serie.shard) !== totalOf(one.serie.shard));
    if (other !== undefined) {
      throw new DossierRefusal(
        `${other.folder} (${other.serie.shard ?? 'la série entière'}) et ${one.folder} (${shard}) ne se réunissent pas.`,
        'Donnez chaque tranche une fois, toutes du même découpage, ou une seule série entière.',
      );
    }
    seen.set(shard, one);
  }
}

function partOf(serie: Serie, hasReplay: boolean): SeriePart {
  const { nonce, startedAt, durationMs, mailbox, shard, version, problems, doubts } = serie;
  const name = shard === undefined ? 'serie' : `tranche-${shard.replace('/', '-sur-')}`;
  return {
    ...{ nonce, startedAt, durationMs, mailbox },
    ...(shard === undefined ? {} : { shard }),
    ...(version === undefined ? {} : { version }),
    ...{ problems, doubts, messages: `messages/${name}.ndjson` },
    ...(hasReplay ? { replay: `messages/${name}-rejeu.ndjson` } : {}),
  };
}

/** Says in French that the portal was not the same from one part to another. */
function changes(series: readonly Serie[]): string[] {
  const versions = series.flatMap(({ version }) => [version?.before, version?.after]);
  const [first, ...others] = [...new Set(versions.filter((version) => version !== undefined))];
  // Within one part, the run itself has said it.
  if (series.length < 2 || others.length === 0) return [];
  const read = [first, ...others].map((version) => `« ${version} »`).join(', puis ');
  return [
    `Le portail n’avait pas la même version dans toutes les tranches (${read}) : rien ne peut être conclu.`,
  ];
}

function rankOf(shard: string | undefined): number {
  return Number(shard?.split('/')[0] ?? 1);
}

function totalOf(shard: string | undefined): number {
  return Number(shard?.split('/')[1] ?? 1);
}

/** A digest is known by its beginning; an object, by what it is called. */
function shown(value: unknown): string {
  if (value === undefined) return 'aucun';
  if (typeof value === 'string')
    return /^[0-9a-f]{64}$/.test(value) ? `empreinte ${value.slice(0, 12)}` : `« ${value} »`;
  if (Array.isArray(value)) return value.length === 0 ? 'aucun' : value.map(shown).join(', ');
  if (typeof value !== 'object' || value === null) return String(value);
  const { name, url, version, sha256 } = value as Record<string, string | undefined>;
  return [name && `« ${name} »`, url, version, sha256 && `empreinte ${sha256.slice(0, 12)}`]
    .filter(Boolean)
    .join(', ');
}
