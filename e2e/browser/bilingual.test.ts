import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { director } from '../../packages/server/src/test/server.ts';
import { Controller } from './controller.ts';
import { type House, ON_THIS_MACHINE, openHouse } from './house.ts';
import { readMsel } from './msel.ts';
import { type Person, seated } from './person.ts';
import { Player } from './player.ts';

/** `ENTENTE_PICTURES=FOLDER` keeps a picture of every stage, to be looked at. */
const pictures = process.env.ENTENTE_PICTURES;

/** An inject that both offices get, and words of it as it was written in either language. */
const INJECT = 'i-021';
const OUTDATED = { en: 'came back on the reserve', ko: '예비선으로 복구됨' };
const CORRECTED = { en: 'The line failed for nine minutes and is still down.', ko: '직통선이 9분간 끊겼고 아직 복구되지 않음.' };
const MESSAGE = '예비선 사용을 건의드립니다.';
/** What the English reader writes in the language of those who read it. */
const IN_KOREAN = '예비선 사용에 동의합니다.';
const OURS = 'They propose to use the reserve line.';

const SEATS = ['control', 'seat:rok-nsa', 'seat:us-nsa', 'seat:us-senior-director'] as const;
/** The English reader's cell, as the Korean reader's list names it: the colleague gets what it gets. */
const CELL = 'us-office';

interface Readers {
  readonly lead: Controller;
  readonly korean: Player;
  readonly english: Player;
  /** By which a colleague of the English reader comes in. */
  readonly colleague: string;
}

async function gather(house: House): Promise<Readers> {
  const lobby = await director(house.server, house.url);
  const { id } = (await (await lobby.post('/api/exercises', { scenario: 'extended-deterrence' })).json()) as { id: string };
  const made = await (await lobby.post(`/api/exercises/${id}/links`, { seats: SEATS })).json();
  const { links } = made as { links: { seat: string; url: string }[] };
  const link = (seat: (typeof SEATS)[number]): string => links.find((l) => l.seat === seat)?.url ?? '';
  const lead = await seated(house, Controller, 'en', link('control'), 'Lead');
  const korean = await seated(house, Player, 'ko', link('seat:rok-nsa'), '서울 안보실장');
  const english = await seated(house, Player, 'en', link('seat:us-nsa'), 'Washington adviser');
  await lead.stream.waitFor();
  await korean.readCard();
  await english.readCard();
  return { lead, korean, english, colleague: link('seat:us-senior-director') };
}

it('A correction in one language is marked for readers of the other until control adds theirs; the report prints both', async () => {
  const house = await openHouse(ON_THIS_MACHINE);
  try {
    const title = await readMsel();
    const titles = { en: title(INJECT, 'en'), ko: title(INJECT, 'ko') };
    const readers = await gather(house);
    const { lead, korean, english } = readers;
    await lead.clock('start');
    await lead.release(titles.en);
    await korean.open(titles.ko);
    await korean.sees(OUTDATED.ko, korean.reading);

    await correctInEnglish(lead);
    await readInEnglish(english, titles.en);
    await readUntranslated(korean, titles);
    await addKorean(lead, titles.en);
    await readTranslated(korean, titles.ko);
    await translateForOwnSide(readers, title(CELL, 'ko'));
    await writeInTheirs(readers);
    await readAsColleague(readers, house.url);
    await lookAsWriter(korean);

    await lead.end();
    await lead.openReport();
    const printed = await lead.page.getByRole('row').filter({ hasText: CORRECTED.en }).first().innerText();
    for (const words of [titles.en, titles.ko, CORRECTED.ko]) expect(printed).toContain(words);
    await keep(lead, '9-report');
    for (const person of [lead, korean, english]) expect(person.faults).toEqual([]);
  } finally {
    await house.close();
  }
});

async function correctInEnglish(lead: Controller): Promise<void> {
  await lead.press('control.amend.correctAct', lead.side);
  await box(lead, lead.side, 'control.write.text').fill(CORRECTED.en);
  // The choice stands below the text that is left behind; the title was not touched, and stays in both.
  const holds = lead.side.getByRole('checkbox', { name: lead.say('control.amend.keep.ko') });
  expect(await holds.count()).toBe(1);
  const field = lead.side.getByRole('textbox', { name: lead.say('form.titleIn.ko', { title: lead.say('control.write.text') }) });
  const [below, above] = await Promise.all([holds.boundingBox(), field.boundingBox()]);
  expect((below?.y ?? 0) - (above?.y ?? 0) - (above?.height ?? 0)).toBeLessThan(24);
  await keep(lead, '1-correct');
  await lead.press('control.amend.sendCorrection', lead.side);
  await lead.side.getByRole('form').waitFor({ state: 'detached' });
}

async function readInEnglish(english: Player, title: string): Promise<void> {
  await english.acknowledge(title);
  await english.sees(CORRECTED.en, english.reading);
  expect(await letter(english).innerText()).not.toContain(OUTDATED.en);
  expect(await marks(english)).toBe(0);
}

