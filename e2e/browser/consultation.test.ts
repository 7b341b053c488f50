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
/** Control plays the chair. */
const CHAIR = { speaker: 'seat:c-minister' };
const SEATS = ['control', 'seat:rok-nsa', 'seat:us-nsa'] as const;
/** Scenario time all but stands still while people act: ten seconds of it are a hundred of the wall’s. */
const SLOW = 0.1;

const NOTICE = { en: 'Notice to shipping', ko: '선박 안전 공지' };
const PARAGRAPHS = [
  { en: 'Ships keep clear of the eastern waters.', ko: '선박은 동쪽 수역을 피한다.' },
  { en: 'The advice applies until 18:00.', ko: '이 권고는 18시까지 적용한다.' },
];
const AMENDED = { en: 'The advice applies until 18:00 and is looked at again.', ko: '이 권고는 18시까지 적용하며 다시 검토한다.' };
const AGAIN = { en: 'Notice to shipping, anew', ko: '선박 안전 공지 재상정' };
const RESERVATION = '연안 어선은 제외한다.';
const LINE = 'Joint line on the measure';
const FISHERY = {
  title: 'Fishery notice',
  first: 'Boats stay in port.',
  worded: 'Boats of more than ten metres stay in port.',
  question: 'Between the two of us: do you agree to Sunday?',
  answer: { en: 'To Sunday, yes.', ko: '일요일까지라면 동의한다.' },
};
const COMMA = {
  before: 'Both governments answer in these words within one hour.',
  after: 'Both governments answer in these words, within one hour.',
};

interface Room {
  readonly house: House;
  readonly control: Door;
  /** Control at its screen, in English until it looks back in both languages. */
  readonly desk: Controller;
  readonly rok: Player;
  readonly us: Player;
  /** A forum’s id by the scenario’s. */
  readonly forum: (scenario: string) => Promise<string>;
}

async function gather(house: House): Promise<Room> {
  const lobby = await director(house.server, house.url);
  const { id } = (await (await lobby.post('/api/exercises', { scenario: 'council' })).json()) as { id: string };
  const made = (await (await lobby.post(`/api/exercises/${id}/links`, { seats: [...SEATS] })).json()) as {
    links: { seat: string; url: string }[];
  };
  const linkOf = (seat: string): string => made.links.find((link) => link.seat === seat)?.url ?? '';
  const control = new Door(house.url, { origin: house.url });
  const joined = await control.post('/api/join', { token: new URL(linkOf('control')).hash.slice(1) });
  control.path = ((await joined.json()) as { path: string }).path;
  await done(control, { type: 'TakeSeat', name: 'Lead control' });
  const [desk, rok, us] = await Promise.all([
    seated(house, Controller, 'en', linkOf('control'), 'At the tables'),
    seated(house, Player, 'ko', linkOf('seat:rok-nsa'), '안보실장'),
    seated(house, Player, 'en', linkOf('seat:us-nsa'), 'Adviser'),
  ]);
  await Promise.all([desk.page.locator('[data-centre=tables]').filter({ visible: true }).click(), rok.readCard(), us.readCard()]);
  const forum = async (scenario: string): Promise<string> => {
    const named = (await control.events()).find(({ event }) => event.type === 'ForumNamed' && event.scenario === scenario);
    return named?.event.forum as string;
  };
  return { house, control, desk, rok, us, forum };
}

/** Something that control does by request: the first event that came of it. */
async function done(control: Door, command: object): Promise<string> {
  const answer = await control.command(command);
  const body = (await answer.json()) as { events: string[] };
  if (!answer.ok) throw new Error(JSON.stringify(body));
  return body.events[0] as string;
}

/** The latest event of a kind that a seat or control holds. */
async function last(door: Door, type: string): Promise<{ readonly id: string; readonly event: Readonly<Record<string, unknown>> }> {
  const found = (await door.events()).findLast(({ event }) => event.type === type);
  if (!found) throw new Error(`no ${type}`);
  return found;
}

const toTable = (who: Player): Promise<void> =>
  who.page
    .getByRole('button', { name: who.say('consultation.place.table') })
    .first()
    .click();
