import { join } from 'node:path';
import type { Condition, Scenario } from '@entente/engine';
import { loadFolder } from '@entente/scenario';
import { expect, it } from 'vitest';
import { Naming } from './words.ts';

const scenarios = await Promise.all(
  ['extended-deterrence', 'press-day', 'river-flood'].map(async (name) => {
    const { scenario } = await loadFolder(join(import.meta.dirname, '../../../../scenarios', name));
    return scenario as Scenario;
  }),
);
const naming = new Naming(scenarios[0] as Scenario);

it.each<[Condition, string, string]>([
  [
    { message: { from: 'party:rok', to: 'seat:us-nsa' } },
    'Republic of Korea writes to U National Security Adviser',
    '대한민국 → U 국가안보보좌관 연락',
  ],
  [
    { all: [{ inject: { id: 'i-050', is: 'released' } }, { not: { variable: { id: 'tension', atLeast: 4 } } }] },
    '050 released and Tension (1 calm to 5 acute) below 4',
    '050 부여, 긴장도(1 평온–5 심각) 4 미만',
  ],
  [
    { any: [{ item: { id: 'interview-text', is: 'released', by: 'party:us' } }, { time: 3_600_000 }] },
    '“The interview, as it will appear” released to United States or 09:00',
    '‘보도 예정 인터뷰 전문’ 제공 (미국) 또는 09:00 이후',
  ],
  [
    { matter: { forum: 'consultation-group', subject: 'measure', procedure: 'consensus', is: 'closed', outcome: 'agreed' } },
    'a consensus in Consultation group on “The response and any visible measure”: agreed',
    '협의그룹 ‘대응과 가시적 조치’ 합의(컨센서스) 안건 합의',
  ],
  [
    { not: { report: { outlet: 'wire', topic: 'joint-planning', stance: 'denied' } } },
    'no report by Wire agency denying “Joint planning and execution”',
    '통신사의 ‘공동 기획 및 공동 실행’ 부인 보도 없음',
  ],
])('says a condition by the names that its scenario gives: %j', (when, en, ko) => {
  expect(naming.condition(when)).toEqual({ en, ko });
});

it('says every condition of the scenarios that come with Entente without an address, an id or a word of the format', () => {
  const conditions = (value: unknown): Condition[] => {
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) => [
      ...(['when', 'seen', 'holds', 'need'].includes(key) && typeof inner === 'object' && inner !== null ? [inner as Condition] : []),
      ...conditions(inner),
    ]);
  };
  const all = scenarios.flatMap((s) =>
    conditions({ ...s, rehearsal: s.rehearsal?.measures }).map((when) => [when, new Naming(s).condition(when)] as const),
  );
  expect(all.length).toBeGreaterThan(100);
  const wrong = /\b(party|cell|seat|entity):|\b(atLeast|atMost|undefined)\b|\{\{|\b[a-z]+-[a-z]+-[a-z]+\b|\bi-\d/;
  expect(all.filter(([, { en, ko }]) => wrong.test(en) || wrong.test(ko))).toEqual([]);
});
