import { scenarioSchema, type World } from '@entente/engine';
import { Table } from '@entente/engine/testing';
import { parseScenario } from '@entente/scenario';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { tableOf } from '../out/lines.ts';
import type { Language } from '../out/words.ts';
import { writeMsel } from '../out/write.ts';
import { stepsFor } from './commands.ts';
import { differenceOf } from './difference.ts';
import { edit, opened, SCENARIO, wordsIn } from './edit.fixture.ts';
import { readEdited } from './edited.ts';
import { takeInto } from './scenario.ts';

const table = (world: World, viewer = 'control', language: Language = 'en') => tableOf(world, viewer, language);
const exported = (world: World, viewer = 'control', language: Language = 'en') =>
  writeMsel(table(world, viewer, language), { preset: 'hseep', language });

describe('an MSEL as a workbook', () => {
  it('has the ids first, a header that stays in sight, lists to choose from, and times that Excel can count with', async () => {
    const { default: Excel } = await import('@protobi/exceljs');
    const book = new Excel.Workbook();
    await book.xlsx.load(exported(opened()) as never);
    const [sheet, lists, kept] = book.worksheets;
    expect(sheet?.getRow(1).getCell(1).value).toBe('Entente ID');
    expect(sheet?.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet?.getRow(2).getCell(1).value).toBe('i-1');
    expect(sheet?.getRow(2).getCell(3).value).toEqual(new Date('2027-03-02T08:10:00Z'));
    expect(String(sheet?.getRow(1).getCell(3).value)).toBe('Designated Scenario Time (UTC+09:00)');
    expect(sheet?.getCell('F2').dataValidation.formulae?.[0]).toContain('Phone');
    expect([lists?.state, kept?.state]).toEqual(['hidden', 'hidden']);
  });

  it.each(['ENTENTE', 'lists', 'History'])('is one that Excel opens where the exercise is called %s', async (title) => {
    const { default: Excel } = await import('@protobi/exceljs');
    const book = new Excel.Workbook();
    await book.xlsx.load(writeMsel({ ...table(opened()), title }, { preset: 'uk', language: 'en' }) as never);
    expect(book.worksheets.map((s) => s.name)).toEqual(['MSEL', 'Lists', 'Entente']);
  });

  it.each(['=HYPERLINK("http://x.example","y")', '+1', '-2', '@SUM(A1)', '<b>bold</b>'])('holds %s as words', async (words) => {
    const t = new Table(scenarioSchema.parse({ ...SCENARIO, injects: [{ ...SCENARIO.injects[0], title: words, text: words }] }));
    const { default: Excel } = await import('@protobi/exceljs');
    const book = new Excel.Workbook();
    await book.xlsx.load(exported(t.exercise.world) as never);
    const [sheet] = book.worksheets;
    const cells = sheet?.getRow(2).values as unknown[] | undefined;
    expect(cells?.filter((v) => v === words)).toHaveLength(2);
    expect(
      book.worksheets.flatMap((s) => s.getSheetValues().flat()).filter((v) => typeof v === 'object' && v !== null && 'formula' in v),
    ).toEqual([]);
  });

  it('says after the event what really happened, in both languages of the exercise', () => {
    const t = new Table(scenarioSchema.parse(SCENARIO)).start().wait(11);
    t.ok('control', { type: 'SkipInject', inject: t.inject('i-2') });
    t.ok('control', { type: 'EndExercise' });
    const korean = table(t.exercise.world, 'control', 'ko');
    const fields = new Map(korean.lines.map((l) => [l.id, l.fields]));
    expect(fields.get('i-1')?.get('actual')).toBe('2027-03-02 08:10');
    expect(fields.get('i-1')?.get('status')).toBe('부여됨');
    expect(fields.get('i-1')?.get('title.en')).toBe('First');
    expect(fields.get('i-1')?.get('title.ko')).toBe('첫째');
    expect(fields.get('i-2')?.get('status')).toBe('생략');
    expect(fields.get('i-2')?.get('actual')).toBe('');
  });

  it('of one party’s control holds nothing of the other, neither in sight nor in what is kept', () => {
    const { world, own } = opened.of('control:a');
    expect(wordsIn(exported(world))).toContain('canary-of-b');
    const words = wordsIn(writeMsel(tableOf(own, 'control:a', 'en'), { preset: 'nato', language: 'en' }));
    expect(words).toContain('For A alone');
    expect(words).not.toContain('canary-of-b');
    expect(words).not.toContain('i-2');
  });
});

