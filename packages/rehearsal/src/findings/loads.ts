import type { Ms } from '@entente/engine';
import { clockAt, length } from '../report/words.ts';
import { BINS } from '../run/columns.ts';
import type { Finding } from './finding.ts';
import type { Looked } from './looked.ts';

const DEFAULT_LIMITS = { waiting: 8, idle: 7_200_000 };

/** Seats for which too much waits at once, and cells for which nothing does for long. */
export function loadFindings({ scenario, rows, runs, naming }: Looked): Finding[] {
  const limits = scenario.rehearsal?.limits ?? DEFAULT_LIMITS;
  const { loads } = runs;
  const width = scenario.duration / BINS;
  const at = (bin: number): Ms => Math.round(bin * width);
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
    const name = naming.post(seat);
    const time = clockAt(scenario, at(bin));
    return [
      {
        kind: 'overload',
        call: 'decide',
        about: seat,
        text: {
          en: `${name.en}: ${half[bin]} things wait at ${time} in half of the runs, ${most} in one of ten.`,
          ko: `${name.ko}: ${time}에 시행의 절반에서 ${half[bin]}건, 열에 하나에서 ${most}건 대기`,
        },
        evidence: { en: `over ${limits.waiting} for ${length(long).en}`, ko: `${limits.waiting}건 초과 ${length(long).ko}` },
        count: Math.ceil(rows.count / 10),
        of: rows.count,
        proved: false,
        run: 1,
        at: at(bin),
      },
    ];
  });
  const cells = new Map<string, number[]>();
  for (const { seat, i } of players) {
    const cell = scenario.parties.flatMap((p) => p.cells).find((c) => c.seats.some((s) => `seat:${s.id}` === seat))?.id ?? '';
    cells.set(cell, [...(cells.get(cell) ?? []), i]);
  }
  const idle = [...cells].flatMap(([cell, seats]): Finding[] => {
    let [best, from] = [{ from: 0, to: 0 }, 0];
    for (let b = 0; b <= BINS; b++) {
      const quiet = b < BINS && seats.every((i) => loads.empty(i, b) >= 0.9);
      if (!quiet) {
        if (b - from > best.to - best.from) best = { from, to: b };
        from = b + 1;
      }
    }
    const lasts = (best.to - best.from) * width;
    if (lasts <= limits.idle) return [];
    const name = naming.post(`cell:${cell}`);
    return [
      {
        kind: 'idle',
        call: 'decide',
        about: `cell:${cell}`,
        text: {
          en: `Nothing waits for ${name.en} from ${clockAt(scenario, at(best.from))} to ${clockAt(scenario, at(best.to))} in 9 of 10 runs.`,
          ko: `${name.ko}: ${clockAt(scenario, at(best.from))}부터 ${clockAt(scenario, at(best.to))}까지 열에 아홉은 할 일이 없음`,
        },
        evidence: { en: `${length(lasts).en} idle`, ko: `${length(lasts).ko} 유휴` },
        count: Math.ceil(rows.count * 0.9),
        of: rows.count,
        proved: false,
        run: 1,
        at: at(best.from),
      },
    ];
  });
  return [...over, ...idle];
}
