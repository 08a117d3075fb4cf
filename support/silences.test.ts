import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { later, timed } from './portal/page.test-support.ts';
import { Silences } from './silences.ts';

const QUIET_MS = 200;

/** A look that notes when it was taken, and fails once something has come. */
function mailbox() {
  const looks: number[] = [];
  let came = false;
  return {
    looks,
    receive: () => {
      came = true;
    },
    look: async () => {
      looks.push(performance.now());
      if (came) throw new Error('un courriel est arrivé');
    },
  };
}

describe('silences', () => {
  it('are looked at when said, and again once the quiet period is over', async () => {
    const silences = new Silences(QUIET_MS);
    const { look, looks } = mailbox();
    await silences.keep('end', look);
    await silences.atEnd();
    const [said = 0, proved = 0, ...more] = looks;
    assert.ok(proved - said >= QUIET_MS - 5, `${proved - said} ms`);
    assert.deepEqual(more, []);
  });

  it('fail at once for what is there already, and at the end for what comes meanwhile', async () => {
    const silences = new Silences(QUIET_MS);
    const { look, receive } = mailbox();
    await silences.keep('end', look);
    receive();
    await assert.rejects(silences.keep('end', look), /est arrivé/);
    await assert.rejects(silences.atEnd(), /est arrivé/);
  });

  it('share one quiet period, which runs while the scenario goes on', async () => {
    const silences = new Silences(QUIET_MS);
    const { look, looks } = mailbox();
    await silences.keep('end', look);
    await silences.keep('end', look);
    await later(QUIET_MS);
    const { ms } = await timed(() => silences.atEnd());
    assert.ok(ms < QUIET_MS, `${ms} ms`);
    assert.equal(looks.length, 4);
  });

  it('are proved before the next sending where that may bring what they forbid', async () => {
    const silences = new Silences(QUIET_MS);
    const { look, looks } = mailbox();
    await silences.keep('end', async () => undefined);
    await silences.keep('sending', look);
    const { ms } = await timed(() => silences.beforeSending());
    assert.ok(ms >= QUIET_MS - 5, `${ms} ms`);
    await silences.beforeSending();
    await silences.atEnd();
    assert.equal(looks.length, 2);
  });

  it('cost nothing where nothing was said', async () => {
    const { ms } = await timed(() => new Silences(60_000).atEnd());
    assert.ok(ms < 1_000, `${ms} ms`);
  });
});
