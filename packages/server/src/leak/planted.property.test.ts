import { ServerResponse } from 'node:http';
import type { World } from '@entente/engine';
import { ROOMS } from '@entente/engine/testing';
import fc from 'fast-check';
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { LiveExercise } from '../exercises/live.ts';
import { Feed } from '../feed/feed.ts';
import { OwnWorlds } from '../feed/own-world.ts';
import { Projection } from '../feed/projection.ts';
import { FeedSocket } from '../feed/socket.ts';
import type { Route } from '../http/house.ts';
import { difference, differences, editionDifference } from './ask.ts';
import { Browser, EXERCISE } from './browser.ts';
import { someEditionPair, somePair } from './pair.ts';
import { type Field, fieldsOf, nameOf } from './questions.ts';

const seed = Number(process.env.ENTENTE_SEED);
const LONG = process.env.ENTENTE_LONG === '1';
const tapes = fc.array(fc.nat({ max: 5039 }), { minLength: 60, maxLength: 300 });
const FEED = /^GET \/s\/:door\/api\/feed/;
/** So many short runs plant all leaks once. */
const TURNS = 6;
console.log(`planted leaks: seed ${seed}, ${LONG ? 'all' : `turn ${seed % TURNS} of ${TURNS}`} (ENTENTE_SEED, ENTENTE_LONG)`);

/** A command, and the strings in it. */
type Named = Readonly<
  Record<'type' | 'card' | 'variable' | 'item' | 'inject' | 'expected' | 'message' | 'of' | 'forum' | 'criterion' | 'task', string>
>;

/** From now on every answer of every route counts the events that there are. */
function countInHeaders(): void {
  const counts = new Map<string, () => number | undefined>();
  const at = Browser.at;
  vi.spyOn(Browser, 'at').mockImplementation(async (...asked) => {
    const browser = await at.apply(Browser, asked);
    counts.set(new URL(browser.server.url).host, () => browser.server.exercise(EXERCISE)?.feed.position);
    return browser;
  });
  const writeHead = ServerResponse.prototype.writeHead as (this: ServerResponse, ...asked: unknown[]) => ServerResponse;
  vi.spyOn(ServerResponse.prototype, 'writeHead').mockImplementation(function (this: ServerResponse, ...asked: unknown[]) {
    const count = counts.get(this.req.headers.host ?? '')?.();
    if (count !== undefined) this.setHeader('x-count', count);
    return writeHead.apply(this, asked);
  });
}

/** So many of them, drawn by the seed. */
function some<T>(all: readonly T[], count: number): readonly T[] {
  return fc.sample(fc.shuffledSubarray([...all], { minLength: count, maxLength: count }), { seed, numRuns: 1 })[0] ?? [];
}

