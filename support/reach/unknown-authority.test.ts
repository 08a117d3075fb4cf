import assert from 'node:assert/strict';
import { it } from 'node:test';
import { preflight } from '../runner/preflight.ts';
import { HarnessSetupError } from '../setup-error.ts';
import { embeddedTarget } from '../target/embedded.ts';
import { certificate, closedAfter, startGate } from './testing/gate.ts';

/** In a file, hence a process, of its own: one that has trusted an authority never forgets it. */
it('names the authority that is not declared, or is not the right one', async (t) => {
  const { url } = closedAfter(t, await startGate('http://127.0.0.1:9'));
  const target = { ...embeddedTarget, name: 'Essai', url, origins: [url] };
  const refusal = async (access: object) => {
    const error = await preflight({ ...target, access }).catch((caught: unknown) => caught);
    assert.ok(error instanceof HarnessSetupError, String(error));
    return `${error.message} → ${error.remedy}`;
  };
  assert.match(await refusal({}), /qu’aucune autorité connue n’a signé\. → .*« access\.ca »/);
  assert.match(
    await refusal({ ca: certificate('client.pem') }),
    /que l’autorité \S+client\.pem n’a pas signé\. → Corrigez « access\.ca »/,
  );
});
