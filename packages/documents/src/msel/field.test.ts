import { describe, expect, it } from 'vitest';
import { csv, type Grid, imported, rawXlsx, type Written, xlsx } from '../fixture.ts';
import { type ImportOptions, readMsel } from '../index.ts';

/** Sheets of kinds that occur in practice, each with the value that is right written down. */

const HEADER = ['No', 'Time', 'From', 'To', 'Title', 'Message'];
const of = async (grid: Grid, options: ImportOptions = {}) => imported(csv(grid), options, 'x.csv');
const times = (scenario: Written): (string | undefined)[] => scenario.injects.map((i: Written) => i.at);
/** The names of the cells that a row reaches. */
function reached(scenario: Written, number: string): string[] {
  const cells = new Map<string, string>(scenario.parties.flatMap((p: Written) => p.cells.map((c: Written) => [`cell:${c.id}`, c.name])));
  return scenario.injects.find((i: Written) => i.number === number).to.map((a: string) => cells.get(a) ?? a);
}

describe('what a column holds decides with its header', () => {
  it('a column Inject of numbers is the number, and the description is the text', async () => {
    const { scenario } = await of([
      ['Inject', 'Hour', 'Who speaks', 'To', 'Event description', 'Expected Action'],
      ['11', '09:00', 'Harbour', 'Lifeboat', 'A yacht drifts ashore.', 'Lifeboat puts out'],
      ['12', '09:20', 'Harbour', 'Mayor', 'The pier is closed.', ''],
    ]);
    expect(scenario.injects.map((i: Written) => [i.number, i.text])).toEqual([
      ['11', 'A yacht drifts ashore.'],
      ['12', 'The pier is closed.'],
    ]);
    expect(reached(scenario, '11')).toEqual(['Lifeboat']);
  });

  it('reads MSEL #, Send From and Send To', async () => {
    const { scenario, guessed } = await of([
      ['MSEL #', 'Time', 'Send From', 'Send To', 'Subject', 'Description'],
      ['7', '09:00', 'Met office', 'Joint desk', 'Gale', 'A gale is forecast.'],
      ['7-B', '09:10', 'Met office', 'Joint desk', 'Gale again', 'By phone.'],
      ['8', '09:30', 'Met office', 'Shelter', 'Flood', 'The river rises.'],
    ]);
    expect(scenario.injects.map((i: Written) => [i.number, i.from])).toEqual([
      ['7', 'met-office'],
      ['7-B', 'met-office'],
      ['8', 'met-office'],
    ]);
    expect(['7', '7-B', '8'].map((n) => reached(scenario, n))).toEqual([['Joint desk'], ['Joint desk'], ['Shelter']]);
    expect(guessed).not.toContain('no-recipients');
  });

  it('reads words that are written together, and what a source refers to is no sender', async () => {
    const { scenario } = await of([
      ['SourceReference', 'InjectNumber', 'ScheduledTime', 'Title', 'Description', 'Source', 'Target', 'DeliveryMethod', 'ExpectedAction'],
      ['PLAN-7', '4', '08:00', 'Crowd', 'A crowd gathers.', 'Simulation', 'Press desk', 'Email', 'Speaks'],
    ]);
    expect(scenario.injects[0]).toMatchObject({ number: '4', at: 'PT0S', channel: 'email', from: 'simulation', text: 'A crowd gathers.' });
    expect(scenario.expects[0].text).toBe('Speaks');
    expect(scenario.injects[0].control).toContain('PLAN-7');
  });

  it('reads Korean compound words', async () => {
    const { scenario } = await of([
      ['상황번호', '상황일시', '발신기관', '수신기관', '부여방법', '상황제목', '상황내용', '예상조치사항', '주관부서'],
      ['나-1', '2027. 3. 2. 09:00', '기상청', '상황실', '유선', '호우', '비가 옵니다.', '증원', '재난과'],
      ['나-2', '2027. 3. 2. 13:30', '통제소', '상황실, 재난과', 'FAX', '수위', '4미터입니다.', '통보', '재난과'],
    ]);
    expect(scenario.start).toBe('2027-03-02T09:00Z');
    expect(scenario.injects.map((i: Written) => [i.number, i.at, i.channel, i.text])).toEqual([
      ['나-1', 'PT0S', 'phone', '비가 옵니다.'],
      ['나-2', 'PT4H30M', 'message', '4미터입니다.'],
    ]);
    expect(reached(scenario, '나-2')).toEqual(['상황실', '재난과']);
    expect(scenario.expects.map((e: Written) => e.text)).toEqual(['증원', '통보']);
  });

  it('joins several columns of text under their names', async () => {
    const { scenario, guessed } = await of([
      ['No', 'Time', 'To', 'Situation', 'Inject Message', 'Controller Notes'],
      ['1', '09:00', 'Navy', 'A storm comes.', 'Call back.', 'Not before noon.'],
      ['2', '09:10', 'Army', '', 'Only this.', ''],
    ]);
    expect(scenario.injects.map((i: Written) => i.text)).toEqual(['Situation: A storm comes.\n\nInject Message: Call back.', 'Only this.']);
    expect(scenario.injects[0].control).toContain('Not before noon.');
    expect(guessed).toContain('texts');
  });

  it('a short text beside a long one is the title', async () => {
    const { scenario } = await of([
      ['No', 'Time', 'To', 'Event', 'Description'],
      ['1', '09:00', 'Navy', 'Flood warning', 'The river will crest at noon today.'],
      ['2', '09:10', 'Army', 'Levee', 'A levee has failed in the north.'],
    ]);
    expect(scenario.injects.map((i: Written) => [i.title, i.text])).toEqual([
      ['Flood warning', 'The river will crest at noon today.'],
      ['Levee', 'A levee has failed in the north.'],
    ]);
  });

  it('two rows of headers are one: Scenario under Time is the scenario time', async () => {
    const { scenario } = await imported(
      await xlsx(
        {
          M: [
            ['No', 'Time', '', 'Parties', '', 'Message'],
            ['', 'Exercise', 'Scenario', 'From', 'To', ''],
            ['1', '14:00', '09:00', 'A', 'Navy', 'x y'],
            ['2', '14:05', '10:30', 'A', 'Army', 'z w'],
          ],
        },
        (s) => {
          s.mergeCells('B1:C1');
          s.mergeCells('D1:E1');
        },
      ),
    );
    expect(scenario.start).toContain('T09:00');
    expect(times(scenario)).toEqual(['PT0S', 'PT1H30M']);
    expect(scenario.injects.map((i: Written) => [i.number, i.text])).toEqual([
      ['1', 'x y'],
      ['2', 'z w'],
    ]);
  });
});

