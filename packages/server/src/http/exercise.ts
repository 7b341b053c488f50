import { type Command, words } from '@entente/engine';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { LiveExercise } from '../exercises/live.ts';
import { exerciseCard, seatsOf } from './cards.ts';
import { setSeatCookie } from './cookies.ts';
import { type House, perSession } from './house.ts';
import { invitation, invite } from './invite.ts';
import { Problem, unknown } from './problems.ts';

const byId = z.object({ id: z.string().max(100) });
/** Where the director goes in; to lead control, if nothing is said. */
const opening = z.strictObject({ as: z.enum(['control', 'public']).default('control') }).nullish();

/** One exercise of the lobby: its seats, links for them, the way to lead control and to the public screen. */
export async function exerciseRoutes(inner: FastifyInstance, house: House): Promise<void> {
  const { access, exercises } = house;
  const lobby = inner.withTypeProvider<ZodTypeProvider>();
  const director = { who: 'director' as const };
  const live = async (id: string): Promise<LiveExercise> => {
    const found = await exercises.open(id);
    if (!found) throw unknown();
    return found;
  };

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
    { schema: { params: byId, body: opening }, config: { ...director, ...perSession(60) } },
    async (request, reply) => {
      const { id } = await live(request.params.id);
      const judge = () => request.judge();
      // At the public screen nobody sits: who watches takes no seat from a simulated person.
      const entry = await (request.body?.as === 'public' ? access.openOwn(id, 'public', judge) : access.openControl(id, judge));
      setSeatCookie(reply, entry.door, entry.token, house.secure);
      return { path: `/s/${entry.door}/` };
    },
  );

  /** Sits down at lead control and starts the clock, where nobody needs to see control's screens for that. */
  lobby.post(
    '/api/exercises/:id/start',
    { schema: { params: byId, body: z.strictObject({ name: words(100) }) }, config: { ...director, ...perSession(60) } },
    async (request, reply) => {
      const exercise = await live(request.params.id);
      const entry = await access.openControl(exercise.id, () => request.judge());
      setSeatCookie(reply, entry.door, entry.token, house.secure);
      const { id: session, viewer: seat, person } = entry.session;
      const acts: Command[] = [
        ...(person === undefined ? [{ type: 'TakeSeat' as const, name: request.body.name }] : []),
        { type: 'StartClock' },
      ];
      for (const [i, command] of acts.entries()) {
        const hand = () => access.standing(session);
        const answer = await exercise.submit({ seat, session, hand, commandId: `start-${i}-${entry.door}`, command });
        if (!answer.ok) throw new Problem(409, answer.rejection.code, answer.rejection.message, answer.rejection.details);
      }
      return { path: `/s/${entry.door}/` };
    },
  );
}
