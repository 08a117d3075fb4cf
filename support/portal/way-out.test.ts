import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { serve, useBrowser } from './page.test-support.ts';
import { openingOf } from './way-out.ts';

const pageFor = useBrowser();

const LINKS: Readonly<Record<string, string>> = {
  'a page': '<a href="/voie">Voie</a>',
  'a tab': '<a href="/voie" target="_blank">Voie</a>',
  'the page at hand': '<a href="#" onclick="p.hidden = false">Voie</a><p id="p" hidden>Autre voie</p>',
  'an error': '<a href="/perdue">Voie</a>',
  nothing: '<a href="#">Voie</a>',
  'an empty page': '<a href="/vide">Voie</a>',
};

const EXPECTED: Readonly<Record<string, readonly [number | undefined, readonly string[]]>> = {
  'a page': [200, ['Autre voie']],
  'a tab': [200, ['Autre voie']],
  'the page at hand': [undefined, ['Autre voie']],
  'an error': [404, ['Page introuvable']],
  nothing: [undefined, []],
  'an empty page': [200, []],
};

const HEADER = '<p>En-tête</p>';

describe('what a link opens', () => {
  for (const [name, link] of Object.entries(LINKS)) {
    it(`is ${name}`, async (t) => {
      const page = await pageFor(t);
      const url = await serve(t, (path, _posted, response) => {
        if (path === '/voie') return `${HEADER}<p>Autre voie</p>`;
        if (path === '/vide') return HEADER;
        if (path !== '/perdue') return HEADER + link;
        response.statusCode = 404;
        return 'Page introuvable';
      });
      await page.goto(url);
      const { status, lines } = await openingOf(page, () => page.getByRole('link').click(), 500);
      assert.deepEqual([status, lines], EXPECTED[name]);
    });
  }
});
