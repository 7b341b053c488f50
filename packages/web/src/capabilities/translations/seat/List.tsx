import '../translations.css';
import { useSeat } from '../../../connection/index.ts';
import { useWords } from '../../../i18n/words.ts';
import { Panel } from '../../../kit/Panel.tsx';
import { ExactTime } from '../../../kit/RelativeTime.tsx';
import { NotYet, Said } from '../../../kit/Said.tsx';
import type { MineProps } from '../../../kit/seat/part.ts';
import { toTranslate } from '../waits.ts';

/** What one’s side wrote that lacks a language; opened, it can be added. */
export function List({ selected, open }: MineProps) {
  const { world, me } = useSeat();
  const t = useWords('translations');
  return (
    <Panel title={t('place.translations')}>
      <p className="translations-help small dim">{t('help')}</p>
      <ul>
        {toTranslate(world, me.seat).map(({ waits, title, opens }) => (
          <li key={waits.id}>
            <button
              type="button"
              className="line"
              aria-current={(selected === opens && opens === waits.id) || undefined}
              onClick={() => open(opens)}
            >
              <span className="line-words">
                <span className="line-title">
                  <Said text={title} />
                </span>
                <span className="row small">
                  <ExactTime at={waits.since} />
                  <NotYet of={[title]} />
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
