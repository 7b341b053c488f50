import { type BookCell, writeBook } from '../out/book.ts';
import type { PlanPaper, Span } from './paper.ts';
import { stateOf } from './state.ts';
import { localAt } from './times.ts';
import { PLAN_WORDS } from './words.ts';

/** The matrix as a workbook: a row for each step, times on the clock of each capital; then the text, and what must be decided next. */
export function planBook(paper: PlanPaper): Uint8Array {
  const say = PLAN_WORDS[paper.language];
  const capitals = paper.capitals.length === 0 ? [{ name: 'UTC', zone: 'UTC' }] : paper.capitals;
  const clock = (at: number, zone: string): string => {
    const { date, time } = localAt(paper.start, at, zone);
    return `${date} ${time}`;
  };
  const timed = (span: Span | undefined): BookCell[] =>
    capitals.flatMap(({ zone }) => (span ? [clock(span.start, zone), clock(span.end, zone)] : [undefined, undefined]));
  const heads = (what: string): string[] =>
    capitals.flatMap(({ name }) => [`${what}: ${say.from} (${name})`, `${what}: ${say.to} (${name})`]);
  const span = (ms: number | undefined): string => (ms === undefined ? '' : say.span(ms));
  const rows: BookCell[][] = paper.rows.map((row) => [
    row.own ? `${row.number} (${say.own})` : row.number,
    row.decision ? `${row.text} (${say.decision})` : row.text,
    ...[row.letter, row.lead, row.support.join('\n'), row.tells.join('\n'), row.begins, span(row.duration)],
    ...timed(row.planned),
    ...timed(row.real),
    ...capitals.map(({ zone }) => (row.latest === undefined ? undefined : clock(row.latest, zone))),
    stateOf(row, paper).join('\n'),
    ...[row.state === 'done' || row.state === 'failed' ? '' : span(row.slack), row.authority],
  ]);
  const header = [
    ...[say.number, say.step, '', say.lead, say.support, say.tells, say.begins, say.duration],
    ...heads(say.planned),
    ...heads(say.actual),
    ...capitals.map(({ name }) => `${say.latest} (${name})`),
    ...[say.state, say.slack, say.authority],
  ];
  const marks = [
    [say.exercise],
    [paper.label],
    [paper.exercise],
    [paper.title],
    [`${paper.forum} · ${say.version(paper.version)} · ${say[paper.state]}`],
    [`${say.digest} ${paper.digest}`],
    ...paper.signed.map(({ party, at, how }) => [say[how](party, capitals.map((c) => `${clock(at, c.zone)} ${c.name}`).join(' / '))]),
    [say.asOf(capitals.map((c) => `${clock(paper.now, c.zone)} ${c.name}`).join(' / '))],
    [''],
    ...paper.paragraphs.map((p) => [p]),
    ...(paper.brackets.length > 0 ? [[''], [say.brackets]] : []),
    ...paper.brackets.map((b) => [`${b.of} · ${b.party}: ${b.words}`]),
  ];
  const mark = `${say.exercise} · ${paper.label}`;
  return writeBook({
    sheets: [
      {
        name: say.steps,
        mark,
        rows: [header, ...rows],
        headed: true,
        widths: [8, 44, 5, 30, 18, 24, 26, 10, ...header.slice(8).map(() => 18)],
      },
      { name: say.text, mark, rows: marks, widths: [110] },
    ],
  });
}
