import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { html, useBrowser } from '../portal/page.test-support.ts';
import { type Told, toldExpression } from './in-page/told.ts';
import { isAnnounced, isTied, type Mistake } from './mistakes.ts';

const pageFor = useBrowser();

const MESSAGE = 'Le SIRET est faux';

async function mistake(t: Parameters<typeof pageFor>[0], before: string, after: string): Promise<Mistake> {
  const page = await pageFor(t);
  const told = async (body: string): Promise<Told> => {
    await page.setContent(html(body));
    return page.evaluate<Told>(toldExpression({ names: ['siret'], section: '' }));
  };
  const decision = { outcome: 'refused', signs: [MESSAGE] } as const;
  const about = { name: 'un SIRET faux', where: 'Étape 1', decision, isOfField: true };
  return { ...about, before: await told(before), after: await told(after) };
}

const HINT = '<p id="h">14 chiffres</p>';
const BARE = `<label for="s">SIRET</label><input id="s" aria-describedby="h">${HINT}`;
const tied = (more = ''): string =>
  `<label for="s">SIRET</label><input id="s" aria-describedby="h m" aria-invalid="true"${more}>${HINT}<p id="m">${MESSAGE}</p>`;

describe('a refusal', { concurrency: 4 }, () => {
  it('is tied to its field by what describes it, by its own message or by its label', async (t) => {
    const ways = [
      tied(),
      `<label for="s">SIRET</label><input id="s" aria-errormessage="m"><p id="m">${MESSAGE}</p>`,
      `<label for="s">SIRET <b>${MESSAGE}</b></label><input id="s">`,
    ];
    for (const way of ways) assert.equal(isTied(await mistake(t, BARE, way)), true, way);
  });

  it('is not, by the hint that was there, by a message beside, or by one that is not heard', async (t) => {
    const ways = [
      `${BARE}<p>${MESSAGE}</p>`,
      `<label for="s">SIRET</label><input id="s" aria-describedby="m"><p id="m" aria-hidden="true">${MESSAGE}</p>`,
    ];
    for (const way of ways) assert.equal(isTied(await mistake(t, BARE, way)), false, way);
  });

  it('is announced by a live region that tells it, or by the focus on it or on its field', async (t) => {
    const ways = [
      `<div role="alert">${MESSAGE}</div>${BARE}`,
      `<p aria-live="polite">${MESSAGE}.</p>${tied()}`,
      tied(' autofocus'),
      `<div id="e" tabindex="-1">Une erreur : ${MESSAGE}</div>${tied()}<script>e.focus()</script>`,
    ];
    for (const way of ways) assert.equal(isAnnounced(await mistake(t, BARE, way)), true, way);
  });

  it('is not, tied in silence, nor by a region or a focus that tells something else', async (t) => {
    const ways = [
      tied(),
      `<p role="status">Votre session dure 20 minutes</p>${tied()}`,
      `<h1 id="e" tabindex="-1">Étape 1</h1>${tied()}<script>e.focus()</script>`,
    ];
    for (const way of ways) assert.equal(isAnnounced(await mistake(t, BARE, way)), false, way);
  });
});
