import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { Player as Door, director } from '../../packages/server/src/test/server.ts';
import { LONG, seed } from '../chosen.ts';
import { Controller } from './controller.ts';
import { ask } from './eye.ts';
import { type House, ON_THIS_MACHINE, openHouse } from './house.ts';
import { longMatrix } from './long-matrix.ts';
import { type Person, seated } from './person.ts';
import { Player } from './player.ts';

/** `ENTENTE_PICTURES=FOLDER` keeps a picture of every stage, to be looked at. */
const pictures = process.env.ENTENTE_PICTURES;
const MINUTE = 60_000;
/** Scenario time all but stands still while people act. */
const SLOW = 0.1;

const PLAN = { en: 'Joint response B', ko: '공동 대응 B' };
const PASTED = 'A statement of our own';
const RED_LINE = '위원회 보고 전에는 발표하지 않는다.';
const LATE = { en: 'Washington is late', ko: '미측 결정 지연' };

interface Room {
  readonly control: Door;
  /** Seoul’s adviser, in Korean; Washington’s, in English. */
  readonly rok: Player;
  readonly us: Player;
  readonly linkOf: (seat: string) => string;
}

async function gather(house: House): Promise<Room> {
  const lobby = await director(house.server, house.url);
  const { id } = (await (await lobby.post('/api/exercises', { scenario: 'response' })).json()) as { id: string };
  const seats = ['control', 'seat:rok-nsa', 'seat:us-nsa'];
  const made = (await (await lobby.post(`/api/exercises/${id}/links`, { seats })).json()) as { links: { seat: string; url: string }[] };
  const linkOf = (seat: string): string => made.links.find((link) => link.seat === seat)?.url ?? '';
  const control = new Door(house.url, { origin: house.url });
  const joined = await control.post('/api/join', { token: new URL(linkOf('control')).hash.slice(1) });
  control.path = ((await joined.json()) as { path: string }).path;
  await done(control, { type: 'TakeSeat', name: 'Lead' });
  const [rok, us] = await Promise.all([
    seated(house, Player, 'ko', linkOf('seat:rok-nsa'), '국가안보실장'),
    seated(house, Player, 'en', linkOf('seat:us-nsa'), 'National Security Adviser'),
  ]);
  await Promise.all([rok.readCard(), us.readCard()]);
  return { control, rok, us, linkOf };
}

/** Something that lead control does by request. */
async function done(door: Door, command: object): Promise<void> {
  const answer = await door.command(command);
  if (!answer.ok) throw new Error(await answer.text());
}

const toPlans = (who: Player): Promise<void> =>
  who.page
    .locator('.rail')
    .getByRole('button', { name: who.say('planning.place.plan') })
    .click();
/** A thing of the place Plan. */
const openHere = async (who: Player, title: string): Promise<void> => {
  await toPlans(who);
  await who.page.locator('.op-plans').getByRole('button').filter({ hasText: title }).first().click();
};
/** A step’s row in the matrix. */
const row = (who: Player, title: string): Locator => who.reading.getByRole('row').filter({ hasText: title }).first();

it('two sides compare options and tell what they choose to, disagree on a step by bracket, settle and sign it, make the plan active, and see a late step move the others, a task and an inject', async () => {
  const house = await openHouse(ON_THIS_MACHINE, { scenariosDirs: [join(import.meta.dirname, 'planning')] });
  try {
    const room = await gather(house);
    await done(room.control, { type: 'StartClock' });
    await done(room.control, { type: 'SetRate', rate: SLOW });
    await done(room.control, { type: 'JumpClock', to: 12 * MINUTE });
    await compare(room);
    await halfTyped(room);
    await longMatrix(room.us);
    await paste(room);
    await draft(room);
    await sign(room);
    await slip(room);
    await again(room);
    const control = await watched(house, room);
    await inItsName(control, room.us);
    expect(control.faults).toEqual([]);
    for (const person of [room.rok, room.us]) expect(person.faults).toEqual([]);
  } finally {
    await house.close();
  }
});

