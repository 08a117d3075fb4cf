import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, type TestContext } from 'node:test';
import { inputOf } from '../../reports/formats/formats.test-support.ts';
import {
  catalogueOf,
  failingIn,
  finding,
  messagesOf,
  requirement,
  scenarioOf,
  TARGET,
} from '../../reports/messages.test-support.ts';
import { playOf } from '../../reports/messages.ts';
import { verdict } from '../../reports/verdict.ts';
import { ROOT } from '../root.ts';
import { temporary } from '../run.test-support.ts';
import { continuousIntegration } from './ci.ts';

const input = inputOf(
  verdict({
    catalogue: catalogueOf(requirement('EX-1.01')),
    target: TARGET,
    plays: [playOf(messagesOf([scenarioOf('EX-1.01', failingIn('Outcome', finding('Le secret est 42.')))]))],
  }),
);

/** What is written around a portal's words, with this environment. */
function heard(environment: NodeJS.ProcessEnv, out = join(ROOT, 'reports/out')): string {
  const written: string[] = [];
  const ci = continuousIntegration(out, environment, (text) => written.push(text));
  written.push('::add-mask::words of a portal\n');
  ci.told(input, [], (text) => text.replaceAll('42', '•••'));
  return written.join('');
}

function summaryFile(t: TestContext): string {
  return join(temporary(t), 'summary.md');
}

describe('what runs us', () => {
  it('is told nothing where nothing does', () => {
    assert.equal(heard({}), '::add-mask::words of a portal\n');
  });

  it('on GitHub, takes no order from a portal, then reads our annotations, masked', () => {
    const text = heard({ GITHUB_ACTIONS: 'true', GITHUB_WORKSPACE: join(ROOT, '..') });
    const [, token = ''] = /^::stop-commands::(\S{36})\n/.exec(text) ?? [];
    const [before = '', after = ''] = text.split(`\n::${token}::\n`);
    assert.match(before, /::add-mask::words of a portal/);
    assert.match(
      after,
      /^::error file=[^/]+\/features\/1-identification\.feature,line=3,.*::Le secret est •••\.\n$/,
    );
    assert.notEqual(/^::stop-commands::(\S+)/.exec(heard({ GITHUB_ACTIONS: 'true' }))?.[1], token);
  });

  it('has its summary added to, never replaced, and masked', (t) => {
    const file = summaryFile(t);
    heard({ GITHUB_STEP_SUMMARY: file });
    heard({ GITHUB_STEP_SUMMARY: file });
    const text = readFileSync(file, 'utf8');
    assert.equal(text.match(/^## Diapason/gm)?.length, 2);
    assert.doesNotMatch(text, /42\b(?!,)/);
    assert.match(text, /•••/);
  });

  it('is told in French when its summary can’t be written', (t) => {
    const text = heard({ GITHUB_STEP_SUMMARY: join(temporary(t), 'nulle/part.md') });
    assert.match(text, /Le résumé de la tâche n’a pas pu être écrit \(ENOENT\)/);
  });

  it('on GitLab, is said where its JUnit is, or that it is out of its reach', () => {
    const environment = { GITLAB_CI: 'true', CI_PROJECT_DIR: ROOT };
    assert.match(heard(environment), /reports: \{ junit: reports\/out\/junit\.xml \}/);
    assert.match(heard(environment, '/ailleurs'), /hors du projet/);
  });
});
