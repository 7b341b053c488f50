import { expect, it } from 'vitest';
import type { StreamListener } from './follow.ts';
import { firstThatSpeaks, type Opening } from './ways.ts';

const entry = (no: number) => ({ no, id: `e${no}`, at: no, wall: no, event: { type: 'NoteWritten' } });

/** Ways of the test's own: which were tried from where, and the way to make the last one speak. */
function ways(count: number) {
  const tried: [way: number, after: number][] = [];
  const shut: number[] = [];
  let speaking: StreamListener | undefined;
  const all = Array.from(
    { length: count },
    (_, i): Opening =>
      (after, listener) => {
        tried.push([i, after]);
        speaking = listener;
        return () => shut.push(i);
      },
  );
  let waits: (() => void)[] = [];
  const listen = firstThatSpeaks(all, (_ms, act) => {
    waits.push(act);
    return () => {
      waits = waits.filter((w) => w !== act);
    };
  });
  const heard: string[] = [];
  const listener: StreamListener = {
    entry: (e) => heard.push(`entry ${e.no}`),
    beat: () => heard.push('beat'),
    presence: () => {},
    stopped: () => {},
    revoked: () => heard.push('revoked'),
    broken: () => heard.push('broken'),
  };
  return {
    tried,
    shut,
    heard,
    listen: (after: number) => listen(after, listener),
    get way() {
      return speaking as StreamListener;
    },
    longSilence: () => {
      for (const w of waits.splice(0)) w();
    },
  };
}
const beat = { last: 0, wall: 0 };

it('listens by the first way while it works, and says when it breaks', () => {
  const w = ways(3);
  w.listen(0);
  w.way.beat(beat);
  w.way.entry(entry(1));
  w.way.broken();
  expect(w.tried).toEqual([[0, 0]]);
  expect(w.heard).toEqual(['beat', 'entry 1', 'broken']);
});

it('takes the next way at once when the first is refused before it has spoken, and the first again the next time', () => {
  const w = ways(3);
  w.listen(5);
  w.way.broken();
  expect(w.heard).toEqual([]);
  w.way.beat(beat);
  w.way.broken();
  w.listen(9);
  expect(w.tried).toEqual([
    [0, 5],
    [1, 5],
    [0, 9],
  ]);
});

it('takes the next way when one opens and says nothing', () => {
  const w = ways(3);
  w.listen(0);
  w.longSilence();
  w.longSilence();
  w.way.beat(beat);
  w.longSilence();
  expect(w.tried.map(([way]) => way)).toEqual([0, 1, 2]);
  expect(w.shut).toEqual([0, 1]);
  expect(w.heard).toEqual(['beat']);
});

it('does not blame a way that has worked: when the server is gone, the line is broken', () => {
  const w = ways(3);
  w.listen(0);
  w.way.beat(beat);
  w.way.broken();
  w.listen(0);
  w.way.broken();
  expect(w.tried.map(([way]) => way)).toEqual([0, 0]);
  expect(w.heard).toEqual(['beat', 'broken', 'broken']);
});

it('begins anew with the first way when none has said a word', () => {
  const w = ways(2);
  w.listen(0);
  w.way.broken();
  w.way.broken();
  expect(w.heard).toEqual(['broken']);
  w.listen(0);
  expect(w.tried.map(([way]) => way)).toEqual([0, 1, 0]);
});

it('gives nothing more once it is closed', () => {
  const w = ways(2);
  const close = w.listen(0);
  const { way } = w;
  close();
  way.entry(entry(1));
  way.broken();
  expect(w.heard).toEqual([]);
  expect(w.tried).toHaveLength(1);
});
