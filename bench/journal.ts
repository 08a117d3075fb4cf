import { appendFileSync } from 'node:fs';
import type { Reporter, TestCase, TestResult } from '@playwright/test/reporter';
import type { Sample } from './samples.ts';

/** Writes a JSON line a scenario in the file named by `DIAPASON_BENCH_JOURNAL`. */
export default class Journal implements Reporter {
  printsToStdio(): boolean {
    return false;
  }

  onTestEnd(_test: TestCase, { workerIndex, startTime, duration, status }: TestResult): void {
    const sample: Sample = {
      worker: String(workerIndex),
      startedAt: startTime.getTime(),
      durationMs: duration,
      ok: status === 'passed',
    };
    appendFileSync(process.env.DIAPASON_BENCH_JOURNAL ?? '', `${JSON.stringify(sample)}\n`);
  }
}
