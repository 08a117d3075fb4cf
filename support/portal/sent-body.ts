/** A value to replace in what a browser sends. */
export interface Replacement {
  readonly typed: string;
  readonly faulty: string;
  /** The names the field has in the page; without them, every value like the typed one is replaced. */
  readonly names?: readonly string[];
}

interface Slot {
  readonly name: string;
  value: string;
}

interface SentBody {
  readonly slots: readonly Slot[];
  readonly text: () => string;
}

/**
 * Returns the body of a request with the faulty value in place of the typed one, be it a form, a multipart form or
 * JSON; undefined when the typed value is not there, or when nothing tells which of several is the field's.
 */
export function replaceInBody(body: string, { typed, faulty, names }: Replacement): string | undefined {
  const parsed = parse(body);
  const alike = parsed.slots.filter(({ value }) => value === typed);
  const named = names && alike.filter(({ name }) => names.includes(name));
  const chosen = named === undefined || named.length > 0 ? (named ?? alike) : alike;
  if (chosen.length === 0 || (names !== undefined && chosen.length > 1)) return undefined;
  for (const slot of chosen) slot.value = faulty;
  return parsed.text();
}

function parse(body: string): SentBody {
  return parseJson(body) ?? (body.startsWith('--') ? parseMultipart(body) : parseForm(body));
}

function parseForm(body: string): SentBody {
  const slots = [...new URLSearchParams(body)].map(([name, value]) => ({ name, value }));
  return {
    slots,
    text: () => new URLSearchParams(slots.map(({ name, value }) => [name, value])).toString(),
  };
}

function parseMultipart(body: string): SentBody {
  const boundary = body.slice(0, body.indexOf('\r\n'));
  const parts = body.split(boundary).map((part) => {
    const end = part.indexOf('\r\n\r\n');
    const [head, value] = end < 0 ? [part, undefined] : [part.slice(0, end + 4), part.slice(end + 4, -2)];
    return {
      head,
      slot: value === undefined ? undefined : { name: /name="([^"]*)"/.exec(head)?.[1] ?? '', value },
    };
  });
  return {
    slots: parts.flatMap(({ slot }) => slot ?? []),
    text: () => parts.map(({ head, slot }) => head + (slot ? `${slot.value}\r\n` : '')).join(boundary),
  };
}

function parseJson(body: string): SentBody | undefined {
  let root: unknown;
  try {
    root = { body: JSON.parse(body) };
  } catch {
    return undefined;
  }
  return { slots: slotsIn(root), text: () => JSON.stringify((root as { body: unknown }).body) };
}

function slotsIn(holder: unknown): Slot[] {
  if (typeof holder !== 'object' || holder === null) return [];
  return Object.entries(holder).flatMap(([name, value]) =>
    typeof value === 'string' ? [slotOf(holder as Record<string, unknown>, name)] : slotsIn(value),
  );
}

function slotOf(holder: Record<string, unknown>, name: string): Slot {
  return {
    name,
    get value() {
      return String(holder[name]);
    },
    set value(text) {
      holder[name] = text;
    },
  };
}
