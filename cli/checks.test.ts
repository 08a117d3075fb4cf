import assert from 'node:assert/strict';
import { it } from 'node:test';
import { conclusion } from './checks.ts';

it('says last which portal was not tried, and why', () => {
  const untried = [{ id: 'guichet', missing: () => 'Python 3.9' }];
  assert.equal(
    conclusion(untried, true),
    "\n✓ Le reste est vérifié.\n✗ NON VÉRIFIÉ : le portail « guichet » n'a pas été essayé, il manque Python 3.9.\n",
  );
});

it('says that all is checked where all was', () =>
  assert.equal(conclusion([], true), '\n✓ Tout est vérifié.\n'));

it('says last that the real Mailpit was not tried', () => {
  assert.match(
    conclusion([], false),
    /^\n✓ Le reste est vérifié\.\n✗ NON VÉRIFIÉ : le vrai Mailpit n'a pas été/,
  );
});
