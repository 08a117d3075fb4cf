import { html, raw } from 'hono/html';
import { layout } from './layout.ts';
import { addresses, moment, subjectOf } from './page-words.ts';
import type { StoredMail } from './stored-mail.ts';

/** Takes the new list when an event comes, without reloading: the reader keeps focus and place. */
const REFRESH = `
const list = document.getElementById('mails');
async function refresh() {
  const page = new DOMParser().parseFromString(await (await fetch('/')).text(), 'text/html');
  list.innerHTML = page.getElementById('mails').innerHTML;
}
function listen() {
  const socket = new WebSocket(location.href.replace(/^http/, 'ws').replace(/[?#].*/, '') + 'api/events');
  socket.onmessage = refresh;
  socket.onclose = () => setTimeout(listen, 1000);
}
listen();
`;

/** The page that lists the mails, newest first. */
export function listPage(mails: readonly StoredMail[], nonce: string) {
  return layout(
    'Courriels reçus',
    html`<main>
<h1>Courriels reçus</h1>
<div id="mails" aria-live="polite">
<p>${count(mails.length)}</p>
<ol>${mails.map(item)}</ol>
</div>
</main>
<script nonce="${nonce}">${raw(REFRESH)}</script>`,
  );
}

function item(mail: StoredMail) {
  return html`<li><a href="/view/${mail.id}">${subjectOf(mail)}</a>
<p>À ${addresses([...mail.to, ...mail.cc, ...mail.bcc])} · ${moment(mail.created)}</p></li>`;
}

function count(number: number): string {
  if (number === 0) return 'Aucun courriel pour le moment. La page se met à jour d’elle-même.';
  return number === 1 ? '1 courriel' : `${number} courriels`;
}