describe('what is never delivered', () => {
  it('struck-out rows are named, struck-out words are left out', async () => {
    const strike = { strike: true };
    const bytes = await xlsx(
      {
        M: [
          HEADER,
          ['1', '09:00', 'Wire', 'Cabinet', 'First', 'A first report.'],
          ['2', '09:30', 'Wire', 'Cabinet', 'Dropped', 'This is dropped.'],
          [
            '3',
            '10:00',
            'Wire',
            'Cabinet',
            'Statement',
            { richText: [{ text: 'The minister ' }, { text: 'resigns', font: strike }, { text: ' stays.' }] },
          ],
        ],
      },
      (sheet) => {
        for (const c of 'ABCDEF') sheet.getCell(`${c}3`).font = strike;
      },
    );
    const { scenario, rows, reading } = await imported(bytes);
    expect(scenario.injects.map((i: Written) => [i.number, i.text])).toEqual([
      ['1', 'A first report.'],
      ['3', 'The minister stays.'],
    ]);
    expect(rows.named).toMatchObject([{ row: 3, reason: { en: 'It is struck out.' } }]);
    expect(reading.rows.find((r) => r.row === 4)?.cells.at(-1)).toEqual({
      column: 5,
      text: 'The minister resigns stays.',
      struck: [[13, 20]],
    });
    expect(reading.kept.map((k) => k.en).join(' ')).toContain('struck-out words');
  });

  it('errors and formulas without a result are named and delivered to nobody', async () => {
    const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
    const head = HEADER.map((h, i) => cell(`${'ABCDEF'[i]}1`, h)).join('');
    const row = (n: number, title: string, text: string) =>
      `<row r="${n}">${cell(`A${n}`, String(n))}${cell(`B${n}`, '09:00')}${cell(`C${n}`, 'Dam')}${cell(`D${n}`, 'Town')}${title}${text}</row>`;
    const sheet = `<row r="1">${head}</row>${row(2, '<c r="E2" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>', cell('F2', 'Two gates.'))}${row(3, '<c r="E3" t="e"><f>X1</f><v>#REF!</v></c>', cell('F3', 'Three gates.'))}${row(4, cell('E4', 'Late'), '<c r="F4"><f>Z9</f></c>')}${row(5, cell('E5', '#N/A'), '')}</sheetData>`;
    const { scenario, rows, reading } = await imported(rawXlsx(sheet));
    expect(scenario.injects.map((i: Written) => [i.title, i.text])).toEqual([
      ['ab', 'Two gates.'],
      ['Three gates.', 'Three gates.'],
      ['Late', 'Late'],
    ]);
    expect(scenario.injects[1].control).toContain('#REF!');
    expect(JSON.stringify(scenario.injects.map((i: Written) => [i.title, i.text]))).not.toContain('#');
    expect(rows.named).toMatchObject([{ row: 5 }]);
    expect(reading.kept.map((k) => k.en).join(' ')).toMatch(/2 cells with errors .*E3, E5.*1 formulas without a stored result.*F4/);
  });

  it('HTML becomes text, a sign of less-than stays', async () => {
    const { scenario } = await of([
      HEADER,
      [
        '1',
        '09:00',
        'A',
        'Town',
        '<b>Bold</b> title',
        '<p>First &amp; foremost</p><ul><li>one</li><li>two</li></ul><script>alert(1)</script>',
      ],
      ['2', '09:10', 'A', 'Town', 'Plain', 'a < b and c > d'],
      ['3', '09:20', 'A', 'Town', 'Link', 'Read <a href="https://example.org/x">this</a><br/>now'],
    ]);
    expect(scenario.injects.map((i: Written) => [i.title, i.text])).toEqual([
      ['Bold title', 'First & foremost\n- one\n- two'],
      ['Plain', 'a < b and c > d'],
      ['Link', 'Read this (https://example.org/x)\nnow'],
    ]);
  });

  it('comments go to the controller', async () => {
    const bytes = await xlsx(
      { M: [HEADER, ['1', '09:00', 'Wire', 'Town', 'One', 'Text one.'], ['2', '09:30', 'Wire', 'Town', 'Two', 'Text two.']] },
      (sheet) => {
        sheet.getCell('F2').note = 'Hold this until I say so';
      },
    );
    const { scenario, reading } = await imported(bytes);
    expect(scenario.injects[0].control).toContain('Hold this until I say so');
    expect(scenario.injects[0].text).toBe('Text one.');
    expect(reading.kept[0]?.en).toBe('1 comment goes to the control note.');
  });

  it('states say which play, wait and are left out; a word that is not known waits and is asked', async () => {
    const { scenario, rows, guesses } = await of([
      ['No', 'Time', 'To', 'Title', 'Text', 'Status'],
      ...['Approved', 'Draft', 'Cancelled', 'Purple', '미승인', '취소'].map((s, i) => [`${i + 1}`, '09:00', 'Navy', 't', `x${i}`, s]),
    ]);
    expect(scenario.injects.map((i: Written) => [i.number, i.manual === true])).toEqual([
      ['1', false],
      ['2', true],
      ['4', true],
      ['5', true],
    ]);
    expect(rows.named.map((n) => n.row)).toEqual([4, 7]);
    expect(guesses.filter((g) => !g.settled).map((g) => g.key)).toEqual(['state:purple']);
    const told = await of(
      [
        ['No', 'Time', 'To', 'Title', 'Text', 'Status'],
        ['1', '09:00', 'Navy', 't', 'x', 'Purple'],
        ['2', '09:00', 'Army', 't', 'y', 'Draft'],
      ],
      { map: { entente: 'msel-map/1', states: { Purple: 'plays', Draft: 'out' } } },
    );
    expect(told.scenario.injects.map((i: Written) => [i.number, i.manual === true])).toEqual([['1', false]]);
  });
});

