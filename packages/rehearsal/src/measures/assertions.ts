import type { Rehearsal } from '@entente/engine';
import type { Share } from '../analysis/shares.ts';
import { type Looked, missedShare, outOf } from '../findings/looked.ts';
import { type Both, both, bothOf, withInterval } from '../report/words.ts';
import { BINS, HIGHEST } from '../run/columns.ts';

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
  const { rows, runs, scenario, naming, samples } = looked;
  const { columns } = runs.plan;
  if (a.faults !== undefined)
    return {
      text: { en: 'No run meets a fault', ko: '오류가 나는 시행이 없음' },
      ok: runs.faults.length === 0,
      found: outOf(runs.faults.length, rows.count),
    };
  if (a.waiting !== undefined) return waits(a, looked);
  const shares: { name: Both; share: Share }[] = [];
  const put = (name: Both, share: Share): void => void (share.of > 0 && shares.push({ name, share }));
  const came = (column: number): Share => samples.share(rows.count, (r) => !Number.isNaN(rows.at(r, column)));
  if (a.measure !== undefined) {
    const i = columns.measureList.findIndex((m) => m.id === a.measure);
    const name = i < 0 ? { en: 'The joint response holds', ko: '공동 대응 유지' } : bothOf(columns.measureList[i]?.name ?? a.measure);
    const isHeld = (r: number): boolean => (i < 0 ? holds[r] : rows.at(r, columns.measures.from + i)) === 1;
    put(name, samples.share(rows.count, isHeld));
  }
  scenario.injects.forEach((x, i) => {
    if (a.inject === x.id || (a.every === 'inject' && !x.manual && x.to.length > 0 && x.kind !== 'contingency'))
      put(naming.inject(x.id), came(columns.injects.from + i));
  });
  scenario.milestones.forEach((m, i) => {
    if (a.milestone === m.id || a.every === 'milestone') put(naming.milestone(m.id), came(columns.milestones.from + i));
  });
  scenario.expects.forEach((e, i) => {
    if (a.expected !== e.id && !(a.every === 'expected' && e.seen !== undefined)) return;
    put(naming.expected(e.id), otherwise(missedShare(looked, i)));
  });
  const most = (sign: 1 | -1): (typeof shares)[number] | undefined =>
    shares.reduce<(typeof shares)[number] | undefined>((b, s) => (!b || sign * (s.share.share - b.share.share) > 0 ? s : b), undefined);
  const [lowest, highest] = [most(-1), most(1)];
  const under = a.atLeast !== undefined && lowest && lowest.share.share < a.atLeast ? lowest : undefined;
  const over = a.atMost !== undefined && highest && highest.share.share > a.atMost ? highest : undefined;
  const ok = shares.length > 0 && !under && !over;
  const worst = under ?? over ?? (a.atLeast !== undefined ? lowest : highest);
  return {
    text: sentence(a, worst?.name),
    ok,
    found: worst
      ? a.every
        ? both((l) => `${worst.name[l].split(/[“‘,]/)[0]?.trim()}: ${withInterval(worst.share)[l]}`)
        : withInterval(worst.share)
      : { en: 'never asked', ko: '해당 없음' },
  };
}

/** The share of those of which it is not so. */
function otherwise({ count, of, low, high }: Share): Share {
  // 1 − 0.9 is less than 0.1.
  return { share: (of - count) / of, count: of - count, of, low: 1 - high, high: 1 - low };
}

/** A bound as the author set it. */
const exact = (share: number): number => Number((share * 100).toPrecision(6));

function sentence(a: Assertion, name: Both | undefined): Both {
  const bound = both((l) =>
    [
      ...(a.atLeast === undefined
        ? []
        : [
            l === 'en'
              ? `in at least ${exact(a.atLeast)} % of the runs under these rules`
              : `이 규칙에 따른 시행의 ${exact(a.atLeast)}% 이상`,
          ]),
      ...(a.atMost === undefined
        ? []
        : [
            l === 'en' ? `in at most ${exact(a.atMost)} % of the runs under these rules` : `이 규칙에 따른 시행의 ${exact(a.atMost)}% 이하`,
          ]),
    ].join(', '),
  );
  const EVERY = {
    inject: { en: 'Every inject comes', ko: '모든 상황 부여' },
    milestone: { en: 'Every milestone is reached', ko: '모든 이정표 도달' },
    expected: { en: 'Every expected action is done in time', ko: '모든 예상조치 시한 내 이행' },
  } as const;
  const what = a.every ? EVERY[a.every] : (name ?? { en: a.id, ko: a.id });
  return { en: `${what.en} ${bound.en}`, ko: `${what.ko}: ${bound.ko}` };
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
      ko: `${a.inHalf ? '시행의 절반' : '시행 10회 중 9회'}에서 대기 건수가 ${a.waiting}건을 넘는 직책이 없음`,
    },
    ok: most <= (a.waiting ?? 0),
    found: {
      en: `most: ${most}${most === HIGHEST ? ' or more' : ''}${seat ? `, ${name.en}` : ''}`,
      ko: `최대 ${most}건${most === HIGHEST ? ' 이상' : ''}${seat ? `, ${name.ko}` : ''}`,
    },
  };
}
