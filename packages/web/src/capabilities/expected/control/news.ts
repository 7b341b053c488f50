import { expectedCard, type Id, judgedLate, type World } from '@entente/engine';
import { numbersOf, type Viewer } from '../../../kit/control/entry.ts';
import { among, type Happening, type HappeningPart, happening } from '../../../kit/control/happening.ts';

export function* expectedNews(world: World, viewer: Viewer, touched?: ReadonlySet<Id>): Generator<Happening> {
  for (const [id, row] of among(world.expected.rows, touched)) {
    const card = expectedCard(row, viewer.party);
    if (!card) continue;
    // Where a jump took the time for it, nothing is late.
    const late = (how: { readonly late: boolean }): boolean => how.late && !row.missed?.jumped;
    const part: HappeningPart = {
      of: id,
      who: card.by,
      values: { number: numbersOf(card, row, viewer) },
      texts: { title: card.text },
      target: { kind: 'expected', id },
    };
    if (row.missed?.jumped) yield happening(row.missed.src, row.missed.at, ['control'], 'expected.passed', part);
    else if (row.missed) yield happening(row.missed.src, row.missed.at, ['late'], 'expected.missed', { ...part, tone: 'late' });
    if (row.seen)
      yield happening(
        row.seen.src,
        row.seen.at,
        late(row.seen) ? ['decisions', 'late'] : ['decisions'],
        late(row.seen) ? 'expected.late' : 'expected.met',
        { ...part, tone: late(row.seen) ? 'late' : 'met' },
      );
    // Who was told when it was seen needs no report.
    else if (row.reported)
      yield happening(
        row.reported.src,
        row.reported.at,
        row.reported.late ? ['decisions', 'late'] : ['decisions'],
        row.reported.late ? 'expected.reportedLate' : 'expected.reported',
        { ...part, tone: row.reported.late ? 'late' : 'met' },
      );
    if (row.judged)
      yield happening(
        row.judged.src,
        row.judged.at,
        judgedLate(row) ? ['decisions', 'late'] : ['decisions'],
        `expected.judged.${row.judged.verdict}`,
        { ...part, who: row.judged.by, tone: row.judged.verdict === 'not' ? 'late' : undefined },
      );
  }
}
