import { diffWordsWithSpace } from 'diff';
import type { Requirement } from '../../catalogue.ts';
import { type Html, html, when } from '../../html.ts';
import { conditionName, LEVEL_NAMES } from '../../names.ts';
import { count, printed } from '../../typography.ts';
import type { Change } from './changes.ts';

/** What changed since another version, rule by rule, with the words taken out and put in. */
export function changesSection(changes: readonly Change[], since: string): Html {
  const kinds = Map.groupBy(changes, ({ kind }) => kind);
  const totals = [
    ['ajoutée', 'règle ajoutée', 'règles ajoutées'],
    ['retirée', 'règle retirée', 'règles retirées'],
    ['modifiée', 'règle modifiée', 'règles modifiées'],
  ] as const;
  const said = totals.flatMap(([kind, one, many]) => {
    const total = kinds.get(kind)?.length ?? 0;
    return total === 0 ? [] : [count(total, one, many)];
  });
  return html`<section aria-labelledby="changements">
<h2 id="changements">Ce qui a changé depuis ${printed(since)}</h2>
${
  changes.length === 0
    ? html`<p>Rien : les règles sont les mêmes, mot pour mot.</p>`
    : html`<p>${said.join(', ')}.</p>
<ul class="changes">
${changes.map(changeItem)}
</ul>`
}
</section>`;
}

function changeItem({ kind, id, before, after, body, elsewhere }: Change): Html {
  const sentence = (after ?? before)?.sentence ?? '';
  const reworded = before && after && before.sentence !== after.sentence && { before, after };
  return html`<li class="change">
<h3><span class="badge ${TONES[kind]}">${kind}</span> ${kind === 'retirée' ? html`<span class="id">${id}</span>` : html`<a class="id" href="#${id}">${id}</a>`} ${reworded ? 'Énoncé modifié' : printed(sentence)}</h3>
${when(reworded, ({ before: was, after: is }) => html`<p class="words">${words(printed(was.sentence), printed(is.sentence))}</p>`)}
${facets({ kind, id, ...(before ? { before } : {}), ...(after ? { after } : {}) })}
${when(body, (texts) => html`<details open><summary>Le texte de la règle, mot à mot<span class="unseen"> : ${id}</span></summary><pre class="words" tabindex="0">${words(texts.before, texts.after)}</pre></details>`)}
${when(elsewhere, (why) => html`<p>${ELSEWHERE[why]}</p>`)}
</li>`;
}

const TONES: Readonly<Record<Change['kind'], string>> = {
  ajoutée: 'tone-good',
  retirée: 'tone-bad',
  modifiée: 'tone-note',
};

const ELSEWHERE: Readonly<Record<NonNullable<Change['elsewhere']>, string>> = {
  'texte absent':
    'Ses scénarios, sa provenance ou ses étiquettes ont changé ; l’ancien texte n’est pas à portée pour les comparer.',
  forme: 'Ses mots sont les mêmes ; seules sa mise en forme ou ses autres étiquettes ont changé.',
  'contexte commun': 'Son texte est le même ; le contexte commun de sa fonctionnalité a changé.',
};

/** Level, obligation and conditions, each only where it changed. */
function facets({ before, after }: Change): Html {
  if (before === undefined || after === undefined) return html``;
  const told = [
    ['Niveau', LEVEL_NAMES[before.level], LEVEL_NAMES[after.level]],
    ['Obligation', obligationOf(before.obligation), obligationOf(after.obligation)],
    ['Conditions', conditionsOf(before), conditionsOf(after)],
  ] as const;
  const changed = told.filter(([, was, is]) => was !== is);
  return when(
    changed.length > 0 && changed,
    (some) =>
      html`<ul>${some.map(([name, was, is]) => html`<li>${name} : ${removed(was)} → ${added(is)}</li>`)}</ul>`,
  );
}

function obligationOf(obligation: 'exige' | 'devrait'): string {
  return obligation === 'devrait' ? 'conseillée' : 'exigée';
}

function conditionsOf({ conditions }: Requirement): string {
  return conditions.map(conditionName).join(', ') || 'aucune';
}

/** Each word taken out and each word put in, in place. */
function words(before: string, after: string): Html {
  const parts = diffWordsWithSpace(before, after).map(({ value, added: isIn, removed: isOut }) =>
    isIn ? added(value) : isOut ? removed(value) : html`${value}`,
  );
  return parts.reduce((text, part) => html`${text}${part}`, html``);
}

function added(text: string): Html {
  return html`<ins>${text}</ins>`;
}

function removed(text: string): Html {
  return html`<del>${text}</del>`;
}
