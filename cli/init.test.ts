import assert from 'node:assert/strict';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { describe, it } from 'node:test';
import { stripVTControlCharacters } from 'node:util';
import { loadTarget } from '../support/target/load.ts';
import { draftOf } from './init/draft.ts';
import { ask } from './init/questions.ts';
import { init } from './init.ts';
import { assertNoStack, start, temporary } from './run.test-support.ts';

const ENTER = '\n';
const DOWN = '\u001b[B';

/** A terminal that answers each question, by a word of it, as it comes. */
function answering(answers: ReadonlyArray<readonly [question: string, keys: string]>) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  // A question ends what it was written to; a terminal stays.
  output.end = () => output;
  const left = [...answers];
  let said = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    said += stripVTControlCharacters(text);
    const [next] = left;
    if (next === undefined || !said.includes(next[0])) return;
    left.shift();
    said = '';
    // Once it listens: a question is drawn before its keys are heard.
    setImmediate(() => input.write(next[1]));
  });
  return { terminal: { input, output, clearPromptOnDone: false }, left };
}

describe('the questions of init', () => {
  it('are asked for what is not given, and refuse what the contract would', async () => {
    const { terminal, left } = answering([
      ['Nom du portail', `Portail ACME${ENTER}`],
      ['Adresse de son accueil', `acme${ENTER}`],
      ['Une adresse complète', `${'\u007f'.repeat(4)}https://acme.fr/${ENTER}`],
      ['Qui autorise', `La DSI${ENTER}`],
      ['quel jour', `2099-12-31${ENTER}`],
      ['Mailpit', ENTER],
      ['captcha', `${DOWN}${ENTER}`],
      ['Pourquoi', `un lien y supplée${ENTER}`],
      ['courriel d’activation', `${DOWN}${ENTER}`],
    ]);
    assert.deepEqual(await ask({ insee: 'page' }, terminal), {
      name: 'Portail ACME',
      url: 'https://acme.fr/',
      authorised: { by: 'La DSI', until: '2099-12-31' },
      withoutCaptcha: 'un lien y supplée',
      activation: 'code',
      insee: 'page',
    });
    assert.deepEqual(left, []);
  });
});

describe('draftOf', () => {
  it('says only what does not go without saying, and is a target file', async (t) => {
    const path = join(temporary(t), 'cible.json');
    const text = draftOf(
      {
        name: 'Portail',
        url: 'http://portail.test/',
        mailpit: 'http://127.0.0.1:8025',
        captcha: 'TEST1',
        activation: 'lien',
        insee: 'double',
      },
      path,
    );
    writeFileSync(path, text);
    const { $schema, ...rest } = JSON.parse(text);
    assert.match($schema, /^\.\.\/.*targets\/cible\.schema\.json$/);
    assert.deepEqual(rest, {
      name: 'Portail',
      url: 'http://portail.test/',
      mail: { mailpit: 'http://127.0.0.1:8025' },
      captcha: { answer: 'TEST1' },
    });
    assert.equal((await loadTarget(path)).captcha?.answer, 'TEST1');
  });
});

describe('diapason init', () => {
  it('writes a file that can be used, and never replaces one', async (t) => {
    const folder = temporary(t);
    const target = join(folder, 'cible.json');
    assert.equal(await init({ yes: true, url: 'http://portail.test/', target }), 0);
    assert.equal((await loadTarget(target)).name, 'Portail portail.test');
    writeFileSync(target, 'à moi');
    const again = await start(folder, ['init', '--yes', '--url', 'http://portail.test/', '--target', target])
      .ended;
    assert.equal(again.code, 3, again.output);
    assertNoStack(again);
    assert.match(again.output, /existe déjà : il n’est pas remplacé/);
    assert.equal(readFileSync(target, 'utf8'), 'à moi');
  });

  it('writes nothing for the real service, nor where nobody is there to answer', async (t) => {
    const target = join(temporary(t), 'cible.json');
    const real = { yes: true, url: 'https://chorus-pro.gouv.fr/', target };
    await assert.rejects(init(real), {
      name: 'HarnessSetupError',
      message: /désigne le vrai service public/,
    });
    await assert.rejects(init({ target }), { message: /Personne n’est là pour répondre/ });
    assert.equal(existsSync(target), false);
  });
});
