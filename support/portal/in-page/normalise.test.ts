import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { normalise } from './normalise.ts';
import { rank } from './rank.ts';

describe('normalise', () => {
  const same: ReadonlyArray<readonly [string, string, string]> = [
    ['accents and case', 'Numéro de SIRET', 'numero de siret'],
    ['accents however they are encoded', 'Prénom'.normalize('NFD'), 'prenom'],
    ['no-break spaces', 'Adresse\u00a0électronique\u202fde connexion', 'adresse electronique de connexion'],
    ['a star', 'Nom *', 'nom'],
    ['a colon', 'Nom\u00a0:', 'nom'],
    ['« obligatoire »', 'Nom (obligatoire)', 'nom'],
    ['« champ obligatoire » without parentheses', 'Nom - champ obligatoire', 'nom'],
    ['« facultatif »', 'Complément adresse — facultatif', 'complement adresse'],
    ['parentheses', 'Numéro de SIRET * (14 chiffres)', 'numero de siret'],
    ['œ', 'Nœud de l’Œuvre', 'noeud de l oeuvre'],
    ['both apostrophes', "J'accepte", 'j accepte'],
    ['typographic apostrophes', 'J’accepte', 'j accepte'],
    ['line breaks and runs of spaces', '  Code\n   postal ', 'code postal'],
  ];
  for (const [what, label, expected] of same) {
    it(`brings ${what} to the form that compares`, () => assert.equal(normalise(label), expected));
  }

  it('keeps digits and words that only look like « obligatoire »', () => {
    assert.equal(normalise('Ligne 2 : obligatoirement'), 'ligne 2 obligatoirement');
  });

  it('leaves nothing of a label made of signs', () => assert.equal(normalise(' * : '), ''));
});

describe('rank', () => {
  it('puts an equal label above one that begins so, and that above one that contains it', () => {
    assert.equal(rank('siret', 'siret'), 3);
    assert.equal(rank('siret de la structure', 'siret'), 2);
    assert.equal(rank('numero de siret', 'siret'), 1);
    assert.equal(rank('identifiant', 'siret'), 0);
  });

  it('knows whole words only', () => {
    assert.equal(rank('prenom', 'nom'), 0);
    assert.equal(rank('nomenclature', 'nom'), 0);
    assert.equal(rank('le nom', 'nom'), 1);
  });

  it('matches nothing when one side is empty', () => {
    assert.equal(rank('', ''), 0);
    assert.equal(rank('nom', ''), 0);
    assert.equal(rank('', 'nom'), 0);
  });
});
