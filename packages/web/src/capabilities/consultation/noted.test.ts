import { scenarioSchema } from '@entente/engine';
import { expect, it } from 'vitest';
import { titleOfThing } from '../../kit/review/eventWords.ts';
import type { Wording } from '../../kit/review/wording.ts';
import { Played } from '../../played.fixture.ts';
import { partsOf } from '../index.ts';

const cell = (id: string) => [{ id: `${id}-cell`, name: id, seats: [{ id: `${id}-lead`, name: `Lead of ${id}` }] }];
const scenario = scenarioSchema.parse({
  entente: 1,
  id: 'noted',
  title: 'Noted',
  start: '2027-03-02T08:00+09:00',
  duration: 'PT8H',
  parties: ['a', 'b'].map((id) => ({ id, name: id, letter: id.toUpperCase(), cells: cell(id) })),
  forums: [{ id: 'group', name: 'Group', members: ['a', 'b'], chairs: ['a', 'b'] }],
});

const [looks, reviews] = await Promise.all([partsOf('look'), partsOf('review')]);

it.each([
  ['matter', 'Visible measure'],
  ['decision', 'We show it'],
  ['table-text', 'Joint line'],
])('a note on a %s names it, where it was written and in the review', (kind, title) => {
  const all = new Played(scenario);
  all.as('control', { type: 'TakeSeat', name: 'Director' }, 0);
  all.as('control', { type: 'StartClock' }, 0);
  const [forum = ''] = all.world('control').consultation.forums.keys();
  all.as('seat:b-lead', { type: 'RecordDecision', title: 'We show it', text: 'Done.', after: [] }, 3);
  all.as(
    'seat:b-lead',
    { type: 'OpenMatter', forum, procedure: 'consensus', title: 'Visible measure', text: 'Do you join?', shown: 'come' },
    4,
  );
  all.as('seat:b-lead', { type: 'TableText', forum, title: 'Joint line', paragraphs: ['We show it together.'] }, 5);
  const { matters, decisions, texts } = all.world('control').consultation;
  const [id = ''] = { matter: matters, decision: decisions, 'table-text': texts }[kind]?.keys() ?? [];
  all.as('control', { type: 'WriteNote', text: 'Too early.', about: id }, 6);
  const world = all.world('control');
  expect(looks.map((part) => part.called?.(world, id)).find((called) => called)).toMatchObject({ title, target: { kind, id } });
  expect(titleOfThing([...world.messages.notes.values()][0]?.about?.id, world, { parts: reviews } as unknown as Wording)).toBe(title);
});
