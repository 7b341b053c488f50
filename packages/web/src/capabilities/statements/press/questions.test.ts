import { expect, it } from 'vitest';
import { smallWorld } from '../../../kit/seat/world.fixture.ts';
import { questionsOf } from './questions.ts';

const put = (due?: number) => ({ type: 'QuestionPut', by: 'entity:wire', to: ['seat:a-press'], text: 'Which is it?', due });
const said = { party: 'a', by: 'seat:a-press', rank: 'spokesperson', attribution: 'on-record', posture: 'response', text: 'Both.' };

it('puts what was missed first, then by time, and what is settled last; an answer at the last moment is in time', () => {
  const { world, happen } = smallWorld();
  const untimed = happen(put(), 0);
  const later = happen(put(600_000), 0);
  const missed = happen(put(120_000), 0);
  const sooner = happen(put(300_000), 0);
  const answered = happen(put(100_000), 0);
  const statement = happen({ type: 'StatementMade', card: said }, 100_000);
  happen({ type: 'SaidLinked', said: statement, how: 'answers', to: answered }, 100_000);
  expect(questionsOf(world, 120_000).map((s) => [s.question.id, s.missed])).toEqual([
    [missed, false],
    [sooner, false],
    [later, false],
    [untimed, false],
    [answered, false],
  ]);
  const after = questionsOf(world, 200_000);
  expect(after[0]).toMatchObject({ question: { id: missed }, missed: true });
  expect(after.at(-1)).toMatchObject({ question: { id: answered }, missed: false, answered: { id: statement } });
});
