import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Access, type Entry, LinkFull } from '../access/access.ts';
import { setDirectorCookie, setSeatCookie } from './cookies.ts';
import type { House } from './house.ts';
import { badLink, crowded, linkFull, Problem } from './problems.ts';

/** By one link. A full seat of twenty comes in by its sheet three times over; a program that does nothing else does not. */
export const JOINS_A_MINUTE = 60;
/** By whatever links and from wherever. */
export const WRONG_LINKS_A_MINUTE = 100;
const token = z.strictObject({ token: z.string().min(1).max(200) });

/** Where links are exchanged for cookies, by a button press: the fragment never reaches us in an address. */
export async function entryRoutes(plain: FastifyInstance, { access, secure }: House): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const wrongLink = plain.createRateLimit({ max: WRONG_LINKS_A_MINUTE, timeWindow: 60_000, keyGenerator: () => 'links' });
  /** Guessing is slowed down; a good link is never held up by the wrong ones of others. */
  const refuseLink = async (request: Parameters<typeof wrongLink>[0]): Promise<never> => {
    const limit = await wrongLink(request);
    if (!limit.isAllowed && limit.isExceeded) throw new Problem(429, 'too-many', 'Too many wrong links were tried. Wait a minute.');
    throw badLink();
  };

  const comesIn = plain.createRateLimit({
    max: JOINS_A_MINUTE,
    timeWindow: 60_000,
    keyGenerator: (request) => (request.body as z.infer<typeof token>).token,
  });

  app.post('/api/director', { schema: { body: token }, config: { who: 'anyone' } }, async (request, reply) => {
    const cookie = await access.enterAsDirector(request.body.token);
    if (cookie === undefined) return refuseLink(request);
    setDirectorCookie(reply, cookie, secure);
    return reply.code(204).send();
  });

  app.post('/api/join/seat', { schema: { body: token }, config: { who: 'anyone' } }, async (request) => {
    const door = await access.doorOf(request.body.token);
    return door === undefined ? refuseLink(request) : { path: `/s/${door}/` };
  });

  app.post('/api/join', { schema: { body: token }, config: { who: 'anyone' } }, async (request, reply) => {
    if (!(await access.knows(request.body.token))) return refuseLink(request);
    const limit = await comesIn(request);
    if (!limit.isAllowed && limit.isExceeded) throw crowded();
    const entry = await joinedBy(access, request.body.token);
    if (entry === undefined) return refuseLink(request);
    setSeatCookie(reply, entry.door, entry.token, secure);
    return { path: `/s/${entry.door}/` };
  });
}

async function joinedBy(access: Access, link: string): Promise<Entry | undefined> {
  try {
    return await access.join(link);
  } catch (why) {
    throw why instanceof LinkFull ? linkFull() : why;
  }
}
