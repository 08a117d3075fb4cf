import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { company } from '../../fixtures/company.ts';
import { html, portalOn, useBrowser } from '../portal/page.test-support.ts';
import type { Portal } from '../portal/portal.ts';
import {
  expectHeld,
  expectKept,
  expectLoginRecalled,
  expectNoMask,
  expectOppositionRecalled,
  expectShown,
  expectToFillIn,
} from './information.ts';
import { expectPrefilled } from './prefill.ts';

const pageFor = useBrowser();
const EMAIL = 'anne@acme.test';
const SIRET = '12345678200010';

async function step2(t: TestContext, body: string): Promise<Portal> {
  const page = await pageFor(t);
  await page.setContent(html(body));
  return portalOn(page, 'http://127.0.0.1');
}

const field = (label: string, value: string, more = ''): string =>
  `<p><label>${label} <input value="${value}" ${more}></label></p>`;
const CONFIRM = field('Resaisissez votre adresse électronique de connexion', EMAIL);
const CONTACT = field('Adresse électronique de contact', EMAIL);

describe('step 2 must', { concurrency: 4 }, () => {
  it('recall the login address, elsewhere than where an address is typed', async (t) => {
    await expectLoginRecalled(await step2(t, `<p>ANNE@acme.test</p>${CONFIRM}${CONTACT}`), EMAIL);
    await expectLoginRecalled(await step2(t, field('Adresse', EMAIL, 'readonly') + CONFIRM), EMAIL);
    await assert.rejects(expectLoginRecalled(await step2(t, CONFIRM + CONTACT), EMAIL), /nulle part/);
  });

  it('recall the right of opposition by the survey, not elsewhere', async (t) => {
    const box = '<label><input type="checkbox"> J’accepte l’enquête</label>';
    const right = 'Je peux exercer mon droit d’opposition.';
    const by = await step2(t, `<div>${box}<p>${right}</p></div><p><input></p>`);
    await expectOppositionRecalled(by.information);
    const far = await step2(t, `<div>${box}</div><p><label>Nom <input></label></p><footer>${right}</footer>`);
    await assert.rejects(
      expectOppositionRecalled(far.information),
      /enquête de satisfaction.*droit de retrait/,
    );
  });

  it('hold a value to the letter', async (t) => {
    const { information } = await step2(t, CONTACT);
    await expectHeld(information.contactEmail, EMAIL);
    await assert.rejects(expectHeld(information.contactEmail, 'Anne@acme.test'), /Constaté : « anne@acme/);
    const empty = await step2(t, CONTACT.replace(EMAIL, ''));
    await assert.rejects(expectHeld(empty.information.contactEmail, EMAIL), /Constaté : vide/);
  });

  it('show texts as they were typed', async (t) => {
    const portal = await step2(t, '<p>Zoé</p>');
    await expectShown(portal, { prénom: 'Zoé' });
    await assert.rejects(expectShown(portal, { prénom: 'Zoé', nom: 'D’Été' }), /absent : nom « D’Été »/);
  });

  it('keep what was typed beside the fault', async (t) => {
    const typed = {
      email: EMAIL,
      nom: 'Martin',
      prenom: 'Zoé',
      structure: { ville: 'LYON' },
      boxes: { dume: true },
    };
    const kept = (nom: string, dume: string): string =>
      `${field('Nom', nom)}${field('Prénom', 'Zoé')}${field('Ville', 'LYON')}
       <label><input type="checkbox" ${dume}> Créer et/ou consulter des DUME</label>`;
    await expectKept((await step2(t, kept('Martin', 'checked'))).information, typed);
    await assert.rejects(
      expectKept((await step2(t, kept('', ''))).information, typed),
      /« Nom » : rien au lieu de « Martin » ; « Créer et\/ou consulter des DUME » n'est plus coché/,
    );
  });

  it('present no mask, neither as text nor in a field', async (t) => {
    await expectNoMask(await step2(t, '<p>ND</p>'), '[ND]', SIRET);
    await assert.rejects(expectNoMask(await step2(t, '<p>[ND]</p>'), '[ND]', SIRET), /affiché dans le texte/);
    await assert.rejects(expectNoMask(await step2(t, field('Adresse', '[ND]')), '[ND]', SIRET), /« \[ND\] »/);
  });

  it('leave what is masked empty and to be filled in', async (t) => {
    const masked = { adresse: '1 RUE' };
    await expectToFillIn((await step2(t, field('Adresse', ''))).information, masked);
    const full = await step2(t, field('Adresse', 'X'));
    await assert.rejects(expectToFillIn(full.information, masked), /« Adresse » contient « X »/);
    const blank = await step2(t, field('Adresse', '  '));
    await assert.rejects(expectToFillIn(blank.information, masked), /« Adresse » contient des espaces \(2\)/);
    const fixed = await step2(t, field('Adresse', '', 'readonly'));
    await assert.rejects(expectToFillIn(fixed.information, masked), /ne peut pas être rempli/);
    await assert.rejects(expectToFillIn(full.information, {}), /ne masque rien/);
  });
});

describe('a structure must be prefilled', () => {
  const known = company('73282932000074');
  const { codePostal, libelleCommune } = known.adresse;
  const names = ['code postal', 'ville'];

  it('with what INSEE knows, whatever the case', async (t) => {
    const same = field('Code postal', codePostal) + field('Ville', libelleCommune.toLowerCase());
    await expectPrefilled((await step2(t, same)).information, known, names);
  });

  it('with its digits, and nothing else', async (t) => {
    const wrong = field('Code postal', codePostal.slice(1)) + field('Ville', `${libelleCommune} CEDEX`);
    await assert.rejects(
      expectPrefilled((await step2(t, wrong)).information, known, names),
      new RegExp(`« code postal » : « ${codePostal.slice(1)} » au lieu de « ${codePostal} » ; « ville »`),
    );
  });

  it('in fields that the harness knows, one at least', async (t) => {
    const { information } = await step2(t, '');
    await assert.rejects(expectPrefilled(information, known, []), /le tableau est vide/);
    await assert.rejects(expectPrefilled(information, known, ['couleur']), /Donnée inconnue : « couleur »/);
  });
});
