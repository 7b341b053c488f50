import { clockWords } from '../../../kit/calendar.ts';
import { Act } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { SidePanel } from '../../../kit/control/SidePanel.tsx';

/** ENDEX asks first and says what is left undone. */
export function EndPanel() {
  const { say, open, now, start, entries } = useControl();
  const left = entries.filter((e) => e.kind === 'inject' && !e.happened && e.status !== 'skipped' && e.status !== 'lapsed').length;
  const awaited = entries.filter((e) => e.kind === 'expected' && e.status === 'open').length;
  return (
    <SidePanel title={say('end.title')}>
      <div className="ct-form">
        <p>{say('end.explain', { time: clockWords(now, start) })}</p>
        <ul className="ct-why">
          <li>{say('end.injects', { count: left })}</li>
          <li>{say('end.expected', { count: awaited })}</li>
        </ul>
        <Act
          size="normal"
          danger
          command={{ type: 'EndExercise' }}
          ask={{ question: say('end.ask'), yes: say('end.confirm') }}
          onDone={() => open(undefined)}
        >
          {say('end.confirm')}
        </Act>
      </div>
    </SidePanel>
  );
}
