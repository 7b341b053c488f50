import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { edit } from '../../documents/src/again/edit.fixture.ts';
import { entente, workplace } from './testbench.ts';

const SHEET = `Event Number,Designated Scenario Time,Event Type,Inject Mode,From,To,Message,Expected Participant Response
1,09:00,Contextual,Email,Coast radio,Harbour office,A tanker has run aground,
2,09:20,Contextual,Phone,Coast radio,Coast guard,Oil on the water,Warns the south
Total,,,,,,,
`;
const { folder, remove } = workplace({
  'msel.csv': SHEET,
  'doubtful.csv': `${SHEET.replace('2,09:20,Contextual,Phone,Coast radio,Coast guard', '2,09:20,Contextual,Phone,Coast radio,Coast guard; ???')}3,09:30,Contextual,Phone,Coast radio,,To nobody,\n4,09:40,Contextual,Phone,Coast radio,Coast guard,Known,\n`,
  'named.csv': SHEET.replace('Message', 'What they are told'),
  'unsure.csv': SHEET.replace('Inject Mode', 'Storyline').replaceAll('Email', 'Smoke').replaceAll('Phone', 'Boats'),
  'map.json': '{"text": "What they are told"}',
  'bad-map.json': '{"colour": "Message"}',
  'noise.xlsx': 'PK\u0003\u0004 not a workbook',
  'nothing.csv': '',
  'full/kept.txt': 'keep me',
});
afterAll(remove);
const say = (...args: string[]) => entente(args);

