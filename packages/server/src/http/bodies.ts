import { PassThrough, type Readable } from 'node:stream';
import type { FastifyRequest } from 'fastify';
import { FILE_LIMITS } from '../attachments/limits.ts';
import type { WallClock } from '../clock.ts';
import type { App } from './house.ts';
import { Problem } from './problems.ts';

/** Within this time a body is here whole; of a file, the next piece. */
export const BODY_MS = 10_000;
/** A file of 20 MB may take three and a half minutes: less than a megabit a second, which the slowest wireless network gives. */
export const SLOWEST_BYTES_PER_MS = 100;
/** Longer than any body may take: what the web server itself cuts off, if all else failed. */
export const REQUEST_MS = 300_000;

/** Lets no body take its time: who holds it back holds a connection, and may no longer be who they were. */
export function hurryBodies(app: App, clock: WallClock): void {
  app.addHook('preParsing', async (request, reply, payload) => {
    const { 'content-length': length, 'transfer-encoding': encoding } = request.headers;
    if (encoding === undefined && (length === undefined || length === '0')) return payload;
    return inTime(payload as Readable, clock, timesOf(request), () => void reply.header('connection', 'close'));
  });
}

function timesOf({ routeOptions, headers }: FastifyRequest): { pause: number; whole: number } {
  if (routeOptions.config.large !== true) return { pause: BODY_MS, whole: BODY_MS };
  const bytes = Math.min(Number(headers['content-length'] ?? FILE_LIMITS.each), FILE_LIMITS.each);
  return { pause: BODY_MS, whole: BODY_MS + bytes / SLOWEST_BYTES_PER_MS };
}

/** The body, or an error as soon as it is late. The line is left open, so that the answer can say so. */
function inTime(payload: Readable, clock: WallClock, { pause, whole }: { pause: number; whole: number }, late: () => void): Readable {
  const body = new PassThrough();
  const tooSlow = () => {
    late();
    body.destroy(new Problem(408, 'too-slow', 'The rest did not come in time. Send it again with the same id, on a better line.'));
  };
  const end = clock.setTimer(whole, tooSlow);
  let next = clock.setTimer(pause, tooSlow);
  const arrived = () => {
    clock.clearTimer(next);
    next = clock.setTimer(pause, tooSlow);
  };
  const rest = () => {
    clock.clearTimer(end);
    clock.clearTimer(next);
    payload.off('data', arrived);
  };
  payload.on('data', arrived).once('end', rest).once('close', rest);
  payload.once('error', (why) => body.destroy(why));
  body.once('close', rest);
  // A handler that refused before it read does not listen for what comes after.
  body.on('error', () => {});
  return payload.pipe(body);
}
