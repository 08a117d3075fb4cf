import { html } from 'hono/html';

const STYLE = `
:root { color-scheme: light dark; --ink: #1b1b35; --soft: #5b5b78; --paper: #fff; --line: #d9d9e6; --accent: #000091; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eee; --soft: #b3b3c7; --paper: #17171f; --line: #3a3a4c; --accent: #a6a6ff; }
}
body { margin: 0 auto; max-width: 60rem; padding: 1.5rem 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; }
a { color: var(--accent); }
a:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
ol { list-style: none; padding: 0; }
li { border-top: 1px solid var(--line); padding: .75rem 0; }
li a { font-weight: 600; }
li p, dl { margin: 0; color: var(--soft); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; margin-bottom: 1rem; }
dt { font-weight: 600; }
dd { margin: 0; }
iframe { width: 100%; height: 70vh; border: 1px solid var(--line); background: #fff; }
pre { white-space: pre-wrap; border: 1px solid var(--line); padding: 1rem; font: inherit; }
`;

type Content = ReturnType<typeof html>;

/** The frame that the human pages share. */
export function layout(title: string, body: Content) {
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} — boîte embarquée</title>
<link rel="icon" href="data:,">
<style>${STYLE}</style>
</head>
<body>
${body}
</body>
</html>`;
}
