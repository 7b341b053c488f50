import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../index.ts';
import { type Browser, director, exercise, joined, type Player, serve } from '../test/server.ts';

let server: RunningServer;
let one: Player;
let other: Player;
let lead: Player;
let item: string;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ server, end } = await serve());
  const lobby: Browser = await director(server);
  const { links } = await exercise(lobby);
  one = await joined(server, links.get('seat:a-one'), 'First');
  other = await joined(server, links.get('seat:b-one'), 'Other');
  lead = await joined(server, links.get('control'), 'Lead');
  await one.command({ type: 'WriteItem', title: 'Gauge', portions: [{ text: 'The gauge stands at four metres.' }], to: ['seat:a-one'] });
  const given = (await one.events()).find((e) => e.event.type === 'ItemGiven');
  item = given?.event.item as string;
});
afterAll(() => end());

const why = (player: Player, of: string, seat = 'seat:b-one') =>
  player.fetch(player.api(`/why?item=${encodeURIComponent(of)}&seat=${encodeURIComponent(seat)}`));

describe('a script asks', () => {
  it('what the seat knows by its words, and finds nothing of what it was not given', async () => {
    const ask = (player: Player) => player.json<{ hits: unknown[] }>(player.api('/search?q=FOUR%20gauge'));
    expect((await ask(one)).hits).toMatchObject([{ kind: 'item', id: item, excerpt: expect.stringContaining('four metres') }]);
    expect((await ask(other)).hits).toEqual([]);
  });

  it('who knew what when, as far as the seat was told, after every new event', async () => {
    const ask = (player: Player) => player.json<{ items: unknown[]; metrics: { releases: number } }>(player.api('/known'));
    expect(await ask(one)).toMatchObject({ items: [{ item }], metrics: { releases: 0 } });
    expect((await ask(other)).items).toEqual([]);
    await one.command({ type: 'ReleaseItem', item, to: ['seat:b-one'] });
    expect((await ask(one)).metrics.releases).toBe(1);
    expect((await ask(other)).items).toHaveLength(1);
  });

  it('why a seat can see an item: lead control and the originator’s side are told, others get the answer for what does not exist', async () => {
    for (const player of [one, lead])
      expect(await (await why(player, item)).json()).toMatchObject({ reasons: [{ rule: 'given', ok: true }] });
    const answers = await Promise.all([why(other, item), why(other, 'e00000000000000000001'), why(one, item, 'seat:nobody')]);
    expect(answers.map((a) => a.status)).toEqual([404, 404, 404]);
    expect(new Set(await Promise.all(answers.map((a) => a.text()))).size).toBe(1);
  });
});
