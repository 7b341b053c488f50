import type { AnyEvent, Id, Recorded, Scenario } from '@entente/engine';
import type { House } from './house.ts';

const PARTIES = ['a', 'b', 'c', 'd'];
const cells = PARTIES.flatMap((p) => [`${p}-x`, `${p}-y`]);
/** An exercise of 120 injects, a quarter on conditions and a quarter after others, 8 cells and 24 expected actions. */
const input = {
  entente: 1,
  id: 's',
  title: 'S',
  start: '2027-03-02T08:00+09:00',
  duration: 'PT8H',
  parties: PARTIES.map((p) => ({
    id: p,
    name: p,
    cells: ['x', 'y'].map((c) => ({
      id: `${p}-${c}`,
      name: c,
      seats: [{ id: `${p}-${c}-s`, name: 's', may: ['release', 'consult', 'sign', 'speak'] }],
    })),
  })),
  entities: [{ id: 'wire', name: 'Wire', kind: 'media' }],
  variables: [{ id: 'v', name: 'v', value: 1 }],
  injects: Array.from({ length: 120 }, (_, i) => ({
    id: `i-${i}`,
    title: 'T',
    text: 'x',
    to: [`cell:${cells[i % 8]}`],
    from: 'wire',
    ...when(i),
    ...(i % 10 === 0 ? { set: { v: i % 3 } } : {}),
  })),
  expects: Array.from({ length: 24 }, (_, i) => ({
    id: `e-${i}`,
    by: `cell:${cells[i % 8]}`,
    text: 't',
    within: 'PT20M',
    after: { event: `i-${i}` },
    seen: { inject: { id: `i-${i}`, is: 'acknowledged', by: `cell:${cells[i % 8]}` } },
  })),
};

function when(i: number): object {
  if (i < 60) return { at: `PT${i * 7}M` };
  if (i < 90) return { after: { event: `i-${i - 60}`, delay: 'PT5M' } };
  return { when: { all: [{ inject: { id: `i-${i - 60}`, is: 'acknowledged' } }, { variable: { id: 'v', atLeast: i % 2 } }] } };
}

/** Plays it: every eight minutes each seat acknowledges what it got. */
export function synthetic({ engine: { Exercise, scenarioSchema } }: House): { run: () => void; events: readonly AnyEvent[] } {
  const scenario: Scenario = scenarioSchema.parse(input);
  const play = (): Recorded[] => {
    const all: Recorded[] = [];
    const { exercise: x, events } = Exercise.open(scenario, { secret: 'nobody keeps this one', wall: 0, sketch: true });
    all.push(...events);
    const take = (by: { seat: string; person?: Id }, commandId: string, command: object, wall: number) => {
      const { events: made, answer } = x.take({ by, commandId, command: command as never, wall });
      all.push(...made);
      return answer.ok ? (answer.events[0] as Id) : '';
    };
    const sit = (seat: string) => ({ seat, person: take({ seat }, 'sit', { type: 'TakeSeat', name: 'S' }, 0) });
    const control = sit('control');
    const seats = cells.map((c) => sit(`seat:${c}-s`));
    take(control, 'st', { type: 'StartClock' }, 0);
    let n = 0;
    for (let m = 0; m <= 480; m += 8) {
      const made = x.tick(m * 60_000);
      all.push(...made);
      for (const r of made) {
        const seat = r.event.type === 'InjectDelivered' ? seats.find((q) => x.holds(q.seat, r.id)) : undefined;
        if (seat) take(seat, `a${n++}`, { type: 'AcknowledgeInject', delivery: r.id }, m * 60_000);
      }
    }
    return all;
  };
  return { run: () => void play(), events: play().map((r) => r.event) };
}
