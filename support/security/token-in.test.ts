import assert from 'node:assert/strict';
import { it } from 'node:test';
import { tokenIn } from './token-in.ts';

it('finds the token of a link among others like it, the address left out', () => {
  const link = (email: string, token: string) => ({
    key: `https://portail.test/activer/compte?email=${encodeURIComponent(email)}&jeton=${token}`,
    email,
  });
  const keys = [link('a@b.test', 'aaa1'), link('c@d.test', 'bbb2'), link('c@d.test', 'ccc3')];
  assert.deepEqual(
    keys.map((_, index) => tokenIn(keys, index)),
    ['aaa1', 'bbb2', 'ccc3'],
  );
});

it('takes a code, or links that are all alike, as they are', () => {
  const codes = [
    { key: '12345', email: 'a' },
    { key: '67890', email: 'b' },
  ];
  assert.deepEqual(
    codes.map((_, index) => tokenIn(codes, index)),
    ['12345', '67890'],
  );
  const same = { key: 'https://portail.test/activer/x', email: 'a' };
  assert.equal(tokenIn([same, same], 0), same.key);
});
