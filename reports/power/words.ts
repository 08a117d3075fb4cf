import type { Kind, Mode } from './diagnosis.ts';

/** How each kind of campaign is spoken of, in French. */
export const WORDS: Readonly<
  Record<
    Kind,
    { readonly one: string; readonly many: string; readonly right: readonly [one: string, many: string] }
  >
> = {
  defects: { one: 'défaut', many: 'défauts', right: ['pris', 'pris'] },
  blind: { one: 'défaut aveugle', many: 'défauts aveugles', right: ['pris', 'pris'] },
  sentinels: { one: 'sentinelle', many: 'sentinelles', right: ['jamais certifiée', 'jamais certifiées'] },
  variants: { one: 'variante conforme', many: 'variantes conformes', right: ['certifiée', 'certifiées'] },
};

export const MODE_WORDS: Readonly<Record<Mode, string>> = { quick: 'essai rapide', full: 'essai complet' };

/** The command that plays a campaign, as a person types it; further options after it. */
export function commandOf(kind: Kind, mode: Mode, ...options: readonly string[]): string {
  const flags = [
    ...(kind === 'defects' ? [] : [`--${kind}`]),
    // Sentinels and variants are only ever judged by the whole suite.
    ...(mode === 'full' && (kind === 'defects' || kind === 'blind') ? ['--full'] : []),
    ...options,
  ];
  return flags.length === 0 ? 'npm run power' : `npm run power -- ${flags.join(' ')}`;
}
