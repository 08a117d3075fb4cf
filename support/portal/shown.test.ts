import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { html, useBrowser } from './page.test-support.ts';
import { shownOn, showsText } from './shown.ts';

const pageFor = useBrowser();

const SHOWN: Readonly<Record<string, string>> = {
  'in a text': '<p>Zoé   d’<b>Été</b></p>',
  'in capitals of the style sheet alone': '<p style="text-transform: uppercase">Zoé d’Été</p>',
  'in a field': '<input value="Zoé d’Été">',
  'in a read-only area': '<textarea readonly>Zoé d’Été</textarea>',
  'as the answer of a list': '<select><option>Autre</option><option selected>Zoé d’Été</option></select>',
};

const NOT_SHOWN: Readonly<Record<string, string>> = {
  'hidden with its box': '<div hidden><p>Zoé d’Été</p></div>',
  'made invisible': '<p style="visibility: hidden">Zoé d’Été</p>',
  'in a hidden field': '<input type="hidden" value="Zoé d’Été">',
  'a password': '<input type="password" value="Zoé d’Été">',
  'another answer of a list': '<select><option selected>Autre</option><option>Zoé d’Été</option></select>',
  'in a script': '<script>const nom = "Zoé d’Été";</script><template>Zoé d’Été</template>',
  'in other letters': "<p>Zoe d’Été</p><p>Zoé d'Été</p><p>zoé d’été</p>",
};

describe('what a page shows', { concurrency: 4 }, () => {
  for (const [cases, expected] of [[SHOWN, true] as const, [NOT_SHOWN, false] as const]) {
    for (const [name, body] of Object.entries(cases)) {
      it(`${expected ? 'is' : 'is not what is'} ${name}`, async (t) => {
        const page = await pageFor(t);
        await page.setContent(html(body));
        assert.equal(showsText(await shownOn(page), 'Zoé d’Été'), expected);
      });
    }
  }
});
