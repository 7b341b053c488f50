import { type Label, readLabel, writeLabel } from '@entente/engine';
import { NativeSelect } from '@mantine/core';
import { useText } from '../i18n/text.ts';
import { useWords } from '../i18n/words.ts';
import { Check } from './Choice.tsx';
import { LabelMeaning, usePolicy } from './Labels.tsx';

export interface LabelFieldProps {
  readonly title: string;
  /** Empty where `none` stands. */
  readonly value: Label;
  readonly onChange: (label: Label) => void;
  /** The words for leaving it to others: “as its portions ask”. */
  readonly none?: string | undefined;
}

/** Chooses a label of the exercise’s policy: its level, then the values of its categories; says in words who may have it. */
export function LabelField({ title, value, onChange, none }: LabelFieldProps) {
  const policy = usePolicy();
  const text = useText();
  const t = useWords('kit');
  const read = readLabel(policy, value);
  const known = read ?? readLabel(policy, policy.usual);
  const setLevel = (level: string) =>
    onChange(
      level === '' || !known ? '' : writeLabel(policy, { level: readLabel(policy, level)?.level ?? known.level, values: known.values }),
    );
  const setValue = (category: string, v: string, on: boolean) => {
    if (!read) return;
    const listed = read.values.get(category) ?? [];
    const order = policy.categories.find((c) => c.id === category)?.values.map((x) => x.id) ?? [];
    const next = order.filter((x) => (x === v ? on : listed.includes(x)));
    const values = new Map(read.values);
    if (next.length === 0) values.delete(category);
    else values.set(category, next);
    onChange(writeLabel(policy, { level: read.level, values }));
  };
  return (
    <div className="act-label">
      <NativeSelect
        label={title}
        data={[...(none === undefined ? [] : [{ value: '', label: none }]), ...policy.levels.map((l) => l.id)]}
        value={read?.level.id ?? ''}
        onChange={(e) => setLevel(e.currentTarget.value)}
      />
      {read &&
        policy.categories.map((c) => (
          <fieldset key={c.id} className="label-values">
            <legend className="small dim">
              {c.id} · {text(c.name)} ({t(`category.${c.kind}`)})
            </legend>
            {c.values.map((v) => (
              <Check key={v.id} checked={read.values.get(c.id)?.includes(v.id) ?? false} onChange={(on) => setValue(c.id, v.id, on)}>
                <span title={text(v.name)}>{v.id}</span>
              </Check>
            ))}
          </fieldset>
        ))}
      {read && (
        <p className="small dim">
          <LabelMeaning label={value} />
        </p>
      )}
    </div>
  );
}
