import assert from 'node:assert/strict';
import { it } from 'node:test';
import { html, useBrowser } from './page.test-support.ts';
import { Reading } from './reading.ts';

const pageFor = useBrowser();

const MAKES: ReadonlyArray<readonly [string, string]> = [
  ['a definition', '<dl><dt>Nom</dt><dd>Aife</dd><dt>Prénom</dt><dd>Zoé</dd></dl>'],
  [
    'a definition in a box',
    '<dl><div><dt>Nom</dt><dd>Aife</dd></div><div><dt>Prénom</dt><dd>Zoé</dd></div></dl>',
  ],
  ['a row', '<table><tr><th>Nom</th><td>Aife</td><th>Prénom</th><td>Zoé</td></tr></table>'],
  [
    'a column',
    '<table><thead><tr><th>Prénom</th><th>Nom</th></tr></thead><tr><td>Zoé</td><td>Aife</td></tr></table>',
  ],
  ['one text', '<p>Nom : Aife</p><p>Prénom : Zoé</p>'],
  ['a bold label', '<p><strong>Nom</strong> : Aife</p><p><strong>Prénom</strong> : Zoé</p>'],
  [
    'two boxes',
    '<div><span>Nom :</span><span>Aife</span></div><div><span>Prénom :</span><span>Zoé</span></div>',
  ],
  ['boxes in boxes', '<div><p><b>Nom</b></p><p>Aife</p></div><div><p><b>Prénom</b></p><p>Zoé</p></div>'],
  [
    'a read-only field',
    '<label for="n">Nom *</label><input id="n" readonly value="Aife"><label for="p">Prénom</label><input id="p">',
  ],
  ['a field in its label', '<label>Nom <input readonly value="Aife"></label>'],
];

for (const [make, body] of MAKES) {
  it(`a reading finds its value in ${make}`, async (t) => {
    const page = await pageFor(t);
    await page.setContent(html(`<h1>Votre nom est demandé</h1>${body}`));
    assert.equal(await new Reading(page, ['Nom'], 'Nom').shown(), 'Aife');
  });
}

it('a reading is empty where nothing stands beside the label, absent where there is no label', async (t) => {
  const page = await pageFor(t);
  await page.setContent(
    html(
      '<p><span>Complexité</span> : <output></output></p><p>La complexité du tout</p><label>Réponse <input></label>',
    ),
  );
  assert.equal(await new Reading(page, ['Complexité'], 'Complexité').shown(), '');
  assert.equal(await new Reading(page, ['Nom'], 'Nom').shown(), undefined);
});

it('a reading lets the section decide between two', async (t) => {
  const page = await pageFor(t);
  await page.setContent(
    html(
      '<section><h2>Assistance</h2><p>Nom : Aide</p></section><section><h2>Informations</h2><p>Nom : Aife</p></section>',
    ),
  );
  assert.equal(await new Reading(page, ['Nom @ Informations'], 'Nom').shown(), 'Aife');
});

it('a reading waits for another value, and not for ever', async (t) => {
  const page = await pageFor(t);
  await page.setContent(
    html(
      '<p>Force : <output></output></p><script>setTimeout(() => { document.querySelector("output").value = "Fort"; }, 100)</script>',
    ),
  );
  const reading = new Reading(page, ['Force'], 'Force');
  assert.equal(await reading.shownAfter(''), 'Fort');
  assert.equal(await reading.shownAfter('Fort'), 'Fort');
});
