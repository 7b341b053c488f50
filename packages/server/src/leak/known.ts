import type { Id, RefKind, World } from '@entente/engine';
import type { Pair } from './pair.ts';

/** Everything that has an id: what commands and routes may name, and what only turns up beside it. */
export type Kind = RefKind | 'note' | 'person' | 'attachment' | 'move' | 'event' | 'name';

/** The ids of one kind, in the order in which they came: those that the viewer was given, and those that it was not. */
export interface Known {
  readonly held: readonly Id[];
  readonly hidden: readonly Id[];
}

/** What may wait for a controller’s hand. */
const cardsOf = ({ injects, expected, messages, sharing, execution, consultation, statements: own }: World): Id[] =>
  [
    ...[injects.rows, expected.rows, messages.messages, sharing.requests, execution.tasks, consultation.matters],
    ...[own.statements, own.reports, own.questions, own.drafts, own.joints],
  ].flatMap((of) => [...of.keys()]);
const ofPlans = ({ planning, execution }: World) => ({
  board: planning.boards.keys(),
  criterion: planning.criteria.keys(),
  option: planning.options.keys(),
  'own-step': planning.own.keys(),
  task: execution.tasks.keys(),
});
const namesOfPlans = ({ planning: { boards, criteria, options } }: World) =>
  [...boards.values(), ...criteria.values(), ...options.values()].map((x) => x.named?.scenario);

/** What is said in public, and what a press desk does before. */
const ofStatements = ({ statements: { statements, reports, questions, drafts, joints, conferences, lines } }: World) => ({
  said: [...statements.keys(), ...reports.keys()],
  'press-question': questions.keys(),
  'press-draft': drafts.keys(),
  joint: joints.keys(),
  conference: conferences.keys(),
  queued: [...conferences.values()].flatMap((c) => c.queue.map((q) => q.id)),
  line: lines.keys(),
  flagged: [...statements.keys(), ...reports.keys(), ...lines.keys()],
});

/** What there is of every kind, in one record or the other. A kind that is new does not compile until it says where its ids are. */
export function knownTo(pair: Pair): Readonly<Record<Kind, Known>> {
  const { world } = pair.table.exercise;
  const { messages, notes } = world.messages;
  const idOf = (r: Pair['one'][number]): Id => r.id;
  const foreign = pair.other.filter((r) => r.event.type === 'NoteWritten').map(idOf);
  const plans = [...world.injects.rows.values(), ...world.expected.rows.values()].map((row) => row.plan?.card.scenario);
  const planned = [...world.sharing.items.values()].map((item) => item.plan?.scenario);
  const said = [...world.consultation.matters.values()].flatMap((m) =>
    [...m.acts, ...m.positions].map((a) => a.id).concat(m.closed?.src ?? []),
  );
  const ids: Record<Kind, Iterable<Id | undefined>> = {
    card: cardsOf(world),
    inject: world.injects.rows.keys(),
    delivery: world.injects.deliveries.keys(),
    expected: world.expected.rows.keys(),
    message: messages.keys(),
    roll: world.seats.rolls.keys(),
    item: world.sharing.items.keys(),
    request: world.sharing.requests.keys(),
    forum: world.consultation.forums.keys(),
    matter: world.consultation.matters.keys(),
    stop: [...world.consultation.matters.keys(), ...world.statements.drafts.keys()],
    draft: [...world.consultation.matters.values()].flatMap((m) => m.drafts.map((d) => d.id)),
    decision: world.consultation.decisions.keys(),
    'table-text': world.consultation.texts.keys(),
    subject: world.consultation.subjects.keys(),
    ...ofPlans(world),
    bracket: [...world.consultation.texts.values()].flatMap((t) => t.brackets.map((b) => b.id)),
    ...ofStatements(world),
    thing: [
      ...messages.keys(),
      ...world.injects.rows.keys(),
      ...world.injects.deliveries.keys(),
      ...world.sharing.items.keys(),
      ...world.sharing.requests.keys(),
      ...world.translations.own.keys(),
      ...world.consultation.matters.keys(),
      ...world.consultation.decisions.keys(),
      ...world.consultation.texts.keys(),
      ...said,
    ],
    note: [...notes.keys(), ...foreign],
    person: world.seats.people.keys(),
    attachment: world.attachments.kept.keys(),
    move: (world.moves.plan?.moves ?? []).map((move) => move.id),
    event: pair.one.map(idOf),
    // Names that the scenario’s author gave: lead control’s.
    name: [
      ...world.milestones.variables.keys(),
      ...world.milestones.milestones.keys(),
      ...plans,
      ...planned,
      ...[...world.consultation.forums.values()].map((f) => f.named?.scenario),
      ...namesOfPlans(world),
    ],
  };
  // Subjects go by the name that the scenario’s author gave them, in the forums that consult on them.
  const given = (kind: string, id: Id): boolean =>
    kind === 'subject'
      ? [...world.consultation.forums.values()].some(
          (f) => pair.table.exercise.holds(pair.viewer, f.id) && f.card.subjects.some((s) => s.id === id),
        )
      : pair.table.exercise.holds(pair.viewer, id);
  const known = Object.entries(ids).map(([kind, all]) => {
    const [held, hidden]: [Id[], Id[]] = [[], []];
    for (const id of new Set(all)) if (id !== undefined) (given(kind, id) ? held : hidden).push(id);
    return [kind, { held, hidden }];
  });
  return Object.fromEntries(known) as Record<Kind, Known>;
}
