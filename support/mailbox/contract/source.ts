const CRLF = '\r\n';

/** What a source is made of: whatever is not given is that of a plain mail. */
export interface SourceParts {
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  /** Other fields, `Content-Type` the first of them. */
  readonly fields?: readonly string[];
  readonly body?: string;
  readonly charset?: 'utf8' | 'latin1';
}

/** Writes a mail as it travels, byte for byte. */
export function source({ from, to, subject, fields = [], body = '', charset }: SourceParts): Buffer {
  const lines = [
    `From: ${from ?? 'Portail <notification@portail.example>'}`,
    `To: ${to ?? 'zoe@exemple.test'}`,
    `Subject: ${subject ?? 'Activez votre compte'}`,
    'Date: Fri, 27 Nov 2026 10:00:00 +0100',
    'Message-ID: <un@portail.example>',
    'MIME-Version: 1.0',
    ...fields,
    '',
    body,
  ];
  return Buffer.from(lines.join(CRLF), charset ?? 'utf8');
}

/** The lines of a body. */
export function lines(...each: readonly string[]): string {
  return `${each.join(CRLF)}${CRLF}`;
}

/** A body of several parts, each with its own fields. */
export function parts(
  boundary: string,
  ...each: ReadonlyArray<{ fields: readonly string[]; body: string }>
): string {
  const opened = each.map(({ fields, body }) => [`--${boundary}`, ...fields, '', body].join(CRLF));
  return lines(...opened, `--${boundary}--`);
}

/** Base64 in lines of 76 signs. */
export function base64(content: string | Buffer): string {
  return Buffer.from(content)
    .toString('base64')
    .replace(/.{76}(?=.)/g, `$&${CRLF}`);
}

/** Quoted-printable, its lines cut at 76 signs wherever that falls. */
export function quotedPrintable(text: string): string {
  const quoted = text.replace(/[^\t\r\n -<>-~]/gu, (sign) =>
    [...Buffer.from(sign)].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  );
  return quoted
    .split(CRLF)
    .map((line) => (line.match(/.{1,72}(?:=[\dA-F]{2}|=[\dA-F])?|^$/g) ?? []).join(`=${CRLF}`))
    .join(CRLF);
}

/** An encoded word of a header. */
export function word(text: string, { charset = 'UTF-8', as = 'B' } = {}): string {
  const bytes = Buffer.from(text, charset === 'UTF-8' ? 'utf8' : 'latin1');
  const quoted = [...bytes].map((byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join('');
  return `=?${charset}?${as}?${as === 'B' ? bytes.toString('base64') : quoted}?=`;
}
