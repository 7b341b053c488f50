import { PLAN_FORMS, type PlanForm, planPaper, writePlan } from '@entente/documents/plan';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Steps, TooManyAsked } from '../exercises/turns.ts';
import { entryOf } from './gate.ts';
import { type House, perSession } from './house.ts';
import { language, XLSX } from './msel.ts';
import { Problem, unknown } from './problems.ts';

const TYPES: Readonly<Record<PlanForm, string>> = {
  html: 'text/html; charset=utf-8',
  xlsx: XLSX,
  svg: 'image/svg+xml',
  ics: 'text/calendar; charset=utf-8',
};

/**
 * A plan out to paper, a sheet, a picture or a calendar, folded from the viewer's own feed: of its steps it has what this seat was
 * told, and beside them only what the own side keeps.
 */
export async function planRoutes(plain: FastifyInstance, { turns }: House): Promise<void> {
  plain.withTypeProvider<ZodTypeProvider>().get(
    '/plans/:text',
    {
      schema: {
        params: z.object({ text: z.string().max(40) }),
        querystring: z.object({ as: z.enum(PLAN_FORMS).default('html'), language }),
      },
      config: { who: 'seat', ...perSession(60) },
    },
    async (request, reply) => {
      const { live, session } = entryOf(request);
      const { as, language: words } = request.query;
      const think = function* (): Steps<string | Uint8Array | undefined> {
        const world = yield* live.worlds.folding(session.viewer);
        const paper = planPaper(world, request.params.text, words, live.clock().now);
        return paper && writePlan(paper, as);
      };
      let made: string | Uint8Array | undefined;
      try {
        made = await turns.ask(`${live.id} ${session.viewer}`, think, () => !request.raw.socket.destroyed);
      } catch (why) {
        if (!(why instanceof TooManyAsked)) throw why;
        throw new Problem(429, 'too-many', 'This seat has asked too much at once. Wait for the answers, then ask again.');
      }
      // A text that is none of this seat's, and one without steps, are answered like one that never was.
      if (made === undefined) throw unknown();
      return reply
        .type(TYPES[as])
        .header('content-disposition', `attachment; filename="plan.${as}"`)
        .send(typeof made === 'string' ? made : Buffer.from(made));
    },
  );
}
