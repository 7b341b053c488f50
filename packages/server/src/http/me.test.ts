import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../index.ts';
import { memoryStore } from '../store/memory.ts';
import { Gate } from '../test/gated-store.ts';
import { Browser, director, exercise, joined, serve } from '../test/server.ts';

const gate = new Gate(memoryStore());
let server: RunningServer;
let lobby: Browser;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ server, end } = await serve({ store: gate.store }));
  lobby = await director(server);
});
afterAll(() => end());

describe('a browser that comes by its link again', () => {
  it('finds the path of the seat, and there who it is; another browser finds nobody', async () => {
    const { links } = await exercise(lobby);
    const token = links.get('seat:a-one')?.split('#')[1];
    const mina = await joined(server, links.get('seat:a-one'), 'Mina');
    expect(await (await mina.post('/api/join/seat', { token })).json()).toEqual({ path: mina.path });
    expect(await mina.json(mina.api('/me'))).toMatchObject({ seat: 'seat:a-one', name: 'Mina' });
    const stranger = new Browser(server.url);
    expect(await (await stranger.post('/api/join/seat', { token })).json()).toEqual({ path: mina.path });
    expect((await stranger.fetch(mina.api('/me'))).status).toBe(401);
    expect((await stranger.post('/api/join/seat', { token: 'no-such-link' })).status).toBe(
      (await stranger.post('/api/join', { token: 'no-such-link' })).status,
    );
  });
});

describe('who a browser is', () => {
  it('is answered when a commit that is under way is done', async () => {
    const { links } = await exercise(lobby);
    const mina = await joined(server, links.get('seat:a-one'), 'Mina');
    gate.close('append');
    const noted = mina.command({ type: 'WriteNote', text: 'Under way.' });
    const { go } = await gate.next('append');
    const asked = mina.fetch(mina.api('/me'));
    gate.open();
    // As long as a request may take to come in, which is all that says that it did.
    await mina.fetch(mina.api('/feed'));
    go();
    const me = await asked;
    expect([me.status, await me.json()]).toMatchObject([200, { name: 'Mina' }]);
    expect((await noted).status).toBe(200);
  });
});
