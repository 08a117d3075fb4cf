/** The formats for machines, by the names that a person asks them by. */
export const FORMAT_NAMES = ['junit', 'ctrf', 'earl', 'badge', 'shields'] as const;

export type FormatName = (typeof FORMAT_NAMES)[number];

/** Written after every run, asked for or not. */
export const USUAL_FORMATS: readonly FormatName[] = ['junit', 'badge', 'shields'];
