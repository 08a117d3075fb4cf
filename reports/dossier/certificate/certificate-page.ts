import { type Html, html, when } from '../../html.ts';
import { pageOf, readAsset } from '../../page.ts';
import { rulesDigest } from '../../power/record.ts';
import { count, printed } from '../../typography.ts';
import type { Dossier } from '../dossier.ts';
import { type Fact, factList } from '../pages/facts.ts';
import { dayOf } from '../pages/moments.ts';
import { notAssessed, ofLevels, standingOf } from '../pages/scope.ts';
import { certificateRefusal } from './refusal.ts';

const STYLES = [
  readAsset(`${import.meta.dirname}/../pages`, 'outcomes.css'),
  readAsset(import.meta.dirname, 'certificate.css'),
];

/**
 * Returns the certificate as a page of one A4 sheet, to be printed by a browser.
 * @param fingerprint of the evidence, as `evidenceFingerprint` gives it
 * @throws Error in French when the verdict is not CONFORME, or of a selection only
 */
export function certificatePage(dossier: Dossier, fingerprint: string): string {
  const { verdict, catalogue, signers } = dossier;
  const refusal = certificateRefusal(verdict);
  if (refusal !== undefined) throw new Error(`Pas de certificat. ${refusal}`);
  const { target, requirements, played } = verdict;
  const left = notAssessed(verdict, catalogue);
  const body = html`<main class="certificate">
<p class="kicker">Diapason · parcours d’inscription des fournisseurs « Chorus Pro »</p>
<h1>Certificat de conformité</h1>
<p class="who">${target.name}${when(target.version, (version) => html` <span class="version">${version}</span>`)}</p>
<p class="vendor">${when(target.vendor, (vendor) => html`${vendor} · `)}<code>${target.url}</code></p>
<p class="outcome">CONFORME</p>
<p class="scope">aux exigences ${ofLevels(verdict.levels)} : ${printed(`${count(requirements.length, 'exigence')}, ${count(played, 'scénario joué', 'scénarios joués')} dans un vrai navigateur le ${dayOf(dossier.run.startedAt)}.`)}</p>
<p class="limits"><strong>${left.length === 0 ? 'Tous les niveaux ont été évalués.' : `Niveaux non évalués : ${left.join(', ')}.`}</strong></p>
<p class="limits"><strong>${standingOf(signers)}.</strong> Non homologué par le service public.</p>
${factList(factsOf(dossier))}
<section aria-labelledby="verifier">
<h2 id="verifier">Vérifier ce certificat</h2>
<p>Empreinte SHA-256 des preuves :</p>
<p class="print"><code>${fingerprint}</code></p>
<p>Ce certificat ne vaut qu’avec le dossier dont il porte l’empreinte. Sur n’importe quelle machine, sans réseau,
<code>npx diapason verify</code> suivi du nom de ce dossier contrôle chaque fichier et chaque signature, refait le tirage des
SIRET et des adresses, et recalcule le verdict d’après les messages de la série ; il affiche cette même empreinte.</p>
</section>
</main>`;
  return pageOf({ title: `Certificat de conformité — ${target.name}`, body, styles: STYLES });
}

function factsOf({ verdict, catalogue, suite, run, signers }: Dossier): Fact[] {
  const { target, requirements } = verdict;
  const advised = requirements
    .filter(({ outcome }) => outcome === 'réserve')
    .map(({ requirement }) => requirement.id);
  const code = (text: string): Html => html`<code>${text}</code>`;
  return [
    [
      'Écarté par la cible',
      target.lacks.length === 0
        ? 'rien'
        : target.lacks.map((name) => `${name} : ${target.reasons?.[name] ?? 'sans raison donnée'}`),
    ],
    ['Fonctions de la cible', target.overrides?.length ? target.overrides.join(', ') : 'aucune'],
    ['Réserves', advised.length === 0 ? 'aucune' : advised.join(', ')],
    ['Suite', `${suite.name} ${suite.version}, ${suite.power}`],
    ['Empreinte des règles', code(rulesDigest(catalogue))],
    [
      'Tirage',
      code(
        [
          `graine ${run.seed}`,
          run.nonce,
          ...(run.challenge === undefined ? [] : [`défi ${run.challenge}`]),
        ].join(' · '),
      ),
    ],
    [
      'Signatures',
      signers.length === 0 ? 'aucune' : signers.map(({ role, keyid }) => html`${role} : ${code(keyid)}`),
    ],
  ];
}
