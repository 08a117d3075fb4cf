import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { html, useBrowser } from '../portal/page.test-support.ts';
import { wantedOf } from '../portal/selector.ts';
import { lexiconWith, type Place } from '../target/lexicon.ts';
import { diagnose, type EntryReport, namesOf, soughtOf } from './diagnosis.ts';
import { type Inventory, inventoryExpression } from './in-page/inventory.ts';
import { kindsOf } from './sought.ts';

const pageFor = useBrowser();
const lexicon = lexiconWith(undefined);

/** What a page of one body shows of some entries. */
async function seen(
  page: Awaited<ReturnType<typeof pageFor>>,
  place: Place,
  entries: readonly string[],
  body: string,
): Promise<Map<string, EntryReport>> {
  await page.setContent(html(body));
  const requests = entries.map((entry) => ({
    key: entry,
    kinds: kindsOf(soughtOf(place, entry).as),
    wanted: wantedOf(namesOf(lexicon, place, entry)),
  }));
  const inventory = await page.evaluate<Inventory>(inventoryExpression(requests));
  const reports = diagnose({ place, entries, inventory, lexicon, drawn: [] });
  return new Map(reports.map((report) => [report.entry, report]));
}

describe('what a page shows of a lexicon', () => {
  it('is found by what names it', async (t) => {
    const reports = await seen(
      await pageFor(t),
      'information',
      ['nom', 'prenom', 'ville', 'pays', 'libelle', 'submit', 'complement'],
      `<label>Nom * <input></label><input aria-label="Prénom"><input title="Ville"><input placeholder="Pays">
       <details><summary>Plus</summary><label>Libellé de la structure <input></label></details>
       <p id="c">Complément adresse</p><input aria-labelledby="c"><button>Valider</button>`,
    );
    const by = Object.fromEntries([...reports].map(([entry, { found }]) => [entry, found[0]?.source]));
    assert.deepEqual(by, {
      nom: 'label',
      prenom: 'aria-label',
      ville: 'title',
      pays: 'placeholder',
      libelle: 'label',
      submit: 'texte',
      complement: 'aria-labelledby',
    });
  });

  it('is guessed where one thing alone can be meant, by what says so', async (t) => {
    const reports = await seen(
      await pageFor(t),
      'information',
      ['codePostal', 'ville', 'submit'],
      `<form><label>CP <input autocomplete="postal-code"></label><label>Commune <input></label><button>Allons-y</button></form>`,
    );
    const guesses = Object.fromEntries(
      [...reports].map(([entry, { guess }]) => [entry, [guess?.name, guess?.by]]),
    );
    assert.deepEqual(guesses, {
      codePostal: ['CP', 'autocomplete="postal-code"'],
      ville: ['Commune', 'un nom de même sens'],
      submit: ['Allons-y', 'le seul bouton du formulaire'],
    });
  });

  it('is not guessed where two things are as likely, nor where one is merely left over: they are shown', async (t) => {
    const reports = await seen(
      await pageFor(t),
      'identification',
      ['email', 'siret'],
      `<label>Courriel A <input></label><label>Courriel B <input></label><label>Téléphone <input></label>`,
    );
    assert.equal(reports.get('email')?.guess, undefined);
    const labels = reports.get('email')?.candidates.map(({ thing }) => thing.label);
    assert.deepEqual(labels?.slice(0, 2).sort(), ['Courriel A', 'Courriel B']);
    assert.equal(reports.get('siret')?.guess, undefined);
  });

  it('is told apart by its section where two things of the page bear the name', async (t) => {
    const reports = await seen(
      await pageFor(t),
      'information',
      ['ville'],
      `<section><h2>Vous</h2><label>Commune de naissance <input></label></section>
       <section><h2>Structure</h2><label>Commune <input name="ville"></label></section>`,
    );
    assert.equal(reports.get('ville')?.guess?.name, 'Commune');
    const twice = await seen(
      await pageFor(t),
      'identification',
      ['siret'],
      `<section><h2>A</h2><label>Numéro de SIRET <input></label></section><section><h2>B</h2><label>Numéro de SIRET <input></label></section>`,
    );
    assert.deepEqual(
      twice.get('siret')?.found.map(({ section }) => section),
      ['A', 'B'],
    );
    assert.equal(twice.get('siret')?.guess, undefined);
  });
});
