import { Exercise, emptyWorld, evolve, scenarioSchema, type World } from '@entente/engine';
import { Table } from '@entente/engine/testing';
import { unzipSync } from 'fflate';

/** A scenario of two sides: one inject each, in both languages. */
export const SCENARIO = {
  entente: 1,
  id: 'two-sides',
  title: { en: 'Two sides', ko: '두 편' },
  start: '2027-03-02T08:00+09:00',
  duration: 'PT2H',
  languages: ['en', 'ko'],
  parties: ['a', 'b'].map((id) => ({
    id,
    name: id.toUpperCase(),
    letter: id.toUpperCase(),
    cells: [{ id: `${id}-cell`, name: 'Operations', seats: [{ id: `${id}-one`, name: 'Duty officer', may: ['speak'] }] }],
  })),
  entities: [{ id: 'wire', name: 'Wire agency', kind: 'media' }],
  injects: [
    inject('i-1', 'PT10M', 'party:a', { en: 'First', ko: '첫째' }, { en: 'For A alone', ko: 'A에만' }),
    inject('i-2', 'PT20M', 'party:b', { en: 'Second', ko: '둘째' }, { en: 'A canary-of-b sings', ko: 'canary-of-b' }),
  ],
};
function inject(id: string, at: string, to: string, title: object, text: object): object {
  return {
    id,
    number: id.slice(2),
    at,
    channel: 'news',
    from: 'wire',
    to: [to],
    title,
    text,
    control: { en: `Watch ${id}`, ko: `${id} 확인` },
  };
}

/** The world of the scenario as lead control has it at STARTEX. */
export function opened(): World {
  return new Table(scenarioSchema.parse(SCENARIO)).exercise.world;
}
/** And as another viewer folds it from what was addressed to it. */
opened.of = (viewer: string): { world: World; own: World } => {
  const { exercise, events } = Exercise.open(scenarioSchema.parse(SCENARIO), { secret: 'sixteen letters and more', wall: 0 });
  const own = emptyWorld();
  for (const r of events)
    if (exercise.roster.audience(r.to).viewers.has(viewer)) evolve(own, r.event, { id: r.id, at: r.at, wall: r.wall });
  return { world: exercise.world, own };
};

/** Everything that a workbook says, in sight or not. */
export const wordsIn = (book: Uint8Array): string =>
  Object.values(unzipSync(book))
    .map((bytes) => new TextDecoder().decode(bytes))
    .join('\n');

/** A planner at work in the workbook's first sheet, by way of an independent library. */
export interface Hand {
  /** Of the rows, from the first to the last. */
  ids(): string[];
  set(id: string, header: string, value: string): void;
  add(cells: Readonly<Record<string, string>>): void;
  rename(header: string, to: string): void;
  drop(sheet: string): void;
  /** The other way round. */
  sort(): void;
}

export async function edit(book: Uint8Array, by: (hand: Hand) => void): Promise<Uint8Array> {
  const { default: Excel } = await import('@protobi/exceljs');
  const workbook = new Excel.Workbook();
  await workbook.xlsx.load(book as never);
  const [sheet] = workbook.worksheets;
  if (!sheet) throw new Error('no sheet');
  const column = (header: string): number => {
    for (let c = 1; c <= sheet.columnCount; c++) if (sheet.getRow(1).getCell(c).value === header) return c;
    throw new RangeError(`no column ${header}`);
  };
  const typed = (text: string): string | Date =>
    /^\d{4}-\d\d-\d\d \d\d:\d\d$/.test(text) ? new Date(`${text.replace(' ', 'T')}:00Z`) : text;
  const rowOf = (id: string): number => {
    for (let r = 2; r <= sheet.rowCount; r++) if (sheet.getRow(r).getCell(1).value === id) return r;
    throw new RangeError(`no row ${id}`);
  };
  by({
    ids: () => Array.from({ length: sheet.rowCount - 1 }, (_, i) => String(sheet.getRow(i + 2).getCell(1).value ?? '')),
    set(id, header, value) {
      sheet.getRow(rowOf(id)).getCell(column(header)).value = typed(value);
    },
    add(cells) {
      const row = sheet.getRow(sheet.rowCount + 1);
      for (const [header, value] of Object.entries(cells)) row.getCell(column(header)).value = typed(value);
    },
    rename(header, to) {
      sheet.getRow(1).getCell(column(header)).value = to;
    },
    drop(name) {
      const found = workbook.getWorksheet(name);
      if (found) workbook.removeWorksheet(found.id);
    },
    sort() {
      const rows = Array.from({ length: sheet.rowCount - 1 }, (_, i) => sheet.getRow(i + 2).values as unknown[]);
      rows.reverse().forEach((values, i) => {
        sheet.getRow(i + 2).values = values as never;
      });
    },
  });
  return new Uint8Array((await workbook.xlsx.writeBuffer()) as ArrayBuffer);
}
