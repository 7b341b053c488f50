import { scenarioSchema } from '@entente/engine';
import { expect, test } from 'vitest';
import { sayIn } from '../../../kit/control/fixture.ts';
import { Played } from '../../../played.fixture.ts';
import { expectedNews } from '../control/news.ts';
import { expectedLines } from './expectedLines.ts';

const cell = (id: string) => [{ id: `${id}-cell`, name: id, seats: [{ id: `${id}-lead`, name: 'Lead' }] }];
const scenario = scenarioSchema.parse({
  entente: 1,
  id: 'small',
  title: 'Small',
  start: '2027-03-02T08:00+09:00',
  duration: 'PT2H',
  parties: ['a', 'b', 'c'].map((id) => ({ id, name: id, cells: cell(id) })),
  expects: [{ id: 'e1', by: 'party:a', text: 'Acts', within: 'PT10M', at: 'PT5M', seen: { message: { from: 'party:b', to: 'party:c' } } }],
});

test('a side reads that it was told at the deadline what the record saw by something hidden; lead control reads when', () => {
  const played = new Played(scenario);
  played.as('control', { type: 'StartClock' }, 0);
  const message = { type: 'SendMessage', to: ['party:c'], text: 'Between us.', purpose: 'inform', channel: 'message' };
  played.as('seat:b-lead', message, 8);
  played.at(20);
  const [lead] = expectedLines(played.world('control'), 'control');
  expect(lead).toMatchObject({ status: 'met', judge: 'record', done: 8 * 60_000 });
  const [own] = expectedLines(played.world('control:a'), 'control:a');
  expect(own).toMatchObject({ status: 'met', judge: 'deadline' });
  expect(own?.done).toBeUndefined();
  const [news] = [...expectedNews(played.world('control:a'), { address: 'control:a', party: 'a' })].filter((h) =>
    h.key.startsWith('expected'),
  );
  expect(news?.key).toBe('expected.reported');
  for (const language of ['en', 'ko'] as const) expect(sayIn(language)(`happened.${news?.key}`)).not.toContain('happened.');
  expect([...expectedNews(played.world('control'), { address: 'control' })].map((h) => h.key)).not.toContain('expected.reported');
});
