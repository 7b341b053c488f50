import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { SessionEnded, Unavailable } from '../exercises/submission.ts';
import { isDiskFault } from '../store/sqlite.ts';
import { DiskFault } from '../store/store.ts';
import { headersFor, type Shield } from './headers.ts';

/** What a request is answered when it cannot be done: RFC 9457. Never what was sent, never where it broke. */
export class Problem extends Error {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly details: unknown;

  constructor(status: number, code: string, detail: string, details?: unknown) {
    super(code);
    this.status = status;
    this.code = code;
    this.detail = detail;
    this.details = details;
  }
}

/** One answer for "does not exist" and "is not yours". */
export const unknown = (): Problem => new Problem(404, 'unknown', 'There is nothing here for you. Check the address, or ask control.');
export const noSession = (): Problem =>
  new Problem(401, 'session', 'Your session here has ended. Open your join link again, or ask control for a new one.');
export const noDirector = (): Problem => new Problem(401, 'director', 'Open the director link that the server printed when it started.');
export const badLink = (): Problem => new Problem(404, 'link', 'This link is not good any more. Ask whoever gave it to you for a new one.');
export const crowded = (): Problem =>
  new Problem(429, 'link-crowded', 'Too many have come in by this link within a minute. Wait a minute, then press again.');
export const linkFull = (): Problem =>
  new Problem(409, 'link-full', 'Too many browsers are in by this link. Ask control to issue it again, which ends them all.');

const UNAVAILABLE: Record<Unavailable['code'], [number, string]> = {
  retry: [503, 'It is not sure that this was kept. Send it again with the same id.'],
  stopped: [503, 'The exercise has stopped, since the disk of the server is full or failing. It goes on by itself when there is room.'],
  stopping: [503, 'The server is stopping. Send it again with the same id when it is back.'],
  fault: [500, 'Something went wrong here and was undone. Tell the director; the log says more.'],
};

/** Fastify's own refusals, in our words. */
const REFUSALS: Record<string, [number, string, string]> = {
  FST_ERR_CTP_INVALID_JSON_BODY: [400, 'malformed', 'The body is no JSON.'],
  FST_ERR_CTP_EMPTY_JSON_BODY: [400, 'malformed', 'The body is empty.'],
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: [400, 'malformed', 'The body is not as long as it says.'],
  FST_ERR_CTP_INVALID_MEDIA_TYPE: [415, 'media-type', 'This address does not take that kind of content.'],
};

/** Every error leaves as a problem; what is not expected is logged and says nothing. An address of nothing is a `page` for a person. */
export function answerProblems(app: FastifyInstance, page: (reply: FastifyReply) => FastifyReply): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    // A session that has ended meanwhile is answered as if it had never been, whatever else is wrong.
    const problem = problemOf(endedMeanwhile(request) ?? error, request.routeOptions.bodyLimit);
    if (problem.status >= 500) request.log.error({ err: error, route: request.routeOptions.url }, 'a request failed');
    return sendProblem(reply, problem);
  });
  app.setNotFoundHandler((request, reply) => (wantsPage(request) ? page(reply.code(404)) : sendProblem(reply, unknown())));
}

/** A person who typed or followed an address, not a program that asked for data. */
function wantsPage({ method, headers, url }: FastifyRequest): boolean {
  return method === 'GET' && (headers.accept ?? '').includes('text/html') && !/\/(api|assets)(\/|$|\?)/.test(url);
}

function endedMeanwhile(request: FastifyRequest): FastifyError | undefined {
  try {
    // What was refused before anybody was asked who they are, as a foreign name, stays refused for that.
    if (request.door !== undefined) request.judge();
    return undefined;
  } catch (ended) {
    return ended as FastifyError;
  }
}

export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json').send(written(problem));
}

function written({ status, code, detail, details }: Problem): string {
  const type = `urn:entente:problem:${code}`;
  return JSON.stringify({ type, title: STATUS_CODES[status], status, detail, code, ...(details === undefined ? {} : { details }) });
}

/** Says how much would have been taken, in both languages: people meet it with sheets and long texts. */
function tooLarge(most = 0): Problem {
  const size = most >= 1024 * 1024 ? `${Math.floor(most / 1024 / 1024)} MB` : `${Math.floor(most / 1024)} kB`;
  const message = {
    en: `This is larger than ${size}, the most that is taken here.`,
    ko: `여기서 받을 수 있는 최대 크기 ${size}를 넘습니다.`,
  };
  const hint = {
    en: 'Leave out pictures and what is not needed, or send it in parts.',
    ko: '그림과 필요 없는 내용을 빼거나 나누어 보내십시오.',
  };
  return new Problem(413, 'too-large', `${message.en} ${hint.en}`, { code: 'too-large', message, hint });
}

const NO_HTTP: Record<string, [number, string, string]> = {
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'too-slow', 'The request did not come in time. Send it again, on a better line.'],
  HPE_HEADER_OVERFLOW: [431, 'too-large', 'The headers are larger than 16 kB. Delete the cookies of this site, then try again.'],
};

/** Answers what the web server could not read as a request, and closes the line. A line that broke, or no TLS, has no answer. */
export function answerNoHttp(error: Error & { code?: string }, socket: Socket, shield: Shield): void {
  const { code = '' } = error;
  if (!/^(HPE|ERR_HTTP)_/.test(code) || !socket.writable) return void socket.destroy();
  const problem = new Problem(...(NO_HTTP[code] ?? ([400, 'malformed', 'This is no HTTP.'] as const)));
  const body = written(problem);
  const headers = {
    ...headersFor(socket, shield),
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': Buffer.byteLength(body),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}\r\n${lines.join('')}\r\n${body}`, () => socket.destroy());
}

/** `most`: the bytes that the address takes. */
function problemOf(error: FastifyError, most?: number): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof SessionEnded) return noSession();
  if (error instanceof DiskFault || isDiskFault(error)) return problemOf(new Unavailable('stopped') as unknown as FastifyError);
  if (error instanceof Unavailable) return new Problem(UNAVAILABLE[error.code][0], error.code, UNAVAILABLE[error.code][1]);
  if (hasZodFastifySchemaValidationErrors(error))
    return new Problem(400, 'malformed', 'The request is not as this address takes it.', { in: error.validationContext });
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return tooLarge(most);
  const known = REFUSALS[error.code];
  if (known) return new Problem(...known);
  const status = error.statusCode ?? 500;
  if (status === 429) return new Problem(429, 'too-many', 'Too many requests. Wait a little, then send it again with the same id.');
  if (status === 403 || status === 404) return unknown();
  if (status >= 400 && status < 500) return new Problem(status, 'malformed', 'The request cannot be understood.');
  return new Problem(500, 'fault', 'Something went wrong here. Tell the director; the log says more.');
}
