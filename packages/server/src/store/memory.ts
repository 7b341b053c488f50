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

type RecordKeeping =
  | 'create'
  | 'exercises'
  | 'exercise'
  | 'listed'
  | 'putSummary'
  | 'append'
  | 'read'
  | 'receipts'
  | 'beat'
  | 'alive'
  | 'tryRoom';

/** A store that forgets everything with the process: for demonstrations and tests. */
export function memoryStore(onStep: OnStep = () => {}): Store {
  const { onSeating, stands, ...doors } = doorsInMemory();
  const { spend, dropWaiting, ...files } = filesInMemory(stands);
  return { ...recordsInMemory(onStep, onSeating, { spend, dropWaiting }), ...doors, ...files, async close() {} };
}

function recordsInMemory(
  onStep: OnStep,
  onSeating: (exercise: string, seating: Seating) => void,
  uploads: Spending,
): Pick<Store, RecordKeeping> {
  const exercises = new Map<string, ExerciseRow>();
  const records = new Map<string, StoredRecord[]>();
  const receipts = new Map<string, Receipt>();
  const summaries = new Map<string, { position: number; text: string }>();
  const alive = new Map<string, number>();
  const key = (exercise: string, seat: Address, commandId: string) => `${exercise}\u0000${seat}\u0000${commandId}`;
  const record = (exercise: string) => {
    const found = records.get(exercise);
    if (!found) throw new RangeError('no such exercise');
    return found;
  };
  return {
    async create(exercise, first, summary) {
      if (exercises.has(exercise.id)) throw new RangeError('the exercise exists already');
      exercises.set(exercise.id, exercise);
      records.set(exercise.id, [...first]);
      if (summary !== undefined) summaries.set(exercise.id, { position: first.length, text: summary });
    },
    exercises: async () => [...exercises.values()],
    exercise: async (id) => exercises.get(id),
    listed: async () =>
      [...exercises.values()].map((row) => {
        const kept = summaries.get(row.id);
        return { row, summary: kept?.position === record(row.id).length ? kept.text : undefined };
      }),
    putSummary: async (exercise, position, text) => void summaries.set(exercise, { position, text }),
    async append(exercise, expected, turn: Turn) {
      const own = record(exercise);
      if (own.length !== expected) throw new PositionConflict(`the record ends at ${own.length}, not at ${expected}`);
      for (const r of turn.receipts)
        if (receipts.has(key(exercise, r.seat, r.commandId))) throw new PositionConflict('the command was answered already');
      onStep('begun');
      onStep('inserted');
      uploads.spend(turn.uploads ?? []);
      own.push(...turn.records);
      if (turn.summary !== undefined) summaries.set(exercise, { position: own.length, text: turn.summary });
      for (const r of turn.receipts) receipts.set(key(exercise, r.seat, r.commandId), r);
      for (const s of turn.seatings) onSeating(exercise, s);
      if (turn.ended) uploads.dropWaiting(exercise);
      onStep('committed');
    },
    read: async (exercise, after, limit) => record(exercise).slice(after, after + limit),
    receipts: async (exercise, of) => of.map(({ seat, commandId }) => receipts.get(key(exercise, seat, commandId))),
    async beat(exercises, wall) {
      for (const exercise of exercises) alive.set(exercise, wall);
    },
    alive: async (exercise) => alive.get(exercise),
    async tryRoom() {},
  };
}

type Doors = Omit<Store, RecordKeeping | keyof FileStore | 'close'>;
function doorsInMemory(): Doors & { onSeating(exercise: string, seating: Seating): void; stands(session: string): boolean } {
  const doors = new Map<string, string>();
  const links = new Map<string, { exercise: string; viewer: Address }>();
  const sessions = new Map<string, SessionRow>();
  const directors = new Map<string, number>();
  let directorLink: string | undefined;
  const doorOf = ({ exercise, viewer }: Pick<SessionRow, 'exercise' | 'viewer'>) => doors.get(`${exercise} ${viewer}`) ?? '';
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
    async door(exercise, viewer, made) {
      const known = doorOf({ exercise, viewer });
      if (known === '') doors.set(`${exercise} ${viewer}`, made);
      return known || made;
    },

    async putLink(exercise, viewer, token) {
      dropLink(exercise, viewer);
      links.set(token, { exercise, viewer });
    },
    dropLink: async (exercise, viewer) => dropLink(exercise, viewer),
    linkAt: async (token) => links.get(token),
    linked: async (exercise) => [...links.values()].filter((l) => l.exercise === exercise).map((l) => l.viewer),

    putSession: async (session) => void sessions.set(session.id, session),
    sessionAt: async (token) => [...sessions.values()].find((s) => s.token === token)?.exercise,
    sessions: async (exercise) =>
      [...sessions.values()].filter((s) => exercise === undefined || s.exercise === exercise).map((s) => ({ ...s, door: doorOf(s) })),
    dropSessions: async (ids) => {
      for (const id of ids) sessions.delete(id);
    },
    async dropExpired(now) {
      for (const [id, s] of sessions) if (s.expiresAt <= now) sessions.delete(id);
      for (const [token, expiresAt] of directors) if (expiresAt <= now) directors.delete(token);
    },

    async putDirectorLink(token) {
      directorLink = token;
    },
    async spendDirectorLink(token) {
      if (directorLink !== token) return false;
      directorLink = undefined;
      return true;
    },
    putDirectorSession: async (token, expiresAt) => void directors.set(token, expiresAt),
    directorSessions: async () => new Map(directors),
    async dropDirectors() {
      directors.clear();
      for (const [id, s] of sessions) if (!s.byLink) sessions.delete(id);
    },
  };
}
