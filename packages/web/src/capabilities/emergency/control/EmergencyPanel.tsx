import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';
import { wallClock } from '../../../kit/WallAge.tsx';

/** What was said when a real-world emergency was raised: read by control only. */
export function EmergencyPanel() {
  const { say, world, lead, names, pick } = useControl();
  const raised = world.emergency.banner?.raised === true;
  const details = [...world.emergency.details.entries()].reverse();
  return (
    <SidePanel
      title={say('emergency.title')}
      foot={
        raised && lead ? (
          <Act
            size="normal"
            next
            command={{ type: 'StandDown' }}
            ask={{ question: say('emergency.standDownAsk'), yes: say('emergency.standDown') }}
          >
            {say('emergency.standDown')}
          </Act>
        ) : raised ? (
          <p className="ct-small">{say('emergency.leadOnly')}</p>
        ) : undefined
      }
    >
      <p>{say(raised ? 'emergency.stands' : 'emergency.none')}</p>
      <ul className="ct-why">
        {details.map(([id, d]) => (
          <li key={id}>
            <span className="ct-quiet">
              {wallClock(d.wall)} {names.say(d.seat, pick, say, true)}
            </span>{' '}
            {d.text || say('emergency.noWords')}
          </li>
        ))}
      </ul>
    </SidePanel>
  );
}
