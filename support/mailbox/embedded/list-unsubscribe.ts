import { type Field, fieldOf } from './mime/fields.ts';

/** How a reader leaves a list, as Mailpit shows it. */
export interface ListUnsubscribe {
  readonly Header: string;
  readonly Links: readonly string[];
  readonly Errors: string;
  readonly HeaderPost: string;
}

/** Reads the links of `List-Unsubscribe`; what is wrong with them is for Mailpit's own page to say. */
export function listUnsubscribeOf(fields: readonly Field[]): ListUnsubscribe {
  const header = fieldOf(fields, 'list-unsubscribe') ?? '';
  const links = [...header.matchAll(/<((?:https?:|mailto:)[^>\s]+)>/gi)].map(([, link = '']) => link);
  const post = header === '' ? undefined : fieldOf(fields, 'list-unsubscribe-post');
  return { Header: header, Links: links, Errors: '', HeaderPost: post ?? '' };
}
