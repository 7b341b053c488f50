/** A small scenario and play for the tests of this package. */
export const SCENARIO = `entente: 1
id: small
title: {en: Small, ko: 작은 연습}
start: 2027-03-02T08:00+09:00
duration: PT2H
languages: [en, ko]
parties:
  - id: a
    name: {en: Alder, ko: 오리}
    capital: {name: {en: Seoul, ko: 서울}, zone: Asia/Seoul}
    cells:
      - id: a-home
        name: {en: Home office, ko: 본부}
        seats:
          - {id: a-lead, name: {en: Lead, ko: 책임관}, may: [speak, release]}
          - {id: a-desk, name: {en: Desk, ko: 담당관}}
  - id: b
    name: {en: Birch, ko: 자작}
    cells:
      - id: b-home
        name: {en: Home office, ko: 본부}
        seats: [{id: b-lead, name: {en: Lead, ko: 책임관}}]
entities:
  - {id: wire, name: {en: Wire agency, ko: 통신사}, kind: media}
objectives:
  - id: o1
    text: {en: Consult before deciding, ko: 결정 전 협의}
    tasks: [{id: o1-t1, text: {en: Call the other side, ko: 상대측 통화}, target: PT30M}]
variables:
  - {id: alert, value: 0}
milestones:
  - {id: consulted, when: {message: {from: party:a, to: party:b, purpose: ask}}}
moves:
  - {id: m1, name: {en: Warning, ko: 경고}, from: PT0M, to: PT1H}
  - {id: m2, name: {en: Answer, ko: 대응}, from: PT1H, to: PT2H}
injects:
  - id: i-010
    at: PT10M
    channel: news
    from: wire
    to: [party:a, party:b]
    title: {en: A report, ko: 보도}
    text: {en: Something is reported., ko: 무언가 보도됨.}
    set: {alert: 1}
  - id: i-020
    after: {event: i-010, delay: PT20M}
    when: {not: {milestone: consulted}}
    to: [party:a]
    title: {en: A question, ko: 질의}
    text: {en: Why so quiet?, ko: 왜 조용합니까?}
  - id: i-030
    kind: contingency
    controller: control:b
    to: [party:b]
    title: {en: A reminder, ko: 독촉}
    text: {en: Please answer., ko: 답변 바랍니다.}
expects:
  - id: e-010
    after: {event: i-010}
    by: cell:a-home
    text: {en: Consults the other side, ko: 상대측과 협의}
    within: PT20M
    task: o1-t1
    seen: {milestone: consulted}
items:
  - id: ours
    title: {en: Our piece, ko: 우리 측 정보}
    originator: party:a
    held: [cell:a-home]
    needs: [party:b]
    portions:
      - {id: fact, text: {en: A fact., ko: 사실.}, label: TLP:AMBER}
      - {id: source, text: {en: Its source., ko: 출처.}, label: TLP:RED}
  - id: theirs
    title: {en: A report, ko: 보도}
    originator: wire
    basedOn: [ours]
    held: [seat:a-lead]
    keepFrom: [b]
    portions: [{text: {en: More of it., ko: 추가 내용.}}]
labels: tlp
subjects:
  - {id: line, name: {en: Joint line, ko: 공동 입장}, needs: [ours]}
forums:
  - id: table
    name: {en: The table, ko: 협의회}
    members: [{party: a, seats: ['seat:a-lead', 'seat:a-desk']}, b]
    chairs: [a]
    consultsBefore: [line]
topics:
  - {id: plan, name: {en: Joint planning, ko: 공동 기획}}
  - {id: drill, name: {en: Joint drills, ko: 공동 훈련}, stances: [affirmed, denied]}
terms:
  - id: drills
    name: {en: joint drills, ko: 공동 훈련}
    topic: drill
    mistakenFor: [plan]
    meanings: {a: {en: Any joint work., ko: 모든 공동 업무.}, b: {en: In the field., ko: 현장에서.}}
lines:
  - {id: agreed, name: {en: Line, ko: 입장}, text: {en: We plan., ko: 기획함.}, agreed: [a, b], claims: [{topic: plan, stance: affirmed}]}
press:
  - {party: a, clearers: ['seat:a-desk'], expired: blocks}
plans:
  - id: answer
    forum: table
    name: {en: Options, ko: 대응방안}
    criteria: [{id: calm, name: {en: Calm, ko: 안정}}]
    options:
      - id: both
        name: {en: Together, ko: 함께}
        steps:
          - {id: decide, text: {en: Decide, ko: 결정}, lead: 'seat:a-lead', at: PT20M, duration: PT5M}
          - {id: say, text: {en: Say it, ko: 발표}, lead: 'seat:b-lead', after: [{step: decide}], duration: PT5M, by: PT40M}
`;

/** A label policy for tests; fictional. */
export const POLICY = `labels:
  id: harbour
  name: {en: Harbour marks, ko: 항만 표시}
  levels:
    - {id: OPEN, reach: everyone, means: {en: All., ko: 모두.}}
    - {id: CLOSED, reach: organisation, means: {en: Recipients., ko: 수신측.}}
  categories:
    - {id: REL, name: {en: For, ko: 제공 대상}, kind: permissive, values: [{id: ALDER, name: {en: Alder, ko: 오리}}, {id: BIRCH, name: {en: Birch, ko: 자작}}]}
  usual: CLOSED
  clearances:
    a: {values: {REL: [ALDER]}}
    b: {level: CLOSED, values: {REL: [BIRCH]}}
`;

export const PLAY = `play: in-time
title: {en: In time, ko: 제때}
people:
  a-lead: {name: A. Lead, function: Director}
steps:
  - {at: PT11M, seat: a-lead, do: ReadInject, delivery: i-010}
  - {at: PT12M, seat: a-lead, do: AcknowledgeInject, delivery: i-010}
  - {at: PT15M, seat: a-lead, do: SendMessage, to: [party:b], purpose: ask, text: Have you seen this?, about: i-010, as: m1}
  - {at: PT16M, seat: b-lead, do: SendMessage, to: ['party:a'], purpose: inform, text: We have., about: m1}
  - {at: PT17M, seat: b-lead, do: ReleaseInject, inject: i-030, rejected: unknown}
  - {at: PT20M, seat: control:b, do: ReleaseInject, inject: i-030}
`;

/** The files of the small scenario, with replacements made in it: each [from, to] must be found. */
export function files(...changes: readonly (readonly [string, string])[]): Map<string, string> {
  let text = SCENARIO;
  for (const [from, to] of changes) {
    if (!text.includes(from)) throw new Error(`the fixture has no “${from}”`);
    text = text.replace(from, () => to);
  }
  return new Map([['scenario.yaml', text]]);
}
