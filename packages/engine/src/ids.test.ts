import { createHmac, hash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashText, idsFrom } from './ids.ts';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const machine = (data: string | Uint8Array): string => hash('sha256', data, 'hex');

describe('an id', () => {
  it.each(['sixteen letters!', 'a secret that is longer than the 64 bytes which SHA-256 takes at once: its hash is the key'])(
    'is an HMAC of the exercise’s secret, whoever digests: %s',
    (secret) => {
      const bytes = createHmac('sha256', secret).update('seat:rok-head 회신\u00007').digest();
      const expected = `e${[...bytes.subarray(0, 20)].map((b) => ALPHABET[b & 31]).join('')}`;
      expect(idsFrom(secret, machine)('seat:rok-head 회신', 7)).toBe(expected);
      expect(idsFrom(secret, hashText)('seat:rok-head 회신', 7)).toBe(expected);
    },
  );

  it('rests on the whole of its cause, whatever was made before it', () => {
    const secret = 'sixteen letters!';
    const made = idsFrom(secret, machine);
    const causes = ['of a', 'of 회신 and more', 'of abc', 'of a', `of ${'회'.repeat(200)}`, 'of a', ''];
    for (const cause of causes) {
      const bytes = createHmac('sha256', secret).update(`${cause}\u00003`).digest();
      expect(made(cause, 3)).toBe(`e${[...bytes.subarray(0, 20)].map((b) => ALPHABET[b & 31]).join('')}`);
    }
  });

  it('wants a secret of sixteen characters', () => {
    expect(() => idsFrom('fifteen letters', hashText)).toThrow('at least 16');
  });
});
