import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { joined, type Player } from '../../packages/server/src/test/server.ts';
import { gather } from './cast.ts';
import type { Controller } from './controller.ts';
import { acknowledgements, linesOf, outcomes, seatsOf, seatsTaken } from './counted.ts';
import { forumNamed } from './forum.ts';
import { type House, ON_THIS_MACHINE, openHouse } from './house.ts';
import { readMsel, type TitleOf } from './msel.ts';
import { contentsHold } from './paper.ts';

const MINUTE = 60_000;
let house: House;
let title: TitleOf;
beforeAll(async () => {
  title = await readMsel();
});
beforeEach(async () => {
  house = await openHouse(ON_THIS_MACHINE);
});
afterEach(() => house?.close());

/** Deadlines between the first half hour and 02:25 of the scenario: e-07 and e-08 no record can see. */
const PASSED = ['e-02', 'e-03', 'e-05', 'e-06', 'e-07', 'e-08', 'e-26'];
const HELD = 'i-010';

it('what needs the director’s hand stays over a jump past seven deadlines until a hand settles it, and the report counts what the record holds', async () => {
  const { lead, links } = await gather(house, []);
  const rok = await joined(house.server, links.rok, 'Adviser in Seoul', house.url);
  const us = await joined(house.server, links.us, 'Adviser in Washington', house.url);
  await firstHalfHour(lead, rok, us);
  await lead.hold(title(HELD, 'en'));
  await lead.callRoll();
  const follows = (): Promise<string | null> => lead.button('control.timeline.follow', lead.msel).first().getAttribute('aria-pressed');
  await lead.button('control.timeline.table', lead.msel).click();
  await lead.msel.locator('.ct-timeline-body').hover();
  await lead.page.keyboard.down('Shift');
  await lead.page.mouse.wheel(0, 400);
  await lead.page.keyboard.up('Shift');
  await expect.poll(follows).toBe('false');
  await lead.jump('+118');
  // Wherever one has looked, after a jump the picture is where the story is.
  await expect.poll(follows).toBe('true');
  await stand(lead, [HELD, 'e-01', ...PASSED]);
  for (const id of PASSED) {
    expect(await lead.card(title(id, 'en')).locator('.ct-when').innerText(), id).toMatch(/^passed by a jump/);
    expect(await lead.card(title(id, 'en')).locator('.ct-when.late').count(), id).toBe(0);
  }
  for (const id of [HELD, 'e-01']) await lead.card(title(id, 'en')).locator('.ct-when.late').waitFor();
  // What is shown for an hour only would go now.
  await lead.command({ type: 'JumpClock', to: 210 * MINUTE });
  await stand(lead, [HELD, 'e-01', ...PASSED]);
  // The marks of presence say who has not answered as long as the card says how many.
  expect(await lead.presence.locator('.ct-seatdot.no').count()).toBe(20);

  await done(rok.command({ type: 'RaiseEmergency', text: 'Somebody has collapsed' }));
  const emergency = lead.card('Somebody has collapsed');
  await emergency.waitFor();
  await settle(lead);
  await emergency.waitFor();
  await lead.standDown();
  await emergency.waitFor({ state: 'detached' });
  await stand(lead, ['e-01', ...PASSED.slice(2)]);
  await expect.poll(() => lead.presence.locator('.ct-seatdot.no').count()).toBe(0);

  const presence = await lead.presence.innerText();
  await lead.end();
  expect(await lead.page.locator('.ct-move-now').innerText()).not.toMatch(/left|over time/);
  const lines = linesOf(await lead.fetchRecord());
  await lead.openReport();
  await figuresHold(lead, lines);
  await seatsHold(lead, lines, presence);
  await contentsHold(lead);
  expect(lead.faults).toEqual([]);
});

const done = async (sent: Promise<Response>): Promise<void> => {
  const answer = await sent;
  if (!answer.ok) throw new Error(await answer.text());
};

/** Two injects are acknowledged, one of them is corrected after; one action is done in time, one is missed while the clock runs. */
async function firstHalfHour(lead: Controller, rok: Player, us: Player): Promise<void> {
  await lead.command({ type: 'StartClock' });
  await lead.command({ type: 'JumpClock', to: 5 * MINUTE });
  for (const player of [rok, us]) {
    const delivered = (await player.events()).find((e) => e.event.type === 'InjectDelivered');
    await done(player.command({ type: 'AcknowledgeInject', delivery: delivered?.id }));
  }
  const first = linesOf(await lead.fetchRecord()).find((l) => l.event.type === 'InjectPlanned' && l.event.card.scenario === 'i-001');
  await lead.command({ type: 'CorrectInject', inject: first?.event.inject, title: title('i-001', 'en'), text: 'One ministry more.' });
  await lead.command({ type: 'JumpClock', to: 26.75 * MINUTE });
  const forum = forumNamed(await rok.events(), 'Consultation group');
  await done(rok.command({ type: 'OpenMatter', forum, title: 'The warning', text: 'What do you see at sea?' }));
  await lead.command({ type: 'SetRate', rate: 30 });
  await lead.card(title('e-01', 'en')).waitFor();
  await lead.command({ type: 'SetRate', rate: 1 });
}

