import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { runNode } from './child.ts';
import { renaming, strangePortal } from './doctor.test-support.ts';
import { assertNoStack, start, temporary } from './run.test-support.ts';

/** Five fields of four steps, two of them those by which the driver knows a step. */
const RENAMED = {
  'Numéro de SIRET': 'Immatriculation',
  'Resaisissez votre adresse électronique de connexion': 'Courriel, une seconde fois',
  'Raison sociale': 'Dénomination',
  Confirmation: 'La même chose, encore une fois',
  'Question secrète': 'Question de secours',
};

const squeezed = (text: string): string => text.replace(/\s+/g, ' ');

describe('diapason doctor', { concurrency: 2 }, () => {
  it('corrects the target file of a portal with five renamed fields, which then passes the suite’s journey', async (t) => {
    const { target, out, text } = await strangePortal(t, { rewrite: renaming(RENAMED) });
    const ended = await start(out, ['doctor', '--target', target, '--fix']).ended;
    assert.equal(ended.code, 0, ended.output);
    assertNoStack(ended);
    const said = squeezed(ended.output);
    assert.match(
      said,
      /≈ identification\.siret : « Numéro de SIRET » introuvable ; pris à sa place : le champ « Immatriculation \* », par /,
    );
    assert.match(said, /À reprendre : 6 noms à écrire dans le fichier cible\./);
    assert.match(
      said,
      /Tout est trouvé, hors ce que ce diagnostic n’a pas fait paraître \(newLink\.sent, .*structure\.saved.*\)/,
    );
    assert.match(said, new RegExp(`Jouez la suite : « npx diapason run --target ${target} »`));
    assert.equal(existsSync(join(out, 'doctor/1-identification.png')), true);
    assert.equal(existsSync(join(out, '.diapason')), true, 'a run may empty that folder');
    const fixed = readFileSync(target, 'utf8');
    const { lexicon, ...others } = JSON.parse(fixed);
    assert.deepEqual(others, JSON.parse(text));
    assert.equal(fixed.startsWith(text.slice(0, text.lastIndexOf('}') - 1)), true, fixed);
    assert.deepEqual(lexicon, {
      identification: { siret: 'Immatriculation' },
      information: { confirmEmail: 'Courriel, une seconde fois', raisonSociale: 'Dénomination' },
      activation: { confirmation: 'La même chose, encore une fois', question: 'Question de secours' },
      recovery: { confirmation: 'La même chose, encore une fois' },
    });
    const play = await runNode(
      ['node_modules/@cucumber/cucumber/bin/cucumber.js', '--tags', '@EX-0.01', '--format', 'summary'],
      {
        environment: { TARGET: target },
        onOutput: () => undefined,
      },
    );
    assert.equal(play.code, 0);
  });

  it('leaves a program as it is, and says the lines to write in it', async (t) => {
    const { target, out, text } = await strangePortal(t, {
      rewrite: renaming({ 'Numéro de SIRET': 'Immatriculation' }),
    });
    const program = target.replace(/json$/, 'ts');
    const source = `export default ${text}`;
    writeFileSync(program, source);
    const ended = await start(out, ['doctor', '--target', program, '--fix']).ended;
    assert.equal(ended.code, 1, ended.output);
    assertNoStack(ended);
    const said = squeezed(ended.output);
    assert.match(
      said,
      /À écrire dans le fichier cible "lexicon": \{ "identification": \{ "siret": "Immatriculation" \} \}/,
    );
    assert.match(
      said,
      /--fix : .*cible\.ts est un programme, qui n’est pas modifié\. Écrivez-y les lignes ci-dessus\./,
    );
    assert.equal(readFileSync(program, 'utf8'), source);
  });

  it('says what a portal lacks and what « without » wrongly denies, and goes on to the end', async (t) => {
    const { target, out, text } = await strangePortal(t, {
      rewrite: (page) => page.replace(/<div class="champ">\s*<label for="complement">[\s\S]*?<\/div>/g, ''),
      declared: { without: { contact: 'une seule adresse' } },
    });
    const ended = await start(out, ['doctor', '--target', target]).ended;
    assert.equal(ended.code, 1, ended.output);
    const said = squeezed(ended.output);
    const faults = said
      .split(/(?=[✓✗≈·] )/)
      .filter((item) => /^[✗≈]/.test(item))
      .map((item) => item.trim());
    assert.deepEqual(
      faults.map((item) => item.replace(/ (Modifier|Ce que|Exigences|À reprendre).*$/, '')),
      [
        '✗ information.complement : « Complément adresse » introuvable, et rien n’en approche',
        '✗ structure.complement : « Complément adresse » introuvable, et rien n’en approche',
        '✗ without : « contact » (une seule adresse) est faux : l’étape 2 demande une adresse de contact',
      ],
    );
    assert.match(said, /Exigences sans objet · EX-2\.14 : une seule adresse/);
    assert.match(said, /Exigences non vérifiables .* · EX-4\.13[^:]* : il manque l'horloge du portail/);
    assert.match(said, /✓ courriel : « Activez votre compte utilisateur » est arrivé en /);
    assert.match(said, /✓ INSEE : les 6 données affichées pour le SIRET \d{14} sont celles du double/);
    assert.doesNotMatch(said, /Le parcours s’arrête/);
    assert.equal(readFileSync(target, 'utf8'), text);
  });

  it('says in a sentence that the portal can’t be reached, or that no file is given to correct', async (t) => {
    const out = temporary(t);
    const nobody = join(out, 'cible.mjs');
    writeFileSync(nobody, "export default { name: 'Personne', url: 'http://127.0.0.1:9/' };");
    const [gone, aimless] = await Promise.all([
      start(join(out, 'a'), ['doctor', '--target', nobody]).ended,
      start(join(out, 'b'), ['doctor', '--fix']).ended,
    ]);
    for (const ended of [gone, aimless]) {
      assert.equal(ended.code, 3, ended.output);
      assertNoStack(ended);
    }
    assert.match(
      squeezed(gone.output),
      /✗ Le portail « Personne » ne répond pas à l'adresse http:\/\/127\.0\.0\.1:9\/ .* → Démarrez-le, ou corrigez « url »/,
    );
    assert.match(aimless.output, /✗ --fix corrige un fichier cible, et aucun n’est donné/);
  });
});
