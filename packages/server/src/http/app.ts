import type { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { SUITES } from '../access/certificate.ts';
import type { Doorway } from '../access/origin.ts';
import { hurryBodies, REQUEST_MS } from './bodies.ts';
import { describeRoutes } from './docs.ts';
import { entryRoutes } from './entry.ts';
import { guardSessions } from './gate.ts';
import { protect, shielding } from './headers.ts';
import type { App, House, Route } from './house.ts';
import { lobbyRoutes } from './lobby.ts';
import { logAnswers, logNoHttp } from './log.ts';
import { operationRoutes } from './operations.ts';
import { pageOf, servePages } from './pages.ts';
import { answerNoHttp, answerProblems, Problem, sendProblem } from './problems.ts';
import { seatRoutes } from './seat.ts';
import { mayUpgrade, takeUpgrades } from './sockets.ts';

export const BODY_BYTES = 256 * 1024;
/** The headers of a request are here within this time, or it is none. */
export const HEADERS_MS = 10_000;
const LOOK_MS = 5_000;
const CHANGES = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);

/** The server without its socket: routes, headers, refusals. */
export async function buildApp(house: House, log: { level: string }): Promise<{ app: App; routes: Route[] }> {
  const shield = shielding({ secure: house.secure, lasting: house.lasting });
  const plain = Fastify({
    logger: { level: log.level, stream: process.stderr, base: null },
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_BYTES,
    requestTimeout: REQUEST_MS,
    forceCloseConnections: 'idle',
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200 },
    frameworkErrors: (_error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      shield(request.raw, reply.raw);
      void sendProblem(reply, new Problem(400, 'malformed', 'The address cannot be understood.'));
    },
    clientErrorHandler: (error: Error, socket: Socket) => {
      logNoHttp(plain, error);
      answerNoHttp(error, socket, shield);
    },
    [house.tls ? 'https' : 'http']: {
      ...(house.tls && { ...house.tls, ...SUITES }),
      shouldUpgradeCallback: mayUpgrade,
      headersTimeout: HEADERS_MS,
      connectionsCheckingInterval: LOOK_MS,
      // Refused by us, with headers, like every foreign name.
      requireHostHeader: false,
    },
  } as object) as unknown as FastifyInstance;
  const app = plain.withTypeProvider<ZodTypeProvider>() as unknown as App;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  const routes = collectRoutes(app);
  const page = pageOf(house.webRoot, house.randomness);
  answerProblems(app, page);
  protect(app, shield);
  guardOrigin(app, house.doorway);
  takeUpgrades(app);
  // An expectation that we do not know is passed over.
  app.server.on('checkExpectation', app.routing);
  logAnswers(app);
  await app.register(cookie);
  guardSessions(app, house);
  hurryBodies(app, house.clock);
  await app.register(rateLimit, { global: false, addHeaders: QUIET, addHeadersOnExceeding: QUIET });
  await describeRoutes(app);
  await operationRoutes(app, house);
  await app.register(entryRoutes, house);
  await app.register(lobbyRoutes, house);
  await app.register(seatRoutes, house);
  await servePages(app, house.webRoot, page);
  await app.ready();
  return { app, routes };
}

/** Counts in headers would say what a session did elsewhere; `retry-after` is enough. */
const QUIET = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };

/** Every route that is ever added, for those who walk them all. */
function collectRoutes(app: App): Route[] {
  const routes: Route[] = [];
  app.addHook('onRoute', ({ method, url, config, schema }) => {
    const takes = (schema ?? {}) as Route['takes'];
    for (const m of [method].flat())
      routes.push({
        method: m,
        path: url,
        who: config?.who ?? 'anyone',
        asked: config?.rateLimit ? Number(config.rateLimit.max) : undefined,
        takes,
      });
  });
  return routes;
}

function guardOrigin(app: App, doorway: Doorway): void {
  app.addHook('onRequest', async (request) => {
    if (!doorway.knowsHost(request.headers))
      throw new Problem(421, 'host', 'This server is not known by that name. Use the address that it printed, or start it with --url.');
    // By the route that was found, never by the address, which can be written in many ways.
    const { url, config } = request.routeOptions;
    const api = CHANGES.has(request.method) || (config.who ?? 'anyone') !== 'anyone' || url?.includes('/api/');
    if (api && !doorway.isOwn(request.headers)) throw new Problem(403, 'origin', 'This came from another site and was not done.');
  });
}
