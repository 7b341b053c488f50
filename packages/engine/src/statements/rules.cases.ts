/**
 * Pairs and chains of what was said, with the verdict that the field's notes give them and why. They import nothing from
 * the room, so that no rule can be read off itself.
 *
 * The glossary of all: by *joint exercises* (topic exercises) side k means any joint work, sides u and c forces in the field;
 * it is easily mistaken for planning. *Joint execution* (topic planning) means one thing to all. The communiqué, where it
 * stands, is agreed by k and u: sharing, consulting and planning, affirmed.
 */
export interface Case {
  readonly en: string;
  readonly ko: string;
  /**
   * Who says what, in order of time: `k +planning -exercises`, a side (k u c) or an outlet. `+` affirmed, `-` denied, `~` left
   * open, `?` not coded; `/joint-exercises` the term by which it is said, `!` put in a speaker’s mouth; `<0` has read the
   * first, `^1` corrects the second.
   */
  readonly said: readonly string[];
  /** Every verdict there is: `1 0 inference goes-beyond planning` says of the second, held against the first, what, why, on which topics. */
  readonly expected: readonly string[];
  /** False: the glossary does not know that the two are easily mistaken. */
  readonly pair?: false;
  /** The sides that have agreed what *joint exercises* means, before anybody speaks. */
  readonly agreed?: readonly string[];
  /** True: the communiqué stands; `over`: it stood until before anybody spoke. */
  readonly line?: true;
  readonly over?: true;
}

