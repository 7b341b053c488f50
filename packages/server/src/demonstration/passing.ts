import { memoryStore } from '../store/memory.ts';
import type { Store } from '../store/store.ts';

/** A store and, beside it, one in memory for exercises that are not to be kept. */
export interface PassingStore extends Store {
  /** Where the records of exercises that are not kept go; `clear` puts an empty one in its place. */
  readonly passing: Store;
  clear(): void;
}

/**
 * Sends what belongs to an exercise of the passing store there, and everything else to the kept one: doors, links,
 * sessions and files of a demonstration never come near the data file. Whole records are the exercise's own affair
 * (`Exercises.create` is told its store), so listing and creating speak of the kept ones only.
 */
export function withPassing(kept: Store): PassingStore {
  const own = new Set<string>();
  let passing = remembering(own);
  const at = (exercise: string): Store => (own.has(exercise) ? passing : kept);
  const both = async (act: (store: Store) => Promise<void>): Promise<void> => {
    await act(passing);
    await act(kept);
  };
  return {
    ...kept,
    get passing() {
      return passing;
    },
    clear() {
      own.clear();
      passing = remembering(own);
    },

    append: (exercise, expected, turn) => at(exercise).append(exercise, expected, turn),
    read: (exercise, after, limit) => at(exercise).read(exercise, after, limit),
    receipts: (exercise, of) => at(exercise).receipts(exercise, of),

    door: (exercise, viewer, made) => at(exercise).door(exercise, viewer, made),

    putLink: (exercise, viewer, token) => at(exercise).putLink(exercise, viewer, token),
    dropLink: (exercise, viewer) => at(exercise).dropLink(exercise, viewer),
    linkAt: async (token) => (await passing.linkAt(token)) ?? kept.linkAt(token),
    linked: (exercise) => at(exercise).linked(exercise),

    putSession: (session) => at(session.exercise).putSession(session),
    sessionAt: async (token) => (await passing.sessionAt(token)) ?? kept.sessionAt(token),
    sessions: async (exercise) =>
      exercise === undefined ? [...(await passing.sessions()), ...(await kept.sessions())] : at(exercise).sessions(exercise),
    dropSessions: (ids) => both((store) => store.dropSessions(ids)),
    dropDirectors: () => both((store) => store.dropDirectors()),
    dropExpired: (now) => both((store) => store.dropExpired(now)),

    // A body that is being written is named after its exercise.
    addPiece: (body, n, bytes) => at(exerciseOf(body)).addPiece(body, n, bytes),
    dropBody: (body) => at(exerciseOf(body)).dropBody(body),
    keepUpload: (upload, body) => at(upload.exercise).keepUpload(upload, body),
    upload: async (id) => (await passing.upload(id)) ?? kept.upload(id),
    waitingBytes: (exercise, viewer) => at(exercise).waitingBytes(exercise, viewer),
    fileBytes: (exercise, viewers) => at(exercise).fileBytes(exercise, viewers),
    piece: async (content, n) => (await passing.piece(content, n)) ?? kept.piece(content, n),
    async tidyFiles(madeBefore) {
      const more = await passing.tidyFiles(madeBefore);
      return (await kept.tidyFiles(madeBefore)) || more;
    },
    dropUnfinished: () => both((store) => store.dropUnfinished()),
  };
}

/** A store in memory that names the exercises made in it. */
function remembering(own: Set<string>): Store {
  const store = memoryStore();
  return {
    ...store,
    async create(exercise, records, summary) {
      await store.create(exercise, records, summary);
      own.add(exercise.id);
    },
  };
}

/** The name of a body being written begins with the exercise that it belongs to. */
export function bodyName(exercise: string, random: string): string {
  return `${exercise}.${random}`;
}

function exerciseOf(body: string): string {
  return body.slice(0, Math.max(0, body.indexOf('.')));
}
