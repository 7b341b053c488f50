import { describe, expect, it } from 'vitest';
import { Bench, MINUTE } from '../../../kit/control/fixture.ts';
import { entriesOf } from '../../../screens/control/msel/msel.ts';
import { partsOf } from '../../index.ts';
import { carriedTo, jumpCommands, jumpCounts, jumpPreview } from './jumpPreview.ts';

const parts = await partsOf('control');
const preview = (
  ...[world, viewer, names, now, to]: [...(Parameters<typeof entriesOf> extends [unknown, ...infer R] ? R : never), number]
) => jumpPreview(parts, world, viewer, entriesOf(parts, world, viewer, names, now), now, to);

const lead = { address: 'control' };

describe('what a jump passes', () => {
  it('names releases, hands, conditions, deadlines and moves in order of time', () => {
    const bench = new Bench();
    const passed = preview(bench.world('control'), lead, bench.names(), 0, 61 * MINUTE);
    expect(passed.map((p) => `${p.at / MINUTE} ${p.what} ${p.number}`)).toEqual([
      '10 release 001 · K001',
      '15 maybe 004 · K003 · U003 · C001',
      '20 hand 002 · K002 · U001',
      '30 deadline E1 · KE1',
      '30 deadline E2 · UE1',
      '40 release 003 · U002',
      '50 hand 006 · K004',
      '60 move 2',
    ]);
  });

  it('counts them for the sentence above', () => {
    const bench = new Bench();
    expect(jumpCounts(preview(bench.world('control'), lead, bench.names(), 0, 61 * MINUTE))).toEqual({
      release: 2,
      hand: 2,
      maybe: 1,
      deadline: 2,
      move: 1,
      endex: 0,
    });
  });

  it('leaves out what is skipped or held, and what was released', () => {
    const bench = new Bench();
    const id = (n: string): string => [...bench.world('control').injects.rows].find(([, r]) => r.plan?.card.number === n)![0];
    bench.as('control', { type: 'SkipInject', inject: id('001') }, 1);
    bench.as('control', { type: 'HoldInject', inject: id('002') }, 1);
    const passed = preview(bench.world('control'), lead, bench.names(), MINUTE, 25 * MINUTE).map((p) => p.number);
    expect(passed).toEqual(['004 · K003 · U003 · C001']);
  });

  it('says that the end is passed', () => {
    const bench = new Bench();
    expect(preview(bench.world('control'), lead, bench.names(), 0, 480 * MINUTE).at(-1)?.what).toBe('endex');
  });

  it('passes nothing backwards', () => {
    const bench = new Bench();
    expect(preview(bench.world('control'), lead, bench.names(), 10 * MINUTE, 5 * MINUTE)).toEqual([]);
  });

  describe('of a silence, which nobody can break meanwhile', () => {
    const bench = new Bench();
    bench.as(
      'seat:rok-nsa',
      {
        type: 'OpenMatter',
        with: ['seat:us-nsa'],
        procedure: 'silence',
        title: 'Notice',
        text: 'As tabled.',
        due: 30 * MINUTE,
        shown: 'come',
      },
      2,
    );
    const world = bench.world('control');
    const [id = ''] = world.consultation.matters.keys();
    const passed = preview(world, lead, bench.names(), 10 * MINUTE, 61 * MINUTE);

    it('names it as something before which the jump stops', () => {
      expect(passed.find((p) => p.id === id)).toMatchObject({ what: 'deadline', stops: 'silence', title: 'Notice', at: 30 * MINUTE });
    });

    it('does not jump before lead control has chosen', () => {
      expect(jumpCommands(parts, world, passed, {}, 10 * MINUTE, 61 * MINUTE)).toBeUndefined();
    });

    it('carries it over with the time that it had left, and jumps then', () => {
      expect(jumpCommands(parts, world, passed, { [id]: 'carry' }, 10 * MINUTE, 61 * MINUTE)).toEqual([
        { type: 'ProlongMatter', matter: id, due: 81 * MINUTE },
        { type: 'JumpClock', to: 61 * MINUTE },
      ]);
      expect(carriedTo({ at: 30 * MINUTE }, 10 * MINUTE + 1, 61 * MINUTE)).toBe(81 * MINUTE);
    });

    it('lets it fall by name', () => {
      expect(jumpCommands(parts, world, passed, { [id]: 'fall' }, 10 * MINUTE, 61 * MINUTE)).toEqual([
        { type: 'JumpClock', to: 61 * MINUTE, over: [id] },
      ]);
    });
  });
});
