import { type Address, split } from '../audience.ts';
import { consulting } from '../consultation/matters.ts';
import type { Id } from '../fact.ts';
import type { Settling } from '../room.ts';
import { rosterOfWorld } from '../roster.ts';
import type { World } from '../world.ts';
import { criteriaOf, scoreKept } from './assessment.ts';
import { optionsOn } from './board.ts';
import { owesScores } from './waits.ts';

/** Neither good nor bad: what a side really thinks, a person says. */
const MIDDLE = 3;

export const planningSettling = {
  /** The next option and criterion for which the side has no score. */
  scores(world: World, viewer: Address, id: Id): Settling | undefined {
    const roster = rosterOfWorld(world);
    const board = world.planning.boards.get(id);
    const member = roster && board && owesScores({ world, roster }, board, viewer)?.member;
    if (!member) return undefined;
    const speaker = split(viewer)[0] === 'seat' ? undefined : consulting(roster, member)[0];
    for (const option of optionsOn(world, id))
      for (const criterion of criteriaOf(world, id))
        if (scoreKept(world, member.party, option.id, criterion.id) === undefined)
          return {
            type: 'KeepScore',
            option: option.id,
            criterion: criterion.id,
            score: MIDDLE,
            ...(speaker === undefined ? {} : { speaker }),
          };
    return undefined;
  },
};
