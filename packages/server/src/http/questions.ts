import { knowledge, mayAskWhy, search, sharingMetrics, why } from '@entente/engine';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { perSession } from './app.ts';
import { entryOf } from './gate.ts';
import { unknown } from './problems.ts';

const asked = { config: { who: 'seat' as const, ...perSession(600) } };

/** Questions about what a viewer knows, for scripts; each is answered from the fold of the viewer's own feed. */
export async function questionRoutes(plain: FastifyInstance): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>();

  app.get('/search', { schema: { querystring: z.object({ q: z.string().max(200) }) }, ...asked }, async (request) => {
    const { live, session } = entryOf(request);
    return { hits: search(live.worlds.of(session.viewer), request.query.q) };
  });

  app.get('/known', asked, async (request) => {
    const { live, session } = entryOf(request);
    const world = live.worlds.of(session.viewer);
    const items = knowledge(world, live.roster);
    return { items, metrics: sharingMetrics(world, live.roster, items) };
  });

  app.get(
    '/why',
    { schema: { querystring: z.object({ item: z.string().max(40), seat: z.string().max(80) }) }, ...asked },
    async (request) => {
      const { live, session } = entryOf(request);
      const { item, seat } = request.query;
      const world = live.worlds.of(session.viewer);
      const reasons = mayAskWhy(world, live.roster, session.viewer, item) && live.roster.knows(seat);
      if (!reasons) throw unknown();
      return { reasons: why(world, live.roster, live.clock().now, item, seat) };
    },
  );
}
