import { useWords } from '../../i18n/words.ts';
import type { Filter } from './inbox.ts';

interface FiltersProps {
  readonly filters: readonly Filter[];
  readonly chosen: string;
  readonly choose: (filter: string) => void;
}

/** Which lines are shown, one at a time. */
export function Filters({ filters, chosen, choose }: FiltersProps) {
  const t = useWords('seat');
  return (
    <fieldset className="inbox-filters" aria-label={t('inbox.filter')}>
      {filters.map((f) => (
        <button key={f.name} type="button" aria-pressed={chosen === f.name} onClick={() => choose(f.name)}>
          <FilterName filter={f} />
        </button>
      ))}
    </fieldset>
  );
}

/** The name of a filter, in the words of whoever gave it. */
function FilterName({ filter: { name, words } }: { readonly filter: Filter }) {
  return useWords(words)(`filter.${name}`);
}
