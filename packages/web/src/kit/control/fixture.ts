import { scenarioSchema } from '@entente/engine';
import { wordsOf } from '../../i18n/words.fixture.ts';
import { Played } from '../../played.fixture.ts';
import { Names } from './names.ts';

/** A small exercise for tests of this folder: two parties and one played by control, every kind of line once. */
export { MINUTE } from '../../played.fixture.ts';

const scenario = scenarioSchema.parse({
  entente: 1,
  id: 'small',
  title: 'Small',
  start: '2027-03-02T08:00+09:00',
  duration: 'PT8H',
  languages: ['en', 'ko'],
  parties: [
    {
      id: 'rok',
      name: { en: 'Republic of Korea', ko: '대한민국' },
      letter: 'K',
      cells: [
        {
          id: 'rok-nsc',
          name: 'Security office',
          seats: [
            { id: 'rok-nsa', name: { en: 'Adviser', ko: '보좌관' }, may: ['speak'] },
            { id: 'rok-desk', name: 'Desk' },
          ],
        },
      ],
    },
    {
      id: 'us',
      name: { en: 'United States', ko: '미국' },
      letter: 'U',
      cells: [{ id: 'us-nsc', name: 'Council', seats: [{ id: 'us-nsa', name: 'US adviser' }] }],
    },
    {
      id: 'c',
      name: 'Partner C',
      letter: 'C',
      played: 'control',
      cells: [{ id: 'c-mfa', name: 'Ministry', seats: [{ id: 'c-min', name: 'Minister' }] }],
    },
  ],
  items: [
    {
      id: 'gauge',
      title: { en: 'Gauge', ko: '수위' },
      originator: 'party:rok',
      held: ['party:rok'],
      needs: ['party:us'],
      keepFrom: ['c'],
      portions: [{ text: 'High.', label: 'TLP:GREEN' }],
    },
    { id: 'theirs', title: 'Theirs', originator: 'party:c', held: ['party:c'], portions: [{ text: 'Ours.', label: 'TLP:GREEN' }] },
    { id: 'later', title: 'To come', originator: 'wire', portions: [{ text: 'Later.', label: 'TLP:CLEAR' }] },
  ],
  entities: [
    { id: 'wire', name: 'Wire agency', kind: 'media' },
    { id: 'ministry', name: 'A ministry', kind: 'government' },
  ],
  objectives: [{ id: 'o1', text: 'Consult first', tasks: [{ id: 't1', text: 'Ask' }] }],
  milestones: [
    {
      id: 'consulted',
      name: { en: 'consulted', ko: '협의 완료' },
      when: { message: { from: 'party:rok', to: 'party:us', purpose: 'ask' } },
    },
  ],
  moves: [
    { id: 'm1', name: 'Warning', from: 'PT0M', to: 'PT60M' },
    { id: 'm2', name: 'Noise', from: 'PT60M', to: 'PT8H' },
  ],
  injects: [
    { id: 'first', number: '001', at: 'PT10M', to: ['party:rok'], title: 'First', text: 'One' },
    { id: 'hand', number: '002', at: 'PT20M', manual: true, to: ['party:rok', 'party:us'], title: 'By hand', text: 'Two' },
    { id: 'later', number: '003', after: { event: 'first', delay: 'PT30M' }, to: ['cell:us-nsc'], title: 'Later', text: 'Three' },
    {
      id: 'waits',
      number: '004',
      at: 'PT15M',
      when: { milestone: 'consulted' },
      to: ['public'],
      from: 'wire',
      title: 'Waits',
      text: 'Four',
    },
    {
      id: 'spare',
      number: '005',
      kind: 'contingency',
      when: { expected: { id: 'act', is: 'missed' } },
      manual: true,
      to: ['party:us'],
      title: 'Spare',
      text: 'Five',
    },
    { id: 'own', number: '006', at: 'PT50M', manual: true, controller: 'control:rok', to: ['seat:rok-nsa'], title: 'Own', text: 'Six' },
  ],
  expects: [
    {
      id: 'act',
      number: 'E1',
      after: { event: 'first' },
      by: 'cell:rok-nsc',
      text: 'Consults the ally',
      within: 'PT20M',
      task: 't1',
      seen: { message: { from: 'party:rok', purpose: 'ask' } },
    },
    { id: 'judge', number: 'E2', at: 'PT5M', by: 'party:us', text: 'Speaks with one voice', within: 'PT25M' },
  ],
});

/** The exercise at work, its clock started. */
export class Bench extends Played {
  constructor() {
    super(scenario);
    this.as('control', { type: 'TakeSeat', name: 'Director' }, 0);
    this.as('control', { type: 'StartClock' }, 0);
  }

  names(viewer = 'control'): Names {
    return new Names(this.world(viewer).seats);
  }
}

/** The catalogue without a library: enough for sentences with values and counts. @throws if a key is missing. */
export function sayIn(language: 'en' | 'ko') {
  const words = wordsOf('control', language);
  const find = (key: string): unknown => key.split('.').reduce<unknown>((o, k) => (o as Record<string, unknown> | undefined)?.[k], words);
  return (key: string, values: Record<string, unknown> = {}): string => {
    const found = find(values.count === 1 ? `${key}_one` : `${key}_other`) ?? find(key);
    if (typeof found !== 'string') throw new Error(`no words for ${key} in ${language}`);
    return found.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''));
  };
}
