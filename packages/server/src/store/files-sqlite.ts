import type { DatabaseSync, SQLOutputValue } from 'node:sqlite';
import type { FileStore, Spending, UploadRow } from './files.ts';
import { PositionConflict } from './store.ts';

/** A body is one writing of some bytes; several may have the same content until the next tidying. */
export const FILE_TABLES = `
  CREATE TABLE bodies (id TEXT PRIMARY KEY, content TEXT NOT NULL) STRICT;
  CREATE INDEX bodies_by_content ON bodies (content);
  CREATE TABLE pieces (body TEXT NOT NULL, n INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (body, n)) STRICT;
  CREATE TABLE uploads (id TEXT PRIMARY KEY, exercise TEXT NOT NULL, session TEXT, name TEXT NOT NULL, type TEXT NOT NULL, size INTEGER NOT NULL, content TEXT NOT NULL, made_at INTEGER NOT NULL, used INTEGER NOT NULL) STRICT;
  CREATE INDEX uploads_by_exercise ON uploads (exercise);
  CREATE INDEX uploads_by_session ON uploads (session);
  CREATE INDEX uploads_by_content ON uploads (content);
`;

/** Whose room an upload takes up. What was uploaded before this was kept counts where its session still stands. */
export const ROOM_COLUMNS = `
  ALTER TABLE uploads ADD COLUMN viewer TEXT;
  UPDATE uploads SET viewer = (SELECT viewer FROM sessions WHERE sessions.id = uploads.session);
`;

/** Bodies let go of in one tidying: nobody's command waits long for it, and the rest goes with the next. */
const MOST_AT_ONCE = 5;

type Row = Record<string, SQLOutputValue>;
type Transaction = (work: () => void) => void;

/** Files in the data file. */
export function filesIn(db: DatabaseSync, transaction: Transaction): FileStore & Spending {
  const sql = prepare(db);
  return {
    async addPiece(body, n, bytes) {
      // Pieces need not reach the disk one by one: the commit that finishes the body brings all before it.
      db.exec('PRAGMA synchronous = NORMAL');
      try {
        transaction(() => void sql.addPiece.run(body, n, bytes));
      } finally {
        db.exec('PRAGMA synchronous = FULL');
      }
    },
    dropBody: async (body) => transaction(() => void sql.dropPieces.run(body)),
    async keepUpload(u, body) {
      transaction(() => {
        sql.addBody.run(body, u.content);
        sql.addUpload.run(
          u.id,
          u.exercise,
          u.session ?? null,
          u.name,
          u.type,
          u.size,
          u.content,
          u.madeAt,
          u.used ? 1 : 0,
          u.viewer ?? null,
        );
      });
    },
    upload: async (id) => uploadOf(sql.upload.get(id)),
    waitingBytes: async (exercise, viewer) => Number((sql.waiting.get(exercise, viewer) as Row).bytes),
    fileBytes: async (exercise, viewers) => Number((sql.weight.get(exercise, JSON.stringify(viewers)) as Row).bytes),
    piece: async (content, n) => sql.piece.get(content, n)?.bytes as Uint8Array | undefined,
    async tidyFiles(madeBefore) {
      let idle: Row[] = [];
      transaction(() => {
        sql.dropUnused.run(madeBefore);
        idle = sql.idleBodies.all();
        for (const { id } of idle) {
          sql.dropPieces.run(String(id));
          sql.dropBody.run(String(id));
        }
      });
      return idle.length === MOST_AT_ONCE;
    },
    dropUnfinished: async () => transaction(() => void sql.dropUnfinished.run()),
    spend(uploads) {
      for (const id of uploads) if (sql.spend.run(id).changes === 0) throw new PositionConflict('an upload is there no more');
    },
    dropWaiting: (exercise) => void sql.dropWaiting.run(exercise),
  };
}

function prepare(db: DatabaseSync) {
  const p = (text: string) => db.prepare(text);
  return {
    addPiece: p('INSERT INTO pieces VALUES (?, ?, ?)'),
    dropPieces: p('DELETE FROM pieces WHERE body = ?'),
    addBody: p('INSERT INTO bodies VALUES (?, ?)'),
    dropBody: p('DELETE FROM bodies WHERE id = ?'),
    addUpload: p('INSERT INTO uploads VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)'),
    upload: p('SELECT * FROM uploads WHERE id = ?'),
    waiting: p('SELECT coalesce(sum(size), 0) AS bytes FROM uploads WHERE exercise = ? AND viewer = ? AND used = 0'),
    weight: p('SELECT coalesce(sum(size), 0) AS bytes FROM uploads WHERE exercise = ? AND viewer IN (SELECT value FROM json_each(?))'),
    piece: p('SELECT bytes FROM pieces WHERE body = (SELECT min(id) FROM bodies WHERE content = ?) AND n = ?'),
    spend: p('UPDATE uploads SET used = 1 WHERE id = ?'),
    dropWaiting: p('DELETE FROM uploads WHERE exercise = ? AND used = 0'),
    dropUnused: p(
      `DELETE FROM uploads WHERE (used = 0 AND (made_at < ?1 OR session IS NULL OR session NOT IN (SELECT id FROM sessions)))
       OR (made_at < ?1 AND exercise NOT IN (SELECT id FROM exercises))`,
    ),
    idleBodies: p(
      `SELECT id FROM bodies AS b WHERE content NOT IN (SELECT content FROM uploads)
       OR id <> (SELECT min(id) FROM bodies WHERE content = b.content) LIMIT ${MOST_AT_ONCE}`,
    ),
    dropUnfinished: p('DELETE FROM pieces WHERE body NOT IN (SELECT id FROM bodies)'),
  };
}

function uploadOf(row: Row | undefined): UploadRow | undefined {
  if (!row) return undefined;
  return {
    id: String(row.id),
    exercise: String(row.exercise),
    session: row.session === null ? undefined : String(row.session),
    viewer: row.viewer === null ? undefined : String(row.viewer),
    name: String(row.name),
    type: String(row.type),
    size: Number(row.size),
    content: String(row.content),
    madeAt: Number(row.made_at),
    used: row.used === 1,
  };
}
