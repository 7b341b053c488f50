import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Answer, clockStatus, Exercise, parseBody, type Recorded, type Roster } from '@entente/engine';
import { type RunningServer, type Step, sqliteStore, startServer } from '@entente/server';
import { afterAll, expect, it } from 'vitest';
import { EventStream } from '../packages/server/src/test/events.ts';
import { director, joined } from '../packages/server/src/test/server.ts';
import { LONG, seed, WHOLE } from './chosen.ts';
import { at, bodyIn, type Copy, type Desk, opened, ownCopies, recordIn, verdictOn } from './server/desk.ts';
import { Mortal } from './server/mortal.ts';
import { busy, chance, PLAYERS, RELAY, type Sent, storm } from './server/storm.ts';

/**
 * A server is killed with 64 commands, at each step of a commit in turn, and started again on the same data.
 * ENTENTE_FAULT_ROUNDS: how often; ENTENTE_SEED: repeats the moments.
 */
const ROUNDS = Number(process.env.ENTENTE_FAULT_ROUNDS ?? (LONG ? (WHOLE ? 100 : 30) : 1));
const STEPS: readonly Step[] = ['taken', 'decided', 'begun', 'inserted', 'committed', 'told'];
const UNDER_WAY = 64;
/** Each of those under way is followed by another once it is answered. */
const IN_TURN = 2;
/** Among so many commits the moment is chosen; a server that outlives its commands is killed from outside. */
const MOMENTS = 48;
/** A fresh folder now and then, so that coming back stays quick. */
const ROUNDS_PER_FOLDER = 10;
/** A desk reads no more pages than a session may ask for. */
const PAGES = 400;
/** A restart is dated to the next ten seconds, lest it tell when something hidden happened. */
const RESTART_GRAIN_MS = 10_000;

const base = mkdtempSync(join(tmpdir(), 'entente-kill-'));
const shelf = join(base, 'shelf');
mkdirSync(join(shelf, 'busy'), { recursive: true });
writeFileSync(join(shelf, 'busy', 'scenario.yaml'), JSON.stringify(busy));
const mortal = () => new Mortal(shelf, join(base, 'compiled'));
let spare: Mortal | undefined;
afterAll(async () => {
  await spare?.kill();
  rmSync(base, { recursive: true, force: true });
});

it(`SIGKILL at any moment loses no acknowledged command and repeats none (${ROUNDS} rounds)`, async () => {
  console.log(`kills: seed ${seed}, ${ROUNDS} rounds (ENTENTE_SEED, ENTENTE_FAULT_ROUNDS)`);
  const begun = performance.now();
  const pick = chance(seed);
  const sum = { acknowledged: 0, atStep: 0, comingBack: 0, commands: 0 };
  let house: House | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    if (house === undefined || round % ROUNDS_PER_FOLDER === 0) house = await moveIn(join(base, `data-${round}`));
    const step = STEPS[(seed + round) % STEPS.length] as Step;
    const count = 1 + pick(MOMENTS);
    const where = `seed ${seed}, round ${round}, killed when ${step} for the ${count}. time`;
    const told = await kill(house, `round ${round}`, step, count);
    const before = await durable(house);
    // Half the time, the server is killed again while it comes back.
    const comingBack = before.status === 'running' && pick(2) === 0 && (await killComingBack(house, step));
    await comeBack(house, before, told, where);
    sum.acknowledged += told.answers.filter((a) => a !== undefined).length;
    sum.atStep += Number(told.bySelf);
    sum.comingBack += Number(comingBack);
    sum.commands += told.sent.length;
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(
    `kills: ${sum.commands} commands, ${sum.acknowledged} acknowledged before death, ${sum.atStep} of ${ROUNDS} deaths at their step, ${sum.comingBack} more while coming back; ${seconds} s`,
  );
});

/** A data folder with a running exercise, and everyone at their desks. */
interface House {
  readonly dataDir: string;
  readonly exercise: string;
  readonly desks: Map<string, Desk>;
  roster: Roster;
}
async function moveIn(dataDir: string): Promise<House> {
  const server = await start(dataDir);
  const { id, desks } = await opened(await director(server), server.url, 'busy', ['control', ...PLAYERS, RELAY]);
  for (const desk of desks.values()) await desk.do({ type: 'TakeSeat', name: desk.seat });
  await at(desks, 'control').do({ type: 'SetRate', rate: 120 });
  for (const desk of desks.values()) await desk.catchUp();
  await server.close();
  return { dataDir, exercise: id, desks, roster: server.exercise(id)?.roster as Roster };
}

const start = (dataDir: string, newDirectorLink = false): Promise<RunningServer> =>
  startServer({ dataDir, scenariosDirs: [shelf], logLevel: 'error', newDirectorLink });

