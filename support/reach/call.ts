import { type APIResponse, request } from '@playwright/test';
import { callAccess, ownHeaders, type Reached } from './access-options.ts';

/** A call of the harness itself, outside of any browser page. */
export interface Call {
  readonly url: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** An object is sent as JSON. */
  readonly body?: string | Readonly<Record<string, unknown>>;
  readonly timeoutMs: number;
}

/** What came back. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly text: string;
}

/**
 * Makes a call as the target asks to be reached: proxy, certificates, password, headers. A redirection is an answer,
 * and is not followed.
 * @throws the network's own error, whose `code` says what it is
 */
export async function call(
  target: Reached,
  { url, method, headers, body, timeoutMs }: Call,
): Promise<Answer> {
  const context = await request.newContext(callAccess(target));
  try {
    const response = await context.fetch(url, {
      method: method ?? 'GET',
      headers: { ...ownHeaders(target, url), ...headers },
      ...(body === undefined ? {} : { data: body }),
      timeout: timeoutMs,
      maxRedirects: 0,
    });
    return await answerOf(response);
  } finally {
    await context.dispose();
  }
}

async function answerOf(response: APIResponse): Promise<Answer> {
  return { status: response.status(), headers: response.headers(), text: await response.text() };
}
