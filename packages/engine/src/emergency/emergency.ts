import { split } from '../audience.ts';
import { pause } from '../clock/clock.ts';
import type { Meta } from '../fact.ts';
import type { Room } from '../room.ts';
import type { EmergencyCommand } from './commands.ts';
import type { EmergencyEvent, EmergencyState } from './language.ts';

function evolve(own: EmergencyState, event: EmergencyEvent, meta: Meta): void {
  const src = meta.id;
  if (event.type === 'EmergencyRaised') own.banner = { src, raised: true, at: meta.at, wall: meta.wall };
  else if (event.type === 'EmergencyStoodDown') own.banner = { src, raised: false, at: meta.at, wall: meta.wall };
  else own.details.set(src, { src, seat: event.seat, text: event.text, at: meta.at, wall: meta.wall });
}

declare module '../world.ts' {
  interface Languages {
    readonly emergency: Language<EmergencyState, EmergencyCommand, EmergencyEvent>;
  }
}

export const emergencyRoom: Room<EmergencyState, EmergencyCommand, EmergencyEvent> = {
  commands: { RaiseEmergency: true, StandDown: true },
  // It is real: it breaks through the exercise, also after its end, until it is stood down.
  afterEnd: { commands: ['RaiseEmergency', 'StandDown'], waits: ['emergency'] },
  from: { RaiseEmergency: ['player', 'control', 'evaluators', 'observers'] },
  events: { EmergencyRaised: true, EmergencyDetailed: true, EmergencyStoodDown: true },
  initial: () => ({ details: new Map() }),
  evolve,
  card({ world, roster }, id) {
    const banner = world.emergency.banner;
    return banner?.src === id && banner.raised ? { hands: [...roster.parties.keys()].map((p) => `control:${p}`), facts: [id] } : undefined;
  },
  waits: {
    emergency(world, viewer) {
      const banner = world.emergency.banner;
      if (!banner?.raised || split(viewer)[0] !== 'control') return [];
      return [{ id: banner.src, since: banner.at, ifNothing: 'waits', press: 'first' }];
    },
  },

  decide(ctx, command, by) {
    const banner = ctx.world.emergency.banner;
    if (command.type === 'StandDown') {
      if (by.seat !== 'control') return { code: 'lead-control-only', message: 'Only lead control stands an emergency down.' };
      if (!banner?.raised) return { code: 'no-emergency', message: 'No emergency stands.' };
      return [{ event: { type: 'EmergencyStoodDown' }, to: ['public'] }];
    }
    // Everybody learns that there is one; what it is goes to control only, for free text to all would be a leak.
    const id = banner?.raised ? banner.src : ctx.id();
    // All observers have one feed: what one of them writes is for control alone.
    const to = by.seat === 'observers' ? 'control' : by.seat;
    const details = { event: { type: 'EmergencyDetailed' as const, emergency: id, seat: by.seat, text: command.text }, to: [to] };
    if (banner?.raised) return [details];
    return [{ id, event: { type: 'EmergencyRaised' }, to: ['public'] }, details, ...pause(ctx, 'emergency')];
  },
};
