import type { Step } from '@entente/engine/steps';
import { describe, expect, it } from 'vitest';
import { draftOf, EMPTY, freshId, stepOf } from './stepDraft.ts';

const MINUTE = 60_000;
const CLOCK = { start: '2027-03-02T12:00+09:00', now: 0 };
const time = (at: number): string => `12:${String(at / MINUTE).padStart(2, '0')}`;
const STEPS: readonly Step[] = [
  { id: 'p1', text: 'One', terms: { support: [], tells: [], after: [], at: 10 * MINUTE, duration: 5 * MINUTE } },
  {
    id: 'p2',
    text: 'Two',
    terms: {
      lead: 'seat:x',
      support: ['us'],
      tells: ['entity:wire'],
      after: [{ step: 'p1', kind: 'SS', min: MINUTE }],
      duration: 20 * MINUTE,
      by: 50 * MINUTE,
      decision: true,
    },
  },
];

describe('a step as it is typed', () => {
  it('says the same again if nothing was changed, with what the form does not show', () => {
    const step = STEPS[1] as Step;
    expect(stepOf(draftOf(step, STEPS, time), step, STEPS, CLOCK)).toEqual({ text: step.text, terms: step.terms });
  });

  it('takes times, numbers of steps and minutes as people write them', () => {
    const draft = { ...EMPTY, text: 'Three', at: '12:30', by: '+40', after: '1; 2', minutes: '2,5', word: 'us' };
    expect(stepOf(draft, undefined, STEPS, CLOCK)).toEqual({
      text: 'Three',
      terms: {
        support: [],
        tells: [],
        at: 30 * MINUTE,
        after: [
          { step: 'p1', kind: 'FS', min: 0 },
          { step: 'p2', kind: 'FS', min: 0 },
        ],
        word: 'us',
        duration: 150_000,
        by: 40 * MINUTE,
      },
    });
  });

  it('says which field is wrong', () => {
    const wrong = (part: object) => stepOf({ ...EMPTY, text: 'Three', ...part }, undefined, STEPS, CLOCK);
    expect(wrong({ text: ' ' })).toEqual({ wrong: 'text' });
    expect(wrong({ minutes: 'ten' })).toEqual({ wrong: 'minutes' });
    expect(wrong({ after: '3' })).toEqual({ wrong: 'after' });
    expect(wrong({ by: '25:00' })).toEqual({ wrong: 'time' });
    // A step does not come after itself.
    expect(stepOf({ ...draftOf(STEPS[0] as Step, STEPS, time), after: '1' }, STEPS[0], STEPS, CLOCK)).toEqual({ wrong: 'after' });
  });

  it('goes by an id that no step has', () => {
    expect(freshId([{ ...(STEPS[0] as Step), id: 's2' }])).toBe('s3');
  });
});
