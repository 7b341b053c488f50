import { rosterOfWorld, standingCard, why } from '@entente/engine';
import { useId, useState } from 'react';
import { Icon } from '../kit/icons.tsx';
import { useControl } from './controlContext.ts';
import { clockWords } from './scenarioTime.ts';

/** Why a seat can or cannot see an item: whether it was given it, what was asked, and rule by rule what a release would meet. */
export function ItemWhy({ item }: { item: string }) {
  const { world, now, names, pick, say, start } = useControl();
  const [seat, setSeat] = useState('');
  const field = useId();
  const roster = rosterOfWorld(world);
  const row = world.sharing.items.get(item);
  const label = (row && standingCard(row)?.label) ?? '';
  const reasons = roster && seat ? why(world, roster, now, item, seat) : undefined;
  return (
    <section className="ct-box ct-reach-left" aria-label={say('item.why')}>
      <div className="ct-field">
        <label htmlFor={field}>{say('why.seat')}</label>
        <select id={field} className="ct-select" value={seat} onChange={(e) => setSeat(e.target.value)}>
          <option value="">{say('why.choose')}</option>
          {names.parties.map((p) => (
            <optgroup key={p.id} label={`${p.letter} ${pick(p.name)}`}>
              {names.seats
                .filter((s) => s.party === p.id)
                .map((s) => (
                  <option key={s.address} value={s.address}>
                    {names.say(s.address, pick, say)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </div>
      {reasons && (
        <ul className="ct-reasons" aria-live="polite">
          {reasons.map((r) => (
            <li key={`${r.rule} ${r.because} ${r.src ?? ''}`} className={r.ok ? 'met' : 'late'}>
              <Icon name={r.ok ? 'check' : 'cross'} label={say(r.ok ? 'why.yes' : 'why.no')} />
              <span>
                {say(`why.reason.${r.rule}.${r.because}`, {
                  time: r.at === undefined ? '' : clockWords(r.at, start),
                  label,
                  who: names.say(seat, pick, say, true),
                })}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
