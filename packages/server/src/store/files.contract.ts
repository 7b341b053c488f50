import { expect, it } from 'vitest';
import type { UploadRow } from './files.ts';
import { PositionConflict, type SessionRow, type Store } from './store.ts';

const DAY = 86_400_000;
const bytes = (...from: number[]): Uint8Array => Uint8Array.from(from);
const upload = (id: string, change: Partial<UploadRow> = {}): UploadRow => ({
  id,
  exercise: 'x1',
  session: 's1',
  viewer: 'seat:a',
  name: '지도.png',
  type: 'image/png',
  size: 4,
  content: 'c'.repeat(64),
  madeAt: 10 * DAY,
  used: false,
  ...change,
});
/** Writes a body of two pieces and keeps it. */
async function kept(store: Store, row: UploadRow, body = `body of ${row.id}`): Promise<void> {
  await store.addPiece(body, 0, bytes(1, 2));
  await store.addPiece(body, 1, bytes(3, 4));
  await store.keepUpload(row, body);
}
const read = async (store: Store, content: string): Promise<number[]> => {
  const all: number[] = [];
  for (let n = 0, piece = await store.piece(content, 0); piece; piece = await store.piece(content, ++n)) all.push(...piece);
  return all;
};
const there = (store: Store, ids: string[]) => Promise.all(ids.map(async (id) => (await store.upload(id))?.id));

/** What every store must do with files. `opened`: with an exercise `x1`. */
export function fileContract(opened: () => Promise<Store>, session: (id: string) => SessionRow): void {
  keeping(opened);
  racing(opened);
  lettingGo(opened, session);
}

function keeping(opened: () => Promise<Store>): void {
  it('gives back every byte of a file by its content, in pieces', async () => {
    const store = await opened();
    await kept(store, upload('u1'));
    expect(await store.upload('u1')).toEqual(upload('u1'));
    expect(await store.upload('u2')).toBeUndefined();
    expect(await read(store, 'c'.repeat(64))).toEqual([1, 2, 3, 4]);
    expect(await store.piece('d'.repeat(64), 0)).toBeUndefined();
  });

  it('shows nothing of a body before it is finished, and nothing after it is dropped', async () => {
    const store = await opened();
    await store.addPiece('b1', 0, bytes(1, 2));
    expect(await store.piece('c'.repeat(64), 0)).toBeUndefined();
    await store.dropBody('b1');
    await store.addPiece('b1', 0, bytes(9));
    await store.keepUpload(upload('u1', { size: 1 }), 'b1');
    expect(await read(store, 'c'.repeat(64))).toEqual([9]);
  });

  it('weighs what viewers have uploaded, by whatever session, each for itself: no sum holds what another has', async () => {
    const store = await opened();
    await kept(store, upload('u1'));
    await kept(store, upload('u2', { session: 's2', content: 'd'.repeat(64), size: 6 }));
    await kept(store, upload('u3', { session: undefined, viewer: undefined, used: true, size: 1 }));
    await kept(store, upload('u4', { session: 's3', viewer: 'seat:b', used: true, size: 20 }));
    await kept(store, upload('u5', { exercise: 'x2', size: 100 }));
    const waiting = await Promise.all(['seat:a', 'seat:b', 'seat:c'].map((viewer) => store.waitingBytes('x1', viewer)));
    expect(waiting).toEqual([10, 0, 0]);
    expect(await store.fileBytes('x1', ['seat:a'])).toBe(10);
    expect(await store.fileBytes('x1', ['seat:b'])).toBe(20);
    expect(await store.fileBytes('x1', ['seat:b', 'seat:a'])).toBe(30);
    expect(await store.fileBytes('x1', [])).toBe(0);
    expect(await store.fileBytes('x2', ['seat:a', 'seat:b'])).toBe(100);
  });

  it('spends uploads with the commit that uses them, and keeps them from then on', async () => {
    const store = await opened();
    await kept(store, upload('u1'));
    await store.append('x1', 3, { records: [], receipts: [], seatings: [], uploads: ['u1'] });
    expect((await store.upload('u1'))?.used).toBe(true);
    expect(await store.waitingBytes('x1', 'seat:a')).toBe(0);
    await store.tidyFiles(100 * DAY);
    expect(await read(store, 'c'.repeat(64))).toEqual([1, 2, 3, 4]);
  });
}

