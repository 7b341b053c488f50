import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Cast, gather } from './cast.ts';
import { type House, ON_THIS_MACHINE, openHouse } from './house.ts';
import { listenTo, type Wiretap } from './wiretap.ts';

/** Said to one party only, in four places. Different enough to tell which one leaked. */
const CANARY = {
  title: 'kanarienvogel-title-7f3a',
  text: 'kanarienvogel-text-91bc',
  message: 'kanarienvogel-message-d04e',
  note: 'kanarienvogel-note-55aa',
} as const;

describe('What was said to one party', () => {
  let house: House;
  let cast: Cast;
  let theirs: Wiretap[];
  let own: Wiretap;
  beforeAll(async () => {
    house = await openHouse(ON_THIS_MACHINE);
    cast = await gather(house);
    theirs = await Promise.all([listenTo(cast.us.page), listenTo(cast.usControl.page), listenTo(cast.screen.page)]);
    own = await listenTo(cast.rok.page);
    // From here on everything is heard: pages, scripts, feed and stream are fetched anew.
    await Promise.all([cast.us, cast.usControl, cast.screen, cast.rok].map((p) => p.page.reload()));
    await sayIt(cast);
    await seeIt(cast);
  });
  afterAll(() => house?.close());

  it('is found in everything that this party’s own browser received, so the ear is not deaf', async () => {
    for (const words of [CANARY.title, CANARY.text, CANARY.message, CANARY.note]) expect(await own.heard(words), words).not.toEqual([]);
    expect(own.streamed).toBeGreaterThan(0);
  });

  it('is found nowhere in what the other party’s player, its controller, or the public screen received', async () => {
    for (const ear of theirs) {
      // Each of them did receive what was meant for all, over the stream.
      expect((await ear.heard('everybody-may-hear-this')).filter((from) => from.endsWith('(messages)'))).not.toEqual([]);
      for (const words of Object.values(CANARY)) expect(await ear.heard(words), words).toEqual([]);
      expect(ear.said).toEqual([]);
    }
  });
});

describe('A report', () => {
  let house: House;
  let cast: Cast;
  beforeAll(async () => {
    house = await openHouse(ON_THIS_MACHINE);
    cast = await gather(house);
    await sayIt(cast);
  });
  afterAll(() => house?.close());

  it('holds what its audience was told, and is not to be had by anybody else', async () => {
    const { rok, us, usControl } = cast;
    expect(await rok.openReport()).toContain(CANARY.title);
    for (const who of [us, usControl]) {
      for (const edition of ['party:rok', 'seat:rok-nsa', 'control:rok', 'control', 'joint', 'no-such-edition'])
        expect(await who.openReport(edition), edition).toContain(who.say('review.failedHint.unknown'));
      for (const edition of [undefined, 'public']) {
        const text = await who.openReport(edition);
        expect(text).toContain('EXERCISE EXERCISE EXERCISE');
        expect(text).not.toContain('kanarienvogel');
      }
    }
  });
});

/** Lead control improvises for one party; that party answers within itself, and notes. */
async function sayIt({ lead, rok }: Cast): Promise<void> {
  await lead.clock('start');
  await lead.improvise({ to: 'Republic of Korea, all', title: CANARY.title, text: CANARY.text });
  await rok.open(CANARY.title);
  await rok.note(CANARY.note);
  await rok.write({ to: ['국가위기관리센터장'], text: CANARY.message });
}

/** Everybody acts after it, so that whatever would carry it has had its turn; the review is opened, the record taken out. */
async function seeIt({ rok, us, usControl, screen, lead }: Cast): Promise<void> {
  await lead.callRoll();
  await us.answerRoll();
  await us.write({ to: ['K · National Security Adviser'], purpose: 'ask', text: 'What have you heard today?' });
  await rok.open('What have you heard today?');
  await rok.announce('everybody-may-hear-this');
  await Promise.all([
    us.line('everybody-may-hear-this'),
    screen.sees('everybody-may-hear-this'),
    usControl.sees(/everybody-may-hear-this/, usControl.stream),
  ]);
  await lead.end();
  await usControl.sees(usControl.say('control.end.ended'));
  await Promise.all([us.openReview(), usControl.openReview()]);
  await us.exportRecord();
  await usControl.exportRecord();
  // Reports: those that they may open, and one that they may not.
  for (const who of [us, usControl]) {
    for (const edition of [undefined, 'public', 'party:rok', 'seat:rok-nsa', 'control', 'joint']) await who.openReport(edition);
  }
}
