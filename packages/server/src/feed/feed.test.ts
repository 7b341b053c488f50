import { Verifier } from '@entente/engine';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningServer } from '../index.ts';
import { EventStream } from '../test/events.ts';
import { type Browser, director, exercise, joined, type Player, serve } from '../test/server.ts';

let server: RunningServer;
let lobby: Browser;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ server, end } = await serve());
  lobby = await director(server);
});
afterAll(() => end());

interface Table {
  id: string;
  links: Map<string, string>;
  control: Player;
  one: Player;
  other: Player;
}
async function table(): Promise<Table> {
  const { id, links } = await exercise(lobby);
  const control = await joined(server, links.get('control'), 'Lead');
  const one = await joined(server, links.get('seat:a-one'), 'First');
  const other = await joined(server, links.get('seat:b-one'), 'Second');
  await control.command({ type: 'StartClock' });
  return { id, links, control, one, other };
}
const say = (to: string, text: string) => ({ type: 'SendMessage', to: [to], text });
interface Page {
  events: { no: number }[];
  next: number;
  last: number;
}

describe('a feed', () => {
  it('gives pages that join without a gap, in the seat’s own numbers', async () => {
    const { one, control } = await table();
    for (let i = 0; i < 5; i++) await control.command(say('seat:b-one', `hidden ${i}`));
    await control.command(say('seat:a-one', 'shown'));
    const whole = await one.json<Page>(one.api('/feed'));
    const numbers: number[] = [];
    for (let after = 0, last = 1; after < last; ) {
      const page = await one.json<Page>(one.api(`/feed?after=${after}&limit=2`));
      numbers.push(...page.events.map((e) => e.no));
      after = page.next;
      last = page.last;
    }
    expect(numbers).toEqual(Array.from({ length: whole.last }, (_, i) => i + 1));
    expect(JSON.stringify(whole)).not.toMatch(/hidden|"to":\["control|"n":/);
  });

  it('streams byte for byte what the page holds', async () => {
    const { one, control } = await table();
    await control.command(say('seat:a-one', 'first'));
    const stream = await EventStream.open(one);
    await stream.until((f) => f.event === 'beat');
    await control.command(say('seat:a-one', 'second'));
    await stream.until((f) => f.data.includes('second'));
    const page = await (await one.fetch(one.api('/feed'))).text();
    expect(page.startsWith(`{"events":[${stream.events.map((f) => f.data).join(',')}],`)).toBe(true);
    expect(stream.events.map((f) => Number(f.id))).toEqual(stream.events.map((_, i) => i + 1));
    stream.close();
  });

  it('goes on where the browser was cut off: nothing missed, nothing twice', async () => {
    const { one, control } = await table();
    const first = await EventStream.open(one);
    await first.until((f) => f.event === 'beat');
    const had = first.events.at(-1)?.id as string;
    first.close();
    await Promise.all([control.command(say('seat:a-one', 'while away 1')), control.command(say('seat:a-one', 'while away 2'))]);
    const again = await EventStream.open(one, '?after=0', { 'last-event-id': had });
    await again.until((f) => f.event === 'beat');
    expect(again.events.map((f) => Number(f.id))).toEqual(again.events.map((_, i) => Number(had) + i + 1));
    expect(again.events.map((f) => f.data).join()).toMatch(/while away 1.*while away 2/);
    again.close();
  });

  it('states the last number and the time with each beat', async () => {
    const { one } = await table();
    const stream = await EventStream.open(one);
    const beat = JSON.parse((await stream.until((f) => f.event === 'beat')).data);
    expect(beat.last).toBe(stream.events.length);
    expect(beat).toEqual({ last: expect.any(Number), now: expect.any(Number), wall: expect.any(Number) });
    stream.close();
  });

  it('refuses a number that it never gave', async () => {
    const { one } = await table();
    for (const query of ['?after=100000', '?after=-1', '?after=x', '?after=1.5', '?limit=0', '?limit=100000']) {
      expect((await one.fetch(one.api(`/feed${query}`))).status, query).toBe(400);
    }
    const stream = await one.fetch(one.api('/feed'), { headers: { accept: 'text/event-stream', 'last-event-id': '99999' } });
    expect(stream.status).toBe(400);
    expect(await stream.json()).toMatchObject({ code: 'cursor' });
  });

  it('opens so many streams for one session and no more', async () => {
    const { one } = await table();
    const streams: EventStream[] = [];
    for (let i = 0; i < 12; i++) streams.push(await EventStream.open(one));
    await Promise.all(streams.map((s) => s.until((f) => f.event === 'beat')));
    const more = await one.fetch(one.api('/feed'), { headers: { accept: 'text/event-stream' } });
    expect(more.status).toBe(429);
    for (const s of streams) s.close();
  });
});

describe('presence', () => {
  it('is shown to the own party, its control and lead control, and to nobody else', async () => {
    const { one, other, control, links } = await table();
    const ally = await joined(server, links.get('control:a'), 'Controller');
    const streams = await Promise.all([one, other, control, ally].map((p) => EventStream.open(p)));
    const [own, theirs, lead, party] = streams as [EventStream, EventStream, EventStream, EventStream];
    await Promise.all([lead, party, own].map((s) => s.until((f) => f.event === 'presence' && f.data.includes('seat:a-one'))));
    await lead.until((f) => f.event === 'presence' && f.data.includes('seat:b-one') && f.data.includes('control:a'));
    await one.post(one.api('/presence'), { here: 'away' });
    await party.until((f) => f.event === 'presence' && f.data.includes('"away"'));
    await control.command(say('seat:b-one', 'now you have heard everything'));
    await theirs.until((f) => f.data.includes('heard everything'));
    expect(JSON.stringify(theirs.frames)).not.toContain('seat:a-one');
    expect(JSON.stringify(own.frames.filter((f) => f.event === 'presence'))).not.toMatch(/seat:b-one|"control/);
    for (const s of streams) s.close();
    await control.command(say('seat:a-one', 'goodbye'));
  });
});

describe('editions and exports', () => {
  it('open for control and the party’s own control, and do not exist for others', async () => {
    const { one, control, links } = await table();
    const ally = await joined(server, links.get('control:a'), 'Controller');
    const status = async (p: Player, edition: string) => (await p.fetch(p.api(`/editions/${edition}/feed`))).status;
    for (const edition of ['party:a', 'party:b', 'joint', 'seat:b-one', 'public'])
      expect(await status(control, edition), edition).toBe(200);
    for (const edition of ['party:a', 'seat:a-two', 'public']) expect(await status(ally, edition), edition).toBe(200);
    const refusals = await Promise.all(
      ['party:b', 'joint', 'seat:b-one', 'control', 'nothing', 'party:nobody'].map((e) => ally.fetch(ally.api(`/editions/${e}/feed`))),
    );
    expect(new Set(await Promise.all(refusals.map((r) => r.text()))).size).toBe(1);
    expect(refusals.every((r) => r.status === 404)).toBe(true);
    expect(await status(one, 'party:a')).toBe(404);
  });

  it('hold what both parties hold in the joint edition, never more', async () => {
    const { control, one } = await table();
    await one.command(say('seat:b-one', 'between us'));
    await one.command(say('seat:a-two', 'within alpha'));
    const joint = JSON.stringify(await control.json(control.api('/editions/joint/feed')));
    expect(joint).toContain('between us');
    expect(joint).not.toContain('within alpha');
    expect(JSON.stringify(await control.json(control.api('/editions/party:a/feed')))).toContain('within alpha');
  });

  it('hold of a forum what every delegation held there, open after the end and for lead control alone', async () => {
    const { control, one, other, links } = await table();
    const ally = await joined(server, links.get('control:a'), 'Controller');
    const two = await joined(server, links.get('seat:a-two'), 'Third');
    const done = async (p: Player, command: object): Promise<string> =>
      ((await (await p.command(command)).json()) as { events: [string] }).events[0];
    const ask = (more: object) => ({ type: 'OpenMatter', title: 'Between A and B', text: 'What do you say?', shown: 'together', ...more });
    const forum = await done(one, ask({ with: ['seat:b-one', 'seat:c-one'] }));
    const matter = (await control.events()).findLast((e) => e.event.type === 'MatterOpened')?.id as string;
    await done(other, { type: 'KeepPosition', matter, act: 'view', text: 'own draft of beta' });
    await done(other, { type: 'ActInMatter', matter, act: 'view', text: 'the position of beta' });
    await done(one, { type: 'ActInMatter', matter, act: 'summarise', text: 'our summary' });
    await done(one, { type: 'RecordDecision', title: 'Decided', text: 'own decision of alpha' });
    await done(two, { ...ask({ with: ['seat:b-one'] }), title: 'a table of others' });
    await one.command(say('seat:a-two', 'within alpha'));
    await one.command(say('seat:b-one', 'to beta, and not to gamma'));
    const at = (p: Player) => p.fetch(p.api(`/editions/forum:${forum}/feed`));
    const editions = async (p: Player) => (await p.json<{ editions: string[] }>(p.api('/me'))).editions;
    expect((await at(control)).status).toBe(404);
    expect(await editions(control)).not.toContain(`forum:${forum}`);
    await control.command({ type: 'EndExercise' });
    expect(await editions(control)).toContain(`forum:${forum}`);
    const text = await (await at(control)).text();
    for (const held of ['Between A and B', 'the position of beta', 'our summary', 'ExerciseEnded']) expect(text).toContain(held);
    const outside = ['own draft of beta', 'own decision of alpha', 'a table of others', 'within alpha', 'and not to gamma'];
    for (const own of outside) expect(text).not.toContain(own);
    for (const person of [one, two, ally]) {
      const none = await person.fetch(person.api('/editions/no-such-edition/feed'));
      const answer = await at(person);
      expect([answer.status, await answer.text()]).toEqual([404, await none.text()]);
      expect((await editions(person)).join()).not.toContain('forum');
    }
    const exported = await (await control.fetch(control.api(`/export?edition=forum:${forum}`))).text();
    const verifier = new Verifier();
    for (const line of exported.trimEnd().split('\n')) verifier.line(line);
    expect(verifier.verdict()).toMatchObject({ ok: true, edition: `forum:${forum}` });
  });

  it('carry a chain that can be verified: lead control’s is the record’s, a seat’s is its own', async () => {
    const { id, control, one } = await table();
    await one.command(say('seat:b-one', 'between us'));
    for (const player of [control, one]) {
      const response = await player.fetch(player.api('/export'));
      expect(response.headers.get('content-disposition')).toContain('attachment');
      const text = await response.text();
      const verifier = new Verifier();
      for (const line of text.trimEnd().split('\n')) verifier.line(line);
      expect(verifier.verdict()).toMatchObject({ ok: true, edition: player === control ? 'control' : 'seat:a-one' });
      if (player === one) expect(text).not.toContain('"to":["control');
      else expect(verifier.verdict()).toMatchObject({ hash: server.exercise(id)?.hash });
    }
  });
});
