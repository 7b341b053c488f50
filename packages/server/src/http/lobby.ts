import { clockStatus, needsHand, peopleAt, scenarioNow } from '@entente/engine';
import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { everyoneInvited, mayInvite, SESSION_SECONDS } from '../access/access.ts';
import type { LiveExercise } from '../exercises/live.ts';
import { playerSeats, type ShelfEntry } from '../scenarios/shelf.ts';
import { type House, perSession } from './app.ts';
import { importRoute } from './import.ts';
import { badLink, noDirector, Problem, unknown } from './problems.ts';
import { setSeatCookie } from './seat.ts';

const COOKIE = 'entente_director';
const token = z.strictObject({ token: z.string().min(1).max(200) });
const byId = z.object({ id: z.string().max(100) });
export const invitation = z.strictObject({ seats: z.union([z.literal('all'), z.array(z.string().max(80)).min(1).max(2_000)]) });

/** The lobby: scenarios, exercises and links, for whoever came in by the director link. */
export async function lobbyRoutes(plain: FastifyInstance, house: House): Promise<void> {
  const app = plain.withTypeProvider<ZodTypeProvider>();
  const { access, exercises, shelf } = house;
  const wrongLink = plain.createRateLimit({ max: 100, timeWindow: 60_000, keyGenerator: () => 'links' });
  /** Guessing is slowed down; a good link is never held up by the wrong ones of others. */
  const refuseLink = async (request: Parameters<typeof wrongLink>[0]): Promise<never> => {
    const limit = await wrongLink(request);
    if (!limit.isAllowed && limit.isExceeded) throw new Problem(429, 'too-many', 'Too many wrong links were tried. Wait a minute.');
    throw badLink();
  };

  app.post('/api/director', { schema: { body: token }, config: { who: 'anyone' } }, async (request, reply) => {
    const cookie = access.enterAsDirector(request.body.token);
    if (cookie === undefined) return refuseLink(request);
    reply.setCookie(COOKIE, cookie, {
      path: '/',
      httpOnly: true,
      sameSite: 'strict',
      secure: house.tls !== undefined,
      maxAge: SESSION_SECONDS,
    });
    return reply.code(204).send();
  });

  app.post('/api/join', { schema: { body: token }, config: { who: 'anyone' } }, async (request, reply) => {
    const entry = access.join(request.body.token);
    if (entry === undefined) return refuseLink(request);
    setSeatCookie(reply, entry.door, entry.token, house.tls !== undefined);
    return { path: `/s/${entry.door}/` };
  });

  await plain.register(async (inner: FastifyInstance) => {
    const lobby = inner.withTypeProvider<ZodTypeProvider>();
    const director = { who: 'director' as const };
    lobby.addHook('onRequest', async (request) => {
      if (!access.isDirector(request.cookies[COOKIE])) throw noDirector();
    });
    const live = (id: string): LiveExercise => {
      const found = exercises.get(id);
      if (!found) throw unknown();
      return found;
    };

    lobby.get('/api/lobby', { config: director }, async () => ({
      scenarios: (await shelf.all()).map(summary),
      exercises: [
        ...exercises.all().map(exerciseCard),
        ...exercises.damaged().map((row) => ({ id: row.id, title: row.title ?? row.scenario, scenario: row.scenario, status: 'damaged' })),
      ],
    }));

    lobby.get('/api/scenarios/:id', { schema: { params: byId }, config: director }, async (request) => {
      const entry = await shelf.get(request.params.id);
      if (!entry) throw unknown();
      return content(entry);
    });

    lobby.post(
      '/api/exercises',
      {
        schema: { body: z.strictObject({ scenario: z.string().max(100), title: z.string().trim().min(1).max(200).optional() }) },
        config: { ...director, ...perSession(60) },
      },
      async (request, reply) => {
        const entry = await shelf.get(request.body.scenario);
        if (!entry) throw unknown();
        if (!entry.scenario)
          throw new Problem(422, 'scenario', 'The scenario has mistakes and cannot be run. Correct them first.', entry.problems);
        return reply.code(201).send({ id: exercises.create(entry.scenario, request.body.title).row.id });
      },
    );

    lobby.get('/api/exercises/:id', { schema: { params: byId }, config: director }, async (request) => {
      const exercise = live(request.params.id);
      return { ...exerciseCard(exercise), seats: seatsOf(exercise, house) };
    });

    lobby.post(
      '/api/exercises/:id/links',
      { schema: { params: byId, body: invitation }, config: { ...director, ...perSession(60) } },
      async (request) => {
        const exercise = live(request.params.id);
        return { links: invite(house, exercise, 'control', request.body.seats, true) };
      },
    );

    lobby.post(
      '/api/exercises/:id/open',
      { schema: { params: byId }, config: { ...director, ...perSession(60) } },
      async (request, reply) => {
        const entry = access.openControl(live(request.params.id).row.id);
        setSeatCookie(reply, entry.door, entry.token, house.tls !== undefined);
        return { path: `/s/${entry.door}/` };
      },
    );

    await importRoute(inner, house);
  });
}

