import type { Reporter, TestModule } from 'vitest/node';

/**
 * Prints `N passed, N failed` as the very last line of a test run, for those who read only that.
 * A file that could not be loaded and an error outside any test count as failed.
 */
export class TotalLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly unknown[]): void {
    const line = totalLine(modules, unhandled.length);
    // The default reporter still writes its summary after this hook; ours must be last.
    process.once('exit', () => process.stdout.write(`${line}\n`));
  }
}

type Counted = { readonly children: { allTests(state: 'passed' | 'failed'): Iterable<unknown> }; ok(): boolean };

/** Counts tests over all files. */
export function totalLine(modules: readonly Counted[], errorsOutsideTests: number): string {
  let passed = 0;
  let failed = errorsOutsideTests;
  for (const module of modules) {
    passed += count(module.children.allTests('passed'));
    const failures = count(module.children.allTests('failed'));
    failed += failures === 0 && !module.ok() ? 1 : failures;
  }
  return `${passed} passed, ${failed} failed`;
}

function count(things: Iterable<unknown>): number {
  let n = 0;
  for (const _ of things) n++;
  return n;
}
