/** One field of a header: its value unfolded, still encoded. */
export interface Field {
  readonly name: string;
  readonly value: string;
}

/** A header that no mail may have. The sender is told so. */
export class MalformedHeader extends Error {}

/** Reads the fields of a header. @throws MalformedHeader when a line is none */
export function fieldsOf(header: string): Field[] {
  const unfolded = header.replace(/[ \t]*\r?\n[ \t]+/g, ' ').split(/\r?\n/);
  return unfolded
    .filter((line) => line !== '')
    .map((line) => {
      const colon = line.indexOf(':');
      if (colon < 0) throw new MalformedHeader(line);
      return { name: line.slice(0, colon), value: line.slice(colon + 1).trim() };
    });
}

/** Returns the value of the first field of that name, if there is one. */
export function fieldOf(fields: readonly Field[], name: string): string | undefined {
  return fields.find((field) => field.name.trim().toLowerCase() === name)?.value;
}

/** A structured value, « text/html; charset=utf-8 ». */
export interface Structured {
  readonly value: string;
  readonly parameters: Readonly<Record<string, string>>;
}

const PARAMETER = /;\s*([^\s=;]+?)(\*)?\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^;]*))/g;

/** Reads a structured value, and its parameters by their names in lower case. */
export function structured(text: string | undefined): Structured {
  const parameters: Record<string, string> = {};
  for (const [, name = '', isEncoded, quoted, bare = ''] of (text ?? '').matchAll(PARAMETER)) {
    const value = quoted?.replace(/\\(.)/g, '$1') ?? bare.trim();
    parameters[name.toLowerCase()] ??= isEncoded ? percentDecoded(value) : value;
  }
  return { value: (text ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '', parameters };
}

/** RFC 2231: « utf-8''guide%20complet.pdf ». */
function percentDecoded(value: string): string {
  const encoded = value.replace(/^[^']*'[^']*'/, '');
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}
