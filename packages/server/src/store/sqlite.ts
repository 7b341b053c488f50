import { existsSync } from 'node:fs';
import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import type { FileStore, Spending } from './files.ts';
import { FILE_TABLES, filesIn, ROOM_COLUMNS } from './files-sqlite.ts';
import { closeDataFile, closeFile } from './folder.ts';
import {
  DiskFault,
  type ExerciseRow,
  type OnStep,
  PositionConflict,
  type SessionRow,
  type Standing,
  type Store,
  type StoredRecord,
  StoreUnusable,
  type Turn,
} from './store.ts';

/** "Ente" in ASCII: marks the file as ours for whoever looks at it. */
const APPLICATION_ID = 0x456e7465;
/** SQLite's primary result codes READONLY, IOERR, CORRUPT, FULL, CANTOPEN, NOTADB. */
const DISK_FAULTS = new Set([8, 10, 11, 13, 14, 26]);

const TABLES = `
  CREATE TABLE exercises (id TEXT PRIMARY KEY, scenario TEXT NOT NULL, title TEXT, secret TEXT NOT NULL, made_at INTEGER NOT NULL) STRICT;
  CREATE TABLE records (exercise TEXT NOT NULL REFERENCES exercises, n INTEGER NOT NULL, hash TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (exercise, n)) STRICT, WITHOUT ROWID;
  CREATE TABLE receipts (exercise TEXT NOT NULL REFERENCES exercises, seat TEXT NOT NULL, command TEXT NOT NULL, digest TEXT NOT NULL, answer TEXT NOT NULL, PRIMARY KEY (exercise, seat, command)) STRICT, WITHOUT ROWID;
  CREATE TABLE doors (door TEXT PRIMARY KEY, exercise TEXT NOT NULL REFERENCES exercises, viewer TEXT NOT NULL, UNIQUE (exercise, viewer)) STRICT;
  CREATE TABLE links (token TEXT PRIMARY KEY, exercise TEXT NOT NULL REFERENCES exercises, viewer TEXT NOT NULL, UNIQUE (exercise, viewer)) STRICT;
  CREATE TABLE sessions (id TEXT PRIMARY KEY, exercise TEXT NOT NULL REFERENCES exercises, viewer TEXT NOT NULL, token TEXT NOT NULL UNIQUE, before TEXT UNIQUE, by_link INTEGER NOT NULL, person TEXT, expires_at INTEGER NOT NULL) STRICT;
  CREATE INDEX sessions_by_viewer ON sessions (exercise, viewer);
  CREATE TABLE director_link (one INTEGER PRIMARY KEY CHECK (one = 1), token TEXT NOT NULL) STRICT;
  CREATE TABLE director_sessions (token TEXT PRIMARY KEY, expires_at INTEGER NOT NULL) STRICT;
`;

/** What is kept of running exercises outside their records, and what is written to see whether there is room. */
const PULSE_TABLES = `
  CREATE TABLE alive (exercise TEXT PRIMARY KEY, wall INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TABLE room (one INTEGER PRIMARY KEY CHECK (one = 1), bytes BLOB NOT NULL) STRICT;
`;

/** What the lobby says of each exercise, as it was after the event at `position`. */
const SUMMARY_TABLE = `
  CREATE TABLE summaries (exercise TEXT PRIMARY KEY REFERENCES exercises, position INTEGER NOT NULL, text TEXT NOT NULL) STRICT, WITHOUT ROWID;
`;
const ROOM_BYTES = 256 * 1024;

/** What each version of the data file added, oldest first; a file written by a newer version is refused. */
const STEPS = [TABLES, FILE_TABLES, PULSE_TABLES, ROOM_COLUMNS, SUMMARY_TABLE];
const SCHEMA_VERSION = STEPS.length;

type Row = Record<string, SQLOutputValue>;

/**
 * The one data file of a server. WAL with full synchronisation: when `append` returns, it is on disk.
 * @throws StoreUnusable if the file is no data file of ours or was written by a newer version.
 */
