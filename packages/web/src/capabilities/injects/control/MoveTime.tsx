import { useId, useState } from 'react';
import { Button } from '../../../kit/Button.tsx';
import { Problem } from '../../../kit/control/Act.tsx';
import { useControl } from '../../../kit/control/controlContext.ts';
import { clockWords, parseClock } from '../../../kit/control/scenarioTime.ts';
import { useSend } from '../../../kit/control/sending.ts';

/** A new time for an inject, typed as the exercise tells its time, or as so many minutes from now. */
export function MoveTime({ id, from, onClose }: { id: string; from: number; onClose: () => void }) {
  const { say, start, now } = useControl();
  const [typed, setTyped] = useState(clockWords(Math.max(from, now), start));
  const { send, busy, problem } = useSend();
  const field = useId();
  const at = parseClock(typed, start, now);
  return (
    <form
      className="ct-row ct-wrap"
      onSubmit={async (e) => {
        e.preventDefault();
        if (at !== undefined && (await send({ type: 'MoveInject', inject: id, at: Math.round(at) }))) onClose();
      }}
    >
      <label htmlFor={field}>{say('detail.newTime')}</label>
      <input
        id={field}
        className="ct-input short"
        value={typed}
        onChange={(e) => setTyped(e.target.value)}
        aria-describedby={`${field}-hint`}
      />
      <Button type="submit" kind="main" busy={busy} disabled={at === undefined}>
        {say('act.setTime')}
      </Button>
      <Button kind="quiet" onClick={onClose}>
        {say('act.no')}
      </Button>
      <span id={`${field}-hint`} className="ct-small">
        {say('detail.timeHint')}
      </span>
      {problem && <Problem words={problem} />}
    </form>
  );
}
