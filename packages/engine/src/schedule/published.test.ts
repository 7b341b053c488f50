import { describe, expect, it } from 'vitest';
import { type Activity, isSchedule, type Schedule, schedule } from './schedule.ts';

/** The two forms in which instances of project scheduling are published: precedences alone, and least and greatest lags between starts. */

const MINUTE = 60_000;
const times = (activities: readonly Activity[]): Schedule => {
  const found = schedule(activities);
  if (!isSchedule(found)) throw new Error(JSON.stringify(found));
  return found;
};

/** As instance j301_1 of the PSPLIB library (Kolisch and Sprecher 1996), which takes 38: durations, and by activity those after it. */
const J301_1 = {
  durations: [0, 8, 4, 6, 3, 8, 5, 9, 2, 7, 9, 2, 6, 3, 9, 10, 6, 5, 3, 7, 2, 7, 2, 3, 3, 7, 8, 3, 7, 2, 2, 0],
  successors: `2 3 4|6 11 15|7 8 13|5 9 10|20|30|27|12 19 27|14|16 25|20 26|14|17 18|17|25|21 22|22|20 22|24 29|23 25|28|23|24|30|30|31|28|31|32|32|32|`,
};
/** Its `.sm` form: numbers from 1, each after all that name it. */
function ofSuccessors({ durations, successors }: typeof J301_1): Activity[] {
  const next = successors.split('|').map((row) => row.split(' ').filter((n) => n !== ''));
  return durations.map((duration, i) => ({
    id: String(i + 1),
    duration: duration * MINUTE,
    after: next.flatMap((row, from) => (row.includes(String(i + 1)) ? [{ step: String(from + 1), kind: 'FS' as const }] : [])),
  }));
}

/** A line of a `.sch` file: activity, duration, and by successor the least lag between the starts; below 0 it is a greatest lag back. */
const SCH = `
0 0 1:0 2:0
1 4 3:4 4:6
2 3 4:3 5:1
3 5 5:5 1:-7
4 2 6:2 2:-9
5 6 6:6 4:-3
6 0
`;
function ofLags(text: string): Activity[] {
  const rows = text
    .trim()
    .split('\n')
    .map((line) => line.split(' '));
  return rows.map(([id = '', duration]) => ({
    id,
    duration: Number(duration),
    after: rows.flatMap(([from = '', , ...lags]) =>
      lags.flatMap((lag) => {
        const [to, min] = lag.split(':');
        return to === id ? [{ step: from, kind: 'SS' as const, min: Number(min) }] : [];
      }),
    ),
  }));
}

describe('published forms of projects', () => {
  it('precedences alone: the longest way through j301_1 takes 38', () => {
    const found = times(ofSuccessors(J301_1));
    expect(found['32']?.earliest).toBe(38 * MINUTE);
    expect(found['32']).toMatchObject({ slack: 0, critical: true });
    // On that way nothing has slack, and everything else has some.
    for (const t of Object.values(found)) expect(t.slack === 0).toBe(t.critical);
  });

  it('least and greatest lags between starts: as reckoned by hand', () => {
    // 3 after 1 by 4; 4 after 1 by 6 and no more than 3 before 5, which comes at 9 after 3: so 4 comes at 6. 2 no more than 9 before 4.
    expect(Object.entries(times(ofLags(SCH))).map(([id, t]) => [id, t.earliest])).toEqual([
      ['0', 0],
      ['1', 0],
      ['2', 0],
      ['3', 4],
      ['4', 6],
      ['5', 9],
      ['6', 15],
    ]);
    // A little later for the fourth pulls the second along, and with it nothing else.
    const later = times(ofLags(SCH.replace('4:6', '4:11')));
    expect(['1', '2', '3', '4', '5', '6'].map((id) => later[id]?.earliest)).toEqual([0, 2, 4, 11, 9, 15]);
    // No more than 7 from the first to the third, but 8 by way of both: no times keep it.
    expect(schedule(ofLags(SCH.replace('3:4', '3:8')))).toEqual({ impossible: expect.arrayContaining(['1', '3']) });
  });

  it('a thousand activities with as many greatest lags, in less than a second', () => {
    const many: Activity[] = Array.from({ length: 1_000 }, (_, i) => ({
      id: `a${i}`,
      duration: 1 + ((i * 7) % 10),
      after: [1, 2, 5].flatMap((back) => (i < back ? [] : [{ step: `a${i - back}`, kind: 'SS' as const, min: back, max: back * 400 }])),
    }));
    const began = process.threadCpuUsage();
    expect(times(many).a999?.earliest).toBe(999);
    expect(process.threadCpuUsage(began).user / 1_000).toBeLessThan(1_000);
  });
});
