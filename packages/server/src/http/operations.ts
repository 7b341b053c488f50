import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { House } from './app.ts';
import { Problem, unknown } from './problems.ts';

const anyone = { config: { who: 'anyone' as const } };
const LOOPBACK = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);
/** From the fastest commit to the patience of a person, in seconds. */
const BUCKETS = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];

/** What those who run the machine ask: does it live, does it take commands, how does it fare. */
export async function operationRoutes(app: FastifyInstance, { exercises }: House): Promise<void> {
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  const stopped = (): boolean => exercises.all().some((e) => e.status === 'stopped');
  app.get('/healthz', anyone, () => ({ status: stopped() ? 'degraded' : 'ok' }));
  app.get('/readyz', anyone, () => {
    if (closing || stopped()) throw new Problem(503, 'not-ready', 'The server takes no commands at present.');
    return { status: 'ready' };
  });

  const figures = figuresOf(app, exercises);
  app.get('/metrics', anyone, async (request, reply) => {
    if (!fromThisMachine(request)) throw unknown();
    return reply.type(figures.contentType).send(await figures.metrics());
  });
}

/** Asked by a program on this machine itself; what a proxy passes on comes from elsewhere. */
function fromThisMachine({ raw, headers }: FastifyRequest): boolean {
  const passedOn = headers['x-forwarded-for'] !== undefined || headers.forwarded !== undefined || headers.via !== undefined;
  return LOOPBACK.has(raw.socket.remoteAddress ?? '') && !passedOn;
}

/** Figures of the whole server: nothing in them names or counts one exercise, seat or person. */
function figuresOf(app: FastifyInstance, exercises: House['exercises']): Registry {
  const registers = [new Registry()];
  collectDefaultMetrics({ register: registers[0] as Registry, prefix: 'entente_' });
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
    collect() {
      this.reset();
      for (const e of exercises.all()) this.inc({ status: e.status });
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
  return registers[0] as Registry;
}
