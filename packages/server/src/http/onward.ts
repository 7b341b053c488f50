import { htmlToBegin, OWN_SCRIPT } from '@entente/rehearsal';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { readRecord } from '../exercises/fold.ts';
import { ofExercise } from '../rehearsals/rehearsals.ts';
import { setSeatCookie } from './cookies.ts';
import { houseFonts } from './fonts.ts';
import { type Entry, entryOf } from './gate.ts';
import { policy } from './headers.ts';
import { type House, perSession } from './house.ts';
import { Problem, unknown } from './problems.ts';
import { busy, cancelling, pieces } from './rehearsal.ts';

const USUAL_RUNS = 200;
const wanted = z.strictObject({
  at: z.number().int().min(0).max(10_000_000_000).optional(),
  runs: z.number().int().min(1).max(5_000).optional(),
});

/** Rehearsing on from a moment of an exercise. It is for lead control alone: what may come, and what was planned, is in it. */
export async function onwardRoutes(plain: FastifyInstance, house: House): Promise<void> {
  // Before anything is read of what was sent: to be told that it is malformed, or too much, would tell that there is something.
  plain.addHook('onRequest', async (request) => void ofLead(request));
  begins(plain, house);
  reports(plain, house);
  opens(plain, house);
}
const config = { who: 'seat' as const, ...perSession(60) };

function begins(plain: FastifyInstance, { rehearsals, shelf }: House): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.post('/rehearsal', { schema: { body: wanted }, config }, async (request, reply) => {
    const { live } = ofLead(request);
    const entry = await shelf.get(live.row.scenario);
    const scenario = entry?.scenario;
    if (!entry || !scenario)
      throw new Problem(
        409,
        'scenario-gone',
        'The scenario of this exercise is no longer on the shelf, so nobody knows how its seats behave.',
      );
    const { events } = await readRecord(live.store, live.row);
    const last = events.at(-1)?.at ?? 0;
    const at = Math.min(request.body.at ?? last, last);
    const ended = events.findIndex((r) => r.event.type === 'ExerciseEnded');
    const begun = events.findIndex((r) => r.event.type === 'ClockStarted') + 1;
    const until = events.findLastIndex((r) => r.at <= at) + 1;
    const n = Math.max(begun, ended < 0 ? until : Math.min(until, ended));
    if (begun === 0) throw new Problem(409, 'not-started', 'The exercise has not started. Rehearse its scenario from the lobby.');
    const past = { events, n, at: n < until ? undefined : at };
    ofLead(request);
    try {
      rehearsals.startFrom(live, { ...entry, scenario }, past, request.body.runs ?? USUAL_RUNS);
    } catch (why) {
      throw busy(why);
    }
    return reply.code(202).send(rehearsals.cardOf(ofExercise(live.row.id), scenario));
  });

  app.get('/rehearsal', { config }, async (request) => {
    const { live } = ofLead(request);
    return rehearsals.cardOf(ofExercise(live.row.id), (await shelf.get(live.row.scenario))?.scenario);
  });

  app.delete('/rehearsal', { schema: { querystring: cancelling }, config }, async (request) => {
    const { live } = ofLead(request);
    const what = ofExercise(live.row.id);
    if (!(await rehearsals.cancel(what, request.query.discard === 'true'))) throw unknown();
    ofLead(request);
    return rehearsals.cardOf(what, (await shelf.get(live.row.scenario))?.scenario);
  });
}

function reports(plain: FastifyInstance, { rehearsals, webRoot }: House): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.get('/rehearsal/report', { config }, async (request) => {
    const report = rehearsals.report(ofExercise(ofLead(request).live.row.id));
    if (!report) throw unknown();
    return report;
  });

  app.get(
    '/rehearsal/page',
    { schema: { querystring: z.object({ at: z.coerce.number().int().min(0).optional() }) }, config },
    async (request, reply) => {
      const { live, door } = ofLead(request);
      const what = ofExercise(live.row.id);
      const at = `/s/${door}/api/rehearsal`;
      const { running } = rehearsals.cardOf(what, undefined);
      const html =
        request.query.at === undefined && !running ? rehearsals.html(what, { house: at, fonts: houseFonts(webRoot) }) : undefined;
      reply
        .type('text/html; charset=utf-8')
        .header('content-security-policy', policy().replace("script-src 'self'", `script-src ${OWN_SCRIPT}`));
      if (html !== undefined) return reply.send(html);
      const told = await live.read(({ seats, clock }, now) => ({
        title: seats.exercise?.title,
        start: seats.exercise?.start,
        ended: clock.reading?.status === 'ended',
        now,
      }));
      return reply.send(
        htmlToBegin({
          title: told.title ?? '',
          start: told.start ?? '',
          now: told.now,
          at: request.query.at ?? (told.ended ? 0 : told.now),
          ended: told.ended,
          house: at,
          running: running !== undefined,
          fonts: houseFonts(webRoot),
        }),
      );
    },
  );

  app.get('/rehearsal/report.html', { config }, async (request, reply) => {
    const html = rehearsals.html(ofExercise(ofLead(request).live.row.id));
    if (html === undefined) throw unknown();
    return reply.type('text/html; charset=utf-8').header('content-disposition', 'attachment; filename="rehearsal.html"').send(html);
  });

  app.get('/rehearsal/runs.csv', { config }, async (request, reply) => {
    const csv = await rehearsals.csv(ofExercise(ofLead(request).live.row.id));
    ofLead(request);
    if (csv === undefined) throw unknown();
    return reply.type('text/csv; charset=utf-8').header('content-disposition', 'attachment; filename="runs.csv"').send(pieces(csv));
  });
}

function opens(plain: FastifyInstance, house: House): void {
  const { access, rehearsals } = house;
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const open = async (request: FastifyRequest, exercise: string | undefined) => {
    if (exercise === undefined) throw unknown();
    return access.openControl(exercise, () => ofLead(request));
  };
  app.post(
    '/rehearsal/runs/:run/open',
    { schema: { params: z.object({ run: z.coerce.number().int().min(1).max(5_000) }) }, config },
    async (request, reply) => {
      const { live } = ofLead(request);
      const run = await rehearsals.open(ofExercise(live.row.id), request.params.run, () => ofLead(request));
      const entry = await open(request, run);
      setSeatCookie(reply, entry.door, entry.token, house.secure);
      return { path: `/s/${entry.door}/` };
    },
  );
  app.post('/rehearsal/decision/open', { config }, async (request, reply) => {
    const { live } = ofLead(request);
    const entry = await open(request, await rehearsals.openNearest(ofExercise(live.row.id), () => ofLead(request)));
    setSeatCookie(reply, entry.door, entry.token, house.secure);
    return { path: `/s/${entry.door}/` };
  });
}

/** To everybody but lead control, there is no such address. @throws Problem */
function ofLead(request: FastifyRequest): Entry {
  const entry = entryOf(request);
  if (entry.session.viewer !== 'control') throw unknown();
  return entry;
}
