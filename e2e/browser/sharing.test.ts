import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { chosen } from '../chosen.ts';
import { type Cast, gather } from './cast.ts';
import { ON_THIS_MACHINE, openHouse } from './house.ts';
import { readMsel, type TitleOf } from './msel.ts';
import { type Person, seatPath } from './person.ts';
import type { Player } from './player.ts';
import type { Language } from './words.ts';

/** `ENTENTE_PICTURES=FOLDER` keeps a picture of every stage, to be looked at. */
const pictures = process.env.ENTENTE_PICTURES;

/** One side asks for what the other was given by an inject; once in each direction, so that both desks work in both languages. */
interface Case {
  readonly asker: 'rok' | 'us';
  readonly desk: 'rok' | 'us';
  /** The inject that brings the desk its item. */
  readonly inject: string;
  /** What is taken out of the first portion: its first words, in the language of the desk. */
  readonly cut: string;
  /** Words that must not arrive: of the portion left out, those taken out, and those of the language that falls with them. */
  readonly hidden: readonly string[];
  readonly wish: string;
  readonly reason: string;
  readonly act: { readonly to: Readonly<Record<Language, string>>; readonly text: string };
}
const CASES: readonly Case[] = [
  {
    asker: 'rok',
    desk: 'us',
    inject: 'i-002',
    cut: 'The North',
    hidden: ['How we came to see', '입수한 경위', "The North's maritime", '북측 해사당국'],
    wish: '해상에서 무엇을 보고 있는지 알려 주십시오.',
    reason: 'The source would show.',
    act: { to: { en: 'President of the Republic of Korea', ko: '대한민국 대통령' }, text: '미측이 해상에서 본 것을 보고드립니다.' },
  },
  {
    asker: 'us',
    desk: 'rok',
    inject: 'i-001',
    cut: '북측 중앙',
    hidden: ['independent of one another', '서로 독립된', '북측 중앙기관 3곳', 'Leave has been cancelled in three'],
    wish: 'What do you see in the ministries?',
    reason: '출처가 드러날 수 있음.',
    act: { to: { en: 'President of the United States', ko: '미국 대통령' }, text: 'Seoul sees leave cancelled in the ministries.' },
  },
];

let named: TitleOf;
beforeAll(async () => {
  named = await readMsel();
});

describe('Information sharing, at the screens of both sides', () => {
  it.each(chosen('sharing', CASES))(
    '$asker asks, the desk of $desk refuses and then releases a sanitised version, $asker acts, the review shows it',
    async (c) => {
      const house = await openHouse(ON_THIS_MACHINE);
      try {
        const cast = await gather(house, ['rok', 'us']);
        const [asker, desk] = [cast[c.asker], cast[c.desk]];
        await cast.lead.clock('start');
        await cast.lead.speed(60);
        await desk.line(named(c.inject, desk.language));
        await cast.lead.speed(1);

        await ask(asker, c);
        await refuse(desk, c);
        await seeRefusal(asker, c);
        await sanitise(desk, c);
        await share(desk, c);
        await receive(asker, c);
        await asker.write({ to: [c.act.to[asker.language]], text: c.act.text });
        await cast.lead.end();
        await reviewAsLead(cast, c);
        await reviewAsAsker(asker, c);
        for (const person of [cast.lead, asker, desk]) expect(person.faults).toEqual([]);
      } finally {
        await house.close();
      }
    },
  );
});

const PARTY = { rok: { en: 'Republic of Korea', ko: '대한민국' }, us: { en: 'United States', ko: '미국' } } as const;
/** Both items are reports: their versions are called so, in either language, and nothing else is told. */
const sanitisedTitle = (who: Player): string => ({ en: 'Report', ko: '보고' })[who.language];

async function ask(asker: Player, c: Case): Promise<void> {
  await asker.begin('sharing.write.request');
  await asker.form.getByRole('combobox').first().selectOption(`party:${c.desk}`);
  await asker.field('forms.ask.text', asker.form).fill(c.wish);
  await keep(asker, c, '1-ask');
  await asker.form.locator('button[type=submit]').click();
  await asker.form.waitFor({ state: 'detached' });
  // It opens: so one sees that it has gone out, and to whom.
  await asker.sees(c.wish, asker.reading);
}

