import { CHANNELS, type Label } from '@entente/engine';
import { useId } from 'react';
import { LabelField } from '../LabelField.tsx';
import { policyOf } from '../policyOf.ts';
import { useControl } from './controlContext.ts';

export type Channel = (typeof CHANNELS)[number];

/** The label that a text has until somebody chooses another. */
export function useUsualLabel(): Label {
  const { world } = useControl();
  return policyOf(world).usual;
}

/** How it arrives, and how far it may go. */
export function ChannelAndLabel({
  channel,
  label,
  onChannel,
  onLabel,
}: {
  channel: Channel;
  label: Label;
  onChannel: (c: Channel) => void;
  onLabel: (l: Label) => void;
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
      <LabelField title={say('write.label')} value={label} onChange={onLabel} bare />
    </div>
  );
}
