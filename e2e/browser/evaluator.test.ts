import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csv } from '../../packages/documents/src/fixture.ts';
import { Guesses } from '../../packages/documents/src/guesses.ts';
import { openSheets } from '../../packages/documents/src/sheet/open.ts';
import { director } from '../../packages/server/src/test/server.ts';
import { takeSheet } from '../../packages/server/src/test/sheet.ts';
import { chosen } from '../chosen.ts';
import { Controller } from './controller.ts';
import { type House, ON_THIS_MACHINE, openHouse } from './house.ts';
import { readMsel, type TitleOf } from './msel.ts';
import { Person, seated } from './person.ts';
import { LANGUAGES } from './words.ts';

/** Whoever sits at an evaluators’ door. */
class Evaluator extends Person {
  region(key: string): Locator {
    return this.page.getByRole('region', { name: this.say(key), exact: true });
  }
  get notes(): Locator {
    return this.region('control.note.title');
  }
  get middle(): Locator {
    return this.region('control.centre.msel');
  }
  get side(): Locator {
    return this.page.locator('.ct-side');
  }
  /** What was sent from here, by kind, and what was refused. */
  readonly sent: string[] = [];
  readonly refused: string[] = [];

  listen(): void {
    this.page.on('response', (answer) => {
      if (!answer.url().endsWith('/api/commands')) return;
      const { command } = answer.request().postDataJSON() as { command: { type: string } };
      this.sent.push(command.type);
      if (!answer.ok()) this.refused.push(command.type);
    });
  }
  async note(text: string): Promise<void> {
    await this.field('control.note.text', this.notes).fill(text);
    await this.page.keyboard.press('Control+Enter');
    await this.sees(text, this.notes.getByRole('list'));
  }
}

/** A sheet of two rows: one names nobody who is understood, one everybody. */
const SHEET = csv([
  ['No', 'Time', 'From', 'To', 'Title', 'Message'],
  ['1', '09:00', 'Wire', '???', 'Doubtful', 'For whom?'],
  ['2', '09:05', 'Wire', 'All', 'Said to all', 'For everybody.'],
]);

let house: House;
let lobby: Awaited<ReturnType<typeof director>>;
let named: TitleOf;
beforeAll(async () => {
  [house, named] = await Promise.all([openHouse(ON_THIS_MACHINE), readMsel()]);
  lobby = await director(house.server, house.url);
});
afterAll(() => house.close());

/** A new exercise, and the links of these places. */
async function opened(scenario: string, seats: readonly string[]): Promise<string[]> {
  const { id } = (await (await lobby.post('/api/exercises', { scenario })).json()) as { id: string };
  const made = (await (await lobby.post(`/api/exercises/${id}/links`, { seats })).json()) as { links: { url: string }[] };
  return made.links.map(({ url }) => url);
}

