import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from '@playwright/test';
import { Finding } from '../../failures.ts';
import { acting } from '../explain.ts';
import { html, useBrowser } from '../page.test-support.ts';
import { PageWatch } from '../page-watch.ts';
import { selectorOf } from '../selector.ts';
import type { Kind } from './candidates.ts';

const pageFor = useBrowser();

/** The ids of what the engine finds. */
async function found(page: Page, kind: Kind | 'enabled', ...names: string[]): Promise<string[]> {
  return page.locator(selectorOf(kind, names)).evaluateAll((all) => all.map((one) => one.id));
}

/** The ids of the signs, once Playwright's own world of the page, where it waits, sees as many. */
async function signs(page: Page, watch = new PageWatch(page)): Promise<string[]> {
  const refusal = watch.refusals();
  const ids = await refusal.evaluateAll((all) => all.map((one) => one.id));
  assert.equal(await refusal.count(), ids.length);
  return ids;
}

describe('the engine, with labels as portals write them', () => {
  it('finds « Numéro de SIRET » in « Numéro de SIRET * (14 chiffres) »', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html('<label for="s">Numéro de SIRET * (14 chiffres)</label><input id="s"><input id="autre">'),
    );
    assert.deepEqual(await found(page, 'field', 'Numéro de SIRET'), ['s']);
  });

  it('prefers the equal label to the longer one that contains it', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(`<label>Resaisissez votre adresse électronique de connexion <input id="encore"></label>
        <label>Adresse électronique de connexion * <input id="adresse"></label>`),
    );
    assert.deepEqual(await found(page, 'field', 'Adresse électronique de connexion'), ['adresse']);
    assert.deepEqual(await found(page, 'field', 'Resaisissez votre adresse électronique de connexion'), [
      'encore',
    ]);
  });

  it('prefers the label that begins so to the one that contains it', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(`<label>Confirmation du mot de passe <input id="bis"></label>
        <label>Mot de passe (8 caractères) choisi <input id="mdp"></label>`),
    );
    assert.deepEqual(await found(page, 'field', 'Mot de passe'), ['mdp']);
  });

  it('leaves to another thing the label that bears its longer name', async (t) => {
    const page = await pageFor(t);
    const contact = '<label>Adresse électronique de contact * <input id="contact"></label>';
    const found = (): Promise<string[]> =>
      page
        .locator(selectorOf('field', ['Adresse'], ['Adresse électronique de contact', 'Code postal']))
        .evaluateAll((all) => all.map((one) => one.id));
    await page.setContent(html(contact));
    assert.deepEqual(await found(), []);
    await page.setContent(html(`${contact}<label>Adresse de la structure <input id="voie"></label>`));
    assert.deepEqual(await found(), ['voie']);
  });

  it('reads a label without accents, in capitals', async (t) => {
    const page = await pageFor(t);
    await page.setContent(html('<label for="p">PRENOM :</label><input id="p">'));
    assert.deepEqual(await found(page, 'field', 'Prénom'), ['p']);
  });

  it('unfolds what no visible label answers, and only that', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(`<details id="autre"><summary>Connexion</summary><label>Courriel <input></label></details>
        <details><summary>Facultatif</summary><details><summary>Plus encore</summary>
        <label>Libellé de la structure <input id="libelle"></label></details></details>
        <label>Ville <input id="ville"></label>
        <details id="double"><summary>Livraison</summary><label>Ville <input></label></details>`),
    );
    assert.deepEqual(await found(page, 'field', 'Libellé de la structure'), ['libelle']);
    await page.locator(selectorOf('field', ['Libellé de la structure'])).fill('Agence', { timeout: 1_000 });
    assert.deepEqual(await found(page, 'field', 'Ville'), ['ville']);
    assert.deepEqual(
      await page.locator('details:not([open])').evaluateAll((all) => all.map(({ id }) => id)),
      ['autre', 'double'],
    );
  });

  it('does not find what stays hidden once it is unfolded', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html('<details><summary>Plus</summary><input aria-label="Ville" hidden></details>'),
    );
    assert.deepEqual(await found(page, 'field', 'Ville'), []);
  });

  const sources: ReadonlyArray<readonly [string, string]> = [
    ['a label for it', '<label for="x">Ville</label><input id="x">'],
    ['a label around it', '<label>Ville <input id="x"></label>'],
    ['aria-label', '<input id="x" aria-label="Ville">'],
    ['aria-labelledby', '<span id="l">Ville</span><input id="x" aria-labelledby="l">'],
    ['title', '<input id="x" title="Ville">'],
    ['placeholder', '<input id="x" placeholder="Ville">'],
  ];
  for (const [source, body] of sources) {
    it(`finds a field by ${source}`, async (t) => {
      const page = await pageFor(t);
      await page.setContent(html(body));
      assert.deepEqual(await found(page, 'field', 'Ville'), ['x']);
    });
  }

  it('takes aria-label before the visible label, and the placeholder last', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(`<label>Pays <input id="a" aria-label="Ville"></label>
        <label>Commune <input id="b" placeholder="Ville"></label>`),
    );
    assert.deepEqual(await found(page, 'field', 'Ville'), ['a']);
    assert.deepEqual(await found(page, 'field', 'Pays'), []);
  });

  it('takes each name of an entry for as good as the others', async (t) => {
    const page = await pageFor(t);
    await page.setContent(html('<label>Courriel <input id="c"></label>'));
    assert.deepEqual(await found(page, 'field', 'Adresse électronique', 'Courriel'), ['c']);
  });

  it('finds lists, text areas and rich fields, never a box or a button', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(`<select id="a" title="Pays"></select><textarea id="b" title="Pays"></textarea>
        <div id="c" contenteditable="true" aria-label="Pays"></div><input type="checkbox" title="Pays">
        <input type="submit" value="Pays"><input type="hidden" title="Pays">`),
    );
    assert.deepEqual(await found(page, 'field', 'Pays'), ['a', 'b', 'c']);
  });

  it('finds a button by its text, its value or the alternative of its image', async (t) => {
    const page = await pageFor(t);
    for (const body of [
      '<button id="b">Valider &rarr;</button>',
      '<input type="submit" id="b" value="Valider">',
      '<button id="b"><img alt="Valider" src="data:,"></button>',
      '<input type="image" id="b" alt="Valider" src="data:,">',
    ]) {
      await page.setContent(html(body));
      assert.deepEqual(await found(page, 'button', 'Valider'), ['b'], body);
    }
  });

  it('finds the smallest text that holds the words', async (t) => {
    const page = await pageFor(t);
    await page.setContent(html('<div id="d"><p id="p">Un <b>courriel d’activation</b> part.</p></div>'));
    assert.deepEqual(await found(page, 'text', "courriel d'activation"), ['p']);
  });
});

