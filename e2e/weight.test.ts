import { describe, expect, it } from 'vitest';
import { SCREEN_NAMES, SEAT_KB, weightOf } from '../tools/weight.ts';

/** What a place, a form or a tab may bring besides, when it opens; and what all of them share, once: 75 until control acted at boards for its seats. */
const PART_KB = 40;
const SHARED_KB = 78;
/** Control and review show everything at once, on a desk; 290 before public statements, and 15 for each further room. */
const DESK_KB = 335;

describe('what a browser loads', () => {
  it(`is at most ${SEAT_KB} kB of JavaScript until a seat’s first screen can be used (node tools/weight.ts shows what it is made of)`, () => {
    expect(weightOf('seat').first).toBeLessThanOrEqual(SEAT_KB);
  });

  it.each(SCREEN_NAMES)(`is at most ${PART_KB} kB more when a place of %s opens`, (screen) => {
    const heavy = Object.entries(weightOf(screen).parts).filter(([, kb]) => kb > PART_KB);
    expect(heavy).toEqual([]);
    expect(weightOf(screen).shared).toBeLessThanOrEqual(SHARED_KB);
  });

  it.each(SCREEN_NAMES)(`is at most ${DESK_KB} kB for %s`, (screen) => {
    expect(weightOf(screen).first).toBeLessThanOrEqual(DESK_KB);
  });
});
