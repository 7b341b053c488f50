import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { NothingToShow } from '../demonstration/demonstrations.ts';
import { SPEEDS } from '../demonstration/recorded.ts';
import { type House, perSession } from './house.ts';
import { Problem, unknown } from './problems.ts';

const speed = z.number().min(SPEEDS.slowest).max(SPEEDS.fastest);
const wanted = z.strictObject({ scenario: z.string().max(100).optional(), play: z.string().max(100).optional(), speed: speed.optional() });

/** The exercise that plays itself: started, sped up and ended from the lobby. */
export async function demonstrationRoutes(inner: FastifyInstance, { demonstrations }: House): Promise<void> {
  const lobby = inner.withTypeProvider<ZodTypeProvider>();
  const config = { who: 'director' as const, ...perSession(30) };

  lobby.post('/api/demonstration', { schema: { body: wanted }, config }, async (request, reply) => {
    if (!demonstrations.allowed)
      throw new Problem(
        409,
        'demonstration-loopback',
        'A demonstration runs on this machine only. Start the server without --host and --url to show one.',
      );
    try {
      return reply.code(201).send({ id: await demonstrations.start(request.body, () => request.judge()) });
    } catch (why) {
      if (why instanceof NothingToShow) throw unknown();
      throw why;
    }
  });

  lobby.patch('/api/demonstration', { schema: { body: z.strictObject({ speed }) }, config }, async (request, reply) => {
    request.judge();
    const changed = await demonstrations.setSpeed(request.body.speed);
    if (changed === undefined) throw unknown();
    if (!changed)
      throw new Problem(409, 'demonstration-taken', 'A person holds lead control, or the exercise has ended. Set the speed there.');
    return reply.code(204).send();
  });

  lobby.delete('/api/demonstration', { config }, async (request, reply) => {
    request.judge();
    await demonstrations.end();
    return reply.code(204).send();
  });
}
