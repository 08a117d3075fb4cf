import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { diagnosis } from './diagnosis.test-support.ts';
import { matrixOf } from './matrix.ts';
import { matrixPage } from './matrix-page.ts';
import { campaignSummary, progressLine } from './terminal.ts';

const IDS = ['EX-1.01', 'EX-1.02', 'EX-1.03', 'EX-1.04', 'EX-1.05'];

const BLURRED = diagnosis(
  {
    id: 'flou',
    breaks: 'EX-1.01',
    alsoBreaks: ['EX-1.02'],
    sentence: 'Ce <script>alert("1")</script> & l\'autre.',
  },
  {
    'EX-1.01': 'non conforme',
    'EX-1.02': 'non conforme',
    'EX-1.03': 'non conforme',
    'EX-1.04': 'erreur du banc',
    'EX-1.05': 'conforme',
  },
);
const MISSED = diagnosis({ id: 'manque', breaks: 'EX-1.02' }, { 'EX-1.02': 'non vérifiable' });
const DEAD = diagnosis({ id: 'mort', breaks: 'EX-1.03' }, {}, { trouble: 'son processus est mort.' });

/** No-break spaces are for people. */
const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('matrixOf', () => {
  it('tells what each requirement is to each defect, in the order of what they break', () => {
    const { rows } = matrixOf('defects', 'full', IDS, [DEAD, MISSED, BLURRED]);
    assert.deepEqual(
      rows.map(({ diagnosis: { subject }, cells }) => [subject.id, ...cells]),
      [
        ['flou', 'caught', 'collateral', 'wrong', 'unproven', 'kept'],
        ['manque', 'unplayed', 'missed', 'unplayed', 'unplayed', 'unplayed'],
        ['mort', 'unplayed', 'unplayed', 'missed', 'unplayed', 'unplayed'],
      ],
    );
  });

  it('takes whatever accuses a sentinel as right, and a variant as wrong', () => {
    const accused = diagnosis({}, { 'EX-1.01': 'non conforme' });
    assert.equal(matrixOf('sentinels', 'full', IDS, [accused]).rows[0]?.cells[0], 'caught');
    assert.equal(matrixOf('variants', 'full', IDS, [accused]).rows[0]?.cells[0], 'wrong');
  });
});

describe('matrixPage', () => {
  const page = plain(matrixPage(matrixOf('defects', 'full', IDS, [BLURRED, MISSED, DEAD])));

  it('escapes what it is given, in the picture and in the table', () => {
    assert.ok(page.includes('Ce &lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; l&#39;autre.'));
    assert.ok(!page.includes('<script'));
  });

  it('says in words, in a table with headers and a caption, what the picture shows', () => {
    assert.match(page, /<table>\s*<caption>3 défauts/);
    assert.match(
      page,
      /<th scope="row">flou<\/th><td>EX-1\.01<\/td>.*✓ pris.*EX-1\.02 \(annoncée\), EX-1\.03 \(à tort\)/,
    );
    assert.match(
      page,
      /<th scope="row">manque<\/th>.*✗ survit.*EX-1\.02 dit « non vérifiable » : EX-1\.02 parle\./,
    );
    assert.match(page, /<th scope="row">mort<\/th>.*✗ non jugé.*son processus est mort\./);
    assert.match(page, /<svg role="img" aria-labelledby="image-titre image-sens"/);
  });

  it('needs nothing beside itself', () => assert.doesNotMatch(page, /(src|href|url\()=?["']?https?:/));
});

describe('the terminal', () => {
  it('says each defect in a line, and why it is missed', () => {
    assert.equal(plain(progressLine('defects', BLURRED, 1, 20)), ' 1/20 ✓ EX-1.01 flou : pris (1,0 s)\n');
    assert.equal(
      plain(progressLine('defects', DEAD, 20, 20)),
      '20/20 ✗ EX-1.03 mort : non jugé (1,0 s)\n      son processus est mort.\n',
    );
  });

  it('ends with the figures, the survivors and what is accused wrongly', () => {
    const summary = plain(campaignSummary('defects', 'full', [BLURRED, MISSED, DEAD]));
    assert.match(summary, /Puissance, essai complet : 1 défaut pris sur 3 \(33,3 %\)/);
    assert.match(summary, /Précision : 66,6 % \(2 exigences accusées à raison sur 3\)/);
    assert.match(summary, /Diagnostics exacts : 0 sur 3/);
    assert.match(summary, /✗ EX-1\.02 manque — Un défaut\.\n {6}EX-1\.02 dit « non vérifiable »/);
    assert.match(summary, /Accusées à tort :\n {2}flou : EX-1\.03/);
  });
});