describe('import', () => {
  test('makes a scenario that check accepts; every row is imported or named', async () => {
    const { code, out, err } = await say('import', 'msel.csv', '--out', 'made', '--startex', '2027-05-10T09:00+09:00', '--json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const { rows, files } = JSON.parse(out);
    expect(rows).toMatchObject({ total: 3, imported: 2, named: [{ row: 4, reason: expect.any(String) }] });
    expect(files).toContain('scenario.yaml');
    expect(await say('check', 'made')).toMatchObject({ code: 0 });
  });

  test('tells in words what became of the rows and what was assumed, in Korean too', async () => {
    const [english, korean] = await Promise.all([
      say('import', 'msel.csv', '--out', 'en'),
      say('import', 'msel.csv', '--out', 'ko', '--lang', 'ko'),
    ]);
    expect(english.out).toMatch(/2 of 3 rows[\s\S]*row 4: [\s\S]*assumed/);
    expect(korean.out).toMatch(/전체 3행 중 2행[\s\S]*4행: [\s\S]*추정/);
  });

  test('says which rows reach nobody and why, and so does check', async () => {
    const [made, words, korean] = await Promise.all([
      say('import', 'doubtful.csv', '--out', 'doubtful', '--json'),
      say('import', 'doubtful.csv', '--out', 'doubtful-en'),
      say('import', 'doubtful.csv', '--out', 'doubtful-ko', '--lang', 'ko'),
    ]);
    const { rows } = JSON.parse(made.out);
    expect(rows).toMatchObject({ total: 5, imported: 4 });
    expect(rows.waiting.map((w: { row: number }) => w.row)).toEqual([3, 5]);
    expect(rows.waiting[0].reason).toContain('“???”');
    expect(words.out).toMatch(/2 of them reach nobody until you name their recipients:\n {2}row 3: .*\?\?\?.*\n {2}row 5: /);
    expect(korean.out).toMatch(/아무에게도 부여되지 않는 행 2개:\n {2}3행: /);
    const checked = JSON.parse((await say('check', 'doubtful', '--json')).out);
    expect(checked.problems.filter((p: { code: string }) => p.code === 'no-recipients')).toHaveLength(2);
  }, 60_000);

  test('a folder that holds something is left as it is', async () => {
    const { code, err } = await say('import', 'msel.csv', '--out', 'full');
    expect(code).toBe(1);
    expect(err).toContain('full is not empty');
    expect(readdirSync(join(folder, 'full'))).toEqual(['kept.txt']);
    expect(readFileSync(join(folder, 'full/kept.txt'), 'utf8')).toBe('keep me');
  });

  test('an empty folder may stand there already', async () => {
    mkdirSync(join(folder, 'waiting'));
    expect((await say('import', 'msel.csv', '--out', 'waiting')).code).toBe(0);
    expect(readdirSync(join(folder, 'waiting'))).toContain('scenario.yaml');
  });

  test('a map says what a column is for', async () => {
    const { code, out } = await say('import', 'named.csv', '--out', 'mapped', '--map', 'map.json', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).rows.imported).toBe(2);
  });

  test('with --strict makes nothing while something is a guess, until a mapping settles it; --json says how sure each is', async () => {
    const open = await say('import', 'unsure.csv', '--out', 'strict', '--strict', '--json');
    expect(open.code).toBe(1);
    expect(JSON.parse(open.out)).toMatchObject({ ok: false, error: { code: 'not-settled' } });
    expect(existsSync(join(folder, 'strict'))).toBe(false);
    const told = JSON.parse((await say('import', 'unsure.csv', '--out', 'told', '--json')).out);
    const guesses = told.guesses as { key: string; settled: boolean; confidence: number }[];
    expect(guesses.every((g) => g.confidence >= 0 && g.confidence <= 1)).toBe(true);
    const settled = guesses.filter((g) => !g.settled).map((g) => g.key);
    expect(settled.length).toBeGreaterThan(0);
    writeFileSync(join(folder, 'settled.yaml'), `entente: msel-map/1\nsettled: ${JSON.stringify(settled)}\n`);
    expect(await say('import', 'unsure.csv', '--out', 'strict', '--strict', '--map', 'settled.yaml')).toMatchObject({ code: 0 });
  });

  test.each([
    ['a key that is none', 'sheetz: [A]', /sheetz/],
    ['a meaning that is none', 'columns: {Message: words}', /columns\.Message.*text/s],
    ['a zone that is none', 'times: {zone: Seoul}', /times\.zone.*\+09:00/s],
    ['no JSON and no YAML', '{"columns": [', /neither JSON nor YAML/],
    ['a mapping of another program', 'entente: other/9', /msel-map\/1/],
  ])('a mapping with %s says where and what may stand there', async (_what, text, words) => {
    writeFileSync(join(folder, 'wrong.yaml'), text);
    const { code, err } = await say('import', 'msel.csv', '--out', 'unmade', '--map', 'wrong.yaml');
    expect(code).toBe(1);
    expect(err).toMatch(words);
  });

  test('an exported MSEL that was edited goes back into its scenario, row by row', async () => {
    await say('import', 'msel.csv', '--out', 'own', '--startex', '2027-05-10T09:00+09:00');
    expect(await say('export', 'own', '--msel', '--out', 'own.xlsx', '--preset', 'uk')).toMatchObject({ code: 0 });
    const dry = JSON.parse((await say('import', 'own.xlsx', '--into', 'own', '--json')).out);
    expect(dry).toMatchObject({ ok: true, changes: [], notTaken: [], written: [] });
    const [first] = /i-[\w-]+/.exec(readFileSync(join(folder, 'own/scenario.yaml'), 'utf8')) ?? [''];
    writeFileSync(join(folder, 'own.xlsx'), await edit(readFileSync(join(folder, 'own.xlsx')), (s) => s.set(first, 'Inject', 'Said anew')));
    expect((await say('import', 'own.xlsx', '--into', 'own')).out).toMatch(/1 row was changed[\s\S]*→ “Said anew”[\s\S]*--take/);
    expect(await say('import', 'own.xlsx', '--into', 'own', '--take')).toMatchObject({ code: 0 });
    expect(readFileSync(join(folder, 'own/scenario.yaml'), 'utf8')).toContain('Said anew');
    expect(await say('check', 'own')).toMatchObject({ code: 0 });
  });

  test.each([
    ['a file that is no workbook', ['noise.xlsx'], 1],
    ['an empty sheet', ['nothing.csv'], 1],
    ['a file that is not there', ['nowhere.csv'], 1],
    ['a map that is none', ['msel.csv', '--map', 'bad-map.json'], 1],
    ['a time that is none', ['msel.csv', '--startex', 'soon'], 2],
    ['a unit that is none', ['msel.csv', '--unit', 'days'], 2],
  ])('%s makes no folder', async (_what, args, code) => {
    const done = await say('import', ...args, '--out', 'unmade', '--json');
    expect(done.code).toBe(code);
    expect(JSON.parse(done.out)).toMatchObject({ ok: false, error: { message: expect.any(String) } });
    expect(existsSync(join(folder, 'unmade'))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.startsWith('.entente'))).toEqual([]);
  });

  test('without --out it is the command line that is wrong', async () => {
    expect(await say('import', 'msel.csv')).toMatchObject({ code: 2, out: '' });
  });
});