describe('Evaluators', () => {
  it.each(chosen('evaluator', LANGUAGES))(
    'of one party see its rows and its expected actions with their state, keep notes on them, and are offered nothing that would be refused (%s)',
    async (language) => {
      const [control = '', link = ''] = await opened('extended-deterrence', ['control', 'evaluators:rok']);
      const lead = await seated(house, Controller, language, control, 'Lead');
      const evaluator = await seated(house, Evaluator, language, link, 'Dr. Lee');
      evaluator.listen();
      await lead.command({ type: 'StartClock' });
      await lead.command({ type: 'JumpClock', to: 30 * 60_000 });
      await lead.command({ type: 'CallRoll' });

      // What its party got, and what it was to do.
      await evaluator.press('control.timeline.table');
      const line = (id: string): Locator => evaluator.middle.getByRole('row').filter({ hasText: named(id, language) });
      await evaluator.sees(evaluator.say('control.status.released'), line('i-001'));
      await evaluator.sees(evaluator.say('control.status.passed'), line('e-01'));
      await evaluator.sees(evaluator.say('control.status.open'), line('e-04'));
      expect(await evaluator.middle.getByText(named('i-002', language)).count()).toBe(0);

      // A note on a line, and one on nothing; the thing stays named, and opens by its name.
      await line('i-001').getByRole('button').click();
      await evaluator.press('control.evaluation.noteOn', evaluator.side);
      await evaluator.note('Read at once, and passed on.');
      await evaluator.note(DANGEROUS);
      const [newest, older] = [evaluator.notes.getByRole('listitem').nth(0), evaluator.notes.getByRole('listitem').nth(1)];
      await evaluator.sees(DANGEROUS, newest);
      await evaluator.sees(named('i-001', language), older);
      await evaluator.press('seats.roll.here', evaluator.notes);
      await evaluator.button('seats.roll.here').waitFor({ state: 'detached' });

      await pressEverything(evaluator.page);
      expect(evaluator.refused).toEqual([]);
      expect([...new Set(evaluator.sent)].sort()).toEqual(['AnswerRoll', 'WriteNote']);

      // After ENDEX the notes stand in the review and in the report, of those who may have them, and on what they are about.
      // A roll that nobody can answer any more is not asked.
      await lead.command({ type: 'CallRoll' });
      await evaluator.button('seats.roll.here').waitFor();
      await lead.command({ type: 'EndExercise' });
      await evaluator.button('seats.roll.here').waitFor({ state: 'detached' });
      await evaluator.openReview();
      await evaluator.page.getByRole('tab', { name: evaluator.say('review.tabs.notes') }).click();
      const noted = evaluator.page.locator('.rv-table tbody tr');
      await noted.nth(1).waitFor();
      expect(await noted.count()).toBe(2);
      await checkSaved(evaluator, named('i-001', language));
      await noted
        .filter({ hasText: named('i-001', language) })
        .getByRole('button', { name: named('i-001', language) })
        .click();
      await evaluator.sees('Read at once, and passed on.', evaluator.page.locator('.rv-detail').getByRole('region'));
      await evaluator.sees(
        evaluator.say('review.event.NoteWritten', { who: '', title: 'Read at once' }).trim(),
        evaluator.page.locator('.rv-events'),
      );
      for (const [person, edition] of [
        [evaluator, undefined],
        [lead, 'control'],
      ] as const) {
        const report = await person.openReport(edition);
        expect(report).toContain('Read at once, and passed on.');
        expect(report).toContain(person.say('report.parts.observations'));
      }
      for (const edition of ['joint', 'party:rok']) expect(await lead.openReport(edition)).not.toContain('passed on.');
      expect(evaluator.faults).toEqual([]);
      await evaluator.context.close();
      await lead.context.close();
    },
  );

  it.each(chosen('evaluator of a sheet', LANGUAGES))(
    'of an imported exercise are told what will appear, and see it when lead control has chosen or released it (%s)',
    async (language) => {
      const { scenario } = await takeSheet(lobby, SHEET, 'sheet.csv');
      const [control = '', all = '', watching = ''] = await opened(scenario, ['control', 'evaluators', 'observers']);
      const lead = await seated(house, Controller, language, control, 'Lead');
      const evaluator = await seated(house, Evaluator, language, all, 'Dr. Lee');
      const observer = await seated(house, Person, language, watching);
      await evaluator.sees(evaluator.say('control.nothingYet.all'), evaluator.middle);
      await observer.sees(observer.say('seat.card.noSituationWatched'));
      await observer.press('seat.card.begin');
      await observer.sees(observer.say('seat.asked.listenerHelp'));
      await lead.command({ type: 'StartClock' });
      await lead.command({ type: 'JumpClock', to: 10 * 60_000 });
      await evaluator.middle.locator('[data-mark]').click();
      await evaluator.sees('For everybody.', evaluator.side);
      await evaluator.sees('Said to all', evaluator.region('control.stream.title'));
      expect(await evaluator.page.getByText('Doubtful').count()).toBe(0);
      for (const person of [lead, evaluator, observer]) expect(person.faults).toEqual([]);
      for (const person of [lead, evaluator, observer]) await person.context.close();
    },
  );
});

/** What a spreadsheet would reckon with, if it were written as it was typed. */
const DANGEROUS = '=1+1, said the adviser; nobody keeps the time.';

/** The table of notes as it is saved, in both kinds, read by the reader of planners’ sheets. */
async function checkSaved(evaluator: Evaluator, about: string): Promise<void> {
  const { page } = evaluator;
  for (const kind of ['csv', 'xlsx'] as const) {
    await evaluator.press('kit.sheet.save');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('menuitem', { name: evaluator.say(`kit.sheet.${kind}`) }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`notes-evaluators-rok.${kind}`);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    const [sheet] = openSheets(Buffer.concat(chunks), download.suggestedFilename(), new Guesses());
    const rows = (sheet?.rows ?? []).map(({ cells }) => cells.map((cell) => cell?.text));
    expect(rows[0]).toEqual(['at', 'who', 'note', 'noteOn'].map((head) => evaluator.say(`review.cols.${head}`)));
    expect(rows.slice(1).map((row) => row.slice(2))).toEqual([
      ['Read at once, and passed on.', about],
      [`'${DANGEROUS}`, '–'],
    ]);
  }
}

/** Every button of every place and of whatever opens beside, the emergency and the review apart. */
async function pressEverything(page: Page): Promise<void> {
  const places = await page.locator('.ct-centres button').count();
  for (let place = 0; place < places; place++) {
    await page.locator('.ct-centres button').nth(place).click();
    const rows = page.locator('.ct-msel .ct-rowlink, .ct-items th button, .ct-told button');
    const some = Math.min(await rows.count(), 4);
    for (let i = 0; i < some; i++) {
      await rows.nth(i).click();
      const acts = page.locator('.ct-side-body button:visible, .ct-side-foot button:visible');
      for (let act = 0; act < (await acts.count()); act++) await acts.nth(act).click();
    }
  }
  const lines = page.locator('.ct-stream .ct-rowlink');
  for (let i = 0; i < Math.min(await lines.count(), 6); i++) {
    await lines.nth(i).click();
    const acts = page.locator('.ct-side-body button:visible, .ct-side-foot button:visible');
    for (let act = 0; act < (await acts.count()); act++) await acts.nth(act).click();
  }
}
