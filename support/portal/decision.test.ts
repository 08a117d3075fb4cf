import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Page } from '@playwright/test';
import { Finding } from '../failures.ts';
import { PortalLost } from '../portal-lost.ts';
import { type Decision, seenOf, submit } from './decision.ts';
import { type Answer, later, serve, timed, useBrowser } from './page.test-support.ts';
import { PageWatch } from './page-watch.ts';
import { selectorOf } from './selector.ts';

const ANSWER_MS = 20_000;
/** Far under every deadline above, far over what a page takes. */
const AT_ONCE_MS = 8_000;

/** Most of the time is waiting. */
const TOGETHER = { concurrency: 4 };

const FORM = '<form method="post"><label>SIRET <input name="siret"></label><button>Valider</button></form>';
const NEXT = '<h1>Je complète mes informations</h1>';
const BANNER = '<div role="alert">Maintenance dimanche</div>';

/** Asks two servers, one after the other, before it lets itself be sent. */
const ASKING = `<form method="post"><button disabled>Valider</button></form><script>
  const ask = () => fetch('/demande').then((response) => response.text());
  setTimeout(async () => { await ask(); await ask(); document.querySelector('button').disabled = false; }, 50);
</script>`;

const pageFor = useBrowser();

interface Sending {
  readonly answerMs?: number;
  readonly button?: string;
}

/** What the driver remembers of a page: what it shows since it was reached, and its last answer. */
const watches = new WeakMap<Page, PageWatch>();
const answers = new WeakMap<Page, Decision>();

/** Opens a portal as the driver does: what stands there before is no answer. */
async function open(t: TestContext, answer: Answer): Promise<Page> {
  const page = await pageFor(t);
  const watch = new PageWatch(page);
  watches.set(page, watch);
  await page.goto(await serve(t, answer));
  await watch.noteBanners();
  return page;
}

async function send(page: Page, { answerMs = ANSWER_MS, button = 'Valider' }: Sending = {}) {
  const watch = watches.get(page) ?? new PageWatch(page);
  const sent = await timed(() =>
    submit({
      watch,
      button: page.locator(selectorOf('enabled', [button])),
      named: page.locator(selectorOf('button', [button])),
      search: { page, kind: 'button', name: button, where: 'Étape 1' },
      accepted: page.locator(selectorOf('text', ['Je complète mes informations'])).first(),
      answerMs,
      previous: answers.get(page),
    }),
  );
  answers.set(page, sent.value);
  return sent;
}

function refusedWith(decision: Decision, ...signs: string[]): void {
  assert.deepEqual(decision, { outcome: 'refused', signs });
}

