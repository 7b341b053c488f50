import { Readable } from 'node:stream';
import { type Address, commandSchema, split } from '@entente/engine';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { LiveExercise } from '../exercises/live.ts';
import { type Edition, editionsOf } from '../feed/editions.ts';
import { ownRecord, wholeRecord } from '../feed/export.ts';
import { isMark } from '../simulated/mark.ts';
import type { SessionRow } from '../store/store.ts';
import { attachmentRoutes } from './attachments.ts';
import { clearSeatCookie, setSeatCookie } from './cookies.ts';
import { type Entry, entryOf } from './gate.ts';
import { type House, perSession } from './house.ts';
import { invitation, invite } from './invite.ts';
import { mselRoutes } from './msel.ts';
import { onwardRoutes } from './onward.ts';
import { planRoutes } from './plans.ts';
import { Problem, unknown } from './problems.ts';
import { questionRoutes } from './questions.ts';
import { isUpgrade, openSocket } from './sockets.ts';

const seat = { who: 'seat' as const };
const PAGE = 500;
const LONGEST_PAGE = 2_000;

const cursor = z.object({
  after: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(LONGEST_PAGE).default(PAGE),
});
const command = z.strictObject({ id: z.string().regex(/^[\w-]{8,64}$/), command: commandSchema });

/** Everything of one seat, under its own opaque path and cookie: one request, one seat. */
export async function seatRoutes(plain: FastifyInstance, house: House): Promise<void> {
  await plain.register(
    async (inner) => {
      whatASeatReads(inner, house);
      whatASeatDoes(inner, house);
      await inner.register(attachmentRoutes, house);
      await inner.register(questionRoutes, house);
      await inner.register(mselRoutes, house);
      await inner.register(planRoutes, house);
      await inner.register(onwardRoutes, house);
    },
    { prefix: '/s/:door/api' },
  );
}

function whatASeatReads(plain: FastifyInstance, house: House): void {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.get('/me', { config: seat }, async (request) => card(entryOf(request)));

  app.get('/feed', { schema: { querystring: cursor }, config: { ...seat, ...perSession(600) } }, async (request, reply) => {
    const entry = entryOf(request);
    const { viewer } = entry.session;
    if (isUpgrade(request)) return socket(request, reply, entry, request.query.after);
    if (request.headers.accept?.includes('text/event-stream')) return stream(request, reply, entry, resumeAt(request, request.query.after));
    return page(reply, entry.live, viewer, request.query.after, request.query.limit);
  });

  app.get(
    '/editions/:edition/feed',
    { schema: { params: z.object({ edition: z.string().max(100) }), querystring: cursor }, config: { ...seat, ...perSession(600) } },
    async (request, reply) => {
      const { live, session } = entryOf(request);
      return page(reply, live, opened(live, session.viewer, request.params.edition), request.query.after, request.query.limit);
    },
  );

  app.get(
    '/export',
    { schema: { querystring: z.object({ edition: z.string().max(100).optional() }) }, config: { ...seat, ...perSession(30) } },
    async (request, reply) => {
      const { live, session } = entryOf(request);
      const edition = opened(live, session.viewer, request.query.edition ?? session.viewer);
      reply.type('application/jsonl; charset=utf-8').header('content-disposition', 'attachment; filename="entente-record.jsonl"');
      return reply.send(
        Readable.from(edition === 'control' ? wholeRecord(house.store, live.row.id, live.feed) : ownRecord(live.feed, edition)),
      );
    },
  );
}

function whatASeatDoes(plain: FastifyInstance, house: House): void {
  const { access } = house;
  const app = plain.withTypeProvider<ZodTypeProvider>();
  app.post('/commands', { schema: { body: command }, config: { ...seat, ...perSession(600) } }, async (request, reply) => {
    const { live, session, door } = entryOf(request);
    const given = request.body.command;
    if ((given.type === 'TakeSeat' || given.type === 'HandOver') && isMark(given.function))
      throw new Problem(409, 'reserved-function', 'By this function simulated people are known. Say another, or none.');
    const heir = given.type === 'HandOver' ? access.heir(session) : undefined;
    const answer = await live.submit({
      seat: session.viewer,
      session: session.id,
      hand: () => access.standing(session.id),
      commandId: request.body.id,
      command: given,
      heir: heir?.session,
    });
    if (!answer.ok) throw new Problem(409, answer.rejection.code, answer.rejection.message, answer.rejection.details);
    // The next person's cookie is given once, with the answer to the hand-over itself: a repeat has made no heir.
    if (heir && access.standing(heir.session.id)) setSeatCookie(reply, door, heir.token, house.secure);
    if (given.type === 'LeaveSeat') clearSeatCookie(reply, door, house.secure);
    return answer;
  });

  app.post(
    '/presence',
    { schema: { body: z.strictObject({ here: z.enum(['present', 'away']) }) }, config: { ...seat, ...perSession(100) } },
    async (request, reply) => {
      const { live, session } = entryOf(request);
      live.feed.say(session.id, request.body.here);
      return reply.code(204).send();
    },
  );

  app.post('/links', { schema: { body: invitation }, config: { ...seat, ...perSession(60) } }, async (request) => {
    const { live, session } = entryOf(request);
    return {
      links: await invite(house, live, session.viewer, request.body.seats, false, { judge: () => request.judge(), keep: session.id }),
    };
  });

  app.post('/leave', { config: { ...seat, ...perSession(30) } }, async (request, reply) => {
    const { session, door } = entryOf(request);
    await access.end(session);
    clearSeatCookie(reply, door, house.secure);
    return reply.code(204).send();
  });
}