/** What stands is English, under the title that still holds, and says so; the Korean of before stands under what no longer holds alone. */
async function readUntranslated(korean: Player, titles: { en: string; ko: string }): Promise<void> {
  await korean.sees(CORRECTED.en, letter(korean));
  await korean.acknowledge(titles.ko);
  expect(await marks(korean)).toBe(1);
  expect(await korean.reading.getByRole('heading', { name: titles.ko }).count()).toBe(1);
  expect(await letter(korean).innerText()).toBe(CORRECTED.en);
  expect(await korean.inbox.getByText(titles.en).count()).toBe(0);
  for (const former of await korean.reading.getByText(OUTDATED.ko).all()) expect(await former.isVisible()).toBe(false);
  await keep(korean, '2-not-yet');
}

async function addKorean(lead: Controller, title: string): Promise<void> {
  await lead.page.locator('[data-centre=translations]').click();
  const place = lead.page.getByRole('region', { name: lead.say('translations.centre.translations') });
  await lead.hit(place.getByRole('button', { name: title }));
  await keep(lead, '3-to-translate');
  await box(lead, place, 'translations.text.ko').fill(CORRECTED.ko);
  await lead.press('translations.go.all', place);
  await lead.sees(lead.say('translations.none'), place);
  expect(await place.getByRole('listitem').count()).toBe(0);
  await lead.sees(lead.say('control.happened.inject.translated', { number: '021 · K013 · U012', title }), lead.stream);
  await keep(lead, '4-nothing-to-translate');
}

async function readTranslated(korean: Player, title: string): Promise<void> {
  await korean.sees(CORRECTED.ko, letter(korean));
  expect(await letter(korean).innerText()).toBe(CORRECTED.ko);
  expect(await marks(korean)).toBe(0);
  expect(await korean.reading.getByRole('heading', { name: title }).count()).toBe(1);
  await korean.sees(korean.say('kit.state.acknowledged'), korean.reading);
  expect(await korean.button('seat.acknowledge', korean.reading).count()).toBe(0);
  await keep(korean, '5-translated');
}

async function translateForOwnSide({ korean, english }: Readers, cell: string): Promise<void> {
  await korean.write({ to: [cell], text: MESSAGE });
  await english.open(MESSAGE);
  expect(await marks(english)).toBe(1);
  await english.press('translations.add.us.en', english.reading);
  await box(english, english.reading, 'translations.text.en').fill(OURS);
  await english.press('translations.go.us', english.reading);
  await english.sees(OURS, english.reading.getByRole('region', { name: english.say('translations.own.en') }));
  await keep(english, '6-own-translation');
}

/** A screen in one language, and a text in the other alone: it says its own language, and its readers see no mark. */
async function writeInTheirs({ korean, english }: Readers): Promise<void> {
  await english.press('seat.reply', english.reading);
  await english.press('form.in.ko', english.form);
  const text = english.say('form.titleIn.ko', { title: english.say('messages.compose.text') });
  await english.form.getByRole('textbox', { name: text }).fill(IN_KOREAN);
  await english.press('messages.compose.send', english.form);
  await english.form.waitFor({ state: 'detached' });
  await korean.open(IN_KOREAN);
  expect(await marks(korean)).toBe(0);
  await english.open(MESSAGE);
}

/** At the same browser, which goes to the colleague's seat. */
async function readAsColleague({ english, colleague }: Readers, url: string): Promise<void> {
  const { request } = english.context;
  const headers = { origin: url };
  const joined = await request.post(`${url}/api/join`, { headers, data: { token: new URL(colleague).hash.slice(1) } });
  const { path } = (await joined.json()) as { path: string };
  const command = { id: 'colleague-takes-the-seat', command: { type: 'TakeSeat', name: 'Washington colleague' } };
  expect((await request.post(`${url}${path}api/commands`, { headers, data: command })).ok()).toBe(true);
  await english.page.goto(url + path);
  await english.readCard();
  await english.open(MESSAGE);
  await english.sees(OURS, english.reading.getByRole('region', { name: english.say('translations.own.en') }));
  await keep(english, '7-colleague');
}

/** The writer's side is not told: neither on the screen nor in anything that its page was given. */
async function lookAsWriter(korean: Player): Promise<void> {
  await korean.sees(MESSAGE, korean.reading);
  expect(await korean.reading.getByText(OURS).count()).toBe(0);
  expect(await korean.fetchRecord()).not.toContain(OURS);
  expect(await korean.fetchRecord()).toContain(MESSAGE);
  await keep(korean, '8-writer');
}

/** A field by its whole name: its other language's stands beside it. */
const box = (person: Person, within: Locator, key: string): Locator => within.getByRole('textbox', { name: person.say(key), exact: true });

/** The text that stands, and not those that stood before. */
const letter = (reader: Player): Locator => reader.reading.locator('.letter > .letter-text');

/** How many marks say that it is not in the reader's language. */
const marks = (reader: Player): Promise<number> => reader.reading.getByText(reader.say('kit.said.notYet'), { exact: true }).count();

async function keep(person: Person, stage: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await person.page.screenshot({ path: join(pictures, `bilingual-${stage}.${person.language}.png`) });
  const size = person.page.viewportSize();
  if (!size) return;
  await person.page.setViewportSize({ width: 390, height: 844 });
  await person.page.screenshot({ path: join(pictures, `bilingual-${stage}.${person.language}.390.png`) });
  await person.page.setViewportSize(size);
}
