import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HOSTILE, inputOf } from '../formats/formats.test-support.ts';
import {
  catalogueOf,
  failingIn,
  finding,
  messagesOf,
  requirement,
  scenarioOf,
  TARGET,
} from '../messages.test-support.ts';
import { playOf } from '../messages.ts';
import { type RunVerdict, verdict } from '../verdict.ts';
import { githubAnnotations } from './github.ts';
import { jobSummary } from './job-summary.ts';

function judged(sentence: string, how = 1): RunVerdict {
  const ids = Array.from({ length: how }, (_, index) => `EX-1.${String(index + 1).padStart(2, '0')}`);
  return verdict({
    catalogue: catalogueOf(...[...ids, 'EX-4.13', 'EX-4.14'].map((id) => requirement(id))),
    target: { ...TARGET, name: `Portail ${HOSTILE}` },
    plays: [
      playOf(
        messagesOf([
          ...ids.map((id) => scenarioOf(id, failingIn('Outcome', finding(sentence)))),
          scenarioOf(
            'EX-4.13',
            failingIn('Action', { kind: 'means', means: 'horloge', sentence: 'Déclarez.' }),
          ),
          scenarioOf('EX-4.14'),
        ]),
      ),
    ],
  });
}

describe('the summary of a job', () => {
  const markdown = jobSummary(inputOf(judged(HOSTILE)), ['  RÉFÉRENCE CONNUE : rompue']);
  /** As a reader sees it. */
  const read = (text: string): string =>
    text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(code)).replaceAll('\u00a0', ' ');

  it('says the verdict, the scope, a table by step, the baseline and the findings', () => {
    const text = read(markdown);
    assert.match(text, /^## Diapason — NON CONFORME$/m);
    assert.match(text, /^- Niveaux évalués : essentiel, robuste ; non évalués : sécurité, accessibilité$/m);
    assert.match(text, /^\| Étape \| conforme \| non conforme \| non prouvée \|/m);
    assert.match(text, /^\| --- \| ---: \| ---: \|/m);
    assert.match(text, /^\| 4 · Activation \| 1 \| · \| 1 \| · \| · \|$/m);
    assert.match(text, /^- RÉFÉRENCE CONNUE : rompue$/m);
    assert.match(
      text,
      /^- \*\*non conforme\*\* — EX-1\.01 — scénario EX-1\.01 \(features\/1-identification\.feature:3\)/m,
    );
  });

  it('shows what a portal wrote as text: no tag, no link, no mention, no line of its own', () => {
    assert.doesNotMatch(markdown, /[<>`@[\]]/);
    assert.equal(markdown.split('\n').filter((line) => /alert/.test(line)).length, 2, 'name and finding');
    assert.match(read(markdown), /<script>alert\(1\)<\/script> \]\]> &amp; "x"/);
    assert.equal(
      markdown.match(/^\|.*$/gm)?.every((line) => line.split('|').length === 8),
      true,
    );
  });

  it('stays under what GitHub takes, and says how much it leaves out', () => {
    const long = jobSummary(inputOf(judged('x'.repeat(200_000), 9)));
    assert.ok(Buffer.byteLength(long) < 1_048_576);
    assert.match(long, /… et \d autres, dans les rapports/);
  });
});

describe('annotations for GitHub', () => {
  it('point at the scenario, and end their line where they end', () => {
    const lines = githubAnnotations(
      inputOf(judged(`${HOSTILE}\r\n::stop-commands::x`)),
      (file) => `diapason/${file}`,
    );
    assert.equal(lines.length, 2);
    assert.match(
      lines[0] ?? '',
      /^::error file=diapason\/features\/1-identification\.feature,line=3,title=EX-1\.01 — scénario EX-1\.01%2C non conforme::<script>/,
    );
    assert.match(lines[1] ?? '', /^::warning .*non vérifiable::Moyen manquant \(horloge\) : Déclarez\.$/);
    for (const line of lines) {
      assert.doesNotMatch(line, /[\r\n]/);
      assert.doesNotMatch(line.replace(/^::\w+ /, ''), /^::/m);
    }
    assert.match(lines[0] ?? '', /%0A::error::x %250A/);
  });

  it('are no more than GitHub shows', () => {
    assert.equal(githubAnnotations(inputOf(judged('Non.', 14)), (file) => file).length, 11);
  });
});
