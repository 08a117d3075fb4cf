import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { portalOn, serve, useBrowser } from './page.test-support.ts';

const pageFor = useBrowser();

const ACCOUNT = '<dl><dt>Rôle</dt><dd>Gestionnaire principal</dd></dl>';
const LOGIN = `<form method="post" action="/connexion"><label>Adresse électronique de connexion <input name="a"></label>
  <label>Mot de passe <input name="m" type="password"></label><button>Se connecter</button></form>`;

describe('a login', () => {
  it('is made as in a new browser where the portal keeps who is logged in', async (t) => {
    const page = await pageFor(t);
    const url = await serve(t, (path, posted, response, cookie) => {
      if (posted) return posted.get('m') === 'bon' ? ACCOUNT : `<p role="alert">Inconnu</p>${LOGIN}`;
      if (path === '/activation') response.setHeader('set-cookie', 'session=1');
      if (path === '/activation' || cookie?.includes('session=1')) return ACCOUNT;
      return path === '/connexion' ? LOGIN : '<a href="/connexion">Se connecter</a>';
    });
    await page.goto(`${url}/activation`);
    const { login } = portalOn(page, url);
    await login.logIn('anne@acme.test', 'mauvais');
    assert.equal(login.decision?.outcome, 'refused');
    await login.logIn('anne@acme.test', 'bon');
    assert.equal(login.decision?.outcome, 'accepted');
  });

  it('forgets what a script keeps of who is logged in', async (t) => {
    const page = await pageFor(t);
    const url = await serve(
      t,
      () => `<div id="d"></div><script>
        const known = localStorage.session || sessionStorage.session;
        d.innerHTML = known ? ${JSON.stringify(ACCOUNT)} : ${JSON.stringify(LOGIN)};
      </script>`,
    );
    await page.goto(url);
    await page.evaluate("localStorage.session = '1'; sessionStorage.session = '1'");
    await page.reload();
    assert.equal(await page.getByText('Rôle').count(), 1);
    const { login } = portalOn(page, url);
    await login.open();
    assert.ok(await login.email.isThere());
  });

  it('goes by a button that bears the name of the one that sends the form', async (t) => {
    const page = await pageFor(t);
    const form = LOGIN.replace('method="post" action="/connexion"', 'onsubmit="return enter()"');
    const url = await serve(
      t,
      () => `<button onclick="d.innerHTML = asking">Se connecter</button><div id="d"></div><script>
        const asking = ${JSON.stringify(form)};
        const enter = () => { document.body.innerHTML = ${JSON.stringify(ACCOUNT)}; return false; };
      </script>`,
    );
    const { login } = portalOn(page, url);
    await page.goto(url);
    await login.open();
    assert.ok(await login.email.isThere());
  });

  it('goes by the link where a button bears its name too', async (t) => {
    const page = await pageFor(t);
    const url = await serve(t, (path) =>
      path === '/connexion' ? LOGIN : '<a href="/connexion">Se connecter</a><button>Se connecter</button>',
    );
    await page.goto(url);
    await portalOn(page, url).login.open();
    assert.equal(page.url(), `${url}/connexion`);
  });

  it('follows the link of the page shown, and keeps what the browser holds', async (t) => {
    const page = await pageFor(t);
    const url = await serve(t, (path) =>
      path === '/connexion' ? LOGIN : '<a href="/connexion">Se connecter</a>',
    );
    await page.goto(`${url}/terminee`);
    await page.evaluate("localStorage.langue = 'fr'");
    const { login } = portalOn(page, url);
    await login.open();
    assert.equal(page.url(), `${url}/connexion`);
    assert.equal(await page.evaluate('localStorage.langue'), 'fr');
  });
});
