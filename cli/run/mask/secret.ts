/** What must not be read, and what is read in its place. */
export interface Secret {
  readonly value: string;
  readonly name: string;
  /** Short enough to stand by chance within something else: it counts only between signs that are no letter or digit. */
  readonly isShort?: boolean;
}

/** A way in which a secret is written, in bytes. */
export interface WrittenSecret {
  readonly bytes: Buffer;
  readonly name: Buffer;
  readonly isShort: boolean;
}

/** What is shorter stands in too many words. */
const SHORTEST = 4;

/** Returns every way in which these secrets may be written; the first name of a value is the one that counts. */
export function writtenForms(secrets: readonly Secret[]): WrittenSecret[] {
  const forms = new Map<string, WrittenSecret>();
  for (const { value, name, isShort = false } of secrets) {
    for (const form of new Set(formsOf(value))) {
      const bytes = Buffer.from(form);
      if (bytes.length < SHORTEST || forms.has(form)) continue;
      forms.set(form, { bytes, name: Buffer.from(name), isShort });
    }
  }
  return [...forms.values()];
}

/** As it is, in an address, in a form, in JSON (in a page's script too), in HTML, and in a mail's quoted-printable. */
function formsOf(value: string): string[] {
  const addressed = encodeURIComponent(value);
  const formed = new URLSearchParams({ v: value }).toString().slice(2);
  const inHtml = value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  return [
    value,
    ...[addressed, formed].flatMap((form) => [form, lowerCaseHex(form)]),
    JSON.stringify(value).slice(1, -1),
    JSON.stringify(value).slice(1, -1).replaceAll('/', '\\/'),
    inHtml,
    inHtml.replaceAll('"', '&quot;').replaceAll("'", '&#39;'),
    inHtml.replaceAll('"', '&#34;').replaceAll("'", '&#x27;'),
    quotedPrintable(value),
  ];
}

function lowerCaseHex(text: string): string {
  return text.replace(/%[0-9A-F]{2}/g, (hex) => hex.toLowerCase());
}

function quotedPrintable(text: string): string {
  return [...Buffer.from(text)]
    .map((byte) =>
      byte === 0x3d || byte > 0x7e || byte < 0x20
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('');
}