async function refuse(desk: Player, c: Case): Promise<void> {
  await desk.asked.getByText(c.wish).first().waitFor();
  await desk.asked.getByRole('button', { name: c.wish }).first().click();
  const form = desk.reading.getByRole('form', { name: desk.say('forms.decide.title') });
  await form.waitFor();
  expect(await form.locator('button[type=submit]').count(), 'nothing is chosen beforehand').toBe(0);
  await form.getByText(desk.say('forms.decide.refuse'), { exact: true }).click();
  await desk.field('forms.decide.reason', form).fill(c.reason);
  await form.getByText(desk.say('forms.decide.kept')).click();
  await keep(desk, c, '2-refuse');
  await form.getByText(named(c.inject, desk.language), { exact: true }).click();
  await desk.press('forms.decide.go.refuseUntold', form);
  await form.waitFor({ state: 'detached' });
}

async function seeRefusal(asker: Player, c: Case): Promise<void> {
  await asker.hit((await asker.line(c.wish)).first());
  await asker.sees(asker.say('sharing.request.noReason'), asker.reading);
  await keep(asker, c, '3-refused');
  expect(await asker.page.content()).not.toContain(c.reason);
}

/** Takes the first words out of the first portion and leaves the last portion out. */
async function sanitise(desk: Player, c: Case): Promise<void> {
  await desk.open(named(c.inject, desk.language));
  await desk.press('sharing.act.sanitise', desk.reading);
  const portions = desk.form.locator('fieldset.treat');
  await portions.first().getByText(desk.say('forms.sanitise.how.cut'), { exact: true }).click();
  const field = portions
    .first()
    .getByRole('textbox')
    .nth(desk.language === 'en' ? 0 : 1);
  await field.focus();
  await desk.page.keyboard.press('Control+Home');
  await desk.page.keyboard.down('Shift');
  for (let i = 0; i < c.cut.length; i++) await desk.page.keyboard.press('ArrowRight');
  await desk.page.keyboard.up('Shift');
  await portions
    .first()
    .getByRole('button', { name: desk.say('forms.cut.takeOut') })
    .nth(desk.language === 'en' ? 0 : 1)
    .click();
  await portions.last().getByText(desk.say('forms.sanitise.how.leave-out'), { exact: true }).click();
  await keep(desk, c, '4-sanitise');
  await desk.press('forms.sanitise.go', desk.form);
  await desk.reading.getByRole('heading', { name: sanitisedTitle(desk) }).waitFor();
}

async function share(desk: Player, c: Case): Promise<void> {
  await desk.press('sharing.act.share', desk.reading);
  await desk.form.getByRole('button', { name: desk.say('sharing.all'), exact: true }).click();
  await desk.choose('forms.share.to', desk.say('kit.addresses.wholeParty', { party: PARTY[c.asker][desk.language] }));
  await desk.form
    .locator('fieldset', { hasText: desk.say('forms.share.answers') })
    .getByRole('checkbox')
    .check();
  await keep(desk, c, '5-share');
  await desk.form.locator('button[type=submit]').click();
  await desk.form.waitFor({ state: 'detached' });
}

/** What was taken out, left out or kept as a reason reaches the asker in neither language. */
async function receive(asker: Player, c: Case): Promise<void> {
  // By what was taken out: its title is a word that stands in the wish, too.
  await asker.hit((await asker.line('[…]')).first());
  await asker.reading.getByRole('heading', { name: sanitisedTitle(asker), exact: true }).waitFor();
  await asker.sees('[…]', asker.reading);
  await keep(asker, c, '6-received');
  await asker.press('seat.acknowledge', asker.reading);
  await asker.hit((await asker.line(c.wish)).first());
  await asker.reading
    .getByRole('region', { name: asker.say('sharing.request.answers') })
    .getByText(sanitisedTitle(asker))
    .waitFor();
  const all = JSON.stringify(await ownFeed(asker));
  expect([...c.hidden, c.reason].filter((words) => all.includes(words))).toEqual([]);
}

