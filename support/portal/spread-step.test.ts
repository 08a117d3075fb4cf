import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { Finding } from '../failures.ts';
import type { PersonalInformation } from './information.ts';
import { portalOn, serve, useBrowser } from './page.test-support.ts';
import type { Portal } from './portal.ts';

const pageFor = useBrowser();

const STRUCTURE = [
  'Identifiant',
  'Raison sociale',
  'Libellé de la structure',
  'Adresse',
  'Complément adresse',
];
const PLACE = ['Code postal', 'Ville', 'Pays'];
const PERSON = [
  'Resaisissez votre adresse électronique de connexion',
  'Nom',
  'Prénom',
  'Adresse électronique de contact',
];
const IMAGE = ["Entrez les caractères générés par l'image"];
const BOXES = ["J'accepte", 'Déposer des demandes de paiement', 'Créer et/ou consulter des DUME'];
const ALL = [...STRUCTURE, ...PLACE, ...PERSON, ...IMAGE, ...BOXES];

const ANNE: PersonalInformation = {
  email: 'anne@fournisseur.example',
  nom: 'Martin',
  prenom: 'Anne',
  captcha: 'TEST1',
};

interface Making {
  /** The labels of each page. */
  readonly pages: readonly (readonly string[])[];
  /** Whether pages after the first have a « Précédent ». */
  readonly previous?: boolean;
  /** What is refused of what a page sent. */
  readonly refuses?: (sent: URLSearchParams) => boolean;
}

/** A portal of one visitor, whose step 2 has these pages; it keeps what is typed. Tells what was sent, page by page. */
async function spread(t: TestContext, { pages, previous = true, refuses = () => false }: Making) {
  const page = await pageFor(t);
  const sent: string[] = [];
  const kept = new Map<string, string>([['Adresse', '12 rue des Acacias']]);
  const draw = (index: number, refusal = ''): string => {
    const labels = pages[index];
    if (labels === undefined) return '<h1>Bienvenue Anne</h1>';
    const fields = labels.map((label) =>
      BOXES.includes(label)
        ? `<p><label><input type="checkbox" name="${label}"${kept.has(label) ? ' checked' : ''}> ${label}</label></p>`
        : `<p><label>${label} <input name="${label}" value="${kept.get(label) ?? ''}"></label></p>`,
    );
    const back = previous && index > 0 ? `<p><a href="/${index - 1}">Précédent</a></p>` : '';
    return `${refusal}<form method="post" action="/${index}">${fields.join('')}<button>Valider</button></form>${back}`;
  };
  const url = await serve(t, (path, posted) => {
    const index = Number(path.slice(1));
    if (path === '/')
      return '<form method="post" action="/debut"><label>Adresse électronique de connexion <input name="a"></label><label>Numéro de SIRET <input name="s"></label><button>Valider</button></form>';
    if (path === '/debut') return draw(0);
    if (posted === undefined) return draw(index);
    for (const [name, value] of posted) kept.set(name, value);
    sent.push(`${index + 1} ${posted}`);
    return refuses(posted) ? draw(index, '<p role="alert">Refusé</p>') : draw(index + 1);
  });
  const portal = portalOn(page, url, { answerMs: 10_000 });
  await begin(portal);
  return { portal, sent };
}

async function begin({ identification }: Portal): Promise<void> {
  await identification.open();
  await identification.identify({ email: ANNE.email, siret: '73282932000074' });
  assert.equal(identification.decision?.outcome, 'accepted');
}

/** The pages sent, in order. */
function numbers(sent: readonly string[]): string {
  return sent.map((line) => line[0]).join('');
}

const MAKES: ReadonlyArray<readonly [string, readonly (readonly string[])[]]> = [
  ['one page', [ALL]],
  [
    'the structure, then the person',
    [
      [...STRUCTURE, ...PLACE, ...BOXES.slice(1)],
      [...PERSON, "J'accepte", ...IMAGE],
    ],
  ],
  [
    'the person, then the structure',
    [
      [...PERSON, ...IMAGE],
      [...STRUCTURE, ...PLACE, ...BOXES],
    ],
  ],
  ['three pages', [STRUCTURE, PERSON, [...PLACE, ...BOXES, ...IMAGE]]],
];

describe('step 2, made of', { concurrency: 2 }, () => {
  for (const [make, pages] of MAKES) {
    it(`${make}: each thing is said on its own page`, async (t) => {
      const { portal, sent } = await spread(t, { pages });
      const contactEmail = 'contact@fournisseur.example';
      const structure = { adresse: '8 quai des Pêcheurs', ville: 'Nice' };
      await portal.information.complete({ ...ANNE, contactEmail, structure, boxes: { dume: true } });
      assert.equal(portal.information.decision?.outcome, 'accepted');
      const said = new URLSearchParams(sent.map((line) => line.slice(2)).join('&'));
      assert.equal(numbers(sent), [1, 2, 3].slice(0, pages.length).join(''));
      assert.deepEqual(
        ['Nom', 'Adresse', 'Ville', 'Adresse électronique de contact', 'Créer et/ou consulter des DUME'].map(
          (name) => said.get(name),
        ),
        ['Martin', structure.adresse, structure.ville, contactEmail, 'on'],
      );
    });

    it(`${make}: each thing is read on its own page, there and back`, async (t) => {
      const { portal, sent } = await spread(t, { pages });
      const { information } = portal;
      assert.equal(await information.nom.value(), '');
      assert.equal(await information.structure('adresse').value(), '12 rue des Acacias');
      assert.equal(await information.dume.isOn(), false);
      assert.equal(await information.captcha.value(), '');
      if (pages.length === 1) assert.deepEqual(sent, []);
    });
  }
});

