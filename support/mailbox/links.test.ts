import assert from 'node:assert/strict';
import test from 'node:test';
import { linksOf } from './links.ts';

test('links come from the HTML first, decoded, once each, in order', () => {
  const html = `<a class="x>y" href="https://p.fr/a?b=1&amp;c=2">un</a> <A HREF='http://p.fr/z'>deux</A>
    <a href=https://p.fr/q>trois</a> <a href="https://p.fr/a?b=1&#38;c=2">encore</a> <area href="http://p.fr/aire">`;
  assert.deepEqual(linksOf({ html, text: 'http://autre.fr' }), [
    'https://p.fr/a?b=1&c=2',
    'http://p.fr/z',
    'https://p.fr/q',
    'http://p.fr/aire',
  ]);
});

test('what a reader cannot click is no link', () => {
  const html = `<!--[if mso]><a href="http://outlook.fr">x</a><![endif]--><link href="http://style.fr">
    <base href="http://base.fr"><a href="mailto:a@b.fr">x</a><a data-href="http://faux.fr">x</a><abbr href="http://n.fr">`;
  assert.deepEqual(linksOf({ html, text: '' }), []);
});

test('a line break that a composer put inside an address is dropped', () => {
  assert.deepEqual(linksOf({ html: '<a href="\r\n https://p.fr/jeton/\r\nabc ">x</a>', text: '' }), [
    'https://p.fr/jeton/abc',
  ]);
});

test('without a link in the HTML, the text gives them, without the punctuation around', () => {
  const text = `Voir https://p.fr/a. Ou <https://p.fr/b>, (https://p.fr/c) ou « https://p.fr/d » !
    https://p.fr/e_(f) [https://p.fr/g], https://p.fr/h?i=1&j=2; "https://p.fr/k" https://p.fr/l…`;
  assert.deepEqual(
    linksOf({ html: '<p>Bonjour</p>', text }),
    ['a', 'b', 'c', 'd', 'e_(f)', 'g', 'h?i=1&j=2', 'k', 'l'].map((end) => `https://p.fr/${end}`),
  );
});

test('a token may end with a sign that also sets words off; around a link, it is no part of it', () => {
  const text = 'https://p.fr/a_ *https://p.fr/b* _https://p.fr/c__ **https://p.fr/d** https://p.fr/e*.';
  assert.deepEqual(
    linksOf({ html: '', text }),
    ['a_', 'b', 'c_', 'd', 'e*'].map((end) => `https://p.fr/${end}`),
  );
});

test('a mail without links has none', () => {
  assert.deepEqual(linksOf({ html: '', text: 'Bonjour' }), []);
});
