import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { chosen } from '../chosen.ts';
import { Director } from './controller.ts';
import { forumNamed } from './forum.ts';
import { type House, ON_THIS_MACHINE, openHouse } from './house.ts';
import { readMsel, type TitleOf } from './msel.ts';
import { arrive, type Person } from './person.ts';
import { PhonePlayer } from './phone.ts';
import { LANGUAGES, type Language } from './words.ts';

/** `ENTENTE_PICTURES=FOLDER` keeps a picture of every stage, to be looked at. */
const pictures = process.env.ENTENTE_PICTURES;

/** What people say, in the language of their screens. */
const SAID = {
  en: {
    scenario: 'River flood',
    early: 'The reservoir is full at 20:20 Tornel, 19:20 yours. Please confirm that this arrived.',
    arrived: 'Arrived. We begin to empty the meadow now, calling it rain.',
    wing: 'The low wing stands 560 at your gauge. What will it be at nine?',
    question: 'What will you decide, when, and how long before it can we have it?',
    answer: 'Within the half hour, and you will be asked first.',
    subject: 'Before I decide on the gates',
    table: 'The gates at Skarn',
    consult: 'At once or in three steps from 20:00 Tornel, 19:00 Kelby. What do you need, and until when?',
    agreed: 'The ramp until 19:30 Kelby, 20:30 Tornel. First step at 19:00 as you say.',
    decision: 'Three steps from 20:00 as agreed with Odenby. Sirens in Kelby before each.',
    moved: 'We move the low wing from 18:10 Kelby time, oxygen first.',
    announced: 'The dam at Skarn is sound. The meadow in Kelby is closed from 18:00.',
    toControl: 'Which telephone reaches the situation centre?',
    control: 'The number on your wall is three years old. Use the link in your card.',
    second: '250 from 09:00 Tornel, 08:00 Kelby, all day.',
  },
  ko: {
    scenario: '국경하천 홍수 대응 연습',
    early: '저수지는 토르넬 20시 20분, 귀측 19시 20분에 만수위에 도달합니다. 수신 여부를 알려 주십시오.',
    arrived: '수신했습니다. 비를 이유로 둔치를 지금부터 비웁니다.',
    wing: '저층 병동은 켈비 수위 560cm까지 버팁니다. 밤 9시 예상 수위는 얼마입니까?',
    question: '언제 무엇을 결정하시며, 결정 얼마 전에 알려 주실 수 있습니까?',
    answer: '30분 안에 결정하며 귀측에 먼저 묻겠습니다.',
    subject: '수문 결정에 앞서',
    table: '스카른댐 수문 운영',
    consult: '일시 방류와 토르넬 20시·켈비 19시부터 3단계 방류 중 무엇이 필요하며 언제까지입니까?',
    agreed: '연결로는 켈비 19시 30분, 토르넬 20시 30분까지 필요합니다. 1단계는 말씀하신 대로 19시에 하십시오.',
    decision: '오덴비와 합의한 대로 20시부터 3단계로 방류합니다. 단계마다 켈비에 사이렌을 먼저 울립니다.',
    moved: '켈비 시각 18시 10분부터 산소치료 환자를 먼저 하여 저층 병동을 옮깁니다.',
    announced: '스카른댐은 안전합니다. 켈비 둔치는 18시부터 통제합니다.',
    toControl: '상황실에 닿는 전화는 어느 것입니까?',
    control: '벽에 붙은 번호는 3년 전 것입니다. 카드의 연락처를 쓰십시오.',
    second: '토르넬 9시, 켈비 8시부터 종일 초당 250톤을 방류합니다.',
  },
} as const;

interface Cast {
  readonly language: Language;
  readonly said: (typeof SAID)[Language];
  readonly lead: Director;
  readonly water: PhonePlayer;
  readonly protect: PhonePlayer;
  readonly hospital: PhonePlayer;
  readonly title: (id: string) => string;
}

