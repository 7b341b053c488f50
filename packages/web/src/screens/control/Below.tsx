import { type ReactNode, useState } from 'react';
import { useSeat } from '../../connection/SeatProvider.tsx';
import { useControl } from '../../kit/control/controlContext.ts';
import { useControlParts } from '../../kit/control/part.ts';
import { StreamPanel } from './stream/StreamPanel.tsx';

/** Presence and stream side by side; on a narrow screen one at a time. */
export function Below({ acts }: { readonly acts?: ReactNode }) {
  const { say, present } = useControl();
  const { version } = useSeat();
  const parts = useControlParts();
  const [tab, setTab] = useState<'presence' | 'stream'>('stream');
  // Who sits where is nothing that every record tells.
  const beside = present.length > 0;
  return (
    <div className={beside ? 'ct-below' : 'ct-below alone'} data-tab={beside ? tab : 'stream'}>
      {beside && (
        <fieldset className="ct-below-tabs" aria-label={say('below.choose')}>
          {(['stream', 'presence'] as const).map((t) => (
            <button key={t} type="button" aria-pressed={t === tab} onClick={() => setTab(t)}>
              {say(`${t}.title`)}
            </button>
          ))}
        </fieldset>
      )}
      {beside && parts.map(({ Beside, room }) => Beside && <Beside key={room} />)}
      <StreamPanel version={version} acts={acts} />
    </div>
  );
}
