import { html } from 'hono/html';
import { splitLinks } from '../text-links.ts';
import { layout } from './layout.ts';
import { addresses, moment, subjectOf } from './page-words.ts';
import type { StoredMail } from './stored-mail.ts';

/** The page that shows one mail. */
export function mailPage(mail: StoredMail) {
  return layout(
    subjectOf(mail),
    html`<nav aria-label="Retour"><a href="/">Tous les courriels</a></nav>
<main>
<h1>${subjectOf(mail)}</h1>
<dl>
<dt>De</dt><dd>${addresses([mail.from])}</dd>
<dt>À</dt><dd>${addresses([...mail.to, ...mail.cc, ...mail.bcc])}</dd>
<dt>Reçu le</dt><dd>${moment(mail.created)}</dd>
</dl>
${mail.html ? frame(mail) : text(mail)}
</main>`,
  );
}

/** The mail's own HTML runs no script and reaches nothing here; its links open in a new tab. */
function frame(mail: StoredMail) {
  return html`<iframe title="Contenu du courriel" sandbox="allow-popups allow-popups-to-escape-sandbox"
srcdoc="${`<base target="_blank">${mail.html}`}"></iframe>`;
}

function text(mail: StoredMail) {
  const pieces = splitLinks(mail.text).map((piece) =>
    piece.isLink
      ? html`<a href="${piece.text}" target="_blank" rel="noopener noreferrer">${piece.text}</a>`
      : piece.text,
  );
  return html`<pre>${pieces}</pre>`;
}