describe('the engine, when several candidates remain', () => {
  const TWO_SECTIONS = `
    <section><h2>Déjà inscrit ?</h2><div><label>Adresse électronique de connexion <input id="ancien"></label></div></section>
    <section><h2>Vous êtes nouveau sur Chorus Pro ?</h2><div><label>Adresse électronique de connexion <input id="nouveau"></label></div></section>`;

  it('lets the section decide between two fields of one label', async (t) => {
    const page = await pageFor(t);
    await page.setContent(html(TWO_SECTIONS));
    assert.deepEqual(
      await found(page, 'field', 'Adresse électronique de connexion @ Vous êtes nouveau sur Chorus Pro'),
      ['nouveau'],
    );
    assert.deepEqual(await found(page, 'field', 'Adresse électronique de connexion @ Déjà inscrit'), [
      'ancien',
    ]);
  });

  it('lets a legend or an aria-label name the section', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(`<fieldset><legend>Ma structure</legend><input id="a" title="Nom"></fieldset>
        <form aria-label="Mon profil"><input id="b" title="Nom"></form>`),
    );
    assert.deepEqual(await found(page, 'field', 'Nom @ Ma structure'), ['a']);
    assert.deepEqual(await found(page, 'field', 'Nom @ Mon profil'), ['b']);
  });

  it('does not ask for a section the portal does not have', async (t) => {
    const page = await pageFor(t);
    await page.setContent(html('<input id="seul" title="Nom">'));
    assert.deepEqual(await found(page, 'field', 'Nom @ Je complète mes informations'), ['seul']);
  });

  it('keeps both where nothing tells them apart, and the finding says so', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html('<label>Nom <input id="a"></label><label>Nom * <input id="b"></label>', 'Deux noms'),
    );
    assert.deepEqual(await found(page, 'field', 'Nom'), ['a', 'b']);
    const search = { page, kind: 'field', name: 'Nom', where: 'Étape 2 (informations)' } as const;
    const fill = page.locator(selectorOf('field', ['Nom'])).fill('x', { timeout: 1_000 });
    await assert.rejects(
      acting(search, () => fill),
      (error: unknown) => {
        assert.ok(error instanceof Finding);
        assert.match(error.observation.seen, /plusieurs répondent à ce nom/);
        assert.match(error.observation.seen, /« Nom », « Nom \* »/);
        assert.match(error.observation.seen, /page « Deux noms »/);
        return true;
      },
    );
  });

  it('ignores duplicates that nobody sees', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(`<div style="display:none"><input id="mobile" title="Ville"></div>
        <input id="voile" title="Ville" style="visibility:hidden">
        <input id="visible" title="Ville"><div hidden><input id="cache" title="Ville"></div>`),
    );
    assert.deepEqual(await found(page, 'field', 'Ville'), ['visible']);
  });

  it('matches an enabled button only while it can be pressed', async (t) => {
    const page = await pageFor(t);
    await page.setContent(html('<button id="b" disabled>Valider</button>'));
    assert.deepEqual(await found(page, 'enabled', 'Valider'), []);
    assert.deepEqual(await found(page, 'button', 'Valider'), ['b']);
    await page.evaluate('document.querySelector("button").disabled = false');
    assert.deepEqual(await found(page, 'enabled', 'Valider'), ['b']);
    await page.evaluate('document.querySelector("button").setAttribute("aria-disabled", "true")');
    assert.deepEqual(await found(page, 'enabled', 'Valider'), []);
  });

  it('takes what is switched on and off for a choice, not for a button', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(`<label><input type="checkbox" id="a"> Factures</label><button role="switch" id="b">Factures</button>
        <button aria-pressed="true" id="c">Factures</button><a href="/" id="d">Factures</a>`),
    );
    assert.deepEqual(await found(page, 'choice', 'Factures'), ['a', 'b', 'c']);
    assert.deepEqual(await found(page, 'button', 'Factures'), []);
    assert.deepEqual(await found(page, 'link', 'Factures'), ['d']);
  });

  it('takes the yes of two radios for the choice, under the name of their question', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(`<fieldset><legend>Factures</legend>
          <label><input type="radio" name="f" id="non"> Non</label><label><input type="radio" name="f" id="oui"> Oui</label>
        </fieldset>
        <table><tr><th>Engagements</th><td><input type="radio" name="e" value="0" id="e0"></td>
          <td><input type="radio" name="e" value="1" id="e1"></td></tr></table>
        <fieldset><legend>Factures payées</legend><label><input type="checkbox" id="case"> Toutes</label></fieldset>`),
    );
    assert.deepEqual(await found(page, 'choice', 'Factures'), ['oui']);
    assert.deepEqual(await found(page, 'choice', 'Engagements'), ['e1']);
  });
});

