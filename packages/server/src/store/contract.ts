import { describe, expect, it } from 'vitest';
import { fileContract } from './files.contract.ts';
import { PositionConflict, type SessionRow, type Store, type StoredRecord, type Turn } from './store.ts';

const HOUR = 3_600_000;
const row = { id: 'x1', scenario: 'tiny', title: undefined, secret: 's'.repeat(20), madeAt: 1 };
const records = (from: number, count: number, mark = ''): StoredRecord[] =>
  Array.from({ length: count }, (_, i) => ({ n: from + i, hash: `h${from + i}${mark}`, body: `{"n":${from + i}${mark}}` }));
const turn = (change: Partial<Turn> = {}): Turn => ({ records: [], receipts: [], seatings: [], ...change });
const receipt = (commandId: string, answer = '{"ok":true}') => ({ seat: 'seat:a', commandId, digest: 'd', answer });
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

const opening = (open: () => Store) => (): Store => {
  const store = open();
  store.create(row, records(1, 3));
  return store;
};

/** What every store must do; run once for each. */
export function storeContract(name: string, open: () => Store): void {
  describe(`${name} keeps records as the store contract says`, () => recordContract(opening(open)));
  describe(`${name} keeps doors as the store contract says`, () => doorContract(opening(open)));
  describe(`${name} keeps sessions as the store contract says`, () => sessionContract(opening(open)));
  describe(`${name} keeps files as the store contract says`, () => fileContract(opening(open), session));
}

function recordContract(opened: () => Store): void {
  it('gives back every byte in order, in pages', () => {
    const store = opened();
    store.append('x1', 3, turn({ records: records(4, 4, ' "한글\\n"') }));
    expect(store.read('x1', 0, 100)).toEqual([...records(1, 3), ...records(4, 4, ' "한글\\n"')]);
    expect(store.read('x1', 2, 2).map((r) => r.n)).toEqual([3, 4]);
    expect(store.read('x1', 7, 2)).toEqual([]);
    expect(store.exercises()).toEqual([row]);
  });

  it('refuses to create an exercise twice', () => {
    const store = opened();
    expect(() => store.create(row, records(1, 1))).toThrow();
    expect(store.read('x1', 0, 100)).toHaveLength(3);
  });

  it('refuses an append that rests on an old position, and changes nothing', () => {
    const store = opened();
    store.append('x1', 3, turn({ records: records(4, 1) }));
    expect(() => store.append('x1', 3, turn({ records: records(4, 1, 'b'), receipts: [receipt('c1')] }))).toThrow(PositionConflict);
    expect(store.read('x1', 0, 100)).toEqual([...records(1, 3), ...records(4, 1)]);
    expect(store.receipt('x1', 'seat:a', 'c1')).toBeUndefined();
  });

  it('keeps answers by seat and command id, also of commands that changed nothing', () => {
    const store = opened();
    store.append('x1', 3, turn({ receipts: [receipt('c1', '{"ok":false}')] }));
    expect(store.receipt('x1', 'seat:a', 'c1')?.answer).toBe('{"ok":false}');
    expect(store.receipt('x1', 'seat:b', 'c1')).toBeUndefined();
  });

  it('refuses to answer one command twice, and changes nothing', () => {
    const store = opened();
    store.append('x1', 3, turn({ receipts: [receipt('c1')] }));
    expect(() => store.append('x1', 3, turn({ records: records(4, 1), receipts: [receipt('c1', 'other')] }))).toThrow(PositionConflict);
    expect(store.read('x1', 0, 100)).toHaveLength(3);
    expect(store.receipt('x1', 'seat:a', 'c1')?.answer).toBe('{"ok":true}');
  });

  it('knows until when an exercise ran, outside its record', () => {
    const store = opened();
    expect(store.alive('x1')).toBeUndefined();
    store.beat(['x1'], 5_000);
    store.beat(['x1'], 10_000);
    expect(store.alive('x1')).toBe(10_000);
    expect(store.read('x1', 0, 100)).toHaveLength(3);
  });

  it('tries whether there is room and leaves nothing behind', () => {
    const store = opened();
    store.tryRoom();
    expect(store.read('x1', 0, 100)).toHaveLength(3);
  });
}

