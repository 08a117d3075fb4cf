import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import {
  catalogueOf,
  failingIn,
  finding,
  messagesOf,
  requirement,
  scenarioOf,
  TARGET,
} from './messages.test-support.ts';
import { playOf } from './messages.ts';
import { summaryOf } from './summary.ts';
import { verdict } from './verdict.ts';

const LONG =
  'Le mot de passe « Abc1!xy » (7 caractères) a été accepté. Attendu : refus, et le compte reste inactif jusque-là.';

const run = verdict({
  catalogue: catalogueOf(
    requirement('EX-1.01'),
    requirement('EX-1.13', { obligation: 'devrait' }),
    requirement('EX-2.05', { conditions: ['si-captcha'] }),
    requirement('EX-4.04', { sentence: 'Le mot de passe a au moins 8 caractères' }),
    requirement('EX-4.13'),
    requirement('EX-4.14'),
  ),
  target: { ...TARGET, lacks: ['captcha'], reasons: { captcha: 'preuve de travail' } },
  plays: [
    playOf(
      messagesOf([
        scenarioOf('EX-1.01'),
        scenarioOf('EX-1.13', failingIn('Outcome', finding('Les espaces sont refusés.'))),
        scenarioOf(
          'EX-4.04',
          failingIn('Outcome', finding(`EX-4.04 — ${LONG}`, { proof: 'reports/out/4-04.png' })),
        ),
        scenarioOf(
          'EX-4.13',
          failingIn('Context', { kind: 'means', means: 'horloge', sentence: 'Temps fixe.' }),
        ),
      ]),
    ),
  ],
});

const options = {
  about: [{ label: 'Graine', value: '42' }],
  reports: [{ label: 'Dossier', path: 'reports/out/dossier.html' }],
};
const text = summaryOf(run, options);
/** As a reader sees it: no-break spaces look like spaces, and lines may be wrapped anywhere. */
const seen = text.replaceAll(/[\u00a0\s]+/g, ' ');

