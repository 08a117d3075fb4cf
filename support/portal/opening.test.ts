import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { openingOf } from './opening.ts';
import { serve, useBrowser } from './page.test-support.ts';

const pageFor = useBrowser();

const OPENS: Readonly<Record<string, readonly [string, RegExp]>> = {
  'a page': ['<a href="/voie">Voie</a>', /^quelque chose s'ouvre .*\/voie \(réponse HTTP 200\)$/],
  'a tab': ['<a href="/voie" target="_blank">Voie</a>', /\/voie \(réponse HTTP 200\)$/],
  'a panel of the page at hand': [
    '<a href="#" onclick="p.hidden = false">Voie</a><p id="p" hidden>Autre voie</p>',
    /^quelque chose s'ouvre .*\/#$/,
  ],
  'a dialog, from a button': [
    '<button onclick="d.showModal()">Voie</button><dialog id="d">Autre voie</dialog>',
    /^quelque chose s'ouvre/,
  ],
  'a file': ['<a href="/guide.pdf">Voie</a>', /réponse HTTP 200/],
  'a mail to write': ['<a href="mailto:aide@acme.test">Voie</a>', /^mailto:aide@acme\.test$/],
  'another site, which is not asked': [
    '<a href="https://acme.invalid/x">Voie</a>',
    /^lien vers https:\/\/acme\.invalid$/,
  ],
};

const OPENS_NOT: Readonly<Record<string, readonly [string, RegExp]>> = {
  'an error': ['<a href="/perdue">Voie</a>', /^une page d’erreur .*\/perdue \(réponse HTTP 404\)$/],
  'an error in a tab': ['<a href="/perdue" target="_blank">Voie</a>', /^une page d’erreur .*HTTP 404/],
  'nothing, from a link': ['<a href="#">Voie</a>', /^rien de nouveau ne s’affiche/],
  'nothing, from a button': ['<button>Voie</button>', /^rien de nouveau ne s’affiche/],
  'a page where only what all pages have shows': ['<a href="/vide">Voie</a>', /^rien de nouveau .*HTTP 200/],
  'a mail to nobody': ['<a href="mailto:">Voie</a>', /^mailto:$/],
};

const HEADER = '<p>En-tête</p>';

describe('what a link or a button opens', { concurrency: 4 }, () => {
  for (const [cases, opens] of [[OPENS, true] as const, [OPENS_NOT, false] as const]) {
    for (const [name, [body, seen]] of Object.entries(cases)) {
      it(`is ${name}`, async (t) => {
        const page = await pageFor(t);
        const url = await serve(t, (path, _posted, response) => {
          if (path === '/voie') return `${HEADER}<p>Autre voie</p>`;
          if (path === '/vide') return HEADER;
          if (path === '/guide.pdf') response.setHeader('content-type', 'application/pdf').end('%PDF-1.4');
          if (path === '/guide.pdf') return undefined;
          if (path !== '/perdue') return HEADER + body;
          response.statusCode = 404;
          return 'Page introuvable';
        });
        await page.goto(url);
        const opening = await openingOf(
          page.getByText('Voie', { exact: true }),
          page,
          opens ? 10_000 : 1_500,
        );
        assert.equal(opening.opens, opens, opening.seen);
        assert.match(opening.seen, seen);
      });
    }
  }
});
