import { xlsx } from '../../packages/documents/src/fixture.ts';

/** How planners of a large exercise keep their MSEL: eight sheets, three of them days, two sides with cells of the same names. */
const HEADER = [
  'Ser',
  'DTG',
  'Side',
  'From',
  'Action to',
  'Info',
  'Means',
  'Storyline',
  'Inject text',
  'Expected reaction',
  'Status',
  'Remarks',
];
const SIDES = ['Westland', 'Eastland'];
const CELLS = ['Operations', 'Press office', 'Police'];
const FROM = ['Wire agency', 'Pilot station', 'Ministry of Ports', 'Ferry operator', 'Harbour police'];
const NEWS = [
  'Wire reports smoke over the outer harbour.',
  'Pilot station: two boats do not answer.',
  'The harbour master stays in office.',
  'The ferry operator asks whether to sail.',
  'Police count forty cars at the quay.',
  'The night shift asks who pays for the tugs.',
];
/** A word that only one side's rows hold. */
export const WEST_ONLY = 'amber lantern';

function day(first: number, date: number, rows: number): unknown[][] {
  const lines: unknown[][] = [['HARBOUR LIGHT: Master events list'], [`Day of ${date} August, all times local`], [], HEADER];
  for (let i = 0; i < rows; i++) {
    const n = first + i;
    const hour = 9 + Math.floor((i * 15) / 60);
    const time = `${date}${String(hour).padStart(2, '0')}${String((i * 15) % 60).padStart(2, '0')}AUG27`;
    const side = SIDES[i % 2] as string;
    const to = n === 7 ? 'tbc' : i % 5 === 3 ? 'Operations; Press office' : (CELLS[i % 3] as string);
    const text = `${NEWS[n % NEWS.length]} (${n})${side === 'Westland' && n === 3 ? ` The ${WEST_ONLY} is lit.` : ''}`;
    const status = n % 17 === 0 ? 'Cancelled' : n % 11 === 0 ? 'Draft' : 'Approved';
    lines.push([
      n,
      time,
      side,
      FROM[n % FROM.length],
      to,
      i % 6 === 5 ? 'Police' : '',
      ['mail', 'phone', 'news'][n % 3],
      ['Smoke', 'Boats', 'Ferries'][n % 3],
      text,
      n % 4 === 0 ? 'The cell asks the other side before it answers.' : '',
      status,
      n % 9 === 0 ? 'Call the cell first.' : '',
    ]);
  }
  return lines;
}

export const ROWS = 42;

export function workbook(): Promise<Uint8Array> {
  return xlsx(
    {
      Cover: [['HARBOUR LIGHT'], ['An invented exercise'], ['Version 7']],
      'Day 1 - Tue 24 Aug': day(1, 24, 16),
      'Day 2 - Wed 25 Aug': day(17, 25, 14),
      'Day 3 - Thu 26 Aug': day(31, 26, 12),
      'Read me': [['How this workbook is kept.'], ['Change rows only with the chief controller.']],
      Contacts: [
        ['Name', 'Telephone'],
        ['Chief controller', '1234'],
        ['Press desk', '2345'],
      ],
      'Radio plan': [
        ['Channel', 'Frequency'],
        ['1', '156.3'],
        ['2', '156.4'],
      ],
      'MSEL old': day(1, 24, 9),
    },
    (sheet) => {
      if (sheet.name === 'MSEL old') sheet.state = 'hidden';
    },
  );
}
