import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MeansMissing } from '../failures.ts';
import { serve, useBrowser } from './page.test-support.ts';
import { replay, Trail, withFields } from './trail.ts';

const pageFor = useBrowser();
const FORM =
  '<form method="post" action="/fin"><input type="hidden" name="jeton" value="A"><input name="nom" value="Anne"><button>Valider</button></form>';

describe('a trail', () => {
  it('keeps the addresses met, once each, and what was last sent', async (t) => {
    const page = await pageFor(t);
    const trail = new Trail(page);
    assert.throws(() => trail.sending, MeansMissing);
    const url = await serve(t, () => FORM);
    await page.goto(`${url}/un`);
    await page.goto(`${url}/deux`);
    await page.goto(`${url}/un`);
    await page.getByRole('button').click();
    await page.waitForURL('**/fin');
    assert.deepEqual(trail.addresses, [`${url}/un`, `${url}/deux`, `${url}/fin`]);
    const { method, body, url: to } = trail.sending;
    assert.deepEqual([method, body, to], ['POST', 'jeton=A&nom=Anne', `${url}/fin`]);
  });

  it('is replayed with the hidden fields of the page at hand', async (t) => {
    const page = await pageFor(t);
    const sent: string[] = [];
    const url = await serve(t, (_path, posted) => {
      if (posted !== undefined) sent.push(posted.toString());
      return FORM.replace('"A"', '"B"');
    });
    await page.goto(url);
    const contentType = 'application/x-www-form-urlencoded';
    const from = { from: page, headers: {} };
    const sending = { url: `${url}/fin`, method: 'POST', contentType, body: 'jeton=A&nom=Luc', ...from };
    await replay(page, sending);
    await replay(page, { ...sending, contentType: 'text/plain', body: 'jeton=A' });
    assert.deepEqual(sent, ['jeton=B&nom=Luc', 'jeton=A']);
    assert.equal(page.url(), `${url}/`);
  });

  it('keeps the addresses from which a script took data of the portal', async (t) => {
    const page = await pageFor(t);
    const trail = new Trail(page);
    const elsewhere = await serve(t, (_path, _posted, response) => {
      response.setHeader('access-control-allow-origin', '*').setHeader('content-type', 'application/json');
      response.end('{}');
      return undefined;
    });
    const url = await serve(t, (path, _posted, response) => {
      if (!path.startsWith('/api/')) return '<p>Accueil</p>';
      response.setHeader('content-type', path === '/api/texte' ? 'text/plain' : 'application/json').end('{}');
      return undefined;
    });
    await page.goto(url);
    await page.evaluate(async (other) => {
      for (const asked of ['/api/dossiers/7', '/api/dossiers/7', '/api/texte', other]) await fetch(asked);
      await fetch('/api/envoi', { method: 'POST' });
    }, elsewhere);
    assert.deepEqual(trail.dataAddresses, [`${url}/api/dossiers/7`]);
  });

  it('is replayed with the token that a script adds: its own page’s, or that of the page at hand', async (t) => {
    const [page, other] = [await pageFor(t), await pageFor(t)];
    const trail = new Trail(page);
    const received: unknown[] = [];
    const url = await serve(t, (path, _posted, { req }) => {
      if (path === '/fin') received.push([req.headers['x-xsrf-token'], req.headers.authorization]);
      return '<p>Accueil</p>';
    });
    for (const [index, each] of [page, other].entries()) {
      await each.goto(url);
      await each.evaluate(`document.cookie = 'XSRF-TOKEN=jeton${index}'`);
    }
    const headers = { 'X-XSRF-TOKEN': 'jeton0', Authorization: 'Bearer a' };
    await page.evaluate(
      (own) => fetch('/fin', { method: 'POST', headers: own }).then(() => undefined),
      headers,
    );
    await replay(page, trail.sending);
    await replay(other, trail.sending);
    assert.deepEqual(received, [
      ['jeton0', 'Bearer a'],
      ['jeton0', 'Bearer a'],
      ['jeton1', undefined],
    ]);
  });

  it('is replayed in the session of the page at hand, where addresses name it', async (t) => {
    const page = await pageFor(t);
    const [theirs, mine] = ['0b6f1c2d3e4f5a6b7c8d', '9a8b7c6d5e4f3a2b1c0d'];
    const sent: string[] = [];
    const url = await serve(t, (path, posted) => {
      if (posted !== undefined) sent.push(path);
      return `<form method="post" action="/etape-2?s=${mine}"><input name="action" value="suite"></form>`;
    });
    await page.goto(url);
    const contentType = 'application/x-www-form-urlencoded';
    const address = `${url}/fin?s=${theirs}`;
    await replay(page, { url: address, method: 'POST', contentType, body: 'a=1', headers: {}, from: page });
    assert.deepEqual(sent, [`/fin?s=${mine}`]);
  });

  it('adds no field', () => {
    assert.equal(
      withFields('a=1&a=2&b=3', [
        ['b', '4'],
        ['c', '5'],
      ]),
      'a=1&a=2&b=4',
    );
  });
});
