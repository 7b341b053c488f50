import type { Report } from './report.ts';

/** The assertions for machines that run tests. */
export function junitOf(report: Report): string {
  const failed = report.assertions.filter((a) => !a.ok).length;
  const cases = report.assertions.map(({ id, text, ok, found }) => {
    const head = `    <testcase classname="${xml(report.scenario.id)}" name="${xml(`${id}: ${text.en}`)}"`;
    return ok ? `${head}/>` : `${head}>\n      <failure message="${xml(found.en)}"/>\n    </testcase>`;
  });
  // What failed without an assertion that says so: runs that were not played, or a fault that none asks about.
  const error =
    report.of !== undefined
      ? `Cancelled after ${report.runs} of ${report.of} runs.`
      : report.ok || failed > 0
        ? undefined
        : 'A run met a fault.';
  if (error !== undefined)
    cases.push(
      `    <testcase classname="${xml(report.scenario.id)}" name="rehearsal">\n      <error message="${error}"/>\n    </testcase>`,
    );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite name="${xml(`rehearsal of ${report.scenario.id}, ${report.runs} runs, seed ${report.seed}`)}" tests="${cases.length}" failures="${failed}" errors="${error === undefined ? 0 : 1}">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
