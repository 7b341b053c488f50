/** A plan taken out: as a page, a workbook, a picture and a calendar, each from one viewer's own fold. */
import { planBook } from './plan/book.ts';
import { planCalendar } from './plan/calendar.ts';
import { planPage } from './plan/page.ts';
import type { PlanPaper } from './plan/paper.ts';
import { planPicture } from './plan/picture.ts';

export { type PlanPaper, planPaper } from './plan/paper.ts';

/** In what form a plan is taken out, by the ending of its file. */
export const PLAN_FORMS = ['html', 'xlsx', 'svg', 'ics'] as const;
export type PlanForm = (typeof PLAN_FORMS)[number];

export function writePlan(paper: PlanPaper, form: PlanForm): string | Uint8Array {
  switch (form) {
    case 'html':
      return planPage(paper);
    case 'xlsx':
      return planBook(paper);
    case 'svg':
      return planPicture(paper);
    case 'ics':
      return planCalendar(paper);
  }
}
