import type { BrowserContext, Request } from '@playwright/test';

/** Something that a browser asked, and what it was answered, as far as both can be read. */
export interface Exchange {
  readonly url: string;
  readonly method: string;
  /** What it was for: `document`, `xhr`, `fetch`, `script`, `stylesheet`… */
  readonly type: string;
  /** Whether another answer led here: nobody asked for it by itself. */
  readonly isRedirected: boolean;
  readonly sentHeaders: Readonly<Record<string, string>>;
  readonly sentBody: string;
  /** 0 where nothing was answered. */
  readonly status: number;
  readonly headers: ReadonlyArray<{ readonly name: string; readonly value: string }>;
  /** Empty where it is no text, or is gone. */
  readonly body: string;
}

type Answer = Pick<Exchange, 'status' | 'headers' | 'body' | 'sentHeaders'>;

const TEXT = /text|json|javascript|xml|x-www-form-urlencoded/;

const NOTHING: Answer = { status: 0, headers: [], body: '', sentHeaders: {} };

/** Listens to all that a browser context says and hears, from its first moment. */
export class Recorder {
  private readonly asked: Request[] = [];
  private readonly answered = new Map<Request, Promise<Answer>>();

  constructor(context: BrowserContext) {
    context.on('request', (request) => this.asked.push(request));
    // At once: a page that is left takes the bodies of its answers along.
    context.on('requestfinished', (request) => this.answered.set(request, answerTo(request)));
  }

  /** How much was asked so far: where a later reading may begin. */
  get mark(): number {
    return this.asked.length;
  }

  /** Returns what was asked since a mark, in the order of asking, with the answers that came by now. */
  async since(mark = 0): Promise<Exchange[]> {
    return Promise.all(this.asked.slice(mark).map((request) => this.exchangeOf(request)));
  }

  private async exchangeOf(request: Request): Promise<Exchange> {
    const answer = (await this.answered.get(request)) ?? NOTHING;
    return {
      url: request.url(),
      method: request.method(),
      type: request.resourceType(),
      isRedirected: request.redirectedFrom() !== null,
      sentBody: request.postData() ?? '',
      ...answer,
    };
  }
}

/** What a page that closed meanwhile no longer tells is left out. */
async function answerTo(request: Request): Promise<Answer> {
  const sentHeaders = await request.allHeaders().catch(() => request.headers());
  const response = await request.response().catch(() => null);
  if (response === null) return { ...NOTHING, sentHeaders };
  const headers = await response.headersArray().catch(() => []);
  const isText = TEXT.test(response.headers()['content-type'] ?? '');
  const body = isText ? await response.text().catch(() => '') : '';
  return { status: response.status(), headers, body, sentHeaders };
}
