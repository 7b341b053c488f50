import { saidInPublic } from '@entente/engine/statements';
import type { Mark } from '../../../kit/review/mark.ts';
import type { MarksLook, ShapeLook } from '../../../kit/review/part.ts';
import { SaidShape } from '../said/Shapes.tsx';

/** Marks of *What happened?*: a bubble for each statement, in its party’s lane, a sheet for each report. */
export function* saidMarks({ world }: MarksLook): Iterable<Mark> {
  for (const p of saidInPublic(world)) {
    if (p.kind !== 'statement' && p.kind !== 'report') continue;
    const mark = { key: `said:${p.id}`, kind: 'said', at: p.at, status: 'affirmed', wordless: 'far' as const };
    if (p.kind === 'report') yield { ...mark, lane: 'all', form: 'sheet', title: p.report.card.title, legend: 'reported' };
    else {
      const { party, parties = [party], text } = p.statement.card;
      for (const lane of parties) yield { ...mark, lane, form: 'bubble', title: text, legend: 'said' };
    }
  }
}

export const saidShape = ({ form, status }: ShapeLook) => (
  <SaidShape form={form === 'sheet' ? 'sheet' : 'bubble'} stance={status === 'uncoded' ? 'uncoded' : 'affirmed'} />
);
