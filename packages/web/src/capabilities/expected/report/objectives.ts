import { expectedCard, injectStatus, rowCard, type Text } from '@entente/engine';
import { type Numbered, numbered, type Report } from '../../../kit/report/model.ts';
import { cardsOf } from '../../../kit/review/side.ts';
import { type ExpectedLine, expectedLines } from '../review/expectedLines.ts';

/** An objective (no `task`), or one of its tasks after it, and what the record holds about it. */
export interface ObjectiveLine {
  readonly objective: Text;
  readonly task?: Text | undefined;
  readonly target?: number | undefined;
  readonly expected: readonly ExpectedLine[];
  /** Numbers of the injects that were made for it and released. */
  readonly injects: readonly string[];
  readonly numbers: readonly number[];
}

/** The expected actions of an edition. */
export function reportExpected(report: Report): Numbered<ExpectedLine>[] {
  return expectedLines(report.world, report.edition).map((line) => numbered(report, line));
}

/** Objectives × evidence: each objective, then its tasks. Empty unless the edition holds objectives. */
export function objectivesOf(report: Report): ObjectiveLine[] {
  const { world, edition } = report;
  const party = cardsOf(edition);
  const expected = reportExpected(report);
  const cards = [...world.expected.rows].map(([id, row]) => ({ key: `expected:${id}`, card: expectedCard(row, party) }));
  const releasedFor = (objective: string): string[] =>
    [...world.injects.rows.values()].flatMap((row) => {
      const card = rowCard(row, party);
      return card?.objective === objective && injectStatus(row) === 'released' ? [card.number] : [];
    });
  const linesFor = (wanted: (card: NonNullable<(typeof cards)[number]['card']>) => boolean): Numbered<ExpectedLine>[] => {
    const keys = new Set(cards.filter(({ card }) => card && wanted(card)).map(({ key }) => key));
    return expected.filter((line) => keys.has(line.key));
  };
  const line = (
    about: Pick<ObjectiveLine, 'objective' | 'task' | 'target'>,
    lines: Numbered<ExpectedLine>[],
    injects: string[],
  ): ObjectiveLine => ({
    ...about,
    expected: lines,
    injects,
    numbers: [...new Set(lines.flatMap((l) => l.numbers))].sort((a, b) => a - b),
  });
  return (world.seats.objectives?.list ?? []).flatMap(({ id, text, tasks }) => {
    const own = linesFor((c) => c.objective === id && !tasks.some((t) => t.id === c.task));
    const ofTask = tasks.map((t) =>
      line(
        { objective: text, task: t.text, target: t.target },
        linesFor((c) => c.task === t.id),
        [],
      ),
    );
    return [line({ objective: text }, own, releasedFor(id)), ...ofTask];
  });
}
