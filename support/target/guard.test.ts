import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HarnessSetupError } from '../setup-error.ts';
import { type Authorisation, checkAddresses, endingSoon } from './guard.ts';

const TODAY = new Date(2026, 5, 10, 23, 30);

function check(url: string, authorised?: Authorisation): void {
  checkAddresses('c.json', [{ key: 'url', url }], authorised, TODAY);
}

function refusal(action: () => void): HarnessSetupError {
  try {
    action();
  } catch (error) {
    assert.ok(error instanceof HarnessSetupError, String(error));
    assert.ok(error.message.includes('c.json'));
    assert.notEqual(error.remedy, '');
    return error;
  }
  return assert.fail('nothing was refused');
}

describe('checkAddresses', () => {
  const allowed = [
    ...['http://127.0.0.1:8020/', 'http://127.1.2.3/', 'http://localhost:3000', 'http://[::1]:80/'],
    ...['http://10.1.2.3', 'http://192.168.0.9', 'http://172.16.0.1', 'http://172.31.255.1'],
    ...['http://[fd00::1]/', 'http://[fe80::1]/', 'https://recette.acme.test/', 'https://a.example'],
    ...['http://x.internal', 'http://localhost.:8020/', 'https://RECETTE.ACME.TEST/'],
  ];
  for (const url of allowed) it(`lets ${url} pass`, () => check(url));

  const refused = [
    ...['https://acme.fr/', 'https://recette.acme.com/', 'http://8.8.8.8/', 'http://172.32.0.1/'],
    ...['http://172.15.0.1/', 'http://192.169.0.1/', 'http://[2001:db8::1]/', 'http://testacme/'],
    ...['http://test.acme.fr/', 'http://11.0.0.1/', 'http://[::ffff:808:808]/', 'http://acme.fr./'],
  ];
  for (const url of refused) {
    it(`refuses ${url}, unless somebody authorises it`, () => {
      const { message, remedy } = refusal(() => check(url));
      assert.ok(message.includes(url), message);
      assert.match(message, /« url »/);
      assert.match(remedy, /"authorised"/);
      check(url, { by: 'ACME', until: '2026-12-31' });
    });
  }

  it('never shows what stands after the path', () => {
    assert.doesNotMatch(refusal(() => check('https://acme.fr/x?jeton=abcdef')).message, /abcdef/);
  });

  it('is worth its last day, and no more', () => {
    check('https://acme.fr/', { by: 'ACME', until: '2026-06-10' });
    const { message, remedy } = refusal(() => check('https://acme.fr/', { by: 'ACME', until: '2026-06-09' }));
    assert.match(message, /l’autorisation donnée par ACME \(« authorised »\) a pris fin le 09\/06\/2026/);
    assert.match(remedy, /« authorised\.until »/);
  });

  it('asks nothing of an authorisation that is not needed', () =>
    check('http://127.0.0.1/', { by: 'ACME', until: '2020-01-01' }));

  it('looks at every address', () => {
    const addresses = [
      { key: 'url', url: 'http://127.0.0.1/' },
      { key: 'clock.url', url: 'https://acme.fr/horloge' },
    ];
    assert.match(
      refusal(() => checkAddresses('c.json', addresses, undefined, TODAY)).message,
      /« clock\.url »/,
    );
  });

  const real = [
    ...['https://chorus-pro.gouv.fr/', 'https://portail.chorus-pro.gouv.fr/'],
    ...['https://CHORUS-PRO.GOUV.FR:443/x', 'https://aife.economie.gouv.fr/', 'https://choruspro.gouv.fr'],
    ...[
      'https://chorus-pro.gouv.fr./',
      'https://api.insee.fr/api-sirene/3.11',
      'https://sandbox-api.piste.gouv.fr',
    ],
  ];
  for (const url of real) {
    it(`never lets ${url} pass, even authorised, and says why`, () => {
      const { message } = refusal(() => check(url, { by: 'ACME', until: '2026-12-31' }));
      assert.match(message, /vrai service public/);
    });
  }
});

describe('endingSoon', () => {
  const until = (day: string) => endingSoon({ by: 'ACME', until: day }, TODAY);

  it('says nothing before the last fourteen days', () => {
    assert.equal(until('2026-06-25'), undefined);
    assert.equal(endingSoon(undefined, TODAY), undefined);
  });

  it('says when it ends', () => {
    assert.match(until('2026-06-24') ?? '', /prend fin dans 14 jours \(24\/06\/2026\)/);
    assert.match(until('2026-06-11') ?? '', /prend fin demain/);
    assert.match(until('2026-06-10') ?? '', /prend fin aujourd’hui/);
  });
});
