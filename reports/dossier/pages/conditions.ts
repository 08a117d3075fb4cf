import { type Html, html } from '../../html.ts';
import { rulesDigest } from '../../power/record.ts';
import { count } from '../../typography.ts';
import type { Dossier, Signer } from '../dossier.ts';
import { factList } from './facts.ts';
import { durationOf, momentOf } from './moments.ts';

/** What was judged, with what, when and how it was drawn: all that is wanted to play it again. */
export function conditionsPanel({
  verdict: { target },
  catalogue,
  suite,
  run,
  plays,
  signers,
}: Dossier): Html {
  const code = (text: string): Html => html`<code>${text}</code>`;
  return html`<section class="panel" aria-labelledby="conditions">
<h2 id="conditions">Conditions de la série</h2>
${factList([
  ['Cible', target.name],
  ['Éditeur', target.vendor],
  ['Adresse', code(target.url)],
  ['Version déclarée', target.version ?? 'non déclarée'],
  ['Version lue', versionRead(run.version)],
  ['Date', momentOf(run.startedAt)],
  ['Durée', durationOf(run.durationMs)],
  ['Passages', playsOf(plays.length, run.shards)],
  ['Boîte de courriel', run.mailbox],
  ['Suite', `${suite.name} ${suite.version}`],
  ['Puissance mesurée', suite.power],
  [
    'Catalogue',
    [`${count(catalogue.requirements.length, 'exigence')}, empreinte SHA-256`, code(rulesDigest(catalogue))],
  ],
  ['Graine', code(String(run.seed))],
  ['Tirage', code(run.nonce)],
  ['Défi de l’auditeur', run.challenge === undefined ? 'aucun' : code(run.challenge)],
  ['Signatures', signers.length === 0 ? 'aucune' : signers.map(signature)],
])}
</section>`;
}

function versionRead(version: Dossier['run']['version']): string | undefined {
  if (version === undefined) return undefined;
  const { before = 'illisible', after = 'illisible' } = version;
  return before === after ? `${before}, avant comme après` : `${before} avant, ${after} après`;
}

function playsOf(plays: number, shards: number): string {
  const cut = shards > 1 ? `, en ${shards} tranches réunies` : '';
  return plays > 1 ? `deux : ce qui n’a pas réussi a été rejoué${cut}` : `un seul${cut}`;
}

function signature({ role, keyid }: Signer): Html {
  return html`${role} : <code>${keyid}</code>`;
}
