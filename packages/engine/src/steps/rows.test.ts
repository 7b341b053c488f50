import { describe, expect, it } from 'vitest';
import { checkSteps } from './check.ts';
import { type PasteTable, readRows } from './rows.ts';
import { spanOf } from './spans.ts';

const MINUTE = 60_000;
const TABLE: PasteTable = {
  seats: [
    { seat: 'seat:a-lead', names: ['Deputy Minister', '정책실장'] },
    { seat: 'seat:b-lead', names: ['Assistant Secretary', '차관보'] },
  ],
  parties: [
    { party: 'a', names: ['Averra', '아베라', 'A'] },
    { party: 'b', names: ['Borun', '보룬', 'B'] },
  ],
  others: [{ to: 'entity:wire', names: ['Wire agency', '통신사'] }],
};
const HEAD = 'No\tStep\tLead\tSupport\tAt\tAfter\tDuration\tBy';
const paste = (...rows: string[]) => readRows([HEAD, ...rows].join('\r\n'), TABLE);
const problems = (...rows: string[]) => paste(...rows).problems.map(({ code, line, column, value }) => [code, line, column, value]);

describe('rows pasted from a sheet', () => {
  it('are steps, with all relations and lags', () => {
    const {
      steps,
      problems: wrong,
      lines,
    } = paste(
      '1\tFix the text\tDeputy Minister\tBorun\tPT5H\t\t3\t',
      '2\t"Say it, \n""as one"""\tseat:b-lead\tA\t\t1FS+1m..10m\t0:02\t5:15',
      '3\tTell them\t정책실장\t\t\t1SS+2m; 2FF-30s\t1시간 30분\t',
    );
    expect(wrong).toEqual([]);
    expect([...lines]).toEqual([
      ['s1', 2],
      ['s2', 3],
      ['s3', 5],
    ]);
    expect(steps).toEqual([
      {
        id: 's1',
        text: 'Fix the text',
        terms: { lead: 'seat:a-lead', support: ['b'], tells: [], at: 300 * MINUTE, after: [], duration: 3 * MINUTE },
      },
      {
        id: 's2',
        text: 'Say it, \n"as one"',
        terms: {
          ...{ lead: 'seat:b-lead', support: ['a'], tells: [] },
          after: [{ step: 's1', kind: 'FS', min: MINUTE, max: 10 * MINUTE }],
          ...{ duration: 2 * MINUTE, by: 315 * MINUTE },
        },
      },
      {
        id: 's3',
        text: 'Tell them',
        terms: {
          ...{ lead: 'seat:a-lead', support: [], tells: [] },
          after: [
            { step: 's1', kind: 'SS', min: 2 * MINUTE },
            { step: 's2', kind: 'FF', min: -MINUTE / 2 },
          ],
          duration: 90 * MINUTE,
        },
      },
    ]);
  });

  it('may be headed in Korean, in any order, with whom to tell, a word, a decision and its authority', () => {
    const text = [
      '소요시간\t주관\t단계\t통보\t동의\t결정\t권한\t완료 기한',
      '10분\t차관보\t조치 결정\t통신사; 아베라\t보룬\t예\t대통령\t13:10',
    ].join('\n');
    const clock = (value: string) => (value === '13:10' ? 310 * MINUTE : undefined);
    expect(readRows(text, { ...TABLE, clock, taken: ['s1', 's2'] })).toMatchObject({
      problems: [],
      steps: [
        {
          id: 's3',
          text: '조치 결정',
          terms: {
            lead: 'seat:b-lead',
            tells: ['entity:wire', 'party:a'],
            word: 'b',
            decision: true,
            authority: '대통령',
            by: 310 * MINUTE,
          },
        },
      ],
    });
  });

  it('without a head are read in the order of the matrix', () => {
    expect(readRows('7\tFix it\ta-lead\tb\t5:00\t\t10m\t5:20\n8\tSay it\tb-lead\t\t\t7\t5m\t', TABLE)).toMatchObject({
      problems: [],
      steps: [{ terms: { by: 320 * MINUTE } }, { terms: { after: [{ step: 's1', kind: 'FS', min: 0 }] } }],
    });
  });

  it('are answered by line and column where a cell cannot be read', () => {
    expect(
      problems(
        '1\tFix it\tNobody\tNowhere\tlater\t9\tlong\tsoon',
        '2\t\tDeputy Minister\t\t\t1SS+ever\t5m\t',
        '2\tSay it\tDeputy Minister\t\t\t1..2..3\t-5m\t',
      ),
    ).toEqual([
      ['unknown-seat', 2, 'lead', 'Nobody'],
      ['bad-time', 2, 'at', 'later'],
      ['unknown-party', 2, 'support', 'Nowhere'],
      ['unknown-row', 2, 'after', '9'],
      ['bad-span', 2, 'duration', 'long'],
      ['bad-time', 2, 'by', 'soon'],
      ['no-text', 3, 'text', ''],
      ['bad-after', 3, 'after', '1SS+ever'],
      ['same-number', 4, 'number', '2'],
      ['bad-after', 4, 'after', '1..2..3'],
      ['bad-span', 4, 'duration', '-5m'],
    ]);
  });

  it('of which a column is missing are refused by its name, and a row that lost a cell by its line', () => {
    const without = readRows('No\tStep\tSupport\tDuration\n1\tFix it\tb\t5m', TABLE);
    expect(without).toMatchObject({ steps: [], problems: [{ code: 'no-column', column: 'lead', line: 1 }] });
    expect(readRows('Step\tLead\tStep\tDuration\nx\ta-lead\ty\t5m', TABLE).problems).toMatchObject([
      { code: 'same-column', column: 'text' },
    ]);
    expect(problems('1\tFix it\tDeputy Minister\tPT5H\t\t5m\t')[0]).toEqual(['too-few-cells', 2, undefined, '7']);
    expect(problems('1\tFix it\tDeputy Minister\t\tPT5H\t\t5m\t\tmore')).toEqual([['too-many-cells', 2, undefined, '9']]);
  });

  it('name a seat that two have the name of as nobody', () => {
    const two = { ...TABLE, seats: [...TABLE.seats, { seat: 'seat:c', names: ['차관보'] }] };
    expect(readRows('Step\tLead\tDuration\nSay it\t차관보\t5m', two)).toMatchObject({
      problems: [{ code: 'several', column: 'lead', value: '차관보' }],
      steps: [{ terms: { after: [], duration: 5 * MINUTE } }],
    });
  });

  it('two thousand of them are refused at once, with how many there may be left to the screen', () => {
    const rows = Array.from({ length: 2_000 }, (_, i) => `${i + 1}\tStep ${i + 1}\tDeputy Minister\t\tPT5H\t${i || ''}\t5m\t`);
    const began = process.threadCpuUsage();
    expect(paste(...rows)).toEqual({ steps: [], lines: new Map(), problems: [{ code: 'too-many', line: 0, value: '2000' }] });
    expect(process.threadCpuUsage(began).user / 1_000).toBeLessThan(500);
    const { steps, problems: none } = paste(...rows.slice(0, 200));
    expect([none, steps.length]).toEqual([[], 200]);
    const seats = [{ party: 'a', seats: ['seat:a-lead'] }];
    expect(checkSteps(steps, seats)).toEqual([]);
  });

  it('with a cell that no row is meant by, however long, are refused at once', () => {
    const after = `1${' -'.repeat(32_000)}\u2028x`;
    const began = process.threadCpuUsage();
    expect(problems(`1\tFix it\tDeputy Minister\t\tPT5H\t${after}\t5m\t`)).toEqual([['bad-after', 2, 'after', after]]);
    expect(process.threadCpuUsage(began).user / 1_000).toBeLessThan(500);
  });

  it('of which nothing is there are no rows', () => {
    for (const text of ['', '\n\t\n', HEAD]) expect(readRows(text, TABLE).problems).toEqual([{ code: 'no-rows', line: 0 }]);
  });
});

describe('a span in a cell', () => {
  it('is read as people write it, on whole ten seconds', () => {
    const minutes = (text: string) => (spanOf(text) ?? Number.NaN) / MINUTE;
    expect(['10', '1.5', '0:10', '1:30:00', '90 min', '1h 30m', '2시간', 'PT45M', 'pt1h', '-5m', '+5m'].map(minutes)).toEqual([
      10, 1.5, 10, 90, 90, 90, 120, 45, 60, -5, 5,
    ]);
    expect(['', 'x', '10 parsecs', '1:75', 'h', '999999h'].map(spanOf)).toEqual(Array(6).fill(undefined));
    expect(spanOf('1s')).toBe(10_000);
  });
});
