import type { KeyboardEvent } from 'react';
import { useWords } from '../../i18n/words.ts';

export type TabName = 'happened' | 'knew' | 'asked' | 'injects' | 'expected';

export interface TabsProps {
  readonly tabs: readonly TabName[];
  readonly tab: TabName;
  readonly choose: (tab: TabName) => void;
}

/** The questions a review answers; only those that this record can answer. Arrow keys move, as in any tab list. */
export function Tabs({ tabs, tab, choose }: TabsProps) {
  const t = useWords('review');
  const move = (e: KeyboardEvent): void => {
    const by = e.key === 'ArrowRight' ? 1 : e.key === 'ArrowLeft' ? -1 : 0;
    const next = tabs[(tabs.indexOf(tab) + by + tabs.length) % tabs.length];
    if (by === 0 || !next) return;
    choose(next);
    document.getElementById(`rv-tab-${next}`)?.focus();
    e.preventDefault();
  };
  return (
    <div className="rv-tabs" role="tablist" aria-label={t('tabs.label')} onKeyDown={move}>
      {tabs.map((name) => (
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
          {t(`tabs.${name}`)}
        </button>
      ))}
    </div>
  );
}
