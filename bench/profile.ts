import { createReadStream, existsSync, readFileSync, rmSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { inProject } from '../cli/root.ts';
import { type Order, type Player, play, prepare } from './players.ts';
import { alignedTable } from './report.ts';
import type { Received } from './requests.ts';
import { median } from './samples.ts';

/** Where the time goes: what the portal receives and when, and what the browser is asked, for each player. */
interface Profile {
  readonly player: Player;
  /** The requests of each journey, the first one left out: its page loads, its other requests, to any server. */
  readonly journeys: readonly (readonly Received[])[];
  /** Commands sent to the browser for one journey, by name. */
  readonly commands: ReadonlyMap<string, number>;
}

const PLAYERS: readonly Player[] = ['nu', 'pilote', 'cucumber', 'playwright'];
const JOURNEYS = Number(process.argv[2] ?? 9);
const REQUESTS = inProject('reports/out/bench/requests.ndjson');
const PROTOCOL = inProject('reports/out/bench/protocol.log');

async function profileOf(player: Player): Promise<Profile> {
  rmSync(REQUESTS, { force: true });
  const preload = `--import ${new URL('./requests.ts', import.meta.url)}`;
  await played(player, JOURNEYS, { NODE_OPTIONS: preload, DIAPASON_BENCH_REQUESTS: REQUESTS });
  return { player, journeys: journeysIn(REQUESTS).slice(1), commands: await commandsOf(player) };
}

function played(player: Player, journeys: number, environment: Order['environment'] & object) {
  return play({ player, workers: 1, journeys, environment });
}

/** A journey begins with the home page, and never comes back to it. */
function journeysIn(file: string): Received[][] {
  const journeys: Received[][] = [];
  for (const line of readFileSync(file, 'utf8').trimEnd().split('\n')) {
    const received = JSON.parse(line) as Received;
    if (keyOf(received) === 'GET /') journeys.push([]);
    journeys.at(-1)?.push(received);
  }
  return journeys;
}

function keyOf({ method, path }: Received): string {
  const known = path.replace(/(\/siret|\/message)\/.*/, '$1/…').replace(/\/statique\/[^/]+/, '/statique');
  return `${method} ${known}`;
}

/** Counted on two plays of unlike lengths: what is not for a journey is the same in both. */
async function commandsOf(player: Player): Promise<Map<string, number>> {
  const [few, many] = [await commandsIn(player, 2), await commandsIn(player, 6)];
  const perJourney = [...many].map(([name, n]) => [name, (n - (few.get(name) ?? 0)) / 4] as const);
  return new Map(perJourney.filter(([, n]) => n > 0));
}

async function commandsIn(player: Player, journeys: number): Promise<Map<string, number>> {
  rmSync(PROTOCOL, { force: true });
  await played(player, journeys, { DEBUG: 'pw:protocol', DEBUG_FILE: PROTOCOL });
  const counts = new Map<string, number>();
  if (!existsSync(PROTOCOL)) return counts;
  for await (const line of createInterface(createReadStream(PROTOCOL))) {
    const name = /SEND ► .*?"method":"([^"]+)"/.exec(line)?.[1];
    if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return counts;
}

function isPage({ method, path }: Received): boolean {
  return method === 'POST' || !/^\/(statique|api|inscription\/captcha)/.test(path);
}

/** The median time from each page request to the next, in the order of the journey; the last goes to the next journey. */
function phasesOf({ journeys }: Profile): Map<string, number> {
  const times = new Map<string, number[]>();
  const pages = journeys.flat().filter(isPage);
  for (const [index, page] of pages.entries()) {
    const next = pages[index + 1];
    if (next === undefined) break;
    const name = `${keyOf(page)} → ${keyOf(next)}`;
    times.set(name, [...(times.get(name) ?? []), next.at - page.at]);
  }
  return new Map([...times].map(([name, values]) => [name, median(values)]));
}

/** A table of one number for each name and player, and their sum. */
function numbersTable(title: string, columns: readonly ReadonlyMap<string, number>[]): string {
  const names = [...new Set(columns.flatMap((column) => [...column.keys()]))];
  const cell = (value: number): string => value.toFixed(1).replace(/\.0$/, '').replace('.', ',');
  const rows = names.map((name) => [name, ...columns.map((column) => cell(column.get(name) ?? 0))]);
  const sums = columns.map((column) => cell([...column.values()].reduce((sum, value) => sum + value, 0)));
  return alignedTable([[title, ...PLAYERS], ...rows, ['Total', ...sums]]);
}

function requestsOf({ journeys }: Profile): Map<string, number> {
  const grouped = Map.groupBy(journeys.flat(), keyOf);
  return new Map([...grouped].map(([name, received]) => [name, received.length / journeys.length]));
}

await prepare();
const profiles: Profile[] = [];
for (const player of PLAYERS) profiles.push(await profileOf(player));
const tables = [
  numbersTable('Requêtes reçues, par parcours', profiles.map(requestsOf)),
  numbersTable('Temps entre deux pages, en ms', profiles.map(phasesOf)),
  numbersTable(
    'Commandes au navigateur, par parcours',
    profiles.map(({ commands }) => commands),
  ),
];
process.stdout.write(`${tables.join('\n\n')}\n`);
