import { clockStatus, isPast, peopleAt, scenarioNow, waiting } from '@entente/engine';
import type { LiveExercise } from '../exercises/live.ts';
import { playerSeats, type ShelfEntry } from '../scenarios/shelf.ts';
import type { House } from './house.ts';

/** An exercise as the lobby lists it. */
export function exerciseCard(exercise: LiveExercise, { demonstrations }: Pick<House, 'demonstrations'>) {
  const { world, roster, row } = exercise;
  const { now } = exercise.clock();
  const players = [...roster.seats.values()].filter((s) => roster.parties.get(s.party)?.playedByControl === false);
  const { rate = 1, reason } = world.clock.reading ?? {};
  const hand = waiting(world, 'control', now);
  return {
    id: row.id,
    title: row.title ?? world.seats.exercise?.title ?? row.scenario,
    scenario: row.scenario,
    status: exercise.status,
    rate,
    ...(exercise.status === 'paused' && reason !== undefined ? { reason } : {}),
    ...(demonstrations.card?.exercise === row.id ? { demonstration: true } : {}),
    scenarioNow: now,
    start: world.seats.exercise?.start,
    seatsIn: players.filter((s) => peopleAt(world.seats, `seat:${s.id}`).length > 0).length,
    seatsOf: players.length,
    hand: { count: hand.length, overdue: hand.filter((w) => isPast(w.due, now)).length },
    ...(clockStatus(world) === 'ended' ? { ended: scenarioNow(world, 0) } : {}),
  };
}

/** Every viewer of an exercise: whether a link is out, and how many browsers are in. */
export function seatsOf(exercise: LiveExercise, { store }: House) {
  const linked = new Set(store.linked(exercise.row.id));
  const sessions = store.sessions(exercise.row.id);
  return exercise.roster.viewers.map((seat) => ({
    seat,
    party: exercise.roster.partyOf(seat),
    playedByControl: exercise.roster.parties.get(exercise.roster.partyOf(seat) ?? '')?.playedByControl,
    linked: linked.has(seat),
    sessions: sessions.filter((s) => s.viewer === seat).length,
    people: peopleAt(exercise.world.seats, seat).length,
  }));
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
