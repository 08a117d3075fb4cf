import assert from 'node:assert/strict';
import { it } from 'node:test';
import { shownAddress } from './shown-address.ts';

const TOKEN = 'Xq3-9fZk_2mTb7wLr0aN';
const HOST = 'https://portail-2.recette.acme.test:8443';

const SHOWN: Readonly<Record<string, string>> = {
  [`${HOST}/activation?jeton=${TOKEN}`]: `${HOST}/activation?jeton=…`,
  [`${HOST}/activation?jeton=${TOKEN}&page=2`]: `${HOST}/activation?jeton=…&page=2`,
  [`${HOST}/activation?a=1&${TOKEN}`]: `${HOST}/activation?a=1&…`,
  [`${HOST}/activation/${TOKEN}/fin`]: `${HOST}/activation/…/fin`,
  [`${HOST}/#/activation/${TOKEN}`]: `${HOST}/#/activation/…`,
  [`${HOST}/#jeton=${TOKEN}`]: `${HOST}/#jeton=…`,
  [`${HOST}/inscription?email=anne.martin%40acme.test&cle=${TOKEN}==`]: `${HOST}/inscription?email=anne.martin%40acme.test&cle=…==`,
};

const WHOLE = [
  'about:blank',
  `${HOST}/`,
  'http://127.0.0.1:41835/connexion?retour=compte',
  'https://127.100.100.100:41835/connexion;jsessionid=12',
  `${HOST}/confirmation-de-l-inscription/etape-2?langue=fr#contenu`,
];

it('an address is shown without its secrets', () => {
  for (const [address, shown] of Object.entries(SHOWN)) assert.equal(shownAddress(address), shown);
});

it('an address without secrets is shown whole', () => {
  for (const address of WHOLE) assert.equal(shownAddress(address), address);
});