/** What was under way when the server died, and what had been answered. */
interface Told {
  readonly sent: readonly Sent[];
  readonly answers: readonly (Answer | undefined)[];
  readonly bySelf: boolean;
}

/** Serves until death, with the clock running, commands under way and three desks that follow their feeds. */
async function kill({ dataDir, desks }: House, round: string, step: Step, count: number): Promise<Told> {
  const victim = spare ?? mortal();
  const url = await victim.serve(dataDir, step, count);
  spare = mortal();
  if (url === undefined) throw new Error('the server died before anybody came');
  for (const desk of desks.values()) desk.moveTo(url);
  const following = [stream(at(desks, 'control')), pages(at(desks, 'seat:a-1')), stream(at(desks, 'seat:b-1'))];
  const started: Sent = { seat: 'control', id: `${round}-start`.replace(' ', '-'), command: { type: 'StartClock' } };
  const sent = [started, ...storm(round, UNDER_WAY * IN_TURN)];
  const answers: (Answer | undefined)[] = sent.map(() => undefined);
  const lane = async (first: number) => {
    for (let i = first; i < sent.length; i += UNDER_WAY) {
      answers[i] = await answerTo(desks, sent[i] as Sent);
      if (answers[i] === undefined) return;
    }
  };
  await Promise.all(Array.from({ length: UNDER_WAY }, (_, i) => lane(i)));
  const bySelf = answers.includes(undefined);
  await (bySelf ? victim.death() : victim.kill());
  await Promise.all(following);
  return { sent, answers, bySelf };
}

/** The answer, or undefined if the line broke before it came. */
async function answerTo(desks: ReadonlyMap<string, Desk>, { seat, command, id }: Sent): Promise<Answer | undefined> {
  try {
    return await at(desks, seat).give(command, id);
  } catch (why) {
    // What `fetch` throws when nobody answers; an answer that is none of ours is a failure of the test.
    if (why instanceof TypeError) return undefined;
    throw why;
  }
}

/** Reads a feed page by page until nobody answers. */
async function pages(desk: Desk): Promise<void> {
  try {
    for (let page = 0; page < PAGES; page++) await desk.catchUp();
  } catch (why) {
    if (!(why instanceof TypeError)) throw why;
  }
}

/** Follows a feed as a stream until it breaks off or, if a number is named, until that one came. */
async function stream(desk: Desk, last?: number): Promise<void> {
  const from = desk.copies.length;
  const events = await EventStream.open(desk.player, '', { 'last-event-id': String(from) }).catch(() => undefined);
  const upTo = last === undefined ? () => false : () => from + (events?.events.length ?? 0) >= last;
  await events?.until(upTo).catch(() => {});
  events?.close();
  for (const frame of events?.events ?? []) {
    if (last !== undefined && Number(frame.id) > last) break;
    expect(Number(frame.id)).toBe((JSON.parse(frame.data) as Copy).no);
    desk.hold(JSON.parse(frame.data) as Copy);
  }
}

/** Lets a server die at the first such step of coming back; gives whether it did. */
async function killComingBack({ dataDir }: House, step: Step): Promise<boolean> {
  const victim = spare ?? mortal();
  spare = mortal();
  const bySelf = (await victim.serve(dataDir, step, 1)) === undefined;
  await (bySelf ? victim.death() : victim.kill());
  return bySelf;
}

interface Durable {
  readonly bodies: readonly string[];
  readonly status: ReturnType<typeof clockStatus>;
  /** The last scenario time of which anybody may have been told: that of the last event, or the one that was noted since. */
  readonly last: number;
}

/** What lies on disk, read without any server. */
async function durable({ dataDir, exercise }: House): Promise<Durable> {
  const store = sqliteStore(join(dataDir, 'entente.db'));
  const bodies = (await store.read(exercise, 0, Number.MAX_SAFE_INTEGER)).map((r) => r.body);
  const noted = await store.alive(exercise);
  await store.close();
  const head = Exercise.from(
    bodies.map((body) => parseBody(body)),
    { secret: '' },
  );
  return { bodies, status: clockStatus(head.world), last: head.now(noted ?? 0) };
}

/** Starts the server again and holds it to everything that it had said. */
async function comeBack(house: House, before: Durable, told: Told, where: string): Promise<void> {
  const server = await start(house.dataDir, true);
  try {
    for (const desk of house.desks.values()) desk.moveTo(server.url);
    const returned = await comeBackToTheRelay(server, house);
    const control = at(house.desks, 'control');
    const back = await control.exported();
    pausedAsItWas(before, back, where);
    nothingLost(recordIn(back), told, where);
    await feedsGoOn(house, recordIn(back), where);
    await answersStay(house, told, where);
    // If the start was among what was lost, it is done only now; what is compared must stand still.
    await control.give({ type: 'PauseClock' });
    if (returned) await at(house.desks, RELAY).do({ type: 'TakeSeat', name: 'Back at the watch' });
    const lines = await control.exported();
    expect(verdictOn(lines), where).toMatchObject({ ok: true });
    everythingOnce(recordIn(lines), told.sent, where);
    await feedsGoOn(house, recordIn(lines), where);
  } finally {
    await server.close();
  }
}

