import { type Html, html, when } from '../../html.ts';

/** A name and what it is called by, or several things on lines of their own. */
export type Fact = readonly [name: string, value: string | Html | readonly (string | Html)[] | undefined];

/** A list of facts; those that nobody knows are left out. */
export function factList(facts: readonly Fact[]): Html {
  return html`<dl class="facts">
${facts.map(([name, value]) => when(known(value), (values) => html`<div><dt>${name}</dt>${values.map((each) => html`<dd>${each}</dd>`)}</div>`))}
</dl>`;
}

function known(value: Fact[1]): readonly (string | Html)[] | undefined {
  if (value === undefined) return undefined;
  const values = Array.isArray(value) ? value : [value];
  return values.length === 0 ? undefined : values;
}
