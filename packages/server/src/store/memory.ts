import type { Address } from '@entente/engine';
import type { FileStore, Spending } from './files.ts';
import { filesInMemory } from './files-memory.ts';
import {
  type ExerciseRow,
  type OnStep,
  PositionConflict,
  type Receipt,
  type Seating,
  type SessionRow,
  type Store,
  type StoredRecord,
  type Turn,
} from './store.ts';

type RecordKeeping = 'create' | 'exercises' | 'append' | 'read' | 'receipt' | 'beat' | 'alive' | 'tryRoom';

/** A store that forgets everything with the process: for demonstrations and tests. */
export function memoryStore(onStep: OnStep = () => {}): Store {
  const { onSeating, stands, ...doors } = doorsInMemory();
  const { spend, dropWaiting, ...files } = filesInMemory(stands);
  return { ...recordsInMemory(onStep, onSeating, { spend, dropWaiting }), ...doors, ...files, close() {} };
}

function recordsInMemory(
  onStep: OnStep,
  onSeating: (exercise: string, seating: Seating) => void,
  uploads: Spending,
): Pick<Store, RecordKeeping> {
  const exercises = new Map<string, ExerciseRow>();
  const records = new Map<string, StoredRecord[]>();
  const receipts = new Map<string, Receipt>();
  const alive = new Map<string, number>();
  const key = (...parts: string[]) => parts.join('\u0000');
  const record = (exercise: string) => {
    const found = records.get(exercise);
    if (!found) throw new RangeError('no such exercise');
    return found;
  };
  return {
    create(exercise, first) {
      if (exercises.has(exercise.id)) throw new RangeError('the exercise exists already');
      exercises.set(exercise.id, exercise);
      records.set(exercise.id, [...first]);
    },
    exercises: () => [...exercises.values()],
    append(exercise, expected, turn: Turn) {
      const own = record(exercise);
      if (own.length !== expected) throw new PositionConflict(`the record ends at ${own.length}, not at ${expected}`);
      for (const r of turn.receipts)
        if (receipts.has(key(exercise, r.seat, r.commandId))) throw new PositionConflict('the command was answered already');
      onStep('begun');
      onStep('inserted');
      own.push(...turn.records);
      for (const r of turn.receipts) receipts.set(key(exercise, r.seat, r.commandId), r);
      for (const s of turn.seatings) onSeating(exercise, s);
      uploads.spend(turn.uploads ?? []);
      if (turn.ended) uploads.dropWaiting(exercise);
      onStep('committed');
    },
    read: (exercise, after, limit) => record(exercise).slice(after, after + limit),
    receipt: (exercise, seat, commandId) => receipts.get(key(exercise, seat, commandId)),
    beat(exercises, wall) {
      for (const exercise of exercises) alive.set(exercise, wall);
    },
    alive: (exercise) => alive.get(exercise),
    tryRoom() {},
  };
}

type Doors = Omit<Store, RecordKeeping | keyof FileStore | 'close'>;
function doorsInMemory(): Doors & { onSeating(exercise: string, seating: Seating): void; stands(session: string): boolean } {
  const doors = new Map<string, { door: string; exercise: string; viewer: Address }>();
  const links = new Map<string, { exercise: string; viewer: Address }>();
  const sessions = new Map<string, SessionRow>();
  const directors = new Map<string, number>();
  let directorLink: string | undefined;
  const dropLink = (exercise: string, viewer: Address) => {
    for (const [token, l] of links) if (l.exercise === exercise && l.viewer === viewer) links.delete(token);
  };
  return {
    stands: (session) => sessions.has(session),
    onSeating(exercise, seating) {
      const { viewer, person, left, heir } = seating;
      const session = sessions.get(seating.session);
      if (left === undefined) {
        if (session) sessions.set(session.id, { ...session, person });
        return;
      }
      sessions.delete(seating.session);
      for (const s of sessions.values()) {
        const nameless = heir !== undefined && s.viewer === viewer && s.byLink && s.person === undefined;
        if (s.exercise === exercise && (s.person === left || nameless)) sessions.delete(s.id);
      }
      if (heir === undefined) return;
      dropLink(exercise, viewer);
      sessions.set(heir.id, { ...heir, person });
    },
    door(exercise, viewer, made) {
      const known = [...doors.values()].find((d) => d.exercise === exercise && d.viewer === viewer);
      if (!known) doors.set(made, { door: made, exercise, viewer });
      return known?.door ?? made;
    },
    doorAt: (door) => doors.get(door),

    putLink(exercise, viewer, token) {
      dropLink(exercise, viewer);
      links.set(token, { exercise, viewer });
    },
    dropLink,
    linkAt: (token) => links.get(token),
    linked: (exercise) => [...links.values()].filter((l) => l.exercise === exercise).map((l) => l.viewer),

    putSession: (session) => void sessions.set(session.id, session),
    sessionAt: (token) => [...sessions.values()].find((s) => s.token === token),
    session: (id) => sessions.get(id),
    sessions: (exercise, viewer) =>
      [...sessions.values()].filter((s) => s.exercise === exercise && (viewer === undefined || s.viewer === viewer)),
    dropSessions: (ids) => {
      for (const id of ids) sessions.delete(id);
    },
    dropExpired(now) {
      for (const [id, s] of sessions) if (s.expiresAt <= now) sessions.delete(id);
      for (const [token, expiresAt] of directors) if (expiresAt <= now) directors.delete(token);
    },

    putDirectorLink(token) {
      directorLink = token;
    },
    spendDirectorLink(token) {
      if (directorLink !== token) return false;
      directorLink = undefined;
      return true;
    },
    putDirectorSession: (token, expiresAt) => void directors.set(token, expiresAt),
    directorSession: (token) => directors.get(token),
    directorSessions: () => directors.size,
    dropDirectors() {
      directors.clear();
      for (const [id, s] of sessions) if (!s.byLink) sessions.delete(id);
    },
  };
}