/** Scores and a red line are Seoul’s own until it tells them, and then only what was ticked is told. */
async function compare({ rok, us }: Room): Promise<void> {
  await openHere(rok, '공동 대응방안');
  const points = rok.reading.getByRole('group', { name: rok.say('board.yourScore', { party: '대한민국' }) });
  await points
    .first()
    .getByRole('button', { name: rok.say('board.point.4'), exact: true })
    .click();
  await rok.reading
    .getByRole('group', { name: rok.say('board.weightOf', { party: '대한민국' }) })
    .first()
    .getByRole('button', { name: rok.say('board.weight.high') })
    .click();
  await rok.reading
    .getByRole('button', { name: rok.say('board.redLine') })
    .last()
    .click();
  await rok.field('board.form.redLine.words', rok.form).fill(RED_LINE);
  await rok.press('board.form.redLine.go', rok.form);
  await rok.sees(RED_LINE, rok.reading.getByRole('table'));
  expect(await us.fetchRecord()).not.toContain('"score":4');

  await rok.reading.getByText(rok.say('board.tell.scores', { letter: 'A', count: 1 })).click();
  const preview = rok.reading.getByRole('status', { name: rok.say('board.tell.preview') });
  expect(await preview.getByRole('listitem').allTextContents()).toEqual(['방안 A, 국내 안정: 4']);
  await lookAt(rok, '1-options');
  await rok.reading.getByRole('button', { name: rok.say('board.tell.go', { count: 1 }) }).click();
  await openHere(us, 'Options for a joint response');
  await us.reading.locator('.op-mark').first().waitFor();
  const record = await us.fetchRecord();
  expect(record).toContain('"score":4');
  expect(record).not.toContain(RED_LINE);
}

/** What was told is marked as told; a step that is typed and not added keeps an option from going without it. */
async function halfTyped({ rok }: Room): Promise<void> {
  const told = rok.reading.locator('.op-cell').first();
  await rok.sees(rok.say('board.told'), told);
  await rok.press('board.then.option', rok.reading);
  await rok.form
    .getByRole('textbox', { name: rok.say('board.optionForm.name') })
    .first()
    .fill('방안');
  const go = rok.button('board.optionForm.go', rok.form);
  expect(await go.isEnabled()).toBe(true);
  const words = rok.form.getByRole('textbox', { name: rok.say('board.step.text') }).first();
  await words.fill('특사 파견');
  await rok.sees(rok.say('board.optionForm.notAdded'), rok.form);
  expect(await go.isEnabled()).toBe(false);
  await words.fill('');
  await rok.form.getByText(rok.say('board.optionForm.notAdded')).waitFor({ state: 'detached' });
  await rok.press('board.optionForm.drop', rok.form);
}

/** A task that is pressed again shows its step again, whichever was chosen meanwhile; on a phone each step still says how it stands. */
async function again({ control, us }: Room): Promise<void> {
  await row(us, '공동성명 동시 발표').or(row(us, 'Joint statement')).first().getByRole('button').click();
  await us.button('running.act.report', us.reading).waitFor({ state: 'detached' });
  await us.page.locator('.op-plans').getByRole('button').filter({ hasText: 'President decides' }).first().click();
  await us.button('running.act.report', us.reading).waitFor();
  // What lead control holds up says until when.
  const given = (await control.events()).find((e) => e.event.type === 'TaskGiven' && JSON.stringify(e.event).includes('President decides'));
  await done(control, { type: 'HinderStep', task: given?.id, text: 'On the phone', until: 70 * MINUTE });
  await us.sees(us.say('running.report.hinderedUntil', { time: '13:10' }), us.reading);
  await us.page.setViewportSize({ width: 390, height: 844 });
  const state = us.reading.locator('.mx-state b').first();
  await expect.poll(async () => (await state.boundingBox())?.width ?? 0).toBeGreaterThan(40);
  await us.page.setViewportSize({ width: 1440, height: 900 });
}

/** Washington brings an option whose steps it copied from a sheet: a row that cannot be read is named, and none is taken before it is right. */
async function paste({ us }: Room): Promise<void> {
  await us.press('board.then.option', us.reading);
  await us.form
    .getByRole('textbox', { name: us.say('board.optionForm.name') })
    .first()
    .fill(PASTED);
  await us.press('board.paste.open', us.form);
  const rows = us.form.getByRole('textbox', { name: us.say('board.paste.rows') });
  const sheet = (after: string) =>
    `No\tStep\tLead\tAt\tAfter\tDuration\n1\tText fixed\tPress Secretary\t13:00\t\t10\n2\tText said\tPress Secretary\t\t${after}\t5`;
  await rows.fill(sheet('9'));
  await us.sees(/9/, us.form.locator('.op-paste li'));
  expect(await us.form.getByRole('button', { name: us.say('board.paste.take_other', { count: 0 }) }).isDisabled()).toBe(true);
  await rows.fill(sheet('1SS+2m'));
  await us.form.getByRole('button', { name: us.say('board.paste.take_other', { count: 2 }) }).click();
  // What hangs on another step otherwise than after its end is said in words.
  await us.sees('starts 2 min after 1 starts', row(us, 'Text said'));
  await us.press('board.optionForm.go', us.form);
  await us.sees(PASTED, us.reading.getByRole('table'));
}

