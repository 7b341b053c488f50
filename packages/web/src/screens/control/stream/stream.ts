import { expectedCard, judgedLate, type Ms, requestCard, rowCard, standingCard, type Text, type World } from '@entente/engine';
import type { Viewer } from '../msel/msel.ts';

/** What a line of the stream opens. */
export interface Target {
  readonly kind: 'inject' | 'expected' | 'message' | 'item' | 'request';
  readonly id: string;
}
export const STREAM_GROUPS = ['all', 'messages', 'releases', 'items', 'decisions', 'late', 'people', 'control'] as const;
export type StreamGroup = (typeof STREAM_GROUPS)[number];

/** One thing that happened. `key` names the sentence in the catalogue, `texts` its parts still in every language. */
export interface Happening {
  readonly src: string;
  readonly at: Ms;
  readonly groups: readonly StreamGroup[];
  /** Whose act it was; absent if time or a condition did it. */
  readonly who?: string | undefined;
  readonly key: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly texts: Readonly<Record<string, Text>>;
  readonly to?: readonly string[] | undefined;
  readonly target?: Target | undefined;
  readonly tone?: 'late' | 'met' | undefined;
}

type Part = Partial<Omit<Happening, 'src' | 'at' | 'key' | 'groups'>>;
const happening = (src: string, at: Ms, groups: StreamGroup[], key: string, part: Part = {}): Happening => ({
  src,
  at,
  groups,
  key,
  values: {},
  texts: {},
  ...part,
});

/** Everything that happened, newest first, as far as this viewer holds it. */
export function happenings(world: World, viewer: Viewer): Happening[] {
  const all = [
    ...injectNews(world, viewer),
    ...expectedNews(world, viewer),
    ...messageNews(world),
    ...requestNews(world),
    ...itemNews(world),
    ...peopleNews(world),
    ...courseNews(world),
  ];
  // Facts carry no global order: of the same moment, the one the world learnt last stands first.
  return all
    .map((h, i) => ({ h, i }))
    .sort((a, b) => b.h.at - a.h.at || b.i - a.i)
    .map(({ h }) => h);
}

function* injectNews(world: World, viewer: Viewer): Generator<Happening> {
  for (const [id, row] of world.injects.rows) {
    const card = rowCard(row, viewer.party);
    if (!card) continue;
    const part: Part = { values: { number: card.number }, texts: { title: card.title }, target: { kind: 'inject', id } };
    if (row.released)
      yield happening(row.released.src, row.released.at, ['releases'], row.released.by ? 'inject.released' : 'inject.arrived', {
        ...part,
        who: row.released.by ?? card.from,
        to: card.to,
      });
    if (row.skip)
      yield happening(row.skip.src, row.skip.at, ['control'], row.skip.skipped ? 'inject.skipped' : 'inject.restored', {
        ...part,
        who: row.skip.by,
      });
    if (row.hold)
      yield happening(row.hold.src, row.hold.at, ['control'], row.hold.held ? 'inject.held' : 'inject.lifted', {
        ...part,
        who: row.hold.by,
      });
    if (row.corrected)
      yield happening(row.corrected.src, row.corrected.at, ['releases', 'control'], 'inject.corrected', { ...part, who: row.corrected.by });
    if (row.withdrawn)
      yield happening(row.withdrawn.src, row.withdrawn.at, ['releases', 'control'], 'inject.withdrawn', {
        ...part,
        who: row.withdrawn.by,
        tone: 'late',
      });
    if (row.lapsed) yield happening(row.lapsed.src, row.lapsed.at, ['releases'], 'inject.lapsed', part);
    for (const delivery of row.deliveries.keys()) {
      const made = world.injects.deliveries.get(delivery);
      for (const [seat, mark] of made?.acknowledged ?? [])
        yield happening(mark.src, mark.at, ['people'], 'inject.acknowledged', { ...part, who: seat, tone: 'met' });
      for (const [seat, mark] of made?.read ?? [])
        if (!made?.acknowledged.has(seat)) yield happening(mark.src, mark.at, ['people'], 'inject.read', { ...part, who: seat });
    }
  }
}

