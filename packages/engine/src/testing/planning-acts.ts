import type { Id } from '../fact.ts';
import type { Command } from '../world.ts';
import type { Table } from './table.ts';
import type { Tape } from './tape.ts';

/** Plans of generated exercises: in the forum of A and B, and in the one of which B knows nothing; a step rests on something hidden. */
export const PLANS = [
  {
    id: 'w0',
    forum: 'f0',
    name: 'Options for both',
    need: { milestone: 'm1' },
    criteria: [
      { id: 'calm', name: 'Calm at home' },
      { id: 'ready', name: 'Ready today' },
    ],
    options: [option('x0', 'seat:a-lead', 'seat:b-lead', 'b'), { id: 'x1', name: 'To say nothing', assumptions: ['Nobody asks.'] }],
  },
  {
    id: 'w1',
    forum: 'f2',
    name: 'Options without B',
    criteria: [{ id: 'quiet', name: 'Quiet' }],
    options: [option('x2', 'seat:a-press', 'seat:c-lead', 'c')],
  },
];
function option(id: string, one: string, other: string, party: string): object {
  return {
    id,
    name: `Option ${id}`,
    risks: ['One side is asked, and tells.'],
    contributions: [{ party, text: 'A line to the capital.' }],
    steps: [
      {
        id: `${id}-decide`,
        text: 'Decide on it',
        lead: one,
        at: 'PT5M',
        duration: 'PT10M',
        decision: true,
        authority: 'The head of government',
      },
      {
        id: `${id}-say`,
        text: 'Say it together',
        lead: other,
        support: ['a'],
        after: [{ step: `${id}-decide` }],
        duration: 'PT5M',
        by: 'PT40M',
      },
      {
        id: `${id}-show`,
        text: 'Show it',
        lead: other,
        after: [{ step: `${id}-say`, kind: 'SS', min: 'PT5M' }],
        duration: 'PT10M',
        when: { variable: { id: 'v', is: 3 } },
      },
      { id: `${id}-end`, text: 'End it', lead: one, after: [{ step: `${id}-say` }], word: party, tells: ['wire'], duration: 'PT0S' },
    ],
  };
}

/** What a condition may ask of plans and their steps. */
export const ofPlans = (tape: Tape): unknown =>
  tape.chance(5)
    ? { plan: { board: tape.pick(['w0', 'w1']), is: tape.pick(['needed', 'drafted', 'signed', 'active', 'done', 'failed']) } }
    : { step: { id: tape.pick(['x0-decide', 'x0-say', 'x2-decide']), is: tape.pick(['started', 'done', 'late', 'blocked', 'failed']) } };

type Said = { type: Command['type']; [field: string]: unknown };

/** A plan on every table that has an option with steps, agreed and made active, so that there is something to carry out. */
export function beginPlanning(table: Table): void {
  const { world } = table.exercise;
  for (const { id, board, versions } of [...world.planning.options.values()]) {
    const forum = world.consultation.forums.get(world.planning.boards.get(board)?.forum ?? '');
    if (!forum || versions[0]?.card.steps.length === 0) continue;
    const seat = forum.card.members[0]?.seats.includes('seat:a-lead') ? 'seat:a-lead' : 'seat:a-press';
    table.say(seat, {
      type: 'KeepScore',
      option: id,
      criterion: [...world.planning.criteria.values()].find((c) => c.board === board)?.id,
      score: 4,
      reason: 'Calm.',
    });
    const tabled = table.say(seat, { type: 'TablePlan', option: id, title: `Plan of ${table.record.length}`, paragraphs: ['In words.'] });
    if (tabled.ok) table.say('control', { type: 'ActivatePlan', of: tabled.events[0] });
  }
}

/** Everything that may be done with options, plans and their steps, allowed or not. */
function planningActs(tape: Tape, table: Table, seat: string, text: string): (() => Said)[] {
  const at = acting(tape, table, seat, text);
  return [...boardActs(at), ...thoughts(at), ...planActs(at), ...Array.from({ length: 6 }, () => () => act(at))];
}

const LEADS = ['seat:a-lead', 'seat:a-lead', 'seat:b-lead', 'seat:c-lead', 'seat:a-press', 'seat:b-press'];

