import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chosen } from '../chosen.ts';
import { type Gathered, gather } from './cast.ts';
import { type House, ON_THIS_MACHINE, openHouse } from './house.ts';
import { type File, type Person, seatPath } from './person.ts';
import { listenTo, type Wiretap } from './wiretap.ts';

/** Said to one party only, in every place there is for words. Different enough to tell which one leaked. */
const CANARY = {
  title: 'kanarienvogel-title-7f3a',
  text: 'kanarienvogel-text-91bc',
  message: 'kanarienvogel-message-d04e',
  note: 'kanarienvogel-note-55aa',
  correction: 'kanarienvogel-correction-a7c0',
  reason: 'kanarienvogel-reason-18d4',
  fileOfInject: 'kanarienvogel-plan-3b18',
  fileOfMessage: 'kanarienvogel-table-e2f5',
  bytes: 'kanarienvogel-bytes-62e9',
} as const;
/** One page on which the words stand; what is no PDF would be refused. */
const page = `BT (${CANARY.bytes}) Tj ET`;
const PAGE = `%PDF-1.7
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 4 0 R>>endobj
4 0 obj<</Length ${page.length}>>
stream
${page}
endstream
endobj
trailer<</Root 1 0 R>>
%%EOF`;
const pdf = (name: string): File => ({ name: `${name}.pdf`, mimeType: 'application/pdf', buffer: Buffer.from(PAGE) });

type Heard = Gathered<'rok' | 'us' | 'usControl' | 'screen'>;
/** Editions for others than the party to which it was said. */
const OTHERS = ['joint', 'public', 'party:us', 'seat:us-nsa'] as const;
/** What neither the other party's player nor its controller may open. */
const CLOSED = ['party:rok', 'seat:rok-nsa', 'control:rok', 'control', 'joint'] as const;

describe('What was said to one party', () => {
  let house: House;
  let cast: Heard;
  let theirs: Wiretap[];
  let own: Wiretap;
  /** Addresses of the party's files. */
  let files: string[];
  beforeAll(async () => {
    house = await openHouse(ON_THIS_MACHINE);
    // Everything is heard from the first request of a page: page, scripts, feed and stream.
    const ears = new Map<Person, Wiretap>();
    cast = await gather(house, ['rok', 'us', 'usControl', 'screen'], async (person) => {
      ears.set(person, await listenTo(person.page));
    });
    const earOf = (person: Person): Wiretap => ears.get(person) as Wiretap;
    theirs = [cast.us, cast.usControl, cast.screen].map(earOf);
    own = earOf(cast.rok);
    await sayIt(cast);
    files = await cast.rok.files();
    await seeIt(cast, files);
  });
  afterAll(() => house?.close());

  it('is found in everything that this party’s own browser received, so the ear is not deaf', async () => {
    for (const words of Object.values(CANARY)) expect(await own.heard(words), words).not.toEqual([]);
    expect(own.streamed).toBeGreaterThan(0);
    expect(files).toHaveLength(2);
  });

  it('is found nowhere in what the other party’s player, its controller, or the public screen received', async () => {
    for (const ear of theirs) {
      // Each of them did receive what was meant for all, over the stream.
      expect((await ear.heard('everybody-may-hear-this')).filter((from) => from.endsWith('(messages)'))).not.toEqual([]);
      for (const words of Object.values(CANARY)) expect(await ear.heard(words), words).toEqual([]);
      // They asked for the files by address: neither name nor bytes came, nor the word that there is such a thing.
      expect(ear.said).toEqual([]);
    }
    for (const who of [cast.us, cast.usControl, cast.screen]) {
      const none = await who.fetchFile('e00000000000000000000');
      for (const file of files) expect(await who.fetchFile(file)).toEqual(none);
      expect(none).toMatch(/^404 /);
    }
  });

  it('is in no edition of the report but those of its own side, on the screen and as it is printed', async () => {
    const { rok, us, usControl, lead } = cast;
    const paper = await rok.printReport();
    for (const words of [CANARY.title, CANARY.correction, CANARY.reason, CANARY.message]) expect(paper.includes(words), words).toBe(true);
    expect((await lead.printReport('party:rok')).includes(CANARY.message)).toBe(true);
    const forums = (await lead.editions()).filter((edition) => edition.startsWith('forum:'));
    expect(forums).not.toEqual([]);
    for (const edition of [...OTHERS, ...forums]) {
      const given = await lead.fetchEdition(edition);
      expect(given, edition).toMatch(/^200 .*"events":\[\{/);
      expect(given.includes('kanarienvogel'), edition).toBe(false);
    }
    for (const edition of chosen('reports', [...OTHERS, ...forums]))
      expect((await lead.printReport(edition)).includes('kanarienvogel'), edition).toBe(false);
    for (const who of [us, usControl]) {
      const none = await who.fetchEdition('no-such-edition');
      expect(none).toMatch(/^404 /);
      for (const edition of [...CLOSED, ...forums]) expect(await who.fetchEdition(edition), edition).toBe(none);
      for (const edition of chosen('closed reports', [...CLOSED, ...forums, 'no-such-edition']))
        expect(await who.openReport(edition), edition).toContain(who.say('review.failedHint.unknown'));
      const opened = await who.editions();
      expect(opened).toContain('public');
      for (const edition of opened) {
        const given = await who.fetchEdition(edition);
        expect(given, edition).toMatch(/^200 /);
        expect(given.includes('kanarienvogel'), edition).toBe(false);
      }
      for (const edition of chosen('own reports', opened)) {
        const theirPaper = await who.printReport(edition);
        expect(theirPaper.includes('EXERCISE EXERCISE EXERCISE'), edition).toBe(true);
        expect(theirPaper.includes('kanarienvogel'), edition).toBe(false);
      }
    }
    for (const ear of theirs) expect(await ear.heard('kanarienvogel')).toEqual([]);
  });
});

/** Lead control improvises for one party, with a file, and corrects it; that party answers within itself, with a file, and notes. */
async function sayIt({ lead, rok }: Pick<Heard, 'lead' | 'rok'>): Promise<void> {
  await lead.clock('start');
  await lead.improvise({ to: 'All of Republic of Korea', title: CANARY.title, text: CANARY.text, file: pdf(CANARY.fileOfInject) });
  await rok.open(CANARY.title);
  await rok.note(CANARY.note);
  await rok.write({ to: ['국가위기관리센터장'], text: CANARY.message, file: pdf(CANARY.fileOfMessage) });
  await lead.correct(CANARY.title, CANARY.correction, CANARY.reason);
  await rok.open(CANARY.title);
  await rok.sees(CANARY.reason, rok.reading);
}

/** Everybody acts after it, so that whatever would carry it has had its turn; the review is opened, the record taken out. */
async function seeIt({ rok, us, usControl, screen, lead }: Heard, files: readonly string[]): Promise<void> {
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
  // The files by their addresses, as the preview asks for them: under one's own door, and under the other party's.
  for (const who of [rok, us, usControl, screen]) for (const file of files) await who.fetchFile(file);
  for (const who of [us, usControl, screen]) for (const file of files) await who.fetchFile(file, seatPath(rok.page));
  await lead.end();
  await usControl.sees(usControl.say('control.end.ended'));
  await Promise.all([us.openReview(), usControl.openReview()]);
  await us.exportRecord();
  await usControl.exportRecord();
}
