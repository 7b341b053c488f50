import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** Where somebody comes in. */
const DOORS = new Set(['/api/director', '/api/join', '/api/exercises/:id/open', '/api/exercises/:id/start']);
/** What is answered to those who may not. */
const REFUSED = new Set([401, 403, 421, 429]);

/**
 * One line per answer: the route's pattern, never the address itself (it holds doors), and nothing of whom. Who comes in and
 * what is refused stands at the level that the command line shows unasked.
 */
export function logAnswers(app: FastifyInstance): void {
  app.addHook('onResponse', async (request, reply) => {
    const [level, text] = weight(request, reply);
    const { url: route = 'none' } = request.routeOptions;
    request.log[level]({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, text);
  });
}

function weight({ method, routeOptions }: FastifyRequest, { statusCode }: FastifyReply): ['warn' | 'info' | 'debug', string] {
  const good = statusCode < 400;
  if (DOORS.has(routeOptions.url ?? '')) return ['warn', good ? 'came in' : 'refused'];
  // To a seat and to the director, what they may not have does not exist; our own pages do not ask for it.
  const notTheirs = statusCode === 404 && (routeOptions.config.who ?? 'anyone') !== 'anyone';
  if (REFUSED.has(statusCode) || notTheirs) return ['warn', 'refused'];
  return [method === 'GET' && good ? 'debug' : 'info', 'answered'];
}

/** What came and was no request, or no TLS: its kind, never its words. */
export function logNoHttp({ log }: FastifyInstance, { code }: Error & { code?: string }): void {
  if (code !== 'ECONNRESET') log.info({ code }, 'no HTTP');
}
