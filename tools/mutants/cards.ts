import { row } from './rows.ts';
import { seated } from './setting.ts';

/** What waits for a hand is taken, taken over and given back: each kind of card, by everybody who may try. */
export function cards(): void {
  const hidden = { message: { from: 'party:b', to: 'party:d' } };
  const table = seated({
    milestones: [{ id: 'm', when: hidden }],
    injects: [
      row('ours', ['party:a'], { at: 'PT1M', manual: true, controller: 'control:a' }),
      row('both', ['party:a', 'party:b'], { at: 'PT1M', manual: true }),
      row('unseen', ['party:a'], { after: { milestone: 'm' }, manual: true, controller: 'control:a' }),
      row('shut', ['party:a'], { at: 'PT1M', when: hidden, manual: true }),
    ],
    expects: [
      { id: 'open', by: 'party:a', text: 'Acts', at: 'PT1M', within: 'PT10M', controller: 'control:a' },
      { id: 'late', by: 'party:b', text: 'Acts', within: 'PT10M', after: { milestone: 'm' } },
      { id: 'judged', by: 'party:a', text: 'Acts', at: 'PT1M', within: 'PT10M', seen: hidden, controller: 'control:a' },
    ],
    items: [
      { id: 'level', title: 'Level', originator: 'party:b', portions: [{ text: '4.8 m', label: 'TLP:AMBER' }], held: ['party:b'] },
      { id: 'word', title: 'Word', originator: 'party:c', portions: [{ text: 'No', label: 'TLP:AMBER' }], held: ['party:c'] },
    ],
  });
  table.ok('seat:b-lead', { type: 'SendMessage', to: ['party:d'], text: 'Between us.' });
  for (const to of ['party:b', 'party:c', 'entity:wire'])
    table.say('seat:a-lead', { type: 'RequestItem', to, text: 'What do you read?', due: 300_000 });
  const asks = [
    ['control:a'],
    ['control'],
    ['control', 'control:a'],
    ['control:a', 'seat:a-desk'],
    ['entity:ministry'],
    ['party:c'],
    ['party:b'],
  ];
  for (const to of asks) table.say('seat:a-lead', { type: 'SendMessage', to, text: `To ${to.join(' ')}?`, purpose: 'ask' });
  table.ok('seat:b-press', { type: 'RaiseEmergency', text: 'Smoke in room 4.' });
  const { injects, expected, messages, sharing, emergency } = table.exercise.world;
  const all = [
    ...injects.rows.keys(),
    ...expected.rows.keys(),
    ...messages.messages.keys(),
    ...sharing.requests.keys(),
    emergency.banner?.src ?? '',
  ];
  const takers = ['control:a', 'control:b', 'control', 'control:d', 'seat:a-lead', 'evaluators:a'];
  for (const minutes of [0, 7, 20]) {
    table.wait(minutes);
    for (const card of all) {
      for (const seat of takers) table.say(seat, { type: 'TakeCard', card });
      if (minutes === 7) for (const seat of takers) table.say(seat, { type: 'GiveCardBack', card });
    }
    for (const card of all) table.say('control:a', { type: 'TakeCard', card });
    if (minutes === 7) table.say('control:a', { type: 'HandOver', name: 'The next at A' });
  }
  for (const card of all) table.say('control:b', { type: 'TakeCard', card });
  for (const inject of injects.rows.keys()) table.say('control', { type: 'SkipInject', inject });
  for (const seat of ['control:a', 'control:b', 'control']) table.say(seat, { type: 'LeaveSeat' });
}

/** What everybody has, the public too, is asked back from one party, and comes in a new version to the others. */
export function published(): void {
  const held = (id: string, to: string, label: string): object => ({
    id,
    title: id,
    originator: 'party:a',
    held: [to],
    portions: [{ text: `${id}.`, label }],
  });
  const table = seated({ items: [held('aloud', 'public', 'TLP:CLEAR'), held('all', 'everyone', 'TLP:GREEN')] });
  for (const { id, copies } of [...table.exercise.world.sharing.items.values()]) {
    const { title, portions } = copies.values().next().value?.card ?? { title: '', portions: [] };
    table.ok('seat:a-lead', { type: 'RecallItem', item: id, from: ['party:b'] });
    const [portion] = portions;
    table.ok('seat:a-lead', { type: 'ReviseItem', item: id, title, portions: [{ text: 'Anew.', label: portion?.label }] });
  }
}

/** A version that rests on another item comes by somebody who has the one before it, and is then given that other. */
export function rests(): void {
  const held = (id: string): object => ({
    id,
    title: id,
    originator: 'party:a',
    onward: 'free',
    held: ['seat:a-lead'],
    portions: [{ text: `${id}.`, label: 'TLP:CLEAR' }],
  });
  const table = seated({ items: [held('ours'), held('source')] });
  const [item = '', on = ''] = table.exercise.world.sharing.items.keys();
  // Lead control gives in their name what they do not know to be given.
  const give = (id: string): string => table.ok('control', { type: 'ReleaseItem', item: id, to: ['seat:b-lead'] });
  give(item);
  table.ok('seat:a-lead', { type: 'ReviseItem', item, title: 'ours', portions: [{ text: 'Anew.', label: 'TLP:RED' }], basedOn: [on] });
  give(on);
  give(item);
}
