import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { Player as Door, director } from '../../packages/server/src/test/server.ts';
import { LONG, seed } from '../chosen.ts';
import { Controller } from './controller.ts';
import { ask } from './eye.ts';
import { type House, ON_THIS_MACHINE, openHouse } from './house.ts';
import { type Person, seated, seatPath } from './person.ts';
import { Player } from './player.ts';
import { LANGUAGES } from './words.ts';

/** `ENTENTE_PICTURES=FOLDER` keeps a picture of every stage, to be looked at. */
const pictures = process.env.ENTENTE_PICTURES;
console.log(`stages looked at: seed ${seed} (ENTENTE_SEED, ENTENTE_LONG)`);
const MINUTE = 60_000;
/** Scenario time all but stands still while people act. */
const SLOW = 0.1;

const QUESTION = {
  en: 'Your President says the two of you plan together; theirs says no. Which is it?',
  ko: '우리 대통령은 함께 기획한다고 하고 미국 대통령은 아니라고 합니다. 어느 쪽이 맞습니까?',
};
const ANSWER = {
  ko: '공동성명에서 합의한 정보 공유, 공동 기획 및 공동 실행은 그대로 이어지고 있습니다.',
  en: 'Information sharing, joint planning and joint execution go on as agreed.',
};
const CLEARED = '공동성명에서 합의한 정보 공유와 협의 절차, 공동 기획 및 공동 실행은 그대로 이어지고 있습니다.';

const CONFERENCE = '두 용어';
const LIVE = {
  question: { en: 'Will there be joint exercises?', ko: '공동 연습을 합니까?' },
  answer: '공동 연습에 관해 양측 간 이견은 없습니다.',
};
const AT_ODDS = { en: 'Allies at odds over joint planning?', ko: '공동 기획 두고 동맹 엇박자?' };
const SUBJECT = { en: 'What both say in the same hour', ko: '같은 시각의 공동 발표' };
const JOINT = 'The “No” answered a question about forces that train together. Planning goes on.';

/** What control hears in each: by its topic, as its language calls it. */
const PLANNING = { en: 'joint planning and joint execution', ko: '공동 기획 및 공동 실행' };
const EXERCISES = { en: 'joint exercises', ko: '공동 연습' };
/** One word of the President of the United States, at the helicopter. */
const NO = { en: '“No”', ko: '“아니요”' };

interface Room {
  readonly control: Door;
  /** Control at its screen, in English until it looks back in both languages. */
  readonly desk: Controller;
  /** The spokesperson in Seoul, in Korean; the press secretary in Washington, in English. */
  readonly rok: Player;
  readonly us: Player;
  /** Those who clear in Seoul, in order: by request. */
  readonly deputy: Door;
  readonly adviser: Door;
}

async function gather(house: House): Promise<Room> {
  const lobby = await director(house.server, house.url);
  const { id } = (await (await lobby.post('/api/exercises', { scenario: 'pressroom' })).json()) as { id: string };
  const seats = ['control', 'seat:rok-spokesperson', 'seat:rok-deputy', 'seat:rok-nsa', 'seat:us-press'];
  const made = (await (await lobby.post(`/api/exercises/${id}/links`, { seats })).json()) as { links: { seat: string; url: string }[] };
  const linkOf = (seat: string): string => made.links.find((link) => link.seat === seat)?.url ?? '';
  const byRequest = async (seat: string): Promise<Door> => {
    const door = new Door(house.url, { origin: house.url });
    const joined = await door.post('/api/join', { token: new URL(linkOf(seat)).hash.slice(1) });
    door.path = ((await joined.json()) as { path: string }).path;
    await done(door, { type: 'TakeSeat', name: seat });
    return door;
  };
  const [control, desk, deputy, adviser, rok, us] = await Promise.all([
    byRequest('control'),
    seated(house, Controller, 'en', linkOf('control'), 'At the press'),
    byRequest('seat:rok-deputy'),
    byRequest('seat:rok-nsa'),
    seated(house, Player, 'ko', linkOf('seat:rok-spokesperson'), '대변인'),
    seated(house, Player, 'en', linkOf('seat:us-press'), 'Press Secretary'),
  ]);
  await Promise.all([desk.page.locator('[data-centre=public]').filter({ visible: true }).click(), rok.readCard(), us.readCard()]);
  return { control, desk, deputy, adviser, rok, us };
}