describe('a workbook that comes back', () => {
  const world = opened();
  const now = table(world);
  const book = exported(world);

  it('unchanged has changed nothing, and sorted neither', async () => {
    for (const bytes of [book, await edit(book, (s) => s.sort())]) {
      expect(differenceOf(readEdited(bytes, 'm.xlsx'), now.lines)).toEqual({ changes: [], notTaken: [], columns: [] });
    }
  });

  it('tells each cell that was changed, and where both sides changed it', async () => {
    const bytes = await edit(book, (s) => {
      s.set('i-1', 'Message [en]', 'Said anew');
      s.set('i-2', 'To', 'A');
    });
    const here = now.lines.map((l) => (l.id === 'i-1' ? { ...l, fields: new Map([...l.fields, ['text.en', 'Changed here']]) } : l));
    expect(differenceOf(readEdited(bytes, 'm.xlsx'), here).changes).toMatchObject([
      {
        kind: 'changed',
        id: 'i-1',
        conflict: true,
        cells: [{ field: 'text.en', theirs: 'Said anew', ours: 'Changed here', conflict: true }],
      },
      { kind: 'changed', id: 'i-2', conflict: false, cells: [{ field: 'to', theirs: 'A' }] },
    ]);
  });

  it.each([
    ['a doubled id takes neither row', (s: Parameters<Parameters<typeof edit>[1]>[0]) => s.set('i-2', 'Entente ID', 'i-1'), 2, /rows 2, 3/],
    [
      'an id that was deleted is asked for',
      (s: Parameters<Parameters<typeof edit>[1]>[0]) => s.set('i-2', 'Entente ID', ''),
      1,
      /has no id and looks like “i-2”/,
    ],
    [
      'an id that was made up is refused',
      (s: Parameters<Parameters<typeof edit>[1]>[0]) => s.set('i-2', 'Entente ID', 'i-99'),
      1,
      /was not in the export/,
    ],
  ])('%s', async (_what, change, count, words) => {
    const { changes, notTaken } = differenceOf(readEdited(await edit(book, change), 'm.xlsx'), now.lines);
    expect(notTaken).toHaveLength(count);
    expect(notTaken[0]?.said.en).toMatch(words);
    expect(changes.filter((c) => c.kind !== 'removed')).toEqual([]);
  });

  it('names a column that was renamed, and takes nothing from it', async () => {
    const { changes, columns } = differenceOf(
      readEdited(await edit(book, (s) => s.rename('Message [en]', 'Wording')), 'm.xlsx'),
      now.lines,
    );
    expect(changes).toEqual([]);
    expect(columns.map((c) => c.en).join(' ')).toMatch(/“Wording” stands where “Message \[en\]” was/);
  });

  it('without its ids or without what was exported is refused with what to do', async () => {
    await expect(async () => readEdited(await edit(book, (s) => s.rename('Entente ID', 'X')), 'm.xlsx')).rejects.toThrow(/Entente ID/);
    await expect(async () => readEdited(await edit(book, (s) => s.drop('Entente')), 'm.xlsx')).rejects.toThrow(/what was exported/);
  });

  it('goes into the scenario’s own text, and leaves the rest of it as it was', async () => {
    const files = new Map([['scenario.yaml', `# kept by hand\n${stringify(SCENARIO)}`]]);
    const bytes = await edit(book, (s) => {
      s.set('i-1', 'Designated Scenario Time (UTC+09:00)', '2027-03-02 08:25');
      s.set('i-2', 'To', 'Nobody we know');
      s.add({
        'Event Number': '9',
        'Title [en]': 'New',
        'Title [ko]': '신규',
        'Message [en]': 'Brand new',
        'Message [ko]': '새 글',
        To: 'A',
      });
    });
    const { changes } = differenceOf(readEdited(bytes, 'm.xlsx'), now.lines);
    const result = takeInto(files, changes, world);
    expect(result.refused.map((r) => r.said.en)).toEqual([expect.stringContaining('“Nobody we know” is no recipient')]);
    const text = result.files.get('scenario.yaml') as string;
    expect(text).toMatch(/^# kept by hand\n/);
    const { scenario, problems } = parseScenario(new Map([['scenario.yaml', text]]));
    expect(problems.filter((p) => p.severity === 'error')).toEqual([]);
    expect(scenario?.injects.map((i) => [i.id, i.at, i.to])).toEqual([
      ['i-1', 1_500_000, ['party:a']],
      ['i-2', 1_200_000, ['party:b']],
      ['i-9', undefined, ['party:a']],
    ]);
  });

  it('goes to the public where an outlet sends it, and not where nobody could have said it', async () => {
    const [first, second] = SCENARIO.injects as { from: string }[];
    const own = { ...SCENARIO, injects: [first, { ...second, from: undefined }] };
    const files = new Map([['scenario.yaml', stringify(own)]]);
    const { world } = new Table(scenarioSchema.parse(own)).exercise;
    const bytes = await edit(exported(world), (s) => {
      for (const id of ['i-1', 'i-2']) s.set(id, 'To', 'Public');
    });
    const result = takeInto(files, differenceOf(readEdited(bytes, 'm.xlsx'), table(world).lines).changes, world);
    expect(result.taken.map((c) => c.id)).toEqual(['i-1']);
    expect(result.refused.map((r) => [r.change.id, r.said.en])).toEqual([
      ['i-2', expect.stringMatching(/^To the public an outlet reports/)],
    ]);
    expect(result.problems.filter((p) => p.severity === 'error')).toEqual([]);
    const { scenario } = parseScenario(new Map([...files, ...result.files]));
    expect(scenario?.injects.map((i) => i.to)).toEqual([['public'], ['party:b']]);
  });

  it('becomes ordinary commands in an exercise, for rows that have not been released', async () => {
    const t = new Table(scenarioSchema.parse(SCENARIO)).start();
    const before = tableOf(t.exercise.world, 'control', 'en');
    const bytes = await edit(writeMsel(before, { preset: 'uk', language: 'en' }), (s) => {
      s.set('i-1', 'Subject [en]', 'Too late');
      s.set('i-2', 'Time (UTC+09:00)', '2027-03-02 08:40');
    });
    t.wait(11);
    const { world: later } = t.exercise;
    const steps = stepsFor(differenceOf(readEdited(bytes, 'm.xlsx'), tableOf(later, 'control', 'en').lines), later, 'control');
    expect(steps.map((s) => [s.change.id, s.commands.map((c) => c.type), s.said.en])).toEqual([
      ['i-1', [], expect.stringContaining('has been released')],
      ['i-2', ['MoveInject'], expect.stringContaining('moved to')],
    ]);
    for (const command of steps.flatMap((s) => s.commands)) t.ok('control', command as never);
    expect(
      tableOf(t.exercise.world, 'control', 'en')
        .lines.find((l) => l.id === 'i-2')
        ?.fields.get('time'),
    ).toBe('2027-03-02 08:40');
  });

  it('has no text of another inject in the place of one that waits, speaks for players or is followed, but says why or what follows', async () => {
    const [first, second] = SCENARIO.injects as object[];
    const injects = [
      { ...first, label: 'TLP:RED' },
      { ...second, when: { inject: { id: 'i-1', is: 'released' } } },
      { ...second, id: 'i-3', number: '3', from: 'cell:b-cell' },
      { ...second, id: 'i-4', number: '4', manual: true },
      { ...second, id: 'i-5', number: '5', at: undefined, after: { event: 'i-1', delay: 'PT5M' } },
    ];
    const t = new Table(scenarioSchema.parse({ ...SCENARIO, injects })).start();
    const { world: now } = t.exercise;
    const bytes = await edit(exported(now), (s) => {
      for (const id of ['i-1', 'i-2', 'i-3', 'i-4', 'i-5']) s.set(id, 'Message [en]', 'Said anew');
    });
    const steps = stepsFor(differenceOf(readEdited(bytes, 'm.xlsx'), table(now).lines), now, 'control');
    expect(steps.map((s) => [s.change.id, s.commands.map((c) => c.type).join(), s.said.en])).toEqual([
      [
        'i-1',
        'SkipInject,ImproviseInject',
        expect.stringMatching(/takes its place\. Without it these no longer come by themselves: 2, 5\./),
      ],
      ['i-2', '', expect.stringContaining('waits for something else')],
      ['i-3', '', expect.stringContaining('speaks for somebody whom players play')],
      ['i-4', '', expect.stringContaining('waits for a hand')],
      ['i-5', '', expect.stringContaining('waits for something else')],
    ]);
    expect(steps[0]?.commands[1]).toMatchObject({ label: now.injects.rows.get(t.inject('i-1'))?.plan?.card.label });
  });

  it('a cell with an error is no change, and named', async () => {
    const bytes = await edit(book, (s) => s.set('i-1', 'Message [en]', '#REF!'));
    const { changes, notTaken } = differenceOf(readEdited(bytes, 'm.xlsx'), now.lines);
    expect(changes).toEqual([]);
    expect(notTaken).toMatchObject([{ row: 2, id: 'i-1', said: { en: expect.stringContaining('“Message [en]” holds the error #REF!') } }]);
  });
});
