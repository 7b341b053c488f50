import type { Difference, Share } from '../analysis/shares.ts';
import type { Finding } from '../findings/finding.ts';
import { findingsOf } from '../findings/findings.ts';
import type { Looked } from '../findings/looked.ts';
import { type Both, pointsWithInterval } from './words.ts';

export interface Enough extends Judged {
  /** Shares that fail in odd and in even samples, as the runs go on. */
  readonly course: readonly { readonly runs: number; readonly odd: number; readonly even: number }[];
  readonly apart: number;
  /** From so many runs on no finding changed; absent if they still do. */
  readonly settled: number | undefined;
}
interface Judged {
  /** How far the interval of the share that fails reaches from it, at most; absent without a measure. */
  readonly within?: number;
  /** About so many runs make that narrow enough; absent where it is. */
  readonly needed?: number;
  readonly yes: boolean;
  /** Why, a sentence each. */
  readonly said: readonly Both[];
}

const PARTS = [0.1, 0.25, 0.5, 0.75];
/** A share is known well enough to this many points either way. */
const NARROW = 0.05;

/** Are these enough runs? Odd samples against even ones, and whether findings still changed. */
export function enoughOf({ runs, rows, samples }: Looked, fails: Uint8Array | undefined, all: readonly Finding[]): Enough | undefined {
  if (rows.count < 40) return undefined;
  // Samples, and not runs, are halved: runs of one sample differ in their choice alone.
  const isOdd = (r: number): boolean => Math.floor(r / runs.plan.arms.length) % 2 === 0;
  const named = (list: readonly Finding[]): string =>
    list
      .filter((f) => !['overload', 'idle', 'refused'].includes(f.kind))
      .map((f) => `${f.kind} ${f.about}`)
      .sort()
      .join('\n');
  const whole = named(all);
  let settled: number | undefined;
  for (const part of PARTS.toReversed()) {
    const n = Math.floor(rows.count * part);
    if (n < 10 || named(findingsOf(runs, n)) !== whole) break;
    settled = n;
  }
  if (!fails) return { course: [], apart: 0, settled, ...judged(rows.count, undefined, settled) };
  const failed = (r: number): boolean => fails[r] === 1;
  const halves = samples.difference(rows.count, failed, isOdd);
  const share = samples.share(rows.count, failed);
  return { course: courseOf(fails, isOdd), apart: Math.abs(halves.mean), settled, ...judged(rows.count, { share, halves }, settled) };
}

function courseOf(fails: Uint8Array, isOdd: (row: number) => boolean): Enough['course'] {
  const course: { runs: number; odd: number; even: number }[] = [];
  const [odd, even] = [
    { of: 0, failed: 0 },
    { of: 0, failed: 0 },
  ];
  const step = Math.ceil(fails.length / 20);
  fails.forEach((f, r) => {
    const half = isOdd(r) ? odd : even;
    half.of++;
    half.failed += f;
    if ((r + 1) % step === 0 || r + 1 === fails.length)
      course.push({ runs: r + 1, odd: odd.failed / Math.max(1, odd.of), even: even.failed / Math.max(1, even.of) });
  });
  return course;
}

/**
 * They are enough where three things hold. The 95 % interval of the share that fails reaches at most five points from it either way: a
 * sample is large enough when its interval is as narrow as was asked beforehand (Chow and Robbins 1965; as an absolute error, Law,
 * Simulation Modeling and Analysis, 9.4). The two halves are level: the interval of their difference includes zero. And no finding
 * changed in the last quarter. That the halves lie near each other is no proof: those of few runs do so by chance.
 */
export function judged(
  runs: number,
  response: { readonly share: Share; readonly halves: Difference } | undefined,
  settled: number | undefined,
): Judged {
  const changed: Both =
    settled === undefined
      ? { en: 'Findings still changed at the end.', ko: '끝까지 발견 사항이 바뀌었습니다.' }
      : {
          en: `After ${settled.toLocaleString('en')} runs no finding changed.`,
          ko: `${settled.toLocaleString('en')}회 이후 발견 사항이 바뀌지 않았습니다.`,
        };
  if (!response) return { yes: settled !== undefined, said: [changed] };
  const { share, halves } = response;
  const within = Math.max(share.high - share.share, share.share - share.low);
  const isNarrow = within <= NARROW;
  // An interval is half as wide with four times the runs.
  const needed = isNarrow ? {} : { needed: twoDigits(runs * (within / NARROW) ** 2) };
  return {
    within,
    ...needed,
    yes: isNarrow && halves.level && settled !== undefined,
    said: [known(within, needed.needed), apart(halves), changed],
  };
}

function known(within: number, needed: number | undefined): Both {
  const [points, wanted] = [(within * 100).toFixed(1), NARROW * 100];
  const runs = needed?.toLocaleString('en');
  return {
    en: `The share that fails is known to ${points} points either way${runs === undefined ? '' : `; ${wanted} points take about ${runs} runs`}.`,
    ko: `실패 비율의 오차 ±${points}%p${runs === undefined ? '' : `(±${wanted}%p로 줄이려면 약 ${runs}회 필요)`}.`,
  };
}

function apart(halves: Difference): Both {
  const by = pointsWithInterval({ points: halves.mean, low: halves.low, high: halves.high });
  return halves.level
    ? { en: `The two halves differ by ${by.en}: level.`, ko: `두 표본 간 차이 ${by.ko}: 대등.` }
    : { en: `The two halves differ by ${by.en}: more than chance.`, ko: `두 표본 간 차이 ${by.ko}: 우연의 범위를 벗어남.` };
}

/** Rounded up to two digits: more is not known of it. */
function twoDigits(n: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(n)) - 1);
  return Math.ceil(n / unit) * unit;
}
