import { words } from '@entente/engine';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { LiveExercise } from '../exercises/live.ts';
import { content, exerciseCard, seatsOf, summary } from './cards.ts';
import { setSeatCookie } from './cookies.ts';
import { demonstrationRoutes } from './demonstration.ts';
import { type House, perSession } from './house.ts';
import { importRoute } from './import.ts';
import { invitation, invite } from './invite.ts';
import { Problem, unknown } from './problems.ts';
import { rehearsalRoutes } from './rehearsal.ts';
import { simulatedRoutes } from './simulated.ts';

const byId = z.object({ id: z.string().max(100) });

/** The lobby: scenarios, exercises and links, for whoever came in by the director link. */
export async function lobbyRoutes(inner: FastifyInstance, house: House): Promise<void> {
  const { access, exercises, shelf } = house;
  const lobby = inner.withTypeProvider<ZodTypeProvider>();
  const director = { who: 'director' as const };
  const live = async (id: string): Promise<LiveExercise> => {
    const found = await exercises.open(id);
    if (!found) throw unknown();
    return found;
  };

  lobby.get('/api/lobby', { config: director }, async () => ({
    scenarios: (await shelf.all()).map((entry) => ({ ...summary(entry), rehearsal: house.rehearsals.card(entry.id) })),
    demonstration: { allowed: house.demonstrations.allowed, ...(house.demonstrations.card ? { now: house.demonstrations.card } : {}) },
    exercises: (await exercises.told()).map((told) => exerciseCard(told, house)),
  }));

  lobby.get('/api/scenarios/:id', { schema: { params: byId }, config: director }, async (request) => {
    const entry = await shelf.get(request.params.id);
    if (!entry) throw unknown();
    return content(entry);
  });

  lobby.post(
    '/api/exercises',
    {
      schema: { body: z.strictObject({ scenario: z.string().max(100), title: words(200).optional() }) },
      config: { ...director, ...perSession(60) },
    },
    async (request, reply) => {
      const entry = await shelf.get(request.body.scenario);
      if (!entry) throw unknown();
      if (!entry.scenario)
        throw new Problem(422, 'scenario', 'The scenario has mistakes and cannot be run. Correct them first.', entry.problems);
      request.judge();
      const made = await exercises.create(entry.scenario, request.body.title, entry.files, { judge: () => request.judge() });
      return reply.code(201).send({ id: made.row.id });
    },
  );

  lobby.get('/api/exercises/:id', { schema: { params: byId }, config: director }, async (request) => {
    const exercise = await live(request.params.id);
    const told = { row: exercise.row, summary: await exercise.summary(), live: exercise };
    return { ...exerciseCard(told, house), seats: await seatsOf(exercise, house) };
  });

  lobby.post(
    '/api/exercises/:id/links',
    { schema: { params: byId, body: invitation }, config: { ...director, ...perSession(60) } },
    async (request) => {
      const exercise = await live(request.params.id);
      return { links: await invite(house, exercise, 'control', request.body.seats, true, { judge: () => request.judge() }) };
    },
  );

  lobby.post(
    '/api/exercises/:id/open',
    { schema: { params: byId }, config: { ...director, ...perSession(60) } },
    async (request, reply) => {
      const { id } = await live(request.params.id);
      const entry = await access.openControl(id, () => request.judge());
      setSeatCookie(reply, entry.door, entry.token, house.secure);
      return { path: `/s/${entry.door}/` };
    },
  );

  await demonstrationRoutes(inner, house);
  await importRoute(inner, house);
  await rehearsalRoutes(inner, house);
  await simulatedRoutes(inner, house);
}
