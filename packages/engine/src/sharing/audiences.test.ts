import { describe, expect, it } from 'vitest';
import expected from '../testing/sharing-story.json' with { type: 'json' };
import { sharingStory } from '../testing/sharing-story.ts';

// The expected answers were read line by line against the rules in docs/sharing-rules.md; `mutants.test.ts` rests on them, too.
const { told, refused } = sharingStory();

describe('who is told', () => {
  for (const [act, events] of Object.entries(expected.told))
    it(`when ${act}`, () => {
      expect(told[act]).toEqual(events);
    });
  it('of nothing else', () => {
    expect(Object.keys(told)).toEqual(Object.keys(expected.told));
  });
});

describe('what is refused, with one answer for what is hidden and what does not exist', () => {
  for (const [what, code] of Object.entries(expected.refused))
    it(`${what}: ${code}`, () => {
      expect(refused[what]).toBe(code);
    });
});
