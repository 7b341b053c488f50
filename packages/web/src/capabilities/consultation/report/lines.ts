import { type Decision, takenAt } from '@entente/engine/consultation';
import type { Report } from '../../../kit/report/model.ts';
import { type CourseRow, courseOf, sideOfEdition } from '../review/course.ts';

/** The matters of an edition, by the time at which they were asked. */
export const reportMatters = ({ world, until, edition }: Report): readonly CourseRow[] =>
  courseOf(world, until, sideOfEdition(edition, world));

/** The decisions of an edition, by the time at which they were taken. */
export const reportDecisions = ({ world }: Report): readonly Decision[] =>
  [...world.consultation.decisions.values()].sort((a, b) => takenAt(a) - takenAt(b));
