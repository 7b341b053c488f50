import type { Id, Ms, World } from '@entente/engine';
import {
  type Decision,
  dueOf,
  type Forum,
  type Matter,
  neverAsked,
  type Standing,
  standings,
  type TableText,
  type Trouble,
  takenAt,
  troubles,
} from '@entente/engine/consultation';

/** One matter of control’s table. */
export interface MatterRow {
  readonly matter: Matter;
  readonly forum: Forum;
  readonly due: Ms | undefined;
  readonly standings: readonly Standing[];
  readonly troubles: readonly Trouble[];
}
/** A forum, and what stands on its table. */
export interface ForumRows {
  readonly forum: Forum;
  /** Open ones by their deadline, then those closed with trouble, the last first. */
  readonly rows: readonly MatterRow[];
  /** Texts on its table that no matter is about, the last first. */
  readonly texts: readonly TableText[];
  /** Decisions on which it was to be asked, and was not. */
  readonly unasked: readonly Decision[];
}
export interface Tables {
  readonly forums: readonly ForumRows[];
  /** Closed without trouble, the last first. */
  readonly quiet: readonly MatterRow[];
}

/**
 * Forums by their nearest deadline, as a world holds them at a moment. `side`: the party whose controllers look; absent for lead
 * control. A side’s world has its own forums alone, so nothing of any other stands here, not even in a count.
 */
export function tablesOf(world: World, now: Ms, side?: string): Tables {
  const { forums, matters, texts } = world.consultation;
  const asked = new Set([...matters.values()].map((m) => m.on?.of));
  const rows = [...matters.values()].flatMap((matter): MatterRow[] => {
    const forum = forums.get(matter.forum);
    return forum ? [rowOf(world, matter, forum, now, side)] : [];
  });
  const loud = rows.filter((r) => !r.matter.closed || r.troubles.length > 0);
  const unasked = neverAsked(world);
  const grouped = [...forums.values()].map(
    (forum): ForumRows => ({
      forum,
      rows: loud.filter((r) => r.forum.id === forum.id).sort(byDeadline),
      texts: [...texts.values()].filter((x) => x.forum === forum.id && !asked.has(x.id)).reverse(),
      unasked: unasked.filter((u) => u.forum === forum.id).map((u) => u.decision),
    }),
  );
  return {
    forums: grouped
      // A forum of one matter that is over has no table any more.
      .filter(({ forum, rows: own, texts: lying, unasked: never }) => !forum.card.adHoc || own.length + lying.length + never.length > 0)
      .sort((a, b) => urgency(a) - urgency(b) || a.forum.at - b.forum.at),
    quiet: rows.filter((r) => r.matter.closed && r.troubles.length === 0).sort(byDeadline),
  };
}

export function rowOf(world: World, matter: Matter, forum: Forum, now: Ms, side?: string): MatterRow {
  return {
    matter,
    forum,
    due: dueOf(matter),
    standings: standings(world, matter, now, side),
    troubles: troubles(world, matter, now, side),
  };
}

/** Open before closed; open ones by deadline, those without one last; closed ones the last first. */
function byDeadline(a: MatterRow, b: MatterRow): number {
  return moment(a) - moment(b) || a.matter.at - b.matter.at;
}
const LAST = Number.MAX_SAFE_INTEGER;
const moment = ({ matter, due }: MatterRow): number => (matter.closed ? LAST - matter.closed.at : (due ?? LAST / 2));

function urgency({ rows, unasked }: ForumRows): number {
  const last = Math.max(0, ...unasked.map(takenAt));
  return Math.min(...rows.map(moment), unasked.length > 0 ? LAST - last : Number.POSITIVE_INFINITY, Number.MAX_VALUE);
}

/** The matter that an id means: its own, or that of an act, a draft or a position in it. */
export function matterNamed(world: World, id: Id): Matter | undefined {
  const own = world.consultation.matters.get(id);
  if (own) return own;
  for (const matter of world.consultation.matters.values())
    if ([...matter.acts, ...matter.positions, ...matter.drafts].some((a) => a.id === id) || matter.closed?.src === id) return matter;
  return undefined;
}
