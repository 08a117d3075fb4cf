import type { Exchange } from './recorder.ts';

/** A request to be sent again, and all that was heard in answer to it, redirections included. */
export interface Step {
  readonly method: string;
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly heard: string;
}

/** A text that stands for another: what one person's requests hold, and what those of the next one hold in its place. */
export type Replacement = readonly [from: string, to: string];

const CARRIERS = ['document', 'xhr', 'fetch'];

/** What a browser adds by itself and a portal may look at. */
const KEPT_HEADERS =
  /^(?:accept|accept-language|authorization|content-type|origin|referer|sec-fetch-.*|x-.*)$/;

/**
 * Returns what must be sent again to have the same done: the requests a browser made to the portal, up to the last by
 * which it sent something, or which holds this text. What its pages are made of is left out.
 */
export function scriptOf(
  exchanges: readonly Exchange[],
  isOwn: (url: string) => boolean,
  held?: string,
): Step[] {
  const steps: Step[] = [];
  for (const exchange of exchanges) {
    if (!CARRIERS.includes(exchange.type) || !isOwn(exchange.url)) continue;
    const last = steps.at(-1);
    if (exchange.isRedirected && last !== undefined)
      steps[steps.length - 1] = { ...last, heard: last.heard + heardIn(exchange) };
    else steps.push(stepOf(exchange));
  }
  const sent = steps.findLastIndex(({ method, url, body }) =>
    held === undefined ? method !== 'GET' : [url, body].some((text) => text.includes(held)),
  );
  return steps.slice(0, sent + 1);
}

/** Returns an answer as one text: its headers, then its body. */
export function heardIn({ headers, body }: Pick<Exchange, 'headers' | 'body'>): string {
  return `${headers.map(({ name, value }) => `${name.toLowerCase()}: ${value}\n`).join('')}\n${body}\n`;
}

function stepOf(exchange: Exchange): Step {
  const { method, url, sentHeaders, sentBody } = exchange;
  const headers = Object.entries(sentHeaders).filter(([name]) => KEPT_HEADERS.test(name));
  return { method, url, headers: Object.fromEntries(headers), body: sentBody, heard: heardIn(exchange) };
}

/** What may have been drawn for one session: long enough to be no word, without a space. */
const PIECE = /[\w.~+/=%-]{8,}/g;

/**
 * Returns what later steps repeat of an answer, with what another answer of the same kind has in its place: found by
 * what stands before it there. This is how the tokens of a session that is not ours are left behind.
 */
export function learned(
  heard: string,
  heardNow: string,
  later: readonly Pick<Step, 'url' | 'headers' | 'body'>[],
): Replacement[] {
  const pieces = new Set(later.flatMap(piecesOf));
  return [...pieces].flatMap((piece) => {
    const now = pieceNow(piece, heard, heardNow);
    return now === undefined || now === piece ? [] : [[piece, now] as const];
  });
}

function piecesOf({ url, headers, body }: Pick<Step, 'url' | 'headers' | 'body'>): string[] {
  const { pathname, search } = new URL(url);
  const texts = [...pathname.split('/'), ...valuesIn(search.slice(1)), ...Object.values(headers)];
  const sent =
    body.startsWith('{') || body.startsWith('--') ? [...body.matchAll(PIECE)].flat() : valuesIn(body);
  return [...texts, ...sent].filter((text) => text.length >= 8 && !/\s/.test(text));
}

function valuesIn(form: string): string[] {
  return [...new URLSearchParams(form).values()];
}

/** How far back one looks for the beginning of what stands before a value: a tag, a header, an object. */
const BEFORE = 160;

function pieceNow(piece: string, heard: string, heardNow: string): string | undefined {
  const at = heard.indexOf(piece);
  if (at < 0) return undefined;
  const before = heard.slice(Math.max(0, at - BEFORE), at);
  const start = Math.max(...['<', '{', ',', '\n'].map((sign) => before.lastIndexOf(sign)), 0);
  const lead = before.slice(start);
  const end = heard.charAt(at + piece.length);
  const rank = heard.slice(0, at).split(lead).length - 1;
  const after = heardNow.split(lead)[Math.max(rank, 1)];
  const length = after?.indexOf(end) ?? -1;
  return length > 0 ? after?.slice(0, length) : undefined;
}

/** Returns a step in which each text is replaced, however it is written there. */
export function replacedIn(step: Step, replacements: readonly Replacement[]): Step {
  const change = (text: string): string => replaced(text, replacements);
  const headers = Object.entries(step.headers).map(([name, value]) => [name, change(value)]);
  return { ...step, url: change(step.url), headers: Object.fromEntries(headers), body: change(step.body) };
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  const pairs = replacements.flatMap(([from, to]) =>
    WRITINGS.map((write) => [write(from), write(to)] as const).filter(
      ([written], index, all) => all.findIndex(([other]) => other === written) === index,
    ),
  );
  const sought = pairs.filter(([from]) => from !== '').toSorted(([a], [b]) => b.length - a.length);
  if (sought.length === 0) return text;
  // In one pass: what was put in place of something is not replaced in its turn.
  const pattern = new RegExp(sought.map(([from]) => RegExp.escape(from)).join('|'), 'g');
  const byWriting = new Map(sought);
  return text.replace(pattern, (found) => byWriting.get(found) ?? found);
}

/** As it is, in a form, in JSON. */
const WRITINGS: ReadonlyArray<(text: string) => string> = [
  (text) => text,
  (text) => new URLSearchParams([['', text]]).toString().slice(1),
  encodeURIComponent,
  (text) => JSON.stringify(text).slice(1, -1),
];