/** One planted leak per channel: the property is worth something only if it catches each. The count of pairs bounds it, not the time. */
describe('a planted leak is caught', { timeout: 600_000 }, () => {
  let routes: readonly Route[] = [];
  let fields: readonly Field[] = [];
  beforeAll(async () => {
    const [numbers] = fc.sample(tapes, { seed, numRuns: 1 }) as [number[]];
    const pair = somePair(numbers, 30);
    const { server } = await Browser.at(pair, pair.one);
    routes = server.routes;
    fields = routes.flatMap(fieldsOf);
    await server.close();
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });
  /** Each leak is planted here with every sixth seed; in the long run all are. */
  let leaks = 0;
  const caughtHere = (leak: string, ask: () => Promise<void>): void => {
    const turn = leaks++ % TURNS === seed % TURNS;
    it.runIf(LONG || turn)(leak, ask);
  };
  /** Asks at some places only, and stops at the first difference: a leak on one route shows to few viewers. `viewers`: how their names begin. */
  const caught = async (on: RegExp, viewers = ''): Promise<boolean> => {
    for (const numbers of fc.sample(tapes, { seed, numRuns: 60 })) {
      const pair = somePair(numbers, 30);
      if (pair.viewer.startsWith(viewers) && (await difference(pair, (place) => on.test(place))) !== undefined) return true;
    }
    return false;
  };

  caughtHere('in the feed: an event too many', async () => {
    const append = Projection.prototype.append;
    vi.spyOn(Projection.prototype, 'append').mockImplementation(function (this: Projection, events) {
      append.call(
        this,
        events.map((r) => (r.event.type === 'NoteWritten' ? { ...r, to: [...r.to, 'public'] } : r)),
      );
    });
    expect(await caught(FEED)).toBe(true);
  });

  caughtHere('in a page: the position on the record', async () => {
    const read = Feed.prototype.read;
    vi.spyOn(Feed.prototype, 'read').mockImplementation(function (this: Feed, ...asked) {
      return { ...read.apply(this, asked), next: this.position };
    });
    expect(await caught(FEED)).toBe(true);
  });

  caughtHere('in the stream: a beat that counts', async () => {
    const stream = Feed.prototype.stream;
    vi.spyOn(Feed.prototype, 'stream').mockImplementation(async function* (this: Feed, ...asked) {
      yield `: ${this.position}\n\n`;
      yield* stream.apply(this, asked);
    });
    expect(await caught(/^stream$/)).toBe(true);
  });

  caughtHere('over the WebSocket: a message that counts', async () => {
    const positions = new WeakMap<object, Feed>();
    const batch = Feed.prototype.batch;
    vi.spyOn(Feed.prototype, 'batch').mockImplementation(function (this: Feed, ...asked) {
      const found = batch.apply(this, asked);
      if (found) positions.set(found, this);
      return found;
    });
    const messageOf = FeedSocket.prototype.messageOf;
    vi.spyOn(FeedSocket.prototype, 'messageOf').mockImplementation(function (this: FeedSocket, piece) {
      const position = positions.get(piece)?.position;
      return position === undefined || 'name' in piece ? messageOf.call(this, piece) : `[${piece.events.join(',')}] ${position}`;
    });
    expect(await caught(/^socket$/)).toBe(true);
  });

  caughtHere('in the export: the global chain', async () => {
    const read = Feed.prototype.read;
    vi.spyOn(Feed.prototype, 'read').mockImplementation(function (this: Feed, ...asked) {
      const reading = read.apply(this, asked);
      const exporting = new Error().stack?.includes('ownRecord');
      return exporting ? { ...reading, events: reading.events.map((e) => `{"n":${this.position},${e.slice(1)}`) } : reading;
    });
    expect(await caught(/\/export/)).toBe(true);
  });

  caughtHere('in an error: another answer for what is hidden than for what does not exist', async () => {
    const submit = LiveExercise.prototype.submit;
    vi.spyOn(LiveExercise.prototype, 'submit').mockImplementation(async function (this: LiveExercise, submission) {
      const answer = await submit.call(this, submission);
      const known = JSON.stringify([
        ...this.world.messages.messages.keys(),
        ...this.world.injects.rows.keys(),
        ...this.world.messages.notes.keys(),
        ...this.world.sharing.items.keys(),
        ...this.world.sharing.requests.keys(),
      ]);
      const named = Object.values(submission.command).some((v) => typeof v === 'string' && v.length === 21 && known.includes(v));
      return !answer.ok && named ? { ok: false, rejection: { ...answer.rejection, message: 'It was not released to you.' } } : answer;
    });
    expect(await caught(/\/commands/)).toBe(true);
  });

  caughtHere('in an id: one that counts', async () => {
    const submit = LiveExercise.prototype.submit;
    vi.spyOn(LiveExercise.prototype, 'submit').mockImplementation(async function (this: LiveExercise, submission) {
      const answer = await submit.call(this, submission);
      return answer.ok ? { ...answer, events: answer.events.map(() => `e${this.feed.position}`) } : answer;
    });
    expect(await caught(/\/commands WriteNote/)).toBe(true);
  });

  caughtHere('in an attachment: the bytes to whoever knows the address', async () => {
    vi.spyOn(LiveExercise.prototype, 'attachment').mockImplementation(function (this: LiveExercise, _viewer, id) {
      const content = this.world.attachments.kept.get(id)?.content;
      return content === undefined ? undefined : { card: { id, name: 'f', type: 'image/png', size: 1_000, digest: '' }, content };
    });
    expect(await caught(/:file/)).toBe(true);
  });

  caughtHere('in an attachment: another answer for one of others than for one that does not exist', async () => {
    vi.spyOn(LiveExercise.prototype, 'attachment').mockImplementation(function (this: LiveExercise, _viewer, id) {
      if (this.world.attachments.kept.has(id)) throw new Error('not yours');
      return undefined;
    });
    expect(await caught(/:file/)).toBe(true);
  });

  for (const [channel, route] of [
    ['the search: an index over what everybody knows', /\/search/],
    ['“who knew what when”: rows that the viewer never held', /\/known/],
    ['“why”: an answer about what the viewer does not hold', /\/why/],
    ['a plan taken out: one of a table at which the viewer does not sit', /\/plans\//],
  ] as const)
    caughtHere(`in ${channel}`, async () => {
      const folding = OwnWorlds.prototype.folding;
      vi.spyOn(OwnWorlds.prototype, 'folding').mockImplementation(function (this: OwnWorlds) {
        return folding.call(this, 'control');
      });
      expect(await caught(route)).toBe(true);
    });

  for (const [channel, route] of [
    ['the MSEL taken out by a party’s control: rows that it was never shown', /^GET .*\/msel$/],
    ['a workbook that comes back to a party’s control: what such rows say now', /\/msel\/changes$/],
  ] as const)
    caughtHere(`in ${channel}`, async () => {
      const folding = OwnWorlds.prototype.folding;
      vi.spyOn(OwnWorlds.prototype, 'folding').mockImplementation(function* (this: OwnWorlds, viewer) {
        const whole = yield* folding.call(this, 'control');
        const [, party = ''] = viewer.split(':');
        for (const row of whole.injects.rows.values())
          if (row.plan && !row.shown.has(party)) row.shown = new Map(row.shown).set(party, { card: row.plan.card } as never);
        return whole;
      });
      expect(await caught(route, 'control:')).toBe(true);
    });

  const caughtIn = async (edition: string): Promise<boolean> => {
    for (const numbers of fc.sample(tapes, { seed, numRuns: 10 }))
      if ((await editionDifference(someEditionPair(numbers, 30, edition))) !== undefined) return true;
    return false;
  };
  /** `edition`: how its name begins. */
  const readInstead = (edition: string, of: string): void => {
    const read = Projection.prototype.read;
    vi.spyOn(Projection.prototype, 'read').mockImplementation(function (this: Projection, asked, ...more) {
      return read.call(this, asked.startsWith(edition) ? of : asked, ...more);
    });
    const last = Projection.prototype.last;
    vi.spyOn(Projection.prototype, 'last').mockImplementation(function (this: Projection, asked) {
      return last.call(this, asked.startsWith(edition) ? of : asked);
    });
  };

  caughtHere('in a joint report: what one party held alone', async () => {
    readInstead('joint', 'party:a');
    expect(await caughtIn('joint')).toBe(true);
  });

  caughtHere('in a forum’s report: what one member’s side held alone', async () => {
    readInstead('forum:', 'party:a');
    expect(await caughtIn('forum:f0')).toBe(true);
  });

  caughtHere('in a forum’s report: what the delegation of one member held alone', async () => {
    readInstead('forum:', 'seat:b-lead');
    expect(await caughtIn('forum:f0')).toBe(true);
  });

  caughtHere('in a party’s report: what was written for its controllers', async () => {
    readInstead('party:a', 'control:a');
    expect(await caughtIn('party:a')).toBe(true);
  });

  caughtHere('in a public report, opened by somebody else: what its reader holds', async () => {
    readInstead('public', 'seat:a-lead');
    expect(await caughtIn('public')).toBe(true);
  });

  caughtHere('in a report: how many events there are in all', async () => {
    const read = Feed.prototype.read;
    vi.spyOn(Feed.prototype, 'read').mockImplementation(function (this: Feed, edition, ...more) {
      const reading = read.call(this, edition, ...more);
      return edition.includes('control') ? reading : { ...reading, last: this.position };
    });
    expect(await caughtIn('joint')).toBe(true);
  });

  caughtHere('in a count: how many events there are in all', async () => {
    const clock = Feed.prototype.clock;
    vi.spyOn(Feed.prototype, 'clock').mockImplementation(function (this: Feed, viewer) {
      return { ...clock.call(this, viewer), total: this.position };
    });
    expect(await caught(FEED)).toBe(true);
  });

  /** Of some places, those at which no difference is found. */
  const silent = async (sought: readonly string[]): Promise<string[]> => {
    const open = new Set(sought);
    expect(open.size).toBeGreaterThan(20);
    for (const numbers of fc.sample(tapes, { seed, numRuns: 60 })) {
      if (open.size === 0) break;
      for await (const { place } of differences(somePair(numbers, 30), (p) => open.has(p))) open.delete(place);
    }
    return [...open];
  };

  caughtHere('in the headers of any route: a count', async () => {
    countInHeaders();
    expect(await silent(routes.map(nameOf))).toEqual([]);
  });

  caughtHere('in the answer to any command: a count', async () => {
    const submit = LiveExercise.prototype.submit;
    vi.spyOn(LiveExercise.prototype, 'submit').mockImplementation(async function (this: LiveExercise, submission) {
      const answer = await submit.call(this, submission);
      const count = this.feed.position;
      return answer.ok ? { ...answer, count } : { ok: false, rejection: { ...answer.rejection, details: { count } } };
    });
    const types = fields.filter(({ path }) => path.at(-1) === 'type').map(({ place }) => place);
    expect(types.length).toBe(Object.values(ROOMS).reduce((sum, { commands }) => sum + Object.keys(commands).length, 0));
    expect(await silent(types)).toEqual([]);
  });

  caughtHere('in any field that names something: another answer for what is hidden than for what never was', async () => {
    const texts = new WeakMap<LiveExercise, string>();
    const submit = LiveExercise.prototype.submit;
    vi.spyOn(LiveExercise.prototype, 'submit').mockImplementation(async function (this: LiveExercise, submission) {
      const text = texts.get(this) ?? (await this.store.read(this.id, 0, 100_000)).map((r) => r.body).join('\n');
      texts.set(this, text);
      const named = JSON.stringify(submission.command).match(/\be[0-9a-z]{20}\b/g) ?? [];
      const answer = await submit.call(this, submission);
      return answer.ok || !named.some((id) => text.includes(id))
        ? answer
        : { ok: false, rejection: { code: 'unknown', message: 'Not yours.' } };
    });
    const named = [...new Set(fields.filter(({ means }) => means?.is === 'ref').map(({ place }) => place))];
    expect(await silent(LONG ? named : some(named, 21))).toEqual([]);
  });

  /** A mistake in each room's rules, in a command that was once not asked about. */
  const MISTAKES = {
    seats: ['HandOver', (world) => ({ count: world.seats.people.size })],
    clock: ['JumpClock', (world) => ({ count: world.messages.notes.size })],
    milestones: ['SetVariable', (world, { variable }) => ({ there: world.milestones.variables.has(variable) })],
    sharing: ['ReadItem', (world, { item }) => ({ there: world.sharing.items.has(item) })],
    injects: ['WithdrawInject', (world, { inject }) => ({ there: world.injects.rows.has(inject) })],
    expected: ['JudgeExpected', (world, { expected }) => ({ there: world.expected.rows.has(expected) })],
    messages: ['AcknowledgeMessage', (world, { message }) => ({ there: world.messages.messages.has(message) })],
    takings: ['TakeCard', (world, { card }) => ({ there: world.injects.rows.has(card) || world.messages.messages.has(card) })],
    translations: ['Translate', (world, { of }) => ({ there: world.messages.messages.has(of) || world.sharing.items.has(of) })],
    consultation: ['OpenMatter', (world, { forum }) => ({ there: world.consultation.forums.has(forum) })],
    statements: ['Speak', (world) => ({ count: world.statements.statements.size + world.statements.lines.size })],
    planning: ['KeepWeight', (world, { criterion }) => ({ there: world.planning.criteria.has(criterion) })],
    execution: ['StartStep', (world, { task }) => ({ there: world.execution.tasks.has(task) })],
    emergency: ['RaiseEmergency', (world) => ({ count: world.messages.messages.size })],
  } satisfies Record<string, readonly [string, (world: World, command: Named) => Record<string, unknown>]>;

  const matters = (world: World) => [...world.consultation.matters.values()];
  /** What forums must not tell, beside that they are there; the exercises themselves are played with these refused. */
  const OF_FORUMS: readonly (readonly [string, (world: World) => Record<string, unknown>])[] = [
    ['KeepPosition', (world) => ({ positions: matters(world).reduce((sum, m) => sum + m.acts.length, 0) })],
    ['ProlongMatter', (world) => ({ due: matters(world).reduce((sum, m) => sum + (m.card.due ?? 0), 0) })],
  ];
  const mistakes = [...Object.entries(MISTAKES), ...OF_FORUMS.map((m) => ['consultation', m] as const)];

  for (const [name, [type, tells]] of mistakes)
    caughtHere(`in the room ${name}: ${type}, refused by what is hidden`, async () => {
      const room = ROOMS[name as keyof typeof MISTAKES] as unknown as {
        decide(ctx: { world: World }, command: Named, by: object): unknown;
      };
      const { decide } = room;
      vi.spyOn(room, 'decide').mockImplementation((ctx, command, by) =>
        command.type === type ? { code: 'refused', message: 'No.', details: tells(ctx.world, command) } : decide(ctx, command, by),
      );
      expect(await caught(new RegExp(`commands ${type}\\.`))).toBe(true);
    });

  it('is planted in every room that takes commands', () => {
    const rooms = Object.entries(ROOMS).filter(([, room]) => Object.keys(room.commands).length > 0);
    expect(Object.keys(MISTAKES).sort()).toEqual(rooms.map(([name]) => name).sort());
  });
});
