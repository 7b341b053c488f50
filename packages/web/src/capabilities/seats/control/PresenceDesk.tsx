import { Button } from '../../../kit/Button.tsx';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { PresencePanel } from './PresencePanel.tsx';

/** Who sits where, with the roll-call; a seat gives its join link. */
export function PresenceDesk() {
  const { say, open, ended } = useControl();
  return (
    <PresencePanel
      openSeat={(seat) => open({ kind: 'links', seats: [seat] })}
      acts={
        <>
          {!ended && <Act command={{ type: 'CallRoll' }}>{say('presence.callRoll')}</Act>}
          <Button size="small" icon="link" onClick={() => open({ kind: 'links' })}>
            {say('presence.links')}
          </Button>
        </>
      }
    />
  );
}
