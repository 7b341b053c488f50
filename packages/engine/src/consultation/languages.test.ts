import { expect, it } from 'vitest';
import { smallScenario } from '../testing/fixture.ts';
import { Table } from '../testing/table.ts';

const forums = [{ id: 'group', name: 'The group', members: ['a', 'b'], chairs: ['a', 'b'] }];

it('a text is certified as saying the same in both languages only once each paragraph has both', () => {
  const t = new Table(smallScenario({ languages: ['en', 'ko'], forums })).start();
  const [forum = ''] = t.exercise.world.consultation.forums.keys();
  const paragraphs = [{ en: 'We warn.', ko: '경고한다.' }, { en: 'Today.' }];
  const of = t.ok('seat:a-lead', { type: 'TableText', forum, title: 'Notice', paragraphs });
  const text = () => t.exercise.world.consultation.texts.get(of);
  const certify = () => ({ type: 'CertifyLanguages', of, digest: text()?.versions.at(-1)?.digest ?? '' }) as const;
  expect(t.refused('seat:a-lead', certify())).toBe('lacks-language');
  const both = { type: 'SetWording', of, version: 1, paragraph: 'p2', words: { en: 'Today.', ko: '오늘.' } } as const;
  t.ok('seat:b-lead', { type: 'TakeWording', bracket: t.ok('seat:a-lead', both) });
  t.ok('seat:a-lead', certify());
  expect(text()?.certified.map((c) => c.party)).toEqual(['a']);
});
