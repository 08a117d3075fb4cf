import type { Background, Examples, Scenario, Step, TableRow } from '@cucumber/messages';
import { type Html, html, when } from '../../html.ts';
import { count, printed } from '../../typography.ts';

/** What scenarios start from. */
export function backgroundBlock(background: Background, title: string): Html {
  return html`<div class="background"><p class="title">${title}</p>${stepList(background.steps)}</div>`;
}

/** A scenario as a document: its name, its steps, its tables. */
export function scenarioBlock(scenario: Scenario): Html {
  const rows = scenario.examples.reduce((sum, table) => sum + table.tableBody.length, 0);
  return html`<div class="scenario">
<h4>${withBlanks(printed(scenario.name))}${when(rows > 0 && rows, (total) => html` <span class="few">${count(total, 'exemple')}</span>`)}</h4>
${stepList(scenario.steps)}
${scenario.examples.map(examplesTable)}
</div>`;
}

function stepList(steps: readonly Step[]): Html {
  return html`<ol class="gherkin">
${steps.map(({ keyword, text, dataTable, docString }) => html`<li><b>${printed(keyword.trimEnd())}</b> ${withBlanks(printed(text))}${when(dataTable, ({ rows }) => tableOf(rows[0], rows.slice(1)))}${when(docString, ({ content }) => html`<pre tabindex="0">${content}</pre>`)}</li>`)}
</ol>`;
}

function examplesTable({ name, tableHeader, tableBody }: Examples): Html {
  return tableOf(tableHeader, tableBody, name === '' ? 'Exemples' : `Exemples : ${name}`);
}

/** What is in a cell is given to the portal, or read from it, to the letter. */
function tableOf(head: TableRow | undefined, rows: readonly TableRow[], caption?: string): Html {
  return html`<div class="scroll"><table>${when(caption, (text) => html`<caption>${printed(text)}</caption>`)}
<thead><tr>${(head?.cells ?? []).map(({ value }) => html`<th scope="col">${value}</th>`)}</tr></thead>
<tbody>
${rows.map(({ cells }) => html`<tr>${cells.map(({ value }) => html`<td>${value}</td>`)}</tr>`)}
</tbody></table></div>`;
}

/** « <libellé> » is filled in by each example. */
function withBlanks(text: string): Html {
  const parts = text
    .split(/<([^<>]+)>/)
    .map((part, index) => (index % 2 === 1 ? html`<var>${part}</var>` : html`${part}`));
  return parts.reduce((all, part) => html`${all}${part}`, html``);
}
