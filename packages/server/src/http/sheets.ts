import type { Reading, ReadRow } from '@entente/documents';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ReadSheet } from '../aside/aside.ts';
import { type HeldSheet, HeldSheets } from './held-sheets.ts';
import { type House, perSession } from './house.ts';
import { Problem } from './problems.ts';
import { importsOf, SHEET_BYTES, shelve, told } from './sheet-files.ts';

const MAP_BYTES = 1024 * 1024;
/** Letters of a cell that a preview shows. */
const LONGEST_CELL = 400;

const bySheet = z.object({ sheet: z.string().max(60) });
/** Which rows are shown beside what they become. */
const show = z
  .strictObject({
    sheet: z.string().max(200).optional(),
    becomes: z.enum(['plays', 'waits', 'out']).optional(),
    /** Rows that rest on this choice. */
    choice: z.string().max(400).optional(),
    from: z.number().int().min(0).default(0),
    most: z.number().int().min(1).max(500).default(60),
  })
  .default({ from: 0, most: 60 });
const reading = z.strictObject({ map: z.unknown().optional(), show });

/**
 * A planner's sheet on its way in: it is held while somebody chooses how it is read, looked at as often as they like, and
 * becomes a scenario only when nothing is left to guess.
 */
export async function sheetRoutes(plain: FastifyInstance, house: House): Promise<void> {
  const sheets = new HeldSheets(house.randomness);
  await plain.register(async (inner) => {
    inner.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: SHEET_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    const app = inner.withTypeProvider<ZodTypeProvider>();
    app.post(
      '/api/sheets',
      {
        bodyLimit: SHEET_BYTES,
        schema: { querystring: z.object({ name: z.string().min(1).max(200) }) },
        config: { who: 'director', large: true, ...perSession(20) },
      },
      async (request, reply) => {
        importsOf(house);
        if (!Buffer.isBuffer(request.body)) throw new Problem(415, 'media-type', 'Send the sheet itself, as application/octet-stream.');
        return reply.code(201).send({ sheet: sheets.hold(request.query.name, request.body) });
      },
    );
  });

  const app = plain.withTypeProvider<ZodTypeProvider>();
  const read = async (held: HeldSheet, map: unknown): Promise<ReadSheet> => {
    const asked = JSON.stringify(map ?? {});
    if (held.last?.map === asked) return held.last.read;
    const done = await told(house.aside.do({ kind: 'reading', sheet: held.bytes, name: held.name, map }));
    held.last = { map: asked, read: done };
    return done;
  };

  app.post(
    '/api/sheets/:sheet/reading',
    { bodyLimit: MAP_BYTES, schema: { params: bySheet, body: reading }, config: { who: 'director', ...perSession(200) } },
    async (request) => {
      const held = sheets.get(request.params.sheet);
      const { map, show } = request.body;
      return shown(await read(held, map), show);
    },
  );

  app.post(
    '/api/sheets/:sheet/import',
    {
      bodyLimit: MAP_BYTES,
      schema: { params: bySheet, body: z.strictObject({ map: z.unknown().optional() }) },
      config: { who: 'director', ...perSession(20) },
    },
    async (request, reply) => {
      const imports = importsOf(house);
      const { sheet } = request.params;
      const done = await read(sheets.get(sheet), request.body.map);
      const open = done.reading.choices.filter((c) => !c.settled).map((c) => c.key);
      if (open.length > 0)
        throw new Problem(409, 'not-settled', 'Something in the sheet is still a guess. Settle it, then import.', { open });
      const scenario = await shelve(done.files, done.id, imports, house, () => request.judge());
      sheets.forget(sheet);
      return reply.code(201).send({ scenario, counts: countsOf(rowsOf(done.reading)), rows: done.rows, problems: done.problems });
    },
  );

  app.delete('/api/sheets/:sheet', { schema: { params: bySheet }, config: { who: 'director' } }, async (request, reply) => {
    sheets.forget(request.params.sheet);
    return reply.code(204).send();
  });
}

/** All that was decided, and the rows that were asked for. */
function shown({ reading: whole, problems }: ReadSheet, { sheet, becomes, choice, from, most }: z.infer<typeof show>) {
  const reading = { ...whole, rows: rowsOf(whole) };
  const ofSheet = reading.rows.filter((r) => sheet === undefined || r.sheet === sheet);
  const found = ofSheet.filter(
    (r) => (becomes === undefined || r.becomes === becomes) && (choice === undefined || r.guesses.includes(choice)),
  );
  return {
    ...reading,
    rows: found.slice(from, from + most).map(shortened),
    found: found.length,
    counts: countsOf(reading.rows),
    ofSheet: countsOf(ofSheet),
    unknown: unknownOf(reading.rows),
    problems,
  };
}

/** Without what stands above the headers: that is told with the header row. */
function rowsOf({ rows, sheets }: Reading): readonly ReadRow[] {
  const headers = new Map(sheets.map((s) => [s.name, s.header ?? 0]));
  return rows.filter((r) => r.row > (headers.get(r.sheet) ?? 0));
}

const countsOf = (rows: readonly ReadRow[]) => ({
  all: rows.length,
  plays: rows.filter((r) => r.becomes === 'plays').length,
  waits: rows.filter((r) => r.becomes === 'waits').length,
  out: rows.filter((r) => r.becomes === 'out').length,
  nobody: rows.filter((r) => r.unknown.length > 0 || (r.becomes === 'waits' && r.inject?.to.length === 0)).length,
});

/** The words of recipients that are not understood, each with its rows: one settles all of them. */
function unknownOf(rows: readonly ReadRow[]) {
  const found = new Map<string, { sheet: string; row: number }[]>();
  for (const { unknown, sheet, row } of rows) for (const word of unknown) found.set(word, [...(found.get(word) ?? []), { sheet, row }]);
  return [...found].slice(0, 200).map(([word, at]) => ({ word, rows: at.slice(0, 20), count: at.length }));
}

const shortened = (row: ReadRow): ReadRow => ({
  ...row,
  cells: row.cells.map((c) => (c.text.length > LONGEST_CELL ? { ...c, text: `${c.text.slice(0, LONGEST_CELL)}…` } : c)),
});
