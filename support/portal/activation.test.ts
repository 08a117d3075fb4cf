import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { portalOn, serve, useBrowser } from './page.test-support.ts';
import type { Portal } from './portal.ts';

const pageFor = useBrowser();

const LOGIN =
  '<label>Adresse électronique de connexion <input name="a"></label><button>Se connecter</button>';
const HEADER = `<header><form>${LOGIN}</form></header>`;
const FORM = `<h1>Activation du compte utilisateur</h1><form method="post"><label>Mot de passe <input name="m" type="password"></label>
  <label>Confirmation <input name="c" type="password"></label><label>Question secrète <input name="q"></label>
  <label>Réponse <input name="r"></label><button>Valider</button></form>`;
const REFUSAL = '<p role="alert">Mot de passe trop court</p>';

const SECRETS = { password: 'Abc1!xyz', question: 'Ville ?', answer: 'Lyon' };

async function activated(t: TestContext, before: string, after: string): Promise<Portal['activation']> {
  const page = await pageFor(t);
  const url = await serve(t, (_path, posted) => (posted ? after : before));
  const { activation } = portalOn(page, url);
  await activation.openFrom(`${url}/activation`);
  await activation.activate(SECRETS);
  return activation;
}

describe('an activation', { concurrency: 4 }, () => {
  const outcomes: ReadonlyArray<readonly [string, string, string, string]> = [
    ['accepted where the login page follows', FORM, LOGIN, 'accepted'],
    [
      'accepted where the account follows',
      FORM,
      '<dl><dt>Rôle</dt><dd>Gestionnaire principal</dd></dl>',
      'accepted',
    ],
    [
      'accepted in words under a header with a login form',
      HEADER + FORM,
      `${HEADER}<p>Votre compte est désormais actif</p>`,
      'accepted',
    ],
    ['refused under a header with a login form', HEADER + FORM, HEADER + REFUSAL + FORM, 'refused'],
    [
      'undecided where the same page comes back under such a header',
      HEADER + FORM,
      HEADER + FORM,
      'undecided',
    ],
    ['undecided where such a header alone is left', HEADER + FORM, `${HEADER}<p>Bonjour</p>`, 'undecided'],
    [
      'refused where the page speaks of a role',
      `<p>Votre rôle</p>${FORM}`,
      `<p>Votre rôle</p>${REFUSAL}${FORM}`,
      'refused',
    ],
  ];
  for (const [name, before, after, outcome] of outcomes) {
    it(`is ${name}`, async (t) => {
      const { decision } = await activated(t, before, after);
      assert.equal(decision?.outcome, outcome, JSON.stringify(decision));
    });
  }
});
