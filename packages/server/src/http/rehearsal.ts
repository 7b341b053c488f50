import { Readable } from 'node:stream';
import { OWN_SCRIPT } from '@entente/rehearsal';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Busy } from '../rehearsals/rehearsals.ts';
import { setSeatCookie } from './cookies.ts';
import { houseFonts } from './fonts.ts';
import { policy } from './headers.ts';
import { type House, perSession } from './house.ts';
import { Problem, unknown } from './problems.ts';

const USUAL_RUNS = 500;
/** So many at most, whoever asks: their figures are held while exercises run. The command line takes more. */
const MOST_RUNS = 20_000;
const ofScenario = z.object({ id: z.string().max(100) });
const ofRun = z.object({ id: z.string().max(100), run: z.coerce.number().int().min(1).max(1_000_000) });
const wanted = z.strictObject({
  runs: z.number().int().min(1).max(MOST_RUNS).optional(),
  seed: z.number().int().min(0).max(0xffffffff).optional(),
});

/** How a rehearsal is cancelled: what is done is reported, if it is not to be discarded. */
export const cancelling = z.strictObject({ discard: z.enum(['true', 'false']).optional() });

/** So many rows go out at once: twenty thousand are not made while exercises wait. */
const ROWS = 100;
export function pieces(rows: Iterable<string>): Readable {
  return Readable.from(together(rows));
}
function* together(rows: Iterable<string>): Generator<string> {
  let piece: string[] = [];
  for (const row of rows) {
    piece.push(`${row}\n`);
    if (piece.length < ROWS) continue;
    yield piece.join('');
    piece = [];
  }
  yield piece.join('');
}

/** What whoever began a rehearsal is told instead: of another’s work nothing but that there is no room. */
export function busy(why: unknown): unknown {
  if (!(why instanceof Busy)) return why;
  return why.own
    ? new Problem(409, 'rehearsal-busy', 'This is being rehearsed already. Wait for it, or cancel it.')
    : new Problem(409, 'rehearsals-full', 'The server plays as many rehearsals as it can at once. Try again in a few minutes.');
}

const config = { who: 'director' as const, ...perSession(60) };
const path = '/api/scenarios/:id/rehearsal';

/** Rehearsals of the scenarios on the shelf: begun, watched, ended and read from the lobby. Nothing of it is for a seat. */
export async function rehearsalRoutes(inner: FastifyInstance, house: House): Promise<void> {
  begins(inner, house);
  reports(inner, house);
}

function begins(inner: FastifyInstance, { rehearsals, shelf }: House): void {
  const lobby = inner.withTypeProvider<ZodTypeProvider>();

  lobby.post(path, { schema: { params: ofScenario, body: wanted }, config }, async (request, reply) => {
    const entry = await shelf.get(request.params.id);
    if (!entry) throw unknown();
    const { scenario } = entry;
    if (!scenario)
      throw new Problem(422, 'scenario', 'The scenario has mistakes and cannot be rehearsed. Correct them first.', entry.problems);
    request.judge();
    try {
      rehearsals.start(
        { ...entry, scenario },
        request.body.runs ?? Math.min(scenario.rehearsal?.runs ?? USUAL_RUNS, MOST_RUNS),
        request.body.seed ?? 1,
      );
    } catch (why) {
      throw busy(why);
    }
    return reply.code(202).send(rehearsals.card(entry));
  });

  lobby.get(path, { schema: { params: ofScenario }, config: { who: 'director' } }, async (request) => {
    const entry = await shelf.get(request.params.id);
    if (!entry) throw unknown();
    return rehearsals.card(entry);
  });

  lobby.delete(path, { schema: { params: ofScenario, querystring: cancelling }, config }, async (request) => {
    const { id } = request.params;
    const entry = await shelf.get(id);
    request.judge();
    // One whose scenario has left the shelf meanwhile runs on, and keeps others waiting. What is called otherwise is an exercise’s.
    const isScenario = entry !== undefined || /^[a-z0-9-]+$/.test(id);
    if (!isScenario || !(await rehearsals.cancel(id, request.query.discard === 'true'))) throw unknown();
    return rehearsals.cardOf(id, entry?.scenario);
  });
}

function reports(inner: FastifyInstance, house: House): void {
  const { access, rehearsals, shelf } = house;
  const lobby = inner.withTypeProvider<ZodTypeProvider>();
  /** What was rehearsed of an exercise is called otherwise, and is for its lead control alone. */
  const onShelf = async ({ params }: { readonly params: z.infer<typeof ofScenario> }): Promise<string> => {
    const entry = await shelf.get(params.id);
    if (!entry) throw unknown();
    return entry.id;
  };

  lobby.get(`${path}/report`, { schema: { params: ofScenario }, config: { who: 'director' } }, async (request) => {
    const report = rehearsals.report(await onShelf(request));
    if (!report) throw unknown();
    return report;
  });

  lobby.get(`${path}/page`, { schema: { params: ofScenario }, config: { who: 'director' } }, async (request, reply) => {
    const id = await onShelf(request);
    const html = rehearsals.html(id, { house: `/api/scenarios/${encodeURIComponent(id)}/rehearsal`, fonts: houseFonts(house.webRoot) });
    if (html === undefined) throw unknown();
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', policy().replace("script-src 'self'", `script-src ${OWN_SCRIPT}`))
      .send(html);
  });

  lobby.get(`${path}/report.html`, { schema: { params: ofScenario }, config: { who: 'director' } }, async (request, reply) => {
    const html = rehearsals.html(await onShelf(request));
    if (html === undefined) throw unknown();
    return reply.type('text/html; charset=utf-8').header('content-disposition', 'attachment; filename="rehearsal.html"').send(html);
  });

  lobby.get(`${path}/runs.csv`, { schema: { params: ofScenario }, config: { who: 'director' } }, async (request, reply) => {
    const csv = await rehearsals.csv(await onShelf(request));
    if (csv === undefined) throw unknown();
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="runs.csv"').send(pieces(csv));
  });

  lobby.post(`${path}/runs/:run/open`, { schema: { params: ofRun }, config }, async (request, reply) => {
    const exercise = await rehearsals.open(await onShelf(request), request.params.run, () => request.judge());
    if (exercise === undefined) throw unknown();
    const entry = await access.openControl(exercise, () => request.judge());
    setSeatCookie(reply, entry.door, entry.token, house.secure);
    return { path: `/s/${entry.door}/` };
  });
}
