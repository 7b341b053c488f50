import type { NoRehearsal } from '../workers/no-rehearsal.ts';
import type { Report } from './report.ts';
import type { Both } from './words.ts';

/** The assertions for machines that run tests, in both languages: who reads what they show is not known. */
export function junitOf(report: Report): string {
  const failed = report.assertions.filter((a) => !a.ok).length;
  const cases = report.assertions.map(({ id, text, ok, found }) => {
    const head = `    <testcase classname="${xml(report.scenario.id)}" name="${xml(`${id}: ${twice(text)}`)}"`;
    return ok ? `${head}/>` : `${head}>\n      <failure message="${xml(twice(found))}"/>\n    </testcase>`;
  });
  // What failed without an assertion that says so: runs that were not played, or a fault that none asks about.
  const error =
    report.of !== undefined
      ? { en: `Cancelled after ${report.runs} of ${report.of} runs.`, ko: `${report.of}회 중 ${report.runs}회에서 중단했습니다.` }
      : report.ok || failed > 0
        ? undefined
        : met(report);
  if (error !== undefined) cases.push(failing(report.scenario.id, error));
  return suite(report.scenario.id, report, cases, failed, error === undefined ? 0 : 1);
}

/** Of a rehearsal that gave no report. */
export function junitOfNone(scenario: string, asked: Pick<Report, 'runs' | 'seed'>, why: NoRehearsal): string {
  return suite(scenario, asked, [failing(scenario, why.text)], 0, 1);
}

/** The fault itself, as the findings tell it. */
const met = ({ findings }: Report): Both =>
  findings.find((f) => f.kind === 'fault')?.text ?? { en: 'A run met a fault.', ko: '시행 중 오류가 발생했습니다.' };

const failing = (scenario: string, why: Both): string =>
  `    <testcase classname="${xml(scenario)}" name="rehearsal">\n      <error message="${xml(twice(why))}"/>\n    </testcase>`;

const twice = ({ en, ko }: Both): string => (en === ko ? en : `${en} / ${ko}`);

function suite(
  scenario: string,
  { runs, seed }: Pick<Report, 'runs' | 'seed'>,
  cases: readonly string[],
  failed: number,
  errors: number,
): string {
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<testsuites>',
    `  <testsuite name="${xml(`rehearsal of ${scenario}, ${runs} runs, seed ${seed}`)}" tests="${cases.length}" failures="${failed}" errors="${errors}">`,
    ...cases,
    '  </testsuite>',
    '</testsuites>',
    '',
  ].join('\n');
}

const xml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