export function sqliteStore(path: string, onStep: OnStep = () => {}): Store {
  const db = openFile(path);
  const sql = prepare(db);
  const transaction = allOrNothing(db, sql);
  const { spend, dropWaiting, ...files } = filesIn(db, transaction);
  return {
    ...recordsIn(sql, transaction, onStep, { spend, dropWaiting }),
    ...doorsIn(sql, transaction),
    ...files,
    close: async () => db.close(),
  };
}

/** True if an error of SQLite says that the disk is full or failing. */
export function isDiskFault(why: unknown): boolean {
  return DISK_FAULTS.has(((why as { errcode?: number }).errcode ?? 0) & 0xff);
}

type Statements = ReturnType<typeof prepare>;
type Transaction = (work: () => void) => void;
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

/** A failing rollback must not hide why the work failed. */
function allOrNothing(db: DatabaseSync, sql: Statements): Transaction {
  return (work) => {
    sql.begin.run();
    try {
      work();
      sql.commit.run();
    } catch (why) {
      try {
        if (db.isTransaction) sql.rollback.run();
      } catch {}
      throw isDiskFault(why) ? new DiskFault('the data file cannot be written', { cause: why }) : why;
    }
  };
}

function recordsIn(sql: Statements, transaction: Transaction, onStep: OnStep, uploads: Spending): Pick<Store, RecordKeeping> {
  const insert = (exercise: string, records: readonly StoredRecord[]) => {
    for (const r of records) sql.addRecord.run(exercise, r.n, r.hash, r.body);
  };
  return {
    async create(exercise, records, summary) {
      transaction(() => {
        sql.addExercise.run(exercise.id, exercise.scenario, exercise.title ?? null, exercise.secret, exercise.madeAt);
        insert(exercise.id, records);
        if (summary !== undefined) sql.putSummary.run(exercise.id, records.length, summary);
      });
    },
    exercises: async () => sql.exercises.all().map(exerciseOf),
    async exercise(id) {
      const row = sql.exercise.get(id);
      return row && exerciseOf(row);
    },
    listed: async () =>
      sql.listed.all().map((row) => ({ row: exerciseOf(row), summary: row.summary === null ? undefined : String(row.summary) })),
    putSummary: async (exercise, position, summary) => transaction(() => void sql.putSummary.run(exercise, position, summary)),
    async append(exercise, expected, turn: Turn) {
      transaction(() => {
        onStep('begun');
        const end = Number((sql.end.get(exercise) as Row).n ?? 0);
        if (end !== expected) throw new PositionConflict(`the record ends at ${end}, not at ${expected}`);
        insert(exercise, turn.records);
        if (turn.summary !== undefined) sql.putSummary.run(exercise, expected + turn.records.length, turn.summary);
        for (const r of turn.receipts) {
          if (sql.receipt.get(exercise, r.seat, r.commandId)) throw new PositionConflict('the command was answered already');
          sql.addReceipt.run(exercise, r.seat, r.commandId, r.digest, r.answer);
        }
        for (const s of turn.seatings) {
          if (s.left === undefined) {
            sql.seat.run(s.person ?? null, s.session);
            continue;
          }
          sql.dropSession.run(s.session);
          sql.dropPerson.run(exercise, s.left);
          if (s.heir === undefined) continue;
          sql.dropNameless.run(exercise, s.viewer);
          sql.dropLink.run(exercise, s.viewer);
          putSession(sql, { ...s.heir, person: s.person });
        }
        uploads.spend(turn.uploads ?? []);
        if (turn.ended) uploads.dropWaiting(exercise);
        onStep('inserted');
      });
      onStep('committed');
    },
    read: async (exercise, after, limit) => sql.read.all(exercise, after, limit) as unknown as StoredRecord[],
    receipts: async (exercise, of) =>
      of.map(({ seat, commandId }) => {
        const row = sql.receipt.get(exercise, seat, commandId);
        return row && { seat, commandId, digest: String(row.digest), answer: String(row.answer) };
      }),
    async beat(exercises, wall) {
      transaction(() => {
        for (const exercise of exercises) sql.beat.run(exercise, wall);
      });
    },
    async alive(exercise) {
      const row = sql.alive.get(exercise);
      return row && Number(row.wall);
    },
    async tryRoom() {
      transaction(() => void sql.fillRoom.run(ROOM_BYTES));
      transaction(() => void sql.emptyRoom.run());
    },
  };
}

