import type { Person, StoredMail } from './stored-mail.ts';

const MOMENT = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeStyle: 'medium' });

/** A date as a French reader writes it. */
export function moment(date: Date): string {
  return MOMENT.format(date);
}

/** People on one line. */
export function addresses(people: readonly Person[]): string {
  const shown = people.map((one) => (one.Name ? `${one.Name} <${one.Address}>` : one.Address));
  return shown.length > 0 ? shown.join(', ') : 'personne';
}

/** A link needs words, even for a mail without a subject. */
export function subjectOf(mail: StoredMail): string {
  return mail.subject.trim() || '(sans objet)';
}
