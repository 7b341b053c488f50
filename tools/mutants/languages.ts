import { Table } from '@entente/engine/testing';
import { row } from './rows.ts';
import { seated, setting } from './setting.ts';

/** Everything that people write is given in one language more: to all whom its newest version reaches, and to nobody else. */
export function languages(): void {
  const en = (text: string) => ({ en: text });
  const portions = (label: string) => [{ text: en('4.8 m'), label }];
  const item = (id: string, held: string[]) => ({ id, title: en(id), originator: 'party:a', portions: portions('TLP:AMBER'), held });
  const table = seated({
    languages: ['en', 'ko'],
    injects: [
      { ...row('all', ['public'], { at: 'PT1M' }), title: en('all'), text: en('To all.') },
      { ...row('some', ['seat:b-lead', 'cell:a-ops'], { at: 'PT1M' }), title: en('some'), text: en('To some.') },
      { ...row('later', ['party:b'], { at: 'PT90M' }), title: en('later'), text: en('Later.') },
    ],
    items: [
      item('level', ['cell:a-ops']),
      item('gate', ['party:a']),
      ...['passed', 'whispered', 'asked'].map((id) => ({ ...item(id, ['party:a']), onward: 'free', portions: portions('TLP:GREEN') })),
    ],
  });
  table.wait(2);
  for (const to of [['public'], ['party:b'], ['seat:b-lead', 'cell:a-out'], ['control'], ['entity:ministry']])
    for (const seat of ['seat:a-press', 'control', 'control:a']) table.say(seat, { type: 'SendMessage', to, text: en(`To ${to.join()}.`) });
  table.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: en('How high?'), due: 600_000 });
  table.ok('seat:d-lead', { type: 'RequestItem', to: 'entity:wire', text: en('Who says so?'), due: 600_000 });
  const { items } = table.exercise.world.sharing;
  const [level = '', gate = '', passed = '', whispered = '', asked = ''] = items.keys();
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: level, to: ['party:b'] });
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: level, to: ['seat:d-lead'] });
  table.ok('seat:a-lead', { type: 'RecallItem', item: level, from: ['party:b'] });
  table.ok('seat:a-lead', { type: 'ReviseItem', item: level, title: en('Level'), portions: portions('TLP:RED') });
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: gate, to: ['party:d'] });
  // B passes it on, which A is not told: D keeps the version before the stricter one, and gets none of its words.
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: passed, to: ['party:b'] });
  table.ok('seat:b-lead', { type: 'ReleaseItem', item: passed, to: ['seat:d-lead'] });
  table.ok('seat:a-lead', { type: 'ReviseItem', item: passed, title: en('Passed'), portions: portions('TLP:AMBER+STRICT') });
  // One of B has the stricter version, another the milder one: what the first keeps of it is not for the second.
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: whispered, to: ['seat:b-lead'] });
  table.ok('seat:b-lead', { type: 'ReleaseItem', item: whispered, to: ['seat:b-press'] });
  table.ok('seat:a-lead', { type: 'ReviseItem', item: whispered, title: en('Whispered'), portions: portions('TLP:RED') });
  // One of B was given anew what B is to destroy; another has it of D, and was not asked.
  for (const to of ['seat:b-lead', 'seat:d-lead']) table.ok('seat:a-lead', { type: 'ReleaseItem', item: asked, to: [to] });
  table.ok('seat:a-lead', { type: 'RecallItem', item: asked, from: ['party:b'] });
  table.ok('seat:a-lead', { type: 'ReleaseItem', item: asked, to: ['seat:b-lead'] });
  table.ok('seat:d-lead', { type: 'ReleaseItem', item: asked, to: ['seat:b-press'] });
  const { injects, messages, sharing } = table.exercise.world;
  const all = [
    ...injects.rows.keys(),
    ...injects.deliveries.keys(),
    ...messages.messages.keys(),
    ...sharing.items.keys(),
    ...sharing.requests.keys(),
  ];
  const words = { language: 'ko', title: '제목', texts: ['본문.'] };
  for (const of of all) {
    for (const seat of ['seat:d-lead', 'seat:b-lead', 'seat:b-press', 'control:b'])
      table.say(seat, { type: 'TranslateForUs', of, ...words });
    for (const seat of ['seat:a-press', 'seat:a-lead', 'seat:b-lead', 'seat:d-lead', 'control:a', 'control'])
      table.say(seat, { type: 'Translate', of, ...words });
  }
}

/** What needs a hand is dismissed where it may be: by everybody who may try. */
export function dismisses(): void {
  const hidden = { message: { from: 'party:b', to: 'party:d' } };
  const action = (id: string, by: string, more: object) => ({ id, by, text: 'Acts', at: 'PT1M', within: 'PT3M', seen: hidden, ...more });
  const table = seated({
    expects: [
      action('ours', 'party:a', { controller: 'control:a' }),
      action('seat', 'seat:a-lead', { controller: 'control:a' }),
      action('leads', 'party:b', {}),
    ],
  });
  const rolls = [table.ok('control', { type: 'CallRoll' }), table.ok('control:a', { type: 'CallRoll' })];
  table.ok('seat:b-lead', { type: 'RequestItem', to: 'party:a', text: 'How high?', due: 120_000 });
  table.wait(10);
  const { expected, sharing } = table.exercise.world;
  for (const card of [...expected.rows.keys(), ...sharing.requests.keys(), ...rolls])
    for (const seat of ['control:b', 'seat:a-lead', 'control:a', 'control']) table.say(seat, { type: 'DismissCard', card });
}

/** The clock starts at a time set, and an observer sees smoke. */
export function begins(): void {
  const table = new Table(setting());
  table.sit('control');
  table.ok('control', { type: 'StartClock', to: 600_000 });
  table.ok('observers', { type: 'RaiseEmergency', text: 'Smoke.' });
}
