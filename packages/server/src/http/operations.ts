import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { House } from './house.ts';
import { Problem, unknown } from './problems.ts';

const anyone = { config: { who: 'anyone' as const } };
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
const OWN_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d+)?$/i;
/** What proxies write. */
const PASSED_ON =
  /^(forwarded|via|x-(forwarded|real|client|cluster|original|envoy|proxy)\b.*|(true-client|cf-connecting|fastly-client)-ip)$/;
/** From the fastest commit to the patience of a person, in seconds. */
const BUCKETS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** What those who run the machine ask: does it live, does it take commands, how does it fare. */
export async function operationRoutes(app: FastifyInstance, { exercises }: House): Promise<void> {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  const stopped = (): boolean => exercises.all().some((e) => e.status === 'stopped');
  const forThisMachine = { ...anyone, onRequest: [async (request: FastifyRequest) => onlyFromThisMachine(request)] };
  app.get('/healthz', forThisMachine, () => ({ status: stopped() ? 'degraded' : 'ok' }));
  app.get('/readyz', forThisMachine, () => {
    if (closing || stopped()) throw new Problem(503, 'not-ready', 'The server takes no commands at present.');
    return { status: 'ready' };
  });

  const figures = figuresOf(app, exercises);
  app.get('/metrics', forThisMachine, async (_request, reply) => {
    return reply.type(figures.contentType).send(await figures.metrics());
  });
}

/**
 * Asked by a program on this machine itself, by this machine's own name; what a proxy passes on comes from elsewhere. They tell
 * of every exercise at once, so to anybody else they do not exist. @throws Problem
 */
function onlyFromThisMachine({ raw, headers }: FastifyRequest): void {
  const passedOn = Object.keys(headers).some((name) => PASSED_ON.test(name));
  const near = LOOPBACK.has(raw.socket.remoteAddress ?? '') && OWN_NAME.test(headers.host ?? '');
  if (passedOn || !near) throw unknown();
}

let processFigures: Registry | undefined;
/** Figures of the process, taken once however many servers it has had: what takes them never stops. */
function ofProcess(): Registry {
  if (processFigures) return processFigures;
  processFigures = new Registry();
  collectDefaultMetrics({ register: processFigures, prefix: 'entente_' });
  return processFigures;
}

/** Figures of the whole server: nothing in them names or counts one exercise, seat or person. */
function figuresOf(app: FastifyInstance, exercises: House['exercises']): Registry {
  const registers = [new Registry()];
  const answers = new Counter({
    name: 'entente_answers_total',
    help: 'Requests answered, by route pattern and status.',
    labelNames: ['route', 'status'],
    registers,
  });
  const commands = new Histogram({
    name: 'entente_command_seconds',
    help: 'From a command to its durable answer.',
    buckets: BUCKETS,
    registers,
  });
  new Gauge({
    name: 'entente_exercises',
    help: 'Exercises by status.',
    labelNames: ['status'],
    registers,
    async collect() {
      const told = await exercises.told();
      this.reset();
      for (const { summary, live } of told) this.inc({ status: live?.status ?? summary?.status ?? 'damaged' });
    },
  });
  new Gauge({
    name: 'entente_feed_readers',
    help: 'Browsers that listen, by socket or stream.',
    registers,
    collect() {
      this.set(exercises.all().reduce((sum, e) => sum + e.feed.listening, 0));
    },
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    answers.inc({ route, status: reply.statusCode });
    if (route.endsWith('/commands')) commands.observe(reply.elapsedTime / 1_000);
  });
  return Registry.merge([ofProcess(), registers[0] as Registry]);
}
