import { describe, expect, it } from 'vitest';
import { fileContract } from './files.contract.ts';
import { PositionConflict, type SessionRow, type Store, type StoredRecord, type Turn } from './store.ts';

const HOUR = 3_600_000;
const row = { id: 'x1', scenario: 'tiny', title: undefined, secret: 's'.repeat(20), madeAt: 1 };
const records = (from: number, count: number, mark = ''): StoredRecord[] =>
  Array.from({ length: count }, (_, i) => ({ n: from + i, hash: `h${from + i}${mark}`, body: `{"n":${from + i}${mark}}` }));
const turn = (change: Partial<Turn> = {}): Turn => ({ records: [], receipts: [], seatings: [], ...change });
const receipt = (commandId: string, answer = '{"ok":true}') => ({ seat: 'seat:a', commandId, digest: 'd', answer });
const answered = async (store: Store, seat: string, commandId: string) => (await store.receipts('x1', [{ seat, commandId }]))[0];
const session = (id: string, change: Partial<SessionRow> = {}): SessionRow => ({
  id,
  exercise: 'x1',
  viewer: 'seat:a',
  token: `t-${id}`,
  byLink: true,
  person: undefined,
  expiresAt: HOUR,
  ...change,
});

const opening = (open: () => Store) => async (): Promise<Store> => {
  const store = open();
  await store.create(row, records(1, 3));
  return store;
};

/** What every store must do; run once for each. */
export function storeContract(name: string, open: () => Store): void {
  describe(`${name} keeps records as the store contract says`, () => recordContract(opening(open)));
  describe(`${name} keeps summaries as the store contract says`, () => summaryContract(opening(open)));
  describe(`${name} keeps doors as the store contract says`, () => doorContract(opening(open)));
  describe(`${name} keeps sessions as the store contract says`, () => sessionContract(opening(open)));
  describe(`${name} keeps files as the store contract says`, () => fileContract(opening(open), session));
}

function recordContract(opened: () => Promise<Store>): void {
  it('gives back every byte in order, in pages', async () => {
    const store = await opened();
    await store.append('x1', 3, turn({ records: records(4, 4, ' "한글\\n"') }));
    expect(await store.read('x1', 0, 100)).toEqual([...records(1, 3), ...records(4, 4, ' "한글\\n"')]);
    expect((await store.read('x1', 2, 2)).map((r) => r.n)).toEqual([3, 4]);
    expect(await store.read('x1', 7, 2)).toEqual([]);
    expect([await store.exercises(), await store.exercise('x1'), await store.exercise('x2')]).toEqual([[row], row, undefined]);
  });

  it('refuses to create an exercise twice', async () => {
    const store = await opened();
    await expect(store.create(row, records(1, 1))).rejects.toThrow();
    expect(await store.read('x1', 0, 100)).toHaveLength(3);
  });

  it('refuses an append that rests on an old position, and changes nothing', async () => {
    const store = await opened();
    await store.append('x1', 3, turn({ records: records(4, 1) }));
    await expect(store.append('x1', 3, turn({ records: records(4, 1, 'b'), receipts: [receipt('c1')] }))).rejects.toThrow(PositionConflict);
    expect(await store.read('x1', 0, 100)).toEqual([...records(1, 3), ...records(4, 1)]);
    expect(await answered(store, 'seat:a', 'c1')).toBeUndefined();
  });

  it('keeps answers by seat and command id, also of commands that changed nothing', async () => {
    const store = await opened();
    await store.append('x1', 3, turn({ receipts: [receipt('c1', '{"ok":false}')] }));
    expect((await answered(store, 'seat:a', 'c1'))?.answer).toBe('{"ok":false}');
    expect(await answered(store, 'seat:b', 'c1')).toBeUndefined();
    const of = [{ seat: 'seat:b', commandId: 'c1' }, receipt('c1'), receipt('c2')];
    expect((await store.receipts('x1', of)).map((r) => r?.answer)).toEqual([undefined, '{"ok":false}', undefined]);
  });

  it('refuses to answer one command twice, and changes nothing', async () => {
    const store = await opened();
    await store.append('x1', 3, turn({ receipts: [receipt('c1')] }));
    await expect(store.append('x1', 3, turn({ records: records(4, 1), receipts: [receipt('c1', 'other')] }))).rejects.toThrow(
      PositionConflict,
    );
    expect(await store.read('x1', 0, 100)).toHaveLength(3);
    expect((await answered(store, 'seat:a', 'c1'))?.answer).toBe('{"ok":true}');
  });

  it('knows until when an exercise ran, outside its record', async () => {
    const store = await opened();
    expect(await store.alive('x1')).toBeUndefined();
    await store.beat(['x1'], 5_000);
    await store.beat(['x1'], 10_000);
    expect(await store.alive('x1')).toBe(10_000);
    expect(await store.read('x1', 0, 100)).toHaveLength(3);
  });

  it('tries whether there is room and leaves nothing behind', async () => {
    const store = await opened();
    await store.tryRoom();
    expect(await store.read('x1', 0, 100)).toHaveLength(3);
  });
}

