import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import type { Suite, TestCase, TestResult } from '@playwright/test/reporter';
import Progress from './progress.ts';

const STREAMS = { stdout: process.stdout, stderr: process.stderr } as const;

/** What is written meanwhile. */
function written(t: TestContext, stream: keyof typeof STREAMS, action: () => void): string {
  let text = '';
  const { mock } = t.mock.method(STREAMS[stream], 'write', (chunk: string) => {
    text += chunk;
    return true;
  });
  action();
  mock.restore();
  return text;
}

function suiteOf(count: number): Suite {
  return { allTests: () => Array.from({ length: count }) } as unknown as Suite;
}

function scenario(title: string, ...tags: string[]): TestCase {
  return { title, tags } as unknown as TestCase;
}

function result(status: TestResult['status']): TestResult {
  return { status, duration: 12 } as unknown as TestResult;
}

describe('progress', () => {
  it('says one line a scenario: how far, how it ended, which requirement', (t) => {
    const progress = new Progress();
    const text = written(t, 'stdout', () => {
      progress.onBegin(undefined, suiteOf(10));
      progress.onTestEnd(scenario('Sans SIRET', '@essentiel', '@EX-1.03'), result('passed'));
      progress.onTestEnd(scenario('Sans règle'), result('timedOut'));
    });
    assert.equal(text, ' 1/10 ✓ EX-1.03 — Sans SIRET (12 ms)\n 2/10 ✗  — Sans règle (12 ms)\n');
    assert.equal(progress.printsToStdio(), true);
  });

  it('says an error of the runner itself on the error stream', (t) => {
    const progress = new Progress();
    assert.equal(
      written(t, 'stderr', () => progress.onError({ message: 'plus de place' })),
      '✗ plus de place\n',
    );
    assert.equal(
      written(t, 'stderr', () => progress.onError({})),
      '✗ erreur inconnue\n',
    );
  });
});
