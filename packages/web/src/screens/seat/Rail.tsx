import './Rail.css';
import { useWords } from '../../i18n/words.ts';
import { Drop } from '../../kit/Drop.tsx';
import { Icon, type IconName } from '../../kit/icons.tsx';
import type { Writing } from '../../kit/seat/part.ts';
import type { Place } from './places.ts';
import { useVerbs, type Verb } from './verbs.ts';

interface RailProps {
  readonly places: readonly Place[];
  readonly place: string;
  readonly go: (place: string) => void;
  /** Absent for those who only watch. */
  readonly write: ((writing: Writing) => void) | undefined;
}

/** Where I can go, each place with its share of what waits; at its foot, what I can begin, by verb. */
export function Rail({ places, place, go, write }: RailProps) {
  const t = useWords('seat');
  return (
    <nav className="rail" aria-label={t('places')}>
      {places.map((p) => (
        <RailTab key={p.name} icon={p.icon} count={p.count} current={p.name === place} go={() => go(p.name)}>
          <PlaceName place={p} />
        </RailTab>
      ))}
      <span className="grow" />
      {write && (
        <span className="rail-new">
          <New write={write} />
        </span>
      )}
    </nav>
  );
}

function New({ write }: { readonly write: (writing: Writing) => void }) {
  const t = useWords('seat');
  const verbs = useVerbs();
  return (
    <Drop
      kind="menu"
      side="right"
      label={t('new.open')}
      button={(given) => (
        <button type="button" className="rail-tab" {...given}>
          <Icon name="plus" size={20} />
          <span className="rail-words">{t('new.open')}</span>
        </button>
      )}
    >
      {verbs.map((verb) => (
        <button key={verb.name} type="button" role="menuitem" tabIndex={-1} onClick={() => write(verb.writing)}>
          <Icon name={verb.icon} />
          <VerbName verb={verb} />
        </button>
      ))}
    </Drop>
  );
}

interface PhoneTabsProps {
  readonly places: readonly Place[];
  readonly place: string;
  readonly asks: number;
  readonly unread: number;
  readonly go: (place: string) => void;
}

/** On a phone, at the foot: what is asked of me, what came in, the other places, and the rest behind More. */
export function PhoneTabs({ places, place, asks, unread, go }: PhoneTabsProps) {
  const t = useWords('seat');
  const tab = (name: string, icon: IconName, count: number, words: React.ReactNode) => (
    <RailTab key={name} icon={icon} count={count} current={place === name} go={() => go(name)}>
      {words}
    </RailTab>
  );
  return (
    <nav className="places" aria-label={t('places')}>
      {tab('asked', 'hand', asks, t('place.asked'))}
      {tab('inbox', 'mail', unread, t('place.inbox'))}
      {places.filter((p) => p.name !== 'now').map((p) => tab(p.name, p.icon, p.count, <PlaceName place={p} />))}
      {tab('more', 'more', 0, t('place.more'))}
    </nav>
  );
}

/** On a phone: what I can begin, and my card. */
export function More({ write, showCard }: { readonly write: RailProps['write']; readonly showCard: () => void }) {
  const t = useWords('seat');
  const verbs = useVerbs();
  return (
    <section className="panel more-place" aria-label={t('place.more')}>
      <ul>
        {write &&
          verbs.map((verb) => (
            <li key={verb.name}>
              <button type="button" onClick={() => write(verb.writing)}>
                <Icon name={verb.icon} size={20} />
                <VerbName verb={verb} />
              </button>
            </li>
          ))}
        <li>
          <button type="button" onClick={showCard}>
            <Icon name="card" size={20} />
            {t('briefing.title')}
          </button>
        </li>
      </ul>
    </section>
  );
}

interface RailTabProps {
  readonly icon: IconName;
  readonly count: number;
  readonly current: boolean;
  readonly go: () => void;
  readonly children: React.ReactNode;
}

function RailTab({ icon, count, current, go, children }: RailTabProps) {
  return (
    <button type="button" className="rail-tab" aria-current={current ? 'page' : undefined} onClick={go}>
      <span className="rail-mark">
        <Icon name={icon} size={20} />
        {count > 0 && <b className="rail-count">{count > 99 ? '99+' : count}</b>}
      </span>
      <span className="rail-words">{children}</span>
    </button>
  );
}

function PlaceName({ place: { words, name } }: { readonly place: Place }) {
  return useWords(words)(`place.${name}`);
}

function VerbName({ verb: { words, name } }: { readonly verb: Verb }) {
  return useWords(words)(`write.${name}`);
}
