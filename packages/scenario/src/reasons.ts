import type { Both } from './problem.ts';

/** What the engine’s schemas say of a value that does not fit, in Korean; a test holds that none is missing. */
const KOREAN: Readonly<Record<string, string>> = {
  'write the lowest first': '작은 값을 먼저 써야 함',
  'write the lowest, the likeliest and the highest, in this order': '최솟값, 최빈값, 최댓값 순으로 써야 함',
  'a spread is not negative': '표준편차는 음수일 수 없음',
  'a median above nothing, and by which factor it spreads, at least 1': '중앙값은 0보다 커야 하고, 퍼지는 배수는 1 이상이어야 함',
  'a mean is above nothing': '평균은 0보다 커야 함',
  'an uncertainty has one of minutes, number and chance': 'minutes, number, chance 가운데 하나만 있어야 함',
  'on has one of waits, delivery, holds and time': 'on에는 waits, delivery, holds, time 가운데 하나만 있어야 함',
  'a behaviour is for one of seat, cell, party, control, default, or is a play':
    'seat, cell, party, control, default, play 가운데 하나만 있어야 함',
  'a play brings its own rules': 'play에는 rules를 함께 쓸 수 없음',
  'a behaviour has rules': 'rules가 있어야 함',
  'an assertion is about one thing': '단언 하나는 한 가지만 다루어야 함',
  'say atLeast or atMost': 'atLeast 또는 atMost가 있어야 함',
  'atLeast and atMost are shares of the runs: waiting and faults have none':
    'atLeast와 atMost는 시행의 비율이므로 waiting, faults에는 쓸 수 없음',
  'inHalf belongs to waiting': 'inHalf는 waiting에만 쓸 수 있음',
  'atLeast is not above atMost': 'atLeast는 atMost보다 클 수 없음',
  'the options of all levers make at most 500 combinations, for each of which the scenario is played':
    '선택지를 모두 조합한 수는 500을 넘을 수 없음(조합마다 시나리오를 따로 시행함)',
  'in 1 to 5 languages': '1~5개 언어로 써야 함',
  'a stance is one on a topic: add topic': 'stance는 쟁점에 대한 것이므로 topic을 함께 써야 함',
  'an outcome is asked of what is closed: is: closed': 'outcome은 종결된 안건에만 물을 수 있으므로 is: closed와 함께 써야 함',
  'an exercise lasts more than nothing and at most a year': '연습 시간은 0보다 길고 1년을 넘지 않아야 함',
  'a clearer has some time': '승인 시간은 0보다 길어야 함',
  'at least ten seconds': '10초 이상이어야 함',
};

/** Why a value does not fit, in both languages. */
export function reasonOf(message: string): Both {
  return { en: message, ko: KOREAN[message] ?? message };
}
