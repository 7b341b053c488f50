import { expect, it } from 'vitest';
import { directoryOf } from '../../../kit/Directory.tsx';
import { smallWorld } from '../../../kit/seat/world.fixture.ts';
import { recipientsFor } from './recipients.ts';

const directory = directoryOf(smallWorld().world.seats);

it('offers control first, then the own side, then the others, and never the seat itself', () => {
  const groups = recipientsFor(directory, 'seat:b-one');
  expect(groups.map((g) => g.group)).toEqual(['control', 'party:b', 'party:a']);
  expect(groups.flatMap((g) => g.addresses)).toEqual([
    'control',
    'control:b',
    'party:b',
    'party:a',
    'cell:a-desk',
    'seat:a-one',
    'seat:a-two',
    'seat:a-press',
  ]);
});

it('offers nobody the public or an outlet: one speaks to them by the form of statements, also where one may', () => {
  const offered = recipientsFor(directory, 'seat:a-press').flatMap((g) => g.addresses);
  expect(offered).not.toContain('public');
  expect(offered).not.toContain('entity:wire');
});