describe('who receives', () => {
  it('all but some, in both languages', async () => {
    const { scenario } = await of([
      HEADER,
      ['1', '09:00', 'A', 'Navy', 't', 'x'],
      ['2', '09:00', 'A', 'Police', 't', 'x'],
      ['3', '09:00', 'A', 'Press desk', 't', 'x'],
      ['4', '09:00', 'A', 'All except Press desk', 't', 'x'],
      ['5', '09:00', 'A', 'Everyone but Police', 't', 'x'],
      ['6', '09:00', 'A', 'ALL (less Navy)', 't', 'x'],
      ['7', '09:00', 'A', 'Press desk 제외 전체', 't', 'x'],
      ['8', '09:00', 'A', 'All except the others', 't', 'x'],
    ]);
    expect(scenario.parties).toHaveLength(3);
    expect(['4', '5', '6', '7', '8'].map((n) => reached(scenario, n))).toEqual([
      ['Navy', 'Police'],
      ['Navy', 'Press desk'],
      ['Police', 'Press desk'],
      ['Navy', 'Police'],
      [],
    ]);
  });

  it('copies for information are read and told apart', async () => {
    const { scenario, reading } = await of([
      ['No', 'Time', 'To (Action)', 'To (Info)', 'Title', 'Text'],
      ['1', '09:00', 'Navy', 'Police', 't', 'x'],
      ['2', '09:00', 'Police (Cc: Navy)', '', 't', 'y'],
    ]);
    expect(['1', '2'].map((n) => reached(scenario, n))).toEqual([
      ['Navy', 'Police'],
      ['Police', 'Navy'],
    ]);
    expect(reading.rows.map((r) => r.inject?.info)).toEqual([['cell:police-cell'], ['cell:navy-cell']]);
  });

  it('a column that only may name recipients names nobody until somebody says so', async () => {
    const grid = [
      ['No', 'Time', 'Agency', 'Title', 'Text'],
      ['1', '09:00', 'Navy', 't', 'x'],
      ['2', '09:00', 'Army', 't', 'y'],
    ];
    const { scenario, guesses, rows } = await of(grid);
    expect(scenario.injects.map((i: Written) => i.to)).toEqual([[], []]);
    expect(rows.waiting).toHaveLength(2);
    expect(guesses.filter((g) => !g.settled).map((g) => g.key)).toEqual(['column:C', 'no-recipients']);
    const told = await of(grid, { map: { entente: 'msel-map/1', columns: { Agency: 'to' } } });
    expect(told.scenario.injects.map((i: Written) => i.to.length)).toEqual([1, 1]);
    expect(told.guesses.every((g) => g.settled)).toBe(true);
  });

  it('columns that only mark rows may be recipients: asked, and nobody receives before', async () => {
    const grid = [
      ['No', 'Time', 'Inject', 'Fire', 'Police', 'Hospital', 'Notes'],
      ['1', '09:00', 'A bus has overturned on the bridge.', 'X', 'X', '', ''],
      ['2', '09:10', 'Thirty people are hurt.', '', '', 'X', ''],
      ['3', '09:20', 'The bridge is closed.', '', 'X', 'X', ''],
    ];
    const { scenario, reading } = await of(grid);
    expect(scenario.injects.map((i: Written) => i.to)).toEqual([[], [], []]);
    expect(reading.choices.filter((c) => c.suggestion === 'marked').map((c) => [c.sets?.[1], c.settled])).toEqual([
      ['Fire', false],
      ['Police', false],
      ['Hospital', false],
    ]);
    const told = await of(grid, { map: { entente: 'msel-map/1', columns: { Fire: 'marked', Police: 'marked', Hospital: 'marked' } } });
    expect(['1', '2', '3'].map((n) => reached(told.scenario, n))).toEqual([['Fire', 'Police'], ['Hospital'], ['Police', 'Hospital']]);
    expect(told.guesses.every((g) => g.settled)).toBe(true);
  });

  it('a word that is not understood reaches whom the map says', async () => {
    const grid = [
      HEADER,
      ['1', '09:00', 'A', 'Navy', 't', 'x'],
      ['2', '09:00', 'A', 'Police', 't', 'y'],
      ['3', '09:00', 'A', 'see remarks', 't', 'z'],
    ];
    const { scenario, reading } = await of(grid);
    expect(reached(scenario, '3')).toEqual([]);
    expect(reading.rows[2]).toMatchObject({ becomes: 'waits', unknown: ['see remarks'] });
    const told = await of(grid, { map: { entente: 'msel-map/1', recipients: { 'see remarks': ['Navy', 'Police'] } } });
    expect(reached(told.scenario, '3')).toEqual(['Navy', 'Police']);
  });

  it('rows are corrected by the map', async () => {
    const grid = [
      HEADER,
      ['1', '09:00', 'A', 'Navy', 't', 'x'],
      ['2', 'soon', 'A', 'nobody knows', 't', 'y'],
      ['3', '09:20', 'A', 'Army', 't', 'z'],
    ];
    const { scenario, rows } = await of(grid, {
      map: {
        entente: 'msel-map/1',
        rows: [
          { row: 3, at: '09:10', to: ['Army'], text: 'Put right' },
          { row: 4, leaveOut: true },
        ],
      },
    });
    expect(scenario.injects.map((i: Written) => [i.number, i.at, i.text])).toEqual([
      ['1', 'PT0S', 'x'],
      ['2', 'PT10M', 'Put right'],
    ]);
    expect(reached(scenario, '2')).toEqual(['Army']);
    expect(rows.named).toMatchObject([{ row: 4, reason: { en: 'It was left out by hand.' } }]);
  });
});

it('a row that waits says why, and one without a sender is control’s own', async () => {
  const { reading } = await readMsel(
    csv([
      HEADER,
      ['1', '', 'Wire', 'Navy', 'Timeless', 'When?'],
      ['2', 'T-5', '', 'Navy', 'Early', 'Before all.'],
      ['3', 'STARTEX', '', 'Navy', 'First', 'It begins.'],
      ['4', 'T+5', 'Wire', 'Navy', 'Second', 'It goes on.'],
    ]),
    'x.csv',
  );
  expect(reading.rows.map((r) => [r.becomes, r.why?.en, r.inject?.from, r.inject?.simulated])).toEqual([
    ['waits', 'It has no time on the clock of the exercise: it waits for a controller’s hand.', 'Wire', true],
    ['waits', 'It lies before STARTEX: it waits for a controller’s hand.', '', false],
    ['plays', undefined, '', false],
    ['plays', undefined, 'Wire', true],
  ]);
});
