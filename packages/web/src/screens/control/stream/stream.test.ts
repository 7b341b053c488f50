import { emptyWorld, evolve, idsIn } from '@entente/engine';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../capabilities/index.ts';
import { Touched } from '../../../connection/Touched.ts';
import { Bench, MINUTE, sayIn } from '../../../kit/control/fixture.ts';
import { countNew, happenings, inGroup, Stream } from './stream.ts';

const parts = await partsOf('control');
const lead = { address: 'control' };

function busy(): Bench {
  const bench = new Bench();
  bench.as(
    'seat:rok-nsa',
    { type: 'SendMessage', to: ['party:us'], text: 'Shall we speak?', purpose: 'ask', channel: 'message', label: 'TLP:GREEN' },
    12,
  );
  bench.as('control', { type: 'WriteNote', text: 'Good question.' }, 13);
  bench.as('control', { type: 'CallRoll' }, 14);
  bench.at(42);
  return bench;
}

describe('the stream of what happens', () => {
  it('stands newest first', () => {
    const times = happenings(parts, busy().world('control'), lead).map((h) => h.at);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('has words in both languages for all that it tells', () => {
    for (const h of happenings(parts, busy().world('control'), lead))
      for (const language of ['en', 'ko'] as const) expect(sayIn(language)(`happened.${h.key}`)).not.toBe('');
  });

  it('shows a party’s controllers nothing of the other side', () => {
    const told = happenings(parts, busy().world('control:us'), { address: 'control:us', party: 'us' });
    expect(told.some((h) => Object.values(h.texts).includes('First'))).toBe(false);
    expect(told.some((h) => Object.values(h.texts).includes('Shall we speak?'))).toBe(true);
  });

  it('is filtered by group', () => {
    const all = happenings(parts, busy().world('control'), lead);
    expect(inGroup(all, 'messages').map((h) => h.key)).toEqual(['report.made', 'message.ask']);
    expect(inGroup(all, 'late').some((h) => h.key === 'expected.missed')).toBe(true);
  });

  it('leaves readings to the people’s group, where they push no act out of sight', () => {
    const [some] = happenings(parts, busy().world('control'), lead);
    const read = { ...some!, key: 'inject.read', groups: ['people' as const] };
    expect(inGroup([read], 'all')).toEqual([]);
    expect(inGroup([read], 'people')).toEqual([read]);
  });

  it('counts what came since it was last looked at', () => {
    const bench = busy();
    const seen = new Set(happenings(parts, bench.world('control'), lead).map((h) => h.src + h.key));
    bench.as('control', { type: 'WriteNote', text: 'Another.' }, 43);
    expect(countNew(happenings(parts, bench.world('control'), lead), seen)).toBe(1);
  });

  it('told anew event by event says what it would say if all were told again', () => {
    const bench = busy();
    bench.as('control', { type: 'ReleaseItem', item: bench.item('gauge'), to: ['party:us'] }, 43);
    bench.as('seat:us-nsa', { type: 'AcknowledgeItem', item: bench.item('gauge') }, 44);
    bench.as('seat:us-nsa', { type: 'RequestItem', to: 'party:rok', text: 'How high?', due: 50 * MINUTE }, 45);
    bench.at(60);
    for (const [address, party] of [['control'], ['control:us', 'us']] as const) {
      const [world, touched] = [emptyWorld(), new Touched()];
      const viewer = { address, party };
      const stream = new Stream(parts, world, viewer, touched);
      const names = (lines: ReturnType<typeof happenings>): string[] => lines.map((h) => JSON.stringify(h)).sort();
      for (const e of bench.edition(address)) {
        evolve(world, e.event, e);
        touched.add([e.id, ...idsIn(e.event)]);
        const lines = [...stream.lines()];
        expect(names(lines)).toEqual(names(happenings(parts, world, viewer)));
        expect(lines.map((h) => h.at)).toEqual(lines.map((h) => h.at).sort((a, b) => b - a));
      }
      expect(stream.lines().length).toBeGreaterThan(4);
    }
  });

  it('is told as a whole to whoever comes too late for what changed', () => {
    const touched = new Touched();
    for (let i = 0; i < 10_000; i++) touched.add([`id${i}`]);
    expect(touched.since(9_998)).toEqual(new Set(['id9998', 'id9999']));
    expect(touched.since(10_000)).toEqual(new Set());
    expect(touched.since(10)).toBeUndefined();
  });

  it('tells of items and requests in the name of whom control plays, with words in both languages', () => {
    const bench = new Bench();
    bench.as('seat:us-nsa', { type: 'RequestItem', to: 'party:c', text: 'May we have it?', due: 9 * MINUTE }, 3);
    bench.as(
      'control',
      { type: 'DecideRequest', request: bench.request(), decision: 'grant', tell: false, items: [{ item: bench.item('theirs') }] },
      4,
    );
    bench.as('seat:us-nsa', { type: 'RequestItem', to: 'party:rok', text: 'How high?', due: 9 * MINUTE }, 5);
    bench.as('control', { type: 'ReleaseItem', item: bench.item('gauge'), to: ['party:us'] }, 6);
    bench.as('seat:us-nsa', { type: 'AcknowledgeItem', item: bench.item('gauge') }, 7);
    bench.as('control', { type: 'RecallItem', item: bench.item('gauge') }, 8);
    bench.at(10);
    const told = inGroup(happenings(parts, bench.world('control'), lead), 'items').reverse();
    expect(told.map((h) => [h.key, h.who])).toEqual([
      ['request.made', 'seat:us-nsa'],
      ['request.grant', 'party:c'],
      ['item.released', 'party:c'],
      ['request.made', 'seat:us-nsa'],
      ['item.released', 'control'],
      ['item.acknowledged', 'seat:us-nsa'],
      ['item.recalled', 'control'],
      ['request.overdue', 'party:rok'],
    ]);
    for (const h of told) for (const language of ['en', 'ko'] as const) expect(sayIn(language)(`happened.${h.key}`)).not.toBe('');
  });

  it('tells a party’s controllers of what their side was given, and of nothing else', () => {
    const bench = new Bench();
    bench.as('control', { type: 'ReleaseItem', item: bench.item('gauge'), to: ['party:us'] }, 6);
    const keys = (viewer: string, party: string) =>
      inGroup(happenings(parts, bench.world(viewer), { address: viewer, party }), 'items').map((h) => h.key);
    expect(keys('control:us', 'us')).toEqual(['item.released']);
    expect(keys('control:rok', 'rok')).toEqual([]);
    bench.as('control', { type: 'RecallItem', item: bench.item('gauge') }, 8);
    expect(keys('control:us', 'us')).toEqual(['item.askedToDestroy', 'item.released']);
    expect(keys('control:rok', 'rok')).toEqual([]);
    for (const language of ['en', 'ko'] as const) expect(sayIn(language)('happened.item.askedToDestroy')).not.toBe('');
  });
});
