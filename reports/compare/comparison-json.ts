import type { Comparison } from './comparison.ts';

/** Writes a comparison as JSON: `requirements[].outcomes` are in the order of `runs`. */
export function comparisonJson({ environments, rows, notCommon }: Comparison): string {
  const runs = environments.flatMap((environment) =>
    environment.runs.map(({ folder, label, version, startedAt }) => ({
      folder,
      target: { name: environment.name, url: environment.url },
      ...(version === undefined ? {} : { version }),
      ...(startedAt === undefined ? {} : { startedAt: new Date(startedAt).toISOString() }),
      verdict: label,
    })),
  );
  return `${JSON.stringify({ runs, requirements: rows, notCommon }, undefined, 2)}\n`;
}