/** Whoever acts, and what of the exercise it picks from. */
function acting(tape: Tape, { exercise, record, wall }: Table, seat: string, text: string) {
  const now = exercise.now(wall);
  const { planning, execution, consultation, sharing } = exercise.world;
  const some = (ids: Iterable<Id>): Id => {
    const all = [...ids];
    const held = all.filter((id) => exercise.holds(seat, id));
    if (held.length > 0 && tape.chance(9)) return tape.pick(held);
    return all.length > 0 ? tape.pick(all) : 'ezzzzzzzzzzzzzzzzzzzz';
  };
  const plans = [...consultation.texts.values()].filter((t) => t.versions[0]?.paragraphs.some((p) => p.step)).map((t) => t.id);
  return {
    ...{ tape, seat, text, now, planning, execution, consultation, some, record },
    speaker: seat === 'control' ? { speaker: 'seat:c-lead' } : seat === 'control:a' ? { speaker: 'seat:a-press' } : {},
    maybe: <K extends string, V>(inTen: number, key: K, value: () => V) => (tape.chance(inTen) ? { [key]: value() } : {}),
    soon: () => now + (1 + tape.below(40)) * 60_000,
    board: () => some(planning.boards.keys()),
    option: () => some(planning.options.keys()),
    criterion: () => some(planning.criteria.keys()),
    plan: () => some(plans),
    item: () => some(sharing.items.keys()),
  };
}
type Acting = ReturnType<typeof acting>;

const terms = ({ tape, maybe, soon, text }: Acting, others: readonly string[]) => ({
  ...maybe(9, 'lead', () => tape.pick(LEADS)),
  ...maybe(4, 'support', () => [tape.pick(['a', 'b', 'c'])]),
  ...maybe(2, 'tells', () => ['entity:wire']),
  ...maybe(5, 'at', soon),
  ...maybe(2, 'word', () => tape.pick(['a', 'b', 'c'])),
  ...maybe(6, 'after', () =>
    others.length > 0 ? [{ step: tape.pick(others), kind: tape.pick(['FS', 'SS', 'FF']), min: tape.below(5) * 60_000 }] : [],
  ),
  ...maybe(2, 'by', soon),
  ...maybe(2, 'authority', () => `By order, ${text}`),
  duration: tape.below(20) * 60_000,
});

function boardActs(at: Acting): (() => Said)[] {
  const { tape, maybe, text, record, speaker, planning, consultation, some, board, option, criterion, soon } = at;
  const card = () => ({
    name: `Option ${record.length}`,
    ...maybe(5, 'text', () => text),
    ...maybe(3, 'assumptions', () => [`If ${text}`]),
    ...maybe(3, 'contributions', () => [{ party: tape.pick(['a', 'b', 'c']), text: `We give ${text}` }]),
    ...maybe(6, 'steps', () =>
      Array.from({ length: 1 + tape.below(3) }, (_, i) => ({
        id: `s${i + 1}`,
        text: `Step ${i + 1}: ${text}`,
        terms: terms(
          at,
          Array.from({ length: i }, (_x, j) => `s${j + 1}`),
        ),
      })),
    ),
  });
  return [
    () => ({ type: 'OpenBoard', forum: some(consultation.forums.keys()), name: `Board ${record.length}`, ...speaker }),
    () => ({ type: 'ProposeCriterion', board: board(), name: `Criterion ${text}`, ...speaker }),
    () => ({ type: tape.pick(['TakeCriterion', 'TakeCriterion', 'DropCriterion']), criterion: criterion(), ...speaker }),
    () => ({ type: 'TableOption', board: board(), ...card(), ...speaker }),
    () => {
      const id = option();
      return { type: 'ChangeOption', option: id, version: planning.options.get(id)?.versions.length ?? 1, ...card(), ...speaker };
    },
    () => ({ type: 'DropOption', option: option(), ...speaker }),
    () => ({ type: 'AskScores', board: board(), ...maybe(6, 'due', soon), ...speaker }),
  ];
}

/** What a side keeps for itself of options, and what it tells. */
function thoughts({ tape, maybe, text, speaker, board, option, criterion }: Acting): (() => Said)[] {
  const cells = () => Array.from({ length: tape.below(3) }, () => ({ option: option(), criterion: criterion() }));
  const score = () => 1 + tape.below(5);
  return [
    () => ({
      type: 'KeepScore',
      option: option(),
      criterion: criterion(),
      ...maybe(8, 'score', score),
      ...maybe(6, 'reason', () => `Why: ${text}`),
      ...speaker,
    }),
    () => ({ type: 'KeepWeight', criterion: criterion(), ...maybe(9, 'weight', () => tape.pick(['high', 'medium', 'low'])), ...speaker }),
    () => ({ type: 'KeepRedLine', option: option(), ...maybe(8, 'text', () => `Not before ${text}`), ...speaker }),
    () => ({
      type: 'TellAssessment',
      board: board(),
      scores: cells(),
      reasons: cells(),
      ...maybe(4, 'weights', () => [criterion()]),
      ...maybe(4, 'redLines', () => [option()]),
      ...speaker,
    }),
  ];
}

