import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { parityOf } from './parity.ts';
import { catalogueFor, judge, outcomesOf, RUNNERS, recorded } from './recordings.test-support.ts';
import type { ScenarioOutcome, ScenarioVerdict } from './scenario-verdict.ts';

/** What each recorded failure is, by where it happened and what it was. */
const EXPECTED: Readonly<Record<string, readonly [ScenarioOutcome, RegExp]>> = {
  'Constat dans Quand': ['non conforme', /^Le mot de passe .* accepté\.$/],
  'Constat dans Alors': ['non conforme', /^Le mot de passe .* accepté\.$/],
  'Constat sur une page blanche': ['non conforme', /Constaté : une page blanche\.$/],
  'Étape non atteinte dans Étant donné': ['non vérifiable', /^Étape 2 non atteinte : .*une page blanche/],
  'Constat dans Étant donné': ['non vérifiable', /^Point de départ non atteint : /],
  'Moyen manquant dans Étant donné': ['non vérifiable', /^Moyen manquant \(horloge\) : Déclarez « clock »/],
  'Moyen manquant dans Quand': ['non vérifiable', /^Moyen manquant \(horloge\)/],
  'Moyen manquant dans Alors': ['non vérifiable', /^Moyen manquant \(horloge\)/],
  'Erreur de programmation dans Étant donné': [
    'erreur du banc',
    /erreur de programmation du banc \(TypeError/,
  ],
  'Erreur de programmation dans Quand': ['erreur du banc', /erreur de programmation du banc \(TypeError/],
  'Erreur de programmation dans Alors': ['erreur du banc', /erreur de programmation du banc \(TypeError/],
  'Boîte de courriel arrêtée': ['erreur du banc', /La boîte de courriel .* refuse la connexion/],
  'Portail disparu': ['erreur du banc', /Le portail ne répond plus/],
  'Navigateur fermé': ['erreur du banc', /le navigateur s'est arrêté en cours de scénario$/],
  'Préparation rompue': ['erreur du banc', /La préparation a échoué/],
  'Rangement rompu': ['erreur du banc', /Le rangement a échoué/],
  'Rangement rompu après un constat': ['non conforme', /accepté\.$/],
  'Étape sans définition': ['erreur du banc', /l'étape n'a pas de définition/],
  'Étape sautée': ['erreur du banc', /l'étape a été sautée/],
  'Scénario vide': ['erreur du banc', /aucune étape/],
};

for (const runner of RUNNERS) {
  describe(`a failure that ${runner} recorded`, async () => {
    const run = judge([await recorded(runner, 'pannes')], { catalogue: catalogueFor('pannes') });
    const scenarios = run.requirements.flatMap((requirement) => requirement.scenarios);

    it('is of every kind, in every place', () => {
      assert.deepEqual(scenarios.map(({ name }) => name).sort(), Object.keys(EXPECTED).sort());
    });

    for (const [name, [outcome, sentence]] of Object.entries(EXPECTED)) {
      it(`is ${outcome} : ${name}`, () => {
        const scenario = scenarios.find((one) => one.name === name) ?? assert.fail('not played');
        assert.equal(scenario.outcome, outcome);
        assert.match(scenario.sentences.join('\n'), sentence);
        assertReadable(scenario);
      });
    }

    it('gives its requirement the worst of its scenarios', () => {
      assert.deepEqual(outcomesOf(run), {
        'EX-9.11': 'non conforme',
        'EX-9.12': 'non vérifiable',
        'EX-9.13': 'non vérifiable',
        'EX-9.14': 'erreur du banc',
        'EX-9.15': 'erreur du banc',
        'EX-9.16': 'non conforme',
        'EX-9.17': 'erreur du banc',
      });
      assert.deepEqual([run.outcome, run.code], ['NON CONFORME', 1]);
    });
  });
}

/** One line a sentence: no stack trace, no colour, no code. */
function assertReadable({ sentences }: ScenarioVerdict): void {
  assert.doesNotMatch(sentences.join(' ; '), /\n|\[3[0-9]m|\bat .*:\d+:\d+|^\s*\d+ \|/);
}

describe('two runners', () => {
  for (const name of ['entier', 'pannes', 'passage-1', 'passage-2']) {
    it(`agree on what they recorded of « ${name} »`, async () => {
      const [a, b] = await Promise.all([recorded('playwright', name), recorded('cucumber-js', name)]);
      assert.deepEqual(parityOf(a, b), []);
      assert.ok(a.scenarios.length > 0);
    });
  }
});
