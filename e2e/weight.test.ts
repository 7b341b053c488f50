import { describe, expect, it } from 'vitest';
import { SCREEN_NAMES, weightOf } from '../tools/weight.ts';

/** kB of gzipped JavaScript until a seat’s first screen can be used. A further room may add 15 to it, not more. */
const SEAT_KB = 180;
/** What a place, a form or a tab may bring besides, when it opens; with the fields and menus of Mantine, which the first of them brings (34). */
const PART_KB = 52;
/** Control and review show everything at once, on a desk; what they weigh today, and little more. */
const DESK_KB = 275;

describe('what a browser loads', () => {
  it(`is at most ${SEAT_KB} kB of JavaScript until a seat’s first screen can be used (node tools/weight.ts shows what it is made of)`, () => {
    expect(weightOf('seat').first).toBeLessThanOrEqual(SEAT_KB);
  });

  it.each(SCREEN_NAMES)(`is at most ${PART_KB} kB more when a place of %s opens`, (screen) => {
    const heavy = Object.entries(weightOf(screen).parts).filter(([, kb]) => kb > PART_KB);
    expect(heavy).toEqual([]);
  });

  it.each(SCREEN_NAMES)(`is at most ${DESK_KB} kB for %s`, (screen) => {
    expect(weightOf(screen).first).toBeLessThanOrEqual(DESK_KB);
  });
});