function summaryContract(opened: () => Promise<Store>): void {
  it('gives the summary of a record that was written with its last event, and no other', async () => {
    const store = await opened();
    expect(await store.listed()).toEqual([{ row, summary: undefined }]);
    await store.append('x1', 3, turn({ records: records(4, 1), summary: 'after four' }));
    expect(await store.listed()).toEqual([{ row, summary: 'after four' }]);
    await expect(store.append('x1', 3, turn({ records: records(4, 1), summary: 'of a lost turn' }))).rejects.toThrow(PositionConflict);
    expect(await store.listed()).toEqual([{ row, summary: 'after four' }]);
    await store.append('x1', 4, turn({ records: records(5, 1) }));
    expect(await store.listed()).toEqual([{ row, summary: undefined }]);
    await store.putSummary('x1', 5, 'after five');
    expect(await store.listed()).toEqual([{ row, summary: 'after five' }]);
    const next = { ...row, id: 'x2', madeAt: 2 };
    await store.create(next, records(1, 2), 'of a new one');
    expect(await store.listed()).toEqual([
      { row, summary: 'after five' },
      { row: next, summary: 'of a new one' },
    ]);
  });
}

function doorContract(opened: () => Promise<Store>): void {
  it('keeps the first door of a viewer', async () => {
    const store = await opened();
    expect(await store.door('x1', 'seat:a', 'd1')).toBe('d1');
    expect(await store.door('x1', 'seat:a', 'd2')).toBe('d1');
    await store.putSession(session('s1'));
    await store.putSession(session('s2', { viewer: 'seat:b' }));
    expect((await store.sessions()).map((s) => [s.id, s.door])).toEqual([
      ['s1', 'd1'],
      ['s2', ''],
    ]);
  });

  it('keeps one link per viewer: a new one voids the old', async () => {
    const store = await opened();
    await store.putLink('x1', 'seat:a', 'l1');
    await store.putLink('x1', 'seat:b', 'l2');
    await store.putLink('x1', 'seat:a', 'l3');
    expect(await store.linkAt('l1')).toBeUndefined();
    expect(await store.linkAt('l3')).toMatchObject({ exercise: 'x1', viewer: 'seat:a' });
    expect((await store.linked('x1')).sort()).toEqual(['seat:a', 'seat:b']);
  });

  it('gives sessions with their doors: all, or those of one exercise', async () => {
    const store = await opened();
    await store.create({ ...row, id: 'x2' }, []);
    await store.door('x1', 'seat:a', 'd1');
    await store.putSession(session('s1', { token: 'a cookie', person: 'p1' }));
    await store.putSession(session('s2', { exercise: 'x2', byLink: false }));
    const standing = [
      { ...session('s1', { token: 'a cookie', person: 'p1' }), door: 'd1' },
      { ...session('s2', { exercise: 'x2', byLink: false }), door: '' },
    ];
    expect(await store.sessions()).toEqual(standing);
    expect([await store.sessionAt('a cookie'), await store.sessionAt('t-s2'), await store.sessionAt('x')]).toEqual(['x1', 'x2', undefined]);
    expect(await store.sessions('x2')).toEqual(standing.slice(1));
    await store.dropSessions(['s1']);
    expect(await store.sessions('x1')).toEqual([]);
  });

  it('lets a director link be spent once', async () => {
    const store = await opened();
    await store.putDirectorLink('t1');
    await store.putDirectorLink('t2');
    expect(await store.spendDirectorLink('t1')).toBe(false);
    expect(await store.spendDirectorLink('t2')).toBe(true);
    expect(await store.spendDirectorLink('t2')).toBe(false);
    await store.putDirectorSession('d1', HOUR);
    expect(await store.directorSessions()).toEqual(new Map([['d1', HOUR]]));
  });
}

