import type { Answer, Command } from '@entente/engine';
import { expect, it } from 'vitest';
import { Access } from '../access/access.ts';
import { VirtualClock } from '../clock.ts';
import { Order } from '../order.ts';
import { systemRandomness } from '../randomness.ts';
import { memoryStore } from '../store/memory.ts';
import { DiskFault, PositionConflict, type SessionRow } from '../store/store.ts';
import { Gate } from '../test/gated-store.ts';
import { parts } from '../test/parts.ts';
import { tiny } from '../test/tiny.ts';
import { Exercises } from './exercises.ts';
import { SessionEnded } from './submission.ts';

const START = 1_800_000_000_000;
/** Lets everything happen that waits for nothing but its turn. */
const settled = async () => {
  for (let i = 0; i < 10; i++) await new Promise((done) => setImmediate(done));
};
const note = (text: string): Command => ({ type: 'WriteNote', text });

/** An exercise whose commands come from sessions, on a store that answers when it is let. */
async function room() {
  const gate = new Gate(memoryStore());
  const { store } = gate;
  const clock = new VirtualClock(START);
  const order = new Order();
  const access = new Access(store, clock, systemRandomness, order);
  const toAccess = { onSeated: access.seated.bind(access), onDoubt: access.rereadOf.bind(access) };
  const exercises = new Exercises(parts({ store, clock, order, ...toAccess }), systemRandomness);
  const live = await exercises.create(tiny, undefined);
  const judge = () => {};
  const issue = async (seat = 'seat:a-one') => (await access.issue(live.id, [seat], { judge }))[0]?.token as string;
  let commands = 0;
  const act = (session: SessionRow, command: Command, commandId = `command-${++commands}`): Promise<Answer> => {
    const heir = command.type === 'HandOver' ? access.heir(session).session : undefined;
    return live.submit({
      seat: session.viewer,
      session: session.id,
      hand: () => access.standing(session.id),
      commandId,
      command,
      heir,
    });
  };
  const link = await issue();
  const enter = async (token = link): Promise<SessionRow> => {
    const session = (await access.join(token))?.session as SessionRow;
    await act(session, { type: 'TakeSeat', name: 'Somebody' });
    return session;
  };
  const one = await enter();
  const notes = () => live.read((world) => [...world.messages.notes.values()].map((n) => n.text));
  const control = await enter(await issue('control'));
  return { gate, store, clock, access, exercises, live, issue, act, enter, link, one, control, notes };
}
/** What became of promises so far. */
function watched<T>(promises: readonly Promise<T>[]) {
  const states = promises.map(() => 'waits');
  promises.forEach((promise, i) => {
    promise.then(
      () => (states[i] = 'done'),
      () => (states[i] = 'failed'),
    );
  });
  return states;
}

it('the lobby is told nothing of a commit that failed, not even by the next', async () => {
  const { gate, store, live, act, control, one } = await room();
  await act(control, { type: 'StartClock' });
  gate.close('append');
  const paused = act(control, { type: 'PauseClock' });
  (await gate.next('append')).fail(new PositionConflict('somebody else wrote'));
  await expect(paused).rejects.toMatchObject({ code: 'retry' });
  gate.open();
  expect(await act(one, note('after it'))).toMatchObject({ ok: true });
  expect([live.status, JSON.parse((await store.listed())[0]?.summary ?? '{}').status]).toEqual(['running', 'running']);
});

it('while an append waits nothing of it is fed, answered or read; then feed, answer and reader have it', async () => {
  const { gate, live, act, one, notes } = await room();
  const before = [live.feed.position, live.hash, live.feed.last('seat:a-one')];
  gate.close('append');
  const answer = act(one, note('first'));
  const append = await gate.next('append');
  const reading = notes();
  const states = watched<unknown>([answer, reading]);
  await settled();
  expect(states).toEqual(['waits', 'waits']);
  expect([live.feed.position, live.hash, live.feed.last('seat:a-one')]).toEqual(before);
  expect(() => live.world).toThrow(/commit/);
  append.go();
  expect(await answer).toMatchObject({ ok: true });
  expect(await reading).toEqual(['first']);
  expect(live.feed.position).toBeGreaterThan(before[0] as number);
});

it('the clock that is told is that of the last commit: a pause that is not durable has not happened', async () => {
  const { gate, clock, live, act, control } = await room();
  await act(control, { type: 'StartClock' });
  clock.advance(1);
  await settled();
  clock.advance(4_999);
  gate.close('append');
  const pause = act(control, { type: 'PauseClock' });
  const append = await gate.next('append');
  clock.advance(2_000);
  expect([live.status, live.clock('public').now]).toEqual(['running', 7_000]);
  append.go();
  await pause;
  expect([live.status, live.clock('public').now]).toEqual(['paused', 5_000]);
});

it('nothing is told of the next ten seconds before they are noted', async () => {
  const { gate, clock, live, act, control } = await room();
  await act(control, { type: 'StartClock' });
  clock.advance(1);
  await settled();
  gate.close('beat');
  clock.advance(10_500);
  const beat = await gate.next('beat');
  await settled();
  expect(live.clock('public').now).toBe(10_000);
  beat.go();
  await settled();
  expect(live.clock('public').now).toBe(10_501);
});

it('commands that come while an append waits are decided after it, together, in order', async () => {
  const { gate, act, one, notes } = await room();
  gate.close('append');
  const first = act(one, note('first'));
  const append = await gate.next('append');
  const later = [act(one, note('second')), act(one, note('third'))];
  await settled();
  expect(gate.holds('append')).toBe(false);
  append.go();
  await first;
  (await gate.next('append')).go();
  expect(await Promise.all(later)).toMatchObject([{ ok: true }, { ok: true }]);
  expect(await notes()).toEqual(['first', 'second', 'third']);
});

