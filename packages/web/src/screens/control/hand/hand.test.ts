import { answeringVoice, waiting } from '@entente/engine';
import { describe, expect, it } from 'vitest';
import { partsOf } from '../../../capabilities/index.ts';
import { Bench, MINUTE } from '../../../kit/control/fixture.ts';
import { handCards } from './hand.ts';

const parts = await partsOf('control');

const lead = { address: 'control' };
const cardsAt = (bench: Bench, minutes: number) => {
  const world = bench.world('control');
  return handCards(parts, world, lead, bench.names(), minutes * MINUTE, waiting(world, 'control', minutes * MINUTE));
};

describe('cards of what needs my hand', () => {
  it('say in how many minutes an inject is due, and that it is soon', () => {
    const bench = new Bench();
    bench.at(17);
    expect(cardsAt(bench, 17).find((c) => c.number.startsWith('002'))).toMatchObject({
      kind: 'release',
      parties: ['rok', 'us'],
      when: { key: 'hand.dueIn', ms: 3 * MINUTE, tone: 'soon' },
    });
  });

  it('say of an inject that names nobody that recipients are to be chosen, and show it as nobody’s', () => {
    const bench = new Bench();
    bench.at(17);
    const world = bench.world('control');
    for (const row of world.injects.rows.values())
      if (row.plan?.card.number === '002') row.plan = { ...row.plan, card: { ...row.plan.card, to: [] } };
    const items = waiting(world, 'control', 17 * MINUTE);
    expect(handCards(parts, world, lead, bench.names(), 17 * MINUTE, items).find((c) => c.number.startsWith('002'))).toMatchObject({
      kind: 'address',
      parties: [],
      everyone: false,
      when: { key: 'hand.dueIn', ms: 3 * MINUTE },
    });
  });

  it('say how long an inject has been due', () => {
    const bench = new Bench();
    bench.at(24);
    expect(cardsAt(bench, 24).find((c) => c.number.startsWith('002'))).toMatchObject({ when: { key: 'hand.dueSince', tone: 'late' } });
  });

  it('bring the contingency that is held ready for a missed action', () => {
    const bench = new Bench();
    bench.at(38);
    expect(cardsAt(bench, 38).find((c) => c.kind === 'missed')).toMatchObject({
      number: 'E1 · KE1',
      contingency: { number: '005' },
      when: { key: 'hand.missedAgo', ms: 8 * MINUTE },
    });
  });

  it('ask for a judgement where the record cannot see', () => {
    const bench = new Bench();
    bench.at(25);
    expect(cardsAt(bench, 25).find((c) => c.kind === 'judge')).toMatchObject({ number: 'E2 · UE1', when: { key: 'hand.judgeIn' } });
  });

  it('show who asks control, and for how long already', () => {
    const bench = new Bench();
    bench.as(
      'seat:us-nsa',
      { type: 'SendMessage', to: ['entity:ministry'], text: 'What do you know?', purpose: 'ask', channel: 'phone', label: 'TLP:GREEN' },
      2,
    );
    const card = cardsAt(bench, 8).find((c) => c.kind === 'answer');
    expect(card).toMatchObject({ from: 'seat:us-nsa', parties: ['us'], when: { key: 'hand.waiting', ms: 6 * MINUTE, tone: 'late' } });
    expect(answeringVoice(bench.world('control'), card!.to!)).toBe('entity:ministry');
  });

  it('do not hurry control for what only informs', () => {
    const bench = new Bench();
    bench.as(
      'seat:us-nsa',
      { type: 'SendMessage', to: ['control'], text: 'For your information.', purpose: 'inform', channel: 'message', label: 'TLP:GREEN' },
      2,
    );
    expect(cardsAt(bench, 60).find((c) => c.kind === 'answer')?.when.tone).toBeUndefined();
  });

  it('keep a roll-call until all have answered', () => {
    const bench = new Bench();
    bench.as('control', { type: 'CallRoll' }, 1);
    expect(cardsAt(bench, 2).find((c) => c.kind === 'rollcall')).toMatchObject({ roll: { answered: 0, of: 3 } });
  });

  it('bring a request to whom control plays, with the time left for an answer', () => {
    const bench = new Bench();
    bench.as('seat:us-nsa', { type: 'RequestItem', to: 'party:c', text: 'May we have it?', due: 9 * MINUTE }, 3);
    expect(cardsAt(bench, 5).find((c) => c.kind === 'decide')).toMatchObject({
      from: 'seat:us-nsa',
      of: 'party:c',
      parties: ['us'],
      target: { kind: 'request', id: bench.request() },
      when: { key: 'hand.decideIn', ms: 4 * MINUTE, tone: 'soon' },
    });
  });

  it('warn of a request that a party let pass, and name whom to remind', () => {
    const bench = new Bench();
    bench.as('seat:us-nsa', { type: 'RequestItem', to: 'party:rok', text: 'How high?', due: 9 * MINUTE }, 3);
    expect(cardsAt(bench, 5).some((c) => c.kind === 'overdue')).toBe(false);
    bench.at(12);
    expect(cardsAt(bench, 12).find((c) => c.kind === 'overdue')).toMatchObject({
      to: ['party:rok'],
      parties: ['rok'],
      when: { key: 'hand.unanswered', ms: 3 * MINUTE, tone: 'late' },
    });
  });
});