let named: TitleOf;
beforeAll(async () => {
  named = await readMsel('river-flood');
});

describe('The river flood, three phones and one control', () => {
  it.each(chosen('river flood', LANGUAGES))('from the cards to the review by tapping: %s', async (language) => {
    const house = await openHouse(ON_THIS_MACHINE);
    try {
      const all = await gather(house, language);
      await beginning(all);
      await risingWater(all);
      await theDamQuestion(all);
      await theNight(all);
      await review(all);
      for (const person of [all.lead, all.water, all.protect, all.hospital]) expect(person.faults).toEqual([]);
    } finally {
      await house.close();
    }
  });
});

/** Lead control at a desk, one director of each party with a phone. */
async function gather(house: House, language: Language): Promise<Cast> {
  const said = SAID[language];
  const title = (id: string): string => named(id, language);
  const lead = await arrive(house, Director, language);
  await lead.enter(house.server.directorLink ?? '');
  const links = await lead.create(said.scenario);
  const phone = async (cell: string, seat: string, name: string): Promise<PhonePlayer> => {
    const link = await links.of(`${title(cell)}, ${title(seat)}`);
    const player = await arrive(house, PhonePlayer, language, { phone: true });
    await player.follow(link);
    await player.takeSeat(name);
    await player.readCard((of) => picture(of, language, `card-${seat}`));
    return player;
  };
  const [water, protect, hospital] = await Promise.all([
    phone('w-basin', 'w-director', 'Irja'),
    phone('p-centre', 'p-director', '한지우'),
    phone('h-coordination', 'h-director', 'Oona'),
  ]);
  await picture(water, language, 'nothing-asked');
  await lead.openControl('Lead');
  return { language, said, lead, water, protect, hospital, title };
}

/** The clock starts, the roll is called, everybody is here. */
async function beginning({ language, lead, water, protect, hospital }: Cast): Promise<void> {
  await lead.clock('start');
  await lead.callRoll();
  await water.sees(water.say('seats.roll.title'), water.asked);
  await picture(water, language, 'roll');
  await Promise.all([water, protect, hospital].map((p) => p.answerRoll()));
  const answered = lead.presence.getByRole('button', { name: lead.say('control.presence.answered').trim() });
  await expect.poll(() => answered.count()).toBe(3);
}

/** Each side gets its own; what one knows it tells the others. */
async function risingWater(all: Cast): Promise<void> {
  const { language, said, lead, water, protect, hospital, title } = all;
  await lead.jump('18:16');
  await picture(protect, language, 'asked');
  await protect.acknowledgeAsked(title('i-005'));
  await water.readAsked(title('i-004'));
  await picture(water, language, 'mail');
  await water.reply({ to: [`P · ${title('p-director')}`], text: said.early });
  await hospital.readAsked(title('i-006'));
  await hospital.reply({ to: [`P · ${title('p-director')}`], purpose: 'ask', text: said.wing });

  // Nobody holds what was another's.
  await protect.go('inbox');
  await picture(protect, language, 'inbox');
  expect(await protect.page.getByText(title('i-004'), { exact: true }).count()).toBe(0);
  await protect.open(said.early);
  await protect.reply({ text: said.arrived });
  await water.open(said.arrived);
  await picture(water, language, 'message');
  await lead.sees(lead.say('control.happened.expected.met', { number: 'E01 · WE1', title: title('e-01') }), lead.stream);
  await lead.sees(lead.say('control.happened.expected.met', { number: 'E02 · HE1', title: title('e-02') }), lead.stream);

  await hospital.askControl(said.toControl);
  await lead.answer(said.toControl, said.control);
  await hospital.open(said.control);
}

