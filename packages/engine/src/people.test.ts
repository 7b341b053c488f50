import { describe, expect, it } from 'vitest';
import { commandSchema } from './commands.ts';
import { waiting } from './exercise.ts';
import { hashText } from './ids.ts';
import { smallScenario } from './testing/fixture.ts';
import { Table } from './testing/table.ts';

const inject = (id: string, more: object = {}): object => ({ id, title: id, text: `text of ${id}`, to: ['party:a'], ...more });
const table = (more: object): Table => new Table(smallScenario(more as Record<string, unknown>));
describe('messages', () => {
  it('reach those addressed and the controllers of both sides, and nobody else', () => {
    const t = table({}).start();
    t.ok('seat:a-lead', { type: 'SendMessage', to: ['seat:b-lead'], text: 'For your eyes.' });
    const got = t.exercise.roster.viewers.filter((v) => t.seen(v).world.messages.messages.size > 0);
    expect(got.sort()).toEqual(['control', 'control:a', 'control:b', 'evaluators:a', 'evaluators:b', 'seat:a-lead', 'seat:b-lead']);
  });

  it('are not for the public, where one speaks by statements, and to everyone control alone writes, in its own name', () => {
    const t = table({}).start();
    const words = (to: string) => ({ type: 'SendMessage' as const, to: [to], text: 'We are in touch.' });
    for (const to of ['public', 'everyone'])
      for (const seat of ['seat:a-lead', 'seat:a-press']) expect(t.refused(seat, words(to))).toBe('by-statement');
    expect(t.refused('control', words('public'))).toBe('by-statement');
    expect(t.refused('control', { ...words('everyone'), speaker: 'entity:wire' })).toBe('by-statement');
    t.ok('control', words('everyone'));
    // A journalist is answered by a statement, and asks a press desk.
    expect(t.refused('seat:a-press', { ...words('entity:wire'), to: ['entity:wire', 'seat:b-lead'] })).toBe('by-statement');
    expect(t.refused('control', { ...words('entity:wire'), speaker: 'seat:c-lead' })).toBe('by-statement');
    const asked = { ...words('seat:a-press'), speaker: 'entity:wire', purpose: 'ask' };
    expect(t.refused('control', asked)).toBe('by-question');
    t.ok('control', { ...asked, purpose: 'inform' });
    expect(['seat:a-lead', 'seat:b-lead', 'public'].map((v) => t.seen(v).world.messages.messages.size)).toEqual([1, 1, 0]);
  });

  it('to an entity go to control, which answers in its name; who wrote it, lead control alone knows', () => {
    const t = table({}).start();
    const asked = t.ok('seat:a-press', { type: 'SendMessage', to: ['entity:ministry'], text: 'What did you hear?', purpose: 'ask' });
    expect(waiting(t.exercise.world, 'control', 0).map((i) => i.kind)).toEqual(['answer']);
    const answer = t.ok('control', {
      type: 'SendMessage',
      to: ['seat:a-press'],
      speaker: 'entity:ministry',
      text: 'Two officials.',
      about: asked,
    });
    expect(waiting(t.exercise.world, 'control', 0)).toEqual([]);
    expect(t.seen('seat:a-press').world.messages.messages.get(answer)).toMatchObject({ from: 'entity:ministry', about: { id: asked } });
    expect(t.seen('control:a').events.some((r) => r.event.type === 'SpokenFor')).toBe(false);
    expect(t.refused('seat:a-lead', { type: 'SendMessage', to: ['seat:b-lead'], speaker: 'entity:wire', text: 'x' })).toBe(
      'no-such-sender',
    );
  });

  it('tell of what they answer only those who hold both', () => {
    const t = table({}).start();
    const first = t.ok('seat:a-lead', { type: 'SendMessage', to: ['seat:a-press'], text: 'Between us.' });
    const reply = t.ok('seat:a-press', { type: 'SendMessage', to: ['seat:a-lead', 'party:b'], text: 'To all.', about: first });
    expect(t.seen('seat:a-lead').world.messages.messages.get(reply)?.about?.id).toBe(first);
    expect(t.seen('seat:b-lead').world.messages.messages.get(reply)).toMatchObject({ text: 'To all.' });
    expect(t.seen('seat:b-lead').world.messages.messages.get(reply)?.about).toBeUndefined();
    expect(t.refused('seat:b-lead', { type: 'SendMessage', to: ['party:b'], text: 'x', about: first })).toBe('unknown');
  });

  it('are refused with characters that cannot be seen or that turn the reading round', () => {
    const t = table({}).start();
    for (const text of ['\u0000', 'a\u202Eb', '\u200B\u200B', 'half \uD800']) {
      expect(() => t.say('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text })).toThrow();
    }
    t.ok('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: '물이 불어납니다 👋\n둘째 줄', subject: '' });
  });

  it('may carry an id as words without telling anybody whether it exists', () => {
    const t = table({}).start();
    const secret = t.ok('seat:a-lead', { type: 'SendMessage', to: ['seat:a-press'], text: 'Between us.' });
    t.ok('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: secret, subject: secret });
  });
});

describe('attachments', () => {
  it('go out under an address of each delivery’s own, and lead control alone knows the bytes behind it', () => {
    const t = table({ injects: [inject('i1', { at: 'PT1M', to: ['party:a', 'party:b'], attachments: ['files/gauge.png'] })] })
      .start()
      .wait(2);
    const cards = ['seat:a-lead', 'seat:b-lead', 'control:a'].map(
      (v) => [...t.seen(v).world.injects.deliveries.values()][0]?.attachments?.[0],
    );
    expect(cards.map((c) => c?.name)).toEqual(['gauge.png', 'gauge.png', 'gauge.png']);
    expect(cards[0]?.id).not.toBe(cards[1]?.id);
    expect(cards[0]?.digest).not.toBe(cards[1]?.digest);
    const id = cards[0]?.id as string;
    expect(cards[0]?.digest).toBe(hashText(`${id} ${'c'.repeat(64)}`));
    expect(['seat:a-press', 'control:a', 'control', 'seat:b-lead', 'control:b', 'public'].map((v) => t.exercise.holds(v, id))).toEqual([
      true,
      true,
      true,
      false,
      false,
      false,
    ]);
    expect(t.exercise.world.attachments.kept.get(id)?.content).toBe('c'.repeat(64));
    for (const v of ['seat:a-lead', 'control:a']) expect(JSON.stringify(t.seen(v).events)).not.toContain('c'.repeat(64));
  });

  it('come from the seat’s own uploads only', () => {
    const t = table({}).start();
    t.ok('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: 'See the map.', attachments: ['map'] });
    expect([...t.seen('seat:b-press').world.messages.messages.values()][0]?.attachments?.[0]).toMatchObject({
      name: 'map.png',
      size: 1_000,
    });
    expect(t.refused('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: 'x', attachments: ['no-such'] })).toBe('no-such-upload');
  });
});

describe('seats', () => {
  it('keep who acted on the record, for the own side only', () => {
    const t = table({}).start();
    t.sit('seat:a-lead', 'First officer');
    t.ok('seat:a-lead', { type: 'SendMessage', to: ['party:b'], text: 'one' });
    const next = t.ok('seat:a-lead', { type: 'HandOver', name: 'Second officer' });
    const person = t.exercise.world.seats.people.get(next);
    expect(person).toMatchObject({ name: 'Second officer' });
    t.ok('seat:a-lead', { type: 'LeaveSeat' });
    expect(JSON.stringify(t.seen('seat:b-lead').events)).not.toContain('officer');
    expect(t.seen('control:a').world.seats.hands.get('seat:a-lead')).toBeDefined();
    expect(t.seen('seat:b-lead').world.seats.hands.size).toBe(0);
  });

  it('answer a roll-call of lead control or of their own controllers', () => {
    const t = table({}).start();
    const roll = t.ok('control:a', { type: 'CallRoll' });
    t.ok('seat:a-lead', { type: 'AnswerRoll', roll });
    expect(t.refused('seat:b-lead', { type: 'AnswerRoll', roll })).toBe('unknown');
    expect([...(t.exercise.world.seats.rolls.get(roll)?.answers.keys() ?? [])]).toEqual(['seat:a-lead']);
  });
});

describe('a real-world emergency', () => {
  it('pauses the clock, tells everybody that it is, control what it is, and only lead control ends it', () => {
    const t = table({}).start().wait(5);
    expect(() => t.say('seat:a-press', { type: 'RaiseEmergency', text: 'a\u202Eb' })).toThrow();
    t.ok('seat:a-press', { type: 'RaiseEmergency', text: 'Someone fainted in room 3.' });
    t.ok('seat:b-press', { type: 'RaiseEmergency' });
    expect(t.exercise.world.clock.reading).toMatchObject({ status: 'paused', reason: 'emergency' });
    expect(t.seen('public').world.emergency.banner?.raised).toBe(true);
    expect(t.seen('control').world.emergency.details.size).toBe(2);
    expect(t.seen('seat:b-lead').world.emergency.details.size).toBe(0);
    expect(t.refused('control', { type: 'StartClock' })).toBe('emergency');
    expect(t.refused('control:a', { type: 'StandDown' })).toBe('lead-control-only');
    t.ok('control', { type: 'StandDown' });
    t.ok('control', { type: 'StartClock' });
  });

  it('is raised by an observer, who gives no name, in words that lead control alone reads; the public screen raises none', () => {
    const t = table({}).start().wait(5);
    t.ok('observers', { type: 'RaiseEmergency', text: 'Smoke at the door.' });
    expect(t.seen('seat:a-press').world.emergency.banner).toMatchObject({ raised: true, wall: t.wall });
    expect([...t.exercise.world.emergency.details.values()]).toMatchObject([{ seat: 'observers', text: 'Smoke at the door.' }]);
    for (const seat of ['observers', 'control:a', 'evaluators']) expect(t.seen(seat).world.emergency.details.size).toBe(0);
    expect(t.refused('public', { type: 'RaiseEmergency' })).toBe('not-for-you');
    expect(t.refused('observers', { type: 'WriteNote', text: 'x' })).toBe('not-for-you');
    expect(t.refused('observers', { type: 'StandDown' })).toBe('not-for-you');
  });
});

describe('a turn', () => {
  it('that would go round for ever stops and pauses the clock: what is due later waits, and a command in it is refused and not lost', () => {
    const loop = (i: number): object => inject(`i${i}`, { when: { variable: { id: 'v', is: i } }, set: { v: i + 1 } });
    const t = table({
      variables: [{ id: 'v', value: -1 }],
      injects: [
        ...Array.from({ length: 1700 }, (_, i) => loop(i)),
        inject('first', { at: 'PT1M', set: { v: 0 } }),
        inject('later', { at: 'PT2M' }),
      ],
    }).start();
    // Straight to the head: the table would let time pass first, and give the command in the next turn.
    t.wall += 5 * 60_000;
    const command = commandSchema.parse({ type: 'WriteNote', text: 'Seen.' });
    const person = [...t.exercise.world.seats.people.values()].find((p) => p.seat === 'control')?.id as string;
    const { answer, events } = t.exercise.take({ by: { seat: 'control', person }, commandId: 'note', command, wall: t.wall });
    t.record.push(...events);
    expect(answer).toMatchObject({ ok: false, rejection: { code: 'too-many-events' } });
    expect(t.exercise.world.clock.reading).toMatchObject({ status: 'paused', reason: 'fault', at: 60_000 });
    expect(t.exercise.world.clock.faults).toHaveLength(1);
    expect(t.exercise.now(t.wall)).toBe(60_000);
    t.ok('control', { type: 'WriteNote', text: 'Seen.' });
    const isReleased = () => t.exercise.world.injects.rows.get(t.inject('later'))?.released !== undefined;
    expect(isReleased()).toBe(false);
    t.start().wait(2);
    expect(isReleased()).toBe(true);
  });
});

it('commands come from players and control, some from evaluators too, and none from those who only watch', () => {
  const t = table({}).start();
  const note = { type: 'WriteNote', text: 'Seen.' } as const;
  t.ok('evaluators:a', note);
  expect(t.refused('evaluators:a', { type: 'SendMessage', to: ['control'], text: 'x' })).toBe('not-for-you');
  for (const seat of ['observers', 'public']) expect(t.refused(seat, { type: 'TakeSeat', name: 'Eve' })).toBe('not-for-you');
});
