import { Verifier } from '@entente/engine';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { chosen } from '../chosen.ts';
import { type Cast, comeIn, everyone } from './cast.ts';
import { type House, openHouse, WAYS } from './house.ts';
import { readMsel, type TitleOf } from './msel.ts';

const PUBLIC_LINE = '양국 정부는 긴밀히 협의하고 있습니다.';

let title: TitleOf;
let house: House | undefined;
beforeAll(async () => {
  title = await readMsel();
});
afterEach(async () => {
  await house?.close();
  house = undefined;
});

/** The door by which the whole exercise is played; the long run takes each. */
const wholly = chosen('whole exercise', WAYS);

describe('A whole exercise, six people in browsers of their own', () => {
  it.each(wholly)('from the lobby to the review: $name', async (way) => {
    house = await openHouse(way);
    const all = await comeIn(house);
    await startAndReceive(all);
    await consult(all);
    await askControl(all);
    await partyControl(all);
    await improvise(all);
    await announce(all);
    await callRoll(all);
    await emergency(all);
    await jump(all);
    await all.lead.end();
    await review(all);
    for (const person of everyone(all)) expect(person.faults).toEqual([]);
  });
});

/** The clock starts; what is planned arrives by itself, with each side its own; it is read and acknowledged. */
async function startAndReceive({ lead, rok, us, rokControl }: Cast): Promise<void> {
  await lead.clock('start');
  await lead.speed(60);
  await Promise.all([rok.line(title('i-001', 'ko')), us.line(title('i-002', 'en'))]);
  await lead.speed(1);
  await rok.acknowledge(title('i-001', 'ko'));
  await us.acknowledge(title('i-002', 'en'));
  const acknowledged = rokControl.say('control.happened.inject.acknowledged', { number: '001', title: title('i-001', 'ko') });
  await rokControl.sees(acknowledged, rokControl.stream);
  expect(await us.page.getByText(title('i-001', 'en')).count()).toBe(0);
}

/** One party consults the other in its own language; the other agrees; the first sees it. */
async function consult({ rok, us }: Cast): Promise<void> {
  await rok.write({
    to: [`U · ${'국가안보보좌관'}`],
    purpose: 'ask',
    subject: '해상 동향 공동 판단',
    text: '귀측이 해상에서 보고 있는 것을 함께 판단합시다.',
  });
  await us.open('해상 동향 공동 판단');
  await us.agree('Agreed. We compare at half past.');
  await rok.open('해상 동향 공동 판단');
  await rok.sees('Agreed. We compare at half past.', rok.reading);
}

/** A question to control is answered by the party’s own controllers, who are seated; one to somebody outside, by control in that one's voice. */
async function askControl({ us, usControl, lead }: Cast): Promise<void> {
  await us.askControl('May we write to the embassy?');
  await usControl.answer('May we write to the embassy?', 'Yes. The embassy is played by control.');
  await us.line('Yes. The embassy is played by control.');
  await us.write({ to: ['Embassy of the United States in Seoul'], purpose: 'ask', text: 'What does Seoul ask you?' });
  await lead.answer('What does Seoul ask you?', 'Seoul asks what we see at sea.');
  await us.open('Seoul asks what we see at sea.');
  await us.sees('Embassy of the United States in Seoul', us.reading);
}

/** A party's own controllers work their side: hold, release, judge. */
async function partyControl({ rokControl, usControl, rok }: Cast): Promise<void> {
  await rokControl.hold(title('i-013', 'ko'));
  await rokControl.release(title('i-013', 'ko'));
  await rok.line(title('i-013', 'ko'));
  await usControl.judge(title('e-07', 'en'), 'partly', 'By telephone, seen by the controller');
}

async function improvise({ lead, rok, us }: Cast): Promise<void> {
  await lead.improvise({ to: 'All of Republic of Korea', title: 'The President asks for a word', text: 'Call the residence.' });
  await rok.line('The President asks for a word');
  expect(await us.page.getByText('The President asks for a word').count()).toBe(0);
}

/** What is announced stands on the projector, for a person without a seat. */
async function announce({ rok, us, screen }: Cast): Promise<void> {
  await rok.announce(PUBLIC_LINE);
  await screen.sees(PUBLIC_LINE);
  await us.line(PUBLIC_LINE);
}

async function callRoll({ lead, rok, us }: Cast): Promise<void> {
  await lead.callRoll();
  await Promise.all([rok.answerRoll(), us.answerRoll()]);
  const answered = lead.presence.getByRole('button', { name: /answered the roll-call/ });
  await answered.nth(1).waitFor();
}

/** A real emergency is on every screen at once, with its words for control only, and goes when lead control says so. */
async function emergency(all: Cast): Promise<void> {
  const { us, lead } = all;
  await us.raiseEmergency('Somebody has collapsed in room 2');
  for (const person of everyone(all)) await person.emergency().waitFor();
  await lead.sees(/Somebody has collapsed in room 2/, lead.hand);
  expect(await all.rok.page.getByText('collapsed').count()).toBe(0);
  await lead.standDown();
  for (const person of everyone(all)) await person.emergency().waitFor({ state: 'detached' });
  await lead.clock('resume');
}

/** The jump shows beforehand what it passes; what was due on the way arrives. */
async function jump({ lead, us }: Cast): Promise<void> {
  const shown = await lead.jump('09:10');
  expect(shown).toContain(title('i-014', 'en'));
  await us.line(title('i-014', 'en'));
}

/** Lead control reviews everything, a player the own seat, a party's control its side; each record stands on its own. */
async function review({ lead, rok, usControl }: Cast): Promise<void> {
  await lead.page.getByRole('link', { name: lead.say('control.palette.review') }).click();
  await lead.page.getByRole('tab', { name: lead.say('review.tabs.injects') }).click();
  await lead.sees(title('i-002', 'en'));
  const whole = verified(await lead.exportRecord());
  await rok.openReview();
  await rok.page.getByRole('tab', { name: rok.say('review.tabs.injects') }).click();
  await rok.sees(title('i-001', 'ko'));
  expect(await rok.page.getByText(title('i-002', 'ko')).count()).toBe(0);
  const own = verified(await rok.exportRecord());
  await usControl.openReview();
  const party = verified(await usControl.exportRecord());
  expect(whole).toBeGreaterThan(party);
  expect(party).toBeGreaterThan(own);
}

/** The number of events of a record that the verifier accepts. */
function verified(record: string): number {
  const verifier = new Verifier();
  for (const line of record.trimEnd().split('\n')) verifier.line(line);
  const verdict = verifier.verdict();
  if (!verdict.ok) throw new Error(`line ${verdict.line}: ${verdict.message}`);
  return verdict.events;
}
