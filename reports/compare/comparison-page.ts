import { Html, html } from '../power/html.ts';
import { typeset } from '../typography.ts';
import type { RequirementOutcome } from '../verdict.ts';
import { MARKS } from './compared-run.ts';
import type { Comparison, Row } from './comparison.ts';
import { dayOf } from './comparison-lines.ts';

/** Writes a comparison as a page for people, in French, which needs nothing beside itself. */
export function comparisonPage(comparison: Comparison): string {
  const { environments, rows, notCommon } = comparison;
  const differing = rows.filter(({ differs }) => differs).length;
  const runs = environments.flatMap((environment) => environment.runs);
  const reworded = rows.filter((row) => row.reworded).map(({ id }) => id);
  const page = html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Diapason — comparaison de ${runs.length} séries</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
<h1>Comparaison de ${runs.length} séries</h1>
<p>${typeset(`${differing} différences sur ${rows.length} exigences comparées ; elles viennent d’abord.`)}</p>
${notCommon.length === 0 ? '' : html`<p>${typeset(`Toutes les séries n’ont pas évalué ces exigences, qui ne sont pas comparées : ${notCommon.join(', ')}.`)}</p>`}
${reworded.length === 0 ? '' : html`<p>${typeset(`Les catalogues diffèrent : ces règles n’ont pas partout le même texte : ${reworded.join(', ')}.`)}</p>`}
<ul class="legend">
${Object.entries(MARKS).map(([outcome, mark]) => html`<li><span class="mark ${classOf(outcome as RequirementOutcome)}" aria-hidden="true">${mark}</span> ${outcome}</li>`)}
<li><span class="mark" aria-hidden="true">≈</span> instable d’une série à l’autre, sans changement de version</li>
</ul>
<div class="scroll" tabindex="0" role="region" aria-labelledby="tableau">
<table>
<caption id="tableau">Exigences et séries</caption>
<thead>
<tr><th scope="col" rowspan="2">Exigence</th>${environments.map(({ name, url, runs: own }) => html`<th scope="colgroup" colspan="${own.length}">${name}<br><small>${url}</small></th>`)}</tr>
<tr>${runs.map((run) => html`<th scope="col" class="run"><span>${dayOf(run)}${run.version === undefined ? '' : ` · ${run.version}`}</span></th>`)}</tr>
</thead>
<tbody>
${rows.map(rowOf)}
</tbody>
</table>
</div>
</main>
</body>
</html>
`;
  return page.text;
}

function rowOf({ id, sentence, outcomes, differs, unstable }: Row): Html {
  const said = unstable.map((each) => html`<br><small>≈ ${typeset(`instable : ${each}`)}</small>`);
  return html`<tr class="${differs ? 'differs' : 'same'}"><th scope="row">${differs ? '≠ ' : ''}${id}<br><small>${typeset(sentence)}</small>${said}</th>${outcomes.map(
    (outcome) =>
      html`<td class="${classOf(outcome)}" title="${outcome}"><span aria-hidden="true">${MARKS[outcome]}</span><span class="said">${outcome}</span></td>`,
  )}</tr>`;
}

function classOf(outcome: RequirementOutcome): string {
  if (outcome === 'conforme') return 'good';
  return outcome === 'non conforme' ? 'bad' : 'other';
}

const STYLE = `
:root { color-scheme: light dark; --text: #1b1b1b; --back: #fff; --line: #c8c8c8; --head: #f0f0f4; --good: #0a6b2d; --bad: #b3001b; --other: #6a4a00; --blue: #1f4fa3; }
@media (prefers-color-scheme: dark) { :root { --text: #eee; --back: #161616; --line: #444; --head: #26262c; --good: #6fdc8c; --bad: #ff8f8f; --other: #e8c46a; --blue: #9dc0ff; } }
* { box-sizing: border-box; }
body { margin: 0; color: var(--text); background: var(--back); font: 1rem/1.5 system-ui, sans-serif; }
main { padding: 1.5rem; }
h1 { font-size: 1.5rem; }
ul.legend { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; }
.scroll { overflow: auto; border: 1px solid var(--line); max-height: 85vh; }
.scroll:focus-visible { outline: 3px solid var(--blue); }
table { border-collapse: separate; border-spacing: 0; }
caption { text-align: left; padding: .5rem; }
th, td { padding: .3rem .4rem; border-bottom: 1px solid var(--line); text-align: center; }
thead th { background: var(--head); }
tbody th { text-align: left; min-width: 16rem; max-width: 26rem; position: sticky; left: 0; background: var(--back); font-weight: 600; }
small { font-weight: 400; }
th.run span { writing-mode: vertical-rl; font-weight: 400; }
.good { color: var(--good); } .bad { color: var(--bad); font-weight: 700; } .other { color: var(--other); font-weight: 700; }
.said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
td { position: relative; }
@media (max-width: 40rem) { main { padding: .75rem; } tbody th { min-width: 9rem; max-width: 9rem; overflow-wrap: anywhere; } }
@media print { .scroll { overflow: visible; max-height: none; } tbody th { position: static; } }
`;