/** Seoul puts an option on the table; Washington wants more time for its decision, and Seoul takes that. */
async function draft({ rok, us }: Room): Promise<void> {
  await rok.reading.getByRole('button', { name: rok.say('board.then.table', { letter: 'B' }) }).click();
  await rok.form.getByRole('textbox').first().fill(PLAN.ko);
  await rok.form.getByRole('textbox').nth(1).fill(PLAN.en);
  await rok.press('board.form.table.go', rok.form);
  await openHere(us, PLAN.en);
  await us.sees(us.say('board.check.sound'), us.reading);
  await row(us, 'President decides').getByRole('button').click();
  await us.press('board.draft.propose', us.reading);
  await us.field('board.step.minutes', us.form).fill('20');
  // The matrix draws it before anybody else sees it.
  await us.sees('12:35–12:55', row(us, 'President decides'));
  await us.press('board.draft.propose', us.form);
  await openHere(rok, PLAN.ko);
  await row(rok, '대통령 조치 결정').getByRole('button').click();
  await rok.sees('소요 20분', rok.reading);
  await lookAt(rok, '2-bracket');
  await rok.press('board.draft.take', rok.reading);
  await rok.sees(rok.say('board.version', { n: 2 }), rok.reading);
}

/** Both sign the version that stands, and a chair makes it active. */
async function sign({ rok, us }: Room): Promise<void> {
  await rok.press('board.draft.toText', rok.reading);
  await rok.reading
    .getByRole('button', { name: rok.say('table.act.openSignature'), exact: true })
    .first()
    .click();
  await rok.form.locator('button[type=submit]').click();
  await rok.reading.getByRole('region', { name: rok.say('table.sign.title') }).waitFor();
  await signs(rok);
  await us.page.locator('.rail').getByRole('button').first().click();
  await us.asked
    .getByRole('button', { name: us.say('consultation.ask.signature') })
    .first()
    .click();
  // What is signed says who leads each step, and by when.
  await us.sees('20 min', us.reading.getByRole('article').filter({ hasText: 'President decides' }));
  await signs(us);
  await rok.page.locator('.rail').getByRole('button').first().click();
  await rok.asked
    .getByRole('button', { name: rok.say('execution.ask.activate') })
    .first()
    .click();
  // It stands above the text, however long that is, and above the steps; the list says that the plan is agreed.
  const go = rok.button('running.activate.go', rok.reading);
  await go.waitFor();
  expect((await go.boundingBox())?.y).toBeLessThan(450);
  await toPlans(rok);
  await rok.page
    .getByRole('region', { name: rok.say('board.list.agreed') })
    .getByText(PLAN.ko)
    .click();
  await rok.press('running.activate.go', rok.reading);
  await rok.press('running.toPlan', rok.reading);
  await row(rok, '대통령 조치 결정').waitFor();
  for (const as of ['html', 'xlsx', 'svg', 'ics'] as const) {
    await rok.press('plan.out.title', rok.reading);
    const [file] = await Promise.all([
      rok.page.waitForEvent('download'),
      rok.page.getByRole('menuitem', { name: rok.say(`plan.out.${as}`) }).click(),
    ]);
    expect(file.suggestedFilename()).toMatch(new RegExp(`\\.${as}$`));
    expect(await file.failure()).toBeNull();
  }
}

const signs = async (who: Player): Promise<void> => {
  await who.reading.getByRole('button', { name: who.say('table.act.sign', { version: 2 }) }).click();
  await who.form.locator('button[type=submit]').click();
  await who.form.waitFor({ state: 'detached' });
};

