const DAY = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('fr-FR', { timeStyle: 'short', timeZone: 'UTC' });

/** « 28 novembre 2026 à 09:31 (UTC) », of an ISO 8601 date; a text that is no date is shown as it is. */
export function momentOf(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : `${DAY.format(date)} à ${TIME.format(date)} (UTC)`;
}

/** « 28 novembre 2026 », of an ISO 8601 date; a text that is no date is shown as it is. */
export function dayOf(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? iso : DAY.format(date);
}

/** « 850 ms », « 3,2 s », « 4 min 05 s », of milliseconds. */
export function durationOf(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  const seconds = Math.round(ms / 1_000);
  if (seconds < 60) return `${(ms / 1_000).toFixed(1).replace('.', ',')} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}

/** « 850 octets », « 12 ko », « 3,4 Mo », of bytes. */
export function sizeOf(bytes: number): string {
  if (bytes < 1_000) return `${bytes} octets`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1_000)} ko`;
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} Mo`;
}
