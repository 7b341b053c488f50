import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { setSeatCookie } from './cookies.ts';
import { type House, perSession } from './house.ts';
import { Problem, unknown } from './problems.ts';

const byId = z.object({ id: z.string().max(100) });
const wanted = z.strictObject({ scenario: z.string().max(100), seat: z.string().max(80) });

const noPractice = () =>
  new Problem(
    409,
    'no-practice',
    'This is no practice that one can go on with: it has ended, a person holds lead control, or its scenario is gone.',
  );

/** Simulated people: one person practises alone, or the empty seats of an exercise are played. */
export async function simulatedRoutes(inner: FastifyInstance, house: House): Promise<void> {
  const { crews, exercises, shelf } = house;
  const lobby = inner.withTypeProvider<ZodTypeProvider>();
  const config = { who: 'director' as const, ...perSession(30) };

  lobby.post('/api/practice', { schema: { body: wanted }, config }, async (request, reply) => {
    const { seat } = request.body;
    const entry = await shelf.get(request.body.scenario);
    if (!entry) throw unknown();
    const { scenario } = entry;
    if (!scenario) throw new Problem(422, 'scenario', 'The scenario has mistakes and cannot be run. Correct them first.', entry.problems);
    const played = scenario.parties.filter((p) => p.played !== 'control').flatMap((p) => p.cells.flatMap((c) => c.seats));
    if (!played.some((s) => `seat:${s.id}` === seat)) throw unknown();
    request.judge();
    const own = await crews.practise({ ...entry, scenario }, seat, () => request.judge());
    setSeatCookie(reply, own.door, own.token, house.secure);
    return reply.code(201).send({ path: `/s/${own.door}/` });
  });

  lobby.post('/api/exercises/:id/practice', { schema: { params: byId, body: z.strictObject({}) }, config }, async (request, reply) => {
    const live = await exercises.open(request.params.id);
    if (!live) throw unknown();
    request.judge();
    const own = live.status === 'ended' ? undefined : await crews.goOn(live, () => request.judge());
    if (!own) throw noPractice();
    setSeatCookie(reply, own.door, own.token, house.secure);
    return { path: `/s/${own.door}/` };
  });

  lobby.delete('/api/exercises/:id/practice', { schema: { params: byId }, config }, async (request, reply) => {
    const live = await exercises.open(request.params.id);
    if (!live) throw unknown();
    request.judge();
    if (live.status === 'ended' || !(await crews.end(live))) throw noPractice();
    return reply.code(204).send();
  });

  lobby.put(
    '/api/exercises/:id/simulated',
    { schema: { params: byId, body: z.strictObject({ on: z.boolean() }) }, config },
    async (request, reply) => {
      const live = await exercises.open(request.params.id);
      if (!live) throw unknown();
      request.judge();
      if (live.status === 'ended') throw new Problem(409, 'ended', 'The exercise has ended.');
      if (!request.body.on) await crews.dismiss(live.row.id);
      else if (!(await crews.man(live)))
        throw new Problem(
          409,
          'scenario-gone',
          'The scenario of this exercise is no longer on the shelf, so nobody knows how its seats behave.',
        );
      return reply.code(204).send();
    },
  );
}