/** Washington’s decision begins late and is reported to end later: what waits for it moves at once, and an inject follows. */
async function slip({ control, rok, us }: Room): Promise<void> {
  await done(control, { type: 'JumpClock', to: 41 * MINUTE });
  await toPlans(us);
  await us.page.locator('.op-plans').getByRole('button').filter({ hasText: 'President decides' }).first().click();
  await us.press('running.act.start', us.reading);
  await us.press('running.act.report', us.reading);
  await us.field('running.form.ends', us.form).fill('13:06');
  await us.press('running.form.go.report', us.form);
  await us.sees(us.say('plan.state.expected', { time: '13:06' }), row(us, 'President decides'));
  const first = rok.reading.locator('.px-answers');
  await rok.sees(/단계 ?2 ?\(U\).*11분.*지연/, first);
  await rok.sees(rok.say('plan.state.moves', { time: '13:06' }), row(rok, '공동성명 동시 발표'));
  await lookAt(rok, '3-matrix');
  await lookAt(us, '4-step');
  // Who waits for another’s step asks whoever leads it, from the step itself.
  await row(rok, '대통령 조치 결정').getByRole('button').click();
  await rok.reading.getByRole('button', { name: rok.say('running.askLead.do', { party: 'U' }) }).click();
  await rok.press('running.askLead.go', rok.form);
  await rok.form.waitFor({ state: 'detached' });
  await expect.poll(() => us.fetchRecord()).toContain(rok.say('running.askLead.subject', { n: 2 }));
  // It is known by what it is about, whatever its words: in the other language, too.
  await rok.page.getByRole('button', { name: 'English', exact: true }).click();
  await rok.page.getByRole('button', { name: us.say('running.askLead.do', { party: 'U' }) }).waitFor();
  expect(await rok.page.getByText(us.say('running.askLead.notYet')).count()).toBe(0);
  await rok.page.getByRole('button', { name: '한국어', exact: true }).click();
  await rok.reading.waitFor();
  await done(control, { type: 'JumpClock', to: 56 * MINUTE });
  await rok.page.locator('.rail').getByRole('button').first().click();
  await rok.line(LATE.ko);
  // Its time has come: it stands among what is asked of Seoul.
  await rok.asked.getByText('공동성명 동시 발표').first().waitFor();
}

/** Lead control sees options with what each side keeps of them, and plans, and opens a step. */
async function watched(house: House, { linkOf }: Room): Promise<Controller> {
  const control = await seated(house, Controller, 'ko', linkOf('control'), '통제관');
  await openCentre(control, 'options');
  await control.sees(RED_LINE);
  await openCentre(control, 'plan');
  await control.page.getByRole('row').filter({ hasText: '대통령 조치 결정' }).first().getByRole('button').click();
  await control.sees(control.say('control.plan.lift'), control.side);
  await lookAt(control, '5-control');
  return control;
}

/** A side that control plays is asked for its scores: a card leads to the board, where control gives them in its name, and it opens another. */
async function inItsName(control: Controller, us: Player): Promise<void> {
  await openHere(us, 'Who takes whom');
  await us.press('board.then.ask', us.reading);
  await us.press('board.form.ask.go', us.form);
  const card = control.card('인원별 수용국');
  await card.getByRole('button', { name: control.say('control.hand.score'), exact: true }).click();
  const points = control.page.getByRole('group', { name: control.say('board.yourScore', { party: '협력국 C' }) });
  await points.getByRole('button', { name: control.say('board.point.2'), exact: true }).click();
  await card.waitFor({ state: 'detached' });
  await lookAt(control, '6-in-its-name');

  await control.press('control.options.new');
  await control.field('board.open.name', control.side).fill('철수 순서');
  await control.press('board.open.go', control.side);
  await control.page
    .getByRole('group', { name: control.say('control.options.which') })
    .getByRole('button', { name: '철수 순서', pressed: true })
    .waitFor();
  await us.sees('철수 순서');
}
const openCentre = (who: Controller, name: string): Promise<void> => who.page.locator(`[data-centre=${name}]`).click();

/** A stage of it: what axe finds there, at every third as the seed chooses, and a picture if one is wanted. */
async function lookAt(person: Person, stage: string): Promise<void> {
  if (LONG || (Number.parseInt(stage, 10) + seed) % 3 === 0) expect(await ask(person.page, stage)).toEqual([]);
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await person.page.screenshot({ path: join(pictures, `planning-${stage}.${person.language}.png`) });
}
