import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { checkFeatures } from './check-features.ts';
import { type Flaw, parseFeature } from './feature-file.ts';

const GOOD = `# language: fr
Fonctionnalité: 1 — S'identifier

  Contexte:
    Étant donné un nouveau venu

  @EX-1.01 @essentiel @si-insee
  Règle: Le SIRET est obligatoire
    Guide, étape 1.

    Scénario: Sans SIRET
      Quand il s'identifie sans SIRET
      Alors le SIRET est refusé

  @EX-1.02 @robuste @devrait
  Règle: Le reste
    Lecture : le guide n'en dit rien.

    Plan du scénario: Avec <x>
      Quand il s'identifie avec <x>

      Exemples:
        | x |
        | a |
`;

function flawsOf(...texts: string[]): Flaw[] {
  return checkFeatures(texts.map((text, index) => parseFeature(`features/${index + 1}.feature`, text)));
}

/** The one flaw of the good feature once a passage is replaced. */
function flawOf(passage: string, replacement: string): Flaw {
  assert.ok(GOOD.includes(passage), passage);
  const flaws = flawsOf(GOOD.replace(passage, () => replacement));
  assert.equal(flaws.length, 1, JSON.stringify(flaws));
  assert.equal(flaws[0]?.file, 'features/1.feature');
  return flaws[0] as Flaw;
}

describe('checkFeatures', () => {
  it('finds nothing wrong with a good feature', () => assert.deepEqual(flawsOf(GOOD), []));

  const cases: ReadonlyArray<readonly [string, string, string, number, RegExp]> = [
    ['a missing id', '@EX-1.01 @essentiel', '@essentiel', 8, /doit porter une étiquette @EX-n\.nn/],
    ['two ids', '@EX-1.01', '@EX-1.01 @EX-1.03', 8, /et une seule/],
    ['an id of another form', '@EX-1.02 @robuste', '@EX-1.2 @robuste', 16, /EX/],
    ['an unknown tag', '@si-insee', '@si-fax', 8, /étiquette inconnue : @si-fax/],
    ['no level', '@EX-1.02 @robuste', '@EX-1.02', 16, /niveau.*@essentiel, @robuste/],
    ['two levels', '@robuste', '@robuste @securite', 16, /niveau, et un seul/],
    [
      'no provenance',
      '    Guide, étape 1.\n',
      '',
      8,
      /« Le SIRET est obligatoire » ne dit pas d'où elle vient/,
    ],
    [
      'a scenario without a rule',
      '  Contexte:\n    Étant donné un nouveau venu\n',
      '  Scénario: Libre\n',
      4,
      /« Libre » n'est dans aucune règle/,
    ],
    ['a typographic apostrophe', "n'en dit", 'n’en dit', 17, /apostrophe typographique/],
    ['a no-break space', 'Lecture : le', 'Lecture\u00a0: le', 17, /espace insécable/],
    ['a narrow no-break space', 'Lecture : le', 'Lecture\u202f: le', 17, /espace insécable/],
    ['a tab', '      Alors le', '\tAlors le', 13, /tabulation/],
    ['a decomposed accent', 'Guide, étape', 'Guide, e\u0301tape', 9, /Unicode NFC/],
  ];
  for (const [what, passage, replacement, line, reason] of cases) {
    it(`names the file and the line of ${what}`, () => {
      const flaws = flawsOf(GOOD.replace(passage, () => replacement));
      assert.ok(GOOD.includes(passage));
      assert.deepEqual(
        flaws
          .map((flaw) => [flaw.file, flaw.line])
          .filter((place, index, all) => index === 0 || String(place) !== String(all[0])),
        [['features/1.feature', line]],
      );
      assert.match(flaws.map((flaw) => flaw.reason).join('\n'), reason);
    });
  }

  it('wants the language on the first line', () => {
    const [flaw] = flawsOf(`\n${GOOD}`);
    assert.deepEqual([flaw?.line, flaw?.reason], [1, 'la première ligne doit être « # language: fr »']);
  });

  it('wants a scenario in each rule', () => {
    const flaw = flawOf(
      `    Scénario: Sans SIRET
      Quand il s'identifie sans SIRET
      Alors le SIRET est refusé
`,
      '',
    );
    assert.deepEqual(
      [flaw.line, flaw.reason],
      [8, "la règle « Le SIRET est obligatoire » n'a aucun scénario"],
    );
  });

  it('refuses one id for two rules, in one file or in two, and names the other', () => {
    const twice = flawOf('@EX-1.02', '@EX-1.01');
    assert.deepEqual([twice.line, twice.reason], [16, '@EX-1.01 est déjà une règle de features/1.feature:8']);
    const flaws = flawsOf(GOOD, GOOD);
    assert.deepEqual(
      flaws.map(({ file, line }) => `${file}:${line}`),
      ['features/2.feature:8', 'features/2.feature:16'],
    );
  });

  it('gives the line of each syntax error instead of checking what cannot be read', () => {
    const flaws = flawsOf(GOOD.replace('      Alors le', '      Zut le').replace('Exemples:', 'Valeurs:'));
    assert.deepEqual(
      flaws.map(({ line }) => line),
      [13, 22],
    );
    assert.ok(flaws.length > 1);
    for (const { reason } of flaws) assert.match(reason, /^ce n'est pas du Gherkin : /);
  });
});
