import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { indiscretionOf, pagesIn, withoutNosniff, withoutPolicy } from './protections.ts';
import type { Exchange } from './recorder.ts';

function page(headers: Readonly<Record<string, string>>, changes: Partial<Exchange> = {}): Exchange {
  const all = { 'Content-Type': 'text/html; charset=utf-8', ...headers };
  return {
    url: 'http://127.0.0.1:8020/activation?jeton=1',
    method: 'GET',
    type: 'document',
    isRedirected: false,
    sentHeaders: {},
    sentBody: '',
    status: 200,
    headers: Object.entries(all).map(([name, value]) => ({ name, value })),
    body: '<html><head></head></html>',
    ...changes,
  };
}

const isOwn = (url: string): boolean => url.startsWith('http://127.0.0.1:8020/');

describe('the headers that protect', () => {
  it('are asked of the portal’s pages: neither of redirections, nor of others’', () => {
    const pages = [
      page({}),
      page({}, { status: 303 }),
      page({}, { url: 'https://insee.test/' }),
      page({}, { status: 422 }),
    ];
    assert.deepEqual(
      pagesIn(pages, isOwn).map(({ status }) => status),
      [200, 422],
    );
  });

  it('may be a policy of contents in a header or in the page, and not one on trial', () => {
    const meta = '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'">';
    assert.deepEqual(
      withoutPolicy([page({ 'content-security-policy': "default-src 'none'" }), page({}, { body: meta })]),
      [],
    );
    assert.equal(
      withoutPolicy([page({ 'content-security-policy-report-only': "default-src 'none'" })]).length,
      1,
    );
  });

  it('want nosniff as browsers read it, on files too', () => {
    const files = [
      page({ 'x-content-type-options': 'NoSniff' }),
      page({ 'x-content-type-options': 'no-sniff' }, { type: 'script' }),
      page({}, { type: 'stylesheet' }),
      page({}, { type: 'image' }),
      page({}, { body: '' }),
    ];
    assert.equal(withoutNosniff(files, isOwn).length, 1, 'at one address');
    assert.deepEqual(withoutNosniff(files.slice(0, 1), isOwn), []);
  });

  it('want a referrer policy that gives no more than an origin', () => {
    for (const policy of ['no-referrer', 'unsafe-url, strict-origin', 'same-origin'])
      assert.equal(indiscretionOf(page({ 'Referrer-Policy': policy })), undefined, policy);
    assert.equal(
      indiscretionOf(page({}, { body: '<meta name="referrer" content="no-referrer">' })),
      undefined,
    );
    assert.match(indiscretionOf(page({})) ?? '', /aucun en-tête/);
    for (const policy of ['unsafe-url', 'no-referrer-when-downgrade'])
      assert.match(indiscretionOf(page({ 'Referrer-Policy': policy })) ?? '', new RegExp(policy));
  });
});
