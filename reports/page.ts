import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Html, html } from './html.ts';

/** What a page is made of; all of it is written in the page, which then needs nothing beside itself. */
export interface PageParts {
  readonly title: string;
  readonly body: Html;
  /** Style sheets, after the common one. */
  readonly styles?: readonly string[];
  readonly script?: string;
}

/** The look that our pages share: colours by day, by night and in print, text, tables. */
const COMMON_STYLE = readAsset(import.meta.dirname, 'page.css');

/**
 * Returns a whole French page. Its policy allows its own style, its own script, and pictures written in it: whatever
 * else a portal's words would try to load or run is refused by the browser too.
 */
export function pageOf({ title, body, styles = [], script }: PageParts): string {
  const style = [COMMON_STYLE, ...styles].join('\n');
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src ${hashOf(style)}`,
    `script-src ${script === undefined ? "'none'" : hashOf(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(style)}</style>
</head>
<body>
${body}
${script === undefined ? '' : html`<script>${new Html(script)}</script>`}
</body>
</html>
`.text;
}

/** Reads a style sheet or a script that stands beside a module, as the browser will hash it. */
export function readAsset(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8').replaceAll('\r\n', '\n');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