describe('submit, on a portal of whole pages', TOGETHER, () => {
  it('says accepted when the next step shows', async (t) => {
    const page = await open(t, (_path, posted) => (posted ? NEXT : FORM));
    const { value, ms } = await send(page);
    assert.deepEqual(value, { outcome: 'accepted' });
    assert.ok(ms < AT_ONCE_MS, `${ms} ms`);
  });

  it('says accepted after a redirection, and after a slow answer', async (t) => {
    const page = await open(t, async (path, posted, response) => {
      if (posted) response.writeHead(303, { location: '/suite' }).end();
      if (posted) return undefined;
      if (path !== '/suite') return FORM;
      await later(300);
      return NEXT;
    });
    assert.deepEqual((await send(page)).value, { outcome: 'accepted' });
  });

  it('says refused, with the message, when the page comes back with an alert', async (t) => {
    const page = await open(t, (_path, posted) =>
      posted ? `<p role="alert">SIRET\n   inconnu</p>${FORM}` : FORM,
    );
    const { value, ms } = await send(page);
    refusedWith(value, 'SIRET inconnu');
    assert.ok(ms < AT_ONCE_MS, `${ms} ms`);
  });

  it('says refused without words when a field alone is marked', async (t) => {
    const page = await open(t, (_path, posted) => (posted ? '<input aria-invalid="true">' : FORM));
    refusedWith((await send(page)).value, 'un champ marqué invalide, sans message');
  });

  it('reads what is tied to a field marked wrong, but not the hint it had before', async (t) => {
    const field = (fault: string) =>
      `<form method="post"><input name="siret" aria-describedby="aide faute"${fault && ' aria-invalid="true"'}>
        <p id="aide">14 chiffres</p>${fault && `<p id="faute">${fault}</p>`}<button>Valider</button></form>`;
    const page = await open(t, (_path, posted) => field(posted ? 'Ce SIRET est\n inconnu' : ''));
    refusedWith((await send(page)).value, 'Ce SIRET est inconnu');
    refusedWith((await send(page)).value, 'Ce SIRET est inconnu');
  });

  it('says refused without words when the field marked wrong has only its hint', async (t) => {
    const field = (invalid: boolean) =>
      `<form method="post"><input aria-describedby="aide" aria-invalid="${invalid}"><p id="aide">14 chiffres</p>
        <button>Valider</button></form>`;
    const page = await open(t, (_path, posted) => field(posted !== undefined));
    refusedWith((await send(page)).value, 'un champ marqué invalide, sans message');
  });

  it("says refused when the browser's own constraint holds the form back", async (t) => {
    let posts = 0;
    const page = await open(t, (_path, posted) => {
      if (posted) posts += 1;
      return posted ? NEXT : '<form method="post"><input required><button>Valider</button></form>';
    });
    const { value, ms } = await send(page);
    assert.equal(value.outcome, 'refused');
    assert.equal(posts, 0);
    assert.ok(ms < AT_ONCE_MS, `${ms} ms`);
  });

  it('reads the second answer, not the message of the first, through a slow redirection', async (t) => {
    const page = await open(t, async (path, posted, response) => {
      if (path === '/suite') {
        await later(400);
        return NEXT;
      }
      if (posted?.get('siret') !== 'bon')
        return `${posted ? '<p role="alert">SIRET inconnu</p>' : ''}${FORM}`;
      await later(200);
      response.writeHead(303, { location: '/suite' }).end();
      return undefined;
    });
    refusedWith((await send(page)).value, 'SIRET inconnu');
    await page.fill('input', 'bon');
    assert.deepEqual((await send(page)).value, { outcome: 'accepted' });
  });

  it('says refused twice when the second attempt is refused too', async (t) => {
    let posts = 0;
    const page = await open(t, (_path, posted) => {
      if (posted) posts += 1;
      return `${posted ? `<p role="alert">Refus n° ${posts}</p>` : ''}${FORM}`;
    });
    refusedWith((await send(page)).value, 'Refus n° 1');
    refusedWith((await send(page)).value, 'Refus n° 2');
  });
});