/** Opens a matter or text in the place Table: it is read from its top, however far down the last was read. */
async function openOnTable(who: Player, title: string): Promise<void> {
  await toTable(who);
  await who.reading.locator('.panel-body').evaluate((body) => body.scrollTo(0, body.scrollHeight));
  await who.page.locator('.cs-table button.cs-row', { hasText: title }).first().click();
  await who.reading.getByRole('heading', { name: title }).waitFor();
  await expect.poll(() => who.reading.locator('.panel-body').evaluateAll((bodies) => bodies.map((body) => body.scrollTop))).toEqual([0]);
}
/** A line of control’s Tables, or of the review’s list, by its matter and the version that it is about. */
const line = (desk: Controller, title: string, version: number): Locator =>
  desk.page.getByRole('row').filter({ hasText: `${title}, ${desk.say('matters.detail.version', { n: version })}` });
/** Opens what is closed without trouble, and waits until a line says so. */
async function closedWell(desk: Controller, title: string, version: number, outcome: string): Promise<Locator> {
  const folded = desk.page.locator('.ct-tb-quiet button[aria-expanded=false]');
  const state = desk.page.locator('.ct-tb-left strong', { hasText: new RegExp(`^${desk.say(`matters.outcome.${outcome}`)}$`) });
  const shown = line(desk, title, version).filter({ has: state });
  await folded.or(shown).first().waitFor();
  if (await folded.count()) await folded.click();
  await shown.waitFor();
  return shown;
}
/** How the matter that somebody reads ended stands on top of it, in these words alone: its text may promise the same. */
const isOver = (who: Player, outcome: string): Promise<void> =>
  who.reading.locator('.cs-clock-span', { hasText: new RegExp(`^${who.say(`table.outcome.${outcome}`)}$`) }).waitFor();
const act = (who: Player, key: string, values: Readonly<Record<string, string | number>> = {}): Promise<void> =>
  who.reading
    .getByRole('button', { name: who.say(`table.act.${key}`, values), exact: true })
    .first()
    .click();

it('three sides break a silence in its last ten seconds, adopt it anew with a reservation, and sign a text again after a changed comma; for the third control does at the table what a seat does', async () => {
  const house = await openHouse(ON_THIS_MACHINE, { scenariosDirs: [join(import.meta.dirname, 'consultation')] });
  try {
    const room = await gather(house);
    await done(room.control, { type: 'StartClock' });
    await done(room.control, { type: 'SetRate', rate: SLOW });
    await breakSilence(room);
    await adopt(room);
    await signTwice(room);
    await controlActs(room);
    await lookBack(room);
    for (const person of [room.desk, room.rok, room.us]) expect(person.faults).toEqual([]);
  } finally {
    await house.close();
  }
});

/** The chair puts a text under silence; Seoul amends it ten seconds before it expires. */
async function breakSilence({ control, desk, rok, us, forum }: Room): Promise<void> {
  const council = await forum('council');
  const text = await done(control, { type: 'TableText', forum: council, title: NOTICE, paragraphs: PARAGRAPHS, ...CHAIR });
  const due = 10 * MINUTE;
  const silence = { type: 'OpenMatter', forum: council, procedure: 'silence', title: NOTICE, text: NOTICE, on: text };
  await done(control, { ...silence, due, ...CHAIR });
  await rok.asked.getByRole('button', { name: NOTICE.ko }).first().click();
  await rok.sees(rok.say('table.clock.follows.agreed'), rok.reading);
  await done(control, { type: 'JumpClock', to: due - 10_000 });
  await act(rok, 'break');
  await rok.reading.getByLabel(rok.say('table.break.paragraph')).selectOption('p2');
  await rok.sees(rok.say('table.break.consequence_other', { count: 3 }), rok.form);
  await rok.form.getByRole('textbox').nth(0).fill(AMENDED.ko);
  await rok.form.getByRole('textbox').nth(1).fill(AMENDED.en);
  await lookAt(rok, '1-break');
  await rok.press('table.break.goAmend', rok.form);
  await isOver(rok, 'broken');

  await toTable(us);
  await us.page.locator('.cs-fold summary', { hasText: us.say('table.list.closedToday') }).click();
  await us.page.locator('.cs-fold button', { hasText: NOTICE.en }).click();
  await us.sees(us.say('table.over.broken'), us.reading);
  // The wording goes to all, the name of its party to the chair alone.
  const course = us.reading.getByRole('region', { name: us.say('table.course.title') });
  await us.sees(us.say('table.course.aMember'), course);
  expect(await course.innerText()).toContain(AMENDED.en);
  expect(JSON.stringify((await last(control, 'ActNamed')).event)).toContain('seat:rok-nsa');
  await lookAt(us, '2-broken');
  const broken = line(desk, NOTICE[desk.language], 1);
  await desk.sees(desk.say('matters.trouble.broken'), broken);
  await desk.sees(new RegExp(`^${desk.say('matters.did.amend')}`), broken);
  await broken.getByRole('button').click();
  await desk.sees(AMENDED[desk.language], desk.side);
  await lookAt(desk, '9-tables');
}

