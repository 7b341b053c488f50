import { KNOWLEDGE_ROOMS, type Known, knowing, mayAskWhy, searching, sharingMetrics, type World, why } from '@entente/engine';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Steps, TooManyAsked } from '../exercises/turns.ts';
import { entryOf } from './gate.ts';
import { type House, perSession } from './house.ts';
import { Problem, unknown } from './problems.ts';

/** Who knew what when, with its figures. */
interface Who {
  readonly items: readonly Known[];
  readonly metrics: ReturnType<typeof sharingMetrics>;
}
const asked = { config: { who: 'seat' as const, ...perSession(600) } };

/**
 * Questions about what a viewer knows, for scripts; each is answered from the fold of the viewer's own feed, in steps, between
 * which everybody else is served.
 */
export async function questionRoutes(plain: FastifyInstance, { turns }: House): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>();

  /** One seat has one question under way, by however many browsers it is asked. */
  async function answer<T>(request: FastifyRequest, think: (world: World) => Steps<T>): Promise<T> {
    const { live, session } = entryOf(request);
    const steps = function* (): Steps<T> {
      return yield* think(yield* live.worlds.folding(session.viewer));
    };
    try {
      return await turns.ask(`${live.id} ${session.viewer}`, steps, () => !request.raw.socket.destroyed);
    } catch (why) {
      if (!(why instanceof TooManyAsked)) throw why;
      throw new Problem(429, 'too-many', 'This seat has asked too much at once. Wait for the answers, then ask again.');
    }
  }

  app.get('/search', { schema: { querystring: z.object({ q: z.string().max(200) }) }, ...asked }, async (request) => ({
    hits: await answer(request, (world) => searching(world, request.query.q)),
  }));

  /** By the viewer's world: what was answered last, as long as nothing on which it rests was told since. */
  const kept = new WeakMap<World, { readonly last: number; readonly known: Who }>();
  app.get('/known', asked, (request) => {
    const { live, session } = entryOf(request);
    const { roster, worlds } = live;
    return answer(request, function* (world): Steps<Who> {
      const last = worlds.last(session.viewer, KNOWLEDGE_ROOMS);
      const before = kept.get(world);
      if (before?.last === last) return before.known;
      const items = yield* knowing(world, roster);
      const known = { items, metrics: sharingMetrics(world, roster, items) };
      kept.set(world, { last, known });
      return known;
    });
  });

  app.get(
    '/why',
    { schema: { querystring: z.object({ item: z.string().max(40), seat: z.string().max(80) }) }, ...asked },
    async (request) => {
      const { live, session } = entryOf(request);
      const { item, seat } = request.query;
      // biome-ignore lint/correctness/useYield: it is short, once the world is folded
      const reasons = await answer(request, function* (world) {
        const may = mayAskWhy(world, live.roster, session.viewer, item) && live.roster.knows(seat);
        return may ? why(world, live.roster, live.clock().now, item, seat) : undefined;
      });
      if (!reasons) throw unknown();
      return { reasons };
    },
  );
}
