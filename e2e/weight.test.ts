import { describe, expect, it } from 'vitest';
import { SCREEN_NAMES } from '../packages/web/firstLoads.ts';
import { roomsOf, SEAT_KB, weightOf } from '../tools/weight.ts';

/** What any one room may bring of a seat’s first load. */
const ROOM_KB = 15;
/** What a place, a form or a tab may bring besides, if it is the first that opens. */
const PART_KB = 40;
/** Files of a first load, scripts and styles, and what control and review may weigh: they show everything at once, on a desk. */
const SEAT_FILES = 15;
const DESK_FILES = 30;
const PAPER_FILES = 35;
const DESK_KB = 300;

describe('what a browser loads (node tools/weight.ts SCREEN shows what it is made of)', () => {
  it(`is at most ${SEAT_KB} kB of JavaScript until a seat’s first screen can be used`, () => {
    expect(weightOf('seat').first).toBeLessThanOrEqual(SEAT_KB);
  });

  it(`is at most ${ROOM_KB} kB of that for each room`, () => {
    expect([...roomsOf(weightOf('seat'))].filter(([, kb]) => kb > ROOM_KB)).toEqual([]);
  });

  it(`is at most ${SEAT_FILES} files of that, scripts and styles`, () => {
    expect(weightOf('seat').requests).toBeLessThanOrEqual(SEAT_FILES);
  });

  it.each(SCREEN_NAMES)(`is at most ${DESK_KB} kB for %s, in few files`, (screen) => {
    const { first, requests } = weightOf(screen);
    expect(first).toBeLessThanOrEqual(DESK_KB);
    expect(requests).toBeLessThanOrEqual(screen === 'review' || screen === 'report' ? PAPER_FILES : DESK_FILES);
  });

  it.each(SCREEN_NAMES)(`is at most ${PART_KB} kB more when a place or a form of %s opens`, (screen) => {
    const heavy = Object.entries(weightOf(screen).parts).filter(([, kb]) => kb > PART_KB);
    expect(heavy).toEqual([]);
  });
});