describe('submit, when the portal answers nothing', TOGETHER, () => {
  it('says undecided within the time the target declares', async (t) => {
    const page = await open(t, () => '<button type="button">Valider</button>');
    const { value, ms } = await send(page, { answerMs: 3_000 });
    assert.deepEqual(value, {
      outcome: 'undecided',
      seen: 'ni étape suivante, ni refus visible en 3 s ; page « Portail d’essai »',
    });
    assert.ok(ms >= 2_900 && ms < AT_ONCE_MS, `${ms} ms`);
  });

  it('names the HTTP status of a failing portal', async (t) => {
    const page = await open(t, (_path, posted, response) => {
      if (posted) response.statusCode = 500;
      return posted ? '<h1>Oups</h1>' : FORM;
    });
    const { value, ms } = await send(page);
    assert.equal(value.outcome, 'undecided');
    assert.match(seenOf(value), /erreur HTTP 500/);
    assert.ok(ms < AT_ONCE_MS, `${ms} ms`);
  });

  it('does not take the alert of an HTTP 500 for a refusal', async (t) => {
    const page = await open(t, (_path, posted, response) => {
      if (posted) response.statusCode = 500;
      return posted ? '<p role="alert">Erreur interne</p>' : FORM;
    });
    assert.equal((await send(page)).value.outcome, 'undecided');
  });

  it('does not take a banner that every page bears for a refusal of the next one', async (t) => {
    const page = await open(t, () => `${BANNER}${FORM}`);
    assert.equal((await send(page, { answerMs: 3_000 })).value.outcome, 'undecided');
  });

  it('says undecided, not refused, beside a banner that stood there before', async (t) => {
    const page = await open(t, () => `${BANNER}<button type="button">Valider</button>`);
    assert.equal((await send(page, { answerMs: 3_000 })).value.outcome, 'undecided');
  });

  it('accuses nobody when a gateway answers for a portal that is gone', async (t) => {
    const page = await open(t, (_path, posted, response) => {
      if (posted) response.statusCode = 503;
      return posted ? '<h1>Service Unavailable</h1>' : FORM;
    });
    await assert.rejects(() => send(page), PortalLost);
  });

  it('accuses nobody when the portal breaks the connection', async (t) => {
    const page = await open(t, (_path, posted, response) => {
      if (!posted) return FORM;
      response.destroy();
      return undefined;
    });
    await assert.rejects(() => send(page), PortalLost);
  });

  it('passes a closed browser on as it is', async (t) => {
    const page = await open(t, () => FORM);
    await page.close();
    await assert.rejects(
      () => send(page),
      (error) => error instanceof Error && !(error instanceof Finding),
    );
  });
});

describe('submit, by the state of the button', TOGETHER, () => {
  it('says refused when the button stays disabled, long before the deadline', async (t) => {
    const page = await open(t, () => '<button disabled>Valider</button>');
    const { value, ms } = await send(page, { answerMs: 20_000 });
    refusedWith(value, 'le bouton « Valider » reste désactivé');
    assert.ok(ms < AT_ONCE_MS, `${ms} ms`);
  });

  it('waits for a button that is enabled a little later', async (t) => {
    const page = await open(t, (_path, posted) =>
      posted
        ? NEXT
        : '<form method="post"><button disabled>Valider</button></form><script>setTimeout(() => { document.querySelector("button").disabled = false; }, 300)</script>',
    );
    const { value, ms } = await send(page);
    assert.deepEqual(value, { outcome: 'accepted' });
    assert.ok(ms > 200 && ms < 300 + AT_ONCE_MS, `${ms} ms`);
  });

  it('waits for a button that is enabled once servers have been asked, one after the other', async (t) => {
    const page = await open(t, async (path, posted) => {
      if (path === '/demande') await later(1_300);
      return posted ? NEXT : ASKING;
    });
    const { value, ms } = await send(page);
    assert.deepEqual(value, { outcome: 'accepted' });
    assert.ok(ms > 2_500, `${ms} ms`);
  });

  it('gives up, when its time is over, a page that asks for ever', async (t) => {
    const page = await open(t, async (path) => {
      if (path === '/demande') await later(20_000);
      return ASKING;
    });
    const { value, ms } = await send(page, { answerMs: 1_500 });
    refusedWith(value, 'le bouton « Valider » reste désactivé');
    assert.ok(ms < AT_ONCE_MS, `${ms} ms`);
  });

  it('tells what the page says beside a button that stays disabled', async (t) => {
    const page = await open(t, () => '<p role="alert"></p><button disabled>Valider</button>');
    await page.locator('p').evaluate((alert) => {
      alert.textContent = 'INSEE en panne';
    });
    refusedWith((await send(page)).value, 'le bouton « Valider » reste désactivé', 'INSEE en panne');
  });

  it('is a finding, never a refusal, when no button bears the name', async (t) => {
    const page = await open(t, () => '<button>Continuer</button>');
    await assert.rejects(
      () => send(page),
      (error) =>
        error instanceof Finding &&
        /« Valider » a été cherché/.test(error.message) &&
        /« Continuer »/.test(error.message),
    );
  });

  it('is a finding when the page has no button at all', async (t) => {
    const page = await open(t, () => '<p>Rien</p>');
    await assert.rejects(() => send(page), Finding);
  });

  it('is a finding when two buttons bear the name', async (t) => {
    const page = await open(t, () => '<button>Valider</button><button>Valider</button>');
    await assert.rejects(
      () => send(page),
      (error) => error instanceof Finding && /plusieurs/.test(error.message),
    );
  });
});