/** What was asked for becomes the text, all take it, and nobody objects: it is adopted, with a reservation that stays. */
async function adopt({ control, desk, rok, us }: Room): Promise<void> {
  const text = (await last(control, 'TextTabled')).id;
  const word = { type: 'SetWording', of: text, version: 1, paragraph: 'p2', words: AMENDED };
  const bracket = await done(control, { ...word, ...CHAIR });
  await rok.command({ type: 'TakeWording', bracket });
  await openOnTable(us, NOTICE.en);
  await us.press('table.bracket.take', us.reading);
  await us.sees(us.say('table.bracket.thenSettled', { version: 2 }), us.reading);
  await lookAt(us, '3-take');
  await us.reading.getByRole('button', { name: us.say('table.bracket.takeOf', { who: 'Partner C' }) }).click();
  await us.sees(us.say('table.version', { n: 2 }), us.reading);

  await proposeAnew(desk);
  const { due } = (await last(control, 'MatterOpened')).event.card as { due: number };
  await openOnTable(rok, AGAIN.ko);
  await act(rok, 'statement');
  await rok.form.getByRole('radio').nth(1).check();
  await rok.form.getByLabel(rok.say('table.statement.paragraph')).selectOption('p1');
  await rok.form.getByRole('textbox').first().fill(RESERVATION);
  await rok.press('table.statement.go.reserve', rok.form);
  await rok.sees(RESERVATION, rok.reading);
  await openOnTable(us, AGAIN.en);
  await act(us, 'settle');
  await us.sees(us.say('table.act.unsettle'), us.reading);
  await lookAt(us, '4-settled');
  // What a side settles for itself, nobody else is told.
  expect((await rok.fetchRecord()).includes('no-objection')).toBe(false);

  await done(control, { type: 'JumpClock', to: due - 10_000 });
  await done(control, { type: 'SetRate', rate: 60 });
  await isOver(us, 'adopted');
  await done(control, { type: 'SetRate', rate: SLOW });
  await us.sees(RESERVATION, us.reading);
  await isOver(rok, 'adopted');
  await lookAt(rok, '5-adopted');
  const adopted = await closedWell(desk, AGAIN.en, 2, 'adopted');
  await desk.sees(desk.say('matters.cell.said.reserve'), adopted);
}

/** Control puts the text that it reads under silence anew, in the chair’s name. */
async function proposeAnew(desk: Controller): Promise<void> {
  await desk.press('matters.opening.on', desk.side);
  const form = desk.side.getByRole('form');
  await form.getByRole('textbox').nth(0).fill(AGAIN.en);
  await form.getByRole('textbox').nth(1).fill(AGAIN.ko);
  await form.locator('summary').first().click();
  await form.getByLabel(desk.say('table.consult.what')).selectOption('silence');
  await desk.press('table.consult.go.silence', form);
  await desk.side.getByRole('heading', { name: AGAIN.en }).waitFor();
}

