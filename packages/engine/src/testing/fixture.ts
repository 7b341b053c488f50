import { type Scenario, scenarioSchema } from '../scenario.ts';

/** A small exercise for tests: two parties, a third that control plays, one wire agency. Deep copies on every call. */
export function smallScenario(more: Record<string, unknown> = {}): Scenario {
  return scenarioSchema.parse({
    entente: 1,
    id: 'small',
    title: { en: 'Small exercise', ko: '소규모 연습' },
    situation: 'A dry spring.',
    start: '2027-03-02T08:00+09:00',
    duration: 'PT2H',
    languages: ['en', 'ko'],
    parties: [
      party('a', ['a-lead', 'a-press'], { situation: 'Only A knows of the pump.' }),
      party('b', ['b-lead', 'b-press'], { situation: 'Only B knows of the valve.' }),
      party('c', ['c-lead'], { played: 'control' }),
    ],
    entities: [
      { id: 'wire', name: 'Wire agency', kind: 'media' },
      { id: 'ministry', name: 'A ministry', kind: 'government' },
    ],
    objectives: [{ id: 'o1', text: 'Tell in time', tasks: [{ id: 'o1-t1', text: 'Tell the other side' }] }],
    ...more,
  });
}

function party(id: string, seats: string[], more: object): object {
  const cells = [
    {
      id: `${id}-cell`,
      name: `Cell of ${id}`,
      seats: seats.map((s) => ({ id: s, name: s, may: s.endsWith('press') ? ['speak'] : ['release'] })),
    },
  ];
  return { id, name: id.toUpperCase(), capital: { name: id.toUpperCase(), zone: 'Asia/Seoul' }, cells, ...more };
}
