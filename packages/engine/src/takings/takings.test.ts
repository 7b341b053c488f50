import { describe, expect, it } from 'vitest';
import { smallScenario } from '../testing/fixture.ts';
import { breaches } from '../testing/law/breaches.ts';
import { pressScenario } from '../testing/press.ts';
import { Table } from '../testing/table.ts';
import { takenCards } from './takings.ts';

const minute = 60_000;
const table = (more: Record<string, unknown> = {}): Table => new Table(smallScenario(more)).start();
const ask = (t: Table, to: string): string =>
  t.ok('seat:a-lead', { type: 'SendMessage', to: [to], text: 'Is the line down, or for real?', purpose: 'ask' });
/** By whom a viewer knows a card to be taken: the seat, and the person where it knows that. */
const takenBy = (t: Table, viewer: string, card: string) => {
  const taking = takenCards(t.seen(viewer).world.takings).get(card);
  return taking && { seat: taking.seat, person: taking.taker?.person };
};
/** All viewers that were told anything of takings. */
const told = (t: Table): string[] =>
  t.exercise.roster.viewers.filter((v) => t.seen(v).events.some((r) => /^(CardTaken|TakerNamed|CardGivenBack)$/.test(r.event.type))).sort();

describe('a card that a controller takes', () => {
  it('is known as taken to the controllers who can see it, and to nobody else', () => {
    const t = table();
    t.sit('control:b');
    const question = ask(t, 'control:a');
    t.ok('control:a', { type: 'TakeCard', card: question });
    expect(told(t)).toEqual(['control', 'control:a']);
    expect(takenBy(t, 'control', question)).toEqual(takenBy(t, 'control:a', question));
    expect(takenBy(t, 'control:a', question)?.seat).toBe('control:a');
  });

  it('of lead control’s alone is not known to the party’s own controllers, though they hold the question', () => {
    const t = table();
    const question = ask(t, 'entity:ministry');
    expect(t.exercise.holds('control:a', question)).toBe(true);
    t.ok('control', { type: 'TakeCard', card: question });
    expect(told(t)).toEqual(['control']);
    expect(t.refused('control:a', { type: 'TakeCard', card: question })).toBe('unknown');
  });

  it('of a press desk is for each hand by itself, lead control’s where it plays that side, until nothing waits there', () => {
    const t = new Table(pressScenario()).start();
    t.sit('control:b');
    const put = (to: string): string => t.ok('control', { type: 'PutQuestion', speaker: 'entity:wire', to: [to], text: 'Which?' });
    const played = put('party:c');
    t.ok('control', { type: 'TakeCard', card: played });
    expect(told(t)).toEqual(['control']);
    const question = put('party:b');
    t.ok('control', { type: 'TakeCard', card: question });
    expect(told(t)).toEqual(['control']);
    t.ok('control:b', { type: 'TakeCard', card: question });
    expect(told(t)).toEqual(['control', 'control:b']);
    t.ok('seat:b-press', { type: 'Speak', text: 'This one.', question });
    expect(t.refused('control:b', { type: 'TakeCard', card: question })).toBe('unknown');
    expect(breaches(t.play())).toEqual([]);
  });

  it('is also the party’s own controllers’ where control was asked: they are asked first', () => {
    const t = table();
    const question = ask(t, 'control');
    t.ok('control:a', { type: 'TakeCard', card: question });
    expect(told(t)).toEqual(['control', 'control:a']);
  });

  it('is dismissed before those whose card it is, and nobody else, once', () => {
    const t = table();
    const roll = t.ok('control:a', { type: 'CallRoll' });
    t.ok('control:a', { type: 'DismissCard', card: roll });
    const dismissed = () => t.exercise.roster.viewers.filter((v) => t.seen(v).events.some((r) => r.event.type === 'CardDismissed'));
    expect(dismissed()).toEqual(['control', 'control:a']);
    const before = t.record.length;
    t.say('control:a', { type: 'DismissCard', card: roll });
    expect(t.record.length).toBe(before);
  });

  it('shows the person at the taker’s seat and to lead control; to others the seat', () => {
    const t = table();
    const question = ask(t, 'control:a');
    const person = t.sit('control');
    t.ok('control', { type: 'TakeCard', card: question });
    expect(takenBy(t, 'control', question)).toEqual({ seat: 'control', person });
    expect(takenBy(t, 'control:a', question)).toEqual({ seat: 'control', person: undefined });
  });

  it('is taken once, however often the same hand takes it', () => {
    const t = table();
    const question = ask(t, 'control');
    t.ok('control', { type: 'TakeCard', card: question });
    const before = t.record.length;
    t.say('control', { type: 'TakeCard', card: question });
    expect(t.record.length).toBe(before);
  });

  it('may be taken over by another, who alone gives it back then', () => {
    const t = table();
    const question = ask(t, 'control:a');
    t.ok('control:a', { type: 'TakeCard', card: question });
    t.ok('control', { type: 'TakeCard', card: question });
    expect(takenBy(t, 'control:a', question)?.seat).toBe('control');
    t.say('control:a', { type: 'GiveCardBack', card: question });
    expect(takenBy(t, 'control:a', question)?.seat).toBe('control');
    t.ok('control', { type: 'GiveCardBack', card: question });
    for (const viewer of ['control', 'control:a']) expect(takenBy(t, viewer, question)).toBeUndefined();
  });

  it('goes back when its taker leaves, or hands over', () => {
    for (const leave of [{ type: 'LeaveSeat' }, { type: 'HandOver', name: 'The next shift' }] as const) {
      const t = table();
      const question = ask(t, 'control:a');
      t.ok('control', { type: 'TakeCard', card: question });
      t.say('control', leave);
      for (const viewer of ['control', 'control:a']) expect(takenBy(t, viewer, question)).toBeUndefined();
    }
  });

  it('stays taken when somebody else leaves the same seat', () => {
    const t = table();
    const question = ask(t, 'control');
    const first = t.sit('control');
    t.ok('control', { type: 'TakeCard', card: question });
    t.sit('control', 'A second hand');
    t.ok('control', { type: 'LeaveSeat' });
    expect(takenBy(t, 'control', question)).toEqual({ seat: 'control', person: first });
  });

  it('is nobody’s again when an inject that was skipped comes back', () => {
    const t = table({ injects: [{ id: 'i', title: 'i', text: 'i', to: ['party:a'], at: 'PT5M', manual: true }] });
    const card = t.inject('i');
    t.ok('control:a', { type: 'TakeCard', card });
    t.ok('control:a', { type: 'SkipInject', inject: card });
    t.ok('control:a', { type: 'RestoreInject', inject: card });
    expect(takenBy(t, 'control:a', card)).toBeUndefined();
  });

  it('does not tell a party that something hidden fell due', () => {
    const hidden = { message: { from: 'party:b', to: 'party:c' } };
    const t = table({
      milestones: [{ id: 'm', when: hidden }],
      expects: [{ id: 'e', by: 'party:a', text: 'Acts', within: 'PT10M', after: { milestone: 'm' } }],
    });
    t.sit('control:a');
    t.ok('seat:b-lead', { type: 'SendMessage', to: ['party:c'], text: 'Between us.' });
    t.wait(12);
    t.ok('control', { type: 'TakeCard', card: t.expected('e') });
    expect(told(t)).toEqual(['control']);
  });

  it('may be an emergency, which every controller sees', () => {
    const t = table();
    t.ok('seat:b-lead', { type: 'RaiseEmergency', text: 'Smoke in room 4' });
    const card = t.exercise.world.emergency.banner?.src ?? '';
    t.ok('control:b', { type: 'TakeCard', card });
    expect(told(t)).toEqual(['control', 'control:a', 'control:b', 'control:c']);
  });

  it('may be a request for release that a party’s desk has left without an answer', () => {
    const item = { id: 's', title: 'Level', originator: 'party:b', portions: [{ text: '4.8 m', label: 'TLP:AMBER' }], held: ['party:b'] };
    const t = table({ items: [item] });
    t.ok('seat:a-lead', { type: 'RequestItem', to: 'party:b', text: 'What do you read?', due: 5 * minute });
    const [card = ''] = t.exercise.world.sharing.requests.keys();
    t.wait(6);
    t.ok('control:b', { type: 'TakeCard', card });
    expect(told(t)).toEqual(['control', 'control:b']);
  });

  it('is no player’s, and nothing that waits for no controller', () => {
    const t = table();
    const question = ask(t, 'control');
    expect(t.refused('seat:a-lead', { type: 'TakeCard', card: question })).toBe('control-only');
    expect(t.refused('evaluators:a', { type: 'TakeCard', card: question })).toBe('not-for-you');
    const said = t.ok('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: 'Good morning.' });
    for (const card of [said, 'e00000000000000000000']) expect(t.refused('control', { type: 'TakeCard', card })).toBe('unknown');
  });
});
