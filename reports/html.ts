/** Text that is already HTML: it goes into a page as it is. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

type Part = string | number | Html | readonly Html[];

/** Writes HTML or SVG; whatever is put into it that is not HTML already is escaped. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  const written = parts.map((part, index) => `${textOf(part)}${strings[index + 1]}`);
  return new Html(`${strings[0]}${written.join('')}`);
}

/** Returns what makes HTML when there is something to make it of, and nothing otherwise. */
export function when<T>(given: T | undefined | false, write: (given: T) => Html): Html {
  return given === undefined || given === false ? new Html('') : write(given);
}

function textOf(part: Part): string {
  if (part instanceof Html) return part.text;
  return typeof part === 'object' ? part.map(({ text }) => text).join('\n') : escaped(String(part));
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What no page can hold, and what would show the text around it in another order than it has. */
const UNSAFE = /(?![\n\t])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

function escaped(text: string): string {
  return text
    .replaceAll(UNSAFE, '\ufffd')
    .replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? character);
}
