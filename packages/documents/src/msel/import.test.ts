import { describe, expect, it } from 'vitest';
import { csv, imported, rawXlsx, type Written, xlsx } from '../fixture.ts';

const HSEEP = [
  'Event Number',
  'Designated Scenario Time',
  'Event Type',
  'Inject Mode',
  'From',
  'To',
  'Message',
  'Expected Participant Response',
  'Exercise Objective',
  'Notes',
];

const inject = (scenario: Written, number: string) => scenario.injects.find((i: { number: string }) => i.number === number);

describe('a sheet in the HSEEP form', () => {
  const grid = [
    HSEEP,
    [
      '1',
      '09:00',
      'Inject',
      'Phone',
      'County EOC',
      'Hospital',
      'STARTEX. River gauge at 4 m.',
      'Opens its emergency room',
      'Warn in time',
      'Call twice',
    ],
    ['2', '09:20', 'Contingency Inject', 'Email', 'Hospital', 'Fire Service', 'Need boats', '', 'Warn in time', ''],
    ['3', '09:30', 'Expected Action', '', '', 'Fire Service', 'Sends boats', '', '', ''],
    ['4', '09:40', 'Inject', 'Twitter', 'Residents', 'ALL', 'Is the dam safe?', 'n/a', '', ''],
  ];

  it('becomes a scenario that the check accepts', async () => {
    const { scenario, errors, rows } = await imported(await xlsx({ MSEL: grid }));
    expect(errors).toEqual([]);
    expect(rows).toMatchObject({ total: 4, imported: 4, named: [] });
    expect(scenario.parties.map((p: Written) => p.name)).toEqual(['Hospital', 'Fire Service']);
    expect(inject(scenario, '1')).toMatchObject({
      at: 'PT0S',
      channel: 'phone',
      from: 'county-eoc',
      to: ['cell:hospital-cell'],
      control: 'Call twice',
    });
    expect(inject(scenario, '4')).toMatchObject({ channel: 'social', to: ['everyone'] });
    expect(scenario.objectives).toEqual([{ id: 'o1', text: 'Warn in time' }]);
  });

  it('holds contingency injects for a hand, and a recipient who sends is that cell', async () => {
    const { scenario } = await imported(csv(grid), {}, 'a.csv');
    expect(inject(scenario, '2')).toMatchObject({ kind: 'contingency', manual: true, at: 'PT20M', from: 'cell:hospital-cell' });
    expect(scenario.entities.map((e: Written) => e.name)).toEqual(['County EOC', 'Residents']);
  });

  it('lets an outlet tell the public: a sender outside is one, and what control or a participant says the news report', async () => {
    const to = (...row: string[]) => [...row, 'Public', 'It rains.', '', '', ''];
    const aloud = [
      ...grid,
      to('5', '10:00', 'Inject', 'Radio', 'County EOC'),
      to('6', '10:10', 'Inject', 'Radio', 'Control'),
      to('7', '10:20', 'Inject', 'Radio', 'Hospital'),
      to('8', '10:30', 'Inject', 'Radio', 'Valley News'),
    ];
    const { scenario, errors } = await imported(csv(aloud), {}, 'a.csv');
    expect(errors).toEqual([]);
    expect(['5', '6', '7', '8'].map((n) => [inject(scenario, n).to, inject(scenario, n).from])).toEqual([
      [['public'], 'county-eoc'],
      [['public'], 'news'],
      [['public'], 'news'],
      [['public'], 'valley-news'],
    ]);
    expect(scenario.entities.map((e: Written) => [e.id, e.kind])).toEqual([
      ['county-eoc', 'public'],
      ['residents', 'public'],
      ['news', 'media'],
      ['valley-news', 'media'],
    ]);
  });

  it('makes expected actions of responses and of rows of that type', async () => {
    const { scenario } = await imported(csv(grid), {}, 'a.csv');
    expect(scenario.expects).toEqual([
      { id: 'e-1', after: { event: 'i-1' }, by: 'cell:hospital-cell', text: 'Opens its emergency room', within: 'PT30M', objective: 'o1' },
      { id: 'e-3', number: '3', at: 'PT30M', by: 'cell:fire-service-cell', text: 'Sends boats', within: 'PT30M' },
    ]);
  });

  it('finds its columns in any order, case and spacing, below titles', async () => {
    const order = [9, 6, 0, 5, 1, 4, 3, 2, 8, 7];
    const shuffled = [
      ['Exercise RIVER'],
      ['Draft 3', 'for comment'],
      ...grid.map((row, i) => order.map((c) => (i === 0 ? ` ${String(row[c]).toUpperCase()} ` : row[c]))),
    ];
    const { scenario, rows, errors } = await imported(csv(shuffled, ';'), {}, 'a.csv');
    expect(errors).toEqual([]);
    expect(rows).toMatchObject({ total: 6, imported: 4 });
    expect(rows.named.map((n) => n.row)).toEqual([1, 2]);
    expect(inject(scenario, '1').text).toBe('STARTEX. River gauge at 4 m.');
  });
});

