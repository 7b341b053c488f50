import { peopleAt, type Taking, type World } from '@entente/engine';
import { useSeat } from '../../../connection/SeatProvider.tsx';
import { clockWords } from '../../../kit/calendar.ts';
import { Act } from '../../../kit/control/Act.tsx';
import { type ControlView, useControl } from '../../../kit/control/controlContext.ts';
import type { HandCard } from '../../../kit/control/hand.ts';

/** Who has taken a card, and the way to take it, to take it over or to give it back. Alone nobody needs to. */
export function Taken({ card, taking }: { readonly card: HandCard; readonly taking: Taking | undefined }) {
  const { say, start, viewer, world, ...control } = useControl();
  const { me } = useSeat();
  if (taking && isMine(taking, me))
    return (
      <span className="ct-taken mine">
        <b>{say('hand.yours', { time: clockWords(taking.at, start) })}</b>
        <Act command={{ type: 'GiveCardBack', card: card.id }} quiet>
          {say('hand.giveBack')}
        </Act>
      </span>
    );
  if (taking)
    return (
      <span className="ct-taken">
        <span>{say('hand.taken', { time: clockWords(taking.at, start), who: takerName(taking, { ...control, say, world }) })}</span>
        <Act command={{ type: 'TakeCard', card: card.id }} quiet>
          {say('hand.takeOver')}
        </Act>
      </span>
    );
  if (!mayMeet(world, viewer.party)) return null;
  return (
    <span className="ct-taken">
      <Act command={{ type: 'TakeCard', card: card.id }} quiet>
        {say('hand.take')}
      </Act>
    </span>
  );
}

/** True if this very person has taken it. */
export function isMine(taking: Taking, me: { readonly seat: string; readonly person?: string | undefined }): boolean {
  return taking.seat === me.seat && taking.taker?.person === me.person;
}

/** A person’s name where it is known, else the seat: lead control’s people are not known to a party’s controllers. */
function takerName(taking: Taking, { names, pick, say, world }: Pick<ControlView, 'names' | 'pick' | 'say' | 'world'>): string {
  return world.seats.people.get(taking.taker?.person ?? '')?.name ?? names.say(taking.seat, pick, say);
}

/** True if another controller may see the same cards. A party’s controllers cannot know who is at lead control. */
function mayMeet(world: World, party: string | undefined): boolean {
  if (party !== undefined) return true;
  const parties = world.seats.exercise?.parties ?? [];
  return ['control', ...parties.map((p) => `control:${p.id}`)].flatMap((seat) => peopleAt(world.seats, seat)).length > 1;
}
