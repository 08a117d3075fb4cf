import { KINDS, type Kind, MODES, type Mode } from './diagnosis.ts';
import { percent, precisionOf } from './figures.ts';
import type { PowerRecord, Recorded } from './record.ts';
import { commandOf, MODE_WORDS, WORDS } from './words.ts';

export interface Comparison {
  readonly kind: Kind;
  readonly mode: Mode;
  readonly recorded: Recorded | undefined;
  readonly measured: Recorded;
  /** Only a selection was played: the record is of the whole, so only what each subject lost is told. */
  readonly partial: boolean;
}

/** Returns, in French, by what a campaign falls short of the committed figures, or why they no longer hold. */
export function shortfalls(comparison: Comparison): string[] {
  const { kind, mode, recorded, measured, partial } = comparison;
  if (recorded === undefined)
    return partial
      ? []
      : [`Aucun chiffre n'est enregistré pour les ${WORDS[kind].many} (${MODE_WORDS[mode]}).`];
  const losses = [...lost(recorded, measured), ...lessPrecise(recorded, measured)];
  return partial ? lost(recorded, measured) : [...losses, ...outdated(comparison, recorded)];
}

/** Returns the commands that would renew the committed figures of other rules than these. */
export function outOfDate(record: PowerRecord, rules: string): string[] {
  return KINDS.flatMap((kind) =>
    MODES.filter((mode) => record[kind]?.[mode] !== undefined && record[kind][mode].rules !== rules).map(
      (mode) => recordCommand(kind, mode),
    ),
  );
}

/** Returns the command which brings the committed figures up to date. */
export function recordCommand(kind: Kind, mode: Mode): string {
  return commandOf(kind, mode, '--record');
}

function lost(recorded: Recorded, measured: Recorded): string[] {
  return Object.entries(measured.by).flatMap(([id, now]) => {
    const before = recorded.by[id];
    return now === null && before ? [`La puissance baisse : ${id} était jugé par « ${before} ».`] : [];
  });
}

function lessPrecise(recorded: Recorded, measured: Recorded): string[] {
  const before = precisionOf(recorded.figures);
  const now = precisionOf(measured.figures);
  if (before === undefined || now === undefined || now >= before) return [];
  return [`La précision baisse : ${percent(now)}, après ${percent(before)}.`];
}

function outdated({ kind, measured }: Comparison, recorded: Recorded): string[] {
  const fresh = Object.keys(measured.by).filter((id) => !(id in recorded.by));
  const gone = Object.keys(recorded.by).filter((id) => !(id in measured.by));
  const { many } = WORDS[kind];
  const same = fresh.length === 0 && gone.length === 0;
  return [
    ...(fresh.length > 0 ? [`Sans chiffre enregistré, parmi les ${many} : ${fresh.join(', ')}.`] : []),
    ...(gone.length > 0 ? [`Enregistrés, mais disparus des ${many} : ${gone.join(', ')}.`] : []),
    ...(same && recorded.subjects !== measured.subjects
      ? [`Les chiffres enregistrés sont d'avant un changement de ce que cassent les ${many}.`]
      : []),
    ...(recorded.rules === measured.rules
      ? []
      : ['Les chiffres enregistrés valent pour une autre version des règles.']),
  ];
}
