import type { Command } from '@entente/engine';
import { Table } from '@entente/engine/testing';
import { cards, published, rests } from './cards.ts';
import { begins, dismisses, languages } from './languages.ts';
import { actions, follows, hands, improvises, row, rows } from './rows.ts';
import { seated, setting } from './setting.ts';

/** Small exercises, each to reach some audiences that a generated one seldom does. */
export const STORIES: Readonly<Record<string, () => void>> = {
  rows,
  follows,
  hands,
  improvises,
  actions,
  people,
  words,
  emergencies,
  cards,
  published,
  rests,
  languages,
  dismisses,
  begins,
};

/** Stories for single places, which nothing else should pay for. */
export const LAST: Readonly<Record<string, () => void>> = { sketches, loops };

type Given = { type: Command['type']; [field: string]: unknown };

/** Who comes and goes, and answers when it is asked. */
function people(): void {
  const table = seated();
  const all = table.ok('control', { type: 'CallRoll' });
  const own = table.ok('control:a', { type: 'CallRoll' });
  table.say('seat:a-lead', { type: 'CallRoll' });
  for (const roll of [all, own])
    for (const seat of ['seat:a-lead', 'seat:b-press', 'control:a', 'control:b', 'evaluators:b', 'evaluators', 'control'])
      table.say(seat, { type: 'AnswerRoll', roll });
  for (const seat of ['seat:a-lead', 'control:a', 'evaluators:b', 'evaluators', 'control']) {
    table.ok(seat, { type: 'HandOver', name: `Next at ${seat}` });
    table.ok(seat, { type: 'WriteNote', text: `First of ${seat}` });
    table.sit(seat, `Third at ${seat}`);
    table.ok(seat, { type: 'WriteNote', text: `By the third at ${seat}` });
    table.ok(seat, { type: 'LeaveSeat' });
  }
  table.ok('control', { type: 'PauseClock' });
  table.ok('control', { type: 'SetRate', rate: 2 });
  table.ok('control', { type: 'StartClock' });
  table.wait(70);
}

/** Messages to and from everybody, what they answer, who marks them; notes. */
function words(): void {
  const table = seated({ injects: [row('asked', ['party:a', 'seat:b-lead'], { at: 'PT1M' })] });
  table.wait(2);
  const [ours] = [...table.seen('seat:a-lead').world.injects.deliveries.keys()] as [string];
  const say = (seat: string, to: string[], more: object = {}): string | undefined => {
    const answer = table.say(seat, { type: 'SendMessage', to, text: `${seat} to ${to.join(' ')}`, ...more });
    return answer.ok ? answer.events[0] : undefined;
  };
  const everybody = [
    'seat:b-lead',
    'cell:b-ops',
    'party:b',
    'seat:a-desk',
    'party:c',
    'entity:wire',
    'entity:ministry',
    'everyone',
    'public',
    'observers',
    'evaluators',
    'evaluators:a',
  ];
  const told: string[] = [];
  for (const seat of ['seat:a-press', 'seat:a-lead', 'control:a', 'control', 'control:d'])
    for (const to of [...everybody, 'control', 'control:a', 'control:b', 'seat:no-such']) told.push(...(say(seat, [to]) ?? '').split(' '));
  say('seat:a-lead', ['seat:b-lead', 'entity:ministry', 'seat:d-press'], { attachments: ['map'] });
  say('seat:a-lead', ['entity:ministry', 'party:a'], { attachments: ['map', 'note'] });
  say('control', ['entity:ministry', 'seat:b-press']);
  say('seat:a-lead', ['seat:b-lead', 'seat:b-lead', 'cell:b-ops']);
  table.refused('seat:a-lead', { type: 'SendMessage', to: ['entity:no-such'], text: 'Nobody' });
  for (const seat of ['control', 'control:a', 'seat:a-lead'])
    for (const speaker of ['entity:wire', 'party:wire', 'seat:c-lead', 'seat:b-lead', 'entity:no-such'])
      for (const to of ['seat:a-press', 'party:b', 'everyone', 'public', 'entity:wire', 'entity:ministry', 'control:a', 'control'])
        say(seat, [to], { speaker });
  const first = say('seat:a-lead', ['seat:b-lead', 'seat:a-desk']);
  say('seat:b-lead', ['party:a', 'seat:d-lead'], { about: first });
  say('seat:a-desk', ['party:d', 'party:b'], { about: first });
  say('seat:a-watch', ['party:b'], { about: first });
  say('seat:a-lead', ['party:b', 'control'], { about: ours });
  say('control', ['seat:a-lead', 'seat:d-lead'], { about: first, speaker: 'entity:wire' });
  marks(table);
  for (const seat of ['seat:a-lead', 'seat:a-desk', 'control:a', 'evaluators:a', 'evaluators', 'control', 'seat:d-lead'])
    for (const about of [undefined, ours, first])
      table.say(seat, {
        type: 'WriteNote',
        text: `Note of ${seat}`,
        ...(about ? { about } : {}),
        ...(seat === 'seat:a-lead' ? { attachments: ['map'] } : {}),
      });
  const [note] = [...table.seen('seat:a-lead').world.messages.notes.keys()] as [string];
  table.say('seat:a-lead', { type: 'WriteNote', text: 'On the note', about: note });
  table.say('control:a', { type: 'WriteNote', text: 'On the player’s note', about: note });
  say('seat:a-lead', ['party:a', 'party:b'], { about: note });
}