/** Something that somebody does by request: the first event that came of it. */
async function done(door: Door, command: object): Promise<string> {
  const answer = await door.command(command);
  const body = (await answer.json()) as { events: string[] };
  if (!answer.ok) throw new Error(JSON.stringify(body));
  return body.events[0] as string;
}
/** The latest event of a kind that somebody holds. */
async function last(door: Door, type: string): Promise<string> {
  const found = (await door.events()).findLast(({ event }) => event.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found.id;
}

const toPress = (who: Player): Promise<void> =>
  who.page
    .locator('.rail')
    .getByRole('button', { name: who.say('statements.place.press') })
    .click();
/** The wall in its column. */
const wall = (who: Player): Locator => who.page.locator('.seat-beside');
/** A story on the wall. What came since one looked is counted first, and comes when one asks. */
async function story(who: Player, words: string): Promise<Locator> {
  const there = wall(who).getByRole('article').filter({ hasText: words });
  const fresh = wall(who).getByRole('status').getByRole('button');
  for (;;) {
    await there.or(fresh).first().waitFor();
    if (await there.count()) return there.first();
    await fresh.click().catch(() => undefined);
  }
}
const version = (who: Player, language: string): Locator =>
  who.reading.getByRole('region', { name: who.say(`press.language.name.${language}`), exact: true });

it('a spokesperson answers a newspaper once both clearers have cleared both languages, is warned at a press conference and answers anyway; control codes what was heard and confirms what an outlet made of it; both sides put it right in one joint statement, and the chart shows it', async () => {
  const house = await openHouse(ON_THIS_MACHINE, { scenariosDirs: [join(import.meta.dirname, 'statements')] });
  try {
    const room = await gather(house);
    await done(room.control, { type: 'StartClock' });
    await done(room.control, { type: 'SetRate', rate: SLOW });
    await done(room.control, { type: 'JumpClock', to: 25 * MINUTE });
    await answerTheNewspaper(room);
    await answerLive(room);
    await sayItTogether(room);
    await lookBack(room);
    for (const person of [room.desk, room.rok, room.us]) expect(person.faults).toEqual([]);
  } finally {
    await house.close();
  }
});

/** Drafted beside the agreed line, cleared in order, published: everybody reads it on the wall. */
async function answerTheNewspaper({ desk, rok, us, deputy, adviser }: Room): Promise<void> {
  await rok.asked.getByRole('button', { name: QUESTION.ko }).first().click();
  await rok.field('press.speak.text', rok.form).first().fill(ANSWER.ko);
  await rok.sees(rok.say('press.line.missing', { language: rok.say('press.language.in.ko') }), rok.form);
  await rok.press('form.add.en', rok.form);
  await rok.form.getByRole('textbox').nth(1).fill(ANSWER.en);
  await lookAt(rok, '1-answer');
  await rok.press('press.speak.goClear', rok.form);
  await version(rok, 'ko').getByText(rok.say('press.version.asked')).waitFor();
  const publish = rok.button('press.speak.goBoth', rok.reading);
  await expect.poll(() => publish.isDisabled()).toBe(true);
  // Drafts and clearance are one side’s own.
  expect(await us.fetchRecord()).not.toContain(ANSWER.en);

  const draft = await last(deputy, 'StatementDrafted');
  await done(deputy, { type: 'ClearDraft', draft, language: 'en', act: 'clear' });
  await done(deputy, { type: 'ClearDraft', draft, language: 'ko', act: 'clear-with-edits', text: CLEARED });
  await rok.sees('공유와 협의 절차', version(rok, 'ko').locator('ins'));
  await lookAt(rok, '2-edited');
  for (const language of ['en', 'ko']) await done(adviser, { type: 'ClearDraft', draft, language, act: 'clear' });
  await expect.poll(() => publish.isEnabled()).toBe(true);
  await publish.click();
  await rok.sees(rok.say('press.draft.published'), rok.reading);

  await toPress(us);
  const said = await story(us, ANSWER.en);
  await us.sees(QUESTION.en, said);
  await said.getByRole('button').click();
  await us.sees(CLEARED, us.reading);
  await lookAt(us, '3-wall');
  await code(desk, ANSWER.en, PLANNING.en, 'affirmed');
  // Two topics that readers take for one: planning affirmed here, exercises denied there.
  await desk.sees(desk.say('control.public.flag.ambiguous'), desk.card(ANSWER.en));
}

/** Control codes something said by two taps in its hand: the topic, then what is said of it. */
async function code(desk: Controller, words: string, topic: string, stance: string): Promise<void> {
  const card = desk.card(words).filter({ hasText: desk.say('control.coding.topic') });
  await desk.hit(card.getByRole('button', { name: new RegExp(`${topic}$`) }));
  await desk.hit(card.getByRole('button', { name: new RegExp(desk.say(`control.coding.says.${stance}`)) }));
  await desk.sees(desk.say('control.coding.done', { topic, stance: desk.say(`control.coding.says.${stance}`) }));
}

/** Asked live, he is warned of the term, and answers anyway: an outlet makes more of it than was said. */
async function answerLive({ control, desk, rok, us }: Room): Promise<void> {
  await rok.begin('statements.write.conference');
  await rok.field('press.conference.name', rok.form).fill(CONFERENCE);
  await rok.press('press.conference.open', rok.form);
  await rok.reading.getByRole('heading', { name: CONFERENCE }).waitFor();
  await desk.press('control.conference.queue', desk.page.getByRole('region', { name: CONFERENCE }));
  const waits = desk.side.getByRole('form');
  await waits.getByLabel(desk.say('control.report.outlet')).selectOption({ label: 'Wire agency' });
  await desk.field('control.question.text', waits).fill(LIVE.question.en);
  await desk.press('control.conference.queueGo', waits);
  // Of the queue all know the outlet, and nobody what it will ask.
  await rok.sees('통신사', rok.reading.getByRole('region', { name: rok.say('press.conference.queue') }));
  expect(await rok.fetchRecord()).not.toContain(LIVE.question.en);
  await rok.press('press.conference.call', rok.reading);
  const now = rok.reading.getByRole('region', { name: rok.say('press.conference.now') });
  await rok.sees(LIVE.question.en, now);
  await rok.field('press.speak.text', now).fill(LIVE.answer);
  const warned = rok.reading.getByRole('list', { name: rok.say('press.warning.title') });
  await rok.sees(rok.say('press.warning.head.named', { term: '공동 연습', topics: '공동 기획 및 공동 실행' }), warned);
  // A venue in one’s own words is cleared first, as the form says; without one the answer goes out at once.
  await now.getByText(rok.say('press.speak.details')).click();
  const venue = rok.field('press.speak.venue', now);
  await venue.fill('서울');
  await rok.button('press.speak.goClear', now).waitFor();
  await lookAt(rok, '4-live-venue');
  await venue.fill('');
  await lookAt(rok, '4-live');
  await rok.press('press.speak.go.ko', now);
  await rok.sees(LIVE.answer, rok.reading.getByRole('region', { name: rok.say('press.conference.answered') }));

  await code(desk, LIVE.answer, EXERCISES.en, 'affirmed');
  const said = await last(control, 'StatementMade');
  const claims = [{ topic: 'joint-planning', stance: 'denied' }];
  await done(control, { type: 'PublishReport', speaker: 'entity:broadcaster', title: AT_ODDS, reads: [said], claims });
  await toPress(us);
  await story(us, AT_ODDS.en);
  await story(us, LIVE.question.en);
  const flagged = desk.card(AT_ODDS.en);
  await desk.sees(`${desk.say('control.public.flag.inference')}?`, flagged);
  await desk.press('control.public.confirm', flagged);
  await flagged.waitFor({ state: 'detached' });
}

/** Washington proposes one text, Seoul joins, each side gives its hand; at its time it stands on every wall. */
async function sayItTogether({ control, desk, rok, us }: Room): Promise<void> {
  await us.begin('statements.write.agree');
  await us.form.getByRole('radio', { name: us.say('press.agree.is.joint') }).check();
  await us.form.getByLabel(us.say('press.agree.subject')).selectOption({ label: SUBJECT.en });
  await us.field('press.agree.name', us.form).fill('Joint line');
  await us.field('press.agree.words', us.form).fill(JOINT);
  for (const [topic, stance] of [
    [PLANNING.en, 'affirmed'],
    [EXERCISES.en, 'denied'],
  ] as const) {
    await us.form.getByRole('button', { name: topic }).click();
    await us.form.getByRole('button', { name: us.say(`press.stance.${stance}`), exact: true }).click();
  }
  await lookAt(us, '4-agree');
  await us.form.getByLabel(us.say('press.agree.release')).selectOption('20');
  await us.press('press.agree.go.joint', us.form);
  await us.form.waitFor({ state: 'detached' });
  await rok.asked.getByRole('button', { name: 'Joint line' }).first().click();
  await rok.sees(JOINT, rok.reading.getByRole('region', { name: rok.say('press.agree.is.joint') }));
  await rok.sees(SUBJECT.ko, rok.reading);
  await lookAt(rok, '5-matter');
  await desk.page.locator('[data-centre=tables]').click();
  await desk.page.locator('.ct-tables tbody th button').first().click();
  await desk.sees(SUBJECT.en, desk.side);
  await lookAt(desk, '5-matter');
  await rok.command({ type: 'ActInMatter', matter: await last(control, 'MatterOpened'), act: 'join' });
  for (const who of [rok, us]) {
    await who.page.locator('.rail').getByRole('button').first().click();
    await who.asked
      .getByRole('button', { name: who.say('statements.ask.hand') })
      .first()
      .click();
    await who.press('press.joint.giveHand', who.reading);
    await who.sees(who.say('press.joint.givenHelp'), who.reading);
  }
  await lookAt(us, '6-hands');
  const agreed = (await control.events()).findLast(({ event }) => event.type === 'JointAgreed')?.event as unknown as {
    card: { release: number };
  };
  await done(control, { type: 'JumpClock', to: agreed.card.release });
  for (const who of [rok, us]) {
    await toPress(who);
    await who.sees(who.say('wall.joint'), await story(who, JOINT));
  }
  await lookAt(rok, '7-joint');
}

/** The review says in both languages where the two parted, for how long and what closed it; the chart has each of it as a mark with its words. */
async function lookBack({ control, desk }: Room): Promise<void> {
  await done(control, { type: 'JumpClock', to: 90 * MINUTE });
  await done(control, { type: 'EndExercise' });
  await desk.page.goto(`${seatPath(desk.page)}review`);
  await desk.page.locator('#rv-tab-said').click();
  await lookAt(desk, '8-first');
  for (const language of LANGUAGES) {
    desk.speaks(language);
    const toggle = desk.page.getByRole('button', { name: language === 'en' ? 'English' : '한국어', exact: true });
    if (await toggle.count()) await toggle.click();
    const chart = desk.page.locator('.sd-chart');
    const marks = () => chart.locator('[data-mark]').evaluateAll((found) => found.map((m) => m.getAttribute('aria-label') ?? ''));
    const holds = (...words: string[]) => expect.stringMatching(new RegExp(words.join('.*').replace(/[()]/g, '.')));
    const until = (said: string): string => desk.say('said.sentence.until', { said, time: '08:45' });
    const planning = (stance: string): string => desk.say(`said.sentence.${stance}`, { topic: PLANNING[language] });
    await expect.poll(marks).toEqual(
      expect.arrayContaining([
        // Said: of which topic, and with what it does not go together until when.
        holds(planning('affirmed'), until(desk.say('said.sentence.flag.ambiguous', { what: NO[language] }))),
        holds(until(desk.say('said.sentence.flag.contradictory', { what: NO[language] }))),
        // Reported: what an outlet made of it.
        holds(planning('denied'), desk.say('said.sentence.flag.inference', { what: '' })),
        // Repaired: by one statement of both.
        holds(desk.say('said.jointStatement'), planning('affirmed')),
      ]),
    );
    // What nobody has set right, and that the two sides are together again since their statement.
    await desk.sees(desk.say(language === 'en' ? 'said.end.repeats_one' : 'said.end.repeats', { count: 1 }), chart);
    await desk.sees(desk.say('said.together.again', { time: '08:45' }), chart);
  }
  await lookAt(desk, '8-chart');
}

/** A stage of it: what axe finds there, at every third as the seed chooses, and a picture if one is wanted. */
async function lookAt(person: Person, stage: string): Promise<void> {
  if (LONG || (Number.parseInt(stage, 10) + seed) % 3 === 0) expect(await ask(person.page, stage)).toEqual([]);
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await person.page.screenshot({ path: join(pictures, `statements-${stage}.${person.language}.png`) });
}
