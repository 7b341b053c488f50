import { type Both, type Path, type Place, type Problem, problem } from './problem.ts';

const TYPES: Record<string, readonly [Both, string]> = {
  string: [{ en: 'a text', ko: '문자열' }, ''],
  number: [{ en: 'a number', ko: '숫자' }, ''],
  int: [{ en: 'a whole number', ko: '정수' }, ''],
  boolean: [{ en: 'true or false', ko: 'true 또는 false' }, ''],
  array: [{ en: 'a list', ko: '목록' }, ', [a, b]'],
  object: [{ en: 'keys with values', ko: '항목과 값의 묶음' }, ', {key: value}'],
  record: [{ en: 'keys with values', ko: '항목과 값의 묶음' }, ', {key: value}'],
  text: [{ en: 'a text, or one per language', ko: '문자열 또는 언어별 문자열' }, ', {en: …, ko: …}'],
  value: [{ en: 'a number, a text, or true or false', ko: '숫자, 문자열 또는 true·false' }, ''],
  condition: [{ en: 'a condition', ko: '조건' }, ', {milestone: …}'],
  distribution: [{ en: 'a distribution', ko: '분포' }, ', {uniform: [5, 20]}'],
  delay: [
    { en: 'a duration, a distribution of durations, or the name of an uncertainty', ko: '기간, 기간의 분포 또는 불확실 요인의 이름' },
    ' (PT10M)',
  ],
  minutes: [{ en: 'a number of minutes, or a duration', ko: '분 단위 숫자 또는 기간' }, ' (10, PT10M)'],
};

/** A value of another kind than is needed. */
export function wrongType(expected: string, found: unknown, path: Path, place: Place): Problem {
  const [words, example] = TYPES[expected] ?? [{ en: expected, ko: expected }, ''];
  return problem('wrong-type', place, path, { expected: words, found: kindOf(found), example });
}

/** What a value is, in words. */
export function kindOf(value: unknown): Both {
  if (value === null) return { en: 'nothing', ko: '빈 값' };
  if (Array.isArray(value)) return TYPES.array![0];
  if (typeof value === 'number' && !Number.isFinite(value)) return { en: 'a number that is not finite', ko: '유한하지 않은 수' };
  return TYPES[typeof value]?.[0] ?? { en: 'something else', ko: '다른 형식' };
}

/** A number, a text or a list beyond its bounds. */
export function bounds(origin: string, limit: number | bigint, big: boolean, path: Path, place: Place): Problem {
  const unit: Both = { string: { en: ' characters', ko: '자' }, array: { en: ' entries', ko: '개' } }[origin] ?? { en: '', ko: '' };
  const size = origin === 'string' || origin === 'array';
  const way: Both = big
    ? size
      ? { en: 'long', ko: '김' }
      : { en: 'large', ko: '큼' }
    : size
      ? { en: 'short', ko: '짧음' }
      : { en: 'small', ko: '작음' };
  return problem('out-of-bounds', place, path, {
    way,
    limit: String(limit),
    unit,
    bound: big ? { en: 'most', ko: '최대' } : { en: 'least', ko: '최소' },
  });
}
