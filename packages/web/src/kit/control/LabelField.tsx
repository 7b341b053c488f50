import { type Label, normalLabel, readLabel } from '@entente/engine';
import { useId } from 'react';
import { policyOf } from '../policyOf.ts';
import { useControl } from './controlContext.ts';

/** A label of the exercise's own policy: its level, and the values of its categories where it has any. */
export function LabelField({ value, onChange }: { value: Label; onChange: (label: Label) => void }) {
  const { say, pick, world } = useControl();
  const id = useId();
  const policy = policyOf(world);
  const read = readLabel(policy, value);
  const level = read?.level.id ?? policy.levels[0]?.id ?? '';
  const write = (of: string, values: ReadonlyMap<string, readonly string[]>): void => {
    const parts = [...values].filter(([, listed]) => listed.length > 0).map(([category, listed]) => `${category} ${listed.join(',')}`);
    const written = [of, ...parts].join('//');
    onChange(normalLabel(policy, written) ?? of);
  };
  const toggle = (category: string, listed: readonly string[], one: string): void => {
    const values = new Map(read?.values ?? []);
    values.set(category, listed.includes(one) ? listed.filter((v) => v !== one) : [...listed, one]);
    write(level, values);
  };
  return (
    <div className="ct-field">
      <label htmlFor={id}>{say('write.label')}</label>
      <select
        id={id}
        className="ct-select"
        lang="en"
        translate="no"
        value={level}
        onChange={(e) => write(e.target.value, read?.values ?? new Map())}
      >
        {policy.levels.map((l) => (
          <option key={l.id} value={l.id}>
            {l.id}
          </option>
        ))}
      </select>
      {policy.categories.map((c) => {
        const listed = read?.values.get(c.id) ?? [];
        return (
          <fieldset key={c.id} className="ct-values" aria-label={pick(c.name)}>
            <span className="ct-small">{pick(c.name)}</span>
            {c.values.map((v) => (
              <label key={v.id} className="ct-check" title={pick(v.name)}>
                <input type="checkbox" checked={listed.includes(v.id)} onChange={() => toggle(c.id, listed, v.id)} />
                {v.id}
              </label>
            ))}
          </fieldset>
        );
      })}
    </div>
  );
}
