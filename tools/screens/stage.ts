import { join } from 'node:path';
import { clockStatus, type World, wallOf } from '@entente/engine';
import { loadFolder, type Play, PlayDriver } from '@entente/scenario';
import { type RunningServer, startServer } from '@entente/server';
import { BesideThePlay } from './beside-the-play.ts';
import { Door } from './door.ts';
import { MovedClock } from './moved-clock.ts';

const root = join(import.meta.dirname, '../..');
const FOLDER = join(root, 'scenarios', 'extended-deterrence');
const RUNNING = 'shares-in-time';
const ENDED = 'drifts-apart';
const MINUTE_MS = 60_000;
/** Where the running exercise stands, scenario ms: every screen is full, much is to come, and control has a judgement to make. */
const SHOWN_AT = (4 * 60 + 58.5) * MINUTE_MS;

/** An exercise on the stage: a door per seat that somebody opened. */
export interface Staged {
  readonly id: string;
  readonly doors: ReadonlyMap<string, Door>;
}
export interface Stage {
  readonly server: RunningServer;
  readonly director: Door;
  /** Before the start, in full swing, and over. */
  readonly ready: Staged;
  readonly running: Staged;
  readonly ended: Staged;
  close(): Promise<void>;
}

/** A server with three exercises, played over HTTP from the scenario's recorded plays; people are there in the running one. */
export async function setStage(webRoot = join(root, 'packages/web/dist')): Promise<Stage> {
  const { scenario, plays } = await loadFolder(FOLDER);
  const clock = new MovedClock();
  // Sessions last for days, not for the months until the scenario's own day.
  await clock.moveTo(Date.parse(scenario?.start ?? ''));
  const server = await startServer({ dataDir: ':memory:', clock, logLevel: 'silent', scenariosDirs: [join(root, 'scenarios')], webRoot });
  const director = new Door(server.url);
  await director.post('/api/director', { token: new URL(server.directorLink ?? '').hash.replace('#director=', '') });
  const named = (name: string): Play => {
    const play = plays.find((p) => p.play === name);
    if (!play) throw new Error(`The play ${name} has mistakes; see ./entente check`);
    return play;
  };
  const set = { server, director, clock };
  const ended = await staged(set, named(ENDED), 'Autumn round');
  await playUpTo(set, ended, named(ENDED), Number.POSITIVE_INFINITY);
  await evaluating(ended);
  const ready = await staged(set, named(RUNNING), 'Rehearsal for facilitators');
  await arriving(ready, named(RUNNING));
  const running = await staged(set, named(RUNNING));
  await playUpTo(set, running, named(RUNNING), SHOWN_AT);
  await evaluating(running);
  const leaving = new AbortController();
  await Promise.all([...running.doors.values()].map((door) => door.stay(leaving.signal)));
  clock.stand();
  return {
    ...{ server, director, ready, running, ended },
    async close() {
      leaving.abort();
      await server.close();
    },
  };
}

interface Set {
  readonly server: RunningServer;
  readonly director: Door;
  readonly clock: MovedClock;
}

/** A new exercise with a door for each seat of the play, and for those who only watch. */
async function staged({ server, director }: Set, play: Play, title?: string): Promise<Staged> {
  const { id } = await director.post<{ id: string }>('/api/exercises', { scenario: 'extended-deterrence', ...(title ? { title } : {}) });
  const seats = [
    ...new Set(['control', 'control:rok', 'control:us', ...play.steps.map((s) => s.seat)]),
    ...['public', 'evaluators', 'evaluators:rok', 'observers'],
  ];
  const { links } = await director.post<{ links: { seat: string; url: string }[] }>(`/api/exercises/${id}/links`, { seats });
  const doors = new Map<string, Door>();
  for (const { seat, url } of links) {
    const door = new Door(server.url);
    const { path } = await door.post<{ path: string }>('/api/join', { token: url.split('#')[1] });
    door.path = path;
    doors.set(seat, door);
  }
  return { id, doors };
}

/** Plays over HTTP as people would, each through the own door, up to a scenario time. */
async function playUpTo({ server, clock }: Set, { id, doors }: Staged, play: Play, end: number): Promise<void> {
  const { scenario } = await loadFolder(FOLDER);
  const live = server.exercise(id);
  if (!scenario || !live) throw new Error('the exercise is not there');
  const driver = new PlayDriver(scenario, play);
  const beside = new BesideThePlay(live, doors);
  for (let wall = driver.nextWall(live.world); wall !== undefined; wall = driver.nextWall(live.world)) {
    const last = wallAt(live.world, end);
    for (let act = beside.next(); act && end < scenario.duration; act = beside.next()) {
      const then = wallAt(live.world, act.at);
      if (then > Math.min(wall, last)) break;
      await clock.moveTo(then);
      await beside.act();
    }
    await clock.moveTo(Math.min(wall, last));
    if (wall > last) break;
    const turn = driver.next(live.world);
    if (!turn) break;
    const door = doors.get(turn.seat);
    if (!door) throw new Error(`nobody sits at ${turn.seat}`);
    driver.answered(await door.command(turn.commandId, turn.command));
  }
}

/** Before the start: control is there, and some of the players. */
async function arriving({ doors }: Staged, play: Play): Promise<void> {
  const first = ['control', 'control:rok', ...[...doors.keys()].filter((seat) => seat.startsWith('seat:rok')).slice(0, 6)];
  for (const [i, seat] of first.entries()) {
    const { name, function: duty } = play.people.get(seat) ?? { name: 'First to arrive', function: undefined };
    await doors.get(seat)?.command(`arriving-${i + 1}`, { type: 'TakeSeat', name, ...(duty === undefined ? {} : { function: duty }) });
  }
}

/** Evaluators of one side and of both are there; the one has noted something. */
async function evaluating({ doors }: Staged): Promise<void> {
  await doors.get('evaluators')?.command('evaluates-both', { type: 'TakeSeat', name: 'Evaluator of both sides' });
  await doors.get('evaluators:rok')?.command('evaluates-rok', { type: 'TakeSeat', name: '평가관', function: 'KIDA' });
  await doors.get('evaluators:rok')?.command('evaluates-rok-notes', { type: 'WriteNote', text: '두 문안의 표현이 서로 다름.' });
}

/** The wall time at which a running clock shows a scenario time; never, if it stands still. */
function wallAt(world: World, at: number): number {
  return clockStatus(world) === 'running' && Number.isFinite(at) ? wallOf(world, at) : Number.POSITIVE_INFINITY;
}