function* expectedNews(world: World, viewer: Viewer): Generator<Happening> {
  for (const [id, row] of world.expected.rows) {
    const card = expectedCard(row, viewer.party);
    if (!card) continue;
    const part: Part = { who: card.by, values: { number: card.number }, texts: { title: card.text }, target: { kind: 'expected', id } };
    if (row.missed) yield happening(row.missed.src, row.missed.at, ['late'], 'expected.missed', { ...part, tone: 'late' });
    if (row.seen)
      yield happening(
        row.seen.src,
        row.seen.at,
        row.seen.late ? ['decisions', 'late'] : ['decisions'],
        row.seen.late ? 'expected.late' : 'expected.met',
        { ...part, tone: row.seen.late ? 'late' : 'met' },
      );
    // Who was told when it was seen needs no report.
    else if (row.reported)
      yield happening(
        row.reported.src,
        row.reported.at,
        row.reported.late ? ['decisions', 'late'] : ['decisions'],
        row.reported.late ? 'expected.reportedLate' : 'expected.reported',
        { ...part, tone: row.reported.late ? 'late' : 'met' },
      );
    if (row.judged)
      yield happening(
        row.judged.src,
        row.judged.at,
        judgedLate(row) ? ['decisions', 'late'] : ['decisions'],
        `expected.judged.${row.judged.verdict}`,
        { ...part, who: row.judged.by, tone: row.judged.verdict === 'not' ? 'late' : undefined },
      );
  }
}

function* messageNews(world: World): Generator<Happening> {
  for (const m of world.messages.messages.values()) {
    const target: Target = { kind: 'message', id: m.id };
    yield happening(
      m.src,
      m.at,
      m.purpose === 'decide' || m.purpose === 'announce' ? ['messages', 'decisions'] : ['messages'],
      `message.${m.purpose}`,
      { who: m.from, texts: { title: firstWords(m) }, to: m.to, target },
    );
    for (const [seat, mark] of m.acknowledged)
      yield happening(mark.src, mark.at, ['people'], 'message.acknowledged', {
        who: seat,
        texts: { title: firstWords(m) },
        target,
        tone: 'met',
      });
  }
  for (const note of world.messages.notes.values())
    yield happening(note.src, note.at, ['control'], 'note', { who: note.seat, texts: { title: note.text } });
}

/** What became of items: written, released, made of others, acknowledged, recalled. Holdings from the start are no news. */
function* itemNews(world: World): Generator<Happening> {
  for (const [id, item] of world.sharing.items) {
    const card = standingCard(item);
    if (!card) continue;
    const part: Part = { texts: { title: card.title }, target: { kind: 'item', id } };
    const told = new Set([...item.releases.values()].map((r) => r.at));
    for (const r of item.releases.values())
      yield happening(r.src, r.at, ['items'], 'item.released', { ...part, who: inWhoseName(world, r.by, card.originator), to: r.to });
    const made = [...item.derived.values()][0];
    if (made) yield happening(made.src, made.at, ['items'], `item.${made.how}`, { ...part, who: card.originator });
    for (const copy of item.copies.values()) {
      if (copy.to === undefined) yield happening(copy.src, copy.at, ['items'], 'item.revised', { ...part, who: card.originator });
      else if (copy.by !== undefined && !told.has(copy.at))
        yield happening(copy.src, copy.at, ['items'], 'item.released', {
          ...part,
          who: inWhoseName(world, copy.by, card.originator),
          to: copy.to,
        });
      else if (copy.by === undefined && copy.at > 0 && copy.delivery === undefined && !made)
        yield happening(copy.src, copy.at, ['items'], 'item.written', { ...part, who: card.originator, to: copy.to });
    }
    for (const w of item.withheld.values())
      yield happening(w.src, w.at, ['items', 'late'], withheldAs(w.because), {
        ...part,
        to: w.to,
        tone: 'late',
      });
    for (const g of item.grants.values())
      yield happening(g.src, g.at, ['items', 'decisions'], 'item.onward', { ...part, who: card.originator, to: g.for });
    for (const { seat, src, at } of item.acknowledged.values())
      yield happening(src, at, ['people', 'items'], 'item.acknowledged', { ...part, who: seat, tone: 'met' });
    for (const r of item.recalls.values())
      yield happening(r.src, r.at, ['items'], 'item.recalled', { ...part, who: r.by, to: r.from.map((p) => `party:${p}`), tone: 'late' });
    // Those who were asked are not told who asked whom; who knows that need not read it twice.
    const asked = new Set([...item.recalls.values()].flatMap((r) => r.from));
    for (const { party, src, at } of item.recalled.values())
      if (!asked.has(party))
        yield happening(src, at, ['items'], 'item.askedToDestroy', { ...part, who: card.originator, to: [`party:${party}`], tone: 'late' });
    for (const { seat, src, at } of item.destroyed.values()) yield happening(src, at, ['items'], 'item.destroyed', { ...part, who: seat });
  }
}

/** The words for an item that an inject did not bring to somebody. */
export const withheldKey = (because: string): string => `happened.${withheldAs(because)}`;

/** Why it did not: in words of their own, else by its label. */
const withheldAs = (because: string): string => `item.withheld.${WITHHELD[because] ?? 'label'}`;
const WITHHELD: Readonly<Record<string, string>> = { expired: 'expired', recalled: 'recalled', 'not-cleared': 'not-cleared' };

