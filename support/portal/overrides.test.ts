import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, it } from 'node:test';
import { MeansMissing } from '../failures.ts';
import { PortalLost } from '../portal-lost.ts';
import { html, portalOn, serve, useBrowser } from './page.test-support.ts';

const pageFor = useBrowser();

const PERSON = { email: 'anne@acme.test', siret: '73282932000074' };

describe('what a target does itself', () => {
  it('brings a newcomer to step 1, and fills it in; the driver sends it and judges', async (t) => {
    const posted: string[] = [];
    const url = await serve(t, (path, form) => {
      if (path === '/') return '<a href="/inscription">Créer un compte</a>';
      if (form === undefined)
        return `<h1>Vous êtes nouveau sur Chorus Pro ?</h1><form method="post"><input name="courriel"><input name="siren">
          <input name="nic"><button>Valider</button></form>`;
      posted.push([...form.values()].join(' '));
      return '<div role="alert">Non</div>';
    });
    const page = await pageFor(t);
    const driver = {
      identification: {
        open: async () => page.getByRole('link', { name: 'Créer un compte' }).click(),
        fill: async (_page: unknown, { email, siret }: typeof PERSON) => {
          await page.locator('[name=courriel]').fill(email);
          await page.locator('[name=siren]').fill(siret.slice(0, 9));
          await page.locator('[name=nic]').fill(siret.slice(9));
        },
      },
    };
    const { identification } = portalOn(page, url, { driver });
    await identification.open();
    await identification.identify(PERSON);
    assert.deepEqual(posted, ['anne@acme.test 732829320 00074']);
    assert.equal(identification.decision?.outcome, 'refused');
    assert.match(identification.sent, /« anne@acme\.test » et le SIRET « 73282932000074 »/);
    assert.equal(identification.siret.lastTyped, PERSON.siret);
  });

  it('is blamed by its name when it fails, and the portal is not', async (t) => {
    const url = await serve(t, () => html('rien'));
    const open = async () => {
      throw new Error('bouton introuvable');
    };
    const portal = portalOn(await pageFor(t), url, { driver: { identification: { open } } });
    await assert.rejects(portal.identification.open(), {
      name: 'Error',
      message: 'La fonction « driver.identification.open » du fichier cible a échoué : bouton introuvable',
    });
  });

  it('that finds nobody at the portal any more accuses neither', async (t) => {
    const page = await pageFor(t);
    const closed = createServer().listen(0, '127.0.0.1');
    await once(closed, 'listening');
    const gone = `http://127.0.0.1:${(closed.address() as AddressInfo).port}/`;
    closed.close();
    await once(closed, 'close');
    const open = async () => {
      await page.goto(gone);
    };
    const url = await serve(t, () => 'rien');
    const portal = portalOn(page, url, { driver: { identification: { open } } });
    await assert.rejects(portal.identification.open(), PortalLost);
  });

  it('works the workspaces', async (t) => {
    const url = await serve(
      t,
      () => '<p>Engagements <b id="e" data-on="non" onclick="this.dataset.on = \'oui\'">+</b></p>',
    );
    const page = await pageFor(t);
    const workspaces = {
      isOn: async () => (await page.locator('#e').getAttribute('data-on')) === 'oui',
      set: async () => page.locator('#e').click(),
    };
    const portal = portalOn(page, url, { driver: { workspaces } });
    await page.goto(url);
    const choice = portal.workspaces.workspace('Engagements');
    assert.equal(await choice.isThere(), true);
    assert.equal(await portal.workspaces.workspace('Suivi des flux').isThere(), false);
    assert.equal(await choice.isOn(), false);
    await choice.set(true);
    assert.equal(await choice.becomes(true), true);
  });

  it('goes from the mail’s link to the activation page', async (t) => {
    const url = await serve(t, (path) =>
      path === '/lien'
        ? '<a href="/activation">Continuer</a>'
        : '<form><label>Mot de passe <input type="password"></label><label>Confirmation <input type="password"></label><button>Valider</button></form>',
    );
    const page = await pageFor(t);
    const open = async (_page: unknown, link: string) => {
      await page.goto(link);
      await page.getByRole('link', { name: 'Continuer' }).click();
    };
    const { activation } = portalOn(page, url, { driver: { activation: { open } } });
    await activation.openFrom(`${url}/lien`);
    assert.equal(await activation.isShown(), true);
  });

  it('fills in a login, which may be elsewhere', async (t) => {
    const sso = await serve(t, (_path, form) =>
      form === undefined
        ? '<form method="post"><input name="qui"><input name="secret"><button>Se connecter</button></form>'
        : `<p>Rôle : ${[...form.values()].join(' ')}</p>`,
    );
    const url = await serve(t, () => '<p>Accueil</p>');
    const page = await pageFor(t);
    const fill = async (_page: unknown, { email, password }: { email: string; password: string }) => {
      await page.locator('[name=qui]').fill(email);
      await page.locator('[name=secret]').fill(password);
    };
    const changes = { driver: { login: { fill } }, login: { url: `${sso}/connexion` } };
    const portal = portalOn(page, url, changes);
    await page.goto(url);
    await portal.login.logIn('anne@acme.test', 'Sésame-1');
    assert.equal(portal.login.decision?.outcome, 'accepted');
    assert.match(await portal.account.roleShown(), /anne@acme\.test Sésame-1/);
  });
});

describe('a number that was invented', () => {
  it('is not sent to a portal that asks INSEE itself; a wrong one is nobody’s', async (t) => {
    const url = await serve(
      t,
      () => '<label>Adresse électronique de connexion <input></label><label>Numéro de SIRET <input></label>',
    );
    const companies = [{ siret: '73282932000082', family: 'ordinaire' as const }];
    const { identification } = portalOn(await pageFor(t), url, { insee: { by: 'reel', companies } });
    await identification.open();
    for (const siret of ['73282932000074', '732 829 320 00074'])
      await assert.rejects(
        identification.prepare({ ...PERSON, siret }),
        /n'est pas de ceux que la cible donne/,
      );
    for (const siret of ['73282932000082', '73282932000075', ''])
      await identification.prepare({ ...PERSON, siret });
  });
});

describe('a portal that asks to be given time', () => {
  it('is heeded when a page opens and when one is sent', async (t) => {
    let limited = false;
    const url = await serve(t, (_path, form, response) => {
      if (limited || form !== undefined) {
        response.statusCode = 429;
        response.setHeader('retry-after', '7');
      }
      return '<form method="post"><label>Adresse électronique de connexion <input></label><label>Numéro de SIRET <input></label><button>Valider</button></form>';
    });
    const heard: unknown[] = [];
    const onBrake = (brake: unknown) => {
      heard.push(brake);
      throw new MeansMissing('cadence', '');
    };
    const { identification } = portalOn(await pageFor(t), url, {}, { onBrake });
    await identification.open();
    await assert.rejects(identification.identify(PERSON), MeansMissing);
    limited = true;
    await assert.rejects(identification.open(), MeansMissing);
    assert.deepEqual(heard, [{ retryAfter: '7' }, { retryAfter: '7' }]);
  });
});