describe('the columns of other houses', () => {
  it('reads Crucible columns from prefixed XML', async () => {
    const text = (ref: string, s: string) => `<x:c r="${ref}" t="str"><x:v>${s}</x:v></x:c>`;
    const row = (n: number, cells: Record<string, string>) =>
      `<x:row r="${n}">${Object.entries(cells)
        .map(([c, s]) => text(`${c}${n}`, s))
        .join('')}</x:row>`;
    const sheet = `${row(1, { A: 'Group', B: 'Exercise Time', C: 'Simulated Time', D: 'Title', E: 'Description', F: 'To', G: 'From', H: 'Details', I: 'Status' })}${row(2, { B: '2023-03-23T04:00:00.000Z', C: '2023-03-23T04:00:00.000Z', D: 'STARTEX', F: 'ALL', G: 'FEMA', I: 'Approved' })}${row(3, { A: '2', C: '2023-03-22T18:06:40.000Z', D: 'Attack &amp; probe', E: 'XSS', F: 'OCCIP', H: 'ours only' })}${row(4, { C: '2023-03-23T05:00:00.000Z', D: 'Late', E: 'Gone', F: 'OCCIP', I: 'Deferred' })}</x:sheetData>`;
    const { scenario, rows, errors, guessed } = await imported(rawXlsx(sheet, {}, 'x'));
    expect(errors).toEqual([]);
    expect(rows).toMatchObject({ total: 3, imported: 2 });
    expect(rows.named[0]).toMatchObject({ row: 4, reason: { en: 'Its status is “Deferred”.' } });
    expect(scenario.start).toBe('2023-03-23T04:00Z');
    expect(scenario.parties).toHaveLength(2);
    expect(inject(scenario, 'R3')).toMatchObject({ manual: true, title: 'Attack & probe', text: 'XSS', to: ['cell:occip-cell'] });
    expect(inject(scenario, 'R3').control).toContain('Details: ours only');
    expect(guessed).toEqual(expect.arrayContaining(['columns', 'before', 'parties', 'startex']));
  });

  it('takes the first filled of columns with one name, and says so', async () => {
    const grid = [
      ['ID', 'Local Time', 'Delivery Method', 'Local Time', 'Target', 'Title', 'Description'],
      ['7', '', 'Radio', '10:00', 'Blue', 'a', 'b'],
      ['7', '10:30', 'Email', '', 'Red', 'c', 'd'],
    ];
    const { scenario, guesses, guessed } = await imported(csv(grid), {}, 'mitre.csv');
    expect(scenario.injects.map((i: Written) => [i.number, i.at, i.channel])).toEqual([
      ['7', 'PT0S', 'phone'],
      ['7-2', 'PT30M', 'email'],
    ]);
    expect(guesses.find((g) => g.code === 'columns')?.what.en).toContain('“Local Time”, “Local Time”');
    expect(guessed).toEqual(expect.arrayContaining(['duplicate', 'channel']));
  });

  it('reads Korean sheets and writes Korean', async () => {
    const grid = [
      ['2027년 연습 주요상황목록'],
      ['번호', '상황 시각', '구분', '발신', '수신', '제목', '내용', '예상조치', '담당', '비고'],
      ['1', '오전 9:00', '상황', '통신사', '국방부, 외교부', '연습 개시', '위성 자료에서 이상 동향이 확인됨', '상호 통보', '통제1', ''],
      ['2', '9시 30분', '예비', '통제단', '외교부', '추가 질의', '대변인 답변 요청', '', '통제2', '반응 없을 때'],
      ['3', '10:00', '상황', '', '전 부대', '공지', '합동 회의 소집', '', '', ''],
      ['합계', '3건'],
    ];
    const { scenario, rows, errors } = await imported(csv(grid), {}, '목록.csv');
    expect(errors).toEqual([]);
    expect(rows).toMatchObject({ total: 5, imported: 3 });
    expect(rows.named[1]?.reason.ko).toBe('합계 행입니다.');
    expect(scenario.languages).toEqual(['ko']);
    expect(scenario.parties.map((p: Written) => [p.id, p.name])).toEqual([
      ['gukbangbu', '국방부'],
      ['oegyobu', '외교부'],
    ]);
    expect(scenario.injects.map((i: Written) => [i.at, i.from, i.to.length, i.kind])).toEqual([
      ['PT0S', 'tongsinsa', 2, undefined],
      ['PT30M', 'control', 1, 'contingency'],
      ['PT1H', 'control', 1, undefined],
    ]);
  });

  it.each([
    ['Nr.', 'Uhrzeit', 'Von', 'An', 'Betreff', 'Inhalt'],
    ['N°', 'Heure', 'De', 'À', 'Objet', 'Contenu'],
    ['Número', 'Hora', 'De', 'Para', 'Asunto', 'Mensaje'],
  ])('reads headers such as %s, %s, %s, %s', async (...header) => {
    const { scenario } = await imported(
      csv([header, ['1', '9h05', 'Presse', 'Rot', 'x', 'y'], ['2', '9h30', '', 'Blau', 'x', 'y']], '\t'),
      {},
      'x.csv',
    );
    expect(scenario.injects.map((i: Written) => [i.number, i.at, i.from])).toEqual([
      ['1', 'PT0S', 'presse'],
      ['2', 'PT25M', 'control'],
    ]);
  });

  it('lets a map name the columns that have other names', async () => {
    const grid = [
      ['Wann', 'Wem', 'Was'],
      ['09:00', 'Red', 'Rain'],
      ['09:10', 'Blue', 'Flood'],
    ];
    await expect(imported(csv(grid), {}, 'x.csv')).rejects.toMatchObject({ code: 'no-header' });
    const { scenario } = await imported(csv(grid), { map: { time: 'wann', to: 'Wem', text: 'Was' } }, 'x.csv');
    expect(scenario.injects.map((i: Written) => i.text)).toEqual(['Rain', 'Flood']);
    await expect(imported(csv(grid), { map: { time: 'When' } }, 'x.csv')).rejects.toMatchObject({ code: 'bad-map' });
    await expect(imported(csv(grid), { map: { speed: 'Wann' } as never }, 'x.csv')).rejects.toMatchObject({ code: 'bad-map' });
  });

  it('chooses the sheet that has the events and names the others', async () => {
    const { rows, guesses } = await imported(
      await xlsx({
        Cover: [['Exercise'], ['Draft']],
        Lists: [
          ['Type', 'Title'],
          ['a', 'b'],
        ],
        Events: [HSEEP, ['1', '09:00', '', '', '', 'Red', 'x'], ['2', '09:10', '', '', '', 'Blue', 'y']],
      }),
    );
    expect(rows.imported).toBe(2);
    expect(guesses.find((g) => g.code === 'sheet')?.what.en).toBe('The MSEL is on the sheet “Events”; “Cover”, “Lists” were not read.');
  });
});

