import { peopleAt, type Scenario } from '@entente/engine';
import type { Told } from '../exercises/exercises.ts';
import type { LiveExercise } from '../exercises/live.ts';
import { playerSeats, type ShelfEntry } from '../scenarios/shelf.ts';
import type { House } from './house.ts';

/** An exercise as the lobby lists it, open or not. */
export function exerciseCard({ row, summary, live }: Told, { demonstrations, crews }: Pick<House, 'demonstrations' | 'crews'>) {
  const { id, scenario } = row;
  if (!summary) return { id, title: row.title ?? scenario, scenario, status: 'damaged' };
  return {
    id,
    ...summary,
    title: row.title ?? summary.title ?? scenario,
    scenario,
    ...(live?.status === 'stopped' ? { status: live.status } : {}),
    ...(demonstrations.card?.exercise === id ? { demonstration: true } : {}),
    ...(crews.count(id) === undefined ? {} : { simulated: crews.count(id) }),
  };
}

/** Every viewer of an exercise: whether a link is out, and how many browsers are in. */
export async function seatsOf(exercise: LiveExercise, { store, access }: House) {
  const { row, roster } = exercise;
  const linked = new Set(await store.linked(row.id));
  const sessions = await access.counts(row.id);
  return exercise.read(({ seats }) =>
    roster.viewers.map((seat) => ({
      seat,
      party: roster.partyOf(seat),
      playedByControl: roster.parties.get(roster.partyOf(seat) ?? '')?.playedByControl,
      linked: linked.has(seat),
      sessions: sessions.get(seat) ?? 0,
      people: peopleAt(seats, seat).length,
    })),
  );
}

/** A scenario as the lobby lists it. */
export function summary(entry: ShelfEntry) {
  const s = entry.scenario;
  return {
    id: entry.id,
    title: s?.title ?? entry.id,
    summary: s?.summary,
    parties:
      s?.parties.map((p) => ({
        id: p.id,
        name: p.name,
        letter: p.letter ?? p.id.charAt(0).toUpperCase(),
        playedByControl: p.played === 'control',
      })) ?? [],
    entities: s?.entities.length ?? 0,
    seats: s ? playerSeats(s) : 0,
    practice: s ? practiceSeats(s) : [],
    injects: s?.injects.length ?? 0,
    durationMs: s?.duration ?? 0,
    languages: s?.languages ?? [],
    plays: entry.plays.map((p) => ({ id: p.play, title: p.title })),
    problems: entry.problems,
    checkedAt: entry.checkedAt,
  };
}

/** What is in a scenario, for whoever is to choose one. */
export function content(entry: ShelfEntry) {
  const s = entry.scenario;
  return {
    ...summary(entry),
    situation: s?.situation,
    start: s?.start,
    structure:
      s?.parties.map((p) => ({
        id: p.id,
        name: p.name,
        cells: p.cells.map((c) => ({ id: c.id, name: c.name, seats: c.seats.map((seat) => ({ id: seat.id, name: seat.name })) })),
      })) ?? [],
    expected: s?.expects.length ?? 0,
    objectives: s?.objectives.map((o) => ({ id: o.id, text: o.text })) ?? [],
    moves: s?.moves.map((m) => ({ id: m.id, name: m.name, from: m.from, to: m.to })) ?? [],
  };
}

/** Seats that one person may practise: the one to whom most is sent by name first. */
function practiceSeats(scenario: Scenario) {
  const sent = new Map<string, number>();
  for (const inject of scenario.injects) for (const to of inject.to) if (to.startsWith('seat:')) sent.set(to, (sent.get(to) ?? 0) + 1);
  const seats = scenario.parties
    .filter((p) => p.played !== 'control')
    .flatMap((p) =>
      p.cells.flatMap((c) =>
        c.seats.map((s) => ({ seat: `seat:${s.id}`, name: s.name, letter: p.letter ?? p.id.charAt(0).toUpperCase() })),
      ),
    );
  const first = seats.reduce<string | undefined>(
    (best, { seat }) => ((sent.get(seat) ?? 0) > (sent.get(best ?? '') ?? 0) ? seat : best),
    undefined,
  );
  return seats
    .map((s, i) => ({ s, i }))
    .sort((a, b) => Number(b.s.seat === first) - Number(a.s.seat === first) || a.i - b.i)
    .map(({ s }) => s);
}
