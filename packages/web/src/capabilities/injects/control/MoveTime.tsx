import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { TimeField, timeTyped } from '../../../kit/control/TimeField.tsx';
import { ActForm } from '../../../kit/form/ActForm.tsx';
import { useForm } from '../../../kit/form/useForm.ts';

/** A new time for an inject, typed as the exercise tells its time, or as so many minutes from now. */
export function MoveTime({ id, from, onClose }: { id: string; from: number; onClose: () => void }) {
  const { say, start, now } = useControl();
  const { draft, change, busy, error, run } = useForm(`control time ${id}`, () => ({ time: clockWords(Math.max(from, now), start) }));
  const at = timeTyped(draft.time, start, now);
  const submit = async () => {
    if (typeof at === 'number' && (await run({ type: 'MoveInject', inject: id, at })).ok) onClose();
  };
  return (
    <ActForm
      title={say('detail.newTime')}
      headed
      go={say('act.setTime')}
      submit={submit}
      missing={typeof at === 'number' ? undefined : ''}
      busy={busy}
      error={error}
      cancel={onClose}
      focus
    >
      <TimeField title={say('detail.newTime')} time={draft.time} change={(time) => change({ time })} />
    </ActForm>
  );
}
