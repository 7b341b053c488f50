import type { KeyboardEvent } from 'react';
import { useWords } from '../../i18n/words.ts';

export interface TabsProps {
  readonly tabs: readonly { readonly name: string; readonly words?: string }[];
  readonly tab: string;
  readonly choose: (tab: string) => void;
}

/** The questions a review answers; only those that this record can answer. Arrow keys move, as in any tab list. */
export function Tabs({ tabs, tab, choose }: TabsProps) {
  const t = useWords('review');
  const move = (e: KeyboardEvent): void => {
    const by = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.findIndex(({ name }) => name === tab) + by + tabs.length) % tabs.length]?.name;
    if (by === 0 || !next) return;
    choose(next);
    document.getElementById(`rv-tab-${next}`)?.focus();
    e.preventDefault();
  };
  return (
    <div className="rv-tabs" role="tablist" aria-label={t('tabs.label')} onKeyDown={move}>
      {tabs.map(({ name, words }) => (
        <button
          key={name}
          id={`rv-tab-${name}`}
          type="button"
          role="tab"
          aria-selected={name === tab}
          aria-controls="rv-panel"
          tabIndex={name === tab ? 0 : -1}
          onClick={() => choose(name)}
        >
          <TabName name={name} words={words} />
        </button>
      ))}
    </div>
  );
}

/** The name of a tab, in the words of whoever gave it. */
function TabName({ name, words = 'review' }: { readonly name: string; readonly words: string | undefined }) {
  return useWords(words)(`tabs.${name}`);
}
