import { describe, expect, it } from 'vitest';
import { Bench, sayIn } from './fixture.ts';
import { countNew, happenings, inGroup } from './stream.ts';

const lead = { address: 'control' };

function busy(): Bench {
  const bench = new Bench();
  bench.as(
    'seat:rok-nsa',
    { type: 'SendMessage', to: ['party:us'], text: 'Shall we speak?', purpose: 'consult', channel: 'message', label: 'TLP:GREEN' },
    12,
  );
  bench.as('control', { type: 'WriteNote', text: 'Good question.' }, 13);
  bench.as('control', { type: 'CallRoll' }, 14);
  bench.at(42);
  return bench;
}

describe('the stream of what happens', () => {
  it('stands newest first', () => {
    const times = happenings(busy().world('control'), lead).map((h) => h.at);
    expect(times).toEqual([...times].sort((a, b) => b - a));
  });

  it('has words in both languages for all that it tells', () => {
    for (const h of happenings(busy().world('control'), lead))
      for (const language of ['en', 'ko'] as const) expect(sayIn(language)(`happened.${h.key}`)).not.toBe('');
  });

  it('shows a party’s controllers nothing of the other side', () => {
    const told = happenings(busy().world('control:us'), { address: 'control:us', party: 'us' });
    expect(told.some((h) => Object.values(h.texts).includes('First'))).toBe(false);
    expect(told.some((h) => Object.values(h.texts).includes('Shall we speak?'))).toBe(true);
  });

  it('is filtered by group', () => {
    const all = happenings(busy().world('control'), lead);
    expect(inGroup(all, 'messages').map((h) => h.key)).toEqual(['message.consult']);
    expect(inGroup(all, 'late').some((h) => h.key === 'expected.missed')).toBe(true);
  });

  it('leaves readings to the people’s group, where they push no act out of sight', () => {
    const [some] = happenings(busy().world('control'), lead);
    const read = { ...some!, key: 'inject.read', groups: ['people' as const] };
    expect(inGroup([read], 'all')).toEqual([]);
    expect(inGroup([read], 'people')).toEqual([read]);
  });

  it('counts what came since it was last looked at', () => {
    const bench = busy();
    const seen = new Set(happenings(bench.world('control'), lead).map((h) => h.src + h.key));
    bench.as('control', { type: 'WriteNote', text: 'Another.' }, 43);
    expect(countNew(happenings(bench.world('control'), lead), seen)).toBe(1);
  });
});
