import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { sharedTitles, withoutFrench } from './identities.ts';
import { misannounced } from './purposes.ts';
import { settingNamed } from './settings.ts';

const page = (where: string, title: string, subject: string, lang = 'fr') => ({
  where,
  title,
  subject,
  lang,
});

describe('the language of pages', () => {
  it('is French, of whichever country', () => {
    const read = ['fr', 'fr-FR', 'FR-ca'].map((lang) => page('A', 'a', 'a', lang));
    assert.deepEqual(withoutFrench(read), []);
    assert.equal(
      withoutFrench([page('A', 'a', 'a', ''), page('B', 'b', 'b', 'en'), page('C', 'c', 'c', 'français')])
        .length,
      3,
    );
  });
});

describe('the title of a page', () => {
  it('is another’s too when they are about different things', () => {
    const read = [
      page('Étape 2', 'Inscription', 'Vous'),
      page('Étape 3', 'inscription', 'Espaces'),
      page('Étape 4', 'Fin', 'Fin'),
    ];
    assert.deepEqual(
      sharedTitles(read).map((pages) => pages.map(({ where }) => where)),
      [['Étape 2', 'Étape 3']],
    );
  });

  it('is one page’s own, met twice', () => {
    assert.deepEqual(
      sharedTitles([
        page('Compte activé', 'Connexion', 'Connexion'),
        page('Connexion', 'Connexion', 'Connexion'),
      ]),
      [],
    );
  });
});

describe('what a field announces', () => {
  const field = (announced: string) => ({ where: 'Étape 2', name: 'Courriel', wanted: ['email'], announced });

  it('is said by its last word, but for the key of a password manager', () => {
    for (const said of ['email', 'section-a work EMAIL', 'email webauthn'])
      assert.deepEqual(misannounced([field(said)]), []);
  });

  it('is wrong where it is nothing, or something else; each field once', () => {
    for (const said of ['', 'off', 'given-name']) assert.equal(misannounced([field(said)]).length, 1, said);
    assert.equal(misannounced([field(''), field('')]).length, 1);
  });
});

it('a setting has the name that features give it, and no other', () => {
  assert.equal(settingNamed('en couleurs forcées'), 'en couleurs forcées');
  assert.throws(() => settingNamed('à la lune'), /connus : /);
});
