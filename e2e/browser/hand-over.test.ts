import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { director, joined } from '../../packages/server/src/test/server.ts';
import { Controller } from './controller.ts';
import { type House, ON_THIS_MACHINE, openHouse } from './house.ts';
import { arrive, seated, seatPath } from './person.ts';
import { PhonePlayer } from './phone.ts';
import { Player } from './player.ts';

let house: House;
let lobby: Awaited<ReturnType<typeof director>>;
beforeAll(async () => {
  house = await openHouse(ON_THIS_MACHINE);
  lobby = await director(house.server, house.url);
});
afterAll(() => house?.close());

/** An exercise with its links, found by how their address begins. */
async function exercise(): Promise<{ link: (seat: string) => string }> {
  const { id } = (await (await lobby.post('/api/exercises', { scenario: 'river-flood' })).json()) as { id: string };
  const { links } = (await (await lobby.post(`/api/exercises/${id}/links`, { seats: 'all' })).json()) as {
    links: { seat: string; url: string }[];
  };
  return { link: (seat) => links.find((l) => l.seat.startsWith(seat))?.url as string };
}

it('a hand-over goes on from the same page, as the next person; the cookie of the one before opens nothing, and leaving empties the page', async () => {
  const { link } = await exercise();
  const control = await joined(house.server, link('control'), 'Lead', house.url);
  const player = await arrive(house, Player, 'en');
  await player.join(link('seat:'), 'First shift');
  const path = seatPath(player.page);
  const { seat } = await player.page.evaluate(async (door) => (await fetch(`${door}api/me`)).json(), path);
  const [before] = await player.context.cookies(path);

  await player.handOver('Second shift');
  const { host, pathname } = new URL(`${path}api/me`);
  const old = await house.server.app.inject({ method: 'GET', url: pathname, headers: { host, cookie: `entente_seat=${before?.value}` } });
  expect(old.statusCode).toBe(401);
  // The page was not loaded anew, and is told what comes after.
  await control.command({ type: 'SendMessage', to: [seat], subject: 'To the second shift', text: 'Good evening.' });
  await player.open('To the second shift');
  await player.askControl('We have taken over.');

  await player.hit(player.page.locator('button.who'));
  await player.press('seats.hands.leave');
  await player.press('seats.hands.leaveNow');
  await player.page.getByRole('heading', { name: player.say('connection.left.title') }).waitFor();
  expect(await player.context.cookies(path)).toEqual([]);
  expect(await kept(player)).not.toContain('/s/');
  // The browser's own note of the 401 that a page gets whose session it has left.
  expect(player.faults.filter((f) => !f.includes('401'))).toEqual([]);
});

/** What this browser's storages hold. */
const kept = (player: Player): Promise<string> => player.page.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }]));

it('a browser that comes by its link again goes on as who it was; whoever else enters finds nothing of what that person was writing', async () => {
  const { link } = await exercise();
  const player = await arrive(house, Player, 'en');
  await player.join(link('seat:'), 'Mina');
  const path = seatPath(player.page);
  await player.press('seat.askControl');
  await player.fill({ text: 'Unsent words of the first.' });
  expect(await kept(player)).toContain('Unsent words');

  await player.page.goto(link('seat:'));
  await player.hit(player.page.getByRole('button', { name: player.say('join.goOn', { name: 'Mina' }) }));
  await player.page.waitForURL(path);

  await player.page.goto(link('seat:'));
  await player.press('join.someoneElse');
  await player.page.waitForURL(path);
  await player.takeSeat('Relief');
  await player.press('seat.card.begin');
  expect(await kept(player)).not.toContain('Unsent words');
});

it('a hand-over whose answer is lost on the way says so, and whom to ask', async () => {
  const { link } = await exercise();
  const player = await arrive(house, Player, 'ko');
  await player.join(link('seat:'), '첫 근무자');
  const [before] = await player.context.cookies(seatPath(player.page));
  let lost = false;
  await player.page.route('**/api/commands', async (route) => {
    if (lost || !route.request().postData()?.includes('HandOver')) return route.continue();
    lost = true;
    await route.fetch();
    // The answer is thrown away with its cookie: the browser keeps the one before.
    await player.context.addCookies([before as NonNullable<typeof before>]);
    await route.abort();
  });
  await player.hit(player.page.locator('button.who'));
  await player.press('seats.hands.handOver');
  // What is asked stands in sight at the foot of the long card, with nothing before it.
  const next = player.field('seats.hands.nextName');
  const inSight = await next.evaluate((field) => {
    const { left, top } = field.getBoundingClientRect();
    return document.elementFromPoint(left + 4, top + 4) === field;
  });
  expect(inSight).toBe(true);
  await next.fill('다음 근무자');
  await player.press('seats.hands.handOver');
  await player.page.getByRole('heading', { name: player.say('connection.unconfirmed.title') }).waitFor();
});