function sessionContract(opened: () => Promise<Store>): void {
  it('lets go of sessions whose time is over, and of no others', async () => {
    const store = await opened();
    await store.putSession(session('s1', { expiresAt: 1_000 }));
    await store.putSession(session('s2', { expiresAt: 1_001 }));
    await store.putDirectorSession('d1', 1_000);
    await store.putDirectorSession('d2', 1_001);
    await store.dropExpired(1_000);
    expect((await store.sessions('x1')).map((s) => s.id)).toEqual(['s2']);
    expect(await store.directorSessions()).toEqual(new Map([['d2', 1_001]]));
  });

  it('seats a person with the commit that says so', async () => {
    const store = await opened();
    await store.putSession(session('s1'));
    await store.append('x1', 3, turn({ records: records(4, 1), seatings: [{ session: 's1', viewer: 'seat:a', person: 'p1' }] }));
    expect(await store.sessions('x1')).toEqual([{ ...session('s1', { person: 'p1' }), door: '' }]);
  });

  /** Two sessions of a person who is about to go, and others: a colleague's, a nameless one, and some elsewhere. */
  const peopled = async () => {
    const store = await opened();
    await store.putLink('x1', 'seat:a', 'l1');
    await store.putSession(session('s1', { person: 'p1' }));
    await store.putSession(session('s2', { person: 'p1' }));
    await store.putSession(session('s3', { person: 'p2' }));
    await store.putSession(session('s4'));
    await store.putSession(session('s5', { viewer: 'seat:b' }));
    return store;
  };
  const who = async (store: Store) => (await store.sessions('x1')).map((s) => [s.id, s.person]);

  it('ends all sessions of who hands over, those without a name, and the link, and begins the heir’s, with one commit', async () => {
    const store = await peopled();
    const heir = session('s9', { token: 'new' });
    await store.append('x1', 3, turn({ seatings: [{ session: 's1', viewer: 'seat:a', person: 'p9', left: 'p1', heir }] }));
    expect(await who(store)).toEqual([
      ['s3', 'p2'],
      ['s5', undefined],
      ['s9', 'p9'],
    ]);
    expect([await store.linkAt('l1'), (await store.sessions('x1')).at(-1)?.token]).toEqual([undefined, 'new']);
  });

  it('ends all sessions of who leaves, and nothing else, with the same commit', async () => {
    const store = await peopled();
    await store.append('x1', 3, turn({ seatings: [{ session: 's1', viewer: 'seat:a', person: undefined, left: 'p1' }] }));
    expect(await who(store)).toEqual([
      ['s3', 'p2'],
      ['s4', undefined],
      ['s5', undefined],
    ]);
    expect(await store.linkAt('l1')).toBeDefined();
  });

  it('ends what directors opened, and no session that came by a link', async () => {
    const store = await peopled();
    await store.putSession(session('s6', { viewer: 'control', byLink: false }));
    await store.putDirectorSession('d1', HOUR);
    await store.dropDirectors();
    expect(await store.directorSessions()).toEqual(new Map());
    expect(await who(store)).toHaveLength(5);
  });
}
