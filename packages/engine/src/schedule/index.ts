/** What can start when: earliest and latest times, slack, circles. Plain data, no room. */

export {
  type Activity,
  type AfterStep,
  isSchedule,
  latestStarts,
  type Relation,
  type Schedule,
  type Scheduled,
  schedule,
} from './schedule.ts';
