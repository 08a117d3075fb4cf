import { type APIRequestContext, type APIResponse, request } from '@playwright/test';
import { callAccess, ownHeaders } from '../reach/access-options.ts';
import type { Target } from '../target/target.ts';
import type { Probes } from './probes.ts';
import { heardIn, learned, type Replacement, replacedIn, type Step } from './script.ts';
import type { Turns } from './turns.ts';

/** How a script is played again. */
export interface Replay {
  readonly script: readonly Step[];
  /** What stands for what the script's own person said. */
  readonly replacements?: readonly Replacement[];
  /** Added to the headers of the last request alone. */
  readonly lastHeaders?: Readonly<Record<string, string>>;
  /** The last request, which has a mail sent, is made in turn with those of others. */
  readonly lastInTurn?: Turns;
}

/** The last answer, redirections followed. */
export interface Outcome {
  readonly status: number;
  readonly text: string;
  /** How long the last request took, in milliseconds. */
  readonly ms: number;
}

/** No sign-up is so many redirections away. */
const MOST_REDIRECTIONS = 5;

/** Plays again, without a browser and each time in a session of its own, what a browser did once. */
export class Replays {
  private readonly target: Target;
  private readonly probes: Probes;
  private readonly isOwn: (url: string) => boolean;

  constructor({
    target,
    probes,
    isOwn,
  }: { target: Target; probes: Probes; isOwn: (url: string) => boolean }) {
    this.target = target;
    this.probes = probes;
    this.isOwn = isOwn;
  }

  /** Plays a script as another person. @throws the network's own error */
  async play({ script, replacements = [], lastHeaders = {}, lastInTurn }: Replay): Promise<Outcome> {
    const context = await request.newContext(callAccess(this.target));
    try {
      const known = [...replacements];
      let outcome: Outcome = { status: 0, text: '', ms: 0 };
      for (const [index, step] of script.entries()) {
        const isLast = index === script.length - 1;
        const now = replacedIn(step, known);
        const began = performance.now();
        const send = () =>
          this.send(context, isLast ? { ...now, headers: { ...now.headers, ...lastHeaders } } : now);
        const answer = isLast && lastInTurn !== undefined ? await lastInTurn(send) : await send();
        outcome = { status: answer.status, text: answer.text, ms: performance.now() - began };
        known.push(...learned(step.heard, answer.heard, script.slice(index + 1)));
      }
      return outcome;
    } finally {
      await context.dispose();
    }
  }

  /** Redirections are followed as a browser would, within the portal. */
  private async send(context: APIRequestContext, step: Step) {
    let heard = '';
    let [url, method, data] = [step.url, step.method, step.body] as [string, string, string | undefined];
    let headers = step.headers;
    for (let hop = 0; ; hop += 1) {
      this.probes.note(method, url);
      const response = await context.fetch(url, {
        method,
        headers: { ...ownHeaders(this.target, url), ...headers },
        ...(data === undefined || data === '' ? {} : { data }),
        maxRedirects: 0,
        timeout: this.target.answerMs,
      });
      const { status, text } = await read(response);
      heard += heardIn({ headers: response.headersArray(), body: text });
      const next = status >= 300 && status < 400 ? URL.parse(response.headers().location ?? '', url) : null;
      if (next === null || hop === MOST_REDIRECTIONS || !this.isOwn(next.href))
        return { status, text, heard };
      [url, method, data] = [next.href, 'GET', undefined];
      const { accept = '*/*' } = step.headers;
      headers = { accept };
    }
  }
}

async function read(response: APIResponse): Promise<{ status: number; text: string }> {
  return { status: response.status(), text: await response.text() };
}
