import { actsOf, decisionsOn, partyOfAct, procedureOf, takenAt } from '@entente/engine/consultation';
import type { Mark } from '../../../kit/review/mark.ts';
import type { MarksLook, ShapeLook } from '../../../kit/review/part.ts';
import { CourseShape } from './CourseMark.tsx';
import type { CourseMarkKind } from './course.ts';

/** Marks of *What happened?*: asked, answered, broken, signed; decisions, in red where they came before asking. */
export function* matterMarks({ world }: MarksLook): Iterable<Mark> {
  for (const matter of world.consultation.matters.values()) {
    const { id, at, card, closed } = matter;
    const early = decisionsOn(world, matter).some((d) => d.by !== undefined);
    const mark = { key: `matter:${id}`, kind: 'matter', title: card.title, wordless: 'far' as const };
    yield { ...mark, lane: card.party, form: early ? 'asksLate' : 'asks', at, legend: 'matter' };
    for (const act of actsOf(matter)) {
      const party = partyOfAct(act);
      if (!procedureOf(matter).acts.includes(act.type) || party === undefined) continue;
      const form: CourseMarkKind = card.procedure === 'silence' ? 'broken' : act.type === 'sign' ? 'signs' : 'answers';
      yield { ...mark, lane: party, form, at: act.at, legend: 'matterAnswer' };
    }
    if (closed?.outcome === 'broken' && actsOf(matter).every((a) => partyOfAct(a) === undefined))
      yield { ...mark, lane: 'all', form: 'broken', at: closed.at, legend: 'matterAnswer' };
  }
  for (const decision of world.consultation.decisions.values())
    yield {
      key: `decision:${decision.id}`,
      kind: 'matter',
      lane: decision.card.party,
      form: 'decides',
      at: takenAt(decision),
      title: decision.card.title,
      wordless: 'far',
      legend: 'decided',
    };
}

export const matterShape = ({ form }: ShapeLook) => <CourseShape kind={form as CourseMarkKind} />;
