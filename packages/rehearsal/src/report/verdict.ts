import type { Share } from '../analysis/shares.ts';
import { type Both, both, ofRuns, pointsWithInterval, quoted, withInterval } from './words.ts';

export interface Verdict {
  readonly fails: Share;
  readonly joint: readonly Both[];
  readonly movers: readonly { readonly name: Both; readonly points: number; readonly low: number; readonly high: number }[];
  /** Where levers are compared: the failing share of the choice with least regret, and the choices that are level with it over all runs. */
  readonly best: { readonly title: Both; readonly fails: Share; readonly level: readonly Both[] } | undefined;
  /** All of it in words, a sentence each. */
  readonly said: readonly Both[];
}

/** How often the response fails, what moves that most, and the best choice: a sentence each, the same wherever they stand without pictures. */
export function verdictSaid({ fails, movers, best }: Omit<Verdict, 'said'>): Both[] {
  const where = ofRuns(fails, fails.of);
  const moved = (l: 'en' | 'ko'): string => movers.map((m) => `${quoted(m.name)[l]}: ${pointsWithInterval(m)[l]}`).join('; ');
  return [
    { en: `The joint response fails in ${where.en}.`, ko: `${where.ko}에서 공동 대응 실패` },
    movers.length === 0
      ? { en: 'No single assumption moves it beyond chance.', ko: '우연의 범위를 넘어 결과를 좌우하는 가정은 없음' }
      : { en: `Most moved by ${moved('en')}.`, ko: `결과를 가장 크게 좌우하는 가정: ${moved('ko')}` },
    ...(best ? [bestSaid(best)] : []),
  ];
}

function bestSaid({ title, fails, level }: NonNullable<Verdict['best']>): Both {
  const [name, often] = [quoted(title), withInterval(fails)];
  const others = both((l) => level.map((t) => quoted(t)[l]).join(', '));
  return {
    en: `With ${name.en} it fails in ${often.en} of the runs under these rules${others.en && `; level with it: ${others.en}`}.`,
    ko: `${name.ko} 선택 시 이 규칙에 따른 시행의 ${often.ko}에서 실패${others.ko && `(대등한 선택: ${others.ko})`}`,
  };
}
