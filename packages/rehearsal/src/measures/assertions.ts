import type { Rehearsal } from '@entente/engine';
import { type Looked, outOf, slacks } from '../findings/looked.ts';
import { type Both, both, bothOf, percent } from '../report/words.ts';
import { BINS } from '../run/columns.ts';

type Assertion = Rehearsal['assert'][number];
export interface Judged {
  readonly id: string;
  readonly text: Both;
  readonly ok: boolean;
  /** What was found. */
  readonly found: Both;
}

/** Whether what the author asserts is so in these runs. */
export function judge(looked: Looked, holds: Uint8Array): Judged[] {
  return (looked.scenario.rehearsal?.assert ?? []).map((a) => {
    const { ok, found, text } = answer(a, looked, holds);
    return { id: a.id, text: a.name === undefined ? text : bothOf(a.name), ok, found };
  });
}

type Answer = Omit<Judged, 'id'>;

function answer(a: Assertion, looked: Looked, holds: Uint8Array): Answer {
  const { rows, runs, scenario, naming } = looked;
  const { columns } = runs.plan;
  if (a.faults !== undefined)
    return {
      text: { en: 'No run meets a fault', ko: '오류가 나는 시행이 없음' },
      ok: runs.faults.length === 0,
      found: outOf(runs.faults.length, rows.count),
    };
  if (a.waiting !== undefined) return waits(a, looked);
  const shares: { name: Both; share: number }[] = [];
  const put = (name: Both, count: number, of: number): void => void (of > 0 && shares.push({ name, share: count / of }));
  if (a.measure !== undefined) {
    const i = columns.measureList.findIndex((m) => m.id === a.measure);
    const name = i < 0 ? { en: 'The joint response holds', ko: '공동 대응 유지' } : bothOf(columns.measureList[i]?.name ?? a.measure);
    put(name, i < 0 ? holds.reduce((s, h) => s + h, 0) : rows.which(columns.measures.from + i, (v) => v === 1).count, rows.count);
  }
  scenario.injects.forEach((x, i) => {
    if (a.inject === x.id || (a.every === 'inject' && !x.manual && x.to.length > 0 && x.kind !== 'contingency'))
      put(naming.inject(x.id), rows.which(columns.injects.from + i, (v) => !Number.isNaN(v)).count, rows.count);
  });
  scenario.milestones.forEach((m, i) => {
    if (a.milestone === m.id || a.every === 'milestone')
      put(naming.milestone(m.id), rows.which(columns.milestones.from + i, (v) => !Number.isNaN(v)).count, rows.count);
  });
  scenario.expects.forEach((e, i) => {
    if (a.expected !== e.id && !(a.every === 'expected' && e.seen !== undefined)) return;
    const { asked, unjudged, missed } = slacks(looked, i);
    put(naming.expected(e.id), asked - unjudged - missed, asked - unjudged);
  });
  const lowest = shares.reduce<{ name: Both; share: number } | undefined>((b, s) => (!b || s.share < b.share ? s : b), undefined);
  const highest = shares.reduce<{ name: Both; share: number } | undefined>((b, s) => (!b || s.share > b.share ? s : b), undefined);
  const under = a.atLeast !== undefined && (lowest === undefined || lowest.share < a.atLeast) ? lowest : undefined;
  const over = a.atMost !== undefined && highest !== undefined && highest.share > a.atMost ? highest : undefined;
  const ok = shares.length > 0 && !under && !over;
  const worst = under ?? over ?? (a.atLeast !== undefined ? lowest : highest);
  return {
    text: sentence(a, worst?.name),
    ok,
    found: worst
      ? a.every
        ? both((l) => `${worst.name[l].split(/[“‘,]/)[0]?.trim()}: ${percent(worst.share)[l]}`)
        : percent(worst.share)
      : { en: 'never asked', ko: '해당 없음' },
  };
}

/** A bound as the author set it. */
const exact = (share: number): number => Number((share * 100).toPrecision(6));

function sentence(a: Assertion, name: Both | undefined): Both {
  const bound = both((l) =>
    [
      ...(a.atLeast === undefined ? [] : [l === 'en' ? `in at least ${exact(a.atLeast)} % of runs` : `시행의 ${exact(a.atLeast)}% 이상`]),
      ...(a.atMost === undefined ? [] : [l === 'en' ? `in at most ${exact(a.atMost)} % of runs` : `시행의 ${exact(a.atMost)}% 이하`]),
    ].join(', '),
  );
  const EVERY = {
    inject: { en: 'Every inject comes', ko: '모든 상황 부여' },
    milestone: { en: 'Every milestone is reached', ko: '모든 이정표 도달' },
    expected: { en: 'Every expected action is done in time', ko: '모든 예상조치 시한 내 이행' },
  } as const;
  const what = a.every ? EVERY[a.every] : (name ?? { en: a.id, ko: a.id });
  return both((l) => `${what[l]} ${bound[l]}`);
}

function waits(a: Assertion, { runs, naming }: Looked): Answer {
  const share = a.inHalf ? 0.5 : 0.9;
  let [most, seat] = [0, ''];
  runs.loads.seats.forEach((s, i) => {
    if (s === 'control') return;
    for (let b = 0; b < BINS; b++) {
      const n = runs.loads.quantile(i, b, share);
      if (n > most) [most, seat] = [n, s];
    }
  });
  const name = naming.post(seat);
  return {
    text: {
      en: `No seat has more than ${a.waiting} things waiting in ${a.inHalf ? 'half' : 'nine of ten'} of the runs`,
      ko: `${a.inHalf ? '시행의 50%' : '시행의 90%'}에서 대기 건수가 ${a.waiting}건을 넘는 직책이 없음`,
    },
    ok: most <= (a.waiting ?? 0),
    found: { en: `most: ${most}${seat ? `, ${name.en}` : ''}`, ko: `최대 ${most}건${seat ? `, ${name.ko}` : ''}` },
  };
}