describe('cells of a workbook', () => {
  it('are read as shown: dates, times, durations, formulas, rich text, links, merges', async () => {
    const time = new Date(Date.UTC(1899, 11, 30, 9, 30));
    const grid = [
      ['No', 'Time', 'To', 'Title', 'Message'],
      [
        1,
        new Date(Date.UTC(2027, 2, 2, 9, 0)),
        'Red',
        { richText: [{ text: 'Big ' }, { text: 'news', font: { bold: true } }] },
        { formula: '"a"&"b"', result: 'ab' },
      ],
      [2, time, 'Blue', { text: 'A link', hyperlink: 'https://example.org' }, '=HYPERLINK("x")'],
      [3, 0.0625, 'Blue', 'Long', 'For both'],
      [4, null, 'Red', 'Second', 'Same time as 3'],
    ];
    const bytes = await xlsx({ A: grid }, (sheet) => {
      sheet.getCell('B2').numFmt = 'yyyy-mm-dd hh:mm';
      sheet.getCell('B3').numFmt = 'h:mm';
      sheet.getCell('B4').numFmt = '[h]:mm';
      sheet.mergeCells('B4:B5');
    });
    const { scenario, errors } = await imported(bytes);
    expect(errors).toEqual([]);
    expect(scenario.injects.map((i: Written) => [i.number, i.at, i.title, i.text])).toEqual([
      ['1', 'PT0S', 'Big news', 'ab'],
      ['2', 'PT30M', 'A link', '=HYPERLINK("x")'],
      ['3', 'PT1H30M', 'Long', 'For both'],
      ['4', 'PT1H30M', 'Second', 'Same time as 3'],
    ]);
  });
});

describe('what must not be told to players', () => {
  it('an expected action without an inject stays with control', async () => {
    const grid = [
      ['Time', 'To', 'Title', 'Text', 'Expected Actions'],
      ['09:00', 'Red', 'a', 'b', ''],
      ['09:05', 'Blue', '', '', 'Calls Red'],
      ['09:10', 'Blue', '', '', 'n/a'],
    ];
    const { scenario, rows } = await imported(csv(grid), {}, 'x.csv');
    expect(scenario.injects).toHaveLength(1);
    expect(scenario.expects).toMatchObject([{ text: 'Calls Red', by: 'cell:blue-cell', at: 'PT5M' }]);
    expect(rows).toMatchObject({ total: 3, imported: 2 });
  });

  it('a row that only speaks of STARTEX is not STARTEX', async () => {
    const grid = [
      ['Time', 'To', 'Title', 'Text'],
      ['08:30', 'Red', 'Check lines before STARTEX', 'b'],
      ['09:00', 'ALL', 'Exercise begins (STARTEX)', 'b'],
      ['10:00', 'Blue', 'ENDEX', 'b'],
    ];
    const { scenario } = await imported(csv(grid), {}, 'x.csv');
    expect(scenario.injects.map((i: Written) => i.at)).toEqual([undefined, 'PT0S', 'PT1H']);
    expect(scenario.duration).toBe('PT1H');
  });
});
