import type { FastifyReply, FastifyRequest } from 'fastify';
import type { LiveExercise } from '../exercises/live.ts';
import type { SessionRow } from '../store/store.ts';
import { directorCookie, seatCookie } from './cookies.ts';
import type { App, House } from './house.ts';
import { noDirector, noSession } from './problems.ts';
import { isUpgrade } from './sockets.ts';

/** Who asks, at which door, of which exercise. */
export interface Entry {
  readonly session: SessionRow;
  readonly live: LiveExercise;
  readonly door: string;
}
declare module 'fastify' {
  interface FastifyRequest {
    /** The door in the address, if any; undefined until it was first asked who it is. */
    door?: string | undefined;
    /** As last judged. */
    entry?: Entry | undefined;
    /** What an answer that is under way does when its session ends; if nothing is said here, it breaks off. */
    farewell?: (() => void) | undefined;
    /** Finds out anew whether this request may be done, now. @throws what is answered to nobody */
    judge(): void;
  }
}

/**
 * Every route that answers a seat or the director asks who it is: at the headers, so that a stranger's body is not read; when
 * the body is here; and when the handler takes the entry, immediately before the act. What is read is judged once more when
 * the answer leaves. An answer that is under way when its session ends breaks off.
 */
export function guardSessions(app: App, house: House): void {
  app.decorateRequest('door', undefined);
  app.decorateRequest('entry', undefined);
  app.decorateRequest('farewell', undefined);
  app.decorateRequest('judge', function (this: FastifyRequest) {
    judge(this, house);
  });
  app.addHook('onRequest', async (request, reply) => {
    request.door = (request.params as { door?: string }).door ?? '';
    await openFor(request, house);
    request.judge();
    if (request.entry) accompany(request, reply, request.entry, house);
  });
  app.addHook('preValidation', async (request) => request.judge());
  app.addHook('onSend', async (request, reply) => {
    if (request.method === 'GET' && reply.statusCode < 400) request.judge();
  });
}

/** The exercise behind a door is opened for whoever has a session there. */
async function openFor(request: FastifyRequest, { access, exercises, secure }: House): Promise<void> {
  if (request.routeOptions.config.who !== 'seat') return;
  const cookie = seatCookie(request, secure);
  await access.know(cookie);
  const session = access.sessionAt(request.door ?? '', cookie);
  if (session) await exercises.open(session.exercise);
}

/** Whose request it is, judged at this moment. */
export function entryOf(request: FastifyRequest): Entry {
  request.judge();
  if (!request.entry) throw noSession();
  return request.entry;
}

function judge(request: FastifyRequest, { access, exercises, secure }: House): void {
  const { who } = request.routeOptions.config;
  if (who === 'director' && !access.isDirector(directorCookie(request, secure))) throw noDirector();
  if (who !== 'seat') return;
  const { door = '' } = request;
  const session = access.sessionAt(door, seatCookie(request, secure));
  const live = session && exercises.get(session.exercise);
  request.entry = session && live && { session, live, door };
  if (!request.entry) throw noSession();
}

/** Until it is over, a request keeps its exercise open, and breaks off when its session ends. */
function accompany(request: FastifyRequest, { raw }: FastifyReply, { session, live }: Entry, { access }: House): void {
  const letGo = live.hold();
  const forgetEnding = access.endings.wait(session.id, () => {
    if (request.farewell) request.farewell();
    else if (raw.headersSent && !raw.writableFinished) request.raw.socket.destroy();
  });
  const forget = (): void => {
    letGo();
    forgetEnding();
  };
  if (isUpgrade(request)) request.raw.socket.once('close', forget);
  else raw.once('finish', forget).once('close', forget);
}
