import { expect, it } from 'vitest';
import { pick } from '../i18n/text.ts';
import { directoryOf, nameOf } from './Directory.tsx';
import { recipientsCounted } from './useReach.ts';

const post = (id: string, en: string, ko = en) => ({ id, name: { en, ko }, may: [] });
const directory = directoryOf({
  exercise: { parties: ['a', 'b'].map((id) => ({ id, name: `Side ${id.toUpperCase()}`, letter: id.toUpperCase() })) },
  directory: {
    cells: [
      { id: 'a-1', party: 'a', name: 'Policy', seats: [post('a-dir', 'Director'), post('a-desk', 'Desk')] },
      { id: 'a-2', party: 'a', name: 'Voice', seats: [post('a-dir-2', 'Director'), post('a-press', 'Press officer', '공보관')] },
      {
        id: 'b-1',
        party: 'b',
        name: 'Policy',
        seats: [post('b-dir', 'Director'), post('b-desk', 'Desk officer', 'Desk'), post('b-law', 'Law')],
      },
    ],
    entities: [],
  },
} as unknown as Parameters<typeof directoryOf>[0]);
const words = {
  ofCell: (cell: string, seat: string) => `${cell}, ${seat}`,
  ofParty: (name: string, party: string) => `${name} (${party})`,
} as Parameters<typeof nameOf>[3];
const named = (address: string, beside?: 'mark' | 'own') => nameOf(directory, address, (text) => pick(text, 'en'), words, beside);

it('a post that another side has too is named with its side, and one that its own side has twice with its cell', () => {
  expect(['seat:a-dir', 'seat:b-dir', 'seat:b-law', 'cell:b-1'].map((a) => named(a))).toEqual([
    'Policy, Director (Side A)',
    'Director (Side B)',
    'Law',
    'Policy (Side B)',
  ]);
});

it('beside the mark of its side the cell is enough, and to oneself the post', () => {
  expect([named('seat:a-dir', 'mark'), named('seat:b-dir', 'mark'), named('seat:a-dir', 'own')]).toEqual([
    'Policy, Director',
    'Director',
    'Director',
  ]);
});

it('posts that are called alike in one language only are told apart in both', () => {
  expect([named('seat:a-desk'), named('seat:b-desk')]).toEqual(['Desk (Side A)', 'Desk officer (Side B)']);
});

it('of more than four recipients the seats of a side are counted by cell; what stands alone keeps its name', () => {
  const few = ['seat:a-dir', 'seat:a-desk', 'seat:b-dir', 'control'];
  expect(recipientsCounted(directory, few)).toEqual({ named: few, counted: [] });
  const many = ['control', 'seat:a-dir', 'seat:a-desk', 'seat:a-dir', 'seat:a-press', 'seat:b-dir'];
  expect(recipientsCounted(directory, many)).toEqual({
    named: ['control', 'seat:b-dir'],
    counted: [
      {
        party: 'a',
        seats: 3,
        cells: [
          { cell: 'a-1', seats: 2 },
          { cell: 'a-2', seats: 1 },
        ],
      },
    ],
  });
});
