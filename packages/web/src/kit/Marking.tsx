import './Marking.css';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/words.ts';
import { Icon } from './icons.tsx';
import { WallAge, type WallSince } from './WallAge.tsx';

/** The exercise marking: never themed, never closable. Its three words are never translated: every ally must know them. */
export function Marking({ title, end = 'top' }: { readonly title: string; readonly end?: 'top' | 'bottom' }) {
  const t = useWords('kit');
  return (
    <aside className="marking" aria-label={t(`marking.${end}`)}>
      <b lang="en" translate="no">
        EXERCISE EXERCISE EXERCISE
      </b>
      <span className="cut">{title}</span>
    </aside>
  );
}

/** A real-world emergency takes the place of the marking, in a person's own language. */
export function EmergencyBanner({ detail, ...age }: WallSince & { readonly detail?: boolean }) {
  const t = useWords('kit');
  return (
    <aside className="emergency-banner" aria-label={t(`marking.${detail ? 'top' : 'bottom'}`)}>
      <Icon name="warning" size={20} />
      <span className="emergency-words" {...(detail ? { role: 'alert' } : {})}>
        <b>{t('emergency.banner')}</b>
        {/* It is said once that there is one; what counts on is for the eye. */}
        {detail && (
          <span aria-live="off">
            <WallAge {...age} t={t} />
          </span>
        )}
        {detail && <span>{t('emergency.whatToDo')}</span>}
      </span>
    </aside>
  );
}

/** Every screen stands in this: marking above and below, the screen between. */
export function Marked({
  title,
  emergency,
  children,
}: {
  readonly title: string;
  /** Since when a real-world emergency stands, if one does. */
  readonly emergency?: WallSince | undefined;
  readonly children: ReactNode;
}) {
  return (
    <div className="marked">
      {emergency ? <EmergencyBanner {...emergency} detail /> : <Marking title={title} />}
      <div className="marked-screen">{children}</div>
      {emergency ? <EmergencyBanner {...emergency} /> : <Marking title={title} end="bottom" />}
    </div>
  );
}
