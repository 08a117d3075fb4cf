import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { preflight } from '../runner/preflight.ts';
import { served } from '../served.test-support.ts';
import { HarnessSetupError } from '../setup-error.ts';
import { embeddedTarget } from '../target/embedded.ts';
import type { Target } from '../target/target.ts';
import { browserAccess, ownHeaders } from './access-options.ts';
import { call } from './call.ts';
import { certificate, closedAfter, type GateOptions, startGate, startProxy } from './testing/gate.ts';

const CA = certificate('ca.pem');
const CLIENT = { cert: certificate('client.pem'), key: certificate('client.key') };

/** A portal behind a gate, as a target with this access sees it. */
async function gated(t: TestContext, gate: GateOptions, access: Target['access'] = {}) {
  const portal = await served(t, (request, response) => response.end(JSON.stringify(request.headers)));
  const { url } = closedAfter(t, await startGate(portal, gate));
  return at(`${url}/`, access);
}

function at(url: string, access: Target['access']) {
  const mail = { ...embeddedTarget.mail, read: async () => [] };
  return { ...embeddedTarget, name: 'Essai', url, origins: [new URL(url).origin], mail, access };
}

async function refusal(target: Target): Promise<string> {
  const began = performance.now();
  const error = await preflight(target).catch((caught: unknown) => caught);
  assert.ok(error instanceof HarnessSetupError, String(error));
  assert.ok(performance.now() - began < 10_000);
  assert.match(error.message, /« Essai »/);
  return `${error.message} → ${error.remedy}`;
}

describe('the pre-flight of a portal that is not open to all', () => {
  it('lets through whoever declares what it asks for', async (t) => {
    const gate: GateOptions = { basic: 'u:secret', header: ['x-jeton', 'abcd'], clientCertificate: true };
    const access = {
      ca: CA,
      basicAuth: { username: 'u', password: 'secret' },
      headers: { 'x-jeton': 'abcd' },
      clientCertificate: CLIENT,
    };
    await preflight(await gated(t, gate, access));
  });

  const lacking: ReadonlyArray<readonly [string, GateOptions, Target['access'], RegExp]> = [
    [
      'a password',
      { basic: 'u:p' },
      { ca: CA },
      /demande un nom et un mot de passe \(401, Basic\)\. → .*« access\.basicAuth »/,
    ],
    [
      'the right password',
      { basic: 'u:p' },
      { ca: CA, basicAuth: { username: 'u', password: 'x' } },
      /refuse le nom et le mot de passe déclarés/,
    ],
    [
      'a header',
      { header: ['x-jeton', 'a'] },
      { ca: CA },
      /n’ouvre pas son accueil : il répond 403\. → .*« headers »/,
    ],
    [
      'a certificate',
      { clientCertificate: true },
      { ca: CA },
      /demande un certificat à qui se connecte\. → .*« access\.clientCertificate »/,
    ],
    [
      'a certificate that can be read',
      {},
      { ca: CA, clientCertificate: { cert: CA, key: CLIENT.key } },
      /certificat de « access\.clientCertificate » ne se lit pas/,
    ],
  ];
  for (const [what, gate, access, sentence] of lacking)
    it(`names ${what} that is missing`, async (t) =>
      assert.match(await refusal(await gated(t, gate, access)), sentence));

  it('names an authority file that holds none', async (t) => {
    const target = await gated(t, {}, { ca: certificate('gate.ts') });
    await assert.rejects(
      preflight(target),
      /gate\.ts \(« access\.ca » du fichier cible\) ne contient pas de certificat/,
    );
  });

  it('names a certificate made for another host', async (t) => {
    const { url, access } = await gated(t, {}, { ca: CA });
    const target = at(url.replace('127.0.0.1', '127.0.0.2'), access);
    // The gate listens on one address only: whichever comes first, nobody is let in.
    assert.match(await refusal(target), /certificat d’un autre hôte|ne répond pas/);
  });
});

describe('a proxy', () => {
  it('is gone through, with its password', async (t) => {
    const proxy = closedAfter(t, await startProxy('u:p@s'));
    const target = await gated(t, {}, { ca: CA, proxy: proxy.url.replace('//', '//u:p%40s@') });
    await preflight(target);
    assert.deepEqual(proxy.seen, [new URL(target.url).host]);
  });

  it('is named when it asks for a password, or is not there', async (t) => {
    const proxy = closedAfter(t, await startProxy('u:p'));
    const asking = await gated(t, {}, { ca: CA, proxy: proxy.url });
    assert.match(await refusal(asking), /le mandataire demande un nom et un mot de passe \(407\)/);
    const absent = await gated(t, {}, { ca: CA, proxy: 'http://127.0.0.1:9' });
    assert.match(
      await refusal(absent),
      /par le mandataire 127\.0\.0\.1:9 \(ECONNREFUSED\)\. → .*« access\.proxy »/,
    );
  });
});

describe('what a target asks to be sent', () => {
  const target = at('http://127.0.0.1:1/', {
    headers: { 'x-jeton': 'abcd' },
    basicAuth: { username: 'u', password: 'p' },
  });

  it('is sent to its own origins alone', () => {
    assert.deepEqual(ownHeaders(target, 'http://127.0.0.1:1/x?y'), { 'x-jeton': 'abcd' });
    for (const url of ['http://127.0.0.1:2/', 'https://127.0.0.1:1/', 'nulle part'])
      assert.deepEqual(ownHeaders(target, url), {});
    const own = { username: 'u', password: 'p', origin: 'http://127.0.0.1:1', send: 'always' };
    assert.deepEqual(browserAccess(target).httpCredentials, [own]);
  });

  it('goes with each call, and a redirection is not followed', async (t) => {
    const url = await served(t, ({ headers, url: path }, response) =>
      path === '/ailleurs'
        ? response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()
        : response.end(JSON.stringify(headers)),
    );
    const own = at(`${url}/`, target.access);
    const { text } = await call(own, { url: `${url}/`, timeoutMs: 1_000 });
    const headers = JSON.parse(text);
    assert.equal(headers['x-jeton'], 'abcd');
    assert.equal(headers.authorization, `Basic ${Buffer.from('u:p').toString('base64')}`);
    assert.equal((await call(own, { url: `${url}/ailleurs`, timeoutMs: 1_000 })).status, 302);
    const elsewhere = { ...own, origins: ['http://127.0.0.1:1'] };
    const { text: other } = await call(elsewhere, { url: `${url}/`, timeoutMs: 1_000 });
    assert.equal(JSON.parse(other)['x-jeton'], undefined);
    assert.equal(JSON.parse(other).authorization, undefined);
  });
});
