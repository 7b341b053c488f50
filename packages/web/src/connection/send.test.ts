import { expect, it } from 'vitest';
import { newCommandId, type Post, sendCommand } from './send.ts';

const answer = { ok: true, at: 0, events: ['e1'] } as const;
const now = async (): Promise<void> => {};

it('repeats a command under the same id until it is answered', async () => {
  const ids: string[] = [];
  const post: Post = async ({ id }) => {
    ids.push(id);
    if (ids.length === 1) throw new TypeError('no network');
    return ids.length === 2 ? { status: 503, body: { code: 'retry' } } : { status: 200, body: answer };
  };
  expect(await sendCommand({ type: 'StartClock' }, post, now)).toEqual(answer);
  expect(ids).toHaveLength(3);
  expect(new Set(ids).size).toBe(1);
});

it('gives a rejection as it is, at once', async () => {
  let tries = 0;
  const post: Post = async () => {
    tries++;
    return { status: 409, body: { code: 'not-started', detail: 'The exercise has not started.', details: { n: 1 } } };
  };
  expect(await sendCommand({}, post, now)).toEqual({
    ok: false,
    rejection: { code: 'not-started', message: 'The exercise has not started.', details: { n: 1 } },
  });
  expect(tries).toBe(1);
});

it('says in the end that the line is down, and that nothing is lost', async () => {
  const result = await sendCommand({}, () => Promise.reject(new TypeError('no network')), now);
  expect(result).toMatchObject({ ok: false, rejection: { code: 'offline' } });
});

it('tells an ended session from a refusal', async () => {
  expect(await sendCommand({}, async () => ({ status: 401, body: {} }), now)).toMatchObject({ ok: false, rejection: { code: 'gone' } });
});

it('makes ids of 128 bits without a secure context', () => {
  expect(newCommandId()).toMatch(/^[0-9a-f]{32}$/);
  expect(newCommandId()).not.toBe(newCommandId());
});
