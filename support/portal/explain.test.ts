import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { errors, type Page } from '@playwright/test';
import { Finding, failureOf } from '../failures.ts';
import { guideLexicon } from '../target/lexicon.ts';
import { Choice } from './choice.ts';
import { acting } from './explain.ts';
import { FIELD_MS, Field } from './field.ts';
import type { Kind } from './in-page/candidates.ts';
import { html, timed, useBrowser } from './page.test-support.ts';
import { selectorOf, wantedOf } from './selector.ts';

const pageFor = useBrowser();

function searchOf(page: Page, name: string, kind: Kind = 'field') {
  return { page, kind, name, where: 'Étape 2 (informations)' } as const;
}

function fieldOf(page: Page, name: string): Field {
  const locator = page.locator(selectorOf('field', [name]));
  return new Field(locator, searchOf(page, name), wantedOf([name]), () => undefined);
}

describe('acting', { concurrency: 4 }, () => {
  it('says of an absent field what was looked for and which labels the page shows', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html('<label>Courriel *<input></label><input title="SIRET"><input hidden title="Caché">', 'Accueil'),
    );
    await assert.rejects(fieldOf(page, 'Prénom').fill('Anne'), (error: unknown) => {
      assert.ok(error instanceof Finding);
      assert.deepEqual(error.observation, {
        done: 'Étape 2 (informations) : le champ « Prénom » a été cherché',
        expected: 'un seul champ de ce nom, visible et utilisable',
        seen: 'introuvable sous ce nom ; la page montre : « Courriel * », « SIRET » ; page « Accueil »',
      });
      return true;
    });
  });

  it('says of a field that can not be used that it is there', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html('<label>Prénom *<input disabled></label><label>Nom<input></label>', 'Accueil'),
    );
    await assert.rejects(fieldOf(page, 'Prénom').fill('Anne'), /il est là, mais ne se laisse pas utiliser/);
  });

  it('says that a blank page has none', async (t) => {
    const page = await pageFor(t);
    await assert.rejects(fieldOf(page, 'Prénom').value(), /aucun champ sur la page/);
  });

  it('names each kind of thing in French', async (t) => {
    const page = await pageFor(t);
    const nouns = {
      choice: 'choix \\(case ou interrupteur\\)',
      button: 'bouton',
      link: 'lien',
      text: 'texte',
    } as const;
    for (const [kind, noun] of Object.entries(nouns)) {
      const failing = acting(searchOf(page, 'X', kind as Kind), () =>
        Promise.reject(new errors.TimeoutError('trop tard')),
      );
      await assert.rejects(failing, new RegExp(`le ${noun} « X » a été cherché`));
    }
  });

  it('lets a closed browser pass, as the harness’s own fault', async (t) => {
    const page = await pageFor(t);
    await page.close();
    const error = await fieldOf(page, 'Prénom')
      .fill('Anne')
      .catch((caught: unknown) => caught);
    assert.ok(error instanceof Error && !(error instanceof Finding));
    assert.equal(failureOf(error, undefined).kind, 'harness');
  });

  it('lets an error of ours pass untouched, and gives what the action gives', async (t) => {
    const page = await pageFor(t);
    const ours = new TypeError('à nous');
    await assert.rejects(
      acting(searchOf(page, 'X'), () => Promise.reject(ours)),
      (error) => error === ours,
    );
    assert.equal(await acting(searchOf(page, 'X'), async () => 3), 3);
  });
});

describe('a field', { concurrency: 4 }, () => {
  it('says what was typed in it, by the characters a person counts', async (t) => {
    const page = await pageFor(t);
    await page.setContent(html('<input title="Nom">'));
    const field = fieldOf(page, 'Nom');
    assert.equal(field.typed, 'rien');
    assert.match(field.sent, /« Nom » laissé vide, puis envoi$/);
    await field.fill('Zoé😀');
    assert.equal(await field.value(), 'Zoé😀');
    assert.equal(field.typed, '« Zoé😀 » (4 caractères)');
    assert.equal(
      field.sent,
      'Étape 2 (informations) : « Nom » rempli avec « Zoé😀 » (4 caractères), puis envoi',
    );
    await field.fill('');
    assert.match(field.sent, /laissé vide/);
  });

  it('chooses the first real answer of a list, and types where the field is free', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(`<select title="Question"><option value="">Choisir…</option><option value="n" disabled>—</option>
        <option value="animal">Votre animal ?</option></select><input title="Libre">`),
    );
    await fieldOf(page, 'Question').choose('Votre ville ?');
    assert.equal(await page.locator('select').inputValue(), 'animal');
    await fieldOf(page, 'Libre').choose('Votre ville ?');
    assert.equal(await page.locator('input').inputValue(), 'Votre ville ?');
  });

  it('is a finding, in time, when its list offers nothing to choose', async (t) => {
    const page = await pageFor(t);
    await page.setContent(html('<select title="Question"><option value="">Choisir…</option></select>'));
    page.setDefaultTimeout(5_000);
    const { value, ms } = await timed(() =>
      fieldOf(page, 'Question')
        .choose('x')
        .catch((error: unknown) => error),
    );
    assert.ok(value instanceof Finding, String(value));
    assert.ok(ms < 2 * FIELD_MS, `${ms} ms`);
  });

  it('is usable only when one can type in it', async (t) => {
    const page = await pageFor(t);
    await page.setContent(html('<input title="A"><input title="B" readonly><input title="C" disabled>'));
    assert.equal(await fieldOf(page, 'A').isUsable(), true);
    assert.equal(await fieldOf(page, 'B').isUsable(), false);
    assert.equal(await fieldOf(page, 'C').isUsable(), false);
  });
});

describe('a choice', { concurrency: 4 }, () => {
  const makes: ReadonlyArray<readonly [string, string]> = [
    ['a checkbox', '<label><input type="checkbox"> Factures</label>'],
    [
      'a switch',
      '<button role="switch" aria-checked="false" onclick="ariaChecked = ariaChecked === \'false\'">Factures</button>',
    ],
    [
      'a toggle button',
      '<button aria-pressed="false" onclick="ariaPressed = ariaPressed === \'false\'">Factures</button>',
    ],
  ];
  for (const [make, body] of makes) {
    it(`is read and switched when it is ${make}`, async (t) => {
      const page = await pageFor(t);
      await page.setContent(html(body));
      const choice = new Choice(
        page.locator(selectorOf('choice', ['Factures'])),
        searchOf(page, 'Factures', 'choice'),
        ['Factures'],
        guideLexicon,
      );
      assert.equal(await choice.isOn(), false);
      await choice.set(true);
      assert.equal(await choice.isOn(), true);
      await choice.set(true);
      assert.equal(await choice.isOn(), true);
      await choice.set(false);
      assert.equal(await choice.isOn(), false);
    });
  }

  it('is described by its row, without its name nor its state', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(`<table><tr><td>Factures</td><td>Déposer et  suivre</td>
        <td><button role="switch" aria-checked="true" aria-label="Factures">OUI</button></td></tr></table>`),
    );
    const choice = new Choice(
      page.locator(selectorOf('choice', ['Factures'])),
      searchOf(page, 'Factures', 'choice'),
      ['Factures'],
      guideLexicon,
    );
    assert.equal(await choice.description(), 'Déposer et suivre');
  });
});
