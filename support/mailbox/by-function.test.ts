import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { MeansMissing } from '../failures.ts';
import type { CaughtMail } from '../target/schema/mail.ts';
import { functionMailbox, probeFunctions } from './by-function.ts';
import { MailboxUnavailable } from './unavailable.ts';

const ANNE = 'anne@fournisseur.example';

function mail(subject: string, more: Partial<CaughtMail> = {}): CaughtMail {
  return { subject, text: `${subject} https://portail.test/x`, ...more };
}

describe('a mailbox read by functions', () => {
  it('gives the mails of an address, oldest first, and of nobody else', async () => {
    const caught = [
      mail('second', { received: '2026-01-02T00:00:00Z' }),
      mail('premier', { received: new Date('2026-01-01T00:00:00Z'), to: ['ANNE@fournisseur.example'] }),
      mail('autre', { to: ['luc@fournisseur.example'] }),
      mail('en copie', { to: [], cc: [ANNE], received: '2026-01-03T00:00:00Z' }),
    ];
    const box = functionMailbox({ read: async () => caught });
    const subjects = (await box.mailsTo(ANNE)).map(({ subject }) => subject);
    assert.deepEqual(subjects, ['premier', 'second', 'en copie']);
  });

  it('waits for a mail that was not seen yet, and says that none came', async () => {
    const caught = [mail('vu')];
    const box = functionMailbox({ read: () => caught });
    const [seen] = await box.mailsTo(ANNE);
    const seenIds = new Set([seen?.id ?? '']);
    const coming = box.waitFor(ANNE, { deadlineMs: 3_000, seenIds });
    setTimeout(() => caught.push(mail('nouveau')), 100);
    assert.equal((await coming)?.subject, 'nouveau');
    const began = performance.now();
    assert.equal(await functionMailbox({ read: () => [] }).waitFor(ANNE, { deadlineMs: 150 }), undefined);
    assert.ok(performance.now() - began >= 150);
  });

  it('finds a copy by a word where the target can search, and else says which means is missing', async () => {
    const read = () => [mail('a')];
    const searching = functionMailbox({ read, search: (word) => [mail(`trouvé ${word}`), mail('autre')] });
    assert.deepEqual(
      (await searching.mailsHolding('jeton')).map(({ subject }) => subject),
      ['trouvé jeton'],
    );
    await assert.rejects(functionMailbox({ read }).mailsHolding('jeton'), MeansMissing);
  });

  it('keeps the source of a mail, or writes one', async () => {
    const box = functionMailbox({
      read: () => [mail('a', { id: '1', raw: 'Source' }), mail('b', { id: '2' })],
    });
    await box.mailsTo(ANNE);
    assert.equal(await box.raw('1'), 'Source');
    assert.match(await box.raw('2'), /^From: \nTo: anne@\S+\nSubject: b\n\nb https/);
  });

  const broken: [string, () => never | unknown, RegExp][] = [
    [
      'throws',
      () => {
        throw new Error('IMAP fermé');
      },
      /« mail\.read » du fichier cible a échoué : IMAP fermé/,
    ],
    ['gives something else', () => 'rien', /ne rend pas une liste de courriels/],
    ['gives mails without a subject', () => [{ text: 'x' }], /ne rend pas une liste de courriels/],
    ['never answers', () => new Promise(() => undefined), /n’a pas répondu en 5 s/],
  ];
  for (const [what, read, sentence] of broken)
    it(`is not available when its function ${what}`, async () => {
      const probe = probeFunctions({ read: read as () => CaughtMail[] }, 'acme.test');
      await assert.rejects(
        probe,
        (error) =>
          error instanceof MailboxUnavailable && sentence.test(error.message.replace(/\u00a0/g, ' ')),
      );
    });
});