const TWO_PAGES = [
  [...STRUCTURE, ...PLACE, ...BOXES],
  [...PERSON, ...IMAGE],
];

describe('step 2, when a page is refused', { concurrency: 2 }, () => {
  it('is refused, and goes on from there once it is mended', async (t) => {
    const { portal, sent } = await spread(t, {
      pages: TWO_PAGES,
      refuses: (posted) => posted.get('Nom') === '',
    });
    await portal.information.complete({ ...ANNE, nom: '' });
    assert.equal(portal.information.decision?.outcome, 'refused');
    assert.match(portal.information.sent, /page 2/);
    await portal.information.complete(ANNE);
    assert.equal(portal.information.decision?.outcome, 'accepted');
    assert.equal(numbers(sent), '122');
  });

  it('goes on with what was left unsaid, when the first page is', async (t) => {
    const { portal, sent } = await spread(t, {
      pages: TWO_PAGES.toReversed(),
      refuses: (posted) => posted.get("Entrez les caractères générés par l'image") === 'faux',
    });
    await portal.information.complete({ ...ANNE, captcha: 'faux', structure: { ville: 'Nice' } });
    assert.equal(portal.information.decision?.outcome, 'refused');
    await portal.information.mend(ANNE);
    assert.equal(portal.information.decision?.outcome, 'accepted');
    assert.match(sent.at(-1) ?? '', /^2 .*Ville=Nice/);
  });

  for (const previous of [true, false]) {
    it(`goes back for what must be said otherwise, ${previous ? 'by « Précédent »' : 'by beginning again'}`, async (t) => {
      const { portal, sent } = await spread(t, {
        pages: TWO_PAGES,
        previous,
        refuses: (posted) => posted.get('Nom') === '',
      });
      await portal.information.complete({ ...ANNE, nom: '' });
      await portal.information.complete({ ...ANNE, structure: { adresse: '8 quai des Pêcheurs' } });
      assert.equal(portal.information.decision?.outcome, 'accepted');
      assert.equal(numbers(sent), '1212');
      assert.match(sent[2] ?? '', /Adresse=8\+quai/);
    });
  }

  it('says what is no longer there, on the pages passed too', async (t) => {
    const { portal } = await spread(t, {
      pages: TWO_PAGES,
      refuses: (posted) => posted.get('Nom') === 'Martin',
    });
    const structure = { adresse: '8 quai des Pêcheurs', ville: 'Nice' };
    await portal.information.complete({ ...ANNE, structure });
    assert.deepEqual(await portal.information.lost({ ...ANNE, structure }), []);
    assert.deepEqual(
      await portal.information.lost({ ...ANNE, structure: { ville: 'Brest' }, boxes: { dume: true } }),
      ['« Ville » : « Nice » au lieu de « Brest »', "« Créer et/ou consulter des DUME » n'est plus coché"],
    );
    await portal.information.mend(ANNE);
    assert.match(portal.information.sent, /page 2 : .*relues par « Précédent »/);
  });

  it('says nothing of a page passed that the portal does not show again', async (t) => {
    const { portal } = await spread(t, {
      pages: TWO_PAGES,
      previous: false,
      refuses: (posted) => posted.has('Nom'),
    });
    const structure = { ville: 'Nice' };
    await portal.information.complete({ ...ANNE, structure });
    assert.deepEqual(
      await portal.information.lost({ ...ANNE, nom: 'Durand', structure: { ville: 'Brest' } }),
      ['« Nom » : « Martin » au lieu de « Durand »'],
    );
  });
});

describe('step 2, when something is nowhere', { concurrency: 2 }, () => {
  for (const [make, pages] of [
    ['on one page', [ALL.filter((label) => label !== 'Nom')]],
    ['on two', [TWO_PAGES[0] ?? [], [...PERSON.filter((label) => label !== 'Nom'), ...IMAGE]]],
  ] as const) {
    it(`says so, with what its pages show, ${make}`, async (t) => {
      const { portal } = await spread(t, { pages });
      const failed = (error: unknown) =>
        error instanceof Finding &&
        /« Nom ».*introuvable sous ce nom.*« Raison sociale ».*« Prénom »/s.test(error.message);
      await assert.rejects(portal.information.complete(ANNE), failed);
      await begin(portal);
      await assert.rejects(portal.information.nom.value(), failed);
    });
  }

  it('says so in what was sent, when the portal refuses', async (t) => {
    const { portal } = await spread(t, {
      pages: [ALL.filter((label) => label !== IMAGE[0])],
      refuses: (posted) => !posted.has(IMAGE[0] ?? ''),
    });
    await portal.information.complete(ANNE);
    assert.equal(portal.information.decision?.outcome, 'refused');
    assert.match(portal.information.sent, /sans « Entrez les caractères générés par l'image » que la page/);
  });

  it('ends with a portal that has always one page more', async (t) => {
    const { portal } = await spread(t, {
      pages: Array.from({ length: 12 }, (_, index) => (index % 2 ? PERSON : STRUCTURE)),
    });
    await assert.rejects(portal.information.complete(ANNE), /encore une page après 8/);
  });
});
