import type { Ms } from '@entente/engine';
import { clockAt, length, ofRuns } from '../report/words.ts';
import { BINS, HALF, HIGHEST } from '../run/columns.ts';
import type { Finding } from './finding.ts';
import type { Looked } from './looked.ts';
import type { Rows } from './table.ts';

/** More is not told apart. */
const waitingSaid = (n: number): string => (n < HIGHEST ? `${n}` : `${n} or more`);

const DEFAULT_LIMITS = { waiting: 8, idle: 7_200_000 };

/** Seats for which too much waits at once, and cells for which nothing does for long. */
export function loadFindings({ scenario, rows, runs, naming, samples }: Looked): Finding[] {
  const limits = scenario.rehearsal?.limits ?? DEFAULT_LIMITS;
  const { loads, plan } = runs;
  const { columns } = plan;
  const width = scenario.duration / BINS;
  const at = (bin: number): Ms => Math.round(bin * width);
  // What lies before the moment from which runs go on was no time of theirs.
  const begins = Math.min(BINS, Math.ceil((plan.start?.at ?? 0) / width));
  const players = loads.seats.map((seat, i) => ({ seat, i })).filter(({ seat }) => seat !== 'control');
  const over = players.flatMap(({ seat, i }): Finding[] => {
    const half: number[] = [];
    const tenth: number[] = [];
    for (let b = 0; b < BINS; b++) {
      half.push(loads.quantile(i, b, 0.5));
      tenth.push(loads.quantile(i, b, 0.9));
    }
    const most = Math.max(...tenth);
    if (most <= limits.waiting) return [];
    const bin = tenth.indexOf(most);
    const long = tenth.filter((n) => n > limits.waiting).length * width;
    const { count, run } = loads.atLeast(i, bin, most);
    const name = naming.post(seat);
    const time = clockAt(scenario, at(bin));
    return [
      {
        kind: 'overload',
        call: 'decide',
        about: seat,
        text: {
          en: `${name.en}: ${waitingSaid(half[bin] as number)} things wait at ${time} in half of the runs, ${waitingSaid(most)} in one of ten.`,
          ko: `${name.ko}: ${time}에 시행의 절반에서 ${half[bin]}건${half[bin] === HIGHEST ? ' 이상' : ''}, 10회 중 1회에서 ${most}건 이상 대기`,
        },
        evidence: { en: `over ${limits.waiting} for ${length(long).en}`, ko: `${limits.waiting}건 초과 ${length(long).ko}` },
        count,
        of: rows.count,
        proved: false,
        run,
        at: at(bin),
      },
    ];
  });
  const idle = columns.cells.flatMap(({ cell }, i): Finding[] => {
    const { from, to, count, run, isQuiet } = longestQuiet(rows, columns.quiet.from + 2 * i, begins);
    const lasts = (to - from) * width;
    if (lasts <= limits.idle) return [];
    const name = naming.post(`cell:${cell}`);
    const [since, until] = [clockAt(scenario, at(from)), clockAt(scenario, at(to))];
    const where = ofRuns(samples.share(rows.count, isQuiet), rows.count);
    return [
      {
        kind: 'idle',
        call: 'decide',
        about: `cell:${cell}`,
        text: {
          en: `Nothing waits for ${name.en} from ${since} to ${until} in ${where.en}.`,
          ko: `${name.ko}: ${where.ko}에서 ${since}부터 ${until}까지 할 일이 없음`,
        },
        evidence: { en: `${length(lasts).en} idle`, ko: `${length(lasts).ko} 유휴` },
        count,
        of: rows.count,
        proved: false,
        run,
        at: at(from),
      },
    ];
  });
  return [...over, ...idle];
}

/** From this share of the runs on a time without work is the rule. */
const RULE = 0.9;

/** The longest time from a bin on that is quiet from end to end in nine of ten runs; in which it is, and the first of them. */
function longestQuiet(
  rows: Rows,
  column: number,
  begins: number,
): { from: number; to: number; count: number; run: number; isQuiet: (row: number) => boolean } {
  // By bin: in how many runs the quiet that begins there ends before each other bin.
  const lasting = new Uint32Array(BINS * (BINS + 1));
  const until = new Uint8Array(BINS + 1);
  const read = (row: number): Uint8Array => {
    for (let b = BINS - 1; b >= 0; b--) {
      const bits = rows.at(row, column + (b < HALF ? 0 : 1));
      const quiet = Math.floor(bits / 2 ** (b % HALF)) % 2 === 1;
      until[b] = quiet ? Math.max(b + 1, until[b + 1] as number) : b;
    }
    return until;
  };
  for (let row = 0; row < rows.count; row++) {
    const ends = read(row);
    for (let b = 0; b < BINS; b++) {
      const i = b * (BINS + 1) + (ends[b] as number);
      lasting[i] = (lasting[i] as number) + 1;
    }
  }
  let best = { from: begins, to: begins, count: 0 };
  for (let from = begins; from < BINS; from++) {
    let count = 0;
    for (let to = BINS; to > from; to--) {
      count += lasting[from * (BINS + 1) + to] as number;
      if (count < RULE * rows.count) continue;
      if (to - from > best.to - best.from) best = { from, to, count };
      break;
    }
  }
  const isQuiet = (row: number): boolean => (read(row)[best.from] as number) >= best.to;
  let run = 1;
  while (run < rows.count && !isQuiet(run - 1)) run++;
  return { ...best, run, isQuiet };
}
