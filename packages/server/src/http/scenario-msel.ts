import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { ShelfEntry } from '../scenarios/shelf.ts';
import { OWN_FILE } from '../store/folder.ts';
import { HeldSheets } from './held-sheets.ts';
import { type House, perSession } from './house.ts';
import { ANOTHER, language, preset, XLSX } from './msel.ts';
import { Problem, unknown } from './problems.ts';
import { SHEET_BYTES, told } from './sheet-files.ts';
import { templateNamed } from './templates.ts';

const byId = z.object({ id: z.string().max(100) });
const director = { who: 'director' as const };

/** The MSEL of a scenario out to a planner’s workbook, and what was changed there back into its files. */
export async function scenarioMselRoutes(plain: FastifyInstance, house: House): Promise<void> {
  const books = new HeldSheets(house.randomness);
  const app = plain.withTypeProvider<ZodTypeProvider>();

  app.get(
    '/api/scenarios/:id/msel',
    {
      schema: { params: byId, querystring: z.object({ preset, template: z.string().max(200).optional(), language }) },
      config: { ...director, ...perSession(30) },
    },
    async (request, reply): Promise<FastifyReply> => {
      const { folder, id } = await scenario(house, request.params.id);
      const { template, preset: own, language: words } = request.query;
      const layout = template === undefined ? own : templateNamed(house, template);
      const bytes = await toldOf(house.aside.do({ kind: 'scenario-book', folder, preset: layout, language: words }));
      request.judge();
      return reply
        .type(XLSX)
        .header('content-disposition', `attachment; filename="${id.replace(/[^\w.-]/g, '-')}.xlsx"`)
        .send(Buffer.from(bytes));
    },
  );

  await plain.register(async (inner) => {
    inner.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: SHEET_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    inner.withTypeProvider<ZodTypeProvider>().post(
      '/api/scenarios/:id/msel/changes',
      {
        bodyLimit: SHEET_BYTES,
        schema: { params: byId, querystring: z.object({ name: z.string().min(1).max(200).default('msel.xlsx') }) },
        config: { ...director, large: true, ...perSession(20) },
      },
      async (request) => {
        if (!Buffer.isBuffer(request.body)) throw new Problem(415, 'media-type', 'Send the workbook itself, as application/octet-stream.');
        const entry = await scenario(house, request.params.id);
        const { name } = request.query;
        const changes = await toldOf(house.aside.do({ kind: 'scenario-changes', folder: entry.folder, book: request.body, name }));
        request.judge();
        return { ...changes, book: books.hold(name, request.body), writes: isOurs(entry, house) };
      },
    );
  });

  app.post(
    '/api/scenarios/:id/msel/take',
    {
      schema: {
        params: byId,
        body: z.strictObject({
          book: z.string().max(60),
          /** As the changes said it. */
          mark: z.string().max(100),
          take: z.array(z.string().max(200)).max(20_000),
        }),
      },
      config: { ...director, ...perSession(20) },
    },
    (request) => take(house, books, request.params.id, request.body, () => request.judge()),
  );
}

/** @throws Problem */
async function take(house: House, books: HeldSheets, id: string, confirmed: Confirmed, judge: () => void) {
  const entry = await scenario(house, id);
  const { book, mark } = confirmed;
  if (!isOurs(entry, house))
    throw new Problem(
      409,
      'not-ours',
      'The scenario lies outside the data folder, so the server leaves it as it is. Take the workbook over with ./entente import BOOK --into FOLDER --take.',
    );
  const { folder } = entry;
  const { bytes, name } = books.get(book);
  const done = await toldOf(house.aside.do({ kind: 'scenario-taken', folder, book: bytes, name, keys: confirmed.take }));
  judge();
  if (done.mark !== mark)
    throw new Problem(409, 'changed-meanwhile', 'The scenario was changed meanwhile. Send the workbook again and look anew.');
  const errors = done.problems.filter((p) => p.severity === 'error');
  if (errors.length > 0)
    throw new Problem(422, 'scenario', 'With these changes the scenario would have mistakes; nothing was written.', errors);
  for (const [file, text] of done.files) write(join(folder, file), text);
  books.forget(book);
  return { taken: done.taken, problems: done.problems };
}
interface Confirmed {
  readonly book: string;
  readonly mark: string;
  readonly take: readonly string[];
}

/** @throws Problem */
async function scenario({ shelf }: House, id: string): Promise<ShelfEntry> {
  const entry = await shelf.get(id);
  if (!entry) throw unknown();
  if (!entry.scenario) throw new Problem(422, 'scenario', 'The scenario has mistakes. Correct them first.', entry.problems);
  return entry;
}

/** Made of a sheet, and kept in the data folder: what lies elsewhere is its author’s. */
const isOurs = ({ folder }: ShelfEntry, { imports }: House): boolean =>
  imports !== undefined && resolve(dirname(folder)) === resolve(imports);

/** Beside its place first: a full disk leaves no half of a file. What is the same is left alone. */
function write(path: string, text: string): void {
  if (readFileSync(path, 'utf8') === text) return;
  writeFileSync(`${path}.draft`, text, { mode: OWN_FILE });
  renameSync(`${path}.draft`, path);
}

/** @throws Problem */
async function toldOf<T>(asked: Promise<T>): Promise<T> {
  try {
    return await told(asked);
  } catch (why) {
    if (why instanceof Problem && why.code === 'another-scenario') throw new Problem(422, why.code, OTHER.message.en, OTHER);
    throw why;
  }
}
const OTHER = {
  ...ANOTHER,
  message: { en: 'The workbook was exported from another scenario.', ko: '다른 시나리오에서 내보낸 통합 문서입니다.' },
  hint: { en: 'Export this scenario’s MSEL, and edit that.', ko: '이 시나리오의 주요상황목록을 내보내 고치십시오.' },
};