function doorContract(opened: () => Store): void {
  it('keeps the first door of a viewer', () => {
    const store = opened();
    expect(store.door('x1', 'seat:a', 'd1')).toBe('d1');
    expect(store.door('x1', 'seat:a', 'd2')).toBe('d1');
    expect(store.doorAt('d1')).toMatchObject({ exercise: 'x1', viewer: 'seat:a' });
    expect(store.doorAt('d2')).toBeUndefined();
  });

  it('keeps one link per viewer: a new one voids the old', () => {
    const store = opened();
    store.putLink('x1', 'seat:a', 'l1');
    store.putLink('x1', 'seat:b', 'l2');
    store.putLink('x1', 'seat:a', 'l3');
    expect(store.linkAt('l1')).toBeUndefined();
    expect(store.linkAt('l3')).toMatchObject({ exercise: 'x1', viewer: 'seat:a' });
    expect(store.linked('x1').sort()).toEqual(['seat:a', 'seat:b']);
  });

  it('lets a director link be spent once', () => {
    const store = opened();
    store.putDirectorLink('t1');
    store.putDirectorLink('t2');
    expect(store.spendDirectorLink('t1')).toBe(false);
    expect(store.spendDirectorLink('t2')).toBe(true);
    expect(store.spendDirectorLink('t2')).toBe(false);
    store.putDirectorSession('d1', HOUR);
    expect(store.directorSession('d1')).toBe(HOUR);
    expect(store.directorSession('d2')).toBeUndefined();
    expect(store.directorSessions()).toBe(1);
  });
}

function sessionContract(opened: () => Store): void {
  it('finds a session by its cookie and by its id', () => {
    const store = opened();
    store.putSession(session('s1', { token: 'a cookie', person: 'p1' }));
    expect(store.sessionAt('a cookie')).toEqual(session('s1', { token: 'a cookie', person: 'p1' }));
    expect(store.session('s1')).toEqual(session('s1', { token: 'a cookie', person: 'p1' }));
    expect([store.sessionAt('other'), store.session('s2')]).toEqual([undefined, undefined]);
    store.dropSessions(['s1']);
    expect([store.sessionAt('a cookie'), store.session('s1')]).toEqual([undefined, undefined]);
  });

  it('lets go of sessions whose time is over, and of no others', () => {
    const store = opened();
    store.putSession(session('s1', { expiresAt: 1_000 }));
    store.putSession(session('s2', { expiresAt: 1_001 }));
    store.putDirectorSession('d1', 1_000);
    store.putDirectorSession('d2', 1_001);
    store.dropExpired(1_000);
    expect(store.sessions('x1').map((s) => s.id)).toEqual(['s2']);
    expect([store.directorSession('d1'), store.directorSession('d2'), store.directorSessions()]).toEqual([undefined, 1_001, 1]);
  });

  it('seats a person with the commit that says so', () => {
    const store = opened();
    store.putSession(session('s1'));
    store.append('x1', 3, turn({ records: records(4, 1), seatings: [{ session: 's1', viewer: 'seat:a', person: 'p1' }] }));
    expect(store.sessions('x1', 'seat:a')).toEqual([session('s1', { person: 'p1' })]);
  });

  /** Two sessions of a person who is about to go, and others: a colleague's, a nameless one, and some elsewhere. */
  const peopled = () => {
    const store = opened();
    store.putLink('x1', 'seat:a', 'l1');
    store.putSession(session('s1', { person: 'p1' }));
    store.putSession(session('s2', { person: 'p1' }));
    store.putSession(session('s3', { person: 'p2' }));
    store.putSession(session('s4'));
    store.putSession(session('s5', { viewer: 'seat:b' }));
    return store;
  };
  const who = (store: Store) => store.sessions('x1').map((s) => [s.id, s.person]);

  it('ends all sessions of who hands over, those without a name, and the link, and begins the heir’s, with one commit', () => {
    const store = peopled();
    const heir = session('s9', { token: 'new' });
    store.append('x1', 3, turn({ seatings: [{ session: 's1', viewer: 'seat:a', person: 'p9', left: 'p1', heir }] }));
    expect(who(store)).toEqual([
      ['s3', 'p2'],
      ['s5', undefined],
      ['s9', 'p9'],
    ]);
    expect([store.linkAt('l1'), store.sessionAt('t-s1'), store.sessionAt('new')?.person]).toEqual([undefined, undefined, 'p9']);
  });

  it('ends all sessions of who leaves, and nothing else, with the same commit', () => {
    const store = peopled();
    store.append('x1', 3, turn({ seatings: [{ session: 's1', viewer: 'seat:a', person: undefined, left: 'p1' }] }));
    expect(who(store)).toEqual([
      ['s3', 'p2'],
      ['s4', undefined],
      ['s5', undefined],
    ]);
    expect(store.linkAt('l1')).toBeDefined();
  });

  it('ends what directors opened, and no session that came by a link', () => {
    const store = peopled();
    store.putSession(session('s6', { viewer: 'control', byLink: false }));
    store.putDirectorSession('d1', HOUR);
    store.dropDirectors();
    expect([store.directorSession('d1'), store.directorSessions(), store.session('s6')]).toEqual([undefined, 0, undefined]);
    expect(who(store)).toHaveLength(5);
  });
}