export const CASES: readonly Case[] = [
  {
    en: 'One side affirms what the other denies.',
    ko: '한쪽이 긍정한 것을 다른 쪽이 부인한다.',
    said: ['k +planning', 'u -planning'],
    expected: ['0 1 contradictory same-topic planning'],
  },
  {
    en: 'The denial comes first.',
    ko: '부인이 먼저 나온다.',
    said: ['u -planning', 'k +planning'],
    expected: ['0 1 contradictory same-topic planning'],
  },
  {
    en: 'Both affirm.',
    ko: '양측이 모두 긍정한다.',
    said: ['k +planning', 'u +planning'],
    expected: ['0 1 consistent same-topic planning'],
  },
  {
    en: 'Both deny.',
    ko: '양측이 모두 부인한다.',
    said: ['k -exercises', 'u -exercises'],
    expected: ['0 1 consistent same-topic exercises'],
  },
  {
    en: 'Both leave it open.',
    ko: '양측이 모두 열어 둔다.',
    said: ['k ~table-top', 'u ~table-top'],
    expected: ['0 1 consistent same-topic table-top'],
  },
  {
    en: 'One affirms, the other leaves it open.',
    ko: '한쪽은 긍정하고 다른 쪽은 열어 둔다.',
    said: ['k +table-top', 'u ~table-top'],
    expected: ['0 1 compatible left-open table-top'],
  },
  {
    en: 'One denies, the other leaves it open.',
    ko: '한쪽은 부인하고 다른 쪽은 열어 둔다.',
    said: ['k ~exercises', 'u -exercises'],
    expected: ['0 1 compatible left-open exercises'],
  },
  {
    en: 'They agree on one topic and part on another.',
    ko: '한 주제에서는 같고 다른 주제에서는 갈린다.',
    said: ['k +sharing +planning', 'u +sharing -planning'],
    expected: ['0 1 contradictory same-topic planning'],
  },
  {
    en: 'They part on two topics.',
    ko: '두 주제에서 갈린다.',
    said: ['k +sharing +planning', 'u -sharing -planning'],
    expected: ['0 1 contradictory same-topic planning sharing'],
  },
  {
    en: 'Both say the same of three topics.',
    ko: '세 주제에서 모두 같은 말을 한다.',
    said: ['k +sharing +consulting +planning', 'u +planning +consulting +sharing'],
    expected: ['0 1 consistent same-topic consulting planning sharing'],
  },
  {
    en: 'One says more than the other, and nothing against it.',
    ko: '한쪽이 더 말하였으나 어긋나는 것은 없다.',
    said: ['k +sharing +planning', 'u +sharing'],
    expected: ['0 1 consistent same-topic sharing'],
  },
  {
    en: 'An official on background denies what a head of government affirmed.',
    ko: '정상이 긍정한 것을 익명 당국자가 부인한다.',
    said: ['k +planning', 'u -planning'],
    expected: ['0 1 contradictory same-topic planning'],
  },
  {
    en: 'They speak of different things that nobody mistakes.',
    ko: '서로 혼동될 일이 없는 다른 주제를 말한다.',
    said: ['k +sharing', 'u +table-top'],
    expected: ['0 1 compatible silent sharing table-top'],
  },
  {
    en: 'A denial of one thing beside an affirmation of another that nobody mistakes.',
    ko: '혼동될 일이 없는 두 주제에서 하나는 부인하고 하나는 긍정한다.',
    said: ['k +sharing', 'u -table-top'],
    expected: ['0 1 compatible silent sharing table-top'],
  },
  {
    en: 'The senior official restates the work and table-tops and does not repeat the contested word.',
    ko: '고위 당국자가 협력과 토의식 연습만 언급하고 논란이 된 말은 되풀이하지 않는다.',
    said: ['k +sharing +planning', 'u +table-top'],
    expected: ['0 1 compatible silent planning sharing table-top'],
  },
  {
    en: 'One says nothing of any topic.',
    ko: '한쪽은 어느 주제도 말하지 않는다.',
    said: ['k +planning', 'u'],
    expected: ['0 1 compatible silent planning'],
  },
  {
    en: 'The interview and the “No”: planning affirmed, exercises denied.',
    ko: '인터뷰와 “아니요”: 기획은 긍정, 연습은 부인.',
    said: ['k +sharing +planning', 'u -exercises'],
    expected: ['0 1 ambiguous mistaken exercises planning'],
  },
  {
    en: 'The same the other way round: planning denied, exercises affirmed.',
    ko: '반대의 경우: 기획은 부인, 연습은 긍정.',
    said: ['k +exercises', 'u -planning'],
    expected: ['0 1 ambiguous mistaken exercises planning'],
  },
  {
    en: 'The “No” comes first.',
    ko: '“아니요”가 먼저 나온다.',
    said: ['u -exercises', 'k +planning'],
    expected: ['0 1 ambiguous mistaken exercises planning'],
  },
  {
    en: 'Both are affirmed: whoever mistakes one for the other is not misled.',
    ko: '둘 다 긍정: 혼동하더라도 오해는 없다.',
    said: ['k +planning', 'u +exercises'],
    expected: ['0 1 compatible silent exercises planning'],
  },
  {
    en: 'Both are denied.',
    ko: '둘 다 부인.',
    said: ['k -planning', 'u -exercises'],
    expected: ['0 1 compatible silent exercises planning'],
  },
  {
    en: 'One of them is left open.',
    ko: '한쪽을 열어 둔다.',
    said: ['k +planning', 'u ~exercises'],
    expected: ['0 1 compatible silent exercises planning'],
  },
  {
    en: 'Without the pair in the glossary there is no ambiguity.',
    ko: '용어집에 그 쌍이 없으면 중의성도 없다.',
    said: ['k +planning', 'u -exercises'],
    expected: ['0 1 compatible silent exercises planning'],
    pair: false,
  },
  {
    en: 'The sides have agreed what the word means: nobody takes one for the other.',
    ko: '양측이 뜻에 합의하였으므로 서로 혼동되지 않는다.',
    said: ['k +planning', 'u -exercises'],
    expected: ['0 1 compatible silent exercises planning'],
    agreed: ['k', 'u'],
  },
  {
    en: 'Only one of them and a third side have agreed a meaning.',
    ko: '한쪽과 제3의 참가측만 뜻에 합의하였다.',
    said: ['k +planning', 'u -exercises'],
    expected: ['0 1 ambiguous mistaken exercises planning'],
    agreed: ['k', 'c'],
  },
  {
    en: 'One statement names both and tells them apart.',
    ko: '한 발표가 둘을 함께 언급하여 구분한다.',
    said: ['k +planning -exercises', 'u -exercises'],
    expected: ['0 1 consistent same-topic exercises'],
  },
  {
    en: 'The answer names both: planning yes, exercises no.',
    ko: '답변이 둘을 함께 언급한다: 기획은 하고 연습은 하지 않는다.',
    said: ['k +planning', 'u +planning -exercises'],
    expected: ['0 1 consistent same-topic planning'],
  },
  {
    en: 'Each names both in the same way.',
    ko: '양측이 모두 둘을 같은 방식으로 구분한다.',
    said: ['k +planning -exercises', 'u +planning -exercises'],
    expected: ['0 1 consistent same-topic exercises planning'],
  },
  {
    en: 'As other outlets quoted it: exercises affirmed and denied.',
    ko: '타 매체 인용대로: 연습을 긍정하고 부인한다.',
    said: ['k +sharing +planning +exercises', 'u -exercises'],
    expected: ['0 1 contradictory same-topic exercises'],
  },
  {
    en: 'A contradiction outweighs an ambiguity beside it.',
    ko: '상충은 함께 있는 중의성보다 무겁다.',
    said: ['k +planning +sharing', 'u -exercises -sharing'],
    expected: ['0 1 contradictory same-topic sharing'],
  },
  {
    en: 'An ambiguity outweighs what agrees beside it.',
    ko: '중의성은 함께 있는 일치보다 무겁다.',
    said: ['k +planning +sharing', 'u -exercises +sharing'],
    expected: ['0 1 ambiguous mistaken exercises planning'],
  },
  {
    en: 'Three sides: the third agrees with neither word and disturbs nothing.',
    ko: '세 참가측: 셋째는 어느 쪽과도 어긋나지 않는다.',
    said: ['k +planning', 'u -exercises', 'c +sharing'],
    expected: [
      '0 1 ambiguous mistaken exercises planning',
      '0 2 compatible silent planning sharing',
      '1 2 compatible silent exercises sharing',
    ],
  },
  {
    en: 'Both affirm by one term that means two things.',
    ko: '두 뜻을 가진 한 용어로 양측이 모두 긍정한다.',
    said: ['k +exercises/joint-exercises', 'u +exercises/joint-exercises'],
    expected: ['0 1 ambiguous two-meanings exercises'],
  },
  {
    en: 'Both deny by that term.',
    ko: '그 용어로 양측이 모두 부인한다.',
    said: ['k -exercises/joint-exercises', 'u -exercises/joint-exercises'],
    expected: ['0 1 ambiguous two-meanings exercises'],
  },
  {
    en: 'They have agreed the meaning.',
    ko: '뜻에 합의하였다.',
    said: ['k +exercises/joint-exercises', 'u +exercises/joint-exercises'],
    expected: ['0 1 consistent same-topic exercises'],
    agreed: ['k', 'u'],
  },
  {
    en: 'Two renderings of one formula mean the same.',
    ko: '한 문구의 두 번역은 뜻이 같다.',
    said: ['k +planning/joint-execution', 'u +planning/joint-execution'],
    expected: ['0 1 consistent same-topic planning'],
  },
  {
    en: 'Only one of them uses the term.',
    ko: '한쪽만 그 용어를 쓴다.',
    said: ['k +exercises/joint-exercises', 'u +exercises'],
    expected: ['0 1 consistent same-topic exercises'],
  },
  {
    en: 'One affirms and one denies by the same term: that is a contradiction.',
    ko: '같은 용어로 하나는 긍정하고 하나는 부인하면 상충이다.',
    said: ['k +exercises/joint-exercises', 'u -exercises/joint-exercises'],
    expected: ['0 1 contradictory same-topic exercises'],
  },
  {
    en: 'A side denies what the agreed line affirms.',
    ko: '공동 입장이 긍정한 것을 부인한다.',
    said: ['u -planning'],
    expected: ['0 communique off-line departs planning'],
    line: true,
  },
  {
    en: 'A side leaves open what the agreed line affirms.',
    ko: '공동 입장이 긍정한 것을 열어 둔다.',
    said: ['u ~planning'],
    expected: ['0 communique off-line departs planning'],
    line: true,
  },
  {
    en: 'A side says what the line says.',
    ko: '공동 입장대로 말한다.',
    said: ['k +sharing +consulting +planning'],
    expected: [],
    line: true,
  },
  {
    en: 'A side says a part of the line.',
    ko: '공동 입장의 일부를 말한다.',
    said: ['k +planning'],
    expected: [],
    line: true,
  },
  {
    en: 'A side speaks of something that is not in the line.',
    ko: '공동 입장에 없는 것을 말한다.',
    said: ['u -exercises'],
    expected: [],
    line: true,
  },
  {
    en: 'A side that has not agreed the line departs from nothing.',
    ko: '입장에 합의하지 않은 측은 이탈하지 않는다.',
    said: ['c -planning'],
    expected: [],
    line: true,
  },
  {
    en: 'The line stands no longer.',
    ko: '입장의 효력이 끝났다.',
    said: ['u -planning'],
    expected: [],
    line: true,
    over: true,
  },
  {
    en: 'Two topics of the line are denied.',
    ko: '공동 입장의 두 주제를 부인한다.',
    said: ['u -planning -sharing'],
    expected: ['0 communique off-line departs planning sharing'],
    line: true,
  },
  {
    en: 'A correction comes back to the line.',
    ko: '정정하여 입장으로 돌아온다.',
    said: ['u -planning', 'u ^0 +planning'],
    expected: ['0 communique off-line departs planning'],
    line: true,
  },
  {
    en: 'A statement that nobody has coded has no verdict.',
    ko: '분류하지 않은 발표에는 판정이 없다.',
    said: ['k +planning', 'u ?'],
    expected: [],
  },
  {
    en: 'A side alone is at odds with nobody.',
    ko: '한쪽만 말하면 어긋날 상대가 없다.',
    said: ['k +planning'],
    expected: [],
  },
  {
    en: 'The other side had spoken of planning long before its “No”, and it is heard as a denial all the same.',
    ko: '“아니요” 훨씬 전에 기획을 긍정한 바 있어도 부인으로 들린다.',
    said: ['u +planning', 'k +planning', 'u -exercises'],
    expected: ['0 1 consistent same-topic planning', '1 2 ambiguous mistaken exercises planning'],
  },
];