/** Control acts in the name of whom it plays; for anybody else it acts as itself. */
function inWhoseName(world: World, by: string, name: string): string {
  const players = (world.seats.exercise?.parties ?? []).some((p) => name === `party:${p.id}` && !p.playedByControl);
  return by === 'control' && !players ? name : by;
}

function* requestNews(world: World): Generator<Happening> {
  for (const [id, request] of world.sharing.requests) {
    const card = requestCard(request);
    if (!card) continue;
    const part: Part = { texts: { title: firstWords(card) }, target: { kind: 'request', id } };
    yield happening(card.src, card.since, ['items'], 'request.made', { ...part, who: card.from, to: [card.of] });
    const { decided, overdue, withdrawn } = request;
    if (decided)
      yield happening(decided.src, decided.at, ['items', 'decisions'], `request.${decided.decision}`, {
        ...part,
        who: inWhoseName(world, decided.by, card.of),
        to: [card.from],
        tone: decided.decision === 'refuse' ? 'late' : 'met',
      });
    if (overdue)
      yield happening(overdue.src, overdue.at, ['items', 'late'], 'request.overdue', {
        ...part,
        who: card.of,
        to: [card.from],
        tone: 'late',
      });
    if (withdrawn) yield happening(withdrawn.src, withdrawn.at, ['items'], 'request.withdrawn', { ...part, who: card.from, to: [card.of] });
  }
}

function* peopleNews(world: World): Generator<Happening> {
  for (const person of world.seats.people.values()) {
    yield happening(person.src, person.since, ['people'], 'person.seated', { who: person.seat, values: { name: person.name } });
    if (person.left)
      yield happening(person.left.src, person.left.at, ['people'], 'person.left', { who: person.seat, values: { name: person.name } });
  }
  for (const roll of world.seats.rolls.values()) {
    yield happening(roll.src, roll.at, ['people'], 'roll.called', { who: roll.by });
    for (const [seat, answer] of roll.answers) yield happening(answer.src, answer.at, ['people'], 'roll.answered', { who: seat });
  }
}

function* courseNews(world: World): Generator<Happening> {
  const reading = world.clock.reading;
  if (reading)
    yield happening(
      reading.src,
      reading.at,
      ['control'],
      reading.reason && reading.status === 'paused' ? `clock.paused.${reading.reason}` : `clock.${reading.status}`,
      { values: { rate: reading.rate } },
    );
  for (const jump of world.clock.jumps)
    yield happening(jump.src, jump.to, ['control'], 'clock.jumped', { values: { from: jump.from, to: jump.to } });
  for (const fault of world.clock.faults)
    yield happening(fault.src, fault.at, ['control', 'late'], 'clock.fault', { values: { what: fault.what }, tone: 'late' });
  for (const move of world.moves.began)
    yield happening(move.src, move.at, ['control'], 'move', { values: { number: move.number, of: move.of }, texts: { title: move.name } });
  for (const [id, milestone] of world.milestones.milestones)
    if (milestone.reached)
      yield happening(milestone.reached.src, milestone.reached.at, ['decisions'], 'milestone', { texts: { title: milestone.name ?? id } });
  for (const [id, variable] of world.milestones.variables)
    if (variable.by)
      yield happening(variable.src, variable.at, ['control'], 'variable', {
        who: variable.by,
        values: { value: String(variable.value) },
        texts: { title: variable.name ?? id },
      });
  const banner = world.emergency.banner;
  if (banner)
    yield happening(
      banner.src,
      banner.at,
      ['control', 'late'],
      banner.raised ? 'emergency.raised' : 'emergency.stoodDown',
      banner.raised ? { tone: 'late' } : {},
    );
}

/** What stands for a message in one line: its subject, else its beginning (a preview may be cut). */
export function firstWords(message: { readonly subject?: string | undefined; readonly text: string }): string {
  const text = (message.subject ?? message.text).replace(/\s+/g, ' ').trim();
  return text.length > 140 ? `${text.slice(0, 139).trimEnd()}…` : text;
}

/** What a group shows. That somebody read something stands with the people alone: it would push what they do out of sight. */
export function inGroup(all: readonly Happening[], group: StreamGroup): Happening[] {
  return all.filter((h) => (group === 'all' ? h.key !== 'inject.read' : h.groups.includes(group)));
}

/** How many came since a reader last looked: those standing before the newest one that was seen. */
export function countNew(all: readonly Happening[], seen: ReadonlySet<string>): number {
  let count = 0;
  for (const h of all) if (!seen.has(h.src + h.key)) count++;
  return count;
}
