import assert from 'node:assert/strict';
import test from 'node:test';
import { embeddedTarget } from '../target/embedded.ts';
import { mailboxUrlOf } from './of-target.ts';

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
