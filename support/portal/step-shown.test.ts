import assert from 'node:assert/strict';
import { it } from 'node:test';
import { html, portalOn, serve, useBrowser } from './page.test-support.ts';

const pageFor = useBrowser();

const ANNE = { email: 'anne@acme.test', nom: 'Martin' };

const PAGES: Readonly<Record<string, string>> = {
  '/': 'Vous êtes nouveau ? anne@acme.test',
  '/etape': '<p>Anne Martin</p><label>Prénom <input></label>',
  '/vide': '<p>Reprenez au début</p><label>Prénom <input></label>',
};

const DATA: Readonly<Record<string, object>> = {
  '/api/dossiers/7': { nom: 'Martin', siret: '73282932000074' },
  '/api/vide': { message: 'Reprenez au début' },
  '/api/adresse?de=anne%40acme.test': { adresse: 'anne@acme.test', libre: true },
  '/api/compte?de=anne%40acme.test': { adresse: 'anne@acme.test', nom: 'Martin' },
};

it('tells a step, or data, that an address shows of a person', async (t) => {
  const page = await pageFor(t);
  const url = await serve(t, (path, _posted, response) => {
    const isData = path in DATA;
    response.setHeader('content-type', isData ? 'application/json' : 'text/html; charset=utf-8');
    response.end(isData ? JSON.stringify(DATA[path]) : html(PAGES[path] ?? ''));
    return undefined;
  });
  const portal = portalOn(page, url);
  const shown: Record<string, string | undefined> = {};
  for (const path of [...Object.keys(PAGES), ...Object.keys(DATA)]) {
    await portal.revisit(`${url}${path}`);
    shown[path] = await portal.stepShownOf(ANNE);
  }
  assert.deepEqual(shown, {
    '/': undefined,
    '/etape': 'Étape 2 (informations)',
    '/vide': undefined,
    '/api/dossiers/7': 'ses données',
    '/api/vide': undefined,
    '/api/adresse?de=anne%40acme.test': undefined,
    '/api/compte?de=anne%40acme.test': 'ses données',
  });
});