/** Washington tables a line and opens it for signature; a comma that both take makes a new version, and both sign again. */
async function signTwice({ desk, rok, us }: Room): Promise<void> {
  await us.begin('consultation.write.text');
  await us.form.getByLabel(us.say('table.tabling.forum')).selectOption({ label: 'Consultative Group' });
  await us.form.getByRole('textbox', { name: us.say('table.tabling.name') }).fill(LINE);
  await us.form.getByRole('textbox', { name: us.say('table.tabling.text') }).fill(`We have consulted.\n${COMMA.before}`);
  await us.press('table.tabling.go', us.form);
  await us.reading.getByRole('heading', { name: LINE }).waitFor();
  await act(us, 'openSignature');
  await us.form.locator('button[type=submit]').click();
  await us.reading.getByRole('region', { name: us.say('table.sign.title') }).waitFor();

  // In English alone: nobody certifies that it says the same in Korean, and a Korean reader is not left before empty paragraphs.
  expect(await us.reading.getByRole('button', { name: us.say('table.text.certify') }).count()).toBe(0);
  await rok.page.setViewportSize({ width: 1024, height: 768 });
  await openOnTable(rok, LINE);
  await rok.sees('We have consulted.', rok.reading);
  await sign(rok, 1);
  await us.reading.locator('.cs-signs .chip', { hasText: new RegExp(`^${us.say('table.sign.signed')}`) }).waitFor();

  await us.reading
    .getByRole('article')
    .nth(1)
    .getByRole('button', { name: us.say('table.text.word') })
    .click();
  await us.form.getByRole('textbox').first().fill(COMMA.after);
  await us.press('table.wording.go', us.form);
  await rok.press('table.bracket.take', rok.reading);
  await rok.sees(rok.say('table.bracket.voids', { who: '대한민국' }), rok.reading);
  await lookAt(rok, '6-comma');
  await rok.reading.getByRole('button', { name: rok.say('table.bracket.takeOf', { who: '미국' }) }).click();
  await rok.sees(/부터 무효/, rok.reading);
  await lookAt(rok, '7-void');
  await desk.sees(desk.say('matters.cell.void'), line(desk, LINE, 2));
  await sign(rok, 2);
  await sign(us, 2);
  await isOver(us, 'signed');
  await isOver(rok, 'signed');
  await us.sees(us.say('table.version', { n: 2 }), us.reading.getByRole('heading', { name: LINE }));
  await lookAt(us, '8-signed');
  await closedWell(desk, LINE, 2, 'signed');
}

/** In the review one reads, in both languages, what was broken and how near its end, adopted with what, signed, and what was void. */
async function lookBack({ control, desk }: Room): Promise<void> {
  await done(control, { type: 'EndExercise' });
  await desk.page.goto(`${seatPath(desk.page)}review`);
  await desk.page.locator('#rv-tab-agreed').click();
  await desk.press('matters.review.list');
  for (const language of LANGUAGES) {
    desk.speaks(language);
    const toggle = desk.page.getByRole('button', { name: language === 'en' ? 'English' : '한국어', exact: true });
    if (await toggle.count()) await toggle.click();
    const told = desk.page.locator('.rv-sentence').last();
    for (const key of ['consultBroken', 'consultHeld', 'consultSaid', 'consultVoid'])
      await expect.poll(() => told.innerText()).toMatch(new RegExp(desk.say(`review.sentence.${key}`, { n: 1 }), 'i'));
    const broken = line(desk, NOTICE[language], 1);
    const amended = desk.say('matters.cell.before', { did: desk.say('matters.did.amend'), span: desk.say('kit.span.seconds', { n: 10 }) });
    await desk.sees(new RegExp(`^K ${amended.replace('10', '\\d+')}`), broken);
    const adopted = line(desk, AGAIN[language], 2);
    await desk.sees(new RegExp(`^K ${desk.say('matters.cell.held')}, ${desk.say('matters.cell.said.reserve')}`), adopted);
    await desk.sees(new RegExp(`^${desk.say('matters.outcome.adopted')} `), adopted);
    await desk.sees(new RegExp(`^${desk.say('matters.outcome.signed')} `), line(desk, LINE, 2));
  }
  await lookAt(desk, '10-review');
  // In Washington’s edition nobody is named: each other member stayed silent or broke it.
  await desk.page
    .getByRole('group', { name: desk.say('review.seeAs') })
    .getByRole('button', { name: '미국', exact: true })
    .click();
  await desk.sees(`K ${desk.say('matters.cell.unnamed')}`, line(desk, NOTICE.ko, 1));
}

