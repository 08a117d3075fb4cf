import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Dossier } from '../dossier.ts';
import { dossierPage } from './dossier-page.ts';
import { picture, recordedDossier } from './sample.test-support.ts';

const HOSTILE = '"><script>alert(1)</script><img src=x onerror=alert(1)>';

/** What a reader sees: tags left out, spaces alike. */
function seen(page: string): string {
  const body = page.split('<body>').at(-1) ?? '';
  return body
    .replace(/<script>[\s\S]*<\/script>/, '')
    .replace(/<[^>]+>/g, ' ')
    .replaceAll('&#39;', "'")
    .replaceAll('&quot;', '"')
    .replace(/[\s\u00a0]+/g, ' ');
}

/** The card of a requirement. */
function cardOf(page: string, id: string): string {
  return new RegExp(`<article [^>]*id="${id}"[\\s\\S]*?</article>`).exec(page)?.[0] ?? '';
}

function including(text: string, ...parts: string[]): void {
  for (const part of parts)
    assert.ok(text.includes(part), `« ${part} » n’est pas dans : ${text.slice(0, 3_000)}`);
}

describe('dossier.html, of a portal that conforms', async () => {
  const dossier = await recordedDossier('entier');
  const text = seen(dossierPage(dossier));

  it('tells the verdict, its meaning, the levels assessed and those that are not', () => {
    including(
      text,
      'Verdict CONFORME Chaque exigence des niveaux essentiel et robuste est tenue, preuves à l’appui, hors 1 sans objet pour cette cible ; 1 conseil n’est pas suivi.',
      'Niveaux évalués essentiel, robuste',
      'Niveaux non évalués sécurité (1 exigence), accessibilité (aucune exigence dans ce catalogue)',
      'Auto-évaluation, non signée. Non homologué par le service public.',
    );
  });

  it('tells what was judged, with what, and how it was drawn', () => {
    including(
      text,
      'Cible Portail Éditeur ACME Adresse https://recette.acme.test/ Version déclarée 4.2.0',
      'Date 28 novembre 2026 à 09:31 (UTC) Durée 4 min 05 s Passages un seul',
      'Boîte de courriel Mailpit 127.0.0.1:8025 Suite Diapason 0.1.0 Puissance mesurée 204/204',
      'Graine 42 Tirage e65ec517f0c6 Défi de l’auditeur aucun Signatures aucune',
    );
    assert.match(text, /5 exigences, empreinte SHA-256 [0-9a-f]{64} /);
  });

  it('tells what the target waives and why, its functions, its authorisation', () => {
    including(text, 'captcha : sans raison donnée ( EX-9.04 )', 'à la place du pilote Aucune.');
    const { target } = dossier.verdict;
    const more = { reasons: { captcha: 'preuve de travail' }, overrides: ['driver.login.fill'] };
    const authorised = { by: 'la DSI', until: '2026-12-31' };
    const declared = { ...target, ...more, authorised };
    including(
      seen(dossierPage({ ...dossier, verdict: { ...dossier.verdict, target: declared } })),
      'captcha : preuve de travail',
      'Écarté par la cible captcha ; 1 fonction à la place du pilote',
      'driver.login.fill',
      'Donnée par la DSI, jusqu’au 31 décembre 2026.',
    );
  });

  it('names the requirement that is waived, with the reason, and the advice that is not followed', () => {
    const page = dossierPage(dossier);
    including(
      seen(cardOf(page, 'EX-9.04')),
      'sans objet',
      'Écarté par la cible',
      'si le portail a un captcha',
    );
    including(cardOf(page, 'EX-9.04'), '<a href="specification.html#EX-9.04">texte de la règle');
    including(seen(cardOf(page, 'EX-9.03')), 'réserve', 'conseillée');
    including(text, 'Non évaluées 1 exigence non évaluée EX-9.05');
    assert.equal(cardOf(page, 'EX-9.05'), '');
  });

  it('is a self-assessment unless a laboratory has signed', () => {
    const signed = (...roles: Dossier['signers'][number]['role'][]) =>
      seen(dossierPage({ ...dossier, signers: roles.map((role) => ({ role, keyid: `clé-${role}` })) }));
    including(signed('éditeur'), 'Auto-évaluation, signée par l’éditeur (clé clé-éditeur)');
    including(signed('éditeur', 'laboratoire'), 'Attesté par un laboratoire (clé clé-laboratoire)');
    assert.ok(!signed('éditeur', 'laboratoire').includes('Auto-évaluation'));
  });

  it('names the readings of the guide among its rules', () => {
    const reading = dossier.features.map(({ path, text: written }) => ({
      path,
      text: written.replace('Règle: Une exigence robuste, tenue\n', '$&    Lecture : essai.\n'),
    }));
    including(
      seen(dossierPage({ ...dossier, features: reading })),
      '1 règle est notre lecture du guide, non ses mots : EX-9.02',
    );
  });

  it('draws every requirement of the catalogue, those not assessed too, each leading to its own', () => {
    const page = dossierPage(dossier);
    const cells = [...page.matchAll(/<a class="cell [^"]*" href="#(EX-[\d.]+)" aria-label="([^"]*)"/g)];
    assert.deepEqual(
      cells.map(([, id, name]) => [id, name?.split(' : ')[0]?.split('\u00a0: ')[0]]),
      [
        ['EX-9.01', 'EX-9.01, conforme'],
        ['EX-9.02', 'EX-9.02, conforme'],
        ['EX-9.03', 'EX-9.03, réserve'],
        ['EX-9.04', 'EX-9.04, sans objet'],
        ['EX-9.05', 'EX-9.05, non évaluée'],
      ],
    );
    for (const [, id] of cells) assert.equal(page.split(` id="${id}"`).length, 2, id);
  });
});

describe('dossier.html, of a portal that fails', async () => {
  const dossier = await recordedDossier('pannes');
  const page = dossierPage(dossier);

  it('says how many requirements are infringed, and what to look at first', () => {
    assert.equal(dossier.verdict.outcome, 'NON CONFORME');
    const infringed = dossier.verdict.requirements.filter(({ outcome }) => outcome === 'non conforme').length;
    including(
      seen(page),
      `Le portail enfreint ${infringed} exigence`,
      'À regarder d’abord non conforme EX-9.',
    );
  });

  it('says of each scenario what became of it, what was expected and what was seen', () => {
    for (const { requirement, scenarios } of dossier.verdict.requirements) {
      const card = seen(cardOf(page, requirement.id));
      for (const { name, outcome } of scenarios) including(card, `${name.replaceAll("'", '’')} ${outcome}`);
    }
    const finding = dossier.verdict.requirements.find(({ outcome }) => outcome === 'non conforme');
    including(seen(cardOf(page, finding?.requirement.id ?? '')), ' à « ', 'Attendu : ', 'Constaté : ');
  });

  it('says a finding without the id that stands above it', () => {
    const [first, ...others] = dossier.verdict.requirements;
    const { requirement, scenarios } = first ?? assert.fail('no requirement');
    const said = scenarios.map((scenario) => ({
      ...scenario,
      sentences: [`${requirement.id} — Accepté à tort.`],
    }));
    const requirements = [
      { ...first, requirement, outcome: 'non conforme' as const, scenarios: said },
      ...others,
    ];
    const told = dossierPage({ ...dossier, verdict: { ...dossier.verdict, requirements } });
    including(seen(told), 'Accepté à tort.');
    assert.ok(!seen(told).includes(`${requirement.id} — Accepté`));
  });

  it('gives the command that plays it again', () => {
    const id = dossier.verdict.requirements[0]?.requirement.id ?? '';
    including(cardOf(page, id), `DIAPASON_SEED=42 npx diapason run --target cible.json --requirement ${id}<`);
    const run = { ...dossier.run, challenge: "l'$(oups)" };
    including(seen(dossierPage({ ...dossier, run })), `--challenge 'l'\\''$(oups)'`);
    const target = { ...dossier.verdict.target, url: 'portail embarqué' };
    assert.doesNotMatch(dossierPage({ ...dossier, verdict: { ...dossier.verdict, target } }), /--target/);
  });

  it('shows each proof once, by its thumbnail, and leads to the file', () => {
    const [{ requirement, scenarios } = assert.fail('no requirement')] = dossier.verdict.requirements;
    const own = picture(requirement.id, scenarios[0]?.name ?? '');
    const other = picture(requirement.id, 'ailleurs', { path: 'preuves/a.eml', mediaType: 'message/rfc822' });
    const card = cardOf(dossierPage({ ...dossier, evidence: [own, other] }), requirement.id);
    assert.equal(card.split('<img ').length, 3);
    assert.equal(card.split('href="preuves/Au%20moment%20du%20constat.png"').length, 2);
    including(seen(card), 'courriel, 34 ko, SHA-256 abababababab…');
  });

  it('escapes whatever comes from the portal, a mail or the target file', () => {
    const { verdict } = dossier;
    const requirements = verdict.requirements.map((each) => ({
      ...each,
      reason: HOSTILE,
      scenarios: each.scenarios.map((scenario) => ({ ...scenario, name: HOSTILE, sentences: [HOSTILE] })),
    }));
    const target = {
      ...{ name: HOSTILE, url: `javascript:${HOSTILE}`, vendor: HOSTILE, version: HOSTILE },
      ...{ lacks: [HOSTILE], reasons: { [HOSTILE]: HOSTILE }, overrides: [HOSTILE] },
      authorised: { by: HOSTILE, until: HOSTILE },
    };
    const ids = requirements.map(({ requirement }) => requirement.id);
    const proof = picture(ids[0] ?? '', HOSTILE, {
      ...{ path: `javascript:${HOSTILE}`, title: HOSTILE, mediaType: HOSTILE, sha256: HOSTILE },
      thumbnail: `data:image/png;base64,AA${HOSTILE}`,
    });
    const hostile = dossierPage({
      ...dossier,
      verdict: {
        ...verdict,
        requirements,
        target,
        problems: [HOSTILE],
        doubts: [HOSTILE],
        strays: [HOSTILE],
      },
      suite: { ...dossier.suite, version: HOSTILE, power: HOSTILE },
      run: { ...dossier.run, nonce: HOSTILE, mailbox: HOSTILE, startedAt: HOSTILE, challenge: HOSTILE },
      evidence: [proof],
      signers: [{ role: 'éditeur', keyid: HOSTILE }],
    });
    assert.equal(hostile.split('<script').length, page.split('<script').length);
    assert.doesNotMatch(hostile, /<img src=x|href="javascript:/);
    assert.doesNotMatch(hostile, /<img src="data:image\/png;base64,AA/);
  });
});

describe('dossier.html, of what is not whole', () => {
  it('says that a selection does not certify, and which requirements it leaves out', async () => {
    const part = await recordedDossier('entier', { partial: true, selection: ['EX-9.02'] });
    including(
      seen(dossierPage(part)),
      'Verdict PARTIEL La seule exigence choisie est tenue. Une sélection d’exigences ne vaut pas certification.',
      'une sélection : 1 exigence sur les 4 des niveaux essentiel et robuste, 1 scénario joué',
      'Non évaluées 4 exigences',
    );
  });

  it('says what is not proven, and what broke', async () => {
    const cut = await recordedDossier('entier', { doubts: ['Le portail a changé.'] });
    including(
      seen(dossierPage(cut)),
      'Verdict INCOMPLET Aucune infraction n’a été constatée',
      '( détail ) Le portail a changé.',
    );
    const broken = await recordedDossier('entier', { preflightFailure: 'Hors ligne.' });
    including(seen(dossierPage(broken)), 'cette série ne dit rien du portail', 'Hors ligne.');
  });
});
