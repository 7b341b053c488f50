import { mayActOn } from '@entente/engine';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../capabilities/index.ts';
import { compareNumbers, EVERYONE, NOBODY } from '../../../kit/control/entry.ts';
import { Bench, MINUTE } from '../../../kit/control/fixture.ts';
import { entryLabel } from './entryLabel.ts';
import { entriesOf, filtered, lanesFor } from './msel.ts';

const parts = await partsOf('control');

const lead = { address: 'control' };
const seoul = { address: 'control:rok', party: 'rok' };

describe('lines of the MSEL', () => {
  it('stand in the lane of each party that they concern, or in the shared one', () => {
    const bench = new Bench();
    const entries = entriesOf(parts, bench.world('control'), lead, bench.names(), 0);
    const lanes = (n: string): readonly string[] | undefined => entries.find((e) => e.number === n)?.lanes;
    expect(lanes('002')).toEqual(['rok', 'us']);
    expect(lanes('003')).toEqual(['us']);
    expect(lanes('004')).toEqual([EVERYONE]);
    expect(lanes('E1')).toEqual(['rok']);
  });

  it('stand in a lane of their own where they name nobody, never in everyone’s', () => {
    const bench = new Bench();
    const world = bench.world('control');
    for (const row of world.injects.rows.values())
      if (row.plan?.card.number === '004') row.plan = { ...row.plan, card: { ...row.plan.card, to: [] } };
    const entries = entriesOf(parts, world, lead, bench.names(), 0);
    expect(entries.find((e) => e.number === '004')?.lanes).toEqual([NOBODY]);
    expect(lanesFor(bench.names(), lead, entries).map((l) => l.id)).toEqual(['rok', 'us', 'c', EVERYONE, NOBODY]);
  });

  it('follow chains: what comes after another line stands at that line’s time plus the delay', () => {
    const bench = new Bench();
    const entries = entriesOf(parts, bench.world('control'), lead, bench.names(), 0);
    expect(entries.find((e) => e.number === '003')).toMatchObject({ at: 40 * MINUTE, about: true });
    expect(entries.find((e) => e.number === 'E1')).toMatchObject({ at: 10 * MINUTE, until: 30 * MINUTE });
  });

  it('are labelled, for lead control, with the numbers by which all sides speak of them, and for a side with its own', () => {
    const bench = new Bench();
    const labels = (viewer: typeof lead) =>
      entriesOf(parts, bench.world(viewer.address), viewer, bench.names(), 0).map(
        (e) => entryLabel(parts, e, '', 0, String, (key) => key).number,
      );
    expect(labels(lead)).toEqual(expect.arrayContaining(['002 · K002 · U001', '003 · U002', 'E1 · KE1']));
    expect(labels(seoul)).toEqual(expect.arrayContaining(['K002', 'KE1']));
  });

  it('have no time while they wait for something past their time', () => {
    const bench = new Bench();
    bench.at(16);
    const waits = entriesOf(parts, bench.world('control'), lead, bench.names(), 16 * MINUTE).find((e) => e.number === '004');
    expect(waits).toMatchObject({ at: undefined, waits: true, happened: false });
  });

  it('stand where they happened once they did', () => {
    const bench = new Bench();
    bench.at(25);
    bench.as(
      'control',
      { type: 'ReleaseInject', inject: [...bench.world('control').injects.rows].find(([, r]) => r.plan?.card.number === '002')![0] },
      26,
    );
    const entries = entriesOf(parts, bench.world('control'), lead, bench.names(), 30 * MINUTE);
    expect(entries.find((e) => e.number === '002')).toMatchObject({ at: 26 * MINUTE, happened: true, status: 'released' });
  });

  it('are cut to the own side for a party’s controllers, and to the lanes of that side', () => {
    const bench = new Bench();
    const entries = entriesOf(parts, bench.world('control:rok'), seoul, bench.names('control:rok'), 0);
    expect(entries.every((e) => e.lanes.every((l) => l === 'rok' || l === EVERYONE))).toBe(true);
    expect(entries.map((e) => e.title)).not.toContain('Later');
    expect(lanesFor(bench.names(), seoul).map((l) => l.id)).toEqual(['rok', EVERYONE]);
    expect(lanesFor(bench.names(), lead).map((l) => l.id)).toEqual(['rok', 'us', 'c', EVERYONE]);
  });

  it('offer acts to a party’s controllers only where it waits for their hand', () => {
    const bench = new Bench();
    const cards = [...bench.world('control:rok').injects.rows.values()].map((r) => r.shown.get('rok')!.card);
    expect(cards.filter((c) => mayActOn(c, seoul.address)).map((c) => c.title)).toEqual(['First', 'Own']);
    expect(cards.every((c) => mayActOn(c, lead.address))).toBe(true);
  });

  it('are filtered by hand, party and objective', () => {
    const bench = new Bench();
    const entries = entriesOf(parts, bench.world('control'), lead, bench.names(), 0);
    expect(filtered(entries, { mine: false, objective: 'o1' }).map((e) => e.number)).toEqual(['E1']);
    expect(filtered(entries, { mine: true }).map((e) => e.number)).not.toContain('006');
    expect(filtered(entries, { mine: false, party: EVERYONE }).map((e) => e.number)).toEqual(['004']);
  });

  it('put what players say in public beside them, in its own lane, by the letter of their side', () => {
    const bench = new Bench();
    bench.as('seat:rok-nsa', { type: 'Speak', text: 'We are in touch.', attribution: 'on-record', posture: 'active' }, 12);
    expect(entriesOf(parts, bench.world('control'), lead, bench.names(), 13 * MINUTE).filter((e) => e.kind === 'statement')).toMatchObject([
      { number: 'K', lanes: ['public'], title: 'We are in touch.' },
    ]);
  });

  it('count as people do: 9 before 10', () => expect(['10', '9', '10a'].sort(compareNumbers)).toEqual(['9', '10', '10a']));
});