/** Every mark of the picture stands, by the hours over it, where its own words say: to the minute, however crowded it is. */
async function placesOfMarks(page: Page): Promise<void> {
  const read = (selector: string): Promise<[minutes: number, x: number][]> =>
    page.locator(selector).evaluateAll((found) =>
      found.map((one) => {
        const shape = one.querySelector('.rv-hit') ?? one;
        const { left, width } = shape.getBoundingClientRect();
        const [, hours = Number.NaN, minutes = 0] = /(\d\d):(\d\d)/.exec(one.textContent ?? '') ?? [];
        return [Number(hours) * 60 + Number(minutes), left + width / 2];
      }),
    );
  // Of the words over the axis the first and the last are moved inwards; the lines are where they should be.
  const [said, lines] = [await read('.rv-k-head .rv-tick'), await read('.rv-k-grid line')];
  const [from, to] = [said.at(0)?.[0] ?? 0, said.at(-1)?.[0] ?? 0];
  const [left, right] = [lines.at(0)?.[1] ?? 0, lines.at(-1)?.[1] ?? 0];
  const marks = await read('.rv-k-mark');
  const pxPerMinute = (right - left) / (to - from);
  const off = marks.map(([minutes, x]) => (x - left) / pxPerMinute + from - minutes);
  expect(marks.length).toBeGreaterThan(5);
  // What is said is the minute that has begun.
  expect(Math.min(...off)).toBeGreaterThan(-1.5 / pxPerMinute);
  expect(Math.max(...off)).toBeLessThan(1 + 1.5 / pxPerMinute);
}

/** Lead control reads from the list alone who asked, who was refused, what was given when. */
async function reviewAsLead({ lead }: Pick<Cast, 'lead'>, c: Case): Promise<void> {
  await lead.page.getByRole('link', { name: lead.say('control.palette.review') }).click();
  await lead.page.getByRole('tab', { name: lead.say('review.tabs.knew') }).click();
  await lead.page.getByText(named(c.inject, 'en')).first().waitFor();
  await keep(lead, c, '7-review');
  await placesOfMarks(lead.page);
  await lead.page.getByRole('button', { name: lead.say('review.knew.list'), exact: true }).click();
  const row = lead.page.getByRole('row').filter({ has: lead.page.getByText(named(c.inject, 'en'), { exact: true }) });
  const words = await row.first().innerText();
  const [asked = '', refused = '', given = ''] = await recordedMarks(lead, c);
  for (const [lane, time] of [
    ['requested', asked],
    ['refused', refused],
    ['part', given],
  ])
    expect(words).toContain(lead.say(`review.knew.lane.${lane}`, { time: time ?? '', of: PARTY[c.desk].en }));
  await keep(lead, c, '8-review-list');
}

/** The asker's own record has the sanitised version and not a sign of what it was made from. */
async function reviewAsAsker(asker: Player, c: Case): Promise<void> {
  await asker.openReview();
  await asker.page.getByRole('tab', { name: asker.say('review.tabs.knew') }).click();
  await asker.page.getByRole('button', { name: asker.say('review.knew.list'), exact: true }).click();
  await keep(asker, c, '9-own-review');
  const text = await asker.page.locator('main').innerText();
  expect(text).toContain(sanitisedTitle(asker));
  for (const language of ['en', 'ko'] as const) expect(text).not.toContain(named(c.inject, language));
  expect(text).not.toContain(asker.say('review.knew.derived.sanitised', { title: '' }).replace(/[“”]/g, '').trim());
}

/** Clock times in Seoul of asking, refusing and giving, from the record itself. */
async function recordedMarks(lead: Person, c: Case): Promise<string[]> {
  const events = await ownFeed(lead);
  const at = (type: string, more: (e: Event) => boolean = () => true): number => {
    const found = events.filter((e) => e.event.type === type && more(e)).at(-1);
    if (!found) throw new Error(`no ${type}`);
    return found.at;
  };
  const start = Date.parse('2027-03-02T08:00:00+09:00');
  const party = `party:${c.asker}`;
  return [at('ItemRequested'), at('RequestDecided'), at('ItemGiven', (e) => JSON.stringify(e.event.to ?? '').includes(party))].map((ms) =>
    new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Seoul', hour: '2-digit', minute: '2-digit' }).format(start + ms),
  );
}

interface Event {
  readonly at: number;
  readonly event: { readonly type: string; readonly [field: string]: unknown };
}
function ownFeed(person: Person): Promise<Event[]> {
  return person.page.evaluate(async (door) => {
    const events: Event[] = [];
    for (let after = 0; ; ) {
      const page = (await (await fetch(`${door}api/feed?after=${after}&limit=1000`)).json()) as {
        events: Event[];
        next: number;
        last: number;
      };
      events.push(...page.events);
      after = page.next;
      if (after >= page.last) return events;
    }
  }, seatPath(person.page));
}

async function keep(person: Person, c: Case, stage: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  await person.page.screenshot({ path: join(pictures, `sharing-${c.asker}-${stage}.${person.language}.png`) });
}
