import assert from 'node:assert/strict';
import test from 'node:test';
import { embeddedTarget } from '../target/embedded.ts';
import { mailboxSaid, mailboxUrlOf } from './of-target.ts';

const { mail } = embeddedTarget;
const declared = { url: 'http://127.0.0.1:1/', mail };

test('the mailbox is the one the target gives, else that of MAILPIT_URL', () => {
  const own = { ...declared, mail: { ...mail, mailpit: 'http://courrier.test' } };
  assert.equal(mailboxUrlOf(own, { MAILPIT_URL: 'http://autre.test' }), 'http://courrier.test');
  assert.equal(mailboxUrlOf(declared, { MAILPIT_URL: ' http://autre.test ' }), 'http://autre.test');
});

test('a declared portal whose mail nothing tells is read where « diapason serve » puts it', () => {
  assert.equal(mailboxUrlOf(declared, { MAILPIT_URL: ' ' }), 'http://127.0.0.1:8025');
});

test('a portal that a worker starts for itself has a mailbox of its own', () => {
  assert.equal(mailboxUrlOf(embeddedTarget, {}), undefined);
});

test('a run says where its mail is read, without the password of the address', () => {
  const bare = { PATH: '', MAILPIT_URL: '' };
  assert.equal(mailboxSaid(embeddedTarget, bare), 'boîte embarquée');
  const given = { ...declared, mail: { ...mail, mailpit: 'http://moi:secret@boite.test:8025/' } };
  assert.equal(mailboxSaid(given, bare), 'Mailpit http://boite.test:8025');
  const read = { ...declared, mail: { ...mail, read: async () => [] } };
  assert.match(mailboxSaid(read, bare), /mail\.read/);
});
