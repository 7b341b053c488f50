import { alarmAfter } from '../deadlines.ts';
import type { Alarm, Context, Draft } from '../room.ts';
import { lapse, turnKey } from './clear.ts';
import { showPost } from './conference.ts';
import { released } from './joint.ts';
import type { StatementsEvent } from './language.ts';

/** The times of the room: a clearer’s, the release of a joint statement, the next post. */
const POSTS = 'posts';
const JOINTS = 'joints';

export function alarmsOf(event: StatementsEvent): Alarm[] {
  switch (event.type) {
    case 'ClearanceAsked':
    case 'ClearanceProlonged':
      return event.turns.map((t) => alarmAfter(turnKey(event.draft, event.language, t.seat), t.due));
    case 'ClearanceDone':
    case 'ClearanceLapsed':
      return event.next ? [alarmAfter(turnKey(event.draft, event.language, event.next.seat), event.next.due)] : [];
    case 'JointAgreed':
      return [{ key: JOINTS, at: event.card.release }];
    case 'PostsSwitched':
    case 'PostTaken':
      return event.next === undefined ? [] : [{ key: POSTS, at: event.next }];
    default:
      return [];
  }
}

export function rung(ctx: Context, key: string): Draft[] {
  if (key === POSTS) return showPost(ctx);
  return key === JOINTS ? released(ctx) : lapse(ctx, key);
}
