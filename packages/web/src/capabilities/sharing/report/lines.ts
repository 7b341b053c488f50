import { rosterOfWorld } from '@entente/engine';
import { type Numbered, numbered, type Report } from '../../../kit/report/model.ts';
import { evidenceOfItem, type KnownLine, knownLines } from '../review/known.ts';
import { type RequestLine, requestLines } from '../review/requestLines.ts';

/** The items of an edition and who knew of them when. */
export function reportKnown({ world, numbersOf }: Report): Numbered<KnownLine>[] {
  const roster = rosterOfWorld(world);
  if (!roster) return [];
  return knownLines(world, roster).map((line) => ({ ...line, numbers: numbersOf(evidenceOfItem(world, line.known.item)) }));
}

export function reportRequests(report: Report): Numbered<RequestLine>[] {
  return requestLines(report.world).map((line) => numbered(report, line));
}
