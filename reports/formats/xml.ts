/** An element of an XML document; what is `undefined` among its attributes is left out. */
export interface XmlElement {
  readonly name: string;
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly children?: readonly (XmlElement | string)[];
}

/** Returns a document; whatever texts hold, it is well formed. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${written(root, '')}\n`;
}

function written({ name, attributes = {}, children = [] }: XmlElement, indent: string): string {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${inAttribute(String(value))}"`],
  );
  const opening = `${indent}<${name}${given.join('')}`;
  if (children.length === 0) return `${opening}/>`;
  // Spaces beside a text would become part of it.
  if (children.some((child) => typeof child === 'string'))
    return `${opening}>${children.map(inline).join('')}</${name}>`;
  const inner = children.map((child) => written(child as XmlElement, `${indent}  `)).join('\n');
  return `${opening}>\n${inner}\n${indent}</${name}>`;
}

function inline(child: XmlElement | string): string {
  return typeof child === 'string' ? escaped(child) : written(child, '');
}

/** What XML 1.0 can't hold, even escaped (§ 2.2): control characters, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** As they are, a reader would take these for spaces. */
function inAttribute(text: string): string {
  return escaped(text).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;');
}

function escaped(text: string): string {
  return text
    .replace(FORBIDDEN, '\u{FFFD}')
    .replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character);
}