/** One asks, the other answers, consults before deciding, and decides what was agreed. */
async function theDamQuestion({ language, said, lead, water, protect, title }: Cast): Promise<void> {
  await lead.jump('18:47');
  await protect.write({ to: [`W · ${title('w-director')}`], purpose: 'ask', text: said.question });
  await water.answerAsked(said.question, { text: said.answer });
  await lead.jump('19:13');
  await water.open(title('i-018'));
  await water.press('seat.reply', water.reading);
  await picture(water, language, 'writing');
  await water.fill({ to: [`P · ${title('p-director')}`], purpose: 'ask', subject: said.subject, text: said.consult });
  await picture(water, language, 'written');
  await water.send();
  // In form, at the table of the river: that it was asked before deciding is what the expected action rests on.
  const river = forumNamed(await water.events(), 'River table of the Velna Treaty');
  await water.command({ type: 'OpenMatter', forum: river, subject: 'gates', basis: 'about', title: said.table, text: said.consult });
  await protect.ask(said.subject);
  await picture(protect, language, 'consulted');
  await protect.openAsked(said.subject);
  await picture(protect, language, 'consultation');
  await protect.agree(said.agreed);
  await water.open(title('i-018'));
  await water.reply({ to: [title('w-dams')], text: said.decision });
  await lead.sees(lead.say('control.happened.expected.met', { number: 'E05 · WE3', title: title('e-05') }), lead.stream);
  await protect.announce(said.announced);
  await water.line(said.announced);
  await picture(lead, language, 'control');
}

/** The evening goes on, the night is jumped over, the morning asks the same question again. */
async function theNight({ language, said, lead, water, hospital, title }: Cast): Promise<void> {
  await lead.jump('20:00');
  await hospital.open(title('i-006'));
  await hospital.reply({ text: said.moved });
  const passes = await lead.jump('07:25 D2');
  expect(passes).toContain(title('i-053'));
  await picture(water, language, 'morning');
  await water.readAsked(title('i-061'));
  await water.reply({ to: [`P · ${title('p-director')}`], text: said.second });
  await lead.sees(lead.say('control.happened.expected.met', { number: 'E19 · WE7', title: title('e-19') }), lead.stream);
  await picture(water, language, 'inbox-full');
  // On a small laptop the bar has less room; what ends the exercise is still on it.
  await lead.page.setViewportSize({ width: 1024, height: 768 });
  await picture(lead, language, 'control-1024');
  await lead.end();
  await lead.page.setViewportSize({ width: 1440, height: 900 });
}

/** Control reviews all, each phone its own; none finds what was another's. */
async function review({ language, said, lead, water, protect, hospital, title }: Cast): Promise<void> {
  await lead.page.getByRole('link', { name: lead.say('control.palette.review') }).click();
  await lead.page.getByRole('tab', { name: lead.say('review.tabs.expected') }).click();
  await lead.sees(title('e-05'));
  await picture(lead, language, 'control-review');
  const own = [
    [water, 'i-004', 'i-005'],
    [protect, 'i-005', 'i-006'],
    [hospital, 'i-006', 'i-004'],
  ] as const;
  await picture(water, language, 'ended');
  for (const [phone, mine, theirs] of own) {
    await phone.openReview();
    await picture(phone, language, `review-${mine}`);
    await phone.hit(phone.page.getByRole('tab', { name: phone.say('review.tabs.injects') }));
    await phone.sees(title(mine));
    expect(await phone.page.getByText(title(theirs), { exact: true }).count()).toBe(0);
  }
  await picture(water, language, 'review-injects');
  const report = await protect.openReport();
  await picture(protect, language, 'report');
  expect(report).toContain(said.agreed);
  expect(report).not.toContain(said.decision);
}

/** What stands on the screen, and that nothing of it is wider than the phone. */
async function picture(person: Person, language: Language, name: string): Promise<void> {
  const { page } = person;
  if (person instanceof PhonePlayer)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth), `${name}: too wide by`).toBeLessThanOrEqual(
      0,
    );
  if (pictures === undefined) return;
  mkdirSync(pictures, { recursive: true });
  await page.screenshot({ path: join(pictures, `${language}-${name}.png`), animations: 'disabled' });
}
