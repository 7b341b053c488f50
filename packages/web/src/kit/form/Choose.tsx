import './form.css';
import { NativeSelect } from '@mantine/core';

export interface Choosable<V extends string> {
  readonly value: V;
  readonly label: string;
}
export interface ChoosableGroup<V extends string> {
  readonly group: string;
  readonly items: readonly Choosable<V>[];
}

/** One of several, in the browser's own list: the keyboard, a phone and a screen reader know it. `bare`: in a bar, where its title is only spoken. */
export function Choose<V extends string>({
  title,
  help,
  data,
  value,
  change,
  required = false,
  bare = false,
  disabled = false,
}: {
  readonly title: string;
  readonly help?: string | undefined;
  readonly data: readonly (Choosable<V> | ChoosableGroup<V>)[];
  readonly value: V;
  readonly change: (value: V) => void;
  readonly required?: boolean | undefined;
  readonly bare?: boolean | undefined;
  readonly disabled?: boolean | undefined;
}) {
  return (
    <NativeSelect
      {...(bare ? { 'aria-label': title, title, size: 'xs', className: 'bare-choice' } : { label: title, description: help })}
      required={required}
      disabled={disabled}
      data={data.map((d) => ('group' in d ? { group: d.group, items: [...d.items] } : d))}
      value={value}
      onChange={(e) => change(e.currentTarget.value as V)}
    />
  );
}