function doorsIn(sql: Statements, transaction: Transaction): Omit<Store, RecordKeeping | keyof FileStore | 'close'> {
  return {
    async door(exercise, viewer, made) {
      sql.addDoor.run(made, exercise, viewer);
      return String((sql.doorOf.get(exercise, viewer) as Row).door);
    },

    async putLink(exercise, viewer, token) {
      transaction(() => {
        sql.dropLink.run(exercise, viewer);
        sql.addLink.run(token, exercise, viewer);
      });
    },
    dropLink: async (exercise, viewer) => void sql.dropLink.run(exercise, viewer),
    linkAt: async (token) => sql.linkAt.get(token) as Awaited<ReturnType<Store['linkAt']>>,
    linked: async (exercise) => sql.linked.all(exercise).map((r) => String(r.viewer)),

    putSession: async (session) => putSession(sql, session),
    async sessionAt(token) {
      const row = sql.sessionAt.get(token);
      return row && String(row.exercise);
    },
    sessions: async (exercise) => sql.sessions.all(exercise ?? null).map(standingOf),
    async dropSessions(ids) {
      transaction(() => {
        for (const id of ids) sql.dropSession.run(id);
      });
    },
    async dropExpired(now) {
      transaction(() => {
        sql.dropExpired.run(now);
        sql.dropExpiredDirectors.run(now);
      });
    },

    putDirectorLink: async (token) => void sql.putDirectorLink.run(token),
    spendDirectorLink: async (token) => sql.spendDirectorLink.run(token).changes === 1,
    putDirectorSession: async (token, expiresAt) => void sql.addDirector.run(token, expiresAt),
    directorSessions: async () => new Map(sql.directors.all().map((row) => [String(row.token), Number(row.expires_at)])),
    async dropDirectors() {
      transaction(() => {
        sql.dropDirectors.run();
        sql.dropOpened.run();
      });
    },
  };
}

function putSession(sql: Statements, s: SessionRow): void {
  sql.putSession.run(s.id, s.exercise, s.viewer, s.token, s.byLink ? 1 : 0, s.person ?? null, s.expiresAt);
}

function openFile(path: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    if (!existsSync(path)) closeFile(path);
    db = new DatabaseSync(path, { timeout: 5_000, enableForeignKeyConstraints: true });
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;');
    adopt(db);
    // Not before: another program’s file stays as it is.
    closeDataFile(path);
    return db;
  } catch (why) {
    db?.close();
    if (why instanceof StoreUnusable) throw why;
    throw new StoreUnusable(
      `The data file cannot be opened: ${(why as Error).message}. Check that it is a file of this program and that it may be written.`,
      { cause: why },
    );
  }
}

/** Makes the tables in a new file, adds those that an older one lacks; refuses one that is not ours to read. */
function adopt(db: DatabaseSync): void {
  const steps = STEPS.slice(versionOf(db) ?? 0);
  if (steps.length > 0)
    db.exec(`BEGIN; ${steps.join('')} PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION}; COMMIT;`);
}

/**
 * The version of a data file; undefined if it is empty.
 * @throws StoreUnusable if a newer program wrote it, or another one.
 */
export function versionOf(db: DatabaseSync): number | undefined {
  const version = Number((db.prepare('PRAGMA user_version').get() as Row).user_version);
  const application = Number((db.prepare('PRAGMA application_id').get() as Row).application_id);
  const tables = Number((db.prepare('SELECT count(*) AS n FROM sqlite_schema').get() as Row).n);
  if (version > SCHEMA_VERSION && application === APPLICATION_ID)
    throw new StoreUnusable(
      `The data file was written by a newer version (data version ${version}; this program reads up to ${SCHEMA_VERSION}). Start it with the newer program.`,
    );
  if (tables > 0 && application !== APPLICATION_ID)
    throw new StoreUnusable('The file is a database of another program. Choose another data folder.');
  return tables === 0 ? undefined : version;
}