it('a command whose session is ended while it waits behind an append does not happen', async () => {
  const { gate, issue, act, one, control, notes } = await room();
  gate.close('append');
  const first = act(control, note('control’s'));
  const append = await gate.next('append');
  const issued = issue();
  const late = act(one, note('too late'));
  gate.open();
  append.go();
  await Promise.all([first, issued]);
  await expect(late).rejects.toThrow(SessionEnded);
  expect(await notes()).toEqual(['control’s']);
});

it('a command whose session is ended while the store is asked for its receipt does not happen', async () => {
  const { gate, access, clock, act, one, notes } = await room();
  gate.close('receipts');
  const late = act(one, note('too late'));
  const receipt = await gate.next('receipts');
  // Time needs nobody's turn.
  clock.advance(40 * 24 * 3_600_000);
  expect(access.standing(one.id)).toBeUndefined();
  receipt.go();
  await expect(late).rejects.toThrow(SessionEnded);
  expect(await notes()).toEqual([]);
});

it('a link that is issued anew while a command’s append waits ends its session after it, and the command has happened', async () => {
  const { gate, access, issue, act, one, notes } = await room();
  gate.close('append');
  const answer = act(one, note('in time'));
  const append = await gate.next('append');
  const issued = issue();
  const states = watched<unknown>([issued]);
  await settled();
  expect([states, access.standing(one.id)?.id]).toEqual([['waits'], one.id]);
  append.go();
  expect(await answer).toMatchObject({ ok: true });
  await issued;
  expect(access.standing(one.id)).toBeUndefined();
  expect(await notes()).toEqual(['in time']);
});

it('a link that is issued anew while a hand-over waits ends the next person’s session as well', async () => {
  const { gate, access, store, issue, act, one } = await room();
  gate.close('append');
  const answer = act(one, { type: 'HandOver', name: 'Relief' });
  const append = await gate.next('append');
  const issued = issue();
  append.go();
  expect(await answer).toMatchObject({ ok: true });
  const token = await issued;
  expect((await store.sessions()).filter((s) => s.viewer === 'seat:a-one')).toEqual([]);
  expect((await access.counts(one.exercise)).get('seat:a-one')).toBeUndefined();
  expect(await access.join(token)).toBeDefined();
});

it('whoever comes in by a link while it is issued anew is out, or never was in', async () => {
  const { gate, access, store, issue, link, one } = await room();
  gate.close('putSession');
  const joining = access.join(link);
  const put = await gate.next('putSession');
  const issued = issue();
  gate.open();
  put.go();
  const entry = await joining;
  await issued;
  expect(access.standing(entry?.session.id ?? '')).toBeUndefined();
  expect((await store.sessions()).filter((s) => s.viewer === one.viewer)).toEqual([]);
  expect(await access.join(link)).toBeUndefined();
});

it('a link that a hand-over ends while somebody comes in by it opens nothing', async () => {
  const { gate, access, act, link, one } = await room();
  gate.close('append');
  const handOver = act(one, { type: 'HandOver', name: 'Relief' });
  const append = await gate.next('append');
  const joining = access.join(link);
  append.go();
  await handOver;
  expect(await joining).toBeUndefined();
});

it('a session that cannot be ended on the disk stands, and the next try ends it', async () => {
  const { gate, access, one } = await room();
  gate.close('dropSessions');
  const ending = access.end(one);
  (await gate.next('dropSessions')).fail(new DiskFault('full'));
  await expect(ending).rejects.toThrow('full');
  expect(access.standing(one.id)?.id).toBe(one.id);
  gate.open();
  await access.end(one);
  expect(access.standing(one.id)).toBeUndefined();
});

it('an append that fails after a long wait leaves nothing behind, and what waited behind it is decided anew', async () => {
  const { gate, live, act, one, notes } = await room();
  const before = live.feed.position;
  gate.close('append');
  const first = act(one, note('lost'));
  const append = await gate.next('append');
  const second = act(one, note('kept'));
  append.fail(new Error('the line to the store was lost'));
  await expect(first).rejects.toMatchObject({ code: 'retry' });
  expect(live.feed.position).toBe(before);
  (await gate.next('append')).go();
  expect(await second).toMatchObject({ ok: true });
  expect(await notes()).toEqual(['kept']);
});

it('a server that stops while an append waits answers it, and what came before the stop', async () => {
  const { gate, exercises, live, act, one, control, notes } = await room();
  await act(control, { type: 'StartClock' });
  gate.close('append');
  const first = act(one, note('first'));
  const append = await gate.next('append');
  const second = act(one, note('second'));
  const stopped = exercises.stop();
  const late = expect(act(one, note('late'))).rejects.toMatchObject({ code: 'stopping' });
  const states = watched<unknown>([stopped]);
  await settled();
  expect(states).toEqual(['waits']);
  gate.open();
  append.go();
  expect(await Promise.all([first, second])).toMatchObject([{ ok: true }, { ok: true }]);
  await late;
  await stopped;
  expect([live.status, await notes()]).toEqual(['paused', ['first', 'second']]);
});

it('two who ask for an exercise that is not open are given the same one', async () => {
  const { gate, live, store, clock, exercises } = await room();
  const again = new Exercises(parts({ store, clock }), systemRandomness);
  await exercises.stop();
  gate.close('read');
  const asked = [again.open(live.id), again.open(live.id)];
  (await gate.next('read')).go();
  gate.open();
  const [first, second] = await Promise.all(asked);
  expect(first?.id).toBe(live.id);
  expect(second).toBe(first);
});
