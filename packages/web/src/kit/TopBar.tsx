import './TopBar.css';
import { type ReactNode, useState } from 'react';
import { prefer, usePreferences } from '../i18n/preferences.ts';
import { useWords } from '../i18n/words.ts';
import { Button, IconButton } from './Button.tsx';

export interface TopBarProps {
  /** First at the left: scenario time and state, or the name of the screen. */
  readonly start: ReactNode;
  /** The screen's own controls. */
  readonly children?: ReactNode;
  /** Capitals' times. */
  readonly times?: ReactNode;
  /** Who am I. */
  readonly who?: ReactNode;
  /** Before the switches: what this person may do at any moment. */
  readonly acts?: ReactNode;
  /** Last: the real-emergency button. */
  readonly end?: ReactNode;
}

/** The header of every screen. Language and theme are always there, each changing only this person's view. */
export function TopBar({ start, children, times, who, acts, end }: TopBarProps) {
  const t = useWords('kit');
  const [more, setMore] = useState(false);
  return (
    <header className="top-bar">
      <div className="top-bar-start">{start}</div>
      {times && <span className="vr top-bar-times" />}
      {times && <div className="top-bar-times">{times}</div>}
      {children && <div className="top-bar-own">{children}</div>}
      <span className="grow" />
      {who && <div className="top-bar-who">{who}</div>}
      <div className={`top-bar-acts ${more ? 'open' : ''}`}>
        {acts}
        <Switches />
      </div>
      <div className="top-bar-end">
        {end}
        {/* On a phone, what is not needed at every moment stands behind this. */}
        <IconButton className="top-bar-more" icon="menu" label={t('more')} aria-expanded={more} onClick={() => setMore(!more)} />
      </div>
    </header>
  );
}

/** Language and theme. The language switch is written in the language that it leads to. */
export function Switches() {
  const { language, theme } = usePreferences();
  const t = useWords('kit');
  const other = language === 'en' ? 'ko' : 'en';
  return (
    <>
      <Button kind="quiet" size="small" lang={other} onClick={() => prefer({ language: other })}>
        {other === 'ko' ? '한국어' : 'English'}
      </Button>
      <IconButton
        size="small"
        icon={theme === 'light' ? 'moon' : 'sun'}
        label={t(theme === 'light' ? 'theme.dark' : 'theme.light')}
        onClick={() => prefer({ theme: theme === 'light' ? 'dark' : 'light' })}
      />
    </>
  );
}
