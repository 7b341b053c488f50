import { expect, it } from 'vitest';
import { frameOf } from './frame.ts';
import { told } from './projection.ts';
import { Shelf } from './shelf.ts';

/** What a browser makes of a frame that holds a whole text. */
function textIn(frame: Buffer): string {
  expect(frame[0]).toBe(0x81);
  const short = frame[1] as number;
  const [length, start] = short < 126 ? [short, 2] : short === 126 ? [frame.readUInt16BE(2), 4] : [Number(frame.readBigUInt64BE(2)), 10];
  expect(frame.length).toBe(start + length);
  return frame.subarray(start).toString();
}
const bodies = (...texts: string[]) => {
  const shelf = new Shelf();
  return texts.map((text) => shelf.keep(`"text":"${text}"}`));
};

it.each([1, 9, 10, 99, 100, 999_999])('writes own numbers from %i on before what is shared', (first) => {
  const shared = bodies('one', '둘', 'three');
  expect(textIn(frameOf(first, shared))).toBe(`[${shared.map((body, i) => told(first + i, body)).join(',')}]`);
});

it('says its length in each of the three ways, on both sides of their bounds', () => {
  for (const around of [126, 2 ** 16]) {
    for (let letters = around - 25; letters < around + 5; letters++) {
      const [text] = JSON.parse(textIn(frameOf(1, bodies('x'.repeat(letters))))) as [{ text: string }];
      expect(text.text).toHaveLength(letters);
    }
  }
});

it('keeps what it was given before, whatever is kept after it', () => {
  const texts = Array.from({ length: 300 }, (_, i) => `${i} ${'물'.repeat(i * 7)}`);
  expect(bodies(...texts).map((b) => JSON.parse(`{${b}`).text)).toEqual(texts);
});
