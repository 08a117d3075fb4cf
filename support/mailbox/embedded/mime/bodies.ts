import type { Part } from './part.ts';

/** What a mail says and holds, sorted as Mailpit sorts it. */
export interface Bodies {
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Part[];
  /** What is shown within the text, and what is neither text nor attachment. */
  readonly inlines: readonly Part[];
}

/** Sorts the parts of a mail; nothing when it says that it has parts and not where they begin. */
export function bodiesOf(root: Part): Bodies | undefined {
  if (!root.type.value.startsWith('multipart/')) return ofSingle(root);
  if (!root.type.parameters.boundary) return undefined;
  const parts = inDepth(root).filter((part) => !part.type.value.startsWith('multipart/'));
  const html = parts.find((part) => isText(part, 'text/html'));
  const attachments = parts.filter(isAttached);
  const inlines = parts.filter((part) => part.disposition === 'inline');
  const others = parts.filter((part) => part.disposition === '' && !isAttached(part) && !isAnyText(part));
  return {
    text: textOf(root, parts),
    html: html === undefined ? '' : decodedText(html),
    attachments,
    inlines: [...inlines, ...others],
  };
}

function ofSingle(root: Part): Bodies {
  const nothing = { text: '', html: '', attachments: [], inlines: [] };
  const isTyped = root.type.value !== '';
  if (isTyped ? !isAnyText(root) || root.disposition === 'attachment' : root.disposition === 'attachment')
    return root.disposition === 'inline'
      ? { ...nothing, inlines: [root] }
      : { ...nothing, attachments: [root] };
  return root.type.value === 'text/html'
    ? { ...nothing, html: decodedText(root) }
    : { ...nothing, text: decodedText(root) };
}

/** Of alternatives the first; of a mixture all, one below the other. */
function textOf(root: Part, parts: readonly Part[]): string {
  const texts = parts.filter((part) => isText(part, 'text/plain'));
  const [first] = texts.toSorted((one, other) => depth(one) - depth(other));
  if (root.type.value === 'multipart/alternative') return first === undefined ? '' : decodedText(first);
  return texts.map(decodedText).join('\n--\n');
}

function depth({ id }: Part): number {
  return id.split('.').length;
}

function inDepth(part: Part): Part[] {
  return [part, ...part.children.flatMap(inDepth)];
}

/** A part without a type is plain text. */
function isText({ type, disposition }: Part, wanted: 'text/plain' | 'text/html'): boolean {
  return (type.value || 'text/plain') === wanted && disposition !== 'attachment';
}

function isAnyText(part: Part): boolean {
  return ['', 'text/plain', 'text/html'].includes(part.type.value);
}

function isAttached({ disposition, type }: Part): boolean {
  return disposition === 'attachment' || type.value === 'application/octet-stream';
}

const CHARSET_IN_HTML = /<meta\b[^>]*\bcharset\s*=\s*["']?([\w-]+)/i;

function decodedText({ type, content }: Part): string {
  const declared =
    type.parameters.charset ??
    (type.value === 'text/html' ? CHARSET_IN_HTML.exec(content.toString('latin1'))?.[1] : undefined);
  return decoder(declared).decode(content);
}

function decoder(charset: string | undefined): TextDecoder {
  try {
    return new TextDecoder(charset || 'utf-8', { ignoreBOM: true });
  } catch {
    return new TextDecoder('utf-8', { ignoreBOM: true });
  }
}