describe('the summary', () => {
  it('tells the verdict, the levels left out, the run and the reports', () => {
    for (const part of [
      'Diapason — Portail (https://recette.acme.test/)',
      'VERDICT : NON CONFORME',
      'non évalués : sécurité, accessibilité',
      'Graine 42',
      'Dossier reports/out/dossier.html',
    ]) {
      assert.ok(seen.includes(part), part);
    }
  });

  it('counts by step of the guide', () => {
    const row = (title: string) =>
      text
        .split('\n')
        .find((line) => line.includes(title))
        ?.trim()
        .split(/\s{2,}/);
    assert.deepEqual(row('1 · Identification'), ['1 · Identification', '1', '·', '·', '1', '·']);
    assert.deepEqual(row('4 · Activation'), ['4 · Activation', '·', '1', '2', '·', '·']);
    assert.deepEqual(row('Ensemble'), ['Ensemble', '1', '1', '2', '1', '1']);
  });

  it('says each finding under its requirement, the id once, with its proof', () => {
    assert.ok(
      seen.includes(
        `EX-4.04 — Le mot de passe a au moins 8 caractères Scénario « scénario EX-4.04 », non conforme : ${LONG} Preuve : reports/out/4-04.png`,
      ),
    );
    assert.ok(
      seen.includes(
        'EX-4.13 — La règle EX-4.13 Scénario « scénario EX-4.13 », non vérifiable : Moyen manquant (horloge)',
      ),
    );
    assert.ok(seen.includes('Réserves (conseils, sans effet sur le verdict) : 1 EX-1.13'));
    assert.ok(seen.includes('(preuve de travail)'));
    assert.ok(seen.includes('Non jouées : 1 EX-4.14'));
    assert.ok(!seen.includes('EX-1.01'));
  });

  it('puts what must be acted on first', () => {
    const places = ['Non conformes', 'Non vérifiables', 'Réserves', 'VERDICT'].map((title) =>
      seen.indexOf(title),
    );
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  it('holds in 100 columns and is typeset', () => {
    for (const line of text.split('\n')) assert.ok(line.length <= 100, line);
    assert.doesNotMatch(text, / [:;!?»]|« /);
  });

  it('is coloured only when asked, and says the same', () => {
    const coloured = summaryOf(run, { ...options, colour: true });
    assert.equal(stripVTControlCharacters(text), text);
    assert.notEqual(coloured, text);
    assert.equal(stripVTControlCharacters(coloured), text);
  });

  it('tells what broke the bench, an interruption and strays', () => {
    const plays = [playOf(messagesOf([{ name: 'à nous', requirement: 'EX-9.99' }], { killed: true }))];
    const broken = verdict({
      catalogue: catalogueOf(requirement('EX-1.01')),
      target: TARGET,
      plays,
      preflightFailure: 'Hors ligne.',
    });
    const said = summaryOf(broken).replaceAll(/[\u00a0\s]+/g, ' ');
    for (const part of [
      'Hors ligne.',
      "n'est pas allée à son terme",
      'Hors catalogue',
      'VERDICT : ERREUR DU BANC',
    ]) {
      assert.ok(said.includes(part), part);
    }
  });

  it('names the missing scenarios of what was partly played, and the rest by its ids', () => {
    const scenarios = ['a', 'b'].map((name, index) => ({ name, examples: 0, line: 3 + index }));
    const part = verdict({
      catalogue: catalogueOf(
        requirement('EX-1.01', { scenarios }),
        requirement('EX-1.02'),
        requirement('EX-1.03'),
      ),
      target: TARGET,
      plays: [playOf(messagesOf([{ name: 'a', line: 3 }]))],
    });
    const said = summaryOf(part).replaceAll(/[\u00a0\s]+/g, ' ');
    assert.match(said, /Non jouées : 3 EX-1\.01 — .* « b » n'a pas été joué\. EX-1\.02 EX-1\.03 /);
  });

  it('says at its top what the target takes upon itself', () => {
    const target = {
      ...TARGET,
      lacks: ['captcha'],
      reasons: { captcha: 'preuve de travail' },
      overrides: ['driver.login.fill', 'mail.read'],
      authorised: { by: 'ACME', until: '2026-12-31' },
    };
    const plays = [playOf(messagesOf([scenarioOf('EX-1.01')]))];
    const doubts = ['Le portail a changé.'];
    const run = verdict({ catalogue: catalogueOf(requirement('EX-1.01')), target, plays, doubts });
    const said = summaryOf(run).replaceAll(/[\u00a0\s]+/g, ' ');
    const places = [
      'Écarté par la cible : captcha (preuve de travail)',
      'Fonctions de la cible à la place du pilote : driver.login.fill, mail.read',
      'Autorisé par ACME, jusqu’au 31/12/2026',
      '1 · Identification',
      'Le portail a changé.',
      'VERDICT : INCOMPLET',
    ].map((part) => said.indexOf(part));
    assert.ok(!places.includes(-1), `${places}`);
    assert.deepEqual(
      places,
      places.toSorted((a, b) => a - b),
    );
  });

  it('says that a selection does not certify', () => {
    const plays = [playOf(messagesOf([scenarioOf('EX-1.01')]))];
    const part = verdict({
      catalogue: catalogueOf(requirement('EX-1.01'), requirement('EX-1.02')),
      target: TARGET,
      plays,
      partial: true,
    });
    assert.match(summaryOf(part), /VERDICT\u00a0: PARTIEL\n[\s\S]*ne vaut pas certification/);
  });

  it('tells, of a requirement, the finding before what could not be verified', () => {
    const two = ['a', 'b'].map((name, index) => ({ name, examples: 0, line: index + 1 }));
    const unreached = failingIn('Context', { kind: 'unreached', step: 2, sentence: 'refus.' });
    const specs = [
      { name: 'a', line: 1, steps: unreached },
      { name: 'b', line: 2, steps: failingIn('Outcome', finding('Accepté à tort.')) },
    ];
    const catalogue = catalogueOf(requirement('EX-1.01', { scenarios: two }));
    const mixed = summaryOf(verdict({ catalogue, target: TARGET, plays: [playOf(messagesOf(specs))] }));
    assert.ok(mixed.indexOf('Accepté à tort') < mixed.indexOf('Étape 2 non atteinte'));
    assert.ok(mixed.includes('Étape 2 non atteinte'));
  });

  it('says of accessibility, where it is asked for, that a machine makes no audit', () => {
    const asked = verdict({
      catalogue: catalogueOf(requirement('EX-6.01', { level: 'accessible' })),
      target: TARGET,
      plays: [playOf(messagesOf([scenarioOf('EX-6.01')]))],
      levels: ['accessible'],
    });
    assert.match(summaryOf(asked).replaceAll(/[\u00a0\s]+/g, ' '), /il ne vaut pas audit/);
    assert.doesNotMatch(seen, /audit/);
  });
});
