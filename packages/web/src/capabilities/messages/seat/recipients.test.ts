import { expect, it } from 'vitest';
import { directoryOf } from '../../../kit/Directory.tsx';
import { smallWorld } from '../../../kit/seat/world.fixture.ts';
import { recipientsFor } from './recipients.ts';

const directory = directoryOf(smallWorld().world.seats);

it('offers control first, then the own side, then the others, and never the seat itself', () => {
  const groups = recipientsFor(directory, 'seat:b-one');
  expect(groups.map((g) => g.group)).toEqual(['control', 'party:b', 'party:a', 'outside']);
  expect(groups.flatMap((g) => g.addresses)).toEqual([
    'control',
    'control:b',
    'party:b',
    'party:a',
    'cell:a-desk',
    'seat:a-one',
    'seat:a-two',
    'seat:a-press',
    'entity:wire',
  ]);
});

it('offers the public only to a seat that may speak', () => {
  expect(recipientsFor(directory, 'seat:a-press').at(-1)).toEqual({ group: 'all', addresses: ['everyone', 'public'] });
});
