import { expect, it } from 'vitest';
import { type Steps, TooManyAsked, Turns } from './turns.ts';

/** Turns that go on only when they are told to, and what was done so far. */
function bench() {
  const later: (() => void)[] = [];
  const turns = new Turns((act) => later.push(act));
  const log: string[] = [];
  const work = (name: string, steps: number) =>
    function* (): Steps<string> {
      for (let i = 1; i <= steps; i++) {
        log.push(`${name}${i}`);
        yield;
      }
      return name;
    };
  const goOn = (): boolean => {
    expect(later.length).toBeLessThanOrEqual(1);
    const act = later.shift();
    act?.();
    return act !== undefined;
  };
  return { turns, log, work, goOn };
}

it('does one step, whosesoever, and lets everything else happen before the next', async () => {
  const { turns, log, work, goOn } = bench();
  const answers = [turns.ask('a', work('a', 3)), turns.ask('b', work('b', 1))];
  expect(log).toEqual([]);
  goOn();
  expect(log).toEqual(['a1']);
  goOn();
  expect(log).toEqual(['a1', 'b1']);
  while (goOn());
  expect(log).toEqual(['a1', 'b1', 'a2', 'a3']);
  expect(await Promise.all(answers)).toEqual(['a', 'b']);
});

it('has one question of an asker under way; its others wait, and keep nobody else waiting', async () => {
  const { turns, log, work, goOn } = bench();
  const answers = [turns.ask('a', work('x', 2)), turns.ask('a', work('y', 2)), turns.ask('b', work('z', 2))];
  while (goOn());
  expect(log).toEqual(['x1', 'z1', 'x2', 'z2', 'y1', 'y2']);
  expect(await Promise.all(answers)).toEqual(['x', 'y', 'z']);
});

it('takes so many questions of one asker and no more, until some are answered', async () => {
  const { turns, work, goOn } = bench();
  const answers = Array.from({ length: 8 }, (_, i) => turns.ask('a', work(`${i}`, 1)));
  await expect(turns.ask('a', work('more', 1))).rejects.toThrow(TooManyAsked);
  const other = turns.ask('b', work('b', 1));
  while (goOn());
  expect(await other).toBe('b');
  expect(await Promise.all(answers)).toHaveLength(8);
  const again = turns.ask('a', work('again', 1));
  while (goOn());
  expect(await again).toBe('again');
});

it('lets go of what nobody waits for, and of what breaks; the rest goes on', async () => {
  const { turns, log, work, goOn } = bench();
  let here = true;
  const gone = turns.ask('a', work('a', 5), () => here);
  const broken = turns.ask('b', () => {
    throw new RangeError('broken');
  });
  const good = turns.ask('b', work('c', 1));
  goOn();
  here = false;
  await Promise.all([
    expect(gone).rejects.toThrow(),
    expect(broken).rejects.toThrow(RangeError),
    Promise.resolve().then(() => {
      while (goOn());
    }),
  ]);
  expect(await good).toBe('c');
  expect(log).toEqual(['a1', 'c1']);
});
