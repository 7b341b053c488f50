import { CHANNELS, TLP } from '@entente/engine';
import { useId } from 'react';
import { useControl } from './controlContext.ts';

export type Channel = (typeof CHANNELS)[number];
export type Tlp = (typeof TLP)[number];

/** How it arrives, and how far it may go. */
export function ChannelAndLabel({
  channel,
  label,
  onChannel,
  onLabel,
}: {
  channel: Channel;
  label: Tlp;
  onChannel: (c: Channel) => void;
  onLabel: (l: Tlp) => void;
}) {
  const { say } = useControl();
  const id = useId();
  return (
    <div className="ct-two">
      <div className="ct-field">
        <label htmlFor={`${id}c`}>{say('write.channel')}</label>
        <select id={`${id}c`} className="ct-select" value={channel} onChange={(e) => onChannel(e.target.value as Channel)}>
          {CHANNELS.map((c) => (
            <option key={c} value={c}>
              {say(`channel.${c}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="ct-field">
        <label htmlFor={`${id}l`}>{say('write.label')}</label>
        <select id={`${id}l`} className="ct-select" value={label} onChange={(e) => onLabel(e.target.value as Tlp)}>
          {TLP.map((l) => (
            <option key={l} value={l}>
              {l}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}
