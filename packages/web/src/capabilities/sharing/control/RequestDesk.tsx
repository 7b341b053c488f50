import { deskOf, requestCard, requestStatus, rosterOfWorld } from '@entente/engine';
import { Button } from '../../../kit/Button.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import type { DetailProps } from '../../../kit/control/part.ts';
import { DecideForm } from '../forms/parts.ts';
import { useLook } from '../useSharing.ts';
import { RequestDetail } from './RequestDetail.tsx';

/** One request for release, and the decision where it is control's. */
export function RequestDesk(props: DetailProps) {
  const { world, say, pick, names, lead, open, ended } = useControl();
  const look = useLook();
  const request = world.sharing.requests.get(props.id);
  const card = request && requestCard(request);
  const roster = rosterOfWorld(world);
  if (!request || !card || !roster) return null;
  const status = requestStatus(request);
  const waits = status === 'open' || status === 'overdue';
  const mine = lead && deskOf(roster, card.of)[0] === 'control';
  return (
    <RequestDetail
      {...props}
      foot={
        waits && !mine && !ended ? (
          <Button icon="write" onClick={() => open({ kind: 'write', to: [card.of] })}>
            {say('request.writeTo')}
          </Button>
        ) : undefined
      }
      decision={
        mine ? (
          !ended && look && <DecideForm key={request.id} look={look} request={request} />
        ) : (
          <p className="ct-small">{say('request.theirs', { who: names.say(card.of, pick, say) })}</p>
        )
      }
    />
  );
}
