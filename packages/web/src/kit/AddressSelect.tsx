import type { Address } from '@entente/engine';
import { MultiSelect } from '@mantine/core';
import { useState } from 'react';
import { useWords } from '../i18n/words.ts';
import type { AddressFieldProps } from './AddressField.tsx';
import { useDirectory } from './Directory.tsx';
import { useNamer } from './Names.tsx';

/** The field itself: a list that opens below it is more code than all other fields. */
export function AddressSelect({ title, hint, groups, to, change, required = true }: AddressFieldProps) {
  const t = useWords('kit');
  const directory = useDirectory();
  const name = useNamer();
  const besideLetter = useNamer('mark');
  const [listed, list] = useState(false);
  const label = (a: Address) => {
    if (a.startsWith('party:')) return t('addresses.wholeParty', { party: name(a) });
    if (a.startsWith('cell:')) return t('addresses.wholeCell', { cell: name(a) });
    const party = a.startsWith('seat:') ? directory.partyOf(a)?.card : undefined;
    return party ? `${party.letter} · ${besideLetter(a)}` : name(a);
  };
  return (
    <MultiSelect
      label={title}
      placeholder={to.length === 0 ? hint : ''}
      data={groups.map((g) => ({ group: g.title, items: g.addresses.map((a) => ({ value: a, label: label(a) })) }))}
      value={[...to]}
      onChange={(next) => {
        change(next);
        // Open, the list would cover the form; a press or a key opens it for the next one.
        list(false);
      }}
      dropdownOpened={listed}
      openOnFocus={false}
      onDropdownOpen={() => list(true)}
      onDropdownClose={() => list(false)}
      searchable
      clearable={false}
      hidePickedOptions
      withScrollArea={false}
      comboboxProps={{ withinPortal: false }}
      classNames={{ dropdown: 'addresses' }}
      nothingFoundMessage={t('addresses.nobody')}
      required={required}
    />
  );
}
