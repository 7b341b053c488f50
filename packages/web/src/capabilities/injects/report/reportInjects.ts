import { acknowledges, type Delivery, type World } from '@entente/engine';
import type { Report } from '../../../kit/report/model.ts';
import { evidenceOf } from '../../../kit/review/evidence.ts';
import { type InjectLine, injectLines } from '../review/injectLines.ts';

/** A seat and the time at which it did something. */
export interface SeatTime {
  readonly seat: string;
  readonly at: number;
  /** It acknowledged a text that was corrected after. */
  readonly before?: true;
}
export interface ReportInject extends InjectLine {
  readonly delivered: readonly { readonly to: readonly string[]; readonly at: number }[];
  readonly readBy: readonly SeatTime[];
  readonly acknowledgedBy: readonly SeatTime[];
  readonly numbers: readonly number[];
}

/** The injects of an edition, with the times at which they were delivered, read and acknowledged. */
export function reportInjects({ world, edition, numbersOf }: Report): ReportInject[] {
  return injectLines(world, edition).map((line) => injectOf(world, line, numbersOf));
}

function injectOf(world: World, line: InjectLine, numbersOf: Report['numbersOf']): ReportInject {
  const deliveries = deliveriesOf(world, line.key);
  const times = (of: 'read' | 'acknowledged'): SeatTime[] =>
    deliveries
      .flatMap((d) =>
        [...d[of]].map(
          ([seat, mark]): SeatTime => ({
            seat,
            at: mark.at,
            ...(of === 'acknowledged' && !acknowledges(d, seat) && { before: true }),
          }),
        ),
      )
      .sort((a, b) => a.at - b.at);
  return {
    ...line,
    delivered: deliveries.map(({ to, at }) => ({ to, at })),
    readBy: times('read'),
    acknowledgedBy: times('acknowledged'),
    numbers: numbersOf([...line.evidence, ...evidenceOf(...deliveries)]),
  };
}

function deliveriesOf(world: World, key: string): Delivery[] {
  const [kind, id = ''] = key.split(/:(.*)/s);
  const ids = kind === 'delivery' ? [id] : [...(world.injects.rows.get(id)?.deliveries.keys() ?? [])];
  return ids.flatMap((d) => world.injects.deliveries.get(d) ?? []);
}
