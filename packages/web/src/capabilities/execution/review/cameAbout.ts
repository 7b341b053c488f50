import type { World } from '@entente/engine';
import { actsOf } from '@entente/engine/consultation';
import type { RunningPlan } from '@entente/engine/execution';
import type { LaneEvent } from '../../../kit/plan/layout.ts';
import type { Wording } from '../../../kit/review/wording.ts';

/** How a plan came about: the need, what sides told of the options, the text and its versions, signatures, and when it became active. */
export function cameAbout(world: World, plan: RunningPlan, { say, who }: Pick<Wording, 'say' | 'who'>): LaneEvent[] {
  const text = world.consultation.texts.get(plan.of);
  const option = world.planning.options.get(world.planning.drafted.get(plan.of)?.option ?? '');
  const board = world.planning.boards.get(option?.board ?? '');
  const matters = [...world.consultation.matters.values()].filter((m) => m.on?.of === plan.of);
  const found: LaneEvent[] = [
    ...(board?.needed ? [{ id: board.needed.src, at: board.needed.at, title: say('planned.came.need') }] : []),
    ...world.planning.told
      .filter((t) => t.board === board?.id)
      .map((t) => ({ id: t.src, at: t.at, title: say('planned.came.told', { who: who(`party:${t.party}`) }) })),
    ...(text?.versions ?? []).map((v) => ({
      id: `${plan.of} ${v.version}`,
      at: v.at,
      title: say('planned.came.version', { n: v.version }),
    })),
    ...matters.flatMap((m) =>
      actsOf(m)
        .filter((a) => ['sign', 'join', 'agree', 'confirm'].includes(a.type) && a.party !== undefined)
        .map((a) => ({ id: a.id, at: a.at, title: say('planned.came.signed', { who: who(`party:${a.party}`) }) })),
    ),
    { id: plan.id, at: plan.at, title: say(plan.unsigned ? 'planned.came.unsigned' : 'planned.came.active') },
  ];
  return found.sort((a, b) => a.at - b.at);
}
