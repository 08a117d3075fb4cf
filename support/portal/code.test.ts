import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Finding } from '../failures.ts';
import { portalOn, serve, useBrowser } from './page.test-support.ts';
import type { Portal } from './portal.ts';

const pageFor = useBrowser();

const CODE = '4821093756';
const ANNE = 'anne@acme.test';

const ENTRY = (email: string, limits = ''): string => `<form method="post">${email}
  <label>Code d'activation <input name="code" ${limits}></label><button>Valider</button></form>`;
const EMAIL = '<label>Adresse électronique de connexion <input name="e"></label>';
const PASSWORD = '<label>Confirmation <input type="password"></label>';
const HOME = `<button onclick="location.href='/code'">J'ai reçu un code d'activation</button>`;

interface Given {
  readonly home?: string;
  readonly entry?: string;
  readonly next?: string;
}

/** A portal that takes the right code for the right address, where it asks for one. */
async function start(t: TestContext, { home = HOME, entry = ENTRY(EMAIL), next = PASSWORD }: Given = {}) {
  const page = await pageFor(t);
  const url = await serve(t, (path, posted) => {
    if (posted === undefined) return path === '/code' ? entry : home;
    const isRight = posted.get('code') === CODE && (posted.get('e') ?? ANNE) === ANNE;
    return isRight ? next : `<p role="alert">Code inconnu</p>${entry}`;
  });
  return portalOn(page, url, { activation: { by: 'code' } });
}

const enter = ({ wayIn }: Portal, code = CODE): Promise<void> => wayIn.enter(code, ANNE);

describe('an activation code', () => {
  it('is typed where the home page leads, with the address where it is asked for', async (t) => {
    for (const entry of [ENTRY(EMAIL), ENTRY('')]) {
      const portal = await start(t, { entry });
      await enter(portal);
      assert.equal(await portal.activation.isShown(), true);
      assert.equal(await portal.wayIn.answer(), undefined);
    }
  });

  it('is typed at once where the home page asks for it', async (t) => {
    const portal = await start(t, { home: ENTRY('') });
    await enter(portal);
    assert.equal(await portal.activation.isShown(), true);
  });

  it('is refused, whatever refused it', async (t) => {
    const portal = await start(t);
    await enter(portal, '1111111111');
    assert.deepEqual(await portal.wayIn.answer(), { outcome: 'refused', signs: ['Code inconnu'] });
    assert.match(await portal.whereItLed(), /^refusé, avec « Code inconnu » ; page « Portail d’essai »/);
    const strict = await start(t, { entry: ENTRY('', 'required') });
    await enter(strict, '');
    assert.equal((await strict.wayIn.answer())?.outcome, 'refused');
  });

  it('is refused by a field that keeps but a part of it: what is left would be another code', async (t) => {
    const portal = await start(t, { entry: ENTRY('', 'maxlength="10"') });
    await enter(portal, `${CODE}9`);
    assert.deepEqual(await portal.wayIn.answer(), {
      outcome: 'refused',
      signs: ['le champ ne garde pas le code tel que saisi'],
    });
    await enter(portal);
    assert.equal(await portal.activation.isShown(), true);
  });

  it('is accepted where nothing else is asked', async (t) => {
    const portal = await start(t, { next: '<p>Votre compte est désormais actif</p>' });
    await enter(portal);
    assert.deepEqual(await portal.wayIn.answer(), { outcome: 'accepted' });
  });

  it('is a finding where the home page leads nowhere', async (t) => {
    const portal = await start(t, { home: '<a href="/aide">Aide</a><button>Suivre</button>' });
    await assert.rejects(enter(portal), (error) => {
      assert.ok(error instanceof Finding);
      assert.match(error.message, /^Saisie du code d'activation : le lien ou bouton « Saisir mon code/);
      assert.match(error.message, /la page montre : « Aide », « Suivre » ;/);
      return true;
    });
  });

  it('is shown masked', async (t) => {
    const { wayIn } = await start(t);
    assert.equal(wayIn.shown(CODE), '48… (10 caractères)');
    assert.equal(wayIn.shown(''), 'aucun');
  });
});
