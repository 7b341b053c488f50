import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ROOMS } from '../../rooms.ts';
import { playSome } from '../generate.ts';
import { Tape } from '../tape.ts';
import { breaches } from './breaches.ts';
import { playChain } from './chains.ts';
import { printed } from './print.ts';
import { LAW } from './table.ts';
import type { Play } from './watch.ts';

const RUNS = Number(process.env.ENTENTE_RUNS ?? 50);
const seed = Number(process.env.ENTENTE_SEED);
const tapes = fc.array(fc.nat({ max: 5039 }), { minLength: 40, maxLength: 400 });
console.log(`law of audiences: seed ${seed}, ${RUNS} exercises (ENTENTE_SEED, ENTENTE_RUNS)`);

describe('the law of audiences', () => {
  it('speaks of every event', () => {
    const events = Object.values(ROOMS).flatMap((room) => Object.keys(room.events));
    expect(events.filter((type) => !Object.hasOwn(LAW, type))).toEqual([]);
    expect(Object.keys(LAW).filter((type) => !events.includes(type))).toEqual([]);
  });

  it('stands in docs/audiences.md', () => {
    expect(readFileSync(join(import.meta.dirname, '../../../../../docs/audiences.md'), 'utf8')).toBe(printed());
  });

  it('gives every event of generated exercises the very audience that the record gave it', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        expect(breaches(playSome(new Tape(numbers), 40).play())).toEqual([]);
      }),
      { numRuns: RUNS, seed, endOnFailure: true },
    );
  });

  it('and of chains of versions, hands, recalls and parts, in which everybody is told of every link that is theirs', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        expect(breaches(playChain(new Tape(numbers), 45).table.play())).toEqual([]);
      }),
      { numRuns: Math.ceil(RUNS / 5), seed, endOnFailure: true },
    );
  });

  /** A play whose record somebody changed: one event in it has other viewers, or is gone. */
  const changed = (play: Play, n: number, viewers?: (now: ReadonlySet<string>) => Iterable<string>): Play => ({
    ...play,
    record: viewers ? play.record : play.record.map((r) => (r.n === n ? { ...r, event: { type: 'FaultRecorded' } } : r)),
    viewers: (r) => (viewers && r.n === n ? new Set(viewers(play.viewers(r))) : play.viewers(r)),
  });
  const numbers = fc.sample(tapes, { seed: 7, numRuns: 1 })[0] as number[];
  const play = playSome(new Tape(numbers), 40).play();

  it('finds one viewer more, and one viewer less, on any kind of event', () => {
    // Of the first two events the law has no directory yet.
    const kinds = new Map(play.record.slice(2).map((r) => [r.event.type, r]));
    for (const [type, r] of kinds) {
      const now = play.viewers(r);
      const outside = ['control:a', 'evaluators:b', 'seat:b-lead', 'seat:a-press', 'observers', 'public'].find((v) => !now.has(v));
      const more = outside === undefined ? [] : breaches(changed(play, r.n, (v) => [...v, outside]));
      if (outside !== undefined)
        expect(more, `${outside} more: ${type}`).toContainEqual(expect.objectContaining({ n: r.n, beyond: [outside] }));
      const one = [...now].at(-1) as string;
      // How far a version reaches is judged by `judge.ts`, which knows the rules of sharing.
      if (type === 'ItemRevised' || type === 'ItemTranslated') continue;
      const less = breaches(changed(play, r.n, (v) => [...v].filter((x) => x !== one)));
      expect(less, `${one} less: ${type}`).toContainEqual(expect.objectContaining({ n: r.n, lacking: [one] }));
    }
  });

  it('misses what was owed and did not follow', () => {
    const owed = ['BriefingGiven', 'InjectPlanned', 'InjectShown', 'ExpectedShown', 'InjectDelivered'];
    for (const type of owed) {
      const gone = play.record.find((r) => r.event.type === type)?.n ?? 0;
      expect(gone, type).toBeGreaterThan(0);
      expect(breaches(changed(play, gone)).map((b) => b.type)).toContain(type);
    }
  });
});
