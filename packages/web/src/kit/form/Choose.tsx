import { NativeSelect } from '@mantine/core';

export interface Choosable<V extends string> {
  readonly value: V;
  readonly label: string;
}
export interface ChoosableGroup<V extends string> {
  readonly group: string;
  readonly items: readonly Choosable<V>[];
}

/** One of several, in the browser's own list: the keyboard, a phone and a screen reader know it. */
export function Choose<V extends string>({
  title,
  help,
  data,
  value,
  change,
  required = false,
}: {
  readonly title: string;
  readonly help?: string | undefined;
  readonly data: readonly (Choosable<V> | ChoosableGroup<V>)[];
  readonly value: V;
  readonly change: (value: V) => void;
  readonly required?: boolean | undefined;
}) {
  return (
    <NativeSelect
      label={title}
      description={help}
      required={required}
      data={data.map((d) => ('group' in d ? { group: d.group, items: [...d.items] } : d))}
      value={value}
      onChange={(e) => change(e.currentTarget.value as V)}
    />
  );
}
