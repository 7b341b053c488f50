import { expect, it } from 'vitest';
import type { UploadRow } from './files.ts';
import type { SessionRow, Store } from './store.ts';

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
function kept(store: Store, row: UploadRow, body = `body of ${row.id}`): void {
  store.addPiece(body, 0, bytes(1, 2));
  store.addPiece(body, 1, bytes(3, 4));
  store.keepUpload(row, body);
}
const read = (store: Store, content: string): number[] => {
  const all: number[] = [];
  for (let n = 0, piece = store.piece(content, 0); piece; piece = store.piece(content, ++n)) all.push(...piece);
  return all;
};

/** What every store must do with files. `opened`: with an exercise `x1`. */
export function fileContract(opened: () => Store, session: (id: string) => SessionRow): void {
  keeping(opened);
  lettingGo(opened, session);
}

function keeping(opened: () => Store): void {
  it('gives back every byte of a file by its content, in pieces', () => {
    const store = opened();
    kept(store, upload('u1'));
    expect(store.upload('u1')).toEqual(upload('u1'));
    expect(store.upload('u2')).toBeUndefined();
    expect(read(store, 'c'.repeat(64))).toEqual([1, 2, 3, 4]);
    expect(store.piece('d'.repeat(64), 0)).toBeUndefined();
  });

  it('shows nothing of a body before it is finished, and nothing after it is dropped', () => {
    const store = opened();
    store.addPiece('b1', 0, bytes(1, 2));
    expect(store.piece('c'.repeat(64), 0)).toBeUndefined();
    store.dropBody('b1');
    store.addPiece('b1', 0, bytes(9));
    store.keepUpload(upload('u1', { size: 1 }), 'b1');
    expect(read(store, 'c'.repeat(64))).toEqual([9]);
  });

  it('weighs what viewers have uploaded, by whatever session, each for itself: no sum holds what another has', () => {
    const store = opened();
    kept(store, upload('u1'));
    kept(store, upload('u2', { session: 's2', content: 'd'.repeat(64), size: 6 }));
    kept(store, upload('u3', { session: undefined, viewer: undefined, used: true, size: 1 }));
    kept(store, upload('u4', { session: 's3', viewer: 'seat:b', used: true, size: 20 }));
    kept(store, upload('u5', { exercise: 'x2', size: 100 }));
    expect([store.waitingBytes('x1', 'seat:a'), store.waitingBytes('x1', 'seat:b'), store.waitingBytes('x1', 'seat:c')]).toEqual([
      10, 0, 0,
    ]);
    expect(store.fileBytes('x1', ['seat:a'])).toBe(10);
    expect(store.fileBytes('x1', ['seat:b'])).toBe(20);
    expect(store.fileBytes('x1', ['seat:b', 'seat:a'])).toBe(30);
    expect(store.fileBytes('x1', [])).toBe(0);
    expect(store.fileBytes('x2', ['seat:a', 'seat:b'])).toBe(100);
  });

  it('spends uploads with the commit that uses them, and keeps them from then on', () => {
    const store = opened();
    kept(store, upload('u1'));
    store.append('x1', 3, { records: [], receipts: [], seatings: [], uploads: ['u1'] });
    expect(store.upload('u1')?.used).toBe(true);
    expect(store.waitingBytes('x1', 'seat:a')).toBe(0);
    store.tidyFiles(100 * DAY);
    expect(read(store, 'c'.repeat(64))).toEqual([1, 2, 3, 4]);
  });
}

function lettingGo(opened: () => Store, session: (id: string) => SessionRow): void {
  it('lets go of what nobody used: after its time, or when its session has ended', () => {
    const store = opened();
    store.putSession(session('s1'));
    kept(store, upload('u1'));
    kept(store, upload('u2', { content: 'd'.repeat(64), madeAt: 5 * DAY }));
    kept(store, upload('u3', { content: 'e'.repeat(64), session: 'ended' }));
    store.tidyFiles(9 * DAY);
    expect(['u1', 'u2', 'u3'].map((id) => store.upload(id)?.id)).toEqual(['u1', undefined, undefined]);
    expect(read(store, 'd'.repeat(64))).toEqual([]);
    expect(read(store, 'c'.repeat(64))).toEqual([1, 2, 3, 4]);
    store.dropSessions(['s1']);
    store.tidyFiles(9 * DAY);
    expect(store.upload('u1')).toBeUndefined();
  });

  it('lets go of what waits when the exercise ends, with the same commit; what was used stays, and other exercises', () => {
    const store = opened();
    store.putSession(session('s1'));
    kept(store, upload('u1'));
    kept(store, upload('u2', { content: 'd'.repeat(64) }));
    kept(store, upload('u3', { exercise: 'x2', content: 'e'.repeat(64) }));
    expect(() => store.append('x1', 2, { records: [], receipts: [], seatings: [], ended: true })).toThrow();
    expect(store.upload('u2')).toBeDefined();
    store.append('x1', 3, { records: [], receipts: [], seatings: [], uploads: ['u1'], ended: true });
    expect(['u1', 'u2', 'u3'].map((id) => store.upload(id)?.id)).toEqual(['u1', undefined, 'u3']);
    store.tidyFiles(0);
    expect(read(store, 'd'.repeat(64))).toEqual([]);
    expect(read(store, 'c'.repeat(64))).toEqual([1, 2, 3, 4]);
  });

  it('keeps bytes that came twice once, for as long as one who brought them has them', () => {
    const store = opened();
    store.putSession(session('s1'));
    kept(store, upload('u1'));
    kept(store, upload('u2', { madeAt: 1 }));
    store.tidyFiles(0);
    expect(read(store, 'c'.repeat(64))).toEqual([1, 2, 3, 4]);
    store.tidyFiles(2);
    expect(store.upload('u2')).toBeUndefined();
    expect(read(store, 'c'.repeat(64))).toEqual([1, 2, 3, 4]);
  });

  it('leaves a body that is being written alone while it tidies, and drops it when it starts anew', () => {
    const store = opened();
    store.addPiece('b1', 0, bytes(1));
    store.tidyFiles(0);
    store.addPiece('b1', 1, bytes(2));
    store.keepUpload(upload('u1', { size: 2 }), 'b1');
    expect(read(store, 'c'.repeat(64))).toEqual([1, 2]);
    store.addPiece('b2', 0, bytes(7));
    store.dropUnfinished();
    store.addPiece('b2', 0, bytes(8));
    store.keepUpload(upload('u2', { content: 'd'.repeat(64) }), 'b2');
    expect(read(store, 'd'.repeat(64))).toEqual([8]);
    expect(read(store, 'c'.repeat(64))).toEqual([1, 2]);
  });
}
