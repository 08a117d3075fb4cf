/** One journey as whoever played it told it; times in milliseconds since 1970. */
export interface Sample {
  /** What distinguishes the workers of one play. */
  readonly worker: string;
  readonly startedAt: number;
  readonly durationMs: number;
  readonly ok: boolean;
}

/**
 * Returns what each journey cost: the time from its start to the next one's start in the same worker, so that all
 * that happens between two journeys counts; the last one has no next, and counts to its end. The first journey of
 * each worker warms up and is left out.
 */
export function deltasOf(samples: readonly Sample[]): number[] {
  const workers = Map.groupBy(samples, ({ worker }) => worker);
  return [...workers.values()].flatMap((ofWorker) => {
    const sorted = ofWorker.toSorted((a, b) => a.startedAt - b.startedAt);
    const deltas = sorted.map(({ startedAt, durationMs }, index) => {
      const next = sorted[index + 1];
      return next === undefined ? durationMs : next.startedAt - startedAt;
    });
    return deltas.slice(1);
  });
}

/** Returns the median. @throws RangeError when there is no value */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Returns the quantile of order `q`, interpolated between the two nearest values. @throws RangeError when none */
export function quantile(values: readonly number[], q: number): number {
  if (values.length === 0) throw new RangeError('Pas de valeur, pas de quantile.');
  const sorted = values.toSorted((a, b) => a - b);
  const position = (sorted.length - 1) * q;
  const low = sorted[Math.floor(position)] ?? 0;
  const high = sorted[Math.ceil(position)] ?? 0;
  return low + (high - low) * (position - Math.floor(position));
}