/** Each stands among what needs a hand, and so does the roll-call; like cards that are folded are unfolded. */
async function stand(lead: Controller, ids: readonly string[], roll = ids.includes(HELD)): Promise<void> {
  const folded = lead.hand.locator('button[aria-expanded=false]');
  // What comes while one unfolds may be folded anew.
  const shown = async (id: string): Promise<boolean> => {
    if ((await folded.count()) > 0) await folded.first().click();
    return lead.card(title(id, 'en')).isVisible();
  };
  for (const id of ids) await expect.poll(() => shown(id), { message: id }).toBe(true);
  if (roll) await lead.card(lead.say('control.hand.roll', { answered: 0, of: '' }).split(' of ')[0] as string).waitFor();
}

/** Each goes by a hand: released, dismissed, judged as done, dismissed. */
async function settle(lead: Controller): Promise<void> {
  const acts = [
    [title(HELD, 'en'), 'control.act.releaseNow'],
    [lead.say('control.hand.kind.rollcall'), 'control.hand.dismiss'],
    [title('e-02', 'en'), 'control.hand.wasDone'],
    [title('e-03', 'en'), 'control.hand.dismiss'],
  ] as readonly (readonly [time: string, id: string])[];
  for (const [card, act] of acts) {
    await lead
      .card(card)
      .getByRole('button', { name: lead.say(act) })
      .click();
    await lead.card(card).waitFor({ state: 'detached' });
  }
}

/** The sentences of the report, with the counts that the record gives. */
async function figuresHold(lead: Controller, lines: ReturnType<typeof linesOf>): Promise<void> {
  const ended = outcomes(lines);
  const say = (sentence: string, values: Record<string, number>): string => lead.say(`review.sentence.${sentence}`, values);
  const many = (...how: string[]): number => [...ended.values()].filter((h) => how.includes(h)).length;
  // By hand: what the day was made of.
  expect(Object.fromEntries(['e-01', 'e-02', 'e-04', ...PASSED.slice(1)].map((id) => [id, ended.get(id)]))).toEqual({
    ...{ 'e-01': 'missed', 'e-02': 'met', 'e-04': 'met' },
    ...Object.fromEntries(PASSED.slice(1).map((id) => [id, 'passed'])),
  });
  expect(acknowledgements(lines)).toMatchObject({ standing: 1, before: 1 });

  const figures = (await lead.page.locator('.rp-figures').innerText()).replaceAll(/\s+/g, ' ');
  expect(many('late', 'partly', 'not')).toBe(0);
  const { all, standing, before } = acknowledgements(lines);
  for (const sentence of [
    say('expectedMet', { met: many('met'), all: ended.size - many('passed') }),
    say('expectedMissed', { n: many('missed') }),
    say('expectedOpen', { n: many('open') }),
    say('expectedPlanned', { n: many('planned') }),
    say('expectedPassed', { n: many('passed') }),
    say('acknowledged', { n: standing, all }),
    say('acknowledgedBefore', { n: before }),
  ])
    expect(figures).toContain(sentence);
}

/** Presence and the report's cover count the same seats. */
async function seatsHold(lead: Controller, lines: ReturnType<typeof linesOf>, presence: string): Promise<void> {
  const taken = [...seatsTaken(lines)];
  const seats = [...seatsOf(lines).keys()].filter((a) => a.startsWith('seat:'));
  expect(presence).toContain(
    lead.say('control.presence.count', { seated: taken.filter((s) => s.startsWith('seat:')).length, of: seats.length }),
  );
  expect(await lead.page.locator('.rp-seats').getByRole('listitem').count()).toBe(taken.length);
}

it('a party’s controllers see time and title of each expected action of their side; of one that only a condition brings, after what', async () => {
  const { lead, rokControl } = await gather(house, ['rokControl']);
  // What would be refused is not offered: nothing goes out before the start.
  const release = rokControl.button('control.act.releaseNow', rokControl.hand).first();
  await release.waitFor();
  expect(await release.isDisabled()).toBe(true);
  await lead.command({ type: 'StartClock' });
  await expect.poll(() => release.isDisabled()).toBe(false);
  await rokControl.button('control.timeline.table', rokControl.msel).click();
  await rokControl.msel.getByRole('row').filter({ hasText: 'KE1' }).first().waitFor();
  const rows = (await rokControl.msel.getByRole('row').allInnerTexts()).map((row) => row.replaceAll(/\s+/g, ' '));
  const seen = rows.filter((row) => /^[A-Z]E\d+ /.test(row));
  expect(seen.length).toBe(Object.keys(OF_SEOUL).length);
  for (const [id, time] of Object.entries(OF_SEOUL)) expect(seen.find((row) => row.includes(title(id, 'ko')))).toContain(time);
});

/** By hand, from the scenario: the time of the inject that each comes after, or its own. */
const OF_SEOUL: Readonly<Record<string, string>> = {
  ...{ 'e-01': '~08:02', 'e-02': '~08:17', 'e-04': '08:20', 'e-05': '~08:52', 'e-26': '~08:17', 'e-10': '~10:21', 'e-11': '~10:34' },
  ...{ 'e-13': '~10:21', 'e-14': '~11:10', 'e-18': '~12:02', 'e-19': '~12:13', 'e-22': '~13:46', 'e-24': '~14:56', 'e-27': '~12:58' },
  ...{ 'e-16': '이후', 'e-23': '이후' },
};
