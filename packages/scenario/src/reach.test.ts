import { expect, it } from 'vitest';
import { files } from './fixture.ts';
import { parseScenario } from './parse.ts';

const never = (...changes: readonly (readonly [string, string])[]) =>
  parseScenario(files(...changes))
    .problems.filter((p) => p.code === 'unreachable')
    .map((p) => /“(.*?)”/.exec(p.message.en)?.[1]);

it('what follows something that never comes does not come either', () => {
  expect(never(['at: PT10M', 'when: {time: PT90M}\n    until: PT1H'])).toEqual(['i-010', 'i-020', 'e-010']);
});
it('injects that wait for each other by condition never come', () => {
  expect(
    never(['{not: {milestone: consulted}}', '{inject: {id: i-030}}'], ['    controller: control:b', '    when: {inject: {id: i-020}}']),
  ).toEqual(['i-020', 'i-030']);
});
it('a chain that runs past the end does not come', () => {
  expect(never(['delay: PT20M', 'delay: PT119M'])).toEqual(['i-020']);
});
it('an inject for a hand is always within reach, and what follows it too', () => {
  expect(never(['at: PT10M', 'manual: true'])).toEqual([]);
});
it('one way out of several is enough', () => {
  expect(never(['{not: {milestone: consulted}}', '{any: [{time: PT1H}, {inject: {id: i-020}}]}'])).toEqual([]);
});
it('what waits for an item comes no earlier than the item, and never if nothing brings it', () => {
  const waits = ['{not: {milestone: consulted}}', '{item: {id: theirs, by: party:b}}'] as const;
  expect(never(waits)).toEqual([]);
  expect(never(waits, ['    held: [seat:a-lead]\n', ''])).toEqual(['i-020']);
  const brought = ['    controller: control:b', '    controller: control:b\n    item: theirs'] as const;
  expect(never(waits, ['    held: [seat:a-lead]\n', ''], brought)).toEqual([]);
  expect(
    never(
      waits,
      ['    held: [seat:a-lead]\n', ''],
      ['    controller: control:b', '    when: {time: PT90M}\n    until: PT1H\n    item: theirs'],
    ),
  ).toEqual(['i-020', 'i-030']);
});
it('a step that cannot end before the exercise does is said, and one that just can is not', () => {
  // The exercise lasts two hours; “decide” ends after 25 minutes at the earliest.
  const say = ['duration: PT5M, by: PT40M', 'duration: PT95M'] as const;
  expect(never(say)).toEqual([]);
  expect(never([say[0], 'duration: PT96M'])).toEqual(['say']);
  // What a step rests on besides comes no sooner: nobody has seen what is there after an hour and a half.
  expect(never([say[0], 'duration: PT29M, when: {time: PT90M}'])).toEqual([]);
  expect(never([say[0], 'duration: PT31M, when: {time: PT90M}'])).toEqual(['say']);
});
it('five thousand injects in a chain, last first, are checked without delay', () => {
  const rows = Array.from(
    { length: 4_990 },
    (_, i) =>
      `  - {id: x-${i}, ${i === 0 ? 'at: PT1S' : `after: {event: x-${i - 1}}`}, to: [party:a], title: {en: T, ko: T}, text: {en: T, ko: T}}\n`,
  );
  expect(never(['injects:\n', `injects:\n${rows.reverse().join('')}`])).toEqual([]);
});
it('what expires is no doubt where it comes in time, is in the actor’s hands already, or is said to be needed there', () => {
  const expiring = (time: string, ...changes: readonly (readonly [string, string])[]) =>
    parseScenario(
      files(
        ['    held: [seat:a-lead]\n', `    held: [seat:a-lead]\n    expires: ${time}\n`],
        ['    task: o1-t1\n', '    needs: [theirs]\n'],
        ['from: wire', 'item: theirs\n    from: wire'],
        ['to: [party:a, party:b]', 'to: [seat:a-desk]'],
        ...changes,
      ),
    )
      .problems.map((p) => p.code)
      .filter((code) => code.includes('expire'));
  expect(expiring('PT10M')).toEqual([]);
  expect(expiring('PT5M')).toEqual(['brought-expired']);
  expect(expiring('PT5M', ['by: cell:a-home', 'by: seat:b-lead'])).toEqual(['brought-expired', 'needed-expired']);
  expect(expiring('PT5M', ['by: cell:a-home', 'by: seat:b-lead'], ['keepFrom: [b]', 'needs: [party:b]'])).toEqual(['brought-expired']);
  expect(expiring('PT10M', ['by: cell:a-home', 'by: seat:b-lead'])).toEqual([]);
});
