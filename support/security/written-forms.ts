/** A way of writing a secret that anybody reads back. */
export interface WrittenForm {
  /** In French: « tel quel », « en base64 ». */
  readonly name: string;
  readonly text: string;
}

/** Below this length, a piece of text says nothing: it may be there by chance. */
const LEAST = 6;

/** Returns the ways in which a secret may be written, each text once, the plainest first. */
export function writtenForms(secret: string): WrittenForm[] {
  const bytes = Buffer.from(secret);
  const forms = [
    { name: 'tel quel', text: secret },
    { name: 'en clair, échappé', text: encodeURIComponent(secret) },
    { name: 'en clair, échappé', text: new URLSearchParams([['', secret]]).toString().slice(1) },
    { name: 'en clair, échappé', text: JSON.stringify(secret).slice(1, -1) },
    ...escapedForHtml(secret).map((text) => ({ name: 'en clair, échappé', text })),
    ...inBase64(bytes).map((text) => ({ name: 'en base64', text })),
    { name: 'en hexadécimal', text: bytes.toString('hex') },
  ];
  const isFirst = ({ text }: WrittenForm, index: number): boolean =>
    forms.findIndex((other) => other.text === text) === index;
  return forms.filter((form, index) => form.text.length >= LEAST && isFirst(form, index));
}

/** Returns the first form of a secret that a text holds. */
export function formIn(text: string, forms: readonly WrittenForm[]): WrittenForm | undefined {
  return forms.find((form) => text.includes(form.text));
}

/** With names or numbers, as templates write it. */
function escapedForHtml(secret: string): string[] {
  const named: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  const numbered = (sign: string): string => `&#${sign.charCodeAt(0)};`;
  return [
    secret.replace(/[&<>"']/g, (sign) => named[sign] ?? sign),
    secret.replace(/[&<>"']/g, numbered),
    secret.replace(/[^\w]/g, numbered),
  ];
}

/** Alone or within a longer text, « adresse:mot de passe »: the signs it shares with its neighbours are left out. */
function inBase64(bytes: Buffer): string[] {
  const texts = [0, 1, 2].flatMap((shift) => {
    const encoded = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64');
    const start = Math.ceil((shift * 8) / 6);
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    return encoded.slice(start, whole);
  });
  return texts.flatMap((text) => [text, text.replaceAll('+', '-').replaceAll('/', '_')]);
}
