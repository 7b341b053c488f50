import type { AnyEvent } from '@entente/engine';
import type { EditionEvent } from './edition.ts';

const MINUTE = 60_000;

/** Numbers events as an edition does; each entry is minutes from STARTEX and the event, its id `e1`, `e2`… unless given. */
export function recordOf(...entries: readonly (readonly [minutes: number, event: AnyEvent, id?: string])[]): EditionEvent[] {
  return entries.map(([minutes, event, id], i) => ({
    no: i + 1,
    id: id ?? `e${i + 1}`,
    at: minutes * MINUTE,
    wall: 1_800_000_000_000 + i,
    event,
  }));
}

export const opened: AnyEvent = {
  type: 'ExerciseOpened',
  scenario: 'flood',
  title: { en: 'River flood', ko: '하천 범람' },
  start: '2027-03-02T08:00+09:00',
  duration: 240 * MINUTE,
  languages: ['en', 'ko'],
  parties: [
    { id: 'up', name: 'Upstream', letter: 'U', playedByControl: false },
    { id: 'down', name: 'Downstream', letter: 'D', playedByControl: false },
    { id: 'sim', name: 'Third', letter: 'T', playedByControl: true },
  ],
};
export const directory: AnyEvent = {
  type: 'DirectoryGiven',
  cells: [
    { id: 'dam', party: 'up', name: 'Dam', seats: [seat('dam-chief'), seat('dam-duty')] },
    { id: 'rescue', party: 'down', name: 'Rescue', seats: [seat('rescue-chief')] },
    { id: 'third', party: 'sim', name: 'Third', seats: [seat('third-desk')] },
  ],
  entities: [{ id: 'wire', name: 'Wire agency', kind: 'media' }],
};

function seat(id: string): { id: string; name: string; may: string[] } {
  return { id, name: id, may: [] };
}

export function injectCard(number: string, to: string[], at?: number) {
  return {
    number,
    kind: 'contextual',
    channel: 'news',
    from: 'wire',
    to,
    label: 'TLP:CLEAR',
    title: `Inject ${number}`,
    text: 'Water rises.',
    at,
    manual: false,
    controller: 'control',
    improvised: false,
  } as const;
}

/** One inject to both parties and one more, released and partly acknowledged; an expected action met late. */
export const flood = recordOf(
  [0, opened],
  [0, directory],
  [0, { type: 'InjectPlanned', inject: 'i1', card: injectCard('10', ['party:up', 'party:down', 'party:sim'], 10 * MINUTE) }],
  [0, { type: 'InjectPlanned', inject: 'i2', card: injectCard('9', ['cell:dam'], 200 * MINUTE) }],
  [
    0,
    {
      type: 'ExpectedPlanned',
      expected: 'x1',
      card: { number: '11', by: 'party:up', text: 'Warns downstream', within: 20 * MINUTE, bySight: true, controller: 'control' },
    },
  ],
  [0, { type: 'ClockStarted', at: 0, rate: 1, first: true }],
  [10, { type: 'InjectReleased', inject: 'i1' }],
  [
    10,
    {
      type: 'InjectDelivered',
      channel: 'news',
      from: 'wire',
      to: ['party:up'],
      label: 'TLP:CLEAR',
      title: 'Inject 10',
      text: 'Water rises.',
    },
    'd-up',
  ],
  [10, { type: 'DeliveryLinked', inject: 'i1', delivery: 'd-up' }],
  [
    10,
    {
      type: 'InjectDelivered',
      channel: 'news',
      from: 'wire',
      to: ['party:down'],
      label: 'TLP:CLEAR',
      title: 'Inject 10',
      text: 'Water rises.',
    },
    'd-down',
  ],
  [10, { type: 'DeliveryLinked', inject: 'i1', delivery: 'd-down' }],
  [10, { type: 'ExpectedOpened', expected: 'x1', from: 10 * MINUTE, deadline: 30 * MINUTE }],
  [12, { type: 'InjectRead', delivery: 'd-up', seat: 'seat:dam-chief' }],
  [12, { type: 'InjectAcknowledged', delivery: 'd-up', seat: 'seat:dam-chief' }],
  [16, { type: 'InjectAcknowledged', delivery: 'd-down', seat: 'seat:rescue-chief' }],
  [30, { type: 'ExpectedMissed', expected: 'x1' }],
  [
    35,
    {
      type: 'MessageSent',
      from: 'seat:dam-chief',
      to: ['party:down'],
      text: 'Will you evacuate?',
      purpose: 'ask',
      channel: 'message',
      label: 'TLP:GREEN',
    },
    'm1',
  ],
  [35, { type: 'ExpectedSeen', expected: 'x1', late: true }],
  [
    36,
    {
      type: 'MessageSent',
      from: 'seat:dam-chief',
      to: ['party:down'],
      text: 'We mean the old town.',
      purpose: 'inform',
      channel: 'message',
      label: 'TLP:GREEN',
    },
    'm2',
  ],
  [36, { type: 'MessageLinked', message: 'm2', about: 'm1' }],
  [
    45,
    {
      type: 'MessageSent',
      from: 'seat:rescue-chief',
      to: ['seat:dam-chief'],
      text: 'Yes, by noon.',
      purpose: 'agree',
      channel: 'message',
      label: 'TLP:GREEN',
    },
    'm3',
  ],
  [45, { type: 'MessageLinked', message: 'm3', about: 'm1' }],
  [
    50,
    {
      type: 'MessageSent',
      from: 'seat:rescue-chief',
      to: ['seat:dam-chief'],
      text: 'How much water at ten?',
      purpose: 'ask',
      channel: 'message',
      label: 'TLP:GREEN',
    },
    'm4',
  ],
);
