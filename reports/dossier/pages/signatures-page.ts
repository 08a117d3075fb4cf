import { html } from '../../html.ts';
import { pageOf, readAsset } from '../../page.ts';
import type { Envelope } from '../envelope.ts';
import { factList } from './facts.ts';
import { standingOf } from './scope.ts';

const STYLES = [readAsset(import.meta.dirname, 'outcomes.css')];

/**
 * Returns `signatures.html`: who has signed the attestation up to now. Like the attestation it is beside the manifest, and
 * written again at each signature: the other pages, which are signed, can only say who had signed when they were made.
 */
export function signaturesPage({ signatures }: Envelope): string {
  const body = html`<header class="top">
<p class="kicker">Dossier de conformité</p>
<h1>Signatures à ce jour</h1>
<p>${standingOf(signatures)}. Non homologué par le service public.</p>
</header>
<main>
<section class="panel" aria-labelledby="signatures">
<h2 id="signatures">Qui a signé</h2>
${signatures.length === 0 ? html`<p>Personne : rien ne dit qui a fait ce dossier.</p>` : ''}
${factList(signatures.map(({ role, keyid }) => [role === 'éditeur' ? 'Éditeur' : 'Laboratoire', html`clé <code>${keyid}</code>`]))}
</section>
</main>
<footer>
<p>Une clé ne dit pas à qui elle est : <code>npx diapason verify . --public-key clé.pub.pem</code>, dans ce dossier, vérifie les signatures avec les clés que vous connaissez. <a href="dossier.html">Revenir au dossier</a></p>
</footer>`;
  return pageOf({ title: 'Signatures — dossier de conformité', body, styles: STYLES });
}