function racing(opened: () => Promise<Store>): void {
  it('keeps nothing of a commit that uses an upload which is there no more', async () => {
    const store = await opened();
    await kept(store, upload('u1'));
    const record = { n: 4, hash: 'h4', body: '{}' };
    const lost = store.append('x1', 3, { records: [record], receipts: [], seatings: [], uploads: ['u1', 'tidied away'] });
    await expect(lost).rejects.toBeInstanceOf(PositionConflict);
    expect([(await store.upload('u1'))?.used, (await store.read('x1', 3, 10)).length]).toEqual([false, 0]);
  });

  it('leaves files of an exercise that is being made while it tidies', async () => {
    const store = await opened();
    await kept(store, upload('u1', { exercise: 'x2', session: undefined, viewer: undefined, used: true }));
    await store.tidyFiles(9 * DAY);
    await store.create({ id: 'x2', scenario: 's', title: undefined, secret: 'secret', madeAt: 0 }, []);
    await store.tidyFiles(20 * DAY);
    expect(await read(store, 'c'.repeat(64))).toEqual([1, 2, 3, 4]);
  });
}

function lettingGo(opened: () => Promise<Store>, session: (id: string) => SessionRow): void {
  it('lets go of what nobody used: after its time, or when its session has ended', async () => {
    const store = await opened();
    await store.putSession(session('s1'));
    await kept(store, upload('u1'));
    await kept(store, upload('u2', { content: 'd'.repeat(64), madeAt: 5 * DAY }));
    await kept(store, upload('u3', { content: 'e'.repeat(64), session: 'ended' }));
    await store.tidyFiles(9 * DAY);
    expect(await there(store, ['u1', 'u2', 'u3'])).toEqual(['u1', undefined, undefined]);
    expect(await read(store, 'd'.repeat(64))).toEqual([]);
    expect(await read(store, 'c'.repeat(64))).toEqual([1, 2, 3, 4]);
    await store.dropSessions(['s1']);
    await store.tidyFiles(9 * DAY);
    expect(await store.upload('u1')).toBeUndefined();
  });

  it('lets go of what waits when the exercise ends, with the same commit; what was used stays, and other exercises', async () => {
    const store = await opened();
    await store.putSession(session('s1'));
    await kept(store, upload('u1'));
    await kept(store, upload('u2', { content: 'd'.repeat(64) }));
    await kept(store, upload('u3', { exercise: 'x2', content: 'e'.repeat(64) }));
    await expect(store.append('x1', 2, { records: [], receipts: [], seatings: [], ended: true })).rejects.toThrow();
    expect(await store.upload('u2')).toBeDefined();
    await store.append('x1', 3, { records: [], receipts: [], seatings: [], uploads: ['u1'], ended: true });
    expect(await there(store, ['u1', 'u2', 'u3'])).toEqual(['u1', undefined, 'u3']);
    await store.tidyFiles(0);
    expect(await read(store, 'd'.repeat(64))).toEqual([]);
    expect(await read(store, 'c'.repeat(64))).toEqual([1, 2, 3, 4]);
  });

  it('keeps bytes that came twice once, for as long as one who brought them has them', async () => {
    const store = await opened();
    await store.putSession(session('s1'));
    await kept(store, upload('u1'));
    await kept(store, upload('u2', { madeAt: 1 }));
    await store.tidyFiles(0);
    expect(await read(store, 'c'.repeat(64))).toEqual([1, 2, 3, 4]);
    await store.tidyFiles(2);
    expect(await store.upload('u2')).toBeUndefined();
    expect(await read(store, 'c'.repeat(64))).toEqual([1, 2, 3, 4]);
  });

  it('leaves a body that is being written alone while it tidies, and drops it when it starts anew', async () => {
    const store = await opened();
    await store.addPiece('b1', 0, bytes(1));
    await store.tidyFiles(0);
    await store.addPiece('b1', 1, bytes(2));
    await store.keepUpload(upload('u1', { size: 2 }), 'b1');
    expect(await read(store, 'c'.repeat(64))).toEqual([1, 2]);
    await store.addPiece('b2', 0, bytes(7));
    await store.dropUnfinished();
    await store.addPiece('b2', 0, bytes(8));
    await store.keepUpload(upload('u2', { content: 'd'.repeat(64) }), 'b2');
    expect(await read(store, 'd'.repeat(64))).toEqual([8]);
    expect(await read(store, 'c'.repeat(64))).toEqual([1, 2]);
  });
}
