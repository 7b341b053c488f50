import { type Address, split } from '../audience.ts';
import type { Id, Text } from '../fact.ts';
import type { Settling } from '../room.ts';
import { rosterOfWorld } from '../roster.ts';
import type { World } from '../world.ts';
import type { Matter, Member } from './language.ts';
import { binding, consulting, proceeding } from './matters.ts';
import { digestOf } from './procedure.ts';
import { askedOf, membersFor } from './waits.ts';
import { NOTE } from './words.ts';

/** What carries a matter on, by what its procedure asks; what lifts an objection, or closes a matter otherwise, a person says. */
const ANSWERS: Readonly<Record<string, string>> = {
  acknowledgement: 'acknowledge',
  agreement: 'agree',
  confirmation: 'confirm',
  signature: 'sign',
  conclusion: 'conclude',
};

interface Asked {
  readonly matter: Matter;
  readonly member: Member;
  readonly what: string | undefined;
  readonly speaker: { readonly speaker?: Address };
}

/** The member for which a viewer acts in a matter, what is asked of it, and the voice in which control answers. */
function askedIn(world: World, viewer: Address, id: Id): Asked | undefined {
  const roster = rosterOfWorld(world);
  const matter = world.consultation.matters.get(id);
  const forum = matter && world.consultation.forums.get(matter.forum);
  if (!roster || !forum) return undefined;
  for (const member of membersFor({ world, roster }, forum, viewer)) {
    const what = askedOf(world, matter, member.party, matter.at);
    const voice = split(viewer)[0] === 'seat' ? undefined : (binding(roster, member)[0] ?? consulting(roster, member)[0]);
    if (what !== undefined || split(viewer)[0] === 'seat')
      return { matter, member, what, speaker: voice === undefined ? {} : { speaker: voice } };
  }
  return undefined;
}

function act(world: World, viewer: Address, id: Id, line: Text): Settling | undefined {
  const asked = askedIn(world, viewer, id);
  if (!asked) return undefined;
  const { matter, what, speaker } = asked;
  const done = (more: object): Settling => ({ type: 'ActInMatter', matter: id, ...more, ...speaker });
  if (what === 'position') return matter.card.procedure === 'consultation' ? done({ act: 'view', text: line }) : done({ act: 'join' });
  const whole = proceeding(world, matter);
  const answer = ANSWERS[what ?? ''];
  if (answer === undefined) return undefined;
  return what === 'signature' && whole ? done({ act: answer, on: digestOf(whole) }) : done({ act: answer });
}

export const consultationSettling = {
  position: act,
  signature: act,
  silence(world: World, viewer: Address, matter: Id): Settling | undefined {
    const asked = askedIn(world, viewer, matter);
    return asked && { type: 'KeepPosition', matter, act: 'no-objection', ...asked.speaker };
  },
  conclusion(world: World, viewer: Address, matter: Id): Settling {
    return { type: 'ActInMatter', matter, act: 'conclude', ...askedIn(world, viewer, matter)?.speaker };
  },
  statements: (_world: World, _viewer: Address, matter: Id): Settling => ({ type: 'ActInMatter', matter, act: NOTE }),
};