function planActs(at: Acting): (() => Said)[] {
  const { tape, seat, maybe, text, record, speaker, planning, consultation, some, option, plan, item } = at;
  const current = (of: Id) => consultation.texts.get(of)?.versions.at(-1);
  const steps = (of: Id) => (current(of)?.paragraphs ?? []).filter((p) => p.step).map((p) => p.id);
  const one = (of: Id) => tape.pick([...steps(of), 'p1']);
  return [
    () => ({ type: 'TablePlan', option: option(), title: `Plan ${record.length}`, ...maybe(5, 'paragraphs', () => [text]), ...speaker }),
    () => {
      const of = plan();
      const version = current(of)?.version ?? 1;
      return { type: 'SetWording', of, version, paragraph: one(of), words: `Step: ${text}`, step: terms(at, steps(of)), ...speaker };
    },
    () => {
      const of = plan();
      const before = maybe(4, 'before', () => [one(of)]);
      return { type: 'KeepOwnStep', of, text: `Own: ${text}`, terms: terms(at, steps(of)), ...before, ...speaker };
    },
    () => ({ type: 'MarkOwnStep', own: some(planning.own.keys()), is: tape.pick(['started', 'started', 'done', 'dropped']), ...speaker }),
    () => ({ type: 'LinkAnnex', of: plan(), item: item(), ...speaker }),
    () => ({ type: 'ActivatePlan', of: plan(), ...(seat === 'control' && tape.chance(7) ? {} : speaker) }),
  ];
}

/** An act on a step: mostly of those that the acting seat leads. */
function act({ tape, some, execution, now, soon, text, speaker, seat }: Acting): Said {
  const own = speaker.speaker ?? seat;
  const led = [...execution.tasks.values()].filter((t) => (t.handed.at(-1)?.to ?? t.terms.lead) === own && !t.done);
  const task = led.length > 0 && tape.chance(8) ? tape.pick(led).id : some(execution.tasks.keys());
  if (seat === 'control' && tape.chance(5))
    return tape.chance(6)
      ? { type: 'HinderStep', task, text: `Fog: ${text}`, ...(tape.chance(5) ? { until: soon() } : tape.chance(2) ? { fails: true } : {}) }
      : { type: 'LiftHindrance', task };
  const type = tape.pick([
    'StartStep',
    'StartStep',
    'StartStep',
    'FinishStep',
    'FinishStep',
    'ReportStep',
    'BlockStep',
    'UnblockStep',
    'HandOverStep',
    'GiveWord',
    'FailStep',
    'TakeCard',
  ] as const);
  switch (type) {
    case 'ReportStep':
      return { type, task, ...(tape.chance(6) ? { ends: soon() } : { text: `Report: ${text}` }), ...speaker };
    case 'BlockStep':
      return { type, task, ...(tape.chance(6) ? { on: tape.pick(['a', 'b', 'c']) } : { text: `Blocked: ${text}` }), ...speaker };
    case 'HandOverStep':
      return { type, task, to: tape.pick(LEADS), ...speaker };
    case 'FailStep':
      return { type, task, text: `Failed: ${text}`, ...speaker };
    case 'TakeCard':
      return { type, card: task };
    case 'UnblockStep':
    case 'GiveWord':
      return { type, task, ...speaker };
    default:
      return { type, task, ...(tape.chance(2) ? { happened: Math.max(0, now - 60_000) } : {}), ...speaker };
  }
}

/** One act with options, plans and steps, of somebody at a table. */
export function plan(tape: Tape, table: Table): void {
  const seats = ['seat:a-lead', 'seat:a-press', 'seat:b-lead', 'seat:b-press'];
  const seat = tape.pick(['control', 'control:a', ...seats, ...seats]);
  table.say(seat, tape.pick(planningActs(tape, table, seat, `Words ${table.record.length} of ${seat}`))());
}
