import assert from 'node:assert/strict';
import test from 'node:test';
import { idOf, startBench } from '../testing.ts';

const ATTACK = '"><script>alert(1)</script>';

test('nothing that a mail says becomes markup of our pages', async (t) => {
  const { send, ask } = await startBench(t);
  const from = { name: ATTACK, address: 'a@b.fr' };
  const text = idOf(
    await send({ from, to: 'c@d.fr', subject: ATTACK, text: `${ATTACK} https://p.fr/"onclick=x` }),
  );
  const html = idOf(
    await send({ to: 'c@d.fr', subject: ATTACK, html: `<p id="vu">Été</p>${ATTACK}`, text: undefined }),
  );
  for (const path of ['/', `/view/${text}`, `/view/${html}`]) {
    const answer = await ask(path);
    const page = await answer.text();
    assert.ok(!page.includes('<script>alert'), path);
    assert.ok(page.includes('&lt;script&gt;alert(1)'), path);
    assert.match(
      answer.headers.get('content-security-policy') ?? '',
      /default-src 'none'; script-src 'nonce-/,
    );
  }
});

test('the text has links to click, the HTML is in a frame without scripts', async (t) => {
  const { send, ask } = await startBench(t);
  const text = idOf(await send({ to: 'c@d.fr', subject: '', text: 'Activez : https://p.fr/?a=1&b=2.' }));
  const page = await (await ask(`/view/${text}`)).text();
  assert.match(page, /<a href="https:\/\/p\.fr\/\?a=1&amp;b=2" target="_blank" rel="noopener noreferrer">/);
  assert.match(page, /<h1>\(sans objet\)<\/h1>/);
  const html = idOf(await send({ to: 'c@d.fr', html: '<a href="https://p.fr">x</a>', text: undefined }));
  const framed = await (await ask(`/view/${html}`)).text();
  assert.match(framed, /sandbox="allow-popups allow-popups-to-escape-sandbox"/);
  assert.match(
    framed,
    /srcdoc="&lt;base target=&quot;_blank&quot;&gt;&lt;a href=&quot;https:\/\/p\.fr&quot;/,
  );
});

test('a person may look without changing what the API says', async (t) => {
  const { send, ask, json } = await startBench(t);
  const id = idOf(await send({ to: 'c@d.fr' }));
  await ask(`/view/${id}`);
  assert.partialDeepStrictEqual(await json('/api/v1/messages'), { unread: 1 });
  assert.equal((await ask('/view/inconnu')).status, 404);
});
