import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LiveExercise } from '../exercises/live.ts';
import { Feed } from '../feed/feed.ts';
import { OwnWorlds } from '../feed/own-world.ts';
import { Projection } from '../feed/projection.ts';
import { FeedSocket } from '../feed/socket.ts';
import { difference, editionDifference } from './ask.ts';
import { someEditionPair, somePair } from './pair.ts';

const RUNS = Number(process.env.ENTENTE_RUNS ?? 50);
const seed = Number(process.env.ENTENTE_SEED ?? Math.floor(Math.random() * 2 ** 31));
const tapes = fc.array(fc.nat({ max: 5039 }), { minLength: 60, maxLength: 300 });
console.log(`leak property: seed ${seed}, ${RUNS} pairs of exercises (ENTENTE_SEED, ENTENTE_RUNS)`);

describe('no side channel', () => {
  it('a viewer whose events are the same gets the same bytes on every route, whatever is hidden from it', async () => {
    let hidden = 0;
    let pairs = 0;
    let sharing = 0;
    await fc.assert(
      fc.asyncProperty(tapes, async (numbers) => {
        const pair = somePair(numbers, 30);
        hidden += pair.hidden;
        pairs++;
        sharing += pair.hiddenSharing;
        expect(await difference(pair)).toBeUndefined();
      }),
      { numRuns: RUNS, seed, endOnFailure: true },
    );
    console.log(`leak property: ${hidden} hidden events in ${pairs} exercises, ${sharing} of them of sharing`);
    expect(hidden / pairs).toBeGreaterThan(20);
    expect(sharing / pairs).toBeGreaterThan(3);
  }, 3_600_000);

  it('an edition of the review, and so the report, is the same bytes whatever its audience does not hold, whoever opens it', async () => {
    let hidden = 0;
    let pairs = 0;
    await fc.assert(
      fc.asyncProperty(tapes, async (numbers) => {
        const pair = someEditionPair(numbers, 30);
        hidden += pair.hidden;
        pairs++;
        expect(await editionDifference(pair)).toBeUndefined();
      }),
      { numRuns: RUNS, seed, endOnFailure: true },
    );
    console.log(`leak property: ${hidden} events outside of their edition in ${pairs} exercises`);
    expect(hidden / pairs).toBeGreaterThan(20);
  }, 3_600_000);
});

