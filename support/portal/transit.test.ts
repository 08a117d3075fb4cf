import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { MeansMissing } from '../failures.ts';
import { Gate } from './gate.ts';
import { portalOn, serve, useBrowser } from './page.test-support.ts';
import type { Portal } from './portal.ts';

const pageFor = useBrowser();

const FIELDS = `<label>Adresse électronique de connexion <input name="e" type="email"></label>
  <label>Numéro de SIRET <input name="siret"></label><button>Valider</button>`;
const FORM = `<form method="post">${FIELDS}</form>`;
const JSON_FORM = `<form onsubmit="fetch('/', { method: 'POST', body: JSON.stringify({ qui: { e: e.value, siret: siret.value } }) })
  .then((r) => r.text()).then((t) => { document.body.innerHTML = t }); return false">${FIELDS}</form>`;
/** Enables its button once its server has looked at what is typed, and sends it again. */
const ASKING_FORM = `<form onsubmit="fetch('/', { method: 'POST', body: JSON.stringify({ siret: siret.value }) })
  .then((r) => r.text()).then((t) => { document.body.innerHTML = t }); return false"
  oninput="fetch('/', { method: 'POST', body: JSON.stringify({ siret: siret.value }) })
  .then((r) => r.text()).then((t) => { document.querySelector('button').disabled = t.includes('alert') })">
  ${FIELDS.replace('<button>', '<button disabled>')}</form>`;
const ENCODED = `<form onsubmit="fetch('/', { method: 'POST', body: btoa(siret.value) }); return false">${FIELDS}</form>`;
const NEXT = '<label>Prénom <input></label>';
const REFUSAL = `<p role="alert">SIRET inconnu</p>${FORM}`;

const TYPED = { email: 'anne@acme.test', siret: '12345678901234' };
const FAULTY = '12345678901235';

/** A portal that refuses the faulty SIRET where it looks. */
async function start(
  t: TestContext,
  form: string,
  answer: (body: string) => string | number,
): Promise<Portal> {
  const page = await pageFor(t);
  const url = await serve(t, (_path, posted, response) => {
    if (posted === undefined) return form;
    const said = answer(decodeURIComponent(posted.toString()));
    if (typeof said === 'string') return said;
    response.statusCode = said;
    return form;
  });
  await page.goto(url);
  return portalOn(page, url);
}

async function replaced({ transit, identification }: Portal): Promise<void> {
  const change = { field: identification.siret, faulty: FAULTY, everywhere: true };
  await transit.replacing(change, () => identification.identify(TYPED));
}

const judge = (body: string): string =>
  body.includes(FAULTY) && !body.includes(TYPED.siret) ? REFUSAL : NEXT;

describe('a value replaced on its way', () => {
  for (const [kind, form] of Object.entries({ 'a form': FORM, JSON: JSON_FORM })) {
    it(`reaches the server in ${kind}, and the next one as typed`, async (t) => {
      const portal = await start(t, form, judge);
      await replaced(portal);
      assert.deepEqual(portal.transit.decision, { outcome: 'refused', signs: ['SIRET inconnu'] });
      assert.match(portal.transit.sent, /« 12345678901234 ».*remplacé à l'envoi par « 12345678901235 »/);
      await portal.identification.open();
      await portal.identification.identify(TYPED);
      assert.equal(portal.identification.decision?.outcome, 'accepted');
    });
  }

  it('is not replaced in what a page asks as one types, only in what is sent', async (t) => {
    const asked: string[] = [];
    const portal = await start(t, ASKING_FORM, (body) => {
      asked.push(body);
      return judge(body);
    });
    await replaced(portal);
    assert.ok(
      asked.length > 1 && asked.slice(0, -1).every((body) => !body.includes(FAULTY)),
      asked.join('\n'),
    );
    assert.equal(portal.transit.decision?.outcome, 'refused');
  });

  it('is accepted by a server that does not look', async (t) => {
    const portal = await start(t, FORM, () => NEXT);
    await replaced(portal);
    assert.equal(portal.transit.decision?.outcome, 'accepted');
  });

  it('is refused by a bare HTTP 422; a bare 200 says nothing', async (t) => {
    const silent = await start(t, FORM, () => 422);
    await replaced(silent);
    assert.deepEqual(silent.transit.decision, { outcome: 'refused', signs: ['réponse HTTP 422'] });
    const mute = await start(t, FORM, () => 200);
    await replaced(mute);
    assert.equal(mute.transit.decision?.outcome, 'undecided');
  });

  it('is a means that is missing where the browser does not send it as it was typed', async (t) => {
    const portal = await start(t, ENCODED, () => NEXT);
    await assert.rejects(replaced(portal), MeansMissing);
  });
});

it('what two browsers hold leaves at once', async (t) => {
  const moments: number[] = [];
  const answer = (): string => {
    moments.push(performance.now());
    return NEXT;
  };
  const [first, second] = [await start(t, FORM, answer), await start(t, FORM, answer)];
  const gate = new Gate(2);
  const sendings: Array<Promise<void>> = [];
  for (const { transit, identification } of [first, second]) {
    await identification.prepare(TYPED);
    assert.deepEqual(moments, []);
    sendings.push(transit.holding(gate, () => identification.validate()));
  }
  await Promise.all(sendings);
  assert.equal(moments.length, 2);
  for (const { identification } of [first, second])
    assert.equal(identification.decision?.outcome, 'accepted');
});
