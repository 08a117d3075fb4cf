import { withoutId } from '../../finding-sentence.ts';
import { type Html, html, when } from '../../html.ts';
import { printed } from '../../typography.ts';
import type { ScenarioVerdict } from '../../verdict.ts';
import type { Proof } from '../dossier.ts';
import { durationOf } from './moments.ts';
import { mark, type Shown, toneOf, wordOf } from './outcomes.ts';
import { proofFigure } from './proof.ts';

/** A scenario of a requirement: what became of it, what was found, and the proofs. */
export function scenarioItem(
  { name, outcome, sentences, plays }: ScenarioVerdict,
  { id, proofs, advice }: { id: string; proofs: readonly Proof[]; advice: boolean },
): Html {
  // Advice that is not followed is no infringement: its requirement says so, its scenarios too.
  const shown: Shown = advice && outcome === 'non conforme' ? 'réserve' : outcome;
  return html`<li class="scenario ${toneOf(shown)}">
<p class="name">${mark(shown)}<span>${printed(name)} <span class="how">${wordOf(shown)}${when(brokenAt(outcome, plays), (step) => html` à «\u00a0${step}\u00a0»`)}${when(played(plays), (text) => html`, ${text}`)}</span></span></p>
${when(sentences.length > 0 && sentences, (said) => html`<ul class="said">${said.map((sentence) => html`<li>${broken(withoutId(sentence, id))}</li>`)}</ul>`)}
${proofList(proofs)}
</li>`;
}

/** Proofs side by side; none, nothing. */
export function proofList(proofs: readonly Proof[]): Html {
  return when(
    proofs.length > 0 && proofs,
    (some) => html`<div class="proofs">${some.map(proofFigure)}</div>`,
  );
}

/** The step at which the portal failed; a harness error says its own. */
function brokenAt(outcome: ScenarioVerdict['outcome'], plays: ScenarioVerdict['plays']): string | undefined {
  if (outcome === 'conforme' || outcome === 'erreur du banc') return undefined;
  const failed = plays.findLast(({ failedStep }) => failedStep !== undefined)?.failedStep;
  return failed === undefined || failed.type === 'Hook'
    ? undefined
    : printed(failed.text.replace(/\s*:$/, ''));
}

function played(plays: ScenarioVerdict['plays']): string | undefined {
  const total = plays.reduce((sum, { durationMs }) => sum + durationMs, 0);
  if (plays.length === 0) return undefined;
  return plays.length > 1 ? `joué ${plays.length} fois, ${durationOf(total)}` : durationOf(total);
}

/** What was expected and what was seen stand on lines of their own: they are what a vendor looks for. */
function broken(sentence: string): Html[] {
  return printed(sentence)
    .split(/(?<=[.»]) (?=(?:Attendu|Constaté)\u00a0:)/)
    .map((part) => {
      const [, label, rest] = /^(Attendu|Constaté)(\u00a0: .*)$/s.exec(part) ?? [];
      return label === undefined
        ? html`<span class="part">${part}</span>`
        : html`<span class="part"><b>${label}</b>${rest ?? ''}</span>`;
    });
}