function prepare(db: DatabaseSync) {
  const p = (text: string) => db.prepare(text);
  return {
    begin: p('BEGIN IMMEDIATE'),
    commit: p('COMMIT'),
    rollback: p('ROLLBACK'),
    addExercise: p('INSERT INTO exercises VALUES (?, ?, ?, ?, ?)'),
    exercises: p('SELECT * FROM exercises ORDER BY made_at, id'),
    exercise: p('SELECT * FROM exercises WHERE id = ?'),
    listed: p(
      `SELECT exercises.*, summaries.text AS summary FROM exercises LEFT JOIN summaries
       ON exercise = id AND position = (SELECT max(n) FROM records WHERE records.exercise = id) ORDER BY made_at, id`,
    ),
    putSummary: p('INSERT OR REPLACE INTO summaries VALUES (?, ?, ?)'),
    end: p('SELECT max(n) AS n FROM records WHERE exercise = ?'),
    addRecord: p('INSERT INTO records VALUES (?, ?, ?, ?)'),
    read: p('SELECT n, hash, body FROM records WHERE exercise = ? AND n > ? ORDER BY n LIMIT ?'),
    addReceipt: p('INSERT INTO receipts VALUES (?, ?, ?, ?, ?)'),
    receipt: p('SELECT digest, answer FROM receipts WHERE exercise = ? AND seat = ? AND command = ?'),
    beat: p('INSERT OR REPLACE INTO alive VALUES (?, ?)'),
    alive: p('SELECT wall FROM alive WHERE exercise = ?'),
    fillRoom: p('INSERT OR REPLACE INTO room VALUES (1, zeroblob(?))'),
    emptyRoom: p('DELETE FROM room'),
    addDoor: p('INSERT INTO doors VALUES (?, ?, ?) ON CONFLICT (exercise, viewer) DO NOTHING'),
    doorOf: p('SELECT door FROM doors WHERE exercise = ? AND viewer = ?'),
    dropLink: p('DELETE FROM links WHERE exercise = ? AND viewer = ?'),
    addLink: p('INSERT INTO links VALUES (?, ?, ?)'),
    linkAt: p('SELECT exercise, viewer FROM links WHERE token = ?'),
    linked: p('SELECT viewer FROM links WHERE exercise = ? ORDER BY viewer'),
    // `before` is a column of older versions, which let a cookie live on beside its successor; it is never read.
    putSession: p(
      'INSERT OR REPLACE INTO sessions (id, exercise, viewer, token, by_link, person, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
    ),
    sessionAt: p('SELECT exercise FROM sessions WHERE token = ?'),
    sessions: p(
      'SELECT sessions.*, door FROM sessions LEFT JOIN doors USING (exercise, viewer) WHERE ?1 IS NULL OR exercise = ?1 ORDER BY id',
    ),
    seat: p('UPDATE sessions SET person = ? WHERE id = ?'),
    dropPerson: p('DELETE FROM sessions WHERE exercise = ? AND person = ?'),
    dropNameless: p('DELETE FROM sessions WHERE exercise = ? AND viewer = ? AND by_link = 1 AND person IS NULL'),
    dropSession: p('DELETE FROM sessions WHERE id = ?'),
    dropExpired: p('DELETE FROM sessions WHERE expires_at <= ?'),
    dropExpiredDirectors: p('DELETE FROM director_sessions WHERE expires_at <= ?'),
    putDirectorLink: p('INSERT OR REPLACE INTO director_link VALUES (1, ?)'),
    spendDirectorLink: p('DELETE FROM director_link WHERE token = ?'),
    addDirector: p('INSERT INTO director_sessions VALUES (?, ?)'),
    directors: p('SELECT * FROM director_sessions'),
    dropDirectors: p('DELETE FROM director_sessions'),
    dropOpened: p('DELETE FROM sessions WHERE by_link = 0'),
  };
}

function exerciseOf(row: Row): ExerciseRow {
  return {
    id: String(row.id),
    scenario: String(row.scenario),
    title: row.title === null ? undefined : String(row.title),
    secret: String(row.secret),
    madeAt: Number(row.made_at),
  };
}

function standingOf(row: Row): Standing {
  return {
    id: String(row.id),
    exercise: String(row.exercise),
    viewer: String(row.viewer),
    token: String(row.token),
    byLink: row.by_link === 1,
    person: row.person === null ? undefined : String(row.person),
    expiresAt: Number(row.expires_at),
    door: String(row.door ?? ''),
  };
}
