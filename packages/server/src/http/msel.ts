import { type MselTable, stepsFor, tableOf } from '@entente/documents/msel';
import { split, type World } from '@entente/engine';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Steps, TooManyAsked } from '../exercises/turns.ts';
import { type Entry, entryOf } from './gate.ts';
import { type House, perSession } from './house.ts';
import { Problem, unknown } from './problems.ts';
import { SHEET_BYTES, told } from './sheet-files.ts';
import { templateNamed, templatesOf } from './templates.ts';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
/** The columns of an export, where no template of an office gives them. */
export const preset = z.enum(['hseep', 'nato', 'uk']).default('hseep');
export const language = z.enum(['en', 'ko']).default('en');

/**
 * The MSEL out to a planner's workbook, and what was changed in one that comes back. Both are folded from the controller's own
 * feed, so that no party's control has a word of another's; what comes back is changed by ordinary commands alone.
 */
export async function mselRoutes(plain: FastifyInstance, house: House): Promise<void> {
  const { aside, turns } = house;
  // Before anything is read of what was sent: to be told that it is malformed, or too much, would tell that there is something.
  plain.addHook('onRequest', async (request) => void ofControl(request));
  const app = plain.withTypeProvider<ZodTypeProvider>();

  async function ask<T>(request: FastifyRequest, { live, session }: Entry, think: (world: World) => T): Promise<T> {
    const steps = function* (): Steps<T> {
      return think(yield* live.worlds.folding(session.viewer));
    };
    try {
      return await turns.ask(`${live.id} ${session.viewer}`, steps, () => !request.raw.socket.destroyed);
    } catch (why) {
      if (!(why instanceof TooManyAsked)) throw why;
      throw new Problem(429, 'too-many', 'This seat has asked too much at once. Wait for the answers, then ask again.');
    }
  }

  async function workbook(request: FastifyRequest, reply: FastifyReply, preset: unknown, words: 'en' | 'ko'): Promise<FastifyReply> {
    const entry = ofControl(request);
    const table: MselTable = await ask(request, entry, (world) => tableOf(world, entry.session.viewer, words));
    const bytes = await told(aside.do({ kind: 'workbook', table, preset, language: words }, entry.session.id));
    request.judge();
    return reply.type(XLSX).header('content-disposition', 'attachment; filename="msel.xlsx"').send(Buffer.from(bytes));
  }

  app.get(
    '/msel',
    {
      schema: { querystring: z.object({ preset, template: z.string().max(200).optional(), language }) },
      config: { who: 'seat', ...perSession(30) },
    },
    (request, reply) => {
      const { template, preset: own, language: words } = request.query;
      if (template === undefined) return workbook(request, reply, own, words);
      if (ofControl(request).session.viewer !== 'control') throw unknown();
      return workbook(request, reply, templateNamed(house, template), words);
    },
  );

  /** What the offices of the house call their templates is none of a party’s. */
  app.get('/msel/templates', { config: { who: 'seat', ...perSession(30) } }, (request) => ({
    templates: ofControl(request).session.viewer === 'control' ? templatesOf(house).map((t) => t.name) : [],
  }));

  /** The same under the columns of an office's own template. */
  app.post(
    '/msel',
    {
      schema: { body: z.strictObject({ template: z.unknown(), language }) },
      config: { who: 'seat', ...perSession(30) },
    },
    (request, reply) => workbook(request, reply, request.body.template, request.body.language),
  );

  await plain.register(async (inner) => {
    inner.addContentTypeParser('application/octet-stream', { parseAs: 'buffer', bodyLimit: SHEET_BYTES }, (_request, body, done) =>
      done(null, body),
    );
    inner
      .withTypeProvider<ZodTypeProvider>()
      .post('/msel/changes', { bodyLimit: SHEET_BYTES, config: { who: 'seat', large: true, ...perSession(20) } }, async (request) => {
        const entry = ofControl(request);
        if (!Buffer.isBuffer(request.body)) throw new Problem(415, 'media-type', 'Send the workbook itself, as application/octet-stream.');
        const edited = await told(aside.do({ kind: 'edited', book: request.body, name: 'msel.xlsx' }, entry.session.id));
        request.judge();
        const { viewer } = entry.session;
        const table = await ask(request, entry, (world) => tableOf(world, viewer, edited.language));
        if (table.scenario !== edited.scenario || table.start !== edited.start)
          throw new Problem(422, 'another-scenario', ANOTHER.message.en, ANOTHER);
        const difference = await told(aside.do({ kind: 'difference', edited, lines: table.lines }, entry.session.id));
        request.judge();
        return ask(request, entry, (world) => {
          const ended = world.clock.reading?.status === 'ended';
          const steps = stepsFor(difference, world, viewer).map((s) => (ended ? { ...s, commands: [], said: AFTER_ENDEX } : s));
          return { sheet: edited.sheet, steps, notTaken: difference.notTaken, columns: difference.columns };
        });
      });
  });
}

export const ANOTHER = {
  code: 'another-scenario',
  message: { en: 'The workbook was exported from another exercise.', ko: '다른 연습에서 내보낸 통합 문서입니다.' },
  hint: { en: 'Export this exercise’s MSEL, and edit that.', ko: '이 연습의 주요상황목록을 내보내 고치십시오.' },
};
const AFTER_ENDEX = {
  en: 'The exercise has ended; nothing of it can be changed.',
  ko: '연습이 종료되어 바꿀 수 없습니다.',
};

/** To a seat that is no controller’s, there is no such address. @throws Problem */
function ofControl(request: FastifyRequest): Entry {
  const entry = entryOf(request);
  if (split(entry.session.viewer)[0] !== 'control') throw unknown();
  return entry;
}
