import { useState } from 'react';
import { useWords } from '../../../i18n/words.ts';
import { clockWords } from '../../../kit/calendar.ts';
import { useControl } from '../../../kit/control/controlContext.ts';
import { NotYet, Said } from '../../../kit/Said.tsx';
import { Translating } from '../Translating.tsx';
import { toTranslate } from '../waits.ts';

/** What control wrote that lacks a language; each opens where it stands. */
export function ToTranslateTable() {
  const { world, viewer, start } = useControl();
  const t = useWords('translations');
  const [opened, open] = useState<string>();
  const all = toTranslate(world, viewer.address);
  return (
    <div className="ct-scroll scroll translations-list">
      <p className="ct-small">{t(all.length === 0 ? 'none' : 'help')}</p>
      <ul>
        {all.map(({ waits, title }) => (
          <li key={waits.id}>
            <button
              type="button"
              className="ct-rowlink"
              aria-expanded={opened === waits.id}
              onClick={() => open(opened === waits.id ? undefined : waits.id)}
            >
              <span className="ct-quiet">{clockWords(waits.since, start)}</span> <Said text={title} /> <NotYet of={[title]} />
            </button>
            {opened === waits.id && <Translating of={waits.id} seat={viewer.address} begun />}
          </li>
        ))}
      </ul>
    </div>
  );
}
