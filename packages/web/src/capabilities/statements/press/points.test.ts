import type { Line } from '@entente/engine/statements';
import { expect, it } from 'vitest';
import { smallWorld } from '../../../kit/seat/world.fixture.ts';
import { linesNow, pointsOf } from './points.ts';

const TOPICS = [
  { id: 'sharing', name: { en: 'information sharing', ko: '정보 공유' }, stances: ['affirmed', 'denied'] },
  { id: 'process', name: { en: 'the consultation process', ko: '협의 절차' }, stances: ['affirmed'] },
];
const card = (more: object = {}) => ({
  name: 'Communiqué',
  text: { en: 'Information sharing and the consultation process.', ko: '정보 공유와 협의 절차.' },
  claims: TOPICS.map(({ id }) => ({ topic: id, stance: 'affirmed' })),
  agreed: ['a', 'b'],
  use: 'line',
  ...more,
});

function withLine(more: object = {}) {
  const { world, happen } = smallWorld();
  happen({ type: 'TopicsGiven', topics: TOPICS }, 0);
  const id = happen({ type: 'LineGiven', card: card(more) }, 0);
  return { world, happen, line: world.statements.lines.get(id) as Line };
}

it('says of each point of a line in which written language it is missing', () => {
  const { world, line } = withLine();
  const written = { en: 'Information-Sharing goes on.', ko: '정보공유와 협의 절차는 그대로입니다.' };
  expect(pointsOf(world, line, written).map((p) => [p.topic, p.missing])).toEqual([
    ['sharing', []],
    ['process', ['en']],
  ]);
});

it('misses nothing in a language that is not written yet', () => {
  const { world, line } = withLine();
  expect(pointsOf(world, line, { en: 'Information sharing, the consultation process.', ko: ' ' }).flatMap((p) => p.missing)).toEqual([]);
});

it('takes a term that this world knows for the name of its topic, and none that it does not', () => {
  const { world, happen, line } = withLine();
  const written = { en: 'We share what we know.' };
  expect(pointsOf(world, line, written)[0]?.missing).toEqual(['en']);
  happen({ type: 'MeaningGiven', term: 'share', name: { en: 'share what we know' }, topic: 'sharing', party: 'a', text: 'All of it' });
  expect(pointsOf(world, line, written)[0]?.missing).toEqual([]);
});

it('offers lines of the own side that stand, those agreed with others first', () => {
  const { world, happen } = withLine();
  happen({ type: 'LineGiven', card: card({ name: 'Over', agreed: ['a'], until: 10_000 }) }, 0);
  happen({ type: 'LineGiven', card: card({ name: 'Own', agreed: ['a'] }) }, 0);
  happen({ type: 'LineGiven', card: card({ name: 'Theirs', agreed: ['b'] }) }, 0);
  const names = (now: number) => linesNow(world, 'a', now).map((l) => l.card.name);
  expect(names(10_000)).toEqual(['Communiqué', 'Over', 'Own']);
  expect(names(10_001)).toEqual(['Communiqué', 'Own']);
});
