import { isBetween } from '../deadlines.ts';
import type { Meta } from '../fact.ts';
import type { Room } from '../room.ts';
import type { MoveEvent, MovesState } from './language.ts';

/** The move that stands now, if any has begun. */
export function currentMove(own: MovesState): MovesState['began'][number] | undefined {
  return own.began.at(-1);
}

function evolve(own: MovesState, event: MoveEvent, meta: Meta): void {
  const src = meta.id;
  switch (event.type) {
    case 'MovesPlanned':
      own.plan = { src, moves: event.moves };
      return;
    case 'MoveBriefPlanned':
      own.briefs.set(event.move, { src, text: event.text });
      return;
    case 'MoveBegan': {
      const { type: _, ...facts } = event;
      own.began.push({ src, at: meta.at, ...facts });
    }
  }
}

declare module '../world.ts' {
  interface Languages {
    readonly moves: Language<MovesState, never, MoveEvent>;
  }
}

export const movesRoom: Room<MovesState, never, MoveEvent> = {
  commands: {},
  events: { MovesPlanned: true, MoveBriefPlanned: true, MoveBegan: true },
  initial: () => ({ briefs: new Map(), began: [] }),
  evolve,
  comes: (world, _viewer, from, to) =>
    (world.moves.plan?.moves ?? []).filter((m) => isBetween(m.from, from, to)).map((m) => ({ kind: 'move', id: m.id, at: m.from })),

  brief(scenario, ctx) {
    if (scenario.moves.length === 0) return [];
    const moves = scenario.moves.map((m, i) => ({ id: ctx.id(), number: i + 1, name: m.name, from: m.from, to: m.to }));
    const controllers = [...ctx.roster.parties.keys()].map((p) => `control:${p}`);
    return [
      { event: { type: 'MovesPlanned', moves }, to: ['control', ...controllers] },
      ...scenario.moves.flatMap((m, i) =>
        m.brief === undefined
          ? []
          : [{ event: { type: 'MoveBriefPlanned' as const, move: (moves[i] as { id: string }).id, text: m.brief }, to: ['control'] }],
      ),
    ];
  },

  alarms: (event) => (event.type === 'MovesPlanned' ? event.moves.map((m) => ({ key: m.id, at: m.from })) : []),

  react(ctx, cause) {
    if (!('alarm' in cause)) return [];
    const own = ctx.world.moves;
    const move = own.plan?.moves.find((m) => m.id === cause.alarm);
    if (!move || own.began.some((b) => b.number === move.number)) return [];
    const brief = own.briefs.get(move.id)?.text;
    return [
      {
        event: { type: 'MoveBegan', number: move.number, of: own.plan?.moves.length ?? 0, name: move.name, until: move.to, brief },
        to: ['public'],
      },
    ];
  },
};
