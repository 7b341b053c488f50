import type { Case } from './rules.cases.ts';

/** What outlets make of what they have read; written as the other cases are. */
export const REPORTS: readonly Case[] = [
  {
    en: 'A report says what it read.',
    ko: '읽은 대로 보도한다.',
    said: ['u -exercises', 'wire <0 -exercises!'],
    expected: [],
  },
  {
    en: 'A report of discord goes beyond the “No”.',
    ko: '“아니요”를 넘어 불화를 보도한다.',
    said: ['u -exercises', 'daily <0 -planning'],
    expected: ['1 0 inference goes-beyond planning'],
  },
  {
    en: 'A report puts in the speaker’s mouth what was not said.',
    ko: '하지 않은 말을 한 것으로 인용한다.',
    said: ['k +planning', 'post <0 +exercises!'],
    expected: ['1 0 misquotation changes exercises'],
  },
  {
    en: 'A report turns what was said round.',
    ko: '한 말을 뒤집어 보도한다.',
    said: ['k +planning', 'daily <0 -planning'],
    expected: ['1 0 misquotation changes planning'],
  },
  {
    en: 'A report makes a denial of what was left open.',
    ko: '열어 둔 것을 부인으로 보도한다.',
    said: ['u ~table-top', 'daily <0 -table-top'],
    expected: ['1 0 misquotation changes table-top'],
  },
  {
    en: 'A report leaves a topic out.',
    ko: '한 주제를 빼고 보도한다.',
    said: ['k +sharing +planning', 'wire <0 +planning!'],
    expected: [],
  },
  {
    en: 'A report rests on two statements, and each says a part of it.',
    ko: '두 발표를 근거로 각각의 내용을 보도한다.',
    said: ['k +sharing', 'u -exercises', 'wire <0,1 +sharing -exercises'],
    expected: ['0 1 compatible silent exercises sharing'],
  },
  {
    en: 'A report that read nothing is held against nothing.',
    ko: '읽은 것이 없는 보도는 대조하지 않는다.',
    said: ['u -exercises', 'daily -planning'],
    expected: [],
  },
  {
    en: 'A report takes over another’s inference.',
    ko: '다른 매체의 추측 보도를 옮긴다.',
    said: ['u -exercises', 'daily <0 -planning', 'broadcaster <1 -planning'],
    expected: ['1 0 inference goes-beyond planning', '2 0 inference goes-beyond planning'],
  },
  {
    en: 'A report corrects itself.',
    ko: '스스로 바로잡는다.',
    said: ['u -exercises', 'daily <0 -planning', 'daily <0 ^1 -exercises'],
    expected: ['1 0 inference goes-beyond planning'],
  },
  {
    en: 'An inference and a misquotation in one report.',
    ko: '한 보도에 추측과 오인용이 함께 있다.',
    said: ['k +planning', 'daily <0 -planning -table-top'],
    expected: ['1 0 inference goes-beyond table-top', '1 0 misquotation changes planning'],
  },
  {
    en: 'Two outlets, of which one goes beyond.',
    ko: '두 매체 가운데 하나만 넘어선다.',
    said: ['u -exercises', 'wire <0 -exercises', 'daily <0 -planning'],
    expected: ['2 0 inference goes-beyond planning'],
  },
  {
    en: 'A report that nobody has coded has no verdict.',
    ko: '분류하지 않은 보도에는 판정이 없다.',
    said: ['u -exercises', 'daily <0 ?'],
    expected: [],
  },
  {
    en: 'Reports are held against what they read, not against the sides.',
    ko: '보도는 읽은 것과 대조할 뿐 참가측과 대조하지 않는다.',
    said: ['k +planning', 'u -exercises', 'daily <1 -planning'],
    expected: ['0 1 ambiguous mistaken exercises planning', '2 1 inference goes-beyond planning'],
  },
];
