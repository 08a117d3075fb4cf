import assert from 'node:assert/strict';
import type { RequestListener } from 'node:http';
import { describe, it, type TestContext } from 'node:test';
import type { Page } from '@playwright/test';
import { Finding } from '../failures.ts';
import { html, portalOn, useBrowser } from '../portal/page.test-support.ts';
import { readyPage } from '../runner/ready-page.ts';
import { served } from '../served.test-support.ts';
import { embeddedTarget } from '../target/embedded.ts';
import type { Target } from '../target/target.ts';

const pageFor = useBrowser();

/** A server that remembers what it was asked. */
async function remembering(t: TestContext, listener: RequestListener) {
  const asked: string[] = [];
  const url = await served(t, (request, response) => {
    asked.push(`${request.method} ${request.url}`);
    listener(request, response);
  });
  return { url, asked };
}

const IDENTIFICATION = `<h1>Vous êtes nouveau sur Chorus Pro ?</h1>
  <form method="post"><label>Adresse électronique de connexion <input name="email"></label>
  <label>Numéro de SIRET <input name="siret"></label><button>Valider</button>
  <a href="/sans-siret">Je n'ai pas de numéro de SIRET</a></form>`;

const PERSON = { email: 'anne@acme.test', siret: '73282932000074' };

/** A portal whose every sending, and whose other way, lead to another site. */
async function straying(t: TestContext, changes: Partial<Target> = {}) {
  const other = await remembering(t, (_request, response) => response.end('ailleurs'));
  const portal = await remembering(t, (request, response) => {
    if (request.method === 'POST' || request.url === '/sans-siret' || request.url === '/renvoi')
      response.writeHead(request.method === 'POST' ? 307 : 302, { location: `${other.url}/recu` }).end();
    else
      response
        .setHeader('content-type', 'text/html; charset=utf-8')
        .end(
          html(`${IDENTIFICATION}<img src="${other.url}/image"><iframe src="${other.url}/cadre"></iframe>`),
        );
  });
  const target = { ...embeddedTarget, url: portal.url, origins: [portal.url], answerMs: 3_000, ...changes };
  const page = await readyPage(await pageFor(t), target);
  return { other, portal, page, driver: portalOn(page, portal.url, target) };
}

const byPage = ({ asked }: { asked: string[] }) => asked.filter((line) => /recu/.test(line));

async function findingOf(action: Promise<unknown>): Promise<string> {
  const error = await action.catch((caught: unknown) => caught);
  assert.ok(error instanceof Finding, String(error));
  return error.message;
}

describe('a page of a declared portal', () => {
  it('is not followed out of its origins: nothing is asked there, and the finding says so', async (t) => {
    const { other, driver } = await straying(t);
    await driver.identification.open();
    const began = performance.now();
    await driver.identification.identify(PERSON);
    assert.ok(performance.now() - began < 2_500, 'the answer was not awaited until its time was up');
    const { decision } = driver.identification;
    assert.equal(decision?.outcome, 'undecided');
    assert.match(
      decision?.outcome === 'undecided' ? decision.seen : '',
      /renvoie vers http:\/\/127\.0\.0\.1:\d+, qui n'est pas une de ses origines déclarées.*« origins »/,
    );
    assert.deepEqual(byPage(other), []);
  });

  it('draws what it needs from elsewhere', async (t) => {
    const { other, driver, page } = await straying(t);
    await driver.identification.open();
    await page.waitForLoadState('networkidle');
    assert.deepEqual(other.asked.toSorted(), ['GET /cadre', 'GET /image']);
  });

  it('is not opened where its address leads out', async (t) => {
    const { other, portal, driver } = await straying(t);
    assert.match(await findingOf(driver.activation.openFrom(`${portal.url}/renvoi`)), /renvoie vers/);
    await driver.revisit(`${portal.url}/renvoi`);
    assert.deepEqual(byPage(other), []);
  });

  it('may offer a way that leads elsewhere, which is not asked', async (t) => {
    const { other, driver } = await straying(t);
    await driver.identification.open();
    const { opens, seen } = await driver.identification.takeOtherWay();
    assert.equal(opens, true);
    assert.match(seen, /^renvoi vers http:/);
    assert.deepEqual(byPage(other), []);
  });

  it('is followed into the origins that are declared', async (t) => {
    const { other, portal } = await straying(t);
    const wide = { ...embeddedTarget, url: portal.url, origins: [portal.url, other.url] };
    const another = await readyPage(await pageFor(t), wide);
    await another.goto(`${portal.url}/renvoi`);
    assert.deepEqual(byPage(other), ['GET /recu']);
  });
});

describe('the headers that a target asks for', () => {
  it('go to its origins, and to no other', async (t) => {
    const got = new Map<string, string | undefined>();
    const note: RequestListener = (request, response) => {
      got.set(request.url ?? '', request.headers['x-jeton'] as string | undefined);
      response.setHeader('content-type', 'text/html').setHeader('access-control-allow-origin', '*').end('ok');
    };
    const other = await remembering(t, note);
    const portal = await remembering(t, (request, response) => {
      if (request.url !== '/') return note(request, response);
      got.set('/', request.headers['x-jeton'] as string | undefined);
      response
        .setHeader('content-type', 'text/html')
        .end(`<img src="${other.url}/ailleurs"><script src="/script"></script>`);
    });
    const access = { headers: { 'x-jeton': 'abcd' } };
    const target = { ...embeddedTarget, url: portal.url, origins: [portal.url], access };
    const page: Page = await readyPage(await pageFor(t), target);
    await page.goto(portal.url, { waitUntil: 'networkidle' });
    assert.deepEqual([got.get('/'), got.get('/script'), got.get('/ailleurs')], ['abcd', 'abcd', undefined]);
    assert.ok(got.has('/ailleurs'));
  });
});

describe('a cookie banner', () => {
  const page = `${IDENTIFICATION}<div id="b" style="position:fixed;inset:0;background:white">
    Témoins <button onclick="this.parentElement.remove()">Tout accepter</button></div>`;

  async function covered(t: TestContext, access: Target['access']) {
    const portal = await remembering(t, (_request, response) =>
      response.setHeader('content-type', 'text/html; charset=utf-8').end(html(page)),
    );
    const target = { ...embeddedTarget, url: portal.url, origins: [portal.url], answerMs: 1_000, access };
    return portalOn(await readyPage(await pageFor(t), target), portal.url, target).identification;
  }

  it('is accepted when the target names its button', async (t) => {
    const identification = await covered(t, { cookieBanner: 'Tout accepter' });
    await identification.open();
    await identification.takeOtherWay();
  });

  it('stands in the way when it does not', async (t) => {
    const identification = await covered(t, {});
    await identification.open();
    await assert.rejects(identification.takeOtherWay(), Finding);
  });
});
