import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { validateXML } from 'xmllint-wasm';
import { catalogueOf, messagesOf, requirement, scenarioOf, TARGET } from '../messages.test-support.ts';
import { playOf } from '../messages.ts';
import { verdict } from '../verdict.ts';
import { badge, COLOURS, LABEL_COLOUR, shields } from './badge.ts';
import { inputOf } from './formats.test-support.ts';

const judged = verdict({
  catalogue: catalogueOf(requirement('EX-1.01')),
  target: TARGET,
  plays: [playOf(messagesOf([scenarioOf('EX-1.01')]))],
});

/** Relative luminance (WCAG 2.1). */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

describe('the badge', () => {
  const svg = badge(inputOf(judged)).text;

  it('says the verdict and its levels, to who sees and to who hears', () => {
    assert.match(svg, /role="img"/);
    assert.match(svg, /<title>Diapason: CONFORME \(essentiel, robuste\)<\/title>/);
    assert.match(svg, /aria-label="Diapason: CONFORME \(essentiel, robuste\)"/);
  });

  it('is well formed, asks nothing of the network, and runs nothing', async () => {
    const { valid } = await validateXML({ xml: svg, normalization: 'format' });
    assert.ok(valid);
    assert.doesNotMatch(
      svg.replace('http://www.w3.org/2000/svg', ''),
      /https?:|href|<script|<image|@import|url\(/,
    );
  });

  it('is read on every colour: white on it, 4.5 to 1 at least', () => {
    for (const [what, colour] of [...Object.entries(COLOURS), ['label', LABEL_COLOUR] as const])
      assert.ok(1.05 / (luminance(colour) + 0.05) >= 4.5, what);
    assert.match(svg, new RegExp(`fill="${COLOURS.CONFORME}"`));
    assert.match(svg, /fill="#fff"/);
  });

  it('is told to shields.io in its own words', () => {
    assert.deepEqual(JSON.parse(shields(inputOf(judged)).text), {
      schemaVersion: 1,
      label: 'Diapason',
      message: 'CONFORME (essentiel, robuste)',
      color: COLOURS.CONFORME.slice(1),
      labelColor: LABEL_COLOUR.slice(1),
    });
  });
});