/** A portal of one document: what is typed is judged by a slow server, and the old message stays meanwhile. */
function singleDocument(script: string): string {
  return `<main><label>SIRET <input id="siret"></label><button type="button">Valider</button><div role="alert"></div></main>
    <script>
      const say = (answer) => {
        if (answer.startsWith('Refus')) document.querySelector('[role=alert]').textContent = answer;
        else document.querySelector('main').innerHTML = answer;
      };
      document.querySelector('button').onclick = async () => { ${script} };
    </script>`;
}

function judging(script: string, refusal = () => 'Refus'): Answer {
  return async (path, _posted, response) => {
    if (!path.startsWith('/juge')) return singleDocument(script);
    await later(400);
    response.end(path.endsWith('bon') ? NEXT : refusal());
    return undefined;
  };
}

const FETCH = `say(await (await fetch('/juge?' + siret.value)).text());`;

describe('submit, on a portal of one document', TOGETHER, () => {
  it('reads the second answer, not the message still there while the request is pending', async (t) => {
    const page = await open(t, judging(FETCH));
    refusedWith((await send(page)).value, 'Refus');
    await page.fill('input', 'bon');
    const { value, ms } = await send(page);
    assert.deepEqual(value, { outcome: 'accepted' });
    assert.ok(ms < AT_ONCE_MS, `${ms} ms`);
  });

  it('waits for a request that starts late, the old message still there', async (t) => {
    const page = await open(t, judging(`await new Promise((r) => setTimeout(r, 80)); ${FETCH}`));
    refusedWith((await send(page)).value, 'Refus');
    await page.fill('input', 'bon');
    assert.deepEqual((await send(page)).value, { outcome: 'accepted' });
  });

  it('says refused again when the very same message stays', async (t) => {
    const page = await open(t, judging(FETCH));
    refusedWith((await send(page)).value, 'Refus');
    const { value, ms } = await send(page);
    refusedWith(value, 'Refus');
    assert.ok(ms > 350 && ms < AT_ONCE_MS + 500, `${ms} ms`);
  });

  it('reads the new message where the text of the alert changes', async (t) => {
    const refusals = ['Refus 2', 'Refus 1'];
    const page = await open(
      t,
      judging(FETCH, () => refusals.pop() ?? ''),
    );
    refusedWith((await send(page)).value, 'Refus 1');
    refusedWith((await send(page)).value, 'Refus 2');
  });

  it('never counts a permanent banner among the signs', async (t) => {
    const page = await open(t, async (path, posted, response) => {
      const body = await judging(FETCH)(path, posted, response);
      return body === undefined ? undefined : `${body}${BANNER}`;
    });
    refusedWith((await send(page)).value, 'Refus');
  });
});

describe('seenOf', () => {
  it('says each answer in French', () => {
    assert.equal(seenOf(undefined), "rien n'a été envoyé");
    assert.equal(seenOf({ outcome: 'accepted' }), "accepté, l'étape suivante s'affiche");
    assert.equal(
      seenOf({ outcome: 'refused', signs: ['trop court', 'vide'] }),
      'refusé, avec « trop court », « vide »',
    );
    assert.equal(seenOf({ outcome: 'undecided', seen: 'rien' }), 'rien');
  });
});
