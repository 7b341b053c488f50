import type { Scenario } from '../scenario.ts';
import { smallScenario } from './fixture.ts';

/** The press of test exercises: topics, a term that sides read apart, lines, two press desks of which A’s clears, outlets, heads. */
export const PRESS = {
  entities: [
    { id: 'wire', name: 'Wire agency', kind: 'media', medium: 'wire' },
    { id: 'daily', name: 'The Daily', kind: 'media' },
    { id: 'a-head', name: 'Head of A', kind: 'government', speaksFor: 'a' },
    { id: 'b-head', name: 'Head of B', kind: 'government', speaksFor: 'b' },
    { id: 'people', name: 'People online', kind: 'public' },
    { id: 'ministry', name: 'A ministry', kind: 'government' },
  ],
  topics: [
    { id: 'planning', name: { en: 'Joint planning', ko: '공동 기획' } },
    { id: 'drills', name: { en: 'Joint drills', ko: '공동 훈련' } },
    { id: 'dates', name: 'Dates', stances: ['affirmed', 'open'] },
  ],
  terms: [
    {
      id: 'exercise',
      name: { en: 'exercise', ko: '연습' },
      topic: 'drills',
      mistakenFor: ['planning'],
      meanings: { a: 'Any joint work', b: 'Forces in the field' },
    },
  ],
  lines: [
    {
      id: 'communique',
      name: 'Communiqué',
      text: { en: 'We plan together.', ko: '함께 기획합니다.' },
      claims: [{ topic: 'planning', stance: 'affirmed' }],
      agreed: ['a', 'b'],
    },
    { id: 'holding', name: 'Holding line', text: { en: 'More shortly.', ko: '곧 말씀드리겠습니다.' }, agreed: ['a'], use: 'holding' },
  ],
  statements: [
    { id: 'interview', from: 'a-head', claims: [{ topic: 'planning', stance: 'affirmed' }], line: 'communique' },
    {
      id: 'whisper',
      from: 'b-head',
      attribution: 'background',
      question: { by: 'wire', text: 'Do you?' },
      text: 'No.',
      corrects: 'interview',
    },
  ],
  reports: [
    { id: 'story', outlet: 'daily', reads: ['interview', 'whisper'] },
    { id: 'second-story', outlet: 'daily', corrects: 'story', claims: [{ topic: 'drills', stance: 'denied', quoted: true }] },
  ],
  posts: { every: 'PT7M', on: true, list: ['One', 'Two', 'Three'].map((text) => ({ by: 'people', text: `${text} of the people` })) },
  questions: [{ id: 'asked', by: 'wire', within: 'PT8M', text: { en: 'Which is it?', ko: '어느 쪽입니까?' } }],
  press: [{ party: 'a', clearers: ['seat:a-lead'], each: 'PT5M', expired: 'passes-up', up: 'seat:a-press' }],
};

/** What injects of generated exercises may bring. */
export const SAYS = ['interview', 'whisper', 'story', 'second-story', 'asked'];

export const pressScenario = (more: Record<string, unknown> = {}): Scenario => smallScenario({ ...PRESS, ...more });
