import type { Text } from '@entente/engine';
import { useId } from 'react';
import { IconButton } from '../Button.tsx';
import { AddressName } from '../Names.tsx';
import { useControl } from './controlContext.ts';

export interface AddressPickerProps {
  readonly label: string;
  readonly value: readonly string[];
  readonly onChange: (value: string[]) => void;
  /** Offers everyone and the public too; lead control only. */
  readonly wide?: boolean;
  /** Offers control teams too. */
  readonly controls?: boolean;
}

/** Chooses recipients one after another: everyone, parties, cells, seats, in the exercise's own order. */
export function AddressPicker({ label, value, onChange, wide = false, controls = false }: AddressPickerProps) {
  const { names, lead, viewer, pick, say } = useControl();
  const field = useId();
  const parties = names.parties.filter((p) => lead || p.id === viewer.party);
  const add = (address: string): void => {
    if (address && !value.includes(address)) onChange([...value, address]);
  };
  return (
    <div className="ct-field" data-required>
      <label htmlFor={field}>{label}</label>
      {value.length > 0 && (
        <ul className="ct-chosen">
          {value.map((a) => (
            <li key={a}>
              <AddressName address={a} withParty />
              <IconButton
                icon="close"
                size="small"
                label={say('write.remove', { who: names.say(a, pick, say, true) })}
                onClick={() => onChange(value.filter((v) => v !== a))}
              />
            </li>
          ))}
        </ul>
      )}
      <select id={field} className="ct-select" value="" onChange={(e) => add(e.target.value)}>
        <option value="">{say('write.addRecipient')}</option>
        {wide && lead && (
          <>
            <option value="public">{say('who.public')}</option>
            <option value="everyone">{say('who.everyone')}</option>
          </>
        )}
        {parties.map((p) => (
          <optgroup key={p.id} label={`${p.letter} ${pick(p.name)}`}>
            <option value={`party:${p.id}`}>{say('write.wholeParty', { party: pick(p.name) })}</option>
            {controls && lead && <option value={`control:${p.id}`}>{say('who.controlOf', { party: pick(p.name) })}</option>}
            {cellsOf(names.seats.filter((s) => s.party === p.id)).map((c) => (
              <option key={c.id} value={c.seats.length === 1 ? (c.seats[0] as string) : `cell:${c.id}`}>
                {pick(c.name)}
              </option>
            ))}
            {names.seats
              .filter((s) => s.party === p.id && !s.alone)
              .map((s) => (
                <option key={s.address} value={s.address}>
                  {names.say(s.address, pick, say)}
                </option>
              ))}
          </optgroup>
        ))}
        {controls && !lead && <option value="control">{say('who.leadControl')}</option>}
      </select>
    </div>
  );
}

function cellsOf(seats: readonly { cell: string; cellName: Text; address: string }[]): { id: string; name: Text; seats: string[] }[] {
  const cells = new Map<string, { id: string; name: Text; seats: string[] }>();
  for (const s of seats) {
    const cell = cells.get(s.cell) ?? { id: s.cell, name: s.cellName, seats: [] };
    cell.seats.push(s.address);
    cells.set(s.cell, cell);
  }
  return [...cells.values()];
}
