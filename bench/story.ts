import { type Command, type Exercise, type Id, type Scenario, scenarioSchema } from '@entente/engine';
import { contest, cpu, type Finding, inWords, type Way } from './contest.ts';
import type { House, Houses } from './house.ts';
import { CHOICES, chosen, inkStory, machineStory, WAYS } from './ink.ts';

const SEAT = 'seat:a-lead';
const PURPOSES = { agree: 'inform', decline: 'inform', wait: 'ask' } as const;
/** Whom the choices are told to, in turn: eight audiences. */
const TOLD = [
  ['seat:b-lead'],
  ['party:b'],
  ['cell:b-desk', 'seat:a-press'],
  ['cell:a-desk'],
  ['control'],
  ['party:a', 'party:b'],
  ['seat:b-press'],
  ['entity:wire'],
];

/**
 * A story of twenty choices: tellings per second. A choice is a message to one of eight audiences; a telling opens an
 * exercise, seats a person and lets it choose. Nobody keeps a telling: `sketch`.
 */
export async function story(rounds: number, { own, before }: Houses): Promise<Finding[]> {
  const ink = { name: 'inkjs', run: () => cpu(60, () => repeat(60, inkTelling)) };
  const inkTelling = inkStory();
  const machine = machineStory();
  const way = tellings(own);
  repeat(3_000, machine);
  const againstInk = await contest(ink, way, rounds);
  const againstMachine = await contest({ name: 'xstate', run: () => cpu(600, () => repeat(600, machine)) }, way, rounds);
  const compared = before && (await contest(tellings(before.house), way, rounds));
  // Last: a programme that has played other scenarios too is slower at one, and the older one plays this one alone.
  const answered = telling(own, scenario(true));
  repeat(3_000, answered);
  const withAnswers = await contest(ink, { name: 'answered', run: () => cpu(300, () => repeat(300, answered)) }, rounds);
  const each = (costs: [number, number]) => `a telling ${inWords(costs[0])} and ${inWords(costs[1])}`;
  return [
    { what: 'a story of 20 choices', anchor: 'inkjs', ratio: againstInk.faster, target: { atLeast: 40 }, note: each(againstInk.costs) },
    { what: 'the same', anchor: 'xstate', ratio: againstMachine.faster, note: each(againstMachine.costs) },
    {
      what: 'the same, each choice answered by an inject on a condition',
      anchor: 'inkjs',
      ratio: withAnswers.faster,
      note: each(withAnswers.costs),
    },
    ...(compared ? [{ what: 'a story of 20 choices', anchor: before.name, ratio: compared.faster, note: each(compared.costs) }] : []),
  ];
}

/** The story, told over and over by a programme; warm. */
export function tellings(house: House): Way {
  const tell = telling(house, scenario(false));
  repeat(3_000, tell);
  return { name: 'entente', run: () => cpu(3_000, () => repeat(3_000, tell)) };
}

function repeat(times: number, work: () => void): void {
  for (let i = 0; i < times; i++) work();
}

function telling({ engine }: House, played: Scenario): () => void {
  const commands = Array.from({ length: CHOICES }, (_, choice): Command => {
    const way = WAYS[chosen(choice)] as (typeof WAYS)[number];
    const subject = played.injects.length > 0 ? String(choice) : undefined;
    const to = played.injects.length > 0 ? [`entity:e${choice}`, ...(TOLD[choice % 8] as string[])] : (TOLD[choice % 8] as string[]);
    return { type: 'SendMessage', to, subject, text: way, purpose: PURPOSES[way], channel: 'message', label: 'TLP:GREEN' };
  });
  const ids = commands.map((_, i) => `choice-${i}`);
  const least = CHOICES + (played.injects.length > 0 ? 3 * CHOICES : 0);
  return () => {
    const { exercise } = engine.Exercise.open(played, { secret: 'nobody keeps this', wall: 0, sketch: true });
    const opened = exercise.position;
    if (played.injects.length > 0)
      exercise.take({ by: sit(exercise, 'control'), commandId: 'start', command: { type: 'StartClock' }, wall: 0 });
    const by = sit(exercise, SEAT);
    for (let i = 0; i < commands.length; i++) {
      const outcome = exercise.take({ by, commandId: ids[i] as string, command: commands[i] as Command, wall: i + 2 });
      if (!outcome.answer.ok) throw new Error(outcome.answer.rejection.message);
    }
    if (exercise.world.messages.messages.size !== CHOICES || exercise.position < opened + least)
      throw new Error('the story was not told whole');
  };
}

function sit(exercise: Exercise, seat: string): { seat: string; person: Id } {
  const { answer } = exercise.take({ by: { seat }, commandId: 'sit', command: { type: 'TakeSeat', name: 'Somebody' }, wall: 0 });
  if (!answer.ok) throw new Error(answer.rejection.message);
  return { seat, person: answer.events[0] as Id };
}

function scenario(answers: boolean): Scenario {
  const party = (id: string) => ({
    id,
    name: id.toUpperCase(),
    cells: [{ id: `${id}-desk`, name: 'Desk', seats: ['lead', 'press'].map((s) => ({ id: `${id}-${s}`, name: s })) }],
  });
  const entities = Array.from({ length: CHOICES }, (_, i) => ({ id: `e${i}`, name: `Agency ${i}`, kind: 'organisation' }));
  const injects = entities.map((e, i) => ({
    id: `i-${i}`,
    when: { message: { to: `entity:${e.id}`, purpose: PURPOSES[WAYS[chosen(i)] as (typeof WAYS)[number]] } },
    from: e.id,
    to: ['party:a'],
    title: 'An answer',
    text: 'The other side has read it.',
  }));
  return scenarioSchema.parse({
    entente: 1,
    id: 'story',
    title: 'A story of twenty choices',
    start: '2027-03-02T08:00+09:00',
    duration: 'PT2H',
    languages: ['en'],
    parties: [party('a'), party('b')],
    entities: answers
      ? [...entities, { id: 'wire', name: 'Wire', kind: 'organisation' }]
      : [{ id: 'wire', name: 'Wire', kind: 'organisation' }],
    injects: answers ? injects : [],
  });
}
