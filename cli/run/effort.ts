import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Requirement } from '../../reports/catalogue.ts';
import type { Play } from '../../reports/messages.ts';
import { count } from '../../reports/typography.ts';
import type { RunVerdict, TargetView } from '../../reports/verdict.ts';
import type { Account } from './accounts.ts';

/** Where a run leaves, for the next one, what each requirement took. */
export const EFFORT_FILE = 'durees.json';

/** What a requirement took: the time of its scenarios, end to end, and the sign-ups they made. */
interface Effort {
  readonly ms: number;
  readonly signUps: number;
}

type Efforts = Readonly<Record<string, Effort>>;

/** What is known of a target before a run. */
interface Known {
  readonly target: Pick<TargetView, 'name' | 'url'>;
  readonly requirements: Efforts;
}

/** Returns what earlier runs of this target took; nothing where there was none. */
export function recalledEfforts(out: string, target: Known['target']): Efforts {
  try {
    const known: Known = JSON.parse(readFileSync(join(out, EFFORT_FILE), 'utf8'));
    const isSame = known.target.name === target.name && known.target.url === target.url;
    return isSame ? known.requirements : {};
  } catch {
    return {};
  }
}

/** Keeps what this run took, beside what is known of the requirements that it did not play. */
export function keepEfforts(
  out: string,
  { target: { name, url }, requirements }: RunVerdict,
  play: Play,
  accounts: readonly Account[],
): void {
  const target = { name, url };
  const whole = requirements.filter(({ scenarios }) => scenarios.every(({ plays }) => plays.length > 0));
  const efforts = whole.map(({ requirement: { id } }) => [id, effortOf(id, play, accounts)]);
  const known: Known = {
    target,
    requirements: { ...recalledEfforts(out, target), ...Object.fromEntries(efforts) },
  };
  writeFileSync(join(out, EFFORT_FILE), `${JSON.stringify(known)}\n`);
}

function effortOf(id: string, { scenarios }: Play, accounts: readonly Account[]): Effort {
  const own = scenarios.filter(({ requirements }) => requirements.includes(id));
  const places = new Set(own.map(({ uri, line }) => `${uri}:${line}`));
  return {
    ms: Math.round(own.reduce((sum, { durationMs }) => sum + durationMs, 0)),
    signUps: accounts.filter((account) => places.has(account.place) && isWithin(account, own)).length,
  };
}

/** The list also holds the accounts of earlier runs, and of the second play of what failed. */
function isWithin({ when }: Account, scenarios: Play['scenarios']): boolean {
  const moment = Date.parse(when);
  return scenarios.some(
    ({ startedAt, durationMs }) => moment >= startedAt && moment <= startedAt + durationMs,
  );
}

/** What a run is about to take, and from what that is told. */
export interface Forecast {
  readonly requirements: readonly Requirement[];
  readonly efforts: Efforts;
  readonly workers: number;
  readonly signUpsPerMinute?: number | undefined;
}

/**
 * Says in French how many sign-ups a run will make and how long it will take: from what the requirements took the last
 * time on this target; of those that it has never played, a sign-up for each scenario of the catalogue is the least.
 */
export function forecast({ requirements, efforts, workers, signUpsPerMinute }: Forecast): string {
  const played = requirements.flatMap(({ id }) => efforts[id] ?? []);
  const fresh = requirements.filter(({ id }) => efforts[id] === undefined);
  const least = fresh
    .flatMap(({ scenarios }) => scenarios)
    .reduce((sum, { examples }) => sum + Math.max(1, examples), 0);
  const signUps = played.reduce((sum, effort) => sum + effort.signUps, least);
  const ms = played.reduce((sum, effort) => sum + effort.ms, 0) / workers;
  const slowest = signUpsPerMinute === undefined ? 0 : (signUps / signUpsPerMinute) * 60_000;
  if (played.length === 0) {
    const pace = slowest === 0 ? '' : ` ; ${durationOf(slowest)} au moins, à la cadence déclarée`;
    return `Inscriptions : ${signUps} au moins, une par scénario du catalogue. Durée inconnue avant une première série de cette cible${pace}.`;
  }
  const others =
    fresh.length === 0
      ? ''
      : `, et ${count(fresh.length, 'exigence')} jamais jouée${fresh.length > 1 ? 's' : ''} comptée${fresh.length > 1 ? 's' : ''} au moins`;
  return `Inscriptions : ${signUps} environ, en ${durationOf(Math.max(ms, slowest))} environ (d’après les séries précédentes de cette cible${others}).`;
}

function durationOf(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  return seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
}
