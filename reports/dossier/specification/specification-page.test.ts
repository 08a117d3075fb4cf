import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { catalogueOf, requirement } from '../../messages.test-support.ts';
import { recordedDossier } from '../pages/sample.test-support.ts';
import { specificationPage } from './specification-page.ts';

const TEXT = `# language: fr
Fonctionnalité: 1 — S'identifier
  D'abord.

  Contexte:
    Étant donné un nouveau venu

  @EX-1.01 @essentiel
  Règle: Le SIRET est obligatoire
    Guide, étape 1 : « Numéro de SIRET * ».

    Contexte:
      Étant donné une page

    Plan du scénario: Avec <x>, il est refusé
      Quand il s'identifie avec <x>
      Alors il lit :
        | <script>l'un</script> |
        | l'autre               |

      Exemples:
        | x     |
        | l'une |
        | deux  |

  @EX-1.02 @robuste @devrait @si-insee
  Règle: Une lecture
    Lecture : le guide le suppose.

    Scénario: Un
      Quand il vient
`;

const SOURCE = {
  catalogue: catalogueOf(
    requirement('EX-1.01'),
    requirement('EX-1.02', { level: 'robuste', obligation: 'devrait', conditions: ['si-insee'] }),
  ),
  features: [
    { path: 'features/10.feature', text: '# language: fr\nFonctionnalité: 10 — Fin\n' },
    { path: 'features/2.feature', text: '# language: fr\nFonctionnalité: 2 — Suite\n' },
    { path: 'features/1.feature', text: TEXT },
  ],
};

function seen(page: string): string {
  const [, body = ''] = page.split('<body>');
  return body
    .replaceAll(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll(/[\s\u00a0]+/g, ' ');
}

describe('specification.html', () => {
  const page = specificationPage(SOURCE, { suite: '0.1.0' });
  const text = seen(page);

  it('has its contents, in the order of the steps, each leading where it says', () => {
    assert.match(
      text,
      /Sommaire Présentation 1 — S’identifier EX-1\.01 .* EX-1\.02 Une lecture 2 — Suite 10 — Fin Glossaire Page de signature/,
    );
    for (const [, id] of page
      .matchAll(/<nav[\s\S]*?<\/nav>/g)
      .flatMap(([nav]) => nav.matchAll(/href="#([^"]+)"/g)))
      assert.equal(page.split(` id="${id}"`).length, 2, id);
  });

  it('writes each rule with its level, its obligation, its condition and where it comes from', () => {
    assert.match(
      text,
      /EX-1\.01 Le SIRET est obligatoire niveau essentiel exigée Guide, étape 1 : « Numéro de SIRET \* »\./,
    );
    assert.match(
      text,
      /niveau robuste conseillée si le portail interroge l’INSEE Lecture : le guide le suppose\./,
    );
    assert.match(page, /<p class="provenance from-guide">[\s\S]*<p class="provenance from-reading">/);
    assert.match(
      text,
      /Dites par le guide 1 règle Tirées de faits publics 0 règle Nos lectures du guide 1 règle/,
    );
  });

  it('writes scenarios, what they start from, and their tables to the letter', () => {
    assert.match(text, /D’abord\. Toutes ses règles partent de là Étant donné un nouveau venu/);
    assert.match(text, /Ses scénarios partent de là Étant donné une page/);
    assert.match(text, /Avec x , il est refusé 2 exemples Quand il s’identifie avec x Alors il lit :/);
    assert.match(text, /Exemples x l'une deux/);
    assert.match(page, /<th scope="col">&lt;script&gt;l&#39;un&lt;\/script&gt;<\/th>/);
  });

  it('says nothing of any portal without a run, and the state of each rule with one', async () => {
    assert.match(text, /État montré aucun : aucune série n’est jointe/);
    assert.doesNotMatch(page, /dossier\.html/);
    const dossier = await recordedDossier('entier');
    const told = specificationPage(dossier);
    assert.match(
      seen(told),
      /celui de « Portail » : CONFORME, pour les exigences des niveaux essentiel et robuste/,
    );
    const states = [...told.matchAll(/aria-label="(EX-[\d.]+) : ([^,]+), dans le dossier"/g)];
    assert.deepEqual(
      states.map(([, id, state]) => [id, state]),
      [
        ['EX-9.01', 'conforme'],
        ['EX-9.02', 'conforme'],
        ['EX-9.03', 'réserve'],
        ['EX-9.04', 'sans objet'],
        ['EX-9.05', 'non évaluée'],
      ],
    );
  });

  it('ends with a page to sign: how many rules of each level, their digest, the suite, who signs', () => {
    assert.match(text, /ont lu les 2 règles de cette spécification \(essentiel : 1, robuste : 1\)/);
    assert.match(text, /Empreinte SHA-256 des règles : [0-9a-f]{64} \(Diapason 0\.1\.0\)/);
    assert.match(text, /Maîtrise d’ouvrage Éditeur du portail Recette ou laboratoire/);
  });

  it('explains the words that its rules use', () => {
    for (const term of ['SIRET', 'SIREN', 'INSEE', 'Raison sociale', 'Gestionnaire principal', 'Espace'])
      assert.match(page, new RegExp(`<dt>${term}</dt>`));
  });

  it('shows what changed only when asked', () => {
    assert.doesNotMatch(text, /Ce qui a changé/);
    const since = { catalogue: catalogueOf(requirement('EX-1.01')), features: [], label: '« hier »' };
    assert.match(
      seen(specificationPage(SOURCE, { since })),
      /Ce qui a changé depuis « hier » 1 règle ajoutée\. ajoutée EX-1\.02/,
    );
  });

  it('names the feature that is no Gherkin', () => {
    const features = [{ path: 'features/x.feature', text: '# language: fr\nRien' }];
    assert.throws(
      () => specificationPage({ ...SOURCE, features }),
      /features\/x\.feature n’est pas du Gherkin : /,
    );
  });
});
