import { type ExpectedRow, type ExpectedStatus, endOf, expectedCard, expectedStatus, lateBy, type Text, type World } from '@entente/engine';
import { evidenceOf } from '../../../kit/review/evidence.ts';
import { cardsOf, type Edition } from '../../../kit/review/side.ts';

/** One line of the table of expected actions. */
export interface ExpectedLine {
  readonly key: string;
  readonly number: string;
  readonly text: Text;
  readonly by: string;
  readonly opened?: number | undefined;
  readonly deadline?: number | undefined;
  readonly status: ExpectedStatus;
  /** When it was done, scenario ms. */
  readonly done?: number | undefined;
  /** ms past the deadline; absent if in time or not done. */
  readonly lateBy?: number | undefined;
  /** Who judged: a controller's address, `record` if the record saw it, `deadline` or `end` if the side was told only then, absent if nobody has. */
  readonly judge?: string | undefined;
  readonly note?: string | undefined;
  readonly evidence: readonly string[];
}

/** Who is no controller, among those who judge. */
export const BY_RECORD: ReadonlySet<string> = new Set(['record', 'deadline', 'end']);

/** The expected actions that an edition holds, by deadline; players' editions hold none. */
export function expectedLines(world: World, edition: Edition): ExpectedLine[] {
  const lines: ExpectedLine[] = [];
  for (const [id, row] of world.expected.rows) {
    const line = lineOf(id, row, edition);
    if (line) lines.push(line);
  }
  const time = (l: ExpectedLine): number => l.deadline ?? Number.MAX_SAFE_INTEGER;
  return lines.sort((a, b) => time(a) - time(b) || a.number.localeCompare(b.number, 'en', { numeric: true }));
}

function lineOf(id: string, row: ExpectedRow, edition: Edition): ExpectedLine | undefined {
  const card = expectedCard(row, cardsOf(edition));
  if (!card) return undefined;
  const deadline = endOf(row, card, card.at);
  const done = row.judged ? (row.judged.verdict === 'not' ? undefined : row.judged.done) : row.seen?.at;
  return {
    key: `expected:${id}`,
    number: card.number,
    text: card.text,
    by: card.by,
    opened: row.opened?.from,
    deadline,
    status: expectedStatus(row),
    done,
    // Where a jump took the time for it, nothing is late.
    lateBy: row.missed?.jumped ? undefined : lateBy(deadline, done),
    judge: row.judged?.by ?? (row.seen ? 'record' : row.reported && told(row.reported, deadline)),
    note: row.judged?.note,
    evidence: evidenceOf(row),
  };
}

/** When a side was told what the record saw: just after the deadline, or with the end of the exercise. */
function told({ at, late }: NonNullable<ExpectedRow['reported']>, deadline: number | undefined): string {
  return late || deadline === undefined || at <= deadline ? 'end' : 'deadline';
}
