import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { html, when } from './html.ts';
import { pageOf } from './page.ts';

describe('html', () => {
  it('escapes whatever is not HTML already, in text and in attributes', () => {
    const hostile = `<script>alert("1")</script> & l'autre`;
    assert.equal(
      html`<p title="${hostile}">${html`<b>${2}</b>`}</p>`.text,
      '<p title="&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; l&#39;autre"><b>2</b></p>',
    );
  });

  it('shows that a text holds what would hide or turn round the text beside it', () => {
    assert.equal(html`${'a\u202eb\0c\nd'}`.text, 'a\ufffdb\ufffdc\nd');
  });

  it('writes only what there is', () => {
    const write = (text: string) => html`<i>${text}</i>`;
    assert.equal(html`${when('', write)}${when(undefined, write)}${when(false, write)}`.text, '<i></i>');
  });
});

describe('a page', () => {
  const page = pageOf({ title: 'A < B', body: html`<main></main>`, script: 'document.title;' });

  it('allows its own style and script by their digests, pictures written in it, and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1] ?? '';
    assert.match(policy, /^default-src &#39;none&#39;; img-src data:; style-src &#39;sha256-[^ ]+&#39;; /);
    assert.match(policy, /script-src &#39;sha256-AjuIg5Tn3MV3LRLRwhY80\/A5c\+\+3kFKV6QsMpsrS6Jw=&#39;/);
    assert.match(pageOf({ title: '', body: html`` }), /script-src &#39;none&#39;/);
  });

  it('says its language and its title', () => {
    assert.match(page, /<html lang="fr">[\s\S]*<title>A &lt; B<\/title>/);
  });
});