/** Who a browser is: what it needs to choose its screen; the name, as far as it can be read, when what is under way is durable. */
async function card({ session, live }: Entry) {
  const { viewer } = session;
  const { roster } = live;
  const [kind, id] = split(viewer);
  const party = roster.partyOf(viewer);
  const { person } = session;
  const name = person === undefined ? undefined : await live.read(({ seats }) => seats.people.get(person)?.name).catch(() => undefined);
  return {
    seat: viewer,
    kind: kind === 'seat' ? 'player' : kind,
    ...(party === undefined ? {} : { party }),
    ...(kind === 'seat' ? { cell: roster.seats.get(id as string)?.cell } : {}),
    exercise: { id: live.row.id },
    ...(person === undefined ? {} : { person, name }),
    editions: editionsOf(viewer, roster, live.feed.circles),
  };
}

/** The edition, if the viewer may open it; what it may not open does not exist for it. */
function opened(live: LiveExercise, viewer: Address, edition: Edition): Edition {
  if (!editionsOf(viewer, live.roster, live.feed.circles).includes(edition)) throw unknown();
  return edition;
}

function page(reply: FastifyReply, live: LiveExercise, edition: Edition, after: number, limit: number): FastifyReply {
  checkCursor(live, edition, after);
  const { events, next, last } = live.feed.read(edition, after, limit);
  return reply
    .type('application/json; charset=utf-8')
    .send(
      `{"events":[${events.join(',')}],"next":${next},"last":${last},"clock":${JSON.stringify(live.feed.clock(edition))}${live.feed.stopped ? ',"stopped":true' : ''}}`,
    );
}

function socket(request: FastifyRequest, reply: FastifyReply, { live, session }: Entry, after: number): FastifyReply {
  checkRoom(live, session, after);
  sayGoodbye(request, live, session);
  return openSocket(request, reply, live.feed, { session: session.id, viewer: session.viewer, person: session.person }, after);
}

function checkRoom(live: LiveExercise, session: SessionRow, after: number): void {
  checkCursor(live, session.viewer, after);
  if (!live.feed.hasRoom(session.id)) throw new Problem(429, 'too-many-pages', 'This seat is open in too many windows. Close some.');
}

function stream(request: FastifyRequest, reply: FastifyReply, { live, session }: Entry, after: number): FastifyReply {
  checkRoom(live, session, after);
  sayGoodbye(request, live, session);
  const gone = new AbortController();
  request.raw.socket.setNoDelay(true);
  reply.raw.on('close', () => gone.abort());
  const frames = live.feed.stream({ session: session.id, viewer: session.viewer, person: session.person }, after, gone.signal, () => {
    // A stream that came to its end has left the line to others.
    if (!reply.raw.writableFinished) request.raw.socket.destroy();
  });
  return reply.type('text/event-stream; charset=utf-8').header('x-accel-buffering', 'no').send(Readable.from(frames));
}

/** A feed does not break off when its session ends: its last word is that it was revoked. */
function sayGoodbye(request: FastifyRequest, { feed }: LiveExercise, { id }: SessionRow): void {
  request.farewell = () => feed.endStreams((session) => session === id, 'revoked');
}

/** Where a stream goes on: browsers name the last event that they had in a header of its own. */
function resumeAt(request: FastifyRequest, after: number): number {
  const last = request.headers['last-event-id'];
  if (last === undefined || last === '') return after;
  if (typeof last !== 'string' || !/^\d{1,9}$/.test(last)) throw badCursor();
  return Number(last);
}

function checkCursor(live: LiveExercise, edition: Edition, after: number): void {
  if (after > live.feed.last(edition)) throw badCursor();
}

function badCursor(): Problem {
  return new Problem(400, 'cursor', 'The number to go on from is not one of this feed. Begin again from 0.');
}
