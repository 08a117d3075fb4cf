import { type Html, html } from '../../html.ts';
import { printed } from '../../typography.ts';
import type { Proof } from '../dossier.ts';
import { sizeOf } from './moments.ts';

/** Shows a proof: its thumbnail where it has one, which leads to the file beside the page. */
export function proofFigure({ path, title, scenario, mediaType, sha256, bytes, thumbnail }: Proof): Html {
  const facts = html`<span class="facts">${kindOf(mediaType)}, ${sizeOf(bytes)}, <span class="digest">SHA-256 <code>${sha256.slice(0, 12)}…</code></span></span>`;
  const picture = thumbnail !== undefined && isPicture(thumbnail);
  return html`<figure class="proof${picture ? ' pictured' : ''}">
<a href="${hrefOf(path)}">${picture ? html`<img src="${thumbnail}" alt="" loading="lazy">` : ''}<span>${printed(title)}<span class="unseen"> — ${scenario}</span></span></a>
<figcaption>${facts}</figcaption>
</figure>`;
}

/** A path names a file of this folder and nothing else, whatever is written in it. */
export function hrefOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** Only a PNG written in the page is shown as one. */
function isPicture(thumbnail: string): boolean {
  return /^data:image\/png;base64,[A-Za-z0-9+/]+=*$/.test(thumbnail);
}

const KINDS: Readonly<Record<string, string>> = {
  'image/png': 'image',
  'image/jpeg': 'image',
  'message/rfc822': 'courriel',
  'application/zip': 'trace',
  'text/plain': 'texte',
};

function kindOf(mediaType: string): string {
  return KINDS[mediaType] ?? mediaType;
}
