import { mayTranslateThis } from '@entente/engine';
import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { useControlParts } from '../../../kit/control/part.ts';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { Translating } from '../Translating.tsx';
import { toTranslate } from '../waits.ts';

/** What control wrote that lacks a language; each opens where it stands. */
export function ToTranslateTable() {
  const { world, viewer, start, select } = useControl();
  const parts = useControlParts();
  const t = useWords('translations');
  const [opened, open] = useState<string>();
  const all = toTranslate(world, viewer.address);
  return (
    <div className="ct-scroll scroll translations-list">
      <p className="ct-small">{t(all.length === 0 ? 'none' : 'help')}</p>
      <ul>
        {all.map(({ waits: { id, since }, title }) => {
          // What is worded where it stands opens there.
          const adds = mayTranslateThis(world, viewer.address, id) !== undefined;
          const there = (): void => select(parts.map((part) => part.called?.(world, id)?.target).find((t) => t !== undefined));
          return (
            <li key={id}>
              <button
                type="button"
                className="ct-rowlink"
                aria-expanded={adds ? opened === id : undefined}
                onClick={() => (adds ? open(opened === id ? undefined : id) : there())}
              >
                <span className="ct-quiet">{clockWords(since, start)}</span> <Said text={title} /> <NotYet of={[title]} />
              </button>
              {opened === id && <Translating of={id} seat={viewer.address} begun />}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
