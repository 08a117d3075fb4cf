import type { Reporter, Suite, TestCase, TestResult } from '@playwright/test/reporter';

/** Says, one line a scenario, where a run has got to; what it means is for the summary. */
export default class Progress implements Reporter {
  private total = 0;
  private done = 0;

  /** Playwright asks: its own terminal output is not needed beside this one. */
  printsToStdio(): boolean {
    return true;
  }

  onBegin(_config: unknown, suite: Suite): void {
    this.total = suite.allTests().length;
  }

  onTestEnd(test: TestCase, result: TestResult): void {
    this.done += 1;
    const requirement = test.tags.find((tag) => tag.startsWith('@EX-'))?.slice(1) ?? '';
    const mark = result.status === 'passed' ? '✓' : '✗';
    const width = String(this.total).length;
    const count = `${String(this.done).padStart(width)}/${this.total}`;
    process.stdout.write(`${count} ${mark} ${requirement} — ${test.title} (${result.duration} ms)\n`);
  }

  onError(error: { message?: string }): void {
    // Playwright puts the error's name before its words.
    process.stderr.write(`✗ ${error.message?.replace(/^\w*Error: /, '') ?? 'erreur inconnue'}\n`);
  }
}