/**
 * A hand-over that was done without its answer leaves the next person without a cookie, and nobody gets one by sending it
 * again: the link is issued anew. Gives whether that was so.
 */
async function comeBackToTheRelay(server: RunningServer, { desks, exercise }: House): Promise<boolean> {
  const desk = at(desks, RELAY);
  if ((await desk.player.fetch(desk.player.api('/me'))).status === 200) return false;
  const lobby = await director(server);
  const answer = await lobby.post(`/api/exercises/${exercise}/links`, { seats: [RELAY] });
  const { links } = (await answer.json()) as { links: { url: string }[] };
  desk.sitDownAs(await joined(server, links[0]?.url));
  return true;
}

/** Nothing durable was changed; a running exercise was paused at its last durable time, and nothing else was done. */
function pausedAsItWas(before: Durable, lines: readonly string[], where: string): void {
  expect(lines.slice(1, before.bodies.length + 1).map(bodyIn), where).toEqual(before.bodies);
  const added = recordIn(lines.slice(before.bodies.length));
  if (before.status !== 'running') {
    expect(added, where).toEqual([]);
    return;
  }
  const pause = added.at(-1);
  expect(pause?.event, where).toMatchObject({ type: 'ClockPaused', reason: 'restart', at: pause?.at });
  expect(
    added.filter((r) => r.event.type === 'ClockPaused'),
    where,
  ).toHaveLength(1);
  expect(pause?.at, where).toBe(Math.ceil(before.last / RESTART_GRAIN_MS) * RESTART_GRAIN_MS);
}

/** Every acknowledged command is on the record once, every refused one is not. */
function nothingLost(record: readonly Recorded[], { sent, answers }: Told, where: string): void {
  const times = timesOf(record);
  for (const [i, { id, words = '' }] of sent.entries()) {
    const answer = answers[i];
    if (answer) expect(times.get(words) ?? 0, `${where}: ${id} was answered`).toBe(answer.ok && words !== '' ? 1 : 0);
  }
}

/** Sent again with the same ids, every command is answered, and as it was the first time. */
async function answersStay({ desks }: House, { sent, answers }: Told, where: string): Promise<void> {
  const again = await Promise.all(sent.map((s) => answerTo(desks, s)));
  for (const [i, { id }] of sent.entries()) {
    expect(again[i], `${where}: ${id} has no answer`).toBeDefined();
    if (answers[i]) expect(again[i], `${where}: ${id} is answered otherwise`).toEqual(answers[i]);
  }
  const late = sent.filter((_, i) => answers[i] === undefined);
  const answersToLate = again.filter((_, i) => answers[i] === undefined);
  expect(await Promise.all(late.map((s) => answerTo(desks, s))), where).toEqual(answersToLate);
}

/** After every command was sent again: each is there once, what must be refused is not, and no inject came twice. */
function everythingOnce(record: readonly Recorded[], sent: readonly Sent[], where: string): void {
  const times = timesOf(record);
  for (const { id, words } of sent) if (words !== undefined) expect(times.get(words), `${where}: ${id}`).toBe(1);
  const released = record.flatMap(({ event }) => (event.type === 'InjectReleased' ? [event.inject] : []));
  expect(new Set(released).size, where).toBe(released.length);
}

/** How often the record holds each note's or message's words, or a person's name. */
function timesOf(record: readonly Recorded[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const { event } of record) {
    const words = event.type === 'PersonSeated' ? event.name : 'text' in event && typeof event.text === 'string' ? event.text : undefined;
    if (words !== undefined) times.set(words, (times.get(words) ?? 0) + 1);
  }
  return times;
}

/** Each desk reads on from the last event that it had seen, and then has its own slice of the record and nothing else. */
async function feedsGoOn({ desks, roster }: House, record: readonly Recorded[], where: string): Promise<void> {
  for (const desk of desks.values()) {
    const own = ownCopies(record, desk.seat, roster);
    if (desk.seat === 'control') await stream(desk, own.length);
    else await desk.catchUp();
    expect(desk.copies.length, `${where}: ${desk.seat}`).toBe(own.length);
    expect(JSON.stringify(desk.copies) === JSON.stringify(own), `${where}: ${desk.seat} has other events than the record`).toBe(true);
  }
}