/** True if it lies on the screen as it stands, with nothing over its middle. */
const inSight = (what: Locator): Promise<boolean> =>
  what.first().evaluate((e) => {
    const { left, top, width, height } = e.getBoundingClientRect();
    const there = document.elementFromPoint(left + width / 2, top + height / 2);
    return there !== null && (e.contains(there) || there.contains(e));
  });

/** What somebody does on a page from now on, over all that it loads: each press, each run of typing, each other key. */
async function actsOn(page: Page): Promise<string[]> {
  const acts: string[] = [];
  await page.exposeFunction('acted', (act: string) => {
    if (act !== 'type' || acts.at(-1) !== 'type') acts.push(act);
  });
  const listen = (): void => {
    const { acted } = globalThis as unknown as { acted(act: string): void };
    addEventListener('click', ({ isTrusted, target }) => isTrusted && acted(`press ${(target as HTMLElement).innerText}`), true);
    addEventListener('input', ({ isTrusted }) => isTrusted && acted('type'), true);
    addEventListener('keydown', ({ isTrusted, key }) => isTrusted && key.length > 1 && key !== 'Control' && acted(key), true);
  };
  await page.addInitScript(listen);
  await page.evaluate(listen);
  return acts;
}

it('a new player on a phone has read, acknowledged and answered the first inject in seven acts after the name, control an answer in three', async () => {
  const { link } = await exercise();
  const lead = await seated(house, Controller, 'en', link('control'), 'Lead');
  await lead.stream.waitFor();
  await lead.command({ type: 'StartClock' });
  const player = await arrive(house, PhonePlayer, 'ko', { phone: true });
  await player.follow(link('seat:'));
  await player.field('join.name').fill('새 근무자');
  const acts = await actsOn(player.page);
  const tap = (what: Locator): Promise<void> => what.first().tap();
  await tap(player.button('join.takeSeat'));
  await player.button('seat.card.begin').waitFor();
  const { seat } = (await (await player.context.request.get(`${seatPath(player.page)}api/me`)).json()) as { seat: string };
  await lead.command({ type: 'ImproviseInject', title: 'The gauge rises', text: 'What do you do?', from: 'control', to: [seat] });

  await tap(player.button('seat.card.begin'));
  await tap(player.asked.getByRole('button', { name: 'The gauge rises' }));
  expect(await inSight(player.reading.locator('.letter-text'))).toBe(true);
  await tap(player.button('seat.acknowledge', player.reading));
  await tap(player.button('seat.reply', player.reading));
  const text = player.field('messages.compose.text', player.form);
  const send = player.button('messages.compose.send', player.form);
  for (const field of [text, send, player.form.locator('summary .label-chip')]) expect(await inSight(field), String(field)).toBe(true);
  // The field has the focus already: one types.
  await player.page.keyboard.type('수문을 닫습니다.');
  await tap(send);
  await player.sees(player.say('kit.state.sent'), player.reading);
  expect(acts, acts.join(', ')).toHaveLength(7);

  await player.command({ type: 'SendMessage', to: ['control'], text: 'Who opens the gate?', purpose: 'ask' });
  const card = lead.card('Who opens the gate?');
  const ofControl = await actsOn(lead.page);
  await lead.press('control.act.answer', card);
  await lead.textOf('messages.compose.text').and(lead.page.locator(':focus')).waitFor();
  expect(await inSight(lead.button('control.act.send', lead.side))).toBe(true);
  await lead.page.keyboard.type('The waterworks do.');
  await lead.page.keyboard.press('Control+Enter');
  await lead.sees(lead.say('kit.state.sent'), lead.side);
  expect(ofControl, ofControl.join(', ')).toHaveLength(3);
  expect([...lead.faults, ...player.faults]).toEqual([]);
});
