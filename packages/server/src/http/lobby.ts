import { words } from '@entente/engine';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { content, exerciseCard, summary } from './cards.ts';
import { demonstrationRoutes } from './demonstration.ts';
import { exerciseRoutes } from './exercise.ts';
import { type House, perSession } from './house.ts';
import { Problem, unknown } from './problems.ts';
import { rehearsalRoutes } from './rehearsal.ts';
import { scenarioMselRoutes } from './scenario-msel.ts';
import { sheetRoutes } from './sheets.ts';
import { simulatedRoutes } from './simulated.ts';
import { templateRoutes } from './templates.ts';

const byId = z.object({ id: z.string().max(100) });

/** The lobby: scenarios, exercises and links, for whoever came in by the director link. */
export async function lobbyRoutes(inner: FastifyInstance, house: House): Promise<void> {
  const { exercises, shelf } = house;
  const lobby = inner.withTypeProvider<ZodTypeProvider>();
  const director = { who: 'director' as const };

  lobby.get('/api/lobby', { config: director }, async () => ({
    scenarios: (await shelf.all()).map((entry) => ({ ...summary(entry), rehearsal: house.rehearsals.card(entry) })),
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

  await exerciseRoutes(inner, house);
  await demonstrationRoutes(inner, house);
  await rehearsalRoutes(inner, house);
  await simulatedRoutes(inner, house);
  await scenarioMselRoutes(inner, house);
  await sheetRoutes(inner, house);
  await templateRoutes(inner, house);
}
