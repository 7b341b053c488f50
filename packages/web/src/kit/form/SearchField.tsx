import './form.css';
import { TextInput } from '@mantine/core';

/** Looks among what is shown; its title is only spoken. */
export function SearchField({
  title,
  hint = title,
  value,
  change,
}: {
  readonly title: string;
  readonly hint?: string | undefined;
  readonly value: string;
  readonly change: (value: string) => void;
}) {
  return (
    <TextInput
      type="search"
      className="search-field"
      aria-label={title}
      placeholder={hint}
      value={value}
      onChange={(e) => change(e.currentTarget.value)}
    />
  );
}