describe('signs of refusal', () => {
  it('are not the banner that stood there when the step was reached', async (t) => {
    const page = await pageFor(t);
    await page.setContent(html('<div role="alert" id="bandeau">Maintenance dimanche</div><main></main>'));
    const watch = new PageWatch(page);
    await watch.noteBanners();
    assert.deepEqual(await signs(page, watch), []);
    await page.evaluate(
      'document.querySelector("main").innerHTML = "<p role=alert id=neuf>SIRET inconnu</p>"',
    );
    assert.deepEqual(await signs(page, watch), ['neuf']);
    assert.deepEqual(await watch.signs(), ['SIRET inconnu']);
  });

  it('are a banner again once its text changes', async (t) => {
    const page = await pageFor(t);
    await page.setContent(html('<div role="alert" id="zone">Maintenance dimanche</div>'));
    const watch = new PageWatch(page);
    await watch.noteBanners();
    await page.evaluate('document.querySelector("#zone").textContent = "SIRET inconnu"');
    assert.deepEqual(await signs(page, watch), ['zone']);
  });

  it('are an alert, a live region, a field marked invalid, a text styled as an error', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(`<p role="alert" id="a">non</p><p aria-live="assertive" id="b">non</p><input aria-invalid="true" id="c">
        <p class="error" id="d">non</p><p class="fr-error-text" id="e">non</p><p class="message-erreur" id="f">non</p>`),
    );
    assert.deepEqual((await signs(page)).sort(), ['a', 'b', 'c', 'd', 'e', 'f']);
  });

  it('are none of an empty or hidden alert, nor a field marked valid', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(
        '<p role="alert"> </p><p role="alert" hidden>non</p><input aria-invalid="false"><p class="terror">x</p>',
      ),
    );
    assert.deepEqual(await signs(page), []);
  });

  it('are no class that says the contrary, no empty or hidden container, nothing around a whole page', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(`<p class="error-free">Tout est bon</p><p class="has-no-error">Tout est bon</p><p class="sans-erreur">Bon</p>
        <div class="error-message"> </div><div class="error-summary" hidden>non</div><div class="form-error" style="visibility:hidden">non</div>
        <div class="error-boundary"><main>Tout</main></div><div class="has-error"><h1>Étape 1</h1></div>`),
    );
    assert.deepEqual(await signs(page), []);
  });

  it('are an error whatever its class is made of', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html(`<p class="form__error" id="a">non</p><p class="field-errors" id="b">non</p><p class="is-Error" id="c">non</p>
        <div class="champ erreur" id="d"><label>SIRET <input></label></div>`),
    );
    assert.deepEqual((await signs(page)).sort(), ['a', 'b', 'c', 'd']);
  });

  it('are what is written in red, where nothing else speaks', async (t) => {
    const page = await pageFor(t);
    const old = `<style>.r { color: #b00000 }</style><input aria-invalid="true" id="champ">
      <ul class="r"><li><a href="#champ" class="r" id="liste">SIRET inexact</a></li></ul><font color="red" id="font">Refus</font>`;
    await page.setContent(html(old));
    assert.deepEqual((await signs(page)).sort(), ['champ', 'font', 'liste']);
    await page.setContent(html(`${old}<p role="alert" id="alerte">SIRET inexact</p>`));
    assert.deepEqual((await signs(page)).sort(), ['alerte', 'champ']);
    await page.setContent(
      html(`<label style="color:red">SIRET <span>*</span></label><h2 style="color:red">Attention</h2><p style="color:#d98200">Orange</p>
        <p style="color:red" hidden>SIRET inexact</p><p style="color:red">*</p><button style="color:red">Effacer</button>`),
    );
    assert.deepEqual(await signs(page), []);
  });

  it('are not what was in red when the step was reached, whatever alert stood beside', async (t) => {
    const page = await pageFor(t);
    await page.setContent(
      html('<p role="alert">Maintenance</p><p style="color:red">Champs obligatoires</p>'),
    );
    const watch = new PageWatch(page);
    await watch.noteBanners();
    assert.deepEqual(await signs(page, watch), []);
    await page.evaluate(
      'document.body.insertAdjacentHTML("beforeend", "<p style=color:red id=neuf>Refus</p>")',
    );
    assert.deepEqual(await signs(page, watch), ['neuf']);
  });

  it("are the browser's own constraints, from the moment a person sends, not before", async (t) => {
    const page = await pageFor(t);
    await page.setContent(html('<form><input id="requis" required><button>Valider</button></form>'));
    assert.deepEqual(await signs(page), []);
    await page.locator(selectorOf('enabled', ['Valider'])).click();
    assert.deepEqual(await signs(page), ['requis']);
  });
});
