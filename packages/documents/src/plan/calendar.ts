import { createHash } from 'node:crypto';
import type { PlanPaper, PlanRow } from './paper.ts';
import { stateOf } from './state.ts';
import { onClocks, spanOnClocks, stampOf } from './times.ts';
import { PLAN_WORDS } from './words.ts';

/** The steps of a plan as a calendar (RFC 5545): each that has a time, as it is expected now or else as it was planned, with both in words. */
export function planCalendar(paper: PlanPaper): string {
  const { language, title, exercise } = paper;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Entente//plan//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(`${PLAN_WORDS[language].exercise}: ${title} (${exercise})`)}`,
    ...paper.rows.flatMap((row) => eventOf(paper, row)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function eventOf(paper: PlanPaper, row: PlanRow): string[] {
  const say = PLAN_WORDS[paper.language];
  const span = row.real ?? row.planned;
  if (!span) return [];
  // The same each time it is taken out: a calendar puts the new in place of the old.
  const uid = createHash('sha256').update(`${paper.exercise}\n${paper.digest}\n${row.id}`).digest('hex').slice(0, 32);
  const about = [
    say.exercise,
    `${paper.label} · ${paper.forum} · ${say.version(paper.version)} · ${say[paper.state]}`,
    `${say.lead}: ${row.lead} (${row.letter})`,
    ...(row.support.length > 0 ? [`${say.support}: ${row.support.join(', ')}`] : []),
    ...(row.tells.length > 0 ? [`${say.tells}: ${row.tells.join(', ')}`] : []),
    ...(row.begins === '' ? [] : [`${say.begins}: ${row.begins}`]),
    ...(row.latest === undefined ? [] : [`${say.latest}: ${onClocks(paper.start, row.latest, paper.capitals)}`]),
    `${say.state}: ${stateOf(row, paper).join(', ')}`,
    ...(row.planned ? [`${say.planned}: ${spanOnClocks(paper.start, row.planned, paper.capitals)}`] : []),
    ...(row.real ? [`${say.actual}: ${spanOnClocks(paper.start, row.real, paper.capitals)}`] : []),
  ];
  return [
    'BEGIN:VEVENT',
    `UID:${uid}@entente`,
    `DTSTAMP:${stampOf(paper.start, paper.now)}`,
    `DTSTART:${stampOf(paper.start, span.start)}`,
    `DTEND:${stampOf(paper.start, Math.max(span.end, span.start))}`,
    `SUMMARY:${escaped(`[${say.exercise.split(' ')[0]}] ${row.number} ${row.text} (${row.letter})`)}`,
    `DESCRIPTION:${escaped(about.join('\n'))}`,
    `STATUS:${row.state === 'failed' ? 'CANCELLED' : row.real ? 'CONFIRMED' : 'TENTATIVE'}`,
    'END:VEVENT',
  ];
}

const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    // Nothing of a text begins a line of the calendar.
    .replace(/(?!\n)\p{Cc}/gu, ' ')
    .replace(/[\\;,]/g, (c) => `\\${c}`)
    .replace(/\n/g, '\\n');

/** Lines are 75 octets at most; what is longer goes on after a blank. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, size] = ['', 0];
  for (const c of line) {
    const octets = Buffer.byteLength(c);
    if (size + octets > (parts.length === 0 ? 75 : 74)) {
      parts.push(part);
      [part, size] = ['', 0];
    }
    part += c;
    size += octets;
  }
  return [...parts, part].join('\r\n ');
}