/** One planted leak per channel: the property is worth something only if it catches each. The count of pairs bounds it, not the time. */
describe('a planted leak is caught', { timeout: 600_000 }, () => {
  afterEach(() => vi.restoreAllMocks());
  const caught = async (on?: RegExp): Promise<boolean> => {
    // A leak on one route shows to fewer viewers than one in every answer.
    for (const numbers of fc.sample(tapes, { seed, numRuns: on ? 60 : 10 }))
      if ((await difference(somePair(numbers, 30), on)) !== undefined) return true;
    return false;
  };

  it('in the feed: an event too many', async () => {
    const append = Projection.prototype.append;
    vi.spyOn(Projection.prototype, 'append').mockImplementation(function (this: Projection, events) {
      append.call(
        this,
        events.map((r) => (r.event.type === 'NoteWritten' ? { ...r, to: [...r.to, 'public'] } : r)),
      );
    });
    expect(await caught()).toBe(true);
  });

  it('in a page: the position on the record', async () => {
    const read = Feed.prototype.read;
    vi.spyOn(Feed.prototype, 'read').mockImplementation(function (this: Feed, ...asked) {
      return { ...read.apply(this, asked), next: this.position };
    });
    expect(await caught()).toBe(true);
  });

  it('in the stream: a beat that counts', async () => {
    const stream = Feed.prototype.stream;
    vi.spyOn(Feed.prototype, 'stream').mockImplementation(async function* (this: Feed, ...asked) {
      yield `: ${this.position}\n\n`;
      yield* stream.apply(this, asked);
    });
    expect(await caught()).toBe(true);
  });

  it('over the WebSocket: a message that counts', async () => {
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
    expect(await caught()).toBe(true);
  });

  it('in the export: the global chain', async () => {
    const read = Feed.prototype.read;
    vi.spyOn(Feed.prototype, 'read').mockImplementation(function (this: Feed, ...asked) {
      const reading = read.apply(this, asked);
      const exporting = new Error().stack?.includes('ownRecord');
      return exporting ? { ...reading, events: reading.events.map((e) => `{"n":${this.position},${e.slice(1)}`) } : reading;
    });
    expect(await caught()).toBe(true);
  });

  it('in an error: another answer for what is hidden than for what does not exist', async () => {
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
    expect(await caught()).toBe(true);
  });

  it('in an id: one that counts', async () => {
    const submit = LiveExercise.prototype.submit;
    vi.spyOn(LiveExercise.prototype, 'submit').mockImplementation(async function (this: LiveExercise, submission) {
      const answer = await submit.call(this, submission);
      return answer.ok ? { ...answer, events: answer.events.map(() => `e${this.feed.position}`) } : answer;
    });
    expect(await caught()).toBe(true);
  });

  it('in an attachment: the bytes to whoever knows the address', async () => {
    vi.spyOn(LiveExercise.prototype, 'attachment').mockImplementation(function (this: LiveExercise, _viewer, id) {
      const content = this.world.attachments.kept.get(id)?.content;
      return content === undefined ? undefined : { card: { id, name: 'f', type: 'image/png', size: 1_000, digest: '' }, content };
    });
    expect(await caught()).toBe(true);
  });

  it('in an attachment: another answer for one of others than for one that does not exist', async () => {
    vi.spyOn(LiveExercise.prototype, 'attachment').mockImplementation(function (this: LiveExercise, _viewer, id) {
      if (this.world.attachments.kept.has(id)) throw new Error('not yours');
      return undefined;
    });
    expect(await caught()).toBe(true);
  });

  for (const [channel, route] of [
    ['the search: an index over what everybody knows', /search\?/],
    ['“who knew what when”: rows that the viewer never held', /known/],
    ['“why”: an answer about what the viewer does not hold', /why\?/],
  ] as const)
    it(`in ${channel}`, async () => {
      const { folding } = OwnWorlds.prototype;
      vi.spyOn(OwnWorlds.prototype, 'folding').mockImplementation(function (this: OwnWorlds) {
        return folding.call(this, 'control');
      });
      expect(await caught(route)).toBe(true);
    });

  const caughtIn = async (edition: string): Promise<boolean> => {
    for (const numbers of fc.sample(tapes, { seed, numRuns: 10 }))
      if ((await editionDifference(someEditionPair(numbers, 30, edition))) !== undefined) return true;
    return false;
  };
  const readInstead = (edition: string, of: string): void => {
    const read = Projection.prototype.read;
    vi.spyOn(Projection.prototype, 'read').mockImplementation(function (this: Projection, asked, ...more) {
      return read.call(this, asked === edition ? of : asked, ...more);
    });
    const last = Projection.prototype.last;
    vi.spyOn(Projection.prototype, 'last').mockImplementation(function (this: Projection, asked) {
      return last.call(this, asked === edition ? of : asked);
    });
  };

  it('in a joint report: what one party held alone', async () => {
    readInstead('joint', 'party:a');
    expect(await caughtIn('joint')).toBe(true);
  });

  it('in a party’s report: what was written for its controllers', async () => {
    readInstead('party:a', 'control:a');
    expect(await caughtIn('party:a')).toBe(true);
  });

  it('in a public report, opened by somebody else: what its reader holds', async () => {
    readInstead('public', 'seat:a-lead');
    expect(await caughtIn('public')).toBe(true);
  });

  it('in a report: how many events there are in all', async () => {
    const read = Feed.prototype.read;
    vi.spyOn(Feed.prototype, 'read').mockImplementation(function (this: Feed, edition, ...more) {
      const reading = read.call(this, edition, ...more);
      return edition.includes('control') ? reading : { ...reading, last: this.position };
    });
    expect(await caughtIn('joint')).toBe(true);
  });

  it('in a count: how many events there are in all', async () => {
    const clock = Feed.prototype.clock;
    vi.spyOn(Feed.prototype, 'clock').mockImplementation(function (this: Feed, viewer) {
      return { ...clock.call(this, viewer), total: this.position };
    });
    expect(await caught()).toBe(true);
  });
});
