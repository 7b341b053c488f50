import { useId } from 'react';
import { useControl } from './controlContext.ts';

/** Whose voice: control itself, an entity of the SimCell, or (lead control) a seat of a party that control plays. */
export function VoicePicker({
  label,
  value,
  onChange,
  control = true,
}: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  control?: boolean;
}) {
  const { names, lead, viewer, world, pick, say } = useControl();
  const field = useId();
  const entities = world.seats.directory?.entities ?? [];
  const played = lead ? names.seats.filter((s) => names.party(s.party)?.playedByControl) : [];
  return (
    <div className="ct-field">
      <label htmlFor={field}>{label}</label>
      <select id={field} className="ct-select" value={value} onChange={(e) => onChange(e.target.value)}>
        {control && <option value="">{names.say(viewer.address, pick, say)}</option>}
        {entities.length > 0 && (
          <optgroup label={say('write.entities')}>
            {entities.map((e) => (
              <option key={e.id} value={`entity:${e.id}`}>
                {pick(e.name)}
              </option>
            ))}
          </optgroup>
        )}
        {played.length > 0 && (
          <optgroup label={say('write.playedSeats')}>
            {played.map((s) => (
              <option key={s.address} value={s.address}>
                {names.say(s.address, pick, say, true)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </div>
  );
}
