import { join } from 'node:path';
import { loadFolder, PlayDriver } from '@entente/scenario';
import { type RunningServer, startServer, type WallClock } from '@entente/server';

const root = join(import.meta.dirname, '../..');
const SCENARIO = 'extended-deterrence';
/** How far the exercise has come that is shown running, as a share of its length. */
const SHOWN_AT = 0.4;

/** A clock that runs like the machine's, from a moment of our choice. */
class MovedClock implements WallClock {
  #shift = 0;
  readonly #timers = new Map<NodeJS.Timeout, { due: number; fn: () => void }>();

  now(): number {
    return Date.now() + this.#shift;
  }

  /** Never back: what happened stays before what is to come. Timers that fall due on the way fire, oldest first. */
  moveTo(wall: number): void {
    this.#shift = Math.max(this.#shift, wall - Date.now());
    const due = [...this.#timers].filter(([, t]) => t.due <= this.now()).sort(([, a], [, b]) => a.due - b.due);
    for (const [timer, { fn }] of due) {
      this.clearTimer(timer);
      fn();
    }
  }

  setTimer(ms: number, fn: () => void): unknown {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      fn();
    }, ms).unref();
    this.#timers.set(timer, { due: this.now() + ms, fn });
    return timer;
  }

  clearTimer(timer: unknown): void {
    clearTimeout(timer as NodeJS.Timeout);
    this.#timers.delete(timer as NodeJS.Timeout);
  }
}

export interface Stage {
  readonly server: RunningServer;
  /** The director's cookie. */
  readonly director: string;
}

/** Told of each exercise before it is played, when seats are still to be taken; `link` gives a fresh join link. */
export type Arrive = (stage: Stage, exercise: { name: 'ended' | 'running'; link(seat: string): Promise<string> }) => Promise<void>;

/** A server with one exercise played to its end and one played half-way, both from the scenario's recorded plays. */
export async function setStage(arrive: Arrive): Promise<Stage> {
  const { scenario, plays } = await loadFolder(join(root, 'scenarios', SCENARIO));
  const [first, second = first] = plays;
  if (!scenario || !first || !second) throw new Error(`${SCENARIO} cannot be played; see ./entente check`);
  const clock = new MovedClock();
  // Sessions begin on the day of the exercise: they would not last until then.
  clock.moveTo(Date.parse(scenario.start));
  const server = await startServer({
    dataDir: ':memory:',
    clock,
    logLevel: 'silent',
    scenariosDirs: [join(root, 'scenarios')],
    webRoot: join(root, 'packages/web/dist'),
  });
  const token = new URL(server.directorLink ?? '').hash.replace('#director=', '');
  const entered = await post(server, '/api/director', { token }, '');
  const stage = { server, director: (entered.headers.get('set-cookie') ?? '').split(';')[0] ?? '' };
  for (const [name, play, until] of [
    ['ended', first, Number.POSITIVE_INFINITY],
    ['running', second, scenario.duration * SHOWN_AT],
  ] as const) {
    const made = await post(server, '/api/exercises', { scenario: SCENARIO }, stage.director);
    const { id } = (await made.json()) as { id: string };
    await arrive(stage, { name, link: (seat) => linkTo(stage, id, seat) });
    await playOut(server, id, clock, new PlayDriver(scenario, play), until);
  }
  return stage;
}

async function linkTo({ server, director }: Stage, exercise: string, seat: string): Promise<string> {
  const made = await post(server, `/api/exercises/${exercise}/links`, { seats: [seat] }, director);
  const { links } = (await made.json()) as { links: { url: string }[] };
  return links[0]?.url ?? '';
}

/** Plays an exercise up to a scenario time. */
async function playOut(server: RunningServer, exercise: string, clock: MovedClock, driver: PlayDriver, until: number): Promise<void> {
  const live = server.exercise(exercise);
  if (!live) throw new Error('the exercise was not made');
  for (let wall = driver.nextWall(live.world); wall !== undefined; wall = driver.nextWall(live.world)) {
    clock.moveTo(wall);
    await commits();
    const turn = driver.next(live.world);
    if (!turn || (turn.step && turn.step.at > until)) break;
    const { seat, person, commandId, command } = turn;
    driver.answered(await live.submit({ seat, person, commandId, command, session: `play ${seat}` }));
  }
}

/** What a timer set off is committed in the turns of the event loop that follow. */
async function commits(): Promise<void> {
  for (let i = 0; i < 3; i++) await new Promise((resolve) => setImmediate(resolve));
}

async function post(server: RunningServer, path: string, body: object, cookie: string): Promise<Response> {
  const response = await fetch(server.url + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: server.url, ...(cookie ? { cookie } : {}) },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response;
}
