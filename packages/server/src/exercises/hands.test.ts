import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Command } from '@entente/engine';
import { afterAll, expect, it } from 'vitest';
import { Access } from '../access/access.ts';
import { VirtualClock } from '../clock.ts';
import { Order } from '../order.ts';
import { systemRandomness } from '../randomness.ts';
import { memoryStore } from '../store/memory.ts';
import { sqliteStore } from '../store/sqlite.ts';
import { DiskFault, type SessionRow, type Store } from '../store/store.ts';
import { parts } from '../test/parts.ts';
import { tiny } from '../test/tiny.ts';
import { Exercises } from './exercises.ts';
import { SessionEnded } from './submission.ts';

const folder = mkdtempSync(join(tmpdir(), 'entente-hands-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** An exercise whose commands come from sessions, as over HTTP. */
async function room(store: Store) {
  const clock = new VirtualClock(1_800_000_000_000);
  const order = new Order();
  const access = new Access(store, clock, systemRandomness, order);
  const rest = { onSeated: access.seated.bind(access), onDoubt: access.rereadOf.bind(access) };
  const exercises = new Exercises(parts({ store, clock, order, ...rest }), systemRandomness);
  const live = await exercises.create(tiny, undefined);
  const judge = () => {};
  const issue = () => access.issue(live.id, ['seat:a-one'], { judge });
  const token = (await issue())[0]?.token as string;
  let count = 0;
  const act = (session: SessionRow, command: Command, commandId = `command-${++count}`) => {
    const heir = command.type === 'HandOver' ? access.heir(session).session : undefined;
    const hand = () => access.standing(session.id);
    return live.submit({ seat: session.viewer, session: session.id, hand, commandId, command, heir });
  };
  const enter = async (name: string): Promise<SessionRow> => {
    const session = (await access.join(token))?.session as SessionRow;
    await act(session, { type: 'TakeSeat', name });
    return session;
  };
  const notes = () => [...live.world.messages.notes.values()].map((n) => n.text);
  return { access, live, issue, act, enter, notes };
}
const note = (text: string): Command => ({ type: 'WriteNote', text });

for (const [name, open] of [
  ['memory', () => memoryStore()],
  ['sqlite', () => sqliteStore(join(folder, 'hands.db'))],
] as const)
  for (const ending of [{ type: 'HandOver', name: 'Relief' }, { type: 'LeaveSeat' }] as Command[])
    it(`commands that wait behind a ${ending.type} of the same hand do not happen; a colleague’s do (${name})`, async () => {
      const { access, live, act, enter, notes } = await room(open());
      const one = await enter('First');
      const colleague = await enter('Colleague');
      const all = [
        act(one, note('before')),
        act(one, ending, 'the-ending'),
        act(one, note('after')),
        act(one, ending, 'the-ending'),
        act(colleague, note('a colleague’s')),
      ];
      const answers = await Promise.allSettled(all);
      expect(answers.map((a) => (a.status === 'fulfilled' ? a.value.ok : a.reason.constructor))).toEqual([
        true,
        true,
        SessionEnded,
        SessionEnded,
        true,
      ]);
      expect(notes()).toEqual(['before', 'a colleague’s']);
      expect([access.standing(one.id), access.standing(colleague.id)?.id]).toEqual([undefined, colleague.id]);
      await live.stop();
    });

it('a command that waits while its link is issued anew does not happen, whatever its receipt says', async () => {
  const { issue, act, enter, notes } = await room(memoryStore());
  const one = await enter('First');
  await act(one, note('once'), 'note-1');
  const waiting = [act(one, note('twice'), 'note-2'), act(one, note('once'), 'note-1')];
  await issue();
  expect((await Promise.allSettled(waiting)).map((a) => a.status)).toEqual(['rejected', 'rejected']);
  expect(notes()).toEqual(['once']);
});

it('a hand-over whose commit fails leaves the old hand where it was', async () => {
  const store = memoryStore();
  let full = false;
  const { access, act, enter } = await room({
    ...store,
    append: async (...turn) => {
      if (full) throw new DiskFault('full');
      await store.append(...turn);
    },
  });
  const one = await enter('First');
  let ended = 0;
  access.endings.wait(one.id, () => ended++);
  full = true;
  await expect(act(one, { type: 'HandOver', name: 'Relief' })).rejects.toThrow('retry');
  expect([access.standing(one.id)?.id, ended]).toEqual([one.id, 0]);
});

it('a hand-over that was kept although its commit seemed to fail ends the old hand, once', async () => {
  const store = memoryStore();
  let lost = false;
  const { access, act, enter } = await room({
    ...store,
    append: async (...turn) => {
      await store.append(...turn);
      if (lost) throw new Error('the answer of the disk was lost');
    },
  });
  const one = await enter('First');
  let ended = 0;
  access.endings.wait(one.id, () => ended++);
  lost = true;
  expect(await act(one, { type: 'HandOver', name: 'Relief' })).toMatchObject({ ok: true });
  access.sweep();
  expect([access.standing(one.id), ended]).toEqual([undefined, 1]);
});
