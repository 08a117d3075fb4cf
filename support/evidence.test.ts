import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Page } from '@playwright/test';
import type { Correspondence } from './correspondence.ts';
import { Evidence } from './evidence.ts';
import { FAILURE_MEDIA_TYPE, Finding } from './failures.ts';
import { html, useBrowser } from './portal/page.test-support.ts';

const pageFor = useBrowser();

const MAIL = { lastRead: {}, raw: async () => 'From: portail' } as unknown as Correspondence;
const NO_MAIL = { lastRead: undefined } as unknown as Correspondence;
const FINDING = new Finding({ done: 'Fait', expected: 'refus', seen: 'rien' });

interface Piece {
  readonly body: string | Buffer;
  readonly mediaType: string;
  readonly name: string;
}

function evidenceOf(page: Page, eachStep: boolean): { evidence: Evidence; pieces: Piece[] } {
  const pieces: Piece[] = [];
  const evidence = new Evidence(
    page,
    async (body, mediaType, name) => {
      pieces.push({ body, mediaType, name });
    },
    eachStep,
  );
  return { evidence, pieces };
}

describe('evidence', () => {
  it('keeps the finding, the page and the mail of what failed', async (t) => {
    const page = await pageFor(t);
    await page.setContent(html('<h1>Ici</h1>'));
    const { evidence, pieces } = evidenceOf(page, false);
    await evidence.failure(FINDING, 'EX-1.01', MAIL);
    assert.deepEqual(
      pieces.map(({ name, mediaType }) => [name, mediaType]),
      [
        ['constat.json', FAILURE_MEDIA_TYPE],
        ['Au moment du constat.png', 'image/png'],
        ["Courriel d'activation.eml", 'message/rfc822'],
      ],
    );
    const failure = JSON.parse(String(pieces[0]?.body));
    assert.deepEqual([failure.kind, failure.requirement, failure.seen], ['finding', 'EX-1.01', 'rien']);
    assert.equal(pieces[1]?.body.slice(1, 4).toString(), 'PNG');
    assert.equal(pieces[2]?.body, 'From: portail');
  });

  it('still keeps the finding and the mail once the browser is gone', async (t) => {
    const page = await pageFor(t);
    await page.close();
    const { evidence, pieces } = evidenceOf(page, false);
    await evidence.failure(FINDING, undefined, MAIL);
    assert.deepEqual(
      pieces.map(({ name }) => name),
      ['constat.json', "Courriel d'activation.eml"],
    );
  });

  it('keeps the finding when the mailbox is gone', async (t) => {
    const page = await pageFor(t);
    const { evidence, pieces } = evidenceOf(page, false);
    const broken = {
      lastRead: {},
      raw: () => Promise.reject(new Error('fermée')),
    } as unknown as Correspondence;
    await evidence.failure(FINDING, undefined, broken);
    assert.equal(pieces[0]?.name, 'constat.json');
  });

  it('takes a picture of each step, and keeps the mails, of whole journeys alone', async (t) => {
    const page = await pageFor(t);
    const journey = evidenceOf(page, true);
    await journey.evidence.step('Étape 1');
    await journey.evidence.mails(MAIL);
    await journey.evidence.mails(NO_MAIL);
    assert.deepEqual(
      journey.pieces.map(({ name }) => name),
      ['Étape 1.png', "Courriel d'activation.eml"],
    );
    const other = evidenceOf(page, false);
    await other.evidence.step('Étape 1');
    await other.evidence.mails(MAIL);
    assert.deepEqual(other.pieces, []);
  });
});