/** Everybody reads and acknowledges what it has, and tries what it has not. */
function marks(table: Table): void {
  const all = [...table.exercise.world.messages.messages.keys()];
  const seats = ['seat:b-lead', 'seat:a-press', 'control:a', 'control', 'seat:d-lead'];
  all.forEach((message, i) => {
    for (const seat of seats.slice(i % 2)) {
      const marked: Given = { type: i % 3 === 0 ? 'ReadMessage' : 'AcknowledgeMessage', message };
      table.say(seat, marked);
    }
  });
}

function emergencies(): void {
  const table = seated();
  table.wait(1);
  table.ok('seat:a-press', { type: 'RaiseEmergency', text: 'Someone fainted.' });
  table.ok('seat:b-press', { type: 'RaiseEmergency', text: 'I called a doctor.' });
  table.ok('evaluators:d', { type: 'RaiseEmergency' });
  table.ok('control', { type: 'StandDown' });
  table.ok('control', { type: 'StartClock' });
  table.wait(1);
  table.ok('control:b', { type: 'RaiseEmergency', text: 'Again.' });
  table.ok('control', { type: 'StandDown' });
}

/** Rows that set each other off without end, until the turn is full. */
function loops(): void {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`w${i}`, i]));
  const rows = Array.from({ length: 130 }, (_, i) =>
    row(`r${i}`, ['party:a'], { when: { variable: { id: 'v', is: i } }, set: { ...many, v: i + 1 } }),
  );
  const table = new Table(setting({ variables: [{ id: 'v', value: 0 }], injects: rows }));
  table.sit('control');
  table.start().wait(1);
}

/** Runs that nobody keeps: the second opens with what the first one opened with. */
function sketches(): void {
  const scenario = setting({
    injects: [row('one', ['seat:a-press'], { at: 'PT1M', attachments: ['files/gauge.png'] })],
    items: [{ id: 'own', title: 'Own', originator: 'party:a', held: ['cell:a-ops'], portions: [{ text: 'Own.' }] }],
  });
  for (let run = 0; run < 2; run++) {
    const table = new Table(scenario, true);
    for (const seat of ['control', 'control:b', 'seat:a-lead', 'seat:a-press', 'seat:b-lead']) table.sit(seat);
    table.start().wait(2);
    const [id] = [...table.exercise.world.sharing.items.keys()] as [string];
    table.refused('seat:b-lead', { type: 'ReadItem', item: id });
    table.ok('seat:a-lead', { type: 'ReleaseItem', item: id, to: ['seat:a-press', 'party:b'] });
    table.refused('control:b', { type: 'WriteNote', text: 'What is it?', about: table.inject('one') });
  }
}
