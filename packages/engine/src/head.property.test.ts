import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from './atoms.ts';
import type { Condition } from './conditions.ts';
import { bareWorld, emptyWorld, eventKind, evolve, roomEntries } from './exercise.ts';
import { Graph } from './graph.ts';
import { Exercise } from './head.ts';
import { bodyOf } from './record.ts';
import type { Context } from './room.ts';
import { seen, slice } from './slice.ts';
import { playSome, someScenario } from './testing/generate.ts';
import { SECRET, Table } from './testing/table.ts';
import { Tape } from './testing/tape.ts';

const RUNS = Number(process.env.ENTENTE_RUNS ?? 5);
const seed = Number(process.env.ENTENTE_SEED);
const tapes = fc.array(fc.nat({ max: 5039 }), { minLength: 40, maxLength: 400 });
const options = { numRuns: RUNS, seed };
console.log(`engine properties: seed ${seed}, ${RUNS} exercises each (ENTENTE_SEED, ENTENTE_RUNS)`);

/** Everything that there is in what is only looked at, asked for bit by bit. */
function copied(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Map) return new Map([...value.keys()].map((key) => [key, copied(value.get(key))]));
  if (Array.isArray(value)) return value.map(copied);
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copied(item)]));
}

describe('over generated exercises', () => {
  it('a viewer’s fold equals its slice of the full fold, at every prefix', () => {
    let hidden = 0;
    let all = 0;
    fc.assert(
      fc.property(tapes, (numbers) => {
        const table = playSome(new Tape(numbers), 40);
        const { roster } = table.exercise;
        const full = emptyWorld();
        const owns = roster.viewers.map((viewer) => {
          const held = new Set<string>();
          return { viewer, own: emptyWorld(), held, seen: seen(full, (id) => held.has(id)) };
        });
        // What the live world took in is what whoever reads the record takes in, absent fields too.
        const read = table.record.map((r) => JSON.parse(bodyOf(r)).event);
        expect(table.record.map((r) => r.event)).toStrictEqual(read);
        for (const r of table.record) {
          evolve(full, r.event, r);
          const { viewers } = roster.audience(r.to);
          all += owns.length;
          for (const o of owns) {
            if (!viewers.has(o.viewer)) {
              hidden++;
              continue;
            }
            o.held.add(r.id);
            evolve(o.own, r.event, r);
          }
          // Every viewer at the end and at some prefixes; one viewer, in turn, at every prefix.
          const one = owns[r.n % owns.length] as (typeof owns)[number];
          const checked = r.n % 25 === 0 || r.n === table.record.length ? owns : [one];
          for (const o of checked) expect(o.own, `${o.viewer} at position ${r.n}`).toEqual(slice(full, (id) => o.held.has(id)));
          // What its acts are judged on, looked at whole.
          expect(copied(one.seen), `${one.viewer} at position ${r.n}`).toEqual(one.own);
        }
      }),
      options,
    );
    console.log(`prefix property: ${hidden} of ${all} event-viewer pairs were hidden`);
    expect(hidden).toBeGreaterThan(all / 4);
  });

  it('a folded record is the exercise that made it, at any position, and goes on alike', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const table = playSome(new Tape(numbers), 30);
        const again = Exercise.from(table.record, { secret: SECRET });
        expect(again.hash).toBe(table.exercise.hash);
        expect(again.world).toEqual(table.exercise.world);
        const later = table.wall + 3_600_000;
        expect(again.tick(later)).toEqual(table.exercise.tick(later));
        expect(again.hash).toBe(table.exercise.hash);
      }),
      options,
    );
  });

  it('the dependency index agrees with asking every condition afresh, after every event', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const table = playSome(new Tape(numbers), 30);
        const { roster } = table.exercise;
        const world = emptyWorld();
        const graph = new Graph();
        const guards = new Map<string, Condition>();
        for (const r of table.record) {
          evolve(world, r.event, r);
          const look = { world, roster, now: r.at };
          graph.advance(look);
          const { name, room } = eventKind(r.event.type);
          for (const g of room.guards?.(r.event) ?? []) {
            graph.add(`${name}/${g.key}`, g.when, look);
            guards.set(`${name}/${g.key}`, g.when);
          }
          graph.touch(room.touches?.(r.event, world) ?? [], r.event, r, look);
          for (const [key, when] of guards) expect(graph.holds(key), `${key} at ${r.n}`).toBe(evaluate(look, when));
        }
      }),
      options,
    );
  });

  it('a sketch is told as what is kept is, ids aside, and the second of a scenario as the first', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const scenario = someScenario(new Tape(numbers));
        const [kept, first, second] = [false, true, true].map((sketch) => playSome(new Tape(numbers), 30, new Table(scenario, sketch)));
        expect(second?.record).toEqual(first?.record);
        expect(second?.exercise.world).toEqual(first?.exercise.world);
        const told = (t?: Table) => t?.record.map((r) => [r.at, r.wall, r.to, r.event.type]);
        expect(told(first)).toEqual(told(kept));
      }),
      options,
    );
  });

  it('nothing that happens in one sketch shows in how the next begins', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const scenario = someScenario(new Tape(numbers));
        const opened = () => structuredClone(new Table(scenario, true).exercise.world);
        const before = opened();
        for (let i = 0; i < 2; i++) playSome(new Tape(numbers), 40, new Table(scenario, true));
        expect(opened()).toEqual(before);
        expect(bareWorld()).toEqual(Object.fromEntries(roomEntries.map(([name, room]) => [name, room.initial()])));
      }),
      options,
    );
  });

  it('no room has an answer to an event that it does not hear', () => {
    fc.assert(
      fc.property(tapes, (numbers) => {
        const { record, exercise } = playSome(new Tape(numbers), 30);
        const { world, roster } = exercise;
        const ctx = { world, roster, now: 0, wall: 0, id: () => 'e', holdsTrue: () => true, holds: () => true } as unknown as Context;
        for (const r of record) {
          const { hearers } = eventKind(r.event.type);
          for (const [name, room] of roomEntries) {
            if (!hearers.includes(room)) expect(room.react?.(ctx, { event: r.event, meta: r }) ?? [], name).toEqual([]);
          }
        }
      }),
      options,
    );
  });

  it('what was due happens once, in order, however rarely anybody looks', () => {
    fc.assert(
      fc.property(tapes, fc.array(fc.integer({ min: 1, max: 600_000 }), { maxLength: 30 }), (numbers, steps) => {
        const scenario = someScenario(new Tape(numbers));
        const rare = new Table(scenario).start().wait(180);
        const often = new Table(scenario).start();
        let left = 180 * 60_000;
        for (const step of steps) {
          const ms = Math.min(step, left);
          left -= ms;
          often.wait(ms / 60_000);
        }
        often.wait(left / 60_000);
        expect(often.record).toEqual(rare.record);
        expect(often.exercise.hash).toBe(rare.exercise.hash);
      }),
      options,
    );
  });
});