/**
 * Makes join links in the name of a controller. Addresses that are not the issuer's to invite do not exist for it.
 * `director`: also a link to lead control itself.
 */
export function invite(
  house: House,
  exercise: LiveExercise,
  issuer: string,
  seats: 'all' | readonly string[],
  director: boolean,
  keep?: string,
): { seat: string; url: string }[] {
  const allowed = new Set(mayInvite(issuer, exercise.roster));
  const all = () => [...(director ? ['control'] : []), ...everyoneInvited(issuer, exercise.roster)];
  const wanted = seats === 'all' ? all() : [...new Set(seats)];
  if (wanted.some((seat) => !allowed.has(seat))) throw unknown();
  const { links, ended } = house.access.issue(exercise.row.id, wanted, keep);
  exercise.feed.endStreams((session) => ended.includes(session), 'revoked');
  return links.map((l) => ({ seat: l.seat, url: `${house.url()}/join#${l.token}` }));
}

function exerciseCard(exercise: LiveExercise) {
  const { world, roster, row } = exercise;
  const { now } = exercise.clock();
  const players = [...roster.seats.values()].filter((s) => roster.parties.get(s.party)?.playedByControl === false);
  const hand = needsHand(world, 'control', now);
  return {
    id: row.id,
    title: row.title ?? world.seats.exercise?.title ?? row.scenario,
    scenario: row.scenario,
    status: exercise.status,
    scenarioNow: now,
    start: world.seats.exercise?.start,
    seatsIn: players.filter((s) => peopleAt(world.seats, `seat:${s.id}`).length > 0).length,
    seatsOf: players.length,
    hand: { count: hand.length, overdue: hand.filter((item) => item.overdue).length },
    ...(clockStatus(world) === 'ended' ? { ended: scenarioNow(world, 0) } : {}),
  };
}

/** Every viewer of an exercise: whether a link is out, and how many browsers are in. */
function seatsOf(exercise: LiveExercise, { store }: House) {
  const linked = new Set(store.linked(exercise.row.id));
  const sessions = store.sessions(exercise.row.id);
  return exercise.roster.viewers.map((seat) => ({
    seat,
    party: exercise.roster.partyOf(seat),
    playedByControl: exercise.roster.parties.get(exercise.roster.partyOf(seat) ?? '')?.playedByControl,
    linked: linked.has(seat),
    sessions: sessions.filter((s) => s.viewer === seat).length,
    people: peopleAt(exercise.world.seats, seat).length,
  }));
}

function summary(entry: ShelfEntry) {
  const s = entry.scenario;
  return {
    id: entry.id,
    title: s?.title ?? entry.id,
    summary: s?.summary,
    parties:
      s?.parties.map((p) => ({
        id: p.id,
        name: p.name,
        letter: p.letter ?? p.id.charAt(0).toUpperCase(),
        playedByControl: p.played === 'control',
      })) ?? [],
    entities: s?.entities.length ?? 0,
    seats: s ? playerSeats(s) : 0,
    injects: s?.injects.length ?? 0,
    durationMs: s?.duration ?? 0,
    languages: s?.languages ?? [],
    plays: entry.plays.map((p) => ({ id: p.play, title: p.title })),
    problems: entry.problems,
    checkedAt: entry.checkedAt,
  };
}

function content(entry: ShelfEntry) {
  const s = entry.scenario;
  return {
    ...summary(entry),
    situation: s?.situation,
    start: s?.start,
    structure:
      s?.parties.map((p) => ({
        id: p.id,
        name: p.name,
        cells: p.cells.map((c) => ({ id: c.id, name: c.name, seats: c.seats.map((seat) => ({ id: seat.id, name: seat.name })) })),
      })) ?? [],
    expected: s?.expects.length ?? 0,
    objectives: s?.objectives.map((o) => ({ id: o.id, text: o.text })) ?? [],
    moves: s?.moves.map((m) => ({ id: m.id, name: m.name, from: m.from, to: m.to })) ?? [],
  };
}
