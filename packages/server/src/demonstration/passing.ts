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
  let passing = memoryStore();
  const at = (exercise: string): Store => (passing.exercises().some((row) => row.id === exercise) ? passing : kept);
  const both = (act: (store: Store) => void): void => {
    act(passing);
    act(kept);
  };
  return {
    ...kept,
    get passing() {
      return passing;
    },
    clear() {
      passing = memoryStore();
    },

    append: (exercise, expected, turn) => at(exercise).append(exercise, expected, turn),
    read: (exercise, after, limit) => at(exercise).read(exercise, after, limit),
    receipt: (exercise, seat, commandId) => at(exercise).receipt(exercise, seat, commandId),

    door: (exercise, viewer, made) => at(exercise).door(exercise, viewer, made),
    doorAt: (door) => passing.doorAt(door) ?? kept.doorAt(door),

    putLink: (exercise, viewer, token) => at(exercise).putLink(exercise, viewer, token),
    dropLink: (exercise, viewer) => at(exercise).dropLink(exercise, viewer),
    linkAt: (token) => passing.linkAt(token) ?? kept.linkAt(token),
    linked: (exercise) => at(exercise).linked(exercise),

    putSession: (session) => at(session.exercise).putSession(session),
    sessionAt: (token) => passing.sessionAt(token) ?? kept.sessionAt(token),
    session: (id) => passing.session(id) ?? kept.session(id),
    sessions: (exercise, viewer) => at(exercise).sessions(exercise, viewer),
    dropSessions: (ids) => both((store) => store.dropSessions(ids)),
    dropDirectors: () => both((store) => store.dropDirectors()),
    dropExpired: (now) => both((store) => store.dropExpired(now)),

    // A body that is being written is named after its exercise.
    addPiece: (body, n, bytes) => at(exerciseOf(body)).addPiece(body, n, bytes),
    dropBody: (body) => at(exerciseOf(body)).dropBody(body),
    keepUpload: (upload, body) => at(upload.exercise).keepUpload(upload, body),
    upload: (id) => passing.upload(id) ?? kept.upload(id),
    waitingBytes: (exercise, viewer) => at(exercise).waitingBytes(exercise, viewer),
    fileBytes: (exercise, viewers) => at(exercise).fileBytes(exercise, viewers),
    piece: (content, n) => passing.piece(content, n) ?? kept.piece(content, n),
    tidyFiles(madeBefore) {
      const more = passing.tidyFiles(madeBefore);
      return kept.tidyFiles(madeBefore) || more;
    },
    dropUnfinished: () => both((store) => store.dropUnfinished()),
  };
}

/** The name of a body being written begins with the exercise that it belongs to. */
export function bodyName(exercise: string, random: string): string {
  return `${exercise}.${random}`;
}

function exerciseOf(body: string): string {
  return body.slice(0, Math.max(0, body.indexOf('.')));
}
