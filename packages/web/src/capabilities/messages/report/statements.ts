import type { Text } from '@entente/engine';
import { type Numbered, numbered, type Report } from '../../../kit/report/model.ts';
import { type AskedLine, askedLines } from '../review/askedLines.ts';

export interface ReportStatement {
  readonly key: string;
  readonly at: number;
  readonly from: string;
  readonly title: Text | undefined;
  readonly text: Text;
  /** Said by a seat of the exercise; otherwise news of the scenario. */
  readonly bySeat: boolean;
  readonly numbers: readonly number[];
}

/** Messages between those who play; what was said to the public is a statement. */
export function reportAsked(report: Report): Numbered<AskedLine>[] {
  return askedLines(report.world, 'all')
    .filter((line) => !line.to.includes('public'))
    .map((line) => numbered(report, line));
}

/** What was said to the public, by seats and in the news. */
export function statementsOf({ world, numbersOf }: Report): ReportStatement[] {
  const found: ReportStatement[] = [];
  for (const d of world.injects.deliveries.values())
    if (d.to.includes('public'))
      found.push({ key: d.id, at: d.at, from: d.from, title: d.title, text: d.text, bySeat: false, numbers: numbersOf([d.src]) });
  for (const m of world.messages.messages.values())
    if (m.to.includes('public'))
      found.push({
        key: m.id,
        at: m.at,
        from: m.from,
        title: m.subject,
        text: m.text,
        bySeat: m.from.startsWith('seat:'),
        numbers: numbersOf([m.src]),
      });
  return found.sort((a, b) => a.at - b.at);
}