/** Control tables a text, words it, takes and drops a wording, and asks somebody alone, in the name of the side that it plays and by a seat’s own forms. */
async function controlActs({ control, desk: lead, us, rok, forum }: Room): Promise<void> {
  const begin = (what: string) => lead.press(`matters.tables.begin.${what}`);
  await begin('table-text');
  await lead.sees(lead.say('matters.acting.title', { party: 'Partner C' }), lead.side);
  const form = lead.side.getByRole('form');
  await form.getByRole('textbox', { name: lead.say('table.tabling.name') }).fill(FISHERY.title);
  await form.getByRole('textbox', { name: lead.say('table.tabling.text') }).fill(`${FISHERY.first}\nIt ends on Sunday.`);
  await lead.press('table.tabling.go', form);
  await lead.side.getByRole('heading', { name: FISHERY.title }).waitFor();

  const paragraph = (n: number) => lead.side.getByRole('article', { name: lead.say('table.text.paragraph', { n }) });
  await lead.press('table.text.word', paragraph(1));
  await form.getByRole('textbox').first().fill(FISHERY.worded);
  await lead.press('table.wording.go', form);
  await lead.sees(lead.say('table.bracket.byControl'), paragraph(1));
  await openOnTable(us, FISHERY.title);
  await us.sees(FISHERY.worded, us.reading);
  const text = (await last(control, 'TextTabled')).id;
  await us.command({ type: 'SetWording', of: text, version: 1, paragraph: 'p2', words: 'It ends on Monday.' });
  await lead.press('table.bracket.take', paragraph(2));
  await lead.press('table.bracket.drop', paragraph(1));
  await lead.side.getByRole('button', { name: lead.say('table.bracket.takeOf', { who: 'United States' }) }).click();
  await lead.sees(lead.say('table.bracket.takenBy'), paragraph(2));
  await lookAt(lead, '9-control');

  await begin('matter');
  await form.getByLabel(lead.say('table.consult.whom')).selectOption({ label: lead.say('table.consult.people') });
  const whom = form.getByLabel(lead.say('table.consult.peopleWhom'), { exact: false }).and(lead.page.locator('input')).first();
  await whom.fill('United States');
  await lead.side.getByRole('option', { name: 'United States' }).first().click();
  await form.getByRole('textbox', { name: lead.say('table.consult.question') }).fill(FISHERY.question);
  await lead.press('table.consult.go.exchange', form);
  await openOnTable(us, FISHERY.question);
  await answerInBoth(us, (await last(control, 'MatterOpened')).id);
  expect((await last(control, 'ConsultationTranslated')).event.text).toEqual(FISHERY.answer);
  expect((await rok.fetchRecord()).includes(FISHERY.question)).toBe(false);

  // The record names the hand, to lead control alone; to others it is the minister’s act.
  const mine = (await control.events())
    .filter(({ event }) => event.type === 'ActedFor' && event.by === 'control')
    .map(({ event }) => event.of);
  const done = [await last(control, 'MatterOpened'), await last(control, 'BracketTaken'), await last(control, 'BracketDropped')];
  for (const { id, event } of [...done, { id: text, event: { by: 'seat:c-minister' } }]) {
    expect(mine).toContain(id);
    expect(event.by ?? (event.card as { by: string }).by).toBe('seat:c-minister');
  }
  expect(await us.fetchRecord()).not.toContain('ActedFor');
  expect(await forum('council')).toBe((await last(control, 'TextTabled')).event.forum);
}

/** Washington answers in one language, and adds the other beneath its own words. */
async function answerInBoth(us: Player, matter: string): Promise<void> {
  const { en, ko } = FISHERY.answer;
  await us.command({ type: 'ActInMatter', matter, act: 'view', text: { en } });
  await us.press('translations.add.all.ko', us.reading.locator('.cs-position'));
  const form = us.reading.getByRole('form', { name: us.say('translations.add.all.ko') });
  await form.getByRole('textbox').fill(ko);
  await us.press('translations.go.all', form);
  await form.waitFor({ state: 'detached' });
}

async function sign(who: Player, version: number): Promise<void> {
  await act(who, 'sign', { version });
  // The press brings the form into sight, though it stands below a long text.
  await expect.poll(() => who.form.evaluate((form) => form.getBoundingClientRect().bottom <= innerHeight)).toBe(true);
  await who.form.locator('button[type=submit]').click();
  await who.form.waitFor({ state: 'detached' });
}

/** A stage of it: what axe finds there, at every third as the seed chooses, and a picture if one is wanted. */
async function lookAt(person: Person, stage: string): Promise<void> {
  if (LONG || (Number.parseInt(stage, 10) + seed) % 3 === 0) expect(await ask(person.page, stage)).toEqual([]);
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await person.page.screenshot({ path: join(pictures, `consultation-${stage}.${person.language}.png`) });
}
